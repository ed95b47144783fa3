import { type Day, formatDay } from '../../kernel/day.ts';
import { formatAmount } from '../../kernel/money.ts';
import { type DuePayment, paymentsDue } from '../../reservations/facts/payment.ts';
import { type RefundFacts, readRefundFacts } from '../../reservations/facts/refund-facts.ts';
import type { ScheduledPayment } from '../../reservations/facts/request.ts';
import type { CandidateFacts } from '../facts/read-candidate.ts';

/** The facts of a return of some units on a day: payments that were due between `asOf` and that day count as made. */
export function refundFactsOn(
  { refund }: CandidateFacts,
  day: Day,
  units: number,
  id: string,
): RefundFacts {
  const { payment, units: all, purchasedOn, term, digits } = refund;
  const request: Record<string, unknown> = { ...refund.request, id, canceledOn: formatDay(day) };
  if (units < all.quantity) request['quantityToReturn'] = units;
  if (payment.kind === 'equal' && payment.isCounted) {
    request['completedTransactions'] = paymentsDue(purchasedOn, day, term) - payment.missed;
  }
  if (payment.kind === 'scheduled') {
    const isMade = ({ isMade: wasMade, due }: DuePayment): boolean =>
      wasMade || (due > payment.statedOn && due <= day);
    request['paymentSchedule'] = payment.payments.map((one) => scheduled(one, isMade(one), digits));
  }
  return readRefundFacts(request, 'next-to-ledger', []) as RefundFacts;
}

/** An estimated payment to come keeps no amount; one that counts as made is taken as the last known one. */
function scheduled(
  { due, amount, isEstimated }: DuePayment,
  isMade: boolean,
  digits: number,
): ScheduledPayment {
  const dueDate = formatDay(due);
  const status = isMade ? 'Succeeded' : 'Scheduled';
  if (isEstimated && !isMade) return { dueDate, status };
  return { dueDate, billingCurrencyTotal: formatAmount(amount, digits), status };
}
