import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { ownField } from '../../kernel/read.ts';
import { type RefundFacts, readRefundFacts } from '../facts/refund-facts.ts';
import {
  type PolicyChoice,
  type PolicyOptions,
  readOptions,
  refundPolicyOf,
} from '../policy/policy-choice.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import { type RefundLedger, readLedger } from './refund-ledger.ts';

/** A customer's ledger, one of their cancellations, and the policy for it. */
export interface LedgerStep {
  readonly ledger: RefundLedger;
  readonly facts: RefundFacts;
  readonly policy: PolicyChoice<ReadyRefundPolicy>;
}

/** Reads a cancellation beside its customer's ledger, or gives every issue. */
export function readStep(
  ledger: unknown,
  request: unknown,
  options: PolicyOptions | undefined,
): Parsed<LedgerStep> {
  const issues: Issue[] = [];
  const opened = readLedger(ledger, ['ledger'], issues);
  const facts = readRefundFacts(request, 'next-to-ledger', issues);
  const policy = refundPolicyOf(readOptions(options, issues), issues);
  const isComplete = opened !== undefined && facts !== undefined && policy !== undefined;
  if (!isComplete || issues.length > 0) {
    return { ok: false, issues };
  }
  const customerId = ownField(facts.request, 'customerId');
  if (customerId !== undefined && customerId !== opened.customerId) {
    const expected = `the customer of the ledger, ${opened.customerId}`;
    return { ok: false, issues: [issue(['customerId'], 'other-customer', expected, customerId)] };
  }
  return { ok: true, value: { ledger: opened, facts, policy } };
}
