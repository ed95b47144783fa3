// The fractional relaxation as a linear program: each group takes at most one of its columns, or shares of several, and each
// row is used at most up to its capacity. Solved by the primal simplex method with generalized upper bounds (Dantzig and
// Van Slyke): of every group one column is the key, which takes what the others leave, so that the basis has only as many
// rows as there are windows. Its errors cost tightness, never truth: any prices of at least 0 give a bound.

/** The worth of one unit of a column, and its use of the rows from `first` to `last`. */
export interface Column {
  readonly group: number;
  readonly worth: number;
  readonly use: number;
  /** The rows that it uses. */
  readonly rows: readonly number[];
}

interface Member {
  readonly column: Column | null;
  /** The group, or −1 for the unused capacity of `row`. */
  readonly group: number;
  readonly row: number;
}

/** The share of a column that is taken, above 0 and at most 1. */
interface Share {
  readonly column: Column;
  readonly share: number;
}

export interface Relaxed {
  readonly prices: readonly number[];
  readonly taken: readonly Share[];
}

const EPSILON = 1e-9;
/** Above every price: a cent of a window is worth no more than all payments together. */
const HIGHEST = 1e15;
/** Exchanges after which the inverse is calculated anew, as rounding errors grow. */
const REFRESH = 30;

/** Solves the relaxation, or goes as far as the pivots last. */
export function relax(
  columns: readonly Column[],
  groups: number,
  capacities: readonly number[],
  mostPivots: number,
): Relaxed {
  const size = capacities.length;
  const keys: (Column | null)[] = Array.from({ length: groups }, () => null);
  const basis: Member[] = capacities.map((_, row) => ({ column: null, group: -1, row }));
  let inverse = identity(size);
  let values = [...capacities];
  const ofGroup: Column[][] = Array.from({ length: groups }, () => []);
  for (const column of columns) ofGroup[column.group]?.push(column);
  let prices = new Array<number>(size).fill(0);
  let cursor = 0;
  let updates = 0;

  for (let pivot = 0; pivot < mostPivots; pivot += 1) {
    prices = pricesOf(basis, keys, inverse);
    const entering = enter(ofGroup, keys, prices, cursor);
    if (entering === undefined) break;
    cursor = entering.next;
    const { member } = entering;
    const direction = times(inverse, memberColumn(member, keys, size));
    // How much of each group's key goes away with one unit of what enters.
    const ofKeys = new Map<number, number>(member.column === null ? [] : [[member.group, 1]]);
    basis.forEach(({ group }, at) => {
      if (group >= 0) ofKeys.set(group, (ofKeys.get(group) ?? 0) - (direction[at] as number));
    });
    let step = Number.POSITIVE_INFINITY;
    let leaves: { readonly at?: number; readonly group?: number } = {};
    direction.forEach((by, at) => {
      if (by > EPSILON && (values[at] as number) / by < step) {
        step = Math.max(0, values[at] as number) / by;
        leaves = { at };
      }
    });
    for (const [group, by] of ofKeys) {
      const left = keyValue(group, basis, values);
      if (by > EPSILON && left / by < step) {
        step = Math.max(0, left) / by;
        leaves = { group };
      }
    }
    values = values.map((value, at) => value - step * (direction[at] as number));
    if (leaves.at !== undefined) {
      basis[leaves.at] = member;
      values[leaves.at] = step;
      exchange(inverse, leaves.at, direction);
      updates += 1;
      if (updates % REFRESH !== 0) continue;
    } else {
      const group = leaves.group as number;
      const heir = basis.findIndex((one) => one.group === group);
      if (heir < 0) {
        // Only the entering column's own key can go without an heir.
        keys[group] = member.column;
        continue;
      }
      keys[group] = (basis[heir] as Member).column;
      basis[heir] = member;
      values[heir] = step;
    }
    inverse = inverseOf(basis, keys, size);
  }
  const taken = [
    ...keys.map((column, group) => ({ column, share: keyValue(group, basis, values) })),
    ...basis.map(({ column }, at) => ({ column, share: values[at] as number })),
  ];
  return {
    prices: prices.map((price) => Math.min(HIGHEST, Math.max(0, price) || 0)),
    taken: taken.flatMap(({ column, share }) =>
      column === null || share < EPSILON ? [] : [{ column, share: Math.min(1, share) }],
    ),
  };
}

function keyValue(group: number, basis: readonly Member[], values: readonly number[]): number {
  return basis.reduce(
    (left, one, at) => (one.group === group ? left - (values[at] as number) : left),
    1,
  );
}

