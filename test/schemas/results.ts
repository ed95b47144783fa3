import fc from 'fast-check';
import * as library from '../../src/index.ts';
import type { FactSchemas, ResultSchemas } from '../../src/schemas/catalogue.ts';
import {
  batches,
  exchangeCases,
  policyFrom,
  policyInputs,
  refundCases,
} from '../reservations/arbitraries.ts';
import { readSchema } from './read-schema.ts';
import { valuesOf } from './values-of.ts';

/** The answer, or `undefined` where the facts are malformed. */
function answerOf<Result>(ask: () => Result): Result | undefined {
  try {
    return ask();
  } catch (error) {
    if (library.isInputError(error)) return undefined;
    throw error;
  }
}

/** The answers to random facts of a schema, each with a second fact of its own kind. */
function answers<Name extends keyof FactSchemas, Other, Result>(
  name: Name,
  others: fc.Arbitrary<Other>,
  ask: (facts: FactSchemas[Name], other: Other) => Result,
): fc.Arbitrary<Result | undefined> {
  return fc
    .tuple(valuesOf(readSchema(name)), others)
    .map(([facts, other]) => answerOf(() => ask(facts as FactSchemas[Name], other)));
}

/** Random facts of a cancellation whose instants, cycle and units do not contradict the rest. */
const cancellations = valuesOf(readSchema('software-cancellation-request')).map((random) => {
  const { purchasedAt: _, canceledAt: __, ...facts } = random as Record<string, unknown>;
  const cycle = facts['term'] === undefined ? {} : { billingCycle: 'monthly' };
  const { purchasedOn } = facts;
  const isDay = typeof purchasedOn === 'string' && purchasedOn.length === 10;
  const day = {
    canceledOn: isDay && facts['qualifies'] === true ? purchasedOn : facts['canceledOn'],
  };
  return {
    ...facts,
    ...cycle,
    ...day,
    quantity: 3,
  } as FactSchemas['software-cancellation-request'];
});

const nothingElse = fc.constant(undefined);
const published = Object.values(library.refundPolicies);
const softwarePolicies = fc.constantFrom(undefined, ...Object.values(library.softwarePolicies));
const days = fc.constantFrom('2019-08-01', '2025-01-01', '9999-12-31');
const instants = fc.constantFrom('2025-03-05T08:00Z', '2025-03-15T10:00Z', '9999-12-01T00:00Z');
const roles = fc.subarray([...library.allRoles]);

const settlements = batches.map(({ policy, records }) => {
  const settlement = library.createSettlement({ policy });
  const results = records.map((record) => settlement.settle(record));
  return { policy, results, ledgers: [...settlement.ledgers()] };
});

/** A refund that is asked for beside a ledger, which knows what is consumed. */
const besideLedger = refundCases.map(({ request, policy }) => {
  const { consumedRefunds, ...facts } = request;
  const ledger = library.openRefundLedger('contoso');
  return { ledger: library.settleRefund(ledger, facts, { policy }).ledger, facts, policy };
});

const drafts: fc.Arbitrary<library.SupportDraft | undefined> = fc.oneof(
  refundCases.map(({ request, policy }) => {
    const quote = library.quoteRefund(request, { policy });
    return answerOf(() => library.draftSupportRequest('reservation-refund', { quote }));
  }),
  exchangeCases.map(({ request, policy }) => {
    const quote = library.quoteExchange(request, { policy });
    const contact = { name: 'Kim', email: 'k@x', phone: '1', preferredContactMethod: 'email' };
    return library.draftSupportRequest('reservation-exchange', {
      quote,
      contact,
    } as library.ExchangeSupportFacts);
  }),
  fc.tuple(cancellations, softwarePolicies).map(([facts, policy]) =>
    answerOf(() =>
      library.draftSupportRequest('software-cancellation', {
        cancellation: library.decideSoftwareCancellation(facts, { policy }),
        impact: 'none',
        files: ['a.txt'],
      }),
    ),
  ),
);

