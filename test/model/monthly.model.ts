// Monthly payment, part quantities and exchanges of several (monthly.md), for tests only: slow and plain, and apart from src/, like
// refund.model.ts, whose fractions and calendar it uses.

import {
  add,
  addMonthsClamped,
  chooseNote,
  chooseRow,
  compare,
  countDays,
  type Drawn,
  dayNumber,
  drawOnLimit,
  type Fraction,
  fraction,
  MONTHS,
  type ModelDays,
  type ModelPolicy,
  type ModelRow,
  multiply,
  parseDecimal,
  round,
  roundHalfEven,
  smaller,
  subtract,
  ZERO,
} from './refund.model.ts';

// --- What goes in and comes out ------------------------------------------------------------------

/** Amounts are for all units that were bought. */
type ModelPlan =
  | { readonly kind: 'upfront'; readonly paid: string }
  | {
      readonly kind: 'monthly';
      readonly instalment: string;
      /** Payments made; by default all that were due by the day of the return. */
      readonly completed?: number | undefined;
    }
  | { readonly kind: 'schedule'; readonly entries: readonly ModelEntry[] };

export interface ModelEntry {
  readonly dueDate: string;
  readonly status: 'Succeeded' | 'Failed' | 'Scheduled' | 'Cancelled';
  /** Unknown for a payment to come, at times. */
  readonly amount?: string | undefined;
}

/** A reservation that is given back, whole or in part. */
export interface ModelReturned {
  readonly plan: ModelPlan;
  readonly quantity: number;
  readonly quantityToReturn: number;
  readonly term: 'P1Y' | 'P3Y' | 'P5Y';
  readonly purchasedOn: string;
  readonly used: boolean;
  readonly product?: string | undefined;
}

export interface ModelMonthlyRequest extends ModelReturned {
  readonly digits: number;
  /** USD per unit; '1' for USD. */
  readonly usdRate: string;
  readonly canceledOn: string;
  /** Of the same scope as the price or the instalment. */
  readonly currentPrice?: string | undefined;
  /** The refund in USD as the vendor counts it. */
  readonly pricingRefund?: string | undefined;
}

export interface ModelMonthlyPolicy extends ModelPolicy {
  readonly priceBasis: 'paid' | 'lower';
  readonly exchangeWindow: 'pro-rated' | 'full';
  readonly nonExchangeable: readonly string[];
}

/** The days that the last payment pays for, up to the day before `to`. */
interface ModelPeriod {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly used: number;
  readonly remaining: number;
}

interface Cancelled {
  readonly remainingCommitment: string;
  readonly canceledCommitment: string;
}

interface Credited {
  readonly days: ModelDays;
  readonly row: ModelRow;
  readonly credit: string;
  readonly fee: string;
  readonly refundable: string;
}

export type ModelMonthlyRefund =
  | {
      readonly outcome: 'refused';
      readonly reasons: readonly ('term-ended' | 'not-returnable' | 'undefined-by-text')[];
    }
  | (Credited &
      Cancelled & { readonly outcome: 'refused'; readonly reasons: readonly ['limit-exceeded'] })
  | (Credited &
      Cancelled &
      Drawn & {
        readonly outcome: 'paid';
        readonly note: 'limit-reached' | 'limit-clipped' | null;
        /** The payments made, for all units. */
        readonly paid: string;
        /** The last payment made; null for an upfront one, as `completed` and `period`. */
        readonly instalment: string | null;
        readonly completed: number | null;
        readonly period: ModelPeriod | null;
        /** Whether the amount of a payment to come is not known. */
        readonly commitmentEstimated: boolean;
      });

type ModelPurchase =
  | { readonly price: string }
  | { readonly instalment: string; readonly term: 'P1Y' | 'P3Y' | 'P5Y' };

export interface ModelSeveralRequest {
  readonly digits: number;
  readonly exchangedOn: string;
  readonly returned: readonly ModelReturned[];
  readonly purchases: readonly ModelPurchase[];
}

export type ModelSeveral =
  | {
      readonly outcome: 'refused';
      /** From 0; null for the whole exchange. */
      readonly reasons: readonly {
        readonly position: number | null;
        readonly reason: 'term-ended' | 'not-returnable' | 'purchase-below-credit';
      }[];
    }
  | {
      readonly outcome: 'allowed';
      readonly returned: readonly {
        readonly credit: string;
        readonly remainingCommitment: string;
      }[];
      readonly purchases: readonly string[];
      readonly refundsTotal: string;
      readonly purchasesTotal: string;
      readonly netPayable: string;
    };

// --- Payments ------------------------------------------------------------------------------------

interface Payment {
  /** The first day that it pays for, and the day after the last one. */
  readonly from: string;
  readonly to: string;
  readonly amount: Fraction;
  readonly made: boolean;
  readonly estimated: boolean;
}

const before = (a: string, b: string): boolean => dayNumber(a) < dayNumber(b);

