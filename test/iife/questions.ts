import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { refundStatuses } from '../../src/columns/index.ts';
import {
  resellerAccessLevels,
  resellerTasks,
  type UnacceptedPartnership,
} from '../../src/resellers/index.ts';
import { type RefundQuote, refundPolicies, tryQuoteRefund } from '../../src/reservations/index.ts';
import { allActions, allRoles } from '../../src/roles/index.ts';
import { softwareKinds, softwarePolicies } from '../../src/software/index.ts';
import { isoMarkets } from '../markets/iso.ts';
import { dayOf, exchangeCases, minorOf, refundCases } from '../reservations/arbitraries.ts';
import type { UpfrontRequest } from '../reservations/request.ts';

// Questions to one folder of rules, each as an expression that any host can evaluate: `rules` is the
// module or the global, and what it is asked is written out as JSON.

const ask = (name: string, ...facts: readonly unknown[]): string =>
  `rules.${name}(${facts.map((fact) => JSON.stringify(fact) ?? 'undefined').join(', ')})`;

const some = <T>(cases: fc.Arbitrary<T>, count: number): T[] => fc.sample(cases, count);

const bought = { paid: '12000.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01' };
const halfTime = { ...bought, paid: '120000.00', canceledOn: '2025-07-02', used: true };

/** The worked cancellations, what the limit cuts, another currency, and what is malformed. */
export const workedRefunds: readonly (readonly [facts: object, refund: string | undefined])[] = [
  [{ ...bought, canceledOn: '2025-01-01', used: false }, '12000.00'],
  [{ ...bought, canceledOn: '2025-01-06', used: false }, '12000.00'],
  [{ ...bought, canceledOn: '2025-01-06', used: true }, '11835.62'],
  [{ ...bought, canceledOn: '2025-01-07', used: false }, '10386.41'],
  [{ ...bought, canceledOn: '2025-07-02', used: true }, '5294.47'],
  [{ ...bought, canceledOn: '2025-12-31', used: true }, '28.93'],
  [{ ...bought, canceledOn: '2026-01-01', used: true }, '0.00'],
  [halfTime, '50000.00'],
  [{ ...halfTime, consumedRefunds: '48000.00' }, '2000.00'],
  [{ ...halfTime, currency: 'EUR', usdRate: '1.1' }, '45454.54'],
  [{ ...halfTime, currency: 'EUR' }, undefined],
  [{ ...halfTime, paid: '12,000' }, undefined],
  [{ ...halfTime, purchasedOn: '2025-02-29', canceldOn: '2025-07-02' }, undefined],
];

function reservations(): string[] {
  return [
    ...workedRefunds.map(([facts]) => ask('tryQuoteRefund', facts)),
    ...Object.keys(refundPolicies).map((policy) => ask('tryQuoteRefund', halfTime, { policy })),
    ...some(refundCases, 300).map(({ request, policy }) =>
      ask('tryQuoteRefund', request, { policy }),
    ),
    ...some(exchangeCases, 100).map(({ request, policy }) =>
      ask('tryQuoteExchange', request, { policy }),
    ),
    ...some(refundCases, 50).map(
      ({ request }) =>
        `rules.trySettleRefund(rules.openRefundLedger('contoso'), ${JSON.stringify(request)})`,
    ),
    ask('refundCurve', halfTime),
    ask('compareRefund', halfTime),
    ask('refundPolicyAt', 'azure', '2021-05-05'),
  ];
}

const amounts = (): string[] => [
  ask('sumAmounts', ['0.10', '-0.30', '99999999999999999.99'], 'USD'),
  ask('sumAmounts', ['1.5', '1,5'], 'KRW'),
  ask('formatMoney', '-1234567.891', 'KWD'),
  ask('compareAmounts', '10', '10.00'),
];

