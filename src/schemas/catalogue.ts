import type * as rules from '../index.ts';

// Every JSON Schema of the package: its file name, its type and its description.

/** Facts as callers have them, as JSON. */
export interface FactSchemas {
  /**
   * The facts of a cancelled reservation, as `quoteRefund` and `parseRefundRequest` take them. Days
   * are UTC calendar days. Clauses: RES-1 to RES-8; interpretations R-DAYS, R-FX.
   */
  'refund-request': rules.RefundRequestInput;
  /**
   * The facts of a reservation to cancel on any day, as `refundCurve` takes them. Clauses: RES-1 to
   * RES-8; interpretations R-DAYS, R-FX.
   */
  'refund-curve-request': rules.RefundCurveRequest;
  /**
   * One record of a batch of cancellations, as `createSettlement` and `settleRefunds` take them: it
   * names the customer, whose ledger records the consumed refund limit. Clauses: RES-1 to RES-8;
   * interpretations R-DAYS, R-FX, R-WHOSE.
   */
  'settlement-record': RecordOf<rules.RefundRequestInput>;
  /**
   * The facts of a reservation exchange, as `quoteExchange` and `parseExchangeRequest` take them.
   * Days are UTC calendar days. Clause: RES-9; interpretations R-DAYS, R-SWAP.
   */
  'exchange-request': rules.ExchangeRequestInput;
  /**
   * A refund policy, as `parseRefundPolicy` takes it: the name of a published version, every field,
   * or the fields that differ from the version in `basedOn`. Clauses: RES-1 to RES-5, RES-7,
   * RES-11, RES-13; interpretations R-FIVE, R-FEE, R-YEAR, R-COUNTS, R-OVER, R-SWAP.
   */
  'refund-policy-input': rules.RefundPolicyInput;
  /**
   * A customer's refund ledger, as `parseRefundLedger` takes it. Amounts are in USD. Clause: RES-5;
   * interpretations R-YEAR, R-WHOSE.
   */
  'refund-ledger-input': rules.RefundLedgerInput;
  /**
   * The reservations of one customer that a plan may return, as `planReturns` takes them. Days are UTC
   * calendar days. Clauses: RES-1 to RES-8; interpretations R-DAYS, R-FX, R-YEAR, R-WHOSE.
   */
  'plan-request': rules.PlanRequestInput;
  /**
   * The facts of a software cancellation, as `decideSoftwareCancellation` takes them. Days are UTC
   * calendar days. Clauses: SOF-1 to SOF-7; interpretation R-SIXTY.
   */
  'software-cancellation-request': rules.SoftwareCancellationInput;
  /** Software to exchange, as `decideSoftwareExchange` takes it. Clauses: SOF-1, SOF-3. */
  'software-exchange-request': rules.SoftwareExchangeRequest;
  /**
   * A software policy, as `parseSoftwarePolicy` takes it: the name of a published version, every
   * field, or the fields that differ from the version in `basedOn`. Clauses: SOF-1 to SOF-3, SOF-9,
   * SOF-13 to SOF-19; interpretations R-SIXTY, R-LINK.
   */
  'software-policy-input': rules.SoftwarePolicyInput;
  /** A license for the Azure Hybrid Benefit, as `decideHybridBenefit` takes it. Clauses: SOF-12, CUS-14. */
  'hybrid-benefit-request': rules.HybridBenefitRequest;
  /**
   * A copied download link, as `downloadLinkStatus`, `renewDownloadLink` and `recordDownload` take
   * it. Clauses: SOF-7, SOF-9; interpretation R-LINK.
   */
  'download-link-input': rules.DownloadLinkInput;
  /**
   * The facts of a purchase by one of the customer's users, as `decideCustomerPurchase` takes them.
   * Clauses: CUS-1, CUS-3, CUS-4, CUS-11, MKT-1; interpretation R-CONDITIONS.
   */
  'customer-purchase-request': rules.CustomerPurchaseFacts;
  /**
   * A change of a customer's permission to buy, as `decidePermissionChange` takes it. Clauses:
   * CUS-2, CUS-3, CUS-10, CUS-11; interpretation R-NO-ENTRY.
   */
  'permission-change-request': rules.PermissionChangeFacts;
  /**
   * The facts of a customer's task, as `decideCustomerTask` takes them. Clauses: CUS-7, RES-10,
   * SOF-10.
   */
  'customer-task-request': rules.CustomerTaskFacts;
  /**
   * A reservation's scope and the subscriptions, as `discountedSubscriptions` takes them. Clause:
   * CUS-9.
   */
  'discount-request': rules.DiscountFacts;
  /**
   * The state of a partnership between a provider and an indirect reseller, as `advancePartnership`
   * takes and returns it. Clauses: RSL-2, RSL-3; interpretation R-ACCEPT.
   */
  partnership: rules.Partnership;
  /** An event of a partnership, as `advancePartnership` takes it. Clauses: RSL-2, RSL-3. */
  'partnership-event': rules.PartnershipEvent;
  /**
   * An indirect reseller's relationship, as `decideResellerTask` and `stepsToAccess` take it.
   * Clauses: RSL-2 to RSL-8; interpretation R-RELATIONSHIP.
   */
  'reseller-relationship': rules.ResellerRelationship;
  /**
   * The facts of a support request for a refund, as `draftSupportRequest` takes it. Clause: SUP-1;
   * interpretation R-CONTACT.
   */
  'refund-support-facts': rules.RefundSupportFacts;
  /**
   * The facts of a support request for an exchange, as `draftSupportRequest` takes it. Clause:
   * SUP-1; interpretation R-CONTACT.
   */
  'exchange-support-facts': rules.ExchangeSupportFacts;
  /**
   * The facts of a support request to cancel software, as `draftSupportRequest` takes it. Clauses:
   * SUP-2, SOF-6.
   */
  'software-support-facts': rules.SoftwareSupportFacts;
}

