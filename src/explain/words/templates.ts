import type {
  CustomerPermission,
  CustomerTask,
  CustomerTaskWay,
  PurchaseEffects,
  PurchasePlace,
} from '../../customers/customer-tasks.ts';
import type { CustomerPurchaseRefusal } from '../../customers/decide-customer-purchase.ts';
import type { CustomerTaskRefusal } from '../../customers/decide-customer-task.ts';
import type { PermissionChangeRefusal } from '../../customers/decide-permission-change.ts';
import type { MarketAssumed, MarketNote, MarketRefusal } from '../../markets/decide-market.ts';
import type { ResellerNote } from '../../resellers/decide-reseller-task.ts';
import type { Partnership, PartnershipRefusal } from '../../resellers/partnership.ts';
import type { ResellerTaskRefusal } from '../../resellers/relationship.ts';
import type { ResellerAccess, ResellerTask } from '../../resellers/reseller-tasks.ts';
import type { RefundPolicy } from '../../reservations/policy/refund-policy.ts';
import type { ExchangeRefusal } from '../../reservations/quote/exchange-quote.ts';
import type { Assumed, RefundNote, RefundRefusal } from '../../reservations/quote/quote.ts';
import type { Term } from '../../reservations/quote/term.ts';
import type { AccessRefusal } from '../../roles/decide-access.ts';
import type { Action, Role } from '../../roles/matrix.ts';
import type {
  SoftwareAssumed,
  SoftwareCancellationRefusal,
  SoftwareNote,
} from '../../software/cancellation/cancellation.ts';
import type { SoftwareExchangeRefusal } from '../../software/cancellation/decide-software-exchange.ts';
import type { LinkExpiry } from '../../software/download-link/download-link.ts';
import type { DownloadRefusal } from '../../software/download-link/record-download.ts';
import type { LinkRenewalRefusal } from '../../software/download-link/renew-download-link.ts';
import type {
  CancellationEffect,
  CancellationParticular,
  SoftwareKind,
} from '../../software/policy/software-policy.ts';
import type { RequiredFact } from '../../support/form/form-parts.ts';
import type { DraftAssumed, DraftRefusal } from '../../support/form/support-draft.ts';
import type { AdvisedFact, ContactMethod, SupportKind } from '../../support/request-form.ts';
import type { Clause } from '../../vocabulary/clauses.ts';
import type { DocumentKey } from '../../vocabulary/documents.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import type { NextStep } from '../../vocabulary/next-steps.ts';

/** A sentence that is told with some facts. */
export type Say<Fact extends string> = (facts: { readonly [F in Fact]: string }) => string;

/** Every reason for a lawful no. */
export type Reason =
  | RefundRefusal
  | ExchangeRefusal
  | AccessRefusal
  | MarketRefusal
  | SoftwareCancellationRefusal
  | SoftwareExchangeRefusal
  | DownloadRefusal
  | LinkRenewalRefusal
  | CustomerPurchaseRefusal
  | PermissionChangeRefusal
  | CustomerTaskRefusal
  | PartnershipRefusal
  | ResellerTaskRefusal
  | DraftRefusal;

/** Everything that an answer can take for granted. */
export type Assumption = Assumed | SoftwareAssumed | MarketAssumed | DraftAssumed | 'market';

/** Everything that an answer can make one look at. */
export type Note = RefundNote | MarketNote | SoftwareNote | ResellerNote;

/** The interpretations that a policy can choose otherwise. */
interface PolicyInterpretations {
  readonly 'R-ROUND': RefundPolicy['rounding'];
  readonly 'R-YEAR': RefundPolicy['limitWindow'];
  readonly 'R-COUNTS': RefundPolicy['limitCounts'];
  readonly 'R-OVER': RefundPolicy['overLimit'];
}

type Texts<Word extends string> = { readonly [W in Word]: string };

/**
 * Everything that an explanation says, in one language. Where another word joins one of the unions,
 * a language that lacks it no longer compiles. Reasons, actions and tasks are phrases; the rest are
 * sentences, titles and names.
 */
export interface Templates {
  /** Which of a market's names is told. */
  readonly marketName: 'name' | 'nameKo';
  /** What stands between the things of a list, and between reasons. */
  readonly listed: string;
  readonly reasonsJoined: string;

  readonly titles: Texts<
    | 'facts'
    | 'effects'
    | 'form'
    | 'obstacles'
    | 'clauses'
    | 'interpretations'
    | 'remarks'
    | 'whatIf'
  > & { readonly calculation: Say<'currency'> };

  // What every answer has.
  readonly obstacle: Say<'reason' | 'clause' | 'nextStep'>;
  readonly reasons: Texts<Reason>;
  readonly nextSteps: Texts<NextStep>;
  readonly clause: Say<'id' | 'statement'>;
  readonly statementOf: (clause: Clause) => string;
  readonly source: Say<'document' | 'revision' | 'section'>;
  readonly documents: Texts<DocumentKey>;
  readonly interpretation: Say<'id' | 'sentence'>;
  readonly interpretations: Texts<Exclude<InterpretationId, keyof PolicyInterpretations>> & {
    readonly [R in keyof PolicyInterpretations]: Texts<PolicyInterpretations[R]>;
  };
  readonly assumed: Texts<Assumption>;
  readonly notes: Texts<Note>;
  readonly ownPolicy: Say<'policy'>;

