import { addYears } from '../../kernel/day.ts';
import { formatAmount, times } from '../../kernel/money.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { softwareCitations } from '../policy/citations.ts';
import { creditBasisOf } from '../policy/kind-rules.ts';
import { softwareTermYears } from '../policy/software-policy.ts';
import type { AllowedSoftwareCancellation } from './cancellation.ts';
import type { SoftwareCancellationFacts } from './facts.ts';

/** The credit, its calculation, and the interpretations applied. */
export type CalculatedCredit = Pick<
  AllowedSoftwareCancellation,
  'credit' | 'lines' | 'interpretations'
>;

/** SOF-2: perpetual software in full, a subscription pro rata; or as the policy has it. */
export function creditOf(facts: SoftwareCancellationFacts): CalculatedCredit {
  const { policy } = facts.chosen;
  const clause = softwareCitations[policy.document].credit;
  const basis = creditBasisOf(facts.kind, policy);
  if (basis === 'unstated') {
    const credit = { basis, amount: null, currency: null, invoice: null } as const;
    return { credit, lines: [], interpretations: [] };
  }
  return basis === 'full' ? fullCredit(facts, clause) : proRatedCredit(facts, clause);
}

function fullCredit({ price }: SoftwareCancellationFacts, clause: ClauseId): CalculatedCredit {
  if (price === undefined) {
    return { credit: { basis: 'full', ...unpriced }, lines: [], interpretations: [] };
  }
  const amount = formatAmount(price.paid, price.digits);
  return {
    credit: { basis: 'full', amount, currency: price.currency, invoice: 'next-monthly' },
    lines: [{ code: 'credit', amount, clause, of: amount }],
    interpretations: [],
  };
}

function proRatedCredit(facts: SoftwareCancellationFacts, clause: ClauseId): CalculatedCredit {
  const { price, term, purchasedOn, canceledOn } = facts;
  if (term === undefined) {
    const credit = { basis: 'pro-rated', ...unpriced, days: null, termDays: null } as const;
    return { credit, lines: [], interpretations: [] };
  }

  // R-PRORATE: by days, the term ending years after the purchase, which no window outlasts.
  const termEnd = addYears(purchasedOn, softwareTermYears[term]);
  const termDays = termEnd - purchasedOn;
  const days = termEnd - canceledOn;
  if (price === undefined) {
    const credit = { basis: 'pro-rated', ...unpriced, days, termDays } as const;
    return { credit, lines: [], interpretations: ['R-PRORATE'] };
  }

  // R-ROUND: once, half-even, to the minor unit.
  const { paid, digits, currency } = price;
  const minor = times(paid, { numerator: days, denominator: termDays }, 'half-even');
  const amount = formatAmount(minor, digits);
  const of = formatAmount(paid, digits);
  return {
    credit: { basis: 'pro-rated', amount, currency, invoice: 'next-monthly', days, termDays },
    lines: [{ code: 'credit', amount, clause, of, days, termDays }],
    interpretations: ['R-PRORATE', 'R-BASIS', 'R-ROUND'],
  };
}

/** The part of a credit that is known without a price. */
const unpriced = { amount: null, currency: null, invoice: 'next-monthly' } as const;
