import type { Issue, Parsed } from '../../kernel/issue.ts';
import { issueAt } from '../../kernel/issue.ts';
import { readArray } from '../../kernel/read.ts';
import type { RefundRequest, RefundRequestInput } from '../../reservations/facts/request.ts';
import { completed, finish, KNOWN, type Known, readKnown } from '../facts/known-facts.ts';
import { readRefund } from '../facts/rule-facts.ts';
import { orderFacts, type PlacedTransaction } from './order-facts.ts';
import { readReservationTransaction } from './read-reservation-transaction.ts';

/**
 * Reads the facts of a cancellation from the reservation transactions of one order, in any order: every row of it
 * that {@link readReservationTransaction} reads. Transactions state neither `canceledOn` nor `used`: the caller passes
 * them as `known`.
 *
 * - `OneTime`: `paid` and `purchasedOn` are those of the only `Purchase`; two are an issue.
 * - `Recurring`: `instalment` is the payment, which is the same in every `Purchase`. `purchasedOn` comes from the
 *   caller, because the rows need not begin with the first payment.
 * - Units that were refunded by the day of cancellation are no longer returned: `quantityToReturn` is the rest. If
 *   nothing is left, or a `Cancel` says no more than that, it is an issue.
 * - `id` is the order's ID. The product is not stated.
 *
 * @returns the canonical request, which `quoteRefund` takes, or every issue: below `known` for a fact
 * that the caller must add. Never throws.
 *
 * Clauses: the facts that RES-1 to RES-8 and PAY-1 to PAY-6 need; interpretation R-DAYS.
 *
 * @example
 * const row = {
 *   EventDate: '2025-01-01', Currency: 'USD', Term: 'P1Y', BillingFrequency: 'OneTime', ReservationOrderId: 'O-1',
 * };
 * readOrderTransactions(
 *   [
 *     { ...row, EventType: 'Purchase', Amount: '12000.00', Quantity: '10' },
 *     { ...row, EventType: 'Refund', EventDate: '2025-03-01', Amount: '-3000.00', Quantity: '3' },
 *   ],
 *   { canceledOn: '2025-07-02', used: true },
 * );
 * //=> { ok: true, value: { paid: '12000.00', quantity: 10, quantityToReturn: 7, … } }
 */
export function readOrderTransactions(
  rows: unknown,
  known?: Known<RefundRequestInput>,
): Parsed<RefundRequest> {
  const issues: Issue[] = [];
  const read = readArray(rows, [], issues, (row, path): PlacedTransaction | undefined => {
    const parsed = readReservationTransaction(row);
    if (parsed.ok) return { transaction: parsed.value, path };
    issues.push(...parsed.issues.map((one) => issueAt([...path, ...one.path], one)));
    return undefined;
  });
  const given = readKnown(known, issues);
  if (issues.length > 0) return { ok: false, issues };
  const placed = read as PlacedTransaction[];
  const stated = orderFacts(placed, given, issues);
  if (issues.length > 0 && stated['id'] === undefined) return { ok: false, issues };
  return finish(completed(stated, given, KNOWN), issues, readRefund);
}
