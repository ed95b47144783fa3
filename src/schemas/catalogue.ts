import type * as rules from '../index.ts';

// Every JSON Schema of the package: its file, the type that it is written from, and what it says of
// itself. `npm run schemas` writes the files.

/** Facts as callers have them, as JSON. */
export interface FactSchemas {
  /**
   * The facts of a cancelled reservation, as `quoteRefund` and `parseRefundRequest` take them. Days
   * are UTC calendar days. Clauses: RES-1 to RES-8; interpretations R-DAYS, R-FX.
   */
  'refund-request': rules.RefundRequestInput;
  /**
   * The facts of a cancelled reservation on no day in particular, as `refundCurve` takes them.
   * Clauses: RES-1 to RES-8; interpretations R-DAYS, R-FX.
   */
  'refund-curve-request': rules.RefundCurveRequest;
  /**
   * One record of a batch of cancellations, as `createSettlement` and `settleRefunds` take them: it
   * names the customer, whose ledger knows what is consumed of the limit. Clauses: RES-1 to RES-8;
   * interpretations R-DAYS, R-FX, R-WHOSE.
   */
  'settlement-record': Omit<rules.RefundRequestInput, 'consumedRefunds' | 'customerId'> & {
    /** The caller's name for the customer, whose limit it is. */
    readonly customerId: string;
  };
  /**
   * The facts of a reservation that is exchanged for another, as `quoteExchange` and
   * `parseExchangeRequest` take them. Days are UTC calendar days. Clause: RES-9; interpretations R-DAYS,
   * R-SWAP.
   */
  'exchange-request': rules.ExchangeRequestInput;
  /**
   * A policy of refunds, as `parseRefundPolicy` takes it: the name of a published version, every
   * field, or what differs from the version in `basedOn`. Clauses: RES-1 to RES-5, RES-7, RES-11,
   * RES-13; interpretations R-FIVE, R-FEE, R-YEAR, R-COUNTS, R-OVER, R-SWAP.
   */
  'refund-policy-input': rules.RefundPolicyInput;
  /**
   * A customer's ledger, as `parseRefundLedger` takes it. Amounts are in USD. Clause: RES-5;
   * interpretations R-YEAR, R-WHOSE.
   */
  'refund-ledger-input': rules.RefundLedgerInput;
  /**
   * The facts of a cancellation of software, as `decideSoftwareCancellation` takes them. Days are
   * UTC calendar days. Clauses: SOF-1 to SOF-7; interpretation R-SIXTY.
   */
  'software-cancellation-request': rules.SoftwareCancellationInput;
  /** Software that somebody would exchange, as `decideSoftwareExchange` takes it. Clauses: SOF-1, SOF-3. */
  'software-exchange-request': rules.SoftwareExchangeRequest;
  /**
   * A policy for software, as `parseSoftwarePolicy` takes it: the name of a published version, every
   * field, or what differs from the version in `basedOn`. Clauses: SOF-1 to SOF-3, SOF-9, SOF-13 to
   * SOF-19; interpretations R-SIXTY, R-LINK.
   */
  'software-policy-input': rules.SoftwarePolicyInput;
  /**
   * A copied download link, as `downloadLinkStatus`, `renewDownloadLink` and `recordDownload` take
   * it. Clauses: SOF-7, SOF-9; interpretation R-LINK.
   */
  'download-link-input': rules.DownloadLinkInput;
  /**
   * The facts of a purchase by a user of the customer, as `decideCustomerPurchase` takes them.
   * Clauses: CUS-1, CUS-3, CUS-4, MKT-1; interpretation R-CONDITIONS.
   */
  'customer-purchase-request': rules.CustomerPurchaseFacts;
  /**
   * A change of a customer's permission to buy, as `decidePermissionChange` takes it. Clauses:
   * CUS-2, CUS-3, CUS-10; interpretation R-NO-ENTRY.
   */
  'permission-change-request': rules.PermissionChangeFacts;
  /** The facts of a customer's task, as `decideCustomerTask` takes them. Clauses: CUS-7, RES-10, SOF-10. */
  'customer-task-request': rules.CustomerTaskFacts;
  /** A reservation's scope and the subscriptions at hand, as `discountedSubscriptions` takes them. Clause: CUS-9. */
  'discount-request': rules.DiscountFacts;
  /**
   * How far a provider and an indirect reseller have come, as `advancePartnership` takes it and gives
   * it back. Clauses: RSL-2, RSL-3; interpretation R-ACCEPT.
   */
  partnership: rules.Partnership;
  /** What happens to a partnership, as `advancePartnership` takes it. Clauses: RSL-2, RSL-3. */
  'partnership-event': rules.PartnershipEvent;
  /**
   * An indirect reseller's relationship, as `decideResellerTask` and `stepsToAccess` take it.
   * Clauses: RSL-2 to RSL-8; interpretation R-RELATIONSHIP.
   */
  'reseller-relationship': rules.ResellerRelationship;
  /** What a request to support for a refund is made from, as `draftSupportRequest` takes it. Clause: SUP-1; interpretation R-CONTACT. */
  'refund-support-facts': rules.RefundSupportFacts;
  /** What a request to support for an exchange is made from, as `draftSupportRequest` takes it. Clause: SUP-1; interpretation R-CONTACT. */
  'exchange-support-facts': rules.ExchangeSupportFacts;
  /** What a request to support to cancel software is made from, as `draftSupportRequest` takes it. Clauses: SUP-2, SOF-6. */
  'software-support-facts': rules.SoftwareSupportFacts;
}