type RecordOf<Request> = Request extends unknown
  ? Omit<Request, 'consumedRefunds' | 'customerId'> & {
      /** The caller's name for the customer, whose limit it is. */
      readonly customerId: string;
    }
  : never;

/** Answers, as JSON. */
export interface ResultSchemas {
  /**
   * The answer of `quoteRefund`: the refund of a cancelled reservation, the reasons and the
   * calculation. Clauses: RES-1 to RES-8, RES-11, RES-13 to RES-15, AZR-1 to AZR-8.
   */
  'refund-quote': rules.RefundQuote;
  /**
   * The answer of `quoteExchange`: the credit of an exchange and the amount left to pay. Clauses:
   * RES-9, RES-11, RES-13 to RES-15, AZR-1 to AZR-8.
   */
  'exchange-quote': rules.ExchangeQuote;
  /**
   * The answer of `settleRefunds` and `createSettlement` to one record of a batch: a quote, or
   * every issue. Clauses: those of a refund quote; also interpretations R-YEAR, R-WHOSE, R-COUNTS.
   */
  'settlement-result': rules.SettlementResult;
  /**
   * The answer of `settleRefund`: a quote, and the customer's ledger after it. Clauses: those of a
   * refund quote; also interpretations R-YEAR, R-WHOSE, R-COUNTS.
   */
  'settled-refund': rules.SettledRefund;
  /**
   * One customer's refund ledger in canonical form, as far back as a limit can need it. Amounts are
   * in USD, days are UTC. Clause: RES-5; interpretations R-YEAR, R-WHOSE.
   */
  'refund-ledger': rules.RefundLedger;
  /**
   * The answer of `limitOn`: a customer's refund limit on one day, in USD. Clause: RES-5;
   * interpretations R-YEAR, R-WHOSE, R-COUNTS.
   */
  'limit-state': rules.LimitState;
  /**
   * A refund policy in canonical form. Clauses: RES-1 to RES-5, RES-7, RES-11, RES-13;
   * interpretations R-FIVE, R-FEE, R-YEAR, R-COUNTS, R-OVER, R-SWAP.
   */
  'refund-policy': rules.RefundPolicy;
  /**
   * The answer of `diffPolicies`: the differences between two refund policies. Clauses: those of
   * their documents.
   */
  'policy-differences': readonly rules.RefundPolicyDifference[];
  /**
   * The answer of `compareRefund`: a cancellation under each policy. Clauses: those of a refund
   * quote; interpretation R-WHICH.
   */
  'refund-comparison': readonly rules.ComparedRefund[];
  /**
   * The answer of `refundCurve`: the refund on each possible day of cancellation. Clauses: those of
   * a refund quote.
   */
  'refund-curve': rules.RefundCurve;
  /**
   * The answer of `nextBetterDay`: the first later day that refunds more, or `null`. Clauses: those
   * of a refund quote; also interpretations R-YEAR, R-WHOSE, R-COUNTS.
   */
  'better-day': rules.BetterDay | null;
  /**
   * The answer of `planReturns`: which reservations to return, how many units and when. Clauses: those of
   * a refund quote; also RES-9 and interpretations R-YEAR, R-WHOSE, R-COUNTS.
   */
  'return-plan': rules.ReturnPlan;
  /**
   * The answer of `decideAccess`: whether one of the given roles allows an action. Clauses: ROL-1
   * to ROL-16; interpretation R-WHICH.
   */
  'access-decision': rules.AccessDecision;
  /**
   * The answer of `decideMarket`: whether reservations are available in a market. Clauses: MKT-1,
   * MKT-3 to MKT-6; interpretation R-WHICH.
   */
  'market-decision': rules.MarketDecision;
  /**
   * The answer of `decideSoftwareCancellation`. Days are UTC calendar days. Clauses: SOF-1 to
   * SOF-7, SOF-13 to SOF-15, SOF-17, SOF-19; interpretations R-SIXTY, R-PRORATE, R-BASIS, R-ROUND,
   * R-WHICH.
   */
  'software-cancellation-decision': rules.SoftwareCancellationDecision;
  /**
   * The answer of `compareSoftwareCancellation`: a software cancellation under each policy. Clauses: those of a
   * software cancellation; interpretations R-WHICH, R-WHEN.
   */
  'software-comparison': rules.SoftwareComparison;
  /**
   * The answer of `decideSoftwareExchange`: always a refusal, with its reasons. Clauses: SOF-1,
   * SOF-3.
   */
  'software-exchange-decision': rules.DeniedSoftwareExchange;
  /** The answer of `decideHybridBenefit`. Clauses: SOF-12, CUS-14. */
  'hybrid-benefit-decision': rules.HybridBenefitDecision;
  /**
   * A software policy in canonical form. Clauses: SOF-1 to SOF-3, SOF-9, SOF-13 to SOF-19;
   * interpretations R-SIXTY, R-LINK.
   */
  'software-policy': rules.SoftwarePolicy;
  /**
   * The answer of `downloadLinkStatus`: whether a download link works at an instant. Clauses:
   * SOF-7, SOF-9, SOF-13, SOF-16, SOF-18; interpretations R-LINK, R-WHICH.
   */
  'download-link-status': rules.DownloadLinkStatus;
  /**
   * The answer of `renewDownloadLink`. Clauses: SOF-7, SOF-9, SOF-13, SOF-16, SOF-18;
   * interpretations R-LINK, R-RENEW, R-WHICH.
   */
  'link-renewal': rules.LinkRenewal;
  /**
   * The answer of `recordDownload`. Clauses: SOF-7, SOF-9, SOF-13, SOF-16, SOF-18; interpretations
   * R-LINK, R-WHICH.
   */
  'recorded-download': rules.RecordedDownload;
  /**
   * The answer of `decideCustomerPurchase`: whether a user of the customer may buy a reservation.
   * Clauses: CUS-1, CUS-3 to CUS-8, CUS-11, CUS-13, MKT-1; interpretation R-CONDITIONS.
   */
  'customer-purchase-decision': rules.CustomerPurchaseDecision;
  /**
   * The answer of `decidePermissionChange`: whether the permission may be turned on or off.
   * Clauses: CUS-2, CUS-3, CUS-5 to CUS-8, CUS-10, CUS-11, CUS-13; interpretation R-NO-ENTRY.
   */
  'permission-change-decision': rules.PermissionChangeDecision;
  /** The answer of `decideCustomerTask`. Clauses: CUS-7, CUS-12, RES-10, SOF-10. */
  'customer-task-decision': rules.CustomerTaskDecision;
  /** The answer of `discountedSubscriptions`. Clause: CUS-9. */
  'discounted-subscriptions': rules.DiscountedSubscriptions;
  /**
   * The answer of `advancePartnership`. Clauses: RSL-2, RSL-3, RSL-15, RSL-16; interpretation R-ACCEPT.
   */
  'partnership-decision': rules.PartnershipDecision;
  /**
   * The answer of `decideResellerTask`. Clauses: RSL-2 to RSL-8, RSL-13 to RSL-15, RSL-17; interpretation
   * R-RELATIONSHIP.
   */
  'reseller-task-decision': rules.ResellerTaskDecision;
  /** The answer of `draftSupportRequest`. Clauses: SUP-1, SUP-2; interpretation R-CONTACT. */
  'support-draft': rules.SupportDraft;
  /**
   * Every malformed fact: the issues of an `InputError`, of a `try…` or `parse…` function, or of a
   * rejected record.
   */
  issues: readonly rules.Issue[];
}

/** The name of a schema, and of its file without `.json`. */
export type SchemaName = keyof FactSchemas | keyof ResultSchemas;
