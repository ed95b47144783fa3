import { formatAmount } from '../../kernel/money.ts';
import { ownField } from '../../kernel/read.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { type Bill, partOf } from '../facts/payment.ts';
import type { RefundFacts } from '../facts/refund-facts.ts';
import { citations } from '../policy/citations.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import type { RefundCalculation } from './calculate-refund.ts';
import { type CreditBasis, commitmentLineOf, creditLinesOf } from './plan.ts';
import type { RefundLine, RefundQuote } from './quote.ts';

/** The amounts of a calculation as the quote writes them. */
export type Amounts = Pick<
  RefundQuote,
  | 'credit'
  | 'fee'
  | 'refundable'
  | 'refund'
  | 'withheld'
  | 'remainingCommitment'
  | 'canceledCommitment'
>;

/** The calculation, step by step. `clause` is that of the table's row. */
export function linesOf(
  facts: RefundFacts,
  bill: Bill,
  clause: ClauseId,
  ready: ReadyRefundPolicy,
  outcome: RefundCalculation,
  plan: CreditBasis,
  { credit, fee, refundable, refund, withheld, remainingCommitment }: Amounts,
): RefundLine[] {
  const { request } = facts;
  const cites = citations[ready.policy.document];
  const part = partOf(outcome.basis, facts.units, ready.policy.rounding);
  const lines: RefundLine[] = creditLinesOf(facts, bill, plan, credit, clause, part);
  if (outcome.row === 'pro-rated-less-fee') {
    lines.push({ code: 'fee', amount: fee, clause, of: credit, rate: ready.fee.text });
  }
  lines.push({
    code: 'refundable',
    amount: refundable,
    clause: cites.balance,
    of: credit,
    less: fee,
  });
  const commitment = commitmentLineOf(facts, bill, remainingCommitment);
  if (outcome.available === null || outcome.availableCents === null) {
    lines.push({ code: 'refund', amount: refund, clause: cites.payee, of: refundable });
    if (commitment !== null) lines.push(commitment);
    return lines;
  }
  const availableUsd = formatAmount(outcome.availableCents, 2);
  const limit = formatAmount(outcome.available, facts.digits);
  lines.push({
    code: 'limit',
    amount: limit,
    clause: cites.limit,
    availableUsd,
    usdRate: ownField(request, 'usdRate') ?? '1',
  });
  if (outcome.isRefused) return lines;
  lines.push({
    code: 'refund',
    amount: refund,
    clause: cites.payee,
    of: refundable,
    atMost: limit,
  });
  if (commitment !== null) lines.push(commitment);
  if (outcome.withheld !== 0) {
    lines.push({
      code: 'withheld',
      amount: withheld,
      clause: cites.limit,
      of: refundable,
      less: refund,
    });
  }
  return lines;
}
