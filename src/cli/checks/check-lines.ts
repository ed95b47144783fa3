import { product } from '../../interop/body/price.ts';
import {
  type ReconciliationLine,
  readReconciliationLine,
  UNIT_DECIMALS,
} from '../../interop/exports/read-reconciliation-line.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import { writtenDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import {
  formatAmount,
  type Ratio,
  type Rounding,
  readRate,
  times,
  type Whole,
  writtenAmount,
} from '../../kernel/money.ts';
import type { Source, SourceRecord } from '../input/records.ts';
import { fieldsOf, textIn } from '../orders/body-names.ts';
import {
  type Checked,
  type CheckOptions,
  compared,
  type Figure,
  type Unchecked,
  unreadOrder,
} from './checked.ts';
import { reasonWords } from './reason-words.ts';

interface PlacedLine {
  readonly line: ReconciliationLine;
  readonly source: Source;
}

/** A line with the days that it is about. */
interface Period {
  readonly from: number;
  readonly until: number;
}

/** Lines of cancellations and removals, in the vendor's words. */
const removals: ReadonlySet<string> = new Set(['cancelimmediate', 'removequantity']);

/** Lines after which licences and software can be given back, in the vendor's words. */
const beginnings: ReadonlySet<string> = new Set(['new', 'renew', 'addquantity']);

/** The days after a purchase, renewal or addition in which it can be cancelled, since {@link WINDOW_SINCE}. */
const WINDOW_DAYS = 7;
const WINDOW_SINCE = '2022-03-12';

/** Lines of reconciliation files. It keeps the charges of each subscription, and the cancellations. */
export class LineChecks {
  readonly #charges = new Map<string, PlacedLine[]>();
  readonly #removals: PlacedLine[] = [];
  /** The credits that no rule covers, by the vendor's word. */
  readonly #uncovered = new Map<string, { rows: number; readonly first: Source }>();
  readonly #unread: Unchecked[] = [];
  /** The subscriptions of lines that cannot be read. */
  readonly #unreadOf = new Map<string, Source>();

  add({ value, source }: SourceRecord): void {
    const read = readReconciliationLine(value);
    if (!read.ok) {
      this.#unread.push({ ok: false, issues: read.issues, source });
      this.#unreadOf.set(keyOf(namesIn(value)), source);
      return;
    }
    const line = read.value;
    const isRemoval = removals.has(line.chargeType.toLowerCase());
    if (isRemoval && line.reservationOrderId === null) this.#removals.push({ line, source });
    else if (isRemoval || line.subtotal.startsWith('-')) this.#count(line, source);
    else this.#addCharge({ line, source });
  }

  #addCharge(placed: PlacedLine): void {
    const key = keyOf(placed.line);
    const known = this.#charges.get(key);
    if (known === undefined) this.#charges.set(key, [placed]);
    else known.push(placed);
  }

  #count({ chargeType, reservationOrderId }: ReconciliationLine, source: Source): void {
    const word = reservationOrderId === null ? chargeType : `${chargeType} of a reservation`;
    const known = this.#uncovered.get(word);
    if (known === undefined) this.#uncovered.set(word, { rows: 1, first: source });
    else known.rows += 1;
  }

  /** Says once for each kind of credit why it is not checked. */
  notices(): string[] {
    return [...this.#uncovered].map(([word, { rows, first }]) => {
      const lines = rows === 1 ? 'is 1 line' : `are ${rows} lines`;
      const why = word.endsWith('of a reservation')
        ? 'no line states the day of the return; check the reservation transactions'
        : 'no rule says how much such a credit is';
      return `${first.file}: there ${lines} of ${word} (the first is row ${first.row}), not checked: ${why}`;
    });
  }

  /** Checks each cancellation and removal. */
  results(options: CheckOptions): (Checked | Unchecked)[] {
    const checked = this.#removals.map((placed) => {
      const key = keyOf(placed.line);
      const unread = this.#unreadOf.get(key);
      if (unread !== undefined) return unreadOrder(idOf(placed.line), placed.source, unread);
      return checkLine(placed, this.#charges.get(key) ?? [], options);
    });
    return [...this.#unread, ...checked];
  }
}