/** Rows of one table, with a row that nobody can answer at the end. */
function columns(): string[] {
  const rows = some(refundCases, 300).map(({ request }) => request);
  const list = (of: (row: UpfrontRequest) => number): string => [...rows.map(of), -1].join(', ');
  const months = { P1Y: 12, P3Y: 36, P5Y: 60 };
  return [
    JSON.stringify(refundStatuses),
    'rules.refundColumns({})',
    `rules.refundColumns({
      currency: 'USD',
      paid: Float64Array.of(${list(({ paid }) => Number(minorOf(paid)))}),
      termMonths: Uint8Array.of(${list(({ term }) => months[term])}),
      purchasedOn: Int32Array.of(${list(({ purchasedOn }) => dayOf(purchasedOn))}),
      canceledOn: Int32Array.of(${list(({ canceledOn }) => dayOf(canceledOn))}),
      used: Uint8Array.of(${list(({ used }) => Number(used))}),
    })`,
  ];
}

const quotes = (count: number): RefundQuote[] =>
  [...workedRefunds.map(([facts]) => facts), ...some(refundCases, count).map((c) => c.request)]
    .map((facts) => tryQuoteRefund(facts))
    .flatMap((parsed) => (parsed.ok ? [parsed.value] : []));

const explain = (): string[] => [
  ...quotes(40).flatMap((quote) =>
    ['en', 'ko'].map((locale) => ask('tryExplain', quote, { locale, as: 'markdown' })),
  ),
  ask('tryExplain', { allowed: true }),
];

const roles = (): string[] => [
  ...allRoles.flatMap((role) => allActions.map((action) => ask('decideAccess', role, action))),
  ...['Help Desk Agent', 'global administrator', 'constructor'].map((name) =>
    ask('parseRole', name),
  ),
  ask('decideAccess', '__proto__', 'software.buy'),
];

const markets = (): string[] =>
  [...isoMarkets.map(({ code }) => code), '대한민국', 'Swaziland', "Côte d'Ivoire", 'UK', '\u0000']
    .map((market) => ask('decideMarket', market))
    .concat(ask('isTaxIncluded', 'Brazil'), ask('marketListAt', '2019-07-25'));

const purchase = {
  paid: '1200.00',
  currency: 'USD',
  purchasedOn: '2025-03-01',
  roles: 'admin-agent',
  customer: { domain: 'contoso.com' },
  productName: 'SQL Server',
  orderId: 'O-1',
  messageRead: true,
};

const softwareFacts = fc.record({
  kind: fc.constantFrom(...softwareKinds),
  paid: fc.nat(10_000_000).map((cents) => (cents / 100).toFixed(2)),
  canceledOn: fc.constantFrom('2025-02-28', '2025-03-08', '2025-04-30', '2025-05-01'),
  roles: fc.constantFrom('admin-agent', 'sales-agent', []),
  messageRead: fc.constantFrom(true, false, undefined),
});

const termOf = (kind: string): object => (kind === 'subscription' ? { term: 'P3Y' } : {});

const software = (): string[] => [
  ask('decideSoftwareCancellation', {
    ...{ ...purchase, kind: 'subscription', term: 'P1Y', canceledOn: '2025-04-30' },
  }),
  ...Object.keys(softwarePolicies).flatMap((policy) =>
    some(softwareFacts, 30).map((facts) =>
      ask(
        'decideSoftwareCancellation',
        { ...purchase, ...facts, ...termOf(facts.kind) },
        { policy },
      ),
    ),
  ),
  ...['2025-03-01T10:00:00Z', '2025-03-15T09:59:59.999Z', '2025-03-15T10:00:00+00:00'].flatMap(
    (at) =>
      [0, 49, 50].flatMap((downloads) => {
        const link = { issuedAt: '2025-03-01T10:00:00Z', downloads };
        return ['downloadLinkStatus', 'renewDownloadLink', 'recordDownload'].map((name) =>
          ask(name, link, at),
        );
      }),
  ),
];

