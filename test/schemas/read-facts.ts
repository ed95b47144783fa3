import * as library from '../../src/index.ts';
import type { FactSchemas } from '../../src/schemas/catalogue.ts';

type Read = (facts: unknown) => readonly library.Issue[];

const parsedBy =
  (parse: (facts: unknown) => library.Parsed<unknown>): Read =>
  (facts) => {
    const parsed = parse(facts);
    return parsed.ok ? [] : parsed.issues;
  };

/** The issues of a function that throws them, those of the argument `within` counted from there. */
const thrownBy =
  // biome-ignore lint/suspicious/noExplicitAny: every function takes facts of a type of its own
    (ask: (facts: any) => unknown, within?: string): Read =>
    (facts) => {
      try {
        ask(facts);
        return [];
      } catch (error) {
        if (!library.isInputError(error)) throw error;
        return error.issues.map((issue) =>
          issue.path[0] === within ? { ...issue, path: issue.path.slice(1) } : issue,
        );
      }
    };

const LATEST = '9999-12-31T23:59:59.999999999Z';

/** How the library reads the facts of each schema: the issues, or none. */
export const readFacts: { readonly [Name in keyof FactSchemas]: Read } = {
  'refund-request': parsedBy(library.parseRefundRequest),
  'refund-curve-request': thrownBy((facts) => library.refundCurve(facts)),
  'settlement-record': (facts) => {
    const result = library.createSettlement().settle(facts);
    return result.ok ? [] : result.issues;
  },
  'exchange-request': parsedBy(library.parseExchangeRequest),
  'refund-policy-input': parsedBy(library.parseRefundPolicy),
  'refund-ledger-input': parsedBy(library.parseRefundLedger),
  'plan-request': parsedBy(library.tryPlanReturns),
  'software-cancellation-request': thrownBy((facts) => library.decideSoftwareCancellation(facts)),
  'software-exchange-request': thrownBy(library.decideSoftwareExchange),
  'hybrid-benefit-request': thrownBy(library.decideHybridBenefit),
  'software-policy-input': parsedBy(library.parseSoftwarePolicy),
  'download-link-input': thrownBy((link) => library.downloadLinkStatus(link, LATEST), 'link'),
  'customer-purchase-request': thrownBy(library.decideCustomerPurchase),
  'permission-change-request': thrownBy(library.decidePermissionChange),
  'customer-task-request': thrownBy((facts) => library.decideCustomerTask('manage', facts)),
  'discount-request': thrownBy(library.discountedSubscriptions),
  partnership: thrownBy((state) => library.advancePartnership(state, { kind: 'enroll' }), 'state'),
  'partnership-event': thrownBy(
    (event) => library.advancePartnership(library.noPartnership, event),
    'event',
  ),
  'reseller-relationship': thrownBy(
    (relationship) => library.stepsToAccess('support', relationship),
    'relationship',
  ),
  'refund-support-facts': thrownBy((facts) =>
    library.draftSupportRequest('reservation-refund', facts),
  ),
  'exchange-support-facts': thrownBy((facts) =>
    library.draftSupportRequest('reservation-exchange', facts),
  ),
  'software-support-facts': thrownBy((facts) =>
    library.draftSupportRequest('software-cancellation', facts),
  ),
};