  // Names and counts.
  readonly market: Say<'name' | 'code'>;
  readonly days: Say<'count'>;
  readonly dayCount: Say<'days'>;
  readonly roles: Texts<Role>;
  readonly actions: Texts<Action>;
  readonly terms: Texts<Term>;
  readonly payees: Texts<RefundPolicy['payee']>;
  readonly softwareKinds: Texts<SoftwareKind>;
  readonly particulars: Texts<CancellationParticular>;
  readonly linkExpiries: Texts<LinkExpiry>;
  readonly permissions: Texts<CustomerPermission>;
  readonly customerTasks: Texts<CustomerTask>;
  readonly customerTaskWays: Texts<CustomerTaskWay>;
  readonly purchasePlaces: Texts<PurchasePlace>;
  readonly stages: Texts<Partnership['stage']>;
  readonly resellerTasks: Texts<ResellerTask>;
  readonly resellerAccess: Texts<ResellerAccess>;
  readonly supportKinds: Texts<SupportKind>;
  readonly contactMethods: Texts<ContactMethod>;
  readonly supportFacts: Texts<RequiredFact | AdvisedFact>;

  // The answer in one sentence.
  readonly verdicts: {
    readonly refund: Say<'refund' | 'payee'>;
    readonly refundClipped: Say<'refund' | 'payee' | 'withheld'>;
    readonly refundReached: Say<'withheld'>;
    readonly refundDenied: Say<'reasons'>;
    readonly exchange: Say<'credit' | 'netPayable'>;
    readonly exchangeForLess: Say<'credit' | 'more'>;
    readonly exchangeDenied: Say<'reasons'>;
    readonly access: Say<'roles' | 'action'>;
    readonly accessDenied: Say<'roles' | 'action'>;
    readonly accessWithoutRole: Say<'action'>;
    readonly market: Say<'market'>;
    readonly marketDenied: Say<'market'>;
    readonly softwareCredit: Say<'amount'>;
    readonly softwareFull: string;
    readonly softwareProRated: string;
    readonly softwareUnstated: string;
    readonly softwareDenied: Say<'reasons'>;
    readonly softwareExchangeDenied: Say<'reasons'>;
    readonly linkActive: Say<'expiresAt' | 'downloads'>;
    readonly linkActiveUntil: Say<'expiresAt'>;
    readonly linkActiveFor: Say<'downloads'>;
    readonly linkUnstated: string;
    readonly linkNotBegun: string;
    readonly linkExpired: Say<'by'>;
    readonly linkRevoked: string;
    readonly linkRenewed: string;
    readonly linkRenewedUntil: Say<'expiresAt'>;
    readonly linkKept: Say<'reasons'>;
    readonly downloaded: Say<'downloads'>;
    readonly downloadedOf: Say<'downloads' | 'downloadsLeft'>;
    readonly downloadDenied: Say<'reasons'>;
    readonly customerPurchase: string;
    readonly customerPurchaseDenied: Say<'reasons'>;
    readonly permissionChanged: Say<'permission'>;
    readonly permissionKept: Say<'permission'>;
    readonly permissionDenied: Say<'permission' | 'reasons'>;
    readonly customerTask: Say<'task' | 'how'>;
    readonly customerTaskDenied: Say<'task' | 'reasons'>;
    readonly partnership: Say<'stage'>;
    readonly partnershipDenied: Say<'stage' | 'reasons'>;
    readonly resellerTask: Say<'task'>;
    readonly resellerTaskDenied: Say<'task' | 'reasons'>;
    readonly draftComplete: Say<'kind'>;
    readonly draftIncomplete: Say<'kind'>;
    readonly draftDenied: Say<'kind' | 'reasons'>;
    readonly discounts: Say<'count'>;
    readonly noDiscounts: string;
  };

