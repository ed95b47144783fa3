import { formatAmount, minus, plus, times, type Whole, writtenAmount } from '../../kernel/money.ts';
import { billOf } from '../../reservations/facts/payment.ts';
import type { RefundFacts } from '../../reservations/facts/refund-facts.ts';
import type { RefundQuote } from '../../reservations/quote/quote.ts';
import { valueLost } from '../claims/claim.ts';
import type { CandidateFacts } from '../facts/read-candidate.ts';
import type { ReturnPlanFigures } from '../return-plan.ts';

/** A quote of a candidate. */
export interface Settled {
  readonly facts: CandidateFacts;
  readonly quote: RefundQuote;
}

/** The figures of keeping everything but what was returned, and their total in US cents. */
export function figuresOf(
  candidates: readonly CandidateFacts[],
  settled: readonly Settled[],
): { readonly figures: ReturnPlanFigures; readonly total: Whole } {
  let [refunds, instalments, value]: [Whole, Whole, Whole] = [0, 0, 0];
  for (const { refund, valuePerDay, termEnd } of candidates) {
    instalments = plus(instalments, inCents(billOf(refund.payment, refund).toCome, refund));
    value = plus(value, valuePerDay * Math.max(0, termEnd - refund.returnedOn));
  }
  for (const { facts, quote } of settled) {
    if (!quote.allowed) continue;
    const { refund } = facts;
    const amount = (text: string): Whole => inCents(writtenAmount(text, refund.digits), refund);
    const day = refund.purchasedOn + quote.days.sincePurchase;
    refunds = plus(refunds, amount(quote.refund));
    instalments = minus(instalments, amount(quote.remainingCommitment));
    value = minus(value, valueLost(facts, day, quote.quantityToReturn, quote.quantity));
  }
  const total = minus(plus(refunds, value), instalments);
  const usd = (cents: Whole): string => formatAmount(cents, 2);
  return {
    figures: {
      total: usd(total),
      refunds: usd(refunds),
      instalments: usd(instalments),
      keptValue: usd(value),
    },
    total,
  };
}

function inCents(amount: Whole, { centsPerUnit }: RefundFacts): Whole {
  return times(amount, centsPerUnit, 'half-even');
}
