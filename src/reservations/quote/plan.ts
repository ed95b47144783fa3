import { formatDay } from '../../kernel/day.ts';
import { formatAmount, type Whole } from '../../kernel/money.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import type { Bill } from '../facts/payment.ts';
import type { ReturnFacts } from '../facts/refund-facts.ts';
import { paymentsOf } from '../facts/term.ts';
import type { BillingPeriod, CommitmentLine, CreditLine, PartLine, PlanFigures } from './quote.ts';

// How a quote shows the billing plan and the returned units (monthly.md: PAY-1 to PAY-5).

/** The amount that the credit of a return shares. */
export interface CreditBasis {
  /** The price or payment for all units, in minor units. */
  readonly basis: Whole;
  /** True if all of it is credited, whichever days are left. */
  readonly isFull: boolean;
}

/** The figures of a return that is refused: nothing is cancelled. */
export function refusedPlanFigures(facts: ReturnFacts, bill: Bill): PlanFigures {
  const zero = formatAmount(0, facts.digits);
  return { ...planFigures(facts, bill, zero, zero), period: null };
}

export function planFigures(
  { billingPlan, units, digits, given }: ReturnFacts,
  bill: Bill,
  remainingCommitment: string,
  canceledCommitment: string,
): PlanFigures {
  const { monthly, shared } = bill;
  return {
    billingPlan,
    quantity: units.quantity,
    quantityToReturn: units.quantityToReturn,
    instalment: monthly === null ? null : (given.instalment ?? formatAmount(shared, digits)),
    completedTransactions: monthly === null ? null : monthly.made,
    period: monthly === null ? null : periodOf(bill, monthly.month),
    remainingCommitment,
    canceledCommitment,
  };
}

function periodOf(
  { days, remaining }: Bill,
  { from, to }: NonNullable<Bill['monthly']>['month'],
): BillingPeriod {
  return { from: formatDay(from), to: formatDay(to), days, used: days - remaining, remaining };
}

/** The amount paid for all units. */
export function paidOf({ given, digits }: ReturnFacts, { paid }: Bill): string {
  return given.paid ?? formatAmount(paid, digits);
}

/** The clause of the credit, unless it is that of the table's row. */
function creditClauseOf(
  { units: { quantity, quantityToReturn } }: ReturnFacts,
  { monthly }: Bill,
  isFull: boolean,
): ClauseId | undefined {
  if (monthly !== null) return isFull ? 'PAY-4' : 'PAY-2';
  return quantity === quantityToReturn ? undefined : 'PAY-5';
}

/** The clauses of the plan that led to an answer. */
export function planClausesOf(facts: ReturnFacts, bill: Bill, { isFull }: CreditBasis): ClauseId[] {
  const clauses: ClauseId[] = bill.monthly === null ? [] : ['PAY-1'];
  const credit = creditClauseOf(facts, bill, isFull);
  if (credit !== undefined) clauses.push(credit);
  if (bill.monthly !== null) clauses.push('PAY-3');
  return clauses;
}

/** The interpretations of the plan that led to an answer. */
export function planInterpretationsOf(
  { payment, units, returnedOn }: ReturnFacts,
  { monthly }: Bill,
): InterpretationId[] {
  const interpretations: InterpretationId[] = [];
  if (payment.kind === 'equal') interpretations.push('R-ANNIVERSARY');
  if (payment.kind === 'equal' && !payment.isCounted && monthly?.month.from === returnedOn) {
    interpretations.push('R-DUE');
  }
  if (payment.kind === 'scheduled') interpretations.push('R-RATE');
  if (units.quantity !== units.quantityToReturn) interpretations.push('R-QUANTITY');
  return interpretations;
}

/** The lines of the credit: the part of the units, if it is one, and what is left of it. */
export function creditLinesOf(
  facts: ReturnFacts,
  bill: Bill,
  { basis, isFull }: CreditBasis,
  credit: string,
  rowClause: ClauseId,
  part: Whole,
): [CreditLine] | [PartLine, CreditLine] {
  const { digits, given } = facts;
  const shared = basis === bill.shared ? (given.paid ?? given.instalment) : undefined;
  const of = shared ?? formatAmount(basis, digits);
  const clause = creditClauseOf(facts, bill, isFull) ?? rowClause;
  const line: CreditLine = isFull
    ? { code: 'credit', amount: credit, clause, of }
    : { code: 'credit', amount: credit, clause, of, days: bill.remaining, termDays: bill.days };
  const units = partUnitsOf(facts);
  if (units === undefined) return [line];
  return [
    { code: 'part', amount: formatAmount(part, digits), clause, of, ...units },
    { ...line, ...units },
  ];
}

/** The line of what is cancelled and was never paid; `null` for a reservation paid up front. */
export function commitmentLineOf(
  facts: ReturnFacts,
  { monthly, toCome }: Bill,
  remainingCommitment: string,
): CommitmentLine | null {
  if (monthly === null) return null;
  const units = partUnitsOf(facts);
  return {
    code: 'commitment',
    amount: remainingCommitment,
    clause: 'PAY-3',
    of: units === undefined ? remainingCommitment : formatAmount(toCome, facts.digits),
    payments: paymentsOf(facts.term) - monthly.made,
    ...units,
  };
}

interface PartUnits {
  readonly quantityToReturn: number;
  readonly quantity: number;
}

/** The units of a line, if only a part of them is returned. */
function partUnitsOf({
  units: { quantity, quantityToReturn },
}: ReturnFacts): PartUnits | undefined {
  return quantity === quantityToReturn ? undefined : { quantityToReturn, quantity };
}
