import type { Issue } from '../kernel/issue.ts';
import { onlyGiven } from './facts/fact-readers.ts';
import { readSoftwareFacts } from './facts/read-software-facts.ts';
import { describeFacts, requests } from './form/description.ts';
import { missingParts } from './form/form-parts.ts';
import type { SoftwareSupportDraft } from './form/support-draft.ts';
import { denyDraft, makeDraft } from './make-draft.ts';
import { softwareProblemType } from './request-form.ts';

/** SUP-2: the cancellation of software. `undefined` if there are issues. */
export function draftSoftwareRequest(
  input: unknown,
  issues: Issue[],
): SoftwareSupportDraft | undefined {
  const facts = readSoftwareFacts(input, issues);
  if (facts === undefined || issues.length > 0) return undefined;

  // Support is asked only after the cancellation has asked for it.
  const [first, ...others] = facts.obstacles;
  if (first !== undefined) {
    return denyDraft('software-cancellation', 'SUP-2', [first, ...others]);
  }

  const { cancellation, impact, subscriptionId, refundReason, contact, files } = facts;
  const customer = facts.customer ?? cancellation?.customer;
  const orderId = facts.orderId ?? cancellation?.orderId;
  // Unless another amount is asked for: what the cancellation would have credited.
  const credit = facts.amountRequested === undefined ? cancellation?.credit : undefined;
  const amountRequested = facts.amountRequested ?? credit?.amount;
  return makeDraft({
    kind: 'software-cancellation',
    because: credit === undefined ? ['SUP-2'] : ['SUP-2', credit.clause],
    interpretations: credit === undefined ? [] : credit.interpretations,
    fields: {
      problemType: softwareProblemType,
      ...onlyGiven({ impact }),
      title: facts.title ?? titleOf(orderId, subscriptionId),
      description: describeFacts([
        ['Request', requests['software-cancellation']],
        ['Customer', customer?.name],
        ['Customer tenant GUID', customer?.tenantId],
        ['Customer domain', customer?.domain],
        ['Product', facts.productName ?? cancellation?.productName],
        ['Kind of software', cancellation?.kind],
        ['Term', cancellation?.term],
        ['Order ID', orderId],
        ['Subscription ID', subscriptionId],
        ['Purchased on (UTC)', cancellation?.purchasedOn],
        ['Canceled on (UTC)', cancellation?.canceledOn],
        ['Price paid', cancellation?.paid],
        ['Refund reason', refundReason],
        ['Amount requested', amountRequested],
      ]),
      contact,
      files,
    },
    missing: missingParts('software-cancellation', {
      impact,
      'customer.tenantId': customer?.tenantId,
      'customer.domain': customer?.domain,
      orderId,
      subscriptionId,
      refundReason,
      amountRequested,
      'contact.name': contact.name,
      'contact.email': contact.email,
      'contact.phone': contact.phone,
    }),
    advised: [],
    assumed: [],
  });
}

function titleOf(orderId: string | undefined, subscriptionId: string | undefined): string {
  if (orderId !== undefined) return `Cancellation of software order ${orderId}`;
  return subscriptionId === undefined
    ? 'Cancellation of a software purchase'
    : `Cancellation of software subscription ${subscriptionId}`;
}
