import type { Issue } from '../../kernel/issue.ts';
import { type Parser, standardSchema } from '../../kernel/standard-schema.ts';
import type { RefundPolicyInput } from './policy-fields.ts';
import { readPolicy } from './ready-policy.ts';
import type { RefundPolicy } from './refund-policy.ts';

/**
 * Checks a policy of your own, as it may come from a file. It either gives every field, or names a
 * published version in `basedOn` and gives what differs. A published version's name alone gives
 * that version.
 *
 * The fee is a share of the credit (0 to 1), the limit is in USD. A policy that clips refunds to
 * the limit while it counts canceled commitments is refused, since nothing could be clipped to.
 *
 * @returns the whole policy, frozen and in canonical form, or every issue.
 *
 * Clauses: the numbers that RES-1 to RES-5, RES-7, RES-11, RES-13, PAY-7 and PAY-8 give; interpretations
 * R-FIVE, R-FEE, R-YEAR, R-COUNTS, R-OVER, R-SWAP, R-BASIS, R-WINDOW.
 *
 * @example
 * const parsed = parseRefundPolicy({ basedOn: 'partner-center-2018-05', id: 'ours', feeRate: '0.12' });
 * parsed.ok && parsed.value.payee; //=> 'customer'
 */
export const parseRefundPolicy: Parser<RefundPolicyInput, RefundPolicy> =
  /* @__PURE__ */ standardSchema('parseRefundPolicy', (input) => {
    const issues: Issue[] = [];
    const { policy } = readPolicy(input, [], issues);
    return issues.length === 0 ? { ok: true, value: policy } : { ok: false, issues };
  });
