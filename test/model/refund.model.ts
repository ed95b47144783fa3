// A second, independent reading of the reservation rules (rulebook, part RES), for tests only. It
// shares no code with src/, so that the two can disagree. Slow and plain on purpose: every amount
// is an exact fraction, and every date is counted out by hand.

// --- Exact fractions -----------------------------------------------------------------------------

/** Not reduced; the denominator is always positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('A fraction cannot have the denominator 0.');
  return denominator > 0n
    ? { numerator, denominator }
    : { numerator: -numerator, denominator: -denominator };
}

/** '12.50' is 1250 / 100. */
export function parseDecimal(text: string): Fraction {
  if (!/^-?[0-9]+(\.[0-9]+)?$/.test(text)) throw new RangeError(`Not a decimal: ${text}`);
  const [whole = '', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), tenToThe(decimals.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, fraction(-b.numerator, b.denominator));
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive, as for Array.prototype.sort. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

function larger(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** Exactly `digits` decimals; an exact half goes to the even neighbour. */
export function roundHalfEven(value: Fraction, digits: number): string {
  const size = magnitude(value) * tenToThe(digits);
  const below = size / value.denominator;
  const twiceTheRest = 2n * (size % value.denominator);
  const belowIsOdd = below % 2n === 1n;
  const up = twiceTheRest > value.denominator || (twiceTheRest === value.denominator && belowIsOdd);
  return print(value.numerator < 0n, up ? below + 1n : below, digits);
}

/** As a policy says it: an exact half goes to the even neighbour, up, or with the rest down. */
export function round(
  value: Fraction,
  digits: number,
  { rounding }: Pick<ModelPolicy, 'rounding'>,
): string {
  if (rounding === 'down') return roundDown(value, digits);
  if (rounding === 'half-even') return roundHalfEven(value, digits);
  const half = fraction(1n, 2n * tenToThe(digits));
  return roundDown(add(value, half), digits);
}

/** Exactly `digits` decimals; what is beyond them is dropped. Never asked of a negative amount. */
export function roundDown(value: Fraction, digits: number): string {
  if (value.numerator < 0n) throw new RangeError('roundDown is for amounts that are not negative.');
  return print(false, (value.numerator * tenToThe(digits)) / value.denominator, digits);
}

function magnitude(value: Fraction): bigint {
  return value.numerator < 0n ? -value.numerator : value.numerator;
}

function tenToThe(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function print(negative: boolean, minorUnits: bigint, digits: number): string {
  const sign = negative && minorUnits > 0n ? '-' : '';
  const figures = minorUnits.toString().padStart(digits + 1, '0');
  const point = figures.length - digits;
  return digits === 0
    ? `${sign}${figures}`
    : `${sign}${figures.slice(0, point)}.${figures.slice(point)}`;
}

export const ZERO: Fraction = fraction(0n, 1n);

// --- Calendar ------------------------------------------------------------------------------------

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function parseDay(text: string): CalendarDay {
  // More than four figures for the year: a term bought in 9999 ends in 10000.
  if (!/^[0-9]{4,6}-[0-9]{2}-[0-9]{2}$/.test(text)) throw new RangeError(`Not a day: ${text}`);
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new RangeError(`No such day: ${text}`);
  }
  return { year, month, day };
}

/** 1970-01-01 is day 0. Whole years are counted first, then whole months, then days. */
export function dayNumber(day: string): number {
  const at = parseDay(day);
  let days = 0;
  for (let year = 1970; year < at.year; year += 1) days += daysInYear(year);
  for (let year = at.year; year < 1970; year += 1) days -= daysInYear(year);
  for (let month = 1; month < at.month; month += 1) days += daysInMonth(at.year, month);
  return days + at.day - 1;
}

/** A day that the target month lacks becomes its last day. */
export function addMonthsClamped(day: string, months: number): string {
  const from = parseDay(day);
  const monthsSinceYear0 = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(monthsSinceYear0 / 12);
  const month = monthsSinceYear0 - year * 12 + 1;
  const last = daysInMonth(year, month);
  const clamped = from.day > last ? last : from.day;
  return [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(clamped).padStart(2, '0'),
  ].join('-');
}

// --- What goes in and comes out ------------------------------------------------------------------

export interface ModelRequest {
  readonly paid: string;
  readonly currency: string;
  /** Minor-unit digits of the currency. */
  readonly digits: number;
  /** USD per unit; '1' for USD. */
  readonly usdRate: string;
  readonly term: 'P1Y' | 'P3Y' | 'P5Y';
  readonly purchasedOn: string;
  readonly canceledOn: string;
  readonly used: boolean;
  readonly product?: string | undefined;
}

export interface ModelPolicy {
  /** null: no window at all, the fee falls on every day. */
  readonly windowDays: number | null;
  /** A day without a row. */
  readonly dayWithoutRow: number | null;
  readonly fullCreditWhenUnused: boolean;
  readonly feeRate: string;
  /** null: no limit. */
  readonly limitUsd: string | null;
  readonly limitWindow: '365-days' | 'calendar-year' | 'none';
  readonly limitCounts: 'refund' | 'canceled-commitment';
  readonly overLimit: 'clip' | 'refuse';
  readonly rounding: 'half-even' | 'half-up' | 'down';
  readonly exchangeMinimum: 'credit' | 'none';
  readonly nonReturnable: readonly string[];
}

export interface ModelDays {
  readonly sincePurchase: number;
  readonly term: number;
  readonly remaining: number;
}

export type ModelRow = 'full-credit' | 'pro-rated' | 'pro-rated-less-fee';

export type ModelRefund =
  | {
      readonly outcome: 'refused';
      /** All can hold at once, in this order. */
      readonly reasons: readonly ('term-ended' | 'not-returnable' | 'undefined-by-text')[];
    }
  | {
      readonly outcome: 'refused';
      readonly reasons: readonly ['limit-exceeded'];
      readonly days: ModelDays;
      readonly row: ModelRow;
      readonly credit: string;
      readonly fee: string;
      readonly refundable: string;
    }
  | {
      readonly outcome: 'paid';
      readonly row: ModelRow;
      readonly days: ModelDays;
      readonly credit: string;
      readonly fee: string;
      readonly refundable: string;
      readonly refund: string;
      readonly withheld: string;
      readonly countedUsd: string;
      readonly consumedAfterUsd: string;
      /** What is left of the limit afterwards, never below 0.00; 'unlimited' without a limit. */
      readonly availableUsd: string;
      readonly note: 'limit-reached' | 'limit-clipped' | null;
    };

export interface ModelExchangeRequest {
  readonly paid: string;
  readonly digits: number;
  readonly term: 'P1Y' | 'P3Y' | 'P5Y';
  readonly purchasedOn: string;
  readonly exchangedOn: string;
  readonly newPrice: string;
  readonly product?: string | undefined;
}

export type ModelExchange =
  | {
      readonly outcome: 'refused';
      readonly reasons: readonly ('term-ended' | 'not-returnable' | 'purchase-below-credit')[];
    }
  | { readonly outcome: 'allowed'; readonly credit: string; readonly netPayable: string };

// --- The rules -----------------------------------------------------------------------------------

export const MONTHS = { P1Y: 12, P3Y: 36, P5Y: 60 } as const;

export function countDays(
  term: keyof typeof MONTHS,
  purchasedOn: string,
  returnedOn: string,
): ModelDays {
  const purchased = dayNumber(purchasedOn);
  const returned = dayNumber(returnedOn);
  const end = dayNumber(addMonthsClamped(purchasedOn, MONTHS[term]));
  if (returned < purchased) throw new RangeError('Returned before it was purchased.');
  return {
    sincePurchase: returned - purchased,
    term: end - purchased,
    remaining: end - returned,
  };
}

function whyNotReturnable(
  days: ModelDays,
  product: string | undefined,
  policy: ModelPolicy,
): ('term-ended' | 'not-returnable')[] {
  const reasons: ('term-ended' | 'not-returnable')[] = [];
  if (days.remaining <= 0) reasons.push('term-ended');
  if (product !== undefined && policy.nonReturnable.includes(product)) {
    reasons.push('not-returnable');
  }
  return reasons;
}

function proRated(paid: string, days: ModelDays, digits: number, policy: ModelPolicy): string {
  const part = fraction(BigInt(days.remaining), BigInt(days.term));
  return round(multiply(parseDecimal(paid), part), digits, policy);
}

export function chooseRow(days: ModelDays, used: boolean, policy: ModelPolicy): ModelRow {
  if (policy.windowDays === null || days.sincePurchase > policy.windowDays) {
    return 'pro-rated-less-fee';
  }
  return !used && policy.fullCreditWhenUnused ? 'full-credit' : 'pro-rated';
}

export function modelRefund(
  request: ModelRequest,
  policy: ModelPolicy,
  consumedBeforeUsd: string,
): ModelRefund {
  if (policy.limitCounts === 'canceled-commitment' && policy.overLimit === 'clip') {
    throw new RangeError('Malformed policy: clipping while counting commitments has no meaning.');
  }
  const { digits } = request;
  const days = countDays(request.term, request.purchasedOn, request.canceledOn);
  const reasons: ('term-ended' | 'not-returnable' | 'undefined-by-text')[] = whyNotReturnable(
    days,
    request.product,
    policy,
  );
  if (days.sincePurchase === policy.dayWithoutRow) reasons.push('undefined-by-text');
  if (reasons.length > 0) return { outcome: 'refused', reasons };

  // Each line starts from the printed lines above it, so that a reader can recompute it.
  const row = chooseRow(days, request.used, policy);
  const credit =
    row === 'full-credit'
      ? roundHalfEven(parseDecimal(request.paid), digits)
      : proRated(request.paid, days, digits, policy);
  const fee =
    row === 'pro-rated-less-fee'
      ? round(multiply(parseDecimal(policy.feeRate), parseDecimal(credit)), digits, policy)
      : roundHalfEven(ZERO, digits);
  const refundable = roundHalfEven(subtract(parseDecimal(credit), parseDecimal(fee)), digits);

  const counted = policy.limitCounts === 'refund' ? refundable : credit;
  const drawn = drawOnLimit({ ...request, refundable, counted, consumedBeforeUsd }, policy);
  if (drawn === null) {
    return {
      outcome: 'refused',
      reasons: ['limit-exceeded'],
      days,
      row,
      credit,
      fee,
      refundable,
    };
  }

  return {
    outcome: 'paid',
    row,
    days,
    credit,
    fee,
    refundable,
    ...drawn,
    note: chooseNote(drawn.refund, drawn.withheld),
  };
}

export interface Draw {
  readonly digits: number;
  readonly usdRate: string;
  readonly refundable: string;
  /** What the policy counts, before anything is clipped: the refund, or what is cancelled. */
  readonly counted: string;
  readonly consumedBeforeUsd: string;
  /** The vendor's own USD amount of `counted`. */
  readonly countedUsd?: string | undefined;
}

export interface Drawn {
  readonly refund: string;
  readonly withheld: string;
  readonly countedUsd: string;
  readonly consumedAfterUsd: string;
  /** 'unlimited' without a limit. */
  readonly availableUsd: string;
}

/** Draws a refund on the yearly limit; null if the policy refuses it. */
export function drawOnLimit(draw: Draw, policy: ModelPolicy): Drawn | null {
  const { digits, refundable } = draw;
  const rate = parseDecimal(draw.usdRate);
  const consumedBefore = parseDecimal(draw.consumedBeforeUsd);
  const wantedUsd =
    draw.countedUsd === undefined
      ? multiply(parseDecimal(draw.counted), rate)
      : parseDecimal(draw.countedUsd);
  let refund = refundable;
  let countedUsd = roundHalfEven(wantedUsd, 2);
  if (policy.limitUsd !== null) {
    const left = larger(ZERO, subtract(parseDecimal(policy.limitUsd), consumedBefore));
    if (compare(wantedUsd, left) > 0) {
      if (policy.overLimit === 'refuse') return null;
      const cap = parseDecimal(roundDown(divide(left, rate), digits));
      refund = roundHalfEven(smaller(parseDecimal(refundable), cap), digits);
      countedUsd = roundHalfEven(multiply(parseDecimal(refund), rate), 2);
    }
  }
  const consumedAfter = add(consumedBefore, parseDecimal(countedUsd));
  return {
    refund,
    withheld: roundHalfEven(subtract(parseDecimal(refundable), parseDecimal(refund)), digits),
    countedUsd,
    consumedAfterUsd: roundHalfEven(consumedAfter, 2),
    availableUsd:
      policy.limitUsd === null
        ? 'unlimited'
        : roundHalfEven(larger(ZERO, subtract(parseDecimal(policy.limitUsd), consumedAfter)), 2),
  };
}

export function chooseNote(
  refund: string,
  withheld: string,
): 'limit-reached' | 'limit-clipped' | null {
  if (compare(parseDecimal(withheld), ZERO) === 0) return null;
  return compare(parseDecimal(refund), ZERO) === 0 ? 'limit-reached' : 'limit-clipped';
}

/** No fee, no limit, and no full-credit row: the credit is pro-rated on every day. */
export function modelExchange(request: ModelExchangeRequest, policy: ModelPolicy): ModelExchange {
  const days = countDays(request.term, request.purchasedOn, request.exchangedOn);
  const reasons = whyNotReturnable(days, request.product, policy);
  if (reasons.length > 0) return { outcome: 'refused', reasons };

  const credit = proRated(request.paid, days, request.digits, policy);
  const net = subtract(parseDecimal(request.newPrice), parseDecimal(credit));
  if (policy.exchangeMinimum === 'credit' && compare(net, ZERO) < 0) {
    return { outcome: 'refused', reasons: ['purchase-below-credit'] };
  }
  return { outcome: 'allowed', credit, netPayable: roundHalfEven(net, request.digits) };
}

/** One customer. Keeps every counted amount ever with its day; knows no ids and no order. */
export class ModelLedger {
  readonly #policy: ModelPolicy;
  readonly #counted: { readonly day: string; readonly usd: string }[] = [];

  constructor(policy: ModelPolicy) {
    this.#policy = policy;
  }

  consumedOn(day: string): string {
    let sum = ZERO;
    for (const entry of this.#counted) {
      if (this.#counts(entry.day, day)) sum = add(sum, parseDecimal(entry.usd));
    }
    return roundHalfEven(sum, 2);
  }

  settle(request: ModelRequest): ModelRefund {
    const result = modelRefund(request, this.#policy, this.consumedOn(request.canceledOn));
    if (result.outcome === 'paid') {
      this.#counted.push({ day: request.canceledOn, usd: result.countedUsd });
    }
    return result;
  }

  #counts(entryDay: string, onDay: string): boolean {
    const age = dayNumber(onDay) - dayNumber(entryDay);
    if (age < 0) return false;
    if (this.#policy.limitWindow === 'none') return true;
    return this.#policy.limitWindow === '365-days'
      ? age <= 364
      : parseDay(entryDay).year === parseDay(onDay).year;
  }
}