/** Answers, as JSON. */
export interface ResultSchemas {
  /**
   * What `quoteRefund` answers: how much of a cancelled reservation comes back, why, and by which
   * steps. Clauses: RES-1 to RES-8, RES-11, RES-13 to RES-15, AZR-1 to AZR-8.
   */
  'refund-quote': rules.RefundQuote;
  /**
   * What `quoteExchange` answers: what an exchange credits, and what is left to pay. Clauses: RES-9,
   * RES-11, RES-13 to RES-15, AZR-1 to AZR-8.
   */
  'exchange-quote': rules.ExchangeQuote;
  /**
   * The answer to one record of a batch, of `settleRefunds` and `createSettlement`: a quote or every
   * issue. Clauses: as a refund quote; interpretations R-YEAR, R-WHOSE, R-COUNTS besides.
   */
  'settlement-result': rules.SettlementResult;
  /**
   * One step of a customer's ledger, of `settleRefund`. Clauses: as a refund quote; interpretations R-YEAR,
   * R-WHOSE, R-COUNTS besides.
   */
  'settled-refund': rules.SettledRefund;
  /**
   * One customer's refunds as far back as a limit can need them, in canonical form. Amounts are in
   * USD, days are UTC. Clause: RES-5; interpretations R-YEAR, R-WHOSE.
   */
  'refund-ledger': rules.RefundLedger;
  /** What `limitOn` answers: a customer's limit on one day, in USD. Clause: RES-5; interpretations R-YEAR, R-WHOSE, R-COUNTS. */
  'limit-state': rules.LimitState;
  /**
   * A policy of refunds in canonical form. Clauses: RES-1 to RES-5, RES-7, RES-11, RES-13; interpretations
   * R-FIVE, R-FEE, R-YEAR, R-COUNTS, R-OVER, R-SWAP.
   */
  'refund-policy': rules.RefundPolicy;
  /** What `diffPolicies` answers: what differs between two policies of refunds. Clauses: those of their documents. */
  'policy-differences': readonly rules.RefundPolicyDifference[];
  /** What `compareRefund` answers: a cancellation under each policy. Clauses: as a refund quote; interpretation R-WHICH. */
  'refund-comparison': readonly rules.ComparedRefund[];
  /** What `refundCurve` answers: a refund over the days on which it could be asked for. Clauses: as a refund quote. */
  'refund-curve': rules.RefundCurve;
  /**
   * What `nextBetterDay` answers: the first later day that refunds more, or `null`. Clauses: as a
   * refund quote; interpretations R-YEAR, R-WHOSE, R-COUNTS besides.
   */
  'better-day': rules.BetterDay | null;
  /** What `decideAccess` answers: whether somebody may do something. Clauses: ROL-1 to ROL-9. */
  'access-decision': rules.AccessDecision;
  /**
   * What `decideMarket` answers: whether reservations can be had in a market. Clauses: MKT-1, MKT-3;
   * interpretation R-WHICH.
   */
  'market-decision': rules.MarketDecision;
  /**
   * What `decideSoftwareCancellation` answers. Days are UTC calendar days. Clauses: SOF-1 to SOF-7,
   * SOF-13 to SOF-15, SOF-17, SOF-19; interpretations R-SIXTY, R-PRORATE, R-BASIS, R-ROUND, R-WHICH.
   */
  'software-cancellation-decision': rules.SoftwareCancellationDecision;
  /** What `decideSoftwareExchange` answers: always a no, and which one. Clauses: SOF-1, SOF-3. */
  'software-exchange-decision': rules.DeniedSoftwareExchange;
  /**
   * A policy for software in canonical form. Clauses: SOF-1 to SOF-3, SOF-9, SOF-13 to SOF-19;
   * interpretations R-SIXTY, R-LINK.
   */
  'software-policy': rules.SoftwarePolicy;
  /**
   * What `downloadLinkStatus` answers: whether a download link works at an instant. Clauses: SOF-7,
   * SOF-9, SOF-13, SOF-16, SOF-18; interpretations R-LINK, R-WHICH.
   */
  'download-link-status': rules.DownloadLinkStatus;
  /**
   * What `renewDownloadLink` answers. Clauses: SOF-7, SOF-9, SOF-13, SOF-16, SOF-18; interpretations R-LINK,
   * R-RENEW, R-WHICH.
   */
  'link-renewal': rules.LinkRenewal;
  /**
   * What `recordDownload` answers. Clauses: SOF-7, SOF-9, SOF-13, SOF-16, SOF-18; interpretations R-LINK,
   * R-WHICH.
   */
  'recorded-download': rules.RecordedDownload;
  /**
   * What `decideCustomerPurchase` answers: whether a customer may buy a reservation themselves.
   * Clauses: CUS-1, CUS-3 to CUS-8, MKT-1; interpretation R-CONDITIONS.
   */
  'customer-purchase-decision': rules.CustomerPurchaseDecision;
  /**
   * What `decidePermissionChange` answers: whether somebody may turn the permission on or off.
   * Clauses: CUS-2, CUS-3, CUS-5 to CUS-8, CUS-10; interpretation R-NO-ENTRY.
   */
  'permission-change-decision': rules.PermissionChangeDecision;
  /** What `decideCustomerTask` answers. Clauses: CUS-7, RES-10, SOF-10. */
  'customer-task-decision': rules.CustomerTaskDecision;
  /** What `discountedSubscriptions` answers. Clause: CUS-9. */
  'discounted-subscriptions': rules.DiscountedSubscriptions;
  /** What `advancePartnership` answers. Clauses: RSL-2, RSL-3; interpretation R-ACCEPT. */
  'partnership-decision': rules.PartnershipDecision;
  /** What `decideResellerTask` answers. Clauses: RSL-2 to RSL-8; interpretation R-RELATIONSHIP. */
  'reseller-task-decision': rules.ResellerTaskDecision;
  /** What `draftSupportRequest` answers. Clauses: SUP-1, SUP-2; interpretation R-CONTACT. */
  'support-draft': rules.SupportDraft;
  /** What is malformed: the issues of an `InputError`, of a `try…` or `parse…` function, of a rejected record. */
  issues: readonly rules.Issue[];
}

/** The name of a schema, and of its file without `.json`. */
export type SchemaName = keyof FactSchemas | keyof ResultSchemas;
