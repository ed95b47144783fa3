import { type Parsed, unwrap } from '../../kernel/issue.ts';
import type { RefundRequestInput } from '../facts/request.ts';
import type { PolicyOptions } from '../policy/policy-choice.ts';
import type { RefundQuote } from '../quote/quote.ts';
import type { RefundLedger } from './refund-ledger.ts';
import { RunningLedger } from './running-ledger.ts';
import { readStep } from './settlement-step.ts';

/** One step of a customer's ledger. */
export interface SettledRefund {
  /** The ledger after the step: the same where nothing moved. */
  readonly ledger: RefundLedger;
  readonly quote: RefundQuote;
  /** True if the ledger knew the id, so that this is the earlier answer and nothing is paid again. */
  readonly repeated: boolean;
}

/**
 * Settles one cancellation of the customer to whom the ledger belongs: the limit that is left comes
 * from the ledger, and the ledger after it comes back. Pure; the ledger that was passed stays as it
 * is. One step costs as much as the ledger is long: for a batch take `createSettlement`.
 *
 * A repeated `id` with the same facts gets its first answer again. A lawful refusal moves nothing
 * but, above the limit, the id that was answered so.
 *
 * @throws InputError with every issue, where the ledger or the facts are malformed, the policy
 * states no fee, the customer is another (`other-customer`), a known id comes with other facts
 * (`id-conflict`) or the day lies before the last settled one (`out-of-order`).
 *
 * Clauses: as `quoteRefund`; interpretations R-YEAR, R-WHOSE, R-COUNTS besides.
 *
 * @example
 * const { ledger, quote } = settleRefund(openRefundLedger('contoso'), {
 *   id: 'CR-1', paid: '12000.00', currency: 'USD', term: 'P1Y', used: true,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-07-02',
 * });
 * quote.refund; //=> '5294.47'
 * ledger.days; //=> [{ on: '2025-07-02', usd: '5294.47', canceledUsd: '6016.44' }]
 */
export function settleRefund(
  ledger: RefundLedger,
  request: RefundRequestInput,
  options?: PolicyOptions,
): SettledRefund {
  return unwrap(trySettleRefund(ledger, request, options));
}

/**
 * {@link settleRefund} for a ledger and facts of unknown shape: the step, or every issue.
 *
 * @example
 * trySettleRefund(openRefundLedger('contoso'), { paid: '1e3' }).ok; //=> false
 */
export function trySettleRefund(
  ledger: unknown,
  request: unknown,
  options?: PolicyOptions,
): Parsed<SettledRefund> {
  const step = readStep(ledger, request, options);
  if (!step.ok) return step;
  const running = new RunningLedger(step.value.ledger, step.value.policy);
  const answer = running.settle(step.value.facts);
  if ('code' in answer) return { ok: false, issues: [answer] };
  return { ok: true, value: { ledger: running.toLedger(), ...answer } };
}