  // The steps to it.
  readonly steps: {
    /** One fact with its name. */
    readonly record: Say<'id'>;
    readonly customer: Say<'id'>;
    readonly product: Say<'product'>;
    readonly policy: Say<'policy'>;
    readonly refund: Say<'purchasedOn' | 'canceledOn' | 'days' | 'term' | 'paid' | 'usage'>;
    readonly used: string;
    readonly unused: string;
    readonly exchange: Say<'purchasedOn' | 'exchangedOn' | 'days' | 'term' | 'paid' | 'newPrice'>;
    readonly creditInFull: Say<'amount' | 'clause'>;
    readonly credit: Say<'sum' | 'amount' | 'days' | 'termDays' | 'clause'>;
    readonly fee: Say<'sum' | 'amount' | 'clause'>;
    readonly refundable: Say<'sum' | 'amount' | 'clause'>;
    readonly limit: Say<'max' | 'consumed' | 'available' | 'clause'>;
    readonly limitConverted: Say<'sum' | 'amount' | 'currency'>;
    readonly paidOut: Say<'amount' | 'clause'>;
    readonly paidOutAtMost: Say<'of' | 'atMost' | 'amount' | 'clause'>;
    readonly withheld: Say<'sum' | 'amount' | 'clause'>;
    readonly limitUsed: Say<'sum' | 'amount'>;
    readonly limitAfter: Say<'sum' | 'consumed' | 'available'>;
    readonly netPayable: Say<'sum' | 'amount' | 'clause'>;
    readonly rolesAsked: Say<'roles'>;
    readonly noRoles: string;
    readonly listedAs: Say<'names'>;
    readonly notListed: string;
    readonly marketList: Say<'from'>;
    readonly software: Say<'purchasedOn' | 'canceledOn' | 'days' | 'kind'>;
    readonly softwareWindow: Say<'lastDay' | 'daysLeft'>;
    readonly softwareWindowPassed: Say<'lastDay'>;
    readonly softwareWindowUnstated: string;
    readonly remainingDays: Say<'days' | 'termDays'>;
    readonly missing: Say<'facts'>;
    readonly softwareKind: Say<'kind'>;
    readonly linkMade: Say<'issuedAt' | 'downloads'>;
    readonly linkFirstDownload: Say<'firstDownloadedAt'>;
    readonly linkEnd: Say<'expiresAt'>;
    readonly linkBegins: Say<'days'>;
    readonly linkUnstated: Texts<LinkExpiry>;
    readonly noSubscription: string;
    readonly subscription: Say<'offer' | 'boughtBy' | 'userRole'>;
    readonly offers: Texts<'azure-plan' | 'azure-global' | 'other'>;
    readonly buyers: Texts<'partner' | 'other'>;
    readonly userRoles: Texts<'owner' | 'other'>;
    readonly permission: Say<'permission'>;
    readonly market: Say<'market'>;
    readonly wanted: Say<'current' | 'wanted'>;
    readonly activity: Say<'entry'>;
    readonly noActivity: string;
    readonly boughtBy: Say<'buyer'>;
    readonly enrolled: string;
    readonly notEnrolled: string;
    readonly account: string;
    readonly noAccount: string;
    readonly stage: Say<'stage'>;
    readonly access: Say<'levels'>;
    readonly noAccess: string;
    readonly scopes: Texts<'shared' | 'single'>;
    readonly candidates: Say<'count'>;
    readonly discounted: Say<'id'>;
  };

  // What a software cancellation, and purchases by customers, bring about.
  readonly effects: Texts<CancellationEffect>;
  readonly purchaseEffects: {
    readonly payer: Texts<PurchaseEffects['payer']>;
    readonly partnerNotified: Texts<'false'>;
    readonly shownIn: Say<'places'>;
    readonly customerSets: Texts<PurchaseEffects['customerSets'][number]>;
    readonly priceSetBy: Texts<PurchaseEffects['priceSetBy']>;
  };

  // The form of a request for support.
  readonly form: {
    readonly fields: Texts<
      | 'issueType'
      | 'problemType'
      | 'category'
      | 'impact'
      | 'title'
      | 'description'
      | 'files'
      | 'preferredContactMethod'
      | 'name'
      | 'email'
      | 'phone'
    >;
    readonly field: Say<'field' | 'value'>;
    readonly missing: Say<'facts'>;
    readonly advised: Say<'facts'>;
    readonly oneOf: string;
    readonly deniedFor: Say<'reasons'>;
  };

  // What would change it.
  readonly whatIf: {
    readonly consumed: Say<'consumed'>;
    readonly dayEarlier: Say<'day'>;
    readonly dayLater: Say<'day'>;
    readonly windowLast: Say<'day'>;
    readonly windowAfter: Say<'day'>;
    readonly termLast: Say<'day'>;
    readonly used: string;
    readonly unused: string;
    readonly nothingConsumed: string;
    readonly noLimit: string;
    readonly returnable: string;
    readonly newPrice: Say<'price'>;
    readonly refund: Say<'when' | 'refund' | 'by'>;
    readonly exchange: Say<'when' | 'credit' | 'netPayable'>;
    readonly credit: Say<'when' | 'amount' | 'by'>;
    readonly allowed: Say<'when'>;
    readonly denied: Say<'when' | 'reasons'>;
    readonly allowedRoles: Say<'roles'>;
    readonly onlyRole: Say<'role'>;
    readonly permissionOff: string;
    readonly soldByPartner: string;
    readonly putRight: string;
    readonly allPutRight: Say<'count'>;
    readonly stillDenied: Say<'reasons'>;
    readonly onlyObstacle: string;
    readonly allObstacles: Say<'count'>;
    readonly draftCompleted: string;
  };
}