const keyNames = ['subscriptionId', 'orderId', 'productId', 'skuId'] as const;

type LineNames = Pick<ReconciliationLine, (typeof keyNames)[number]>;

/** The subscription of a line, or its product in an order. */
function keyOf({ subscriptionId, orderId, productId, skuId }: LineNames): string {
  return (subscriptionId ?? JSON.stringify([orderId, productId, skuId])).toLowerCase();
}

/** The names of a line that cannot be read. */
function namesIn(value: unknown): LineNames {
  const fields = fieldsOf(value);
  const [subscriptionId, orderId, productId, skuId] = keyNames.map(
    (name) => textIn(fields, name) ?? null,
  ) as [string | null, string | null, string | null, string | null];
  return { subscriptionId, orderId, productId, skuId };
}

function idOf({ subscriptionId, orderId }: LineNames): string {
  return subscriptionId ?? orderId ?? '';
}

function checkLine(
  { line, source }: PlacedLine,
  charges: readonly PlacedLine[],
  { locale }: CheckOptions,
): Checked | Unchecked {
  const id = idOf(line);
  const issues: Issue[] = [];
  const facts = creditFacts(line, charges, issues);
  if (facts === undefined) return { ok: false, id, issues, source };
  const words = reasonWords[locale].line;
  const { days, cycle, sinceCharge, digits } = facts;
  const unit = figure('unit-down', unitDown(facts, days), words.unit({ days, cycle }));
  const outside = { days: sinceCharge, window: WINDOW_DAYS };
  const none = figure('no-credit', formatAmount(0, digits), words.none(outside));
  const later = days - 1;
  const others = [
    unit,
    figure('total-down', ofTotal(facts, days, 'down'), words.total({ days, cycle })),
    figure('half-even', ofTotal(facts, days, 'half-even'), words.even({ days, cycle })),
    figure('day-charged', unitDown(facts, later), words.unit({ days: later, cycle })),
    ...(sinceCharge <= 1 ? [figure('full', unitDown(facts, cycle), words.full)] : []),
  ];
  const own = sinceCharge > WINDOW_DAYS ? none : unit;
  const theirs = line.subtotal.replace('-', '');
  return {
    ...{ ok: true, id, refundedOn: facts.on, currency: line.currency },
    ...compared(theirs, own, others, digits, locale),
    source,
  };
}

function figure(policy: string, refund: string, name: string): Figure {
  return { policy, refund, name, because: [] };
}

interface CreditFacts {
  readonly on: string;
  /** The days that are credited, out of those of the charge. */
  readonly days: number;
  readonly cycle: number;
  /** From the last purchase, renewal or addition to the cancellation. */
  readonly sinceCharge: number;
  /** The price of a unit for all days of the charge, in units of 10 ** -UNIT_DECIMALS. */
  readonly unit: Whole;
  readonly quantity: Whole;
  readonly rate: Ratio;
  readonly digits: number;
}

