import { addMonths } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, times, timesOver, type Whole } from '../../kernel/money.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { softwareCitations } from '../policy/citations.ts';
import { creditBasisOf } from '../policy/kind-rules.ts';
import {
  billingCycleMonths,
  billingCycles,
  type SoftwarePolicy,
  softwareTermMonths,
} from '../policy/software-policy.ts';
import type { AllowedSoftwareCancellation, SoftwareCreditLine } from './cancellation.ts';
import { chargeCycleOn, type Period } from './charge-cycle.ts';
import type { SoftwareCancellationFacts } from './facts.ts';
import { isWithinHours } from './moments.ts';
import { isOffered } from './window.ts';

/** The credit, its calculation, its clauses, and the interpretations applied. */
export interface CalculatedCredit
  extends Pick<AllowedSoftwareCancellation, 'credit' | 'lines' | 'interpretations'> {
  readonly clauses: readonly ClauseId[];
  /** True if the refund that the vendor offers is another than that of the policy. */
  readonly differs: boolean;
}

/** SOF-2: perpetual software in full, a subscription pro rata; or as the policy or the vendor has it. */
export function creditOf(facts: SoftwareCancellationFacts, issues: Issue[]): CalculatedCredit {
  const { basis, clause, interpretations, differs } = basisOf(facts, issues);
  switch (basis) {
    case 'unstated':
      return { ...unstatedCredit(clause), differs };
    case 'full':
      return { ...fullCredit(facts, clause), interpretations, clauses: [clause], differs };
    case 'pro-rated':
      return { ...proRatedCredit(facts, clause, issues), differs };
  }
}

interface Basis {
  readonly basis: SoftwarePolicy['subscriptionCredit'];
  readonly clause: ClauseId;
  readonly interpretations: readonly InterpretationId[];
  readonly differs: boolean;
}

function basisOf(facts: SoftwareCancellationFacts, issues: Issue[]): Basis {
  const { refundOptions } = facts.vendor;
  if (refundOptions === undefined) return ruleBasis(facts, issues);
  const full = refundOptions.filter(({ type }) => type === 'Full');
  const isFull = isOffered(facts, full, issues);
  const rules = ruleBasis(facts, []);
  const isShared = creditBasisOf(facts.kind, facts.chosen.policy) === 'pro-rated';
  const partial = isShared ? 'pro-rated' : 'unstated';
  const basis = isFull ? 'full' : partial;
  return { basis, clause: 'SOF-25', interpretations: [], differs: basis !== rules.basis };
}

/** SOF-21: a subscription that is pro-rated may be credited in full in its first hours. */
function ruleBasis(facts: SoftwareCancellationFacts, issues: Issue[]): Basis {
  const { policy } = facts.chosen;
  const basis = creditBasisOf(facts.kind, policy);
  const clause = softwareCitations[policy.document].credit;
  const { fullCreditHours } = policy;
  if (
    basis === 'pro-rated' &&
    fullCreditHours !== null &&
    isWithinHours(facts, fullCreditHours, issues)
  ) {
    return { basis: 'full', clause: 'SOF-21', interpretations: ['R-HOURS'], differs: false };
  }
  return { basis, clause, interpretations: [], differs: false };
}

type Calculation = Omit<CalculatedCredit, 'differs'>;

function unstatedCredit(clause: ClauseId): Calculation {
  return {
    credit: { basis: 'unstated', amount: null, currency: null, invoice: null },
    lines: [],
    interpretations: [],
    clauses: [clause],
  };
}

/** The part of a credit that is known without a price. */
const unpriced = { amount: null, currency: null, invoice: 'next-monthly' } as const;

function fullCredit(
  { price }: SoftwareCancellationFacts,
  clause: ClauseId,
): Pick<Calculation, 'credit' | 'lines'> {
  if (price === undefined) return { credit: { basis: 'full', ...unpriced }, lines: [] };
  const amount = formatAmount(price.paid, price.digits);
  return {
    credit: { basis: 'full', amount, currency: price.currency, invoice: 'next-monthly' },
    lines: [{ code: 'credit', amount, clause, of: amount }],
  };
}

