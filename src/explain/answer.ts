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
import type { PermissionChangeRequest } from '../customers/facts.ts';
import type { Issue } from '../kernel/issue.ts';
import { type GivenAnswer, optionsOf, recompute } from '../kernel/recompute.ts';
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
import { policySources } from '../reservations/policy/policy-choice.ts';
import type { ExchangeQuote } from '../reservations/quote/exchange-quote.ts';
import type { RefundQuote } from '../reservations/quote/quote.ts';
import { recomputeExchange, recomputeRefund } from '../reservations/quote/recompute-quote.ts';
import { type AccessDecision, type AccessRequest, decideAccess } from '../roles/decide-access.ts';
import { withIgnored } from '../roles/read-role.ts';
import type { SoftwareCancellationDecision } from '../software/cancellation/cancellation.ts';
import {
  compareSoftwareCancellation,
  type SoftwareComparison,
} from '../software/cancellation/compare-software-cancellation.ts';
import {
  type DeniedSoftwareExchange,
  decideSoftwareExchange,
} from '../software/cancellation/decide-software-exchange.ts';
import { recomputeSoftwareCancellation } from '../software/cancellation/recompute-cancellation.ts';
import type { SoftwareCancellationRequest } from '../software/cancellation/request.ts';
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
import {
  decideHybridBenefit,
  type HybridBenefitDecision,
} from '../software/hybrid-benefit/decide-hybrid-benefit.ts';
import type { SoftwarePolicyName, SoftwarePolicyOptions } from '../software/policy/ready-policy.ts';
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
  | SoftwareComparison
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
  | HybridBenefitDecision
  | SupportDraft;

/** The `kind` of every answer. */
export type AnswerKind = ExplainableAnswer['kind'];

/** Computes an answer again from its own facts, and reports every field that differs. */
type Recomputer<Answer> = (
  answer: unknown,
  path: Issue['path'],
  issues: Issue[],
) => Answer | undefined;

/** A recomputer that asks the rule again with the request and options of the answer, which the rule reads. */
function asking<Answer extends { readonly kind: string }, Request, Options>(
  kind: Answer['kind'],
  ask: (request: Request, options: Options, given: GivenAnswer) => Answer,
): Recomputer<Answer> {
  return (answer, path, issues) =>
    recompute<Answer>(kind, answer, path, issues, (given) =>
      ask(given.request as Request, optionsOf(given) as Options, given),
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
  'return-plan': asking('return-plan', (request: PlanRequestInput, options: PlanOptions, given) => {
    const source = policySources.find((name) => name === given['policySource']);
    return planReturns({ ...request, ...(source ? { policy: source } : options) });
  }),
  'access-decision': asking(
    'access-decision',
    ({ roles, action, asOf, guest }: AccessRequest, _, given) =>
      decideAccess(withIgnored(roles, given), action, { asOf, guest }),
  ),
  'market-decision': asking('market-decision', ({ market, asOf, list }: MarketRequest) =>
    decideMarket(market, { asOf, list }),
  ),
  'software-cancellation': recomputeSoftwareCancellation,
  'software-comparison': asking(
    'software-comparison',
    (request: SoftwareCancellationRequest, _, given) =>
      compareSoftwareCancellation(
        { ...request, roles: withIgnored(request.roles, given) },
        given['policies'] as readonly SoftwarePolicyName[],
      ),
  ),
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
  'permission-change': asking('permission-change', (request: PermissionChangeRequest, _, given) =>
    decidePermissionChange({ ...request, roles: withIgnored(request.roles, given) }),
  ),
  'customer-task': asking('customer-task', ({ task, ...facts }: CustomerTaskRequest) =>
    decideCustomerTask(task, facts),
  ),
  'discounted-subscriptions': asking('discounted-subscriptions', discountedSubscriptions),
  partnership: asking('partnership', ({ state, event, asOf }: PartnershipRequest) =>
    advancePartnership(state, event, { asOf }),
  ),
  'reseller-task': asking('reseller-task', ({ task, relationship, asOf }: ResellerTaskRequest) =>
    decideResellerTask(task, relationship, { asOf }),
  ),
  'hybrid-benefit': asking('hybrid-benefit', decideHybridBenefit),
  'support-draft': asking('support-draft', ({ kind, ...facts }: SupportRequest) =>
    draftSupportRequest(kind, facts),
  ),
};