/** Random answers of every schema. */
export const results: {
  readonly [Name in keyof ResultSchemas]: fc.Arbitrary<ResultSchemas[Name] | undefined>;
} = {
  'refund-quote': refundCases.map(({ request, policy }) =>
    library.quoteRefund(request, { policy }),
  ),
  'exchange-quote': exchangeCases.map(({ request, policy }) =>
    library.quoteExchange(request, { policy }),
  ),
  'settlement-result': settlements.map(({ results: [...all] }) => all.pop()),
  'settled-refund': besideLedger.map(({ ledger, facts, policy }) =>
    answerOf(() => library.settleRefund(ledger, facts, { policy })),
  ),
  'refund-ledger': settlements.map(({ ledgers }) => ledgers[0]),
  'limit-state': settlements.map(({ ledgers: [ledger], policy }) =>
    ledger === undefined
      ? undefined
      : library.limitOn(ledger, ledger.lastDay ?? '2025-01-01', { policy }),
  ),
  'refund-policy': policyInputs.map(policyFrom),
  'policy-differences': fc
    .tuple(policyInputs.map(policyFrom), fc.constantFrom(...published))
    .map(([a, b]) => library.diffPolicies(a, b)),
  'refund-comparison': refundCases.map(({ request, policy }) =>
    library.compareRefund(request, [...published.slice(0, 3), policy]),
  ),
  'refund-curve': refundCases.map(({ request, policy }) => {
    const { purchasedOn: from, canceledOn } = request;
    const to = library.quoteRefund(request).days.sincePurchase < 40 ? canceledOn : from;
    return library.refundCurve(request, { policy, from, to });
  }),
  'better-day': besideLedger.map(({ ledger, facts, policy }) =>
    answerOf(() => library.nextBetterDay(ledger, facts, { policy })),
  ),
  'return-plan': refundCases.map(({ request, policy }) => {
    const {
      canceledOn: asOf,
      consumedRefunds: _,
      quantityToReturn: __,
      pricingRefund: ___,
      ...facts
    } = request;
    return answerOf(() =>
      library.planReturns({
        asOf,
        until: asOf,
        candidates: [
          { ...facts, id: 'A' },
          { ...facts, id: 'B' },
        ] as never,
        policy,
      }),
    );
  }),
  'access-decision': fc
    .tuple(
      roles,
      fc.constantFrom(...library.allActions),
      fc.constantFrom(undefined, ...library.permissionMatrixVersions.map(({ from }) => from)),
      fc.constantFrom(undefined, true, false),
    )
    .map(([held, action, asOf, guest]) =>
      library.decideAccess([...held, 'Azure hero', 'AdminAgents'], action, { asOf, guest }),
    ),
  'market-decision': fc
    .tuple(fc.constantFrom(...library.unavailableMarkets.map(({ name }) => name), 'KR', 'BR'), days)
    .map(([market, asOf]) => library.decideMarket(market, { asOf })),
  // Few random facts of a cancellation go together: only those are kept that are answered.
  'software-cancellation-decision': fc
    .tuple(cancellations, softwarePolicies)
    .map(([facts, policy]) => answerOf(() => library.decideSoftwareCancellation(facts, { policy })))
    .filter((answer) => answer !== undefined),
  'software-comparison': fc
    .tuple(cancellations, softwarePolicies)
    .map(([facts, policy]) =>
      answerOf(() =>
        library.compareSoftwareCancellation(facts, [policy ?? 'software', 'software-2018-09']),
      ),
    )
    .filter((answer) => answer !== undefined),
  'software-exchange-decision': answers('software-exchange-request', nothingElse, (facts) =>
    library.decideSoftwareExchange(facts),
  ),
  'hybrid-benefit-decision': answers('hybrid-benefit-request', nothingElse, (facts) =>
    library.decideHybridBenefit(facts),
  ),
  'software-policy': answers('software-policy-input', nothingElse, (input) => {
    const parsed = library.parseSoftwarePolicy(input);
    return parsed.ok ? parsed.value : undefined;
  }),
  'download-link-status': answers(
    'download-link-input',
    fc.tuple(instants, softwarePolicies),
    (link, [asOf, policy]) => library.downloadLinkStatus(link, asOf, { policy }),
  ),
  'link-renewal': answers(
    'download-link-input',
    fc.tuple(instants, softwarePolicies),
    (link, [asOf, policy]) => library.renewDownloadLink(link, asOf, { policy }),
  ),
  'recorded-download': answers(
    'download-link-input',
    fc.tuple(instants, softwarePolicies),
    (link, [asOf, policy]) => library.recordDownload(link, asOf, { policy }),
  ),
  'customer-purchase-decision': answers('customer-purchase-request', nothingElse, (facts) =>
    library.decideCustomerPurchase(facts),
  ),
  'permission-change-decision': answers('permission-change-request', nothingElse, (facts) =>
    library.decidePermissionChange(facts),
  ),
  'customer-task-decision': answers(
    'customer-task-request',
    fc.constantFrom(
      ...(['set-first-scope', 'manage', 'exchange', 'cancel', 'get-server-keys'] as const),
    ),
    (facts, task) => library.decideCustomerTask(task, facts),
  ),
  'discounted-subscriptions': answers('discount-request', nothingElse, (facts) =>
    library.discountedSubscriptions(facts),
  ),
  'partnership-decision': answers(
    'partnership',
    valuesOf(readSchema('partnership-event')),
    (state, event) => library.advancePartnership(state, event as library.PartnershipEvent),
  ),
  'reseller-task-decision': answers(
    'reseller-relationship',
    fc.constantFrom(...library.resellerTasks),
    (relationship, task) => library.decideResellerTask(task, relationship),
  ),
  'support-draft': drafts,
  issues: fc.jsonValue().map((facts) => {
    const parsed = library.parseRefundRequest(facts);
    return parsed.ok ? [] : parsed.issues;
  }),
};