/**
 * Finds a member that gains if it enters: unused capacity with a price below 0; or a column of the next groups that have one, the best of the
 * first groups that do.
 */
function enter(
  ofGroup: readonly (readonly Column[])[],
  keys: readonly (Column | null)[],
  prices: readonly number[],
  cursor: number,
): { readonly member: Member; readonly next: number } | undefined {
  const row = prices.findIndex((price) => price < -EPSILON);
  if (row >= 0) return { member: { column: null, group: -1, row }, next: cursor };
  const groups = ofGroup.length;
  const enough = Math.max(20, Math.ceil(groups / 20));
  let best: Column | undefined;
  let most = EPSILON;
  for (let n = 0; n < groups && (best === undefined || n <= enough); n += 1) {
    const group = (cursor + n) % groups;
    const of = keys[group] ?? null;
    const least = of === null ? 0 : reduced(of, prices);
    for (const column of ofGroup[group] as readonly Column[]) {
      const gain = reduced(column, prices) - least;
      if (gain > most * (1 + EPSILON) && gain > EPSILON * Math.abs(column.worth)) {
        [best, most] = [column, gain];
      }
    }
  }
  if (best === undefined) return undefined;
  const member = { column: best, group: best.group, row: -1 };
  return { member, next: (best.group + 1) % groups };
}

function reduced({ worth, use, rows }: Column, prices: readonly number[]): number {
  let price = 0;
  for (const row of rows) price += prices[row] as number;
  return worth - use * price;
}

/** A column less the key of its group. */
function columnOf(column: Column, key: Column | null, size: number): number[] {
  const uses = new Array<number>(size).fill(0);
  for (const row of column.rows) uses[row] = column.use;
  for (const row of key?.rows ?? []) uses[row] = (uses[row] as number) - (key as Column).use;
  return uses;
}

function memberColumn(
  { column, row }: Member,
  keys: readonly (Column | null)[],
  size: number,
): number[] {
  if (column !== null) return columnOf(column, keys[column.group] ?? null, size);
  const uses = new Array<number>(size).fill(0);
  uses[row] = 1;
  return uses;
}

function pricesOf(
  basis: readonly Member[],
  keys: readonly (Column | null)[],
  inverse: readonly (readonly number[])[],
): number[] {
  const worths = basis.map(({ column }) =>
    column === null ? 0 : column.worth - (keys[column.group]?.worth ?? 0),
  );
  return worths.map((_, row) =>
    worths.reduce((sum, worth, at) => sum + worth * (inverse[at]?.[row] as number), 0),
  );
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, at) => (at === row ? 1 : 0)),
  );
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, one, at) => sum + one * (vector[at] as number), 0));
}

/** Updates the inverse of a basis in which one column was exchanged. */
function exchange(inverse: readonly number[][], at: number, direction: readonly number[]): void {
  const row = inverse[at] as number[];
  const by = direction[at] as number;
  for (let n = 0; n < row.length; n += 1) row[n] = (row[n] as number) / by;
  for (const [other, values] of inverse.entries()) {
    const factor = direction[other] as number;
    if (other === at || factor === 0) continue;
    for (let n = 0; n < row.length; n += 1) {
      values[n] = (values[n] as number) - factor * (row[n] as number);
    }
  }
}

/** Calculates the inverse of a basis by Gauss-Jordan elimination. */
function inverseOf(
  basis: readonly Member[],
  keys: readonly (Column | null)[],
  size: number,
): number[][] {
  const columns = basis.map((member) => memberColumn(member, keys, size));
  const left = Array.from({ length: size }, (_, row) => columns.map((one) => one[row] as number));
  const right = identity(size);
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let row = at + 1; row < size; row += 1) {
      if (Math.abs(left[row]?.[at] as number) > Math.abs(left[pivot]?.[at] as number)) pivot = row;
    }
    const largest = left[pivot]?.[at] as number;
    // Rounding can make a basis singular.
    const by = (largest < 0 ? -1 : 1) * Math.max(EPSILON, Math.abs(largest));
    for (const matrix of [left, right]) {
      const swapped = matrix[pivot] as number[];
      matrix[pivot] = matrix[at] as number[];
      matrix[at] = swapped.map((one) => one / by);
    }
    for (let row = 0; row < size; row += 1) {
      const factor = left[row]?.[at] as number;
      if (row === at || factor === 0) continue;
      for (const matrix of [left, right]) {
        const [from, to] = [matrix[at] as number[], matrix[row] as number[]];
        for (let n = 0; n < size; n += 1) to[n] = (to[n] as number) - factor * (from[n] as number);
      }
    }
  }
  return right;
}
