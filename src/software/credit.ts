import { addMonths } from '../kernel/day.ts';
import { formatAmount, times } from '../kernel/money.ts';
import type { SoftwareCancellationFacts } from './input.ts';
import type { AllowedSoftwareCancellation } from './software-cancellation.ts';
import { softwareTermMonths } from './terms.ts';

/** What is credited, the calculation of it, and the readings that were applied. */
export type CalculatedCredit = Pick<AllowedSoftwareCancellation, 'credit' | 'lines' | 'readings'>;

/** SOF-2: perpetual software in full, a subscription pro rata. */
export function creditOf(facts: SoftwareCancellationFacts): CalculatedCredit {
  return facts.kind === 'subscription' ? proRatedCredit(facts) : fullCredit(facts);
}

function fullCredit({ price }: SoftwareCancellationFacts): CalculatedCredit {
  if (price === undefined) {
    return { credit: { basis: 'full', ...unpriced }, lines: [], readings: [] };
  }
  const amount = formatAmount(price.paid, price.digits);
  return {
    credit: { basis: 'full', amount, currency: price.currency, invoice: 'next-monthly' },
    lines: [{ code: 'credit', amount, clause: 'SOF-2', of: amount }],
    readings: [],
  };
}

function proRatedCredit(facts: SoftwareCancellationFacts): CalculatedCredit {
  const { price, term, purchasedOn, canceledOn } = facts;
  if (term === undefined) {
    const credit = { basis: 'pro-rated', ...unpriced, days: null, termDays: null } as const;
    return { credit, lines: [], readings: [] };
  }

  // R-PRORATE: by days, the term ending months after the purchase, which is after any window.
  const termEnd = addMonths(purchasedOn, softwareTermMonths[term]);
  const termDays = termEnd - purchasedOn;
  const days = termEnd - canceledOn;
  if (price === undefined) {
    const credit = { basis: 'pro-rated', ...unpriced, days, termDays } as const;
    return { credit, lines: [], readings: ['R-PRORATE'] };
  }

  // R-ROUND: once, half-even, to the minor unit.
  const { paid, digits, currency } = price;
  const minor = times(paid, { numerator: days, denominator: termDays }, 'half-even');
  const amount = formatAmount(minor, digits);
  const of = formatAmount(paid, digits);
  return {
    credit: { basis: 'pro-rated', amount, currency, invoice: 'next-monthly', days, termDays },
    lines: [{ code: 'credit', amount, clause: 'SOF-2', of, days, termDays }],
    readings: ['R-PRORATE', 'R-BASIS', 'R-ROUND'],
  };
}

/** The part of a credit that is known without a price. */
const unpriced = { amount: null, currency: null, invoice: 'next-monthly' } as const;