const customers = (): string[] =>
  ['azure-plan', 'azure-global', 'other', 'constructor']
    .flatMap((offer) => ['partner', 'other'].map((boughtBy) => ({ offer, boughtBy })))
    .flatMap((subscription) =>
      ['on', 'off', 'maybe'].map((permission) =>
        ask('decideCustomerPurchase', {
          ...{ subscription: { ...subscription, userRole: 'owner' }, permission, market: 'KR' },
        }),
      ),
    )
    .concat(
      ask('decidePermissionChange', { roles: 'admin-agent', current: 'on', wanted: 'off' }),
      ask('decideCustomerTask', 'exchange', { subscriptionBoughtBy: 'partner' }),
    );

const stages: readonly UnacceptedPartnership['stage'][] = ['none', 'requested'];

const resellers = (): string[] => [
  ...resellerTasks.flatMap((task) =>
    stages.map((stage) =>
      ask('decideResellerTask', task, {
        partnership: { enrolled: true, hasAccount: false, stage },
        customer: { associated: false, azure: true, tenantOwner: false },
        subscription: { associated: false, supportContact: false },
      }),
    ),
  ),
  ...resellerAccessLevels.map((level) =>
    ask('stepsToAccess', level, {
      partnership: { enrolled: true, hasAccount: true, stage: 'established' },
      customer: { associated: false, azure: true, tenantOwner: false },
      subscription: { associated: false, supportContact: false },
    }),
  ),
  ...['enroll', 'open-account', 'accept-request', 'leave'].map(
    (kind) => `rules.advancePartnership(rules.noPartnership, { kind: '${kind}' })`,
  ),
];

const support = (): string[] => [
  ...quotes(100).map((quote) =>
    ask('draftSupportRequest', 'reservation-refund', {
      quote,
      contact: { preferredContactMethod: 'email', name: '김', email: 'kim@contoso.com' },
    }),
  ),
  ask('draftSupportRequest', 'software-cancellation', {}),
  ask('draftSupportRequest', 'toString', {}),
];

/** A published body of the vendor's API, without what frames it in its example. */
const vendorBody = (name: string, status: '200' | '202'): unknown =>
  JSON.parse(
    readFileSync(new URL(`../interop/examples/azure/${name}.json`, import.meta.url), 'utf8'),
  ).responses[status].body;

const interop = (): string[] => [
  ...quotes(100).map((quote) => ask('toRefundResponse', quote)),
  ...quotes(20).map((quote) => `rules.readRefundResponse(${ask('toRefundResponse', quote)})`),
  ask('readReservationOrder', vendorBody('ReservationOrder_Get_ExpandPayments', '200')),
  ask('readRefundFigures', vendorBody('CalculateRefund', '200')),
  ask('readExchangeFigures', vendorBody('CalculateExchange', '200')),
  ask('readCollection', { items: '__proto__' }),
];

const places = (): string[] => [
  ask('whereTo', 'software.cancel'),
  ask('whereTo', 'keep-the-software'),
  ask('whereTo', 'nowhere'),
];

const plans = (): string[] => [
  ...['partner-center-2020-08', 'azure-service-2023'].map((policy) =>
    ask('planReturns', {
      asOf: '2025-07-02',
      until: '2025-07-20',
      candidates: ['50000.00', '30000.00', '30000.00'].map((paid, at) => ({
        ...bought,
        paid,
        used: true,
        id: `R-${at}`,
      })),
      policy,
    }),
  ),
  ask('tryPlanReturns', { asOf: '2025-07-02', candidates: [{ id: '__proto__' }] }),
];

const clauses = (): string[] => [
  'rules.clauses',
  ...['RES-1', 'SOF-12', 'RES-0', '__proto__'].map((id) => ask('clauseById', id)),
];

/** What is asked of each folder. */
export const questionsTo: Readonly<Record<string, () => readonly string[]>> = {
  amounts,
  clauses,
  columns,
  customers,
  explain,
  interop,
  markets,
  places,
  plans,
  resellers,
  reservations,
  roles,
  software,
  support,
};