function proRatedCredit(
  facts: SoftwareCancellationFacts,
  clause: ClauseId,
  issues: Issue[],
): Calculation {
  const { price, canceledOn, chosen } = facts;
  const { creditPeriod, cancellationDay, rounding } = chosen.policy;
  const period = creditPeriodOf(facts, issues);
  if (period === 'unstated') return unstatedCredit(clause);
  if (price !== undefined && rounding === 'unit-down' && facts.quantity === undefined) {
    const expected = 'the units of the purchase, as the credit is rounded for each of them';
    issues.push(issue(['quantity'], 'missing-field', expected, undefined));
  }
  const isCycle = creditPeriod === 'charge-cycle';
  const clauses: ClauseId[] = isCycle ? [clause, 'SOF-20'] : [clause];
  if (period === undefined) {
    const credit = { basis: 'pro-rated', ...unpriced, days: null, termDays: null } as const;
    return { credit, lines: [], interpretations: [], clauses };
  }

  // R-PRORATE: by days; R-TODAY: with or without the day of the cancellation.
  const termDays = period.to - period.from;
  const days = period.to - canceledOn - (cancellationDay === 'charged' ? 1 : 0);
  const ofDays: readonly InterpretationId[] = [isCycle ? 'R-TODAY' : 'R-PRORATE'];
  if (price === undefined) {
    const credit = { basis: 'pro-rated', ...unpriced, days, termDays } as const;
    return { credit, lines: [], interpretations: ofDays, clauses };
  }

  const { amount, lines } = roundedCredit(facts, days, termDays, clause);
  if (rounding === 'unit-down') clauses.push('SOF-24');
  const ofRounding = rounding === 'half-even' ? 'R-ROUND' : 'R-UNIT';
  return {
    credit: {
      basis: 'pro-rated',
      amount,
      currency: price.currency,
      invoice: 'next-monthly',
      days,
      termDays,
    },
    lines,
    interpretations: [...ofDays, 'R-BASIS', ofRounding],
    clauses,
  };
}

/**
 * The term, or the charge cycle in which the subscription is cancelled; `undefined` if it is not known and no
 * amount depends on it. `unstated`: the text covers only a price of the whole term.
 */
function creditPeriodOf(
  { term, billingCycle, purchasedOn, canceledOn, price, chosen }: SoftwareCancellationFacts,
  issues: Issue[],
): Period | 'unstated' | undefined {
  if (term === undefined) return undefined;
  const months = softwareTermMonths[term];
  if (chosen.policy.creditPeriod === 'term') {
    if (billingCycle !== undefined && billingCycleMonths[billingCycle] < months) return 'unstated';
    return { from: purchasedOn, to: addMonths(purchasedOn, months) };
  }
  const cycle = billingCycle ?? (term === 'P1M' ? 'monthly' : undefined);
  if (cycle !== undefined) return chargeCycleOn(canceledOn, purchasedOn, cycle);
  if (price !== undefined) {
    const expected = `the billing cycle, one of ${billingCycles.join(', ')}, whose price is credited`;
    issues.push(issue(['billingCycle'], 'missing-field', expected, undefined));
  }
  return undefined;
}

interface Rounded {
  readonly amount: string;
  readonly lines: readonly SoftwareCreditLine[];
}

/** R-ROUND, R-UNIT: once, of the total; or down for one unit, times the units. */
function roundedCredit(
  { price, quantity: units = 1, chosen }: SoftwareCancellationFacts,
  days: number,
  termDays: number,
  clause: ClauseId,
): Rounded {
  const { paid, digits } = price as NonNullable<typeof price>; // there is one
  const { rounding } = chosen.policy;
  const of = formatAmount(paid, digits);
  if (rounding !== 'unit-down') {
    const how = rounding === 'total-down' ? 'down' : rounding;
    const amount = formatAmount(timesOver(paid, days, termDays, how), digits);
    return { amount, lines: [{ code: 'credit', amount, clause, of, days, termDays }] };
  }
  const perUnit = times(paid, { numerator: days, denominator: product(termDays, units) }, 'down');
  const unit = formatAmount(perUnit, digits);
  const amount = formatAmount(product(perUnit, units), digits);
  return {
    amount,
    lines: [
      { code: 'unit-credit', amount: unit, clause: 'SOF-24', of, days, termDays, quantity: units },
      { code: 'credit', amount, clause, of: unit, quantity: units },
    ],
  };
}

/** The exact product of two whole numbers. */
function product(a: Whole, b: number): Whole {
  return times(a, { numerator: b, denominator: 1 }, 'down');
}