/** Lists every payment of the term, those to come too. An upfront payment pays for the whole term. */
function listPayments(returned: ModelReturned, day: string): readonly Payment[] {
  const { plan, term, purchasedOn } = returned;
  const months = MONTHS[term];
  const end = addMonthsClamped(purchasedOn, months);
  if (plan.kind === 'upfront') {
    const amount = parseDecimal(plan.paid);
    return [{ from: purchasedOn, to: end, amount, made: true, estimated: false }];
  }
  if (plan.kind === 'schedule') return listScheduled(plan.entries, returned, day);

  const payments: Payment[] = [];
  let due = 0;
  for (let number = 0; number < months; number += 1) {
    const from = addMonthsClamped(purchasedOn, number);
    const to = addMonthsClamped(purchasedOn, number + 1);
    if (!before(day, from)) due += 1;
    const made = plan.completed === undefined ? !before(day, from) : number < plan.completed;
    payments.push({ from, to, amount: parseDecimal(plan.instalment), made, estimated: false });
  }
  if (plan.completed !== undefined && (plan.completed < 1 || plan.completed > due)) {
    throw new RangeError(`At most ${due} payments were due.`);
  }
  return payments;
}

function listScheduled(
  entries: readonly ModelEntry[],
  { term, purchasedOn }: ModelReturned,
  day: string,
): readonly Payment[] {
  const kept: ModelEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const passedOver = entry.status === 'Failed' || entry.status === 'Cancelled';
    const repeated = entries.slice(index + 1).some((later) => later.dueDate === entry.dueDate);
    if (!(passedOver && repeated)) kept.push(entry);
  }
  const end = addMonthsClamped(purchasedOn, MONTHS[term]);
  if (kept.length !== MONTHS[term]) throw new RangeError('Not as many payments as months.');
  if (kept[0]?.dueDate !== purchasedOn) throw new RangeError('First due on another day.');

  const payments: Payment[] = [];
  let known: string | undefined;
  for (const [index, entry] of kept.entries()) {
    const to = kept[index + 1]?.dueDate ?? end;
    if (!before(entry.dueDate, to)) throw new RangeError('The due days do not ascend.');
    const made = entry.status === 'Succeeded' && !before(day, entry.dueDate);
    if (made && entry.amount === undefined) throw new RangeError('A payment without an amount.');
    known = entry.amount ?? known;
    if (known === undefined) throw new RangeError('No amount is known yet.');
    const amount = parseDecimal(known);
    payments.push({ from: entry.dueDate, to, amount, made, estimated: entry.amount === undefined });
  }
  if (!payments.some(({ made }) => made)) throw new RangeError('No payment was made.');
  return payments;
}

function sum(payments: readonly Payment[]): Fraction {
  return payments.reduce((total, { amount }) => add(total, amount), ZERO);
}

function lastOf(payments: readonly Payment[]): Payment {
  const last = payments.at(-1);
  if (last === undefined) throw new RangeError('No payment.');
  return last;
}

function periodOf({ from, to }: Payment, day: string): ModelPeriod {
  const days = dayNumber(to) - dayNumber(from);
  const left = dayNumber(to) - dayNumber(day);
  const remaining = left < 0 ? 0 : left;
  return { from, to, days, used: days - remaining, remaining };
}

// --- Credit and commitment -----------------------------------------------------------------------

function shareOf({ quantity, quantityToReturn }: ModelReturned): Fraction {
  const whole = Number.isSafeInteger(quantity) && Number.isSafeInteger(quantityToReturn);
  if (!whole || quantityToReturn < 1 || quantityToReturn > quantity) {
    throw new RangeError('Returned units are 1 to the units that were bought.');
  }
  return fraction(BigInt(quantityToReturn), BigInt(quantity));
}

interface Worth {
  /** Before any rounding, of the returned units. */
  readonly inFull: Fraction;
  readonly byDays: Fraction;
  readonly commitment: Fraction;
  readonly payments: readonly Payment[];
  readonly made: readonly Payment[];
  readonly period: ModelPeriod;
}

/** Values what is given back: the last payment by its days, and the payments that are not made. */
function worthOf(returned: ModelReturned, day: string, ceiling: Fraction | null): Worth {
  const payments = listPayments(returned, day);
  const made = payments.filter((payment) => payment.made);
  const share = shareOf(returned);
  const last = lastOf(made);
  const first = made[0] ?? last;
  const period = periodOf(last, day);
  const capped = (amount: Fraction) => (ceiling === null ? amount : smaller(amount, ceiling));
  const dayShare = fraction(BigInt(period.remaining), BigInt(period.days));
  return {
    inFull: multiply(capped(first.amount), share),
    byDays: multiply(multiply(capped(last.amount), share), dayShare),
    commitment: multiply(sum(payments.filter((payment) => !payment.made)), share),
    payments,
    made,
    period,
  };
}

function sumPrinted(digits: number, ...amounts: readonly string[]): string {
  return roundHalfEven(
    amounts.reduce((total, amount) => add(total, parseDecimal(amount)), ZERO),
    digits,
  );
}

// --- Refunds -------------------------------------------------------------------------------------

