import {
  DuckDBBooleanVector,
  DuckDBDateVector,
  DuckDBDecimalValue,
  DuckDBTimestampTZValue,
} from '@duckdb/node-api';

// What SQL passes, read in two ways: typed columns as typed arrays, or any row as one record.

const names = [
  'paid',
  'currency',
  'term',
  'purchasedOn',
  'canceledOn',
  'used',
  'consumedRefunds',
  'usdRate',
  'product',
];

/** The vectors of a chunk by the facts that they hold; the last two may be left out. */
export function argumentsOf(chunk) {
  if (chunk.columnCount > names.length) {
    throw new Error(`at most ${names.length} arguments: ${names.join(', ')}`);
  }
  return Object.fromEntries(
    names.slice(0, chunk.columnCount).map((name, at) => [name, vectorAt(chunk, at)]),
  );
}

function vectorAt(chunk, at) {
  try {
    return chunk.getColumnVector(at);
  } catch (error) {
    // A bare NULL has a type of its own, of which the driver makes no vector.
    if (/SQLNULL/.test(error.message)) return { getItem: () => null };
    throw error;
  }
}

/** Whether the facts come in types that say what they are; text, doubles and times do not. */
export function isTyped({ paid, purchasedOn, canceledOn, used, consumedRefunds }) {
  return (
    isExact(paid) &&
    purchasedOn instanceof DuckDBDateVector &&
    canceledOn instanceof DuckDBDateVector &&
    used instanceof DuckDBBooleanVector &&
    isExact(consumedRefunds)
  );
}

const isExact = ({ type, getScaledValue }) =>
  getScaledValue !== undefined || /^(TINY|SMALL|BIG|)INT(EGER)?$/.test(type);

const monthsByTerm = new Map([
  ['P1Y', 12],
  ['P3Y', 36],
  ['P5Y', 60],
]);
const NO_TERM = 0;
const NO_DAY = -(2 ** 31);
const NEITHER = 2;

/** Rows of typed arguments as the columns that `refundColumns` takes; what is malformed is invalid there. */
export function columnsOf(vectors, rows, digits) {
  const { term, purchasedOn, canceledOn, used } = vectors;
  const paid = minorUnitsIn(vectors.paid, digits);
  const consumed = minorUnitsIn(vectors.consumedRefunds, 2);
  const columns = {
    paid: new Float64Array(rows.length),
    termMonths: new Uint8Array(rows.length),
    purchasedOn: new Int32Array(rows.length),
    canceledOn: new Int32Array(rows.length),
    used: new Uint8Array(rows.length),
    consumedUsdCents: new Float64Array(rows.length),
  };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    columns.paid[at] = paid(row);
    columns.termMonths[at] = monthsByTerm.get(term.getItem(row)) ?? NO_TERM;
    columns.purchasedOn[at] = purchasedOn.getItem(row)?.days ?? NO_DAY;
    columns.canceledOn[at] = canceledOn.getItem(row)?.days ?? NO_DAY;
    columns.used[at] = used.getItem(row) ?? NEITHER; // true is 1
    columns.consumedUsdCents[at] = consumed(row);
  }
  return columns;
}

/** Reads amounts in whole minor units; NaN where there is none, or one that is no safe whole number. */
function minorUnitsIn(vector, digits) {
  const scale = vector.type.scale ?? 0;
  const factor = 10 ** Math.abs(digits - scale);
  return (row) => {
    const value = vector.getScaledValue?.(row) ?? vector.getItem(row);
    const number = value === null ? Number.NaN : Number(value);
    if (!Number.isSafeInteger(number)) return Number.NaN;
    if (digits >= scale) return number * factor;
    return number % factor === 0 ? number / factor : Number.NaN;
  };
}

/** One row as the record that `tryQuoteRefund` takes. A NULL is no fact that was left out. */
export function recordAt(vectors, row) {
  const record = {};
  for (const name of Object.keys(vectors)) record[name] = factOf(vectors[name].getItem(row));
  const { used, currency, usdRate } = record;
  if (used === 'true' || used === 'false') record.used = used === 'true';
  if (usdRate === null && currency === 'USD') delete record.usdRate;
  // The library reads null as left out; here it is a fact that is missing.
  for (const name of ['usdRate', 'consumedRefunds', 'product']) {
    if (record[name] === null) record[name] = 'NULL';
  }
  return record;
}

function factOf(value) {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof DuckDBDecimalValue) return withoutTrailingZeros(value);
  if (value instanceof DuckDBTimestampTZValue) return instantOf(value);
  return String(value);
}

/** DECIMAL(18,4) writes four decimals of dollars too, and means nothing by the last two. */
function withoutTrailingZeros(decimal) {
  const text = String(decimal);
  return decimal.scale === 0 ? text : text.replace(/\.?0+$/, '');
}

/** The instant itself: as text, the driver would write it in the zone of the session. */
function instantOf(value) {
  const date = new Date(Number(value.micros / 1000n));
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString();
}