/** Finds the charge that a line credits, or adds issues. */
function creditFacts(
  line: ReconciliationLine,
  charges: readonly PlacedLine[],
  issues: Issue[],
): CreditFacts | undefined {
  const { exchangeRate, currency } = line;
  const period = periodOf(line);
  if (period === undefined) {
    const name = line.chargedFrom === null ? 'chargeStartDate' : 'chargeEndDate';
    issues.push(issue([name], 'missing-field', 'the days that are credited', undefined));
  }
  if (exchangeRate === null) {
    const expected = 'the rate to the currency of the bill';
    issues.push(issue(['pcToBCExchangeRate'], 'missing-field', expected, undefined));
  }
  const quantity = line.quantity.replace('-', '');
  if (!/^[1-9]\d*$/.test(quantity)) {
    const expected = 'a whole number of licences or seats';
    issues.push(issue(['billableQuantity'], 'malformed-count', expected, line.quantity));
  }
  const charge = period && chargeOf(charges, period, issues);
  if (charge === undefined || exchangeRate === null || period === undefined) return undefined;
  if (issues.length > 0) return undefined;
  const { from, until } = charge.period;
  // The credit begins on the day of cancelling, which is not charged.
  const on = line.on === null ? period.from : writtenDay(line.on);
  const first = on > from && on < period.from ? on : period.from;
  const began = charges
    .filter((one) => beginnings.has(one.line.chargeType.toLowerCase()))
    .map((one) => one.line.chargedFrom)
    .filter((day) => day !== null && writtenDay(day) <= first)
    .map((day) => writtenDay(day as string));
  return {
    on: line.on ?? (line.chargedFrom as string),
    days: until - first + 1,
    cycle: until - from + 1,
    sinceCharge: first - Math.max(from, ...began),
    unit: writtenAmount(charge.line.effectiveUnitPrice, UNIT_DECIMALS),
    quantity: Number(quantity),
    rate: readRate(exchangeRate, [], []),
    digits: currencyDigits(currency) as number,
  };
}

interface Charge {
  readonly line: ReconciliationLine;
  readonly period: Period;
}

/** The charge of the longest period that ends with the credit. Others of the same days must have its price. */
function chargeOf(
  charges: readonly PlacedLine[],
  { from, until }: Period,
  issues: Issue[],
): Charge | undefined {
  const candidates = charges
    .flatMap(({ line }): Charge[] => {
      const period = periodOf(line);
      return period === undefined ? [] : [{ line, period }];
    })
    .filter(({ period }) => period.until === until && period.from <= from)
    .sort((a, b) => a.period.from - b.period.from);
  const [longest] = candidates;
  if (longest === undefined) {
    const expected =
      'the line of the charge that is credited; add the reconciliation file of that month';
    issues.push(issue(['subscriptionId'], 'missing-field', expected, undefined));
    return undefined;
  }
  const { effectiveUnitPrice: price } = longest.line;
  const other = candidates.find(
    ({ line, period }) => period.from === longest.period.from && line.effectiveUnitPrice !== price,
  );
  if (other !== undefined) {
    const expected = `one price of a unit for the same days (${price} in another line)`;
    issues.push(
      issue(['effectiveUnitPrice'], 'contradiction', expected, other.line.effectiveUnitPrice),
    );
  }
  const { chargedFrom } = longest.line;
  if (chargedFrom !== null && chargedFrom < WINDOW_SINCE) {
    const expected = `a charge from ${WINDOW_SINCE} on, since when the rule is known`;
    issues.push(issue(['chargeStartDate'], 'unsupported', expected, chargedFrom));
  }
  return longest;
}

function periodOf({ chargedFrom, chargedUntil }: ReconciliationLine): Period | undefined {
  if (chargedFrom === null || chargedUntil === null) return undefined;
  return { from: writtenDay(chargedFrom), until: writtenDay(chargedUntil) };
}

/** The vendor's definition: the price of a unit is rounded down first. */
function unitDown({ unit, quantity, rate, cycle, digits }: CreditFacts, days: number): string {
  const ratio = shareOf(rate, days, cycle, digits);
  return formatAmount(product(times(unit, ratio, 'down'), quantity), digits);
}

function ofTotal(
  { unit, quantity, rate, cycle, digits }: CreditFacts,
  days: number,
  rounding: Rounding,
): string {
  const ratio = shareOf(rate, days, cycle, digits);
  return formatAmount(times(product(unit, quantity), ratio, rounding), digits);
}

/** The share of the days, in the currency's minor units for each 10 ** -UNIT_DECIMALS of the price. */
function shareOf(rate: Ratio, days: number, cycle: number, digits: number): Ratio {
  const perUnit = 10 ** UNIT_DECIMALS;
  return {
    numerator: product(product(rate.numerator, days), 10 ** digits),
    denominator: product(product(rate.denominator, cycle), perUnit),
  };
}