export function modelMonthlyRefund(
  request: ModelMonthlyRequest,
  policy: ModelMonthlyPolicy,
  consumedBeforeUsd: string,
): ModelMonthlyRefund {
  const { digits, product, canceledOn } = request;
  const days = countDays(request.term, request.purchasedOn, canceledOn);
  const { currentPrice } = request;
  const lower = policy.priceBasis === 'lower' && currentPrice !== undefined;
  const ceiling = lower ? parseDecimal(currentPrice) : null;
  const worth = worthOf(request, canceledOn, ceiling);

  const reasons: ('term-ended' | 'not-returnable' | 'undefined-by-text')[] = [];
  if (days.remaining <= 0) reasons.push('term-ended');
  if (product !== undefined && policy.nonReturnable.includes(product)) {
    reasons.push('not-returnable');
  }
  if (days.sincePurchase === policy.dayWithoutRow) reasons.push('undefined-by-text');
  if (reasons.length > 0) return { outcome: 'refused', reasons };

  const row = chooseRow(days, request.used, policy);
  const credit = round(row === 'full-credit' ? worth.inFull : worth.byDays, digits, policy);
  const feeRate = row === 'pro-rated-less-fee' ? parseDecimal(policy.feeRate) : ZERO;
  const fee = round(multiply(feeRate, parseDecimal(credit)), digits, policy);
  const refundable = roundHalfEven(subtract(parseDecimal(credit), parseDecimal(fee)), digits);
  const remainingCommitment = round(worth.commitment, digits, policy);
  const canceledCommitment = sumPrinted(digits, credit, remainingCommitment);
  const quoted = {
    days,
    row,
    credit,
    fee,
    refundable,
    remainingCommitment,
    canceledCommitment,
  };

  const countsRefund = policy.limitCounts === 'refund';
  const drawn = drawOnLimit(
    {
      digits,
      usdRate: request.usdRate,
      refundable,
      counted: countsRefund ? refundable : canceledCommitment,
      consumedBeforeUsd,
      countedUsd: countsRefund ? request.pricingRefund : undefined,
    },
    policy,
  );
  if (drawn === null) return { outcome: 'refused', reasons: ['limit-exceeded'], ...quoted };

  const monthly = request.plan.kind !== 'upfront';
  return {
    outcome: 'paid',
    ...quoted,
    ...drawn,
    note: chooseNote(drawn.refund, drawn.withheld),
    paid: roundHalfEven(sum(worth.made), digits),
    instalment: monthly ? roundHalfEven(lastOf(worth.made).amount, digits) : null,
    completed: monthly ? worth.made.length : null,
    period: monthly ? worth.period : null,
    commitmentEstimated: worth.payments.some(({ estimated }) => estimated),
  };
}

// --- Exchanges -----------------------------------------------------------------------------------

/** Returns the lifetime total. */
function totalOf(purchase: ModelPurchase): Fraction {
  if ('price' in purchase) return parseDecimal(purchase.price);
  return multiply(parseDecimal(purchase.instalment), fraction(BigInt(MONTHS[purchase.term]), 1n));
}

/** Nothing counts against the limit, there is no fee, and the current price plays no part. */
export function modelExchangeOfSeveral(
  request: ModelSeveralRequest,
  policy: ModelMonthlyPolicy,
): ModelSeveral {
  const { digits, exchangedOn } = request;
  const reasons: {
    position: number | null;
    reason: 'term-ended' | 'not-returnable' | 'purchase-below-credit';
  }[] = [];
  const returned: { credit: string; remainingCommitment: string }[] = [];
  for (const [position, item] of request.returned.entries()) {
    const days = countDays(item.term, item.purchasedOn, exchangedOn);
    if (days.remaining <= 0) reasons.push({ position, reason: 'term-ended' });
    if (item.product !== undefined && policy.nonExchangeable.includes(item.product)) {
      reasons.push({ position, reason: 'not-returnable' });
    }
    const worth = worthOf(item, exchangedOn, null);
    const full =
      policy.exchangeWindow === 'full' && chooseRow(days, item.used, policy) === 'full-credit';
    returned.push({
      credit: round(full ? worth.inFull : worth.byDays, digits, policy),
      remainingCommitment: round(worth.commitment, digits, policy),
    });
  }
  if (reasons.length > 0) return { outcome: 'refused', reasons };

  const purchases = request.purchases.map((purchase) => roundHalfEven(totalOf(purchase), digits));
  const purchasesTotal = sumPrinted(digits, ...purchases);
  const refundsTotal = sumPrinted(
    digits,
    ...returned.flatMap((item) => [item.credit, item.remainingCommitment]),
  );
  const net = subtract(parseDecimal(purchasesTotal), parseDecimal(refundsTotal));
  if (policy.exchangeMinimum === 'credit' && compare(net, ZERO) < 0) {
    return { outcome: 'refused', reasons: [{ position: null, reason: 'purchase-below-credit' }] };
  }
  return {
    outcome: 'allowed',
    returned,
    purchases,
    refundsTotal,
    purchasesTotal,
    netPayable: roundHalfEven(net, digits),
  };
}
