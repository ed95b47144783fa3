import { groupThousands } from '../../amounts/group-thousands.ts';
import { formatDay, writtenDay } from '../../kernel/day.ts';
import { formatAmount, isLess, timesOver, type Whole, writtenAmount } from '../../kernel/money.ts';
import { paymentsOf, type Term } from '../../reservations/facts/term.ts';
import type {
  CommitmentLine,
  CreditLine,
  PartLine,
  PlanFigures,
} from '../../reservations/quote/quote.ts';
import type { Voice } from '../form/explanation.ts';
import { countText, equationText } from '../form/figures.ts';

/** A returned reservation, as far as its credit is explained. */
export interface ExplainedPlan {
  readonly plan: PlanFigures;
  readonly term: Term;
  /** The decimals of the currency. */
  readonly digits: number;
  /** True if it is exchanged, so that its cancelled payments count toward the purchase. */
  readonly isExchanged: boolean;
}

type PlanLine = PartLine | CreditLine | CommitmentLine;

/** Explains the lines of a returned reservation: the part of its units, its credit, what is cancelled. */
export function planTexts(line: PlanLine, explained: ExplainedPlan, voice: Voice): string[] {
  switch (line.code) {
    case 'part':
      return [partText(line, explained, voice)];
    case 'credit':
      return creditTexts(line, explained, voice);
    case 'commitment':
      return line.payments === 0 ? [] : [commitmentText(line, explained, voice)];
  }
}

function partText(line: PartLine, { plan }: ExplainedPlan, { words: { steps } }: Voice): string {
  const facts = {
    units: countText(line.quantityToReturn),
    quantity: countText(line.quantity),
    sum: `${groupThousands(line.of)} × ${countText(line.quantityToReturn)} ÷ ${countText(line.quantity)}`,
    amount: groupThousands(line.amount),
    clause: line.clause,
  };
  return plan.billingPlan === 'Monthly' ? steps.partMonthly(facts) : steps.part(facts);
}

function creditTexts(line: CreditLine, explained: ExplainedPlan, voice: Voice): string[] {
  const { steps } = voice.words;
  const { plan } = explained;
  const { clause } = line;
  const amount = groupThousands(line.amount);
  const isMonthly = plan.billingPlan === 'Monthly';
  if (line.days === undefined || line.termDays === undefined) {
    const full = isMonthly ? steps.creditOfFirst : steps.creditInFull;
    return [...paymentTexts(explained, voice), full({ amount, clause })];
  }
  const sum = shareText(line, explained, [line.days], [line.termDays]);
  const days = countText(line.days);
  if (!isMonthly) {
    return [steps.credit({ sum, amount, days, termDays: countText(line.termDays), clause })];
  }
  const credit = steps.creditOfMonth({
    sum,
    amount,
    days: voice.words.days({ count: days }),
    clause,
  });
  const earlier = Number(plan.completedTransactions) > 1 ? [steps.earlierPayments] : [];
  return [...paymentTexts(explained, voice), credit, ...earlier];
}

/** Explains the number of payments made, and the days that the last one pays for. */
function paymentTexts({ plan, term }: ExplainedPlan, { words }: Voice): string[] {
  const { period, completedTransactions } = plan;
  if (period === null || completedTransactions === null) return [];
  return [
    words.steps.payments({
      made: countText(completedTransactions),
      payments: countText(paymentsOf(term)),
      from: period.from,
      to: formatDay(writtenDay(period.to) - 1),
      days: words.days({ count: countText(period.days) }),
    }),
  ];
}

function commitmentText(
  line: CommitmentLine,
  explained: ExplainedPlan,
  { words: { steps } }: Voice,
): string {
  const { plan, digits, isExchanged } = explained;
  const instalment = plan.instalment as string; // only monthly payment leaves a commitment
  const isEqual = isSame(product(instalment, line.payments, digits), product(line.of, 1, digits));
  const sum = isEqual
    ? shareText({ ...line, of: instalment }, explained, [line.payments], [])
    : shareText(line, explained, [], []);
  const equation = equationText(sum, groupThousands(line.amount));
  const facts = { equation, clause: line.clause };
  return isExchanged ? steps.exchangedPayments(facts) : steps.canceledPayments(facts);
}

interface Share {
  readonly of: string;
  readonly quantityToReturn?: number | undefined;
  readonly quantity?: number | undefined;
}

/** The returned units' share of an amount as a sum; through the part of the units if that is exact. */
function shareText(
  { of, quantityToReturn = 1, quantity = 1 }: Share,
  { digits }: ExplainedPlan,
  times: readonly number[],
  over: readonly number[],
): string {
  const part = timesOver(writtenAmount(of, digits), quantityToReturn, quantity, 'down');
  const isExact = isSame(
    timesOver(part, quantity, 1, 'down'),
    product(of, quantityToReturn, digits),
  );
  const text = groupThousands(isExact ? formatAmount(part, digits) : of);
  const factors = isExact ? times : [quantityToReturn, ...times];
  const divisors = isExact ? over : [quantity, ...over];
  const dividend = [text, ...factors.map(countText)].join(' × ');
  if (divisors.length === 0) return dividend;
  const divisor = divisors.map(countText).join(' × ');
  return `${dividend} ÷ ${divisors.length > 1 ? `(${divisor})` : divisor}`;
}

function product(amount: string, times: number, digits: number): Whole {
  return timesOver(writtenAmount(amount, digits), times, 1, 'down');
}

function isSame(a: Whole, b: Whole): boolean {
  return !isLess(a, b) && !isLess(b, a);
}
