import { product } from '../../interop/body/price.ts';
import {
  type ReconciliationLine,
  readReconciliationLine,
  UNIT_DECIMALS,
} from '../../interop/exports/read-reconciliation-line.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import { type Day, formatDay, writtenDay } from '../../kernel/day.ts';
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

/** A charge, as far as it is needed to check credits of it. */
interface Charge {
  readonly from: Day;
  readonly until: Day;
  /** The price of a unit. */
  readonly price: string;
  /** True if it can be given back for some days. */
  readonly isBeginning: boolean;
}

/** Lines of cancellations and removals, in the vendor's words. */
const removals: ReadonlySet<string> = new Set(['cancelimmediate', 'removequantity']);

/** Lines after which licences and software can be given back, in the vendor's words. */
const beginnings: ReadonlySet<string> = new Set(['new', 'renew', 'addquantity']);

/** The days after a purchase, renewal or addition in which it can be cancelled, since {@link WINDOW_SINCE}. */
const WINDOW_DAYS = 7;
const WINDOW_SINCE = '2022-03-12';

/** The lines of reconciliation files: the charges of each subscription, and the cancellations. */
export class LineChecks {
  readonly #charges = new Map<string, Charge[]>();
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
    else this.#addCharge(line);
  }

  #addCharge(line: ReconciliationLine): void {
    const charge = chargeOf(line);
    if (charge === undefined) return;
    const key = keyOf(line);
    const known = this.#charges.get(key);
    if (known === undefined) this.#charges.set(key, [charge]);
    else known.push(charge);
  }

  #count({ chargeType, reservationOrderId }: ReconciliationLine, source: Source): void {
    const word = reservationOrderId === null ? chargeType : `${chargeType} of a reservation`;
    const known = this.#uncovered.get(word);
    if (known === undefined) this.#uncovered.set(word, { rows: 1, first: source });
    else known.rows += 1;
  }

  /** Returns one sentence for each kind of credit that is not checked, with the reason. */
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
  charges: readonly Charge[],
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
    ...compared(theirs, own, digits, locale, () => others),
    source,
  };
}

function figure(policy: string, refund: string, name: string): Figure {
  return { policy, refund, name };
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
  charges: readonly Charge[],
  issues: Issue[],
): CreditFacts | undefined {
  const { chargedFrom, chargedUntil, exchangeRate, currency } = line;
  const quantity = line.quantity.replace('-', '');
  if (!/^[1-9]\d*$/.test(quantity)) {
    const expected = 'a whole number of licences or seats';
    issues.push(issue(['billableQuantity'], 'malformed-count', expected, line.quantity));
  }
  const lacks = (name: string, expected: string): void => {
    issues.push(issue([name], 'missing-field', expected, undefined));
  };
  if (exchangeRate === null) lacks('pcToBCExchangeRate', 'the rate to the currency of the bill');
  if (chargedFrom === null) lacks('chargeStartDate', 'the first day that is credited');
  if (chargedUntil === null) lacks('chargeEndDate', 'the last day that is credited');
  if (exchangeRate === null || chargedFrom === null || chargedUntil === null) return undefined;

  const [from, until] = [writtenDay(chargedFrom), writtenDay(chargedUntil)];
  const charge = creditedCharge(charges, from, until, issues);
  if (charge === undefined || issues.length > 0) return undefined;
  // The credit begins on the day of cancelling, which is not charged.
  const on = line.on === null ? from : writtenDay(line.on);
  const first = on > charge.from && on < from ? on : from;
  const began = charges.filter((one) => one.isBeginning && one.from <= first);
  return {
    on: line.on ?? chargedFrom,
    days: until - first + 1,
    cycle: until - charge.from + 1,
    sinceCharge: first - Math.max(charge.from, ...began.map((one) => one.from)),
    unit: writtenAmount(charge.price, UNIT_DECIMALS),
    quantity: Number(quantity),
    rate: readRate(exchangeRate, [], []),
    digits: currencyDigits(currency) as number,
  };
}

/** A charge of a line that states its days. */
function chargeOf({
  chargedFrom,
  chargedUntil,
  chargeType,
  effectiveUnitPrice: price,
}: ReconciliationLine): Charge | undefined {
  if (chargedFrom === null || chargedUntil === null) return undefined;
  const isBeginning = beginnings.has(chargeType.toLowerCase());
  return { from: writtenDay(chargedFrom), until: writtenDay(chargedUntil), price, isBeginning };
}

/** The charge of the longest period that ends with the credit. Others of the same days must have its price. */
function creditedCharge(
  charges: readonly Charge[],
  from: Day,
  until: Day,
  issues: Issue[],
): Charge | undefined {
  const candidates = charges
    .filter((charge) => charge.until === until && charge.from <= from)
    .sort((a, b) => a.from - b.from);
  const [longest] = candidates;
  if (longest === undefined) {
    const expected =
      'the line of the charge that is credited; add the reconciliation file of that month';
    issues.push(issue(['subscriptionId'], 'missing-field', expected, undefined));
    return undefined;
  }
  const { price } = longest;
  const other = candidates.find((one) => one.from === longest.from && one.price !== price);
  if (other !== undefined) {
    const expected = `one price of a unit for the same days (${price} in another line)`;
    issues.push(issue(['effectiveUnitPrice'], 'contradiction', expected, other.price));
  }
  if (longest.from < writtenDay(WINDOW_SINCE)) {
    const expected = `a charge from ${WINDOW_SINCE} on, since when the rule is known`;
    issues.push(issue(['chargeStartDate'], 'unsupported', expected, formatDay(longest.from)));
  }
  return longest;
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
