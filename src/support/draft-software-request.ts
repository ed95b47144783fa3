import { escapeText, type Issue } from '../kernel/issue.ts';
import { deepWithoutPrototype, onlyGiven } from '../kernel/read.ts';
import type { SoftwareCancellationDecision } from '../software/cancellation/cancellation.ts';
import { type CalculatedCredit, creditOf } from '../software/cancellation/credit.ts';
import {
  readCancellationFacts,
  type SoftwareCancellationFacts,
} from '../software/cancellation/facts.ts';
import { escapeTexts } from './facts/fact-readers.ts';
import { readSoftwareFacts } from './facts/read-software-facts.ts';
import { describeFacts, requests } from './form/description.ts';
import { missingParts } from './form/form-parts.ts';
import type {
  SoftwareSupportDraft,
  SoftwareSupportForm,
  UnfinishedSoftwareForm,
} from './form/support-draft.ts';
import { denyDraft, denyForAnswer, makeDraft } from './make-draft.ts';
import { softwareProblemType } from './request-form.ts';

/** SUP-2: the cancellation of software. `undefined` if there are issues. */
export function draftSoftwareRequest(
  input: unknown,
  issues: Issue[],
): SoftwareSupportDraft | undefined {
  const request = readSoftwareFacts(input, issues);
  if (request === undefined || issues.length > 0) return undefined;

  // Support is asked only after the cancellation has asked for it.
  const { cancellation, refundReason } = request;
  if (cancellation === undefined ? !request.askedForByCancellation : cancellation.allowed) {
    const nextStep = 'cancel-it-yourself';
    return denyDraft(
      request,
      'SUP-2',
      [{ reason: 'support-not-required', clause: 'SUP-2', nextStep }],
      [],
    );
  }
  if (cancellation?.allowed === false && cancellation.reason !== 'support-required') {
    return denyForAnswer(request, 'SUP-2', cancellation);
  }

  const purchase = deepWithoutPrototype(cancellation?.request);
  const customer = request.customer ?? purchase?.customer;
  const orderId = request.orderId ?? purchase?.orderId;
  const subscriptionId = request.subscriptionId ?? purchase?.subscriptionId;
  const { impact, title, files = [] } = request;
  const contact = escapeTexts(request.contact ?? {});
  // Unless another amount is asked for: what the cancellation would have credited.
  const credit =
    request.amountRequested === undefined && cancellation !== undefined
      ? creditIfCancelled(cancellation)
      : undefined;
  const creditedAmount = credit?.credit.amount ?? undefined;
  const credited = creditedAmount === undefined ? undefined : credit;
  const amountRequested = moneyText(
    request.amountRequested ?? { amount: creditedAmount, currency: purchase?.currency },
  );
  return makeDraft<'software-cancellation', SoftwareSupportForm, UnfinishedSoftwareForm>({
    request,
    because: ['SUP-2', ...(credited?.clauses ?? [])],
    interpretations: credited?.interpretations ?? [],
    fields: {
      problemType: softwareProblemType,
      ...escapeTexts(onlyGiven({ impact })),
      title: escapeText(title ?? titleOf(orderId, subscriptionId)),
      description: describeFacts([
        ['Request', requests['software-cancellation']],
        ['Customer', customer?.name],
        ['Customer tenant GUID', customer?.tenantId],
        ['Customer domain', customer?.domain],
        ['Product', request.productName ?? purchase?.productName],
        ['Kind of software', purchase?.kind],
        ['Term', purchase?.term],
        ['Billing cycle', purchase?.billingCycle],
        ['Quantity', purchase?.quantity === undefined ? undefined : String(purchase.quantity)],
        ['Subscription', purchase?.friendlyName],
        ['Order ID', orderId],
        ['Subscription ID', subscriptionId],
        ['Purchased on (UTC)', purchase?.purchasedOn],
        ['Canceled on (UTC)', purchase?.canceledOn],
        ['Price paid', moneyText({ amount: purchase?.paid, currency: purchase?.currency })],
        ['Refund reason', refundReason],
        ['Amount requested', amountRequested],
      ]),
      contact: { ...contact },
      files: files.map(escapeText),
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

/** The credit that the cancellation would bring; `undefined` if a fact is missing that it depends on. */
function creditIfCancelled({
  request,
  policy,
}: SoftwareCancellationDecision): CalculatedCredit | undefined {
  const facts = readCancellationFacts(request, { policy }, []) as SoftwareCancellationFacts;
  const issues: Issue[] = []; // the facts of a decision are well formed
  const credit = creditOf(facts, issues);
  return issues.length === 0 ? credit : undefined;
}

function moneyText(money: {
  readonly amount: string | undefined;
  readonly currency: string | undefined;
}): string | undefined {
  return money.amount === undefined ? undefined : `${money.amount} ${money.currency}`;
}

function titleOf(orderId: string | undefined, subscriptionId: string | undefined): string {
  if (orderId !== undefined) return `Cancellation of software order ${orderId}`;
  return subscriptionId === undefined
    ? 'Cancellation of a software purchase'
    : `Cancellation of software subscription ${subscriptionId}`;
}
