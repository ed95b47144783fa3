import {
  type CustomerPurchaseDecision,
  decideCustomerPurchase,
} from '../customers/decide-customer-purchase.ts';
import {
  type CustomerTaskDecision,
  type CustomerTaskRequest,
  decideCustomerTask,
} from '../customers/decide-customer-task.ts';
import {
  decidePermissionChange,
  type PermissionChangeDecision,
} from '../customers/decide-permission-change.ts';
import {
  type DiscountedSubscriptions,
  discountedSubscriptions,
} from '../customers/discounted-subscriptions.ts';
import type { Issue } from '../kernel/issue.ts';
import { optionsOf, recompute } from '../kernel/recompute.ts';
import { decideMarket, type MarketDecision, type MarketRequest } from '../markets/decide-market.ts';
import type { PlanRequestInput } from '../plans/facts/plan-request.ts';
import { planReturns } from '../plans/plan-returns.ts';
import type { ReturnPlan } from '../plans/return-plan.ts';
import {
  advancePartnership,
  type PartnershipDecision,
  type PartnershipRequest,
} from '../resellers/advance-partnership.ts';
import {
  decideResellerTask,
  type ResellerTaskDecision,
  type ResellerTaskRequest,
} from '../resellers/decide-reseller-task.ts';
import type { ExchangeQuote } from '../reservations/quote/exchange-quote.ts';
import type { RefundQuote } from '../reservations/quote/quote.ts';
import { recomputeExchange, recomputeRefund } from '../reservations/quote/recompute-quote.ts';
import { type AccessDecision, type AccessRequest, decideAccess } from '../roles/decide-access.ts';
import type { SoftwareCancellationDecision } from '../software/cancellation/cancellation.ts';
import {
  type DeniedSoftwareExchange,
  decideSoftwareExchange,
} from '../software/cancellation/decide-software-exchange.ts';
import { recomputeSoftwareCancellation } from '../software/cancellation/recompute-cancellation.ts';
import type { LinkRequest } from '../software/download-link/download-link.ts';
import {
  type DownloadLinkStatus,
  downloadLinkStatus,
} from '../software/download-link/download-link-status.ts';
import {
  type RecordedDownload,
  recordDownload,
} from '../software/download-link/record-download.ts';
import {
  type LinkRenewal,
  renewDownloadLink,
} from '../software/download-link/renew-download-link.ts';
import type { SoftwarePolicyOptions } from '../software/policy/ready-policy.ts';
import { draftSupportRequest } from '../support/draft-support-request.ts';
import type { SupportDraft } from '../support/form/support-draft.ts';
import type { SupportRequest } from '../support/form/support-facts.ts';

/** Every answer that can be explained. */
export type ExplainableAnswer =
  | RefundQuote
  | ExchangeQuote
  | ReturnPlan
  | AccessDecision
  | MarketDecision
  | SoftwareCancellationDecision
  | DeniedSoftwareExchange
  | DownloadLinkStatus
  | LinkRenewal
  | RecordedDownload
  | CustomerPurchaseDecision
  | PermissionChangeDecision
  | CustomerTaskDecision
  | DiscountedSubscriptions
  | PartnershipDecision
  | ResellerTaskDecision
  | SupportDraft;

/** The `kind` of every answer. */
export type AnswerKind = ExplainableAnswer['kind'];

/** Computes an answer again from its own facts, and reports every field that differs. */
type Recomputer<Answer> = (
  answer: unknown,
  path: Issue['path'],
  issues: Issue[],
) => Answer | undefined;

/** A recomputer that asks the rule again with the request of the answer. */
function asking<Answer extends { readonly kind: string }, Request>(
  kind: Answer['kind'],
  ask: (request: Request, options: never) => Answer,
): Recomputer<Answer> {
  return (answer, path, issues) =>
    recompute<Answer>(kind, answer, path, issues, (given) =>
      ask(given.request as Request, optionsOf(given) as never),
    );
}

type PlanOptions = Pick<PlanRequestInput, 'policy'> | undefined;
type LinkOptions = SoftwarePolicyOptions | undefined;

/** The function that recomputes each kind of answer. */
export const recomputers: {
  readonly [Kind in AnswerKind]: Recomputer<Extract<ExplainableAnswer, { readonly kind: Kind }>>;
} = {
  'refund-quote': recomputeRefund,
  'exchange-quote': recomputeExchange,
  'return-plan': asking('return-plan', (request: PlanRequestInput, options: PlanOptions) =>
    planReturns({ ...request, ...options }),
  ),
  'access-decision': asking('access-decision', ({ roles, action }: AccessRequest) =>
    decideAccess(roles, action),
  ),
  'market-decision': asking('market-decision', ({ market, asOf }: MarketRequest) =>
    decideMarket(market, { asOf }),
  ),
  'software-cancellation': recomputeSoftwareCancellation,
  'software-exchange': asking('software-exchange', decideSoftwareExchange),
  'link-status': asking('link-status', ({ link, asOf }: LinkRequest, options: LinkOptions) =>
    downloadLinkStatus(link, asOf, options),
  ),
  'link-renewal': asking('link-renewal', ({ link, asOf }: LinkRequest, options: LinkOptions) =>
    renewDownloadLink(link, asOf, options),
  ),
  'recorded-download': asking(
    'recorded-download',
    ({ link, asOf }: LinkRequest, options: LinkOptions) => recordDownload(link, asOf, options),
  ),
  'customer-purchase': asking('customer-purchase', decideCustomerPurchase),
  'permission-change': asking('permission-change', decidePermissionChange),
  'customer-task': asking('customer-task', ({ task, ...facts }: CustomerTaskRequest) =>
    decideCustomerTask(task, facts),
  ),
  'discounted-subscriptions': asking('discounted-subscriptions', discountedSubscriptions),
  partnership: asking('partnership', ({ state, event }: PartnershipRequest) =>
    advancePartnership(state, event),
  ),
  'reseller-task': asking('reseller-task', ({ task, relationship }: ResellerTaskRequest) =>
    decideResellerTask(task, relationship),
  ),
  'support-draft': asking('support-draft', ({ kind, ...facts }: SupportRequest) =>
    draftSupportRequest(kind, facts),
  ),
};
