import type { FactSchemas } from '../../src/schemas/catalogue.ts';

/** Facts that a schema accepts and the library refuses, each for one reason. */
export interface Difference {
  readonly schema: keyof FactSchemas;
  readonly field: string;
  readonly code: string;
  readonly facts: object;
}

const LONG = '🧾'.repeat(137); // 137 code points, 274 units

const entry = {
  id: 'CR-1',
  policy: 'ours',
  facts: '20271 0.00 12000.00 USD P1Y 20089 used 1 -',
};
/** Twelve payments, from the day of purchase on. */
const schedule = Array.from({ length: 12 }, (_, at) => ({
  dueDate: `2025-${String(at + 1).padStart(2, '0')}-01`,
  billingCurrencyTotal: { amount: '1000.00', currencyCode: 'USD' },
  status: at === 0 ? 'Succeeded' : 'Scheduled',
  'of the vendor': 1,
}));

const refused = {
  id: 'CR-2',
  policy: 'partner-center-2020-08',
  facts:
    '20271 v2 refused 50000.00 0.00 0.00 1000.00 EUR P1Y 20089 used 1.1 - Monthly 2 1 6 900.00 - -',
};

const payments = schedule.map(({ dueDate, status }, at) =>
  [dueDate, at === 0 ? '1000.00' : '', status].join('/'),
);
const scheduledEntry = {
  ...refused,
  id: 'CR-3',
  facts: `20271 v2 refused 0.00 0.00 0.00 - USD P1Y 20089 new 1 - Monthly 1 1 - - 12.50 ${payments.join(';')}`,
};

/** What makes the accepted cancellation one of a monthly plan. */
const monthly = { billingPlan: 'Monthly', paid: undefined, instalment: '1000.00' };
const scheduled = { ...monthly, instalment: undefined, paymentSchedule: schedule };
const changedFirst = (change: object) => ({
  ...scheduled,
  paymentSchedule: [{ ...schedule[0], ...change }, ...schedule.slice(1)],
});

const exchanged = { paid: '1.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01' };
/** What makes the accepted exchange one of several reservations. */
const several = (exchange: object, purchase: object = { price: '2.00' }) => ({
  ...{ paid: undefined, currency: undefined, term: undefined, purchasedOn: undefined },
  ...{ newPrice: undefined, newCurrency: undefined },
  reservationsToExchange: [exchanged, { ...exchanged, ...exchange }],
  reservationsToPurchase: [purchase],
});

const bought = { id: 'a', customerId: 'contoso', partnerId: 'us' };

/** Facts of each schema that it and the library accept. */
export const acceptedFacts: FactSchemas = {
  'refund-request': {
    paid: '12000.00',
    currency: 'USD',
    term: 'P1Y',
    purchasedOn: '2025-01-01',
    canceledOn: '2025-01-07',
    used: false,
  },
  'refund-curve-request': {
    paid: 12000,
    currency: 'EUR',
    usdRate: 1.1,
    term: 'P1Y',
    purchasedOn: '2025-01-01',
    used: true,
  },
  'settlement-record': {
    customerId: 'contoso',
    id: 'CR-1',
    paid: '12000',
    currency: 'JPY',
    usdRate: '0.0067',
    term: 'P3Y',
    purchasedOn: '2025-01-01T23:00-05:00',
    canceledOn: '2025-01-07',
    used: false,
    meta: { any: ['thing'] },
  },
  'exchange-request': {
    paid: '12000.00',
    currency: 'USD',
    term: 'P1Y',
    purchasedOn: '2025-01-01',
    exchangedOn: '2025-07-02',
    newPrice: '15000.00',
    newCurrency: 'USD',
  },
  'refund-policy-input': { basedOn: 'partner-center-2020-08', id: 'ours' },
  'refund-ledger-input': {
    customerId: 'contoso',
    lastDay: '2025-07-02',
    days: [{ on: '2025-07-02', usd: 5294.47 }],
    ids: [entry, refused, scheduledEntry],
  },
  'plan-request': {
    asOf: '2025-07-02',
    until: '2025-07-04',
    candidates: [
      {
        id: 'VM-1',
        paid: 12000,
        currency: 'USD',
        term: 'P1Y',
        purchasedOn: '2025-01-01',
        used: true,
        valuePerDay: 1,
      },
    ],
    policy: 'azure-2024-12',
  },
  'software-cancellation-request': {
    kind: 'perpetual',
    purchasedOn: '2025-03-01',
    canceledOn: '2025-04-30',
    roles: 'admin-agent',
  },
  'software-exchange-request': { kind: 'red-hat-plan' },
  'software-policy-input': 'software-2022',
  'hybrid-benefit-request': {
    license: 'windows-server-standard',
    softwareAssurance: true,
    commercial: true,
  },
  'download-link-input': { issuedAt: '2025-03-01T10:00:00Z', downloads: 1 },
  'customer-purchase-request': { subscription: null, permission: 'on', market: '대한민국' },
  'permission-change-request': { roles: [], current: 'on', wanted: 'off' },
  'customer-task-request': { subscriptionBoughtBy: 'partner' },
  'discount-request': {
    scope: 'single',
    customerId: 'contoso',
    partnerId: 'us',
    subscriptions: [bought],
    subscriptionId: 'a',
  },
  partnership: { enrolled: true, hasAccount: true, stage: 'established' },
  'partnership-event': { kind: 'send-request', text: '', link: 'https://link' },
  'reseller-relationship': {
    partnership: { enrolled: false, hasAccount: false, stage: 'none' },
    customer: { associated: false, azure: true, tenantOwner: true },
    subscription: { associated: false, supportContact: false },
  },
  'refund-support-facts': {
    title: 'Refund',
    contact: { name: 'Kim', preferredContactMethod: 'email' },
    amountRequested: { amount: 10, currency: 'USD' },
  },
  'exchange-support-facts': { reservationId: 'R-1' },
  'software-support-facts': { askedForByCancellation: true, files: ['a.txt'] },
};

const [candidate] = acceptedFacts['plan-request'].candidates;

/** The candidate with changes, and others. */
const candidates = (...changes: readonly object[]): object => ({
  candidates: changes.map((change) => ({ ...candidate, ...change })),
});

const ofEntry = acceptedFacts['refund-ledger-input'];

const names = ['name', 'email', 'phone'] as const;

/** One for each schema, field and code that is given with what is changed. */
function differences(
  schema: keyof FactSchemas,
  changes: readonly (readonly [field: string, code: string, change: object])[],
): Difference[] {
  return changes.map(([field, code, change]) => ({
    schema,
    field,
    code,
    facts: { ...(acceptedFacts[schema] as object), ...change },
  }));
}

const numbers = (field: string, change: (figure: number) => object, malformed: string) =>
  [
    [field, 'too-many-decimals', change(0.0000123456789)],
    [field, 'imprecise-number', change(0.1 + 0.2)],
    [field, malformed, change(1e-7)],
  ] as const;

const sameDays = (field: string, change: (day: string) => object) =>
  [
    [field, 'no-such-day', change('2025-02-29')],
    [field, 'year-out-of-range', change('0000-01-01')],
  ] as const;

/** An example of every rule that a schema of facts cannot say. */
export const examplesOfDifferences: readonly Difference[] = [
  ...differences('refund-request', [
    ['canceledOn', 'before-purchase', { canceledOn: '2024-12-31' }],
    ...sameDays('purchasedOn', (purchasedOn) => ({ purchasedOn })),
    ...sameDays('canceledOn', (canceledOn) => ({ canceledOn })),
    ['usdRate', 'rate-required', { currency: 'EUR' }],
    ['usdRate', 'rate-not-one', { usdRate: '1.1' }],
    ['paid', 'too-many-decimals', { currency: 'JPY', usdRate: '0.0067' }],
    ...numbers('paid', (paid) => ({ paid }), 'malformed-amount'),
    ...numbers('consumedRefunds', (n) => ({ consumedRefunds: n }), 'malformed-amount'),
    ...numbers('currentPrice', (currentPrice) => ({ currentPrice }), 'malformed-amount'),
    ...numbers(
      'pricingRefund',
      (amount) => ({ pricingRefund: { amount, currencyCode: 'USD' } }),
      'malformed-amount',
    ),
    ...numbers('instalment', (instalment) => ({ ...monthly, instalment }), 'malformed-amount'),
    ...numbers(
      'paymentSchedule[].billingCurrencyTotal',
      (billingCurrencyTotal) => changedFirst({ billingCurrencyTotal }),
      'malformed-amount',
    ),
    ...sameDays('paymentSchedule[].dueDate', (dueDate) => changedFirst({ dueDate })),
    [
      'currentPrice.currencyCode',
      'other-currency',
      { currentPrice: { amount: 1, currencyCode: 'EUR' } },
    ],
    [
      'pricingRefund.currencyCode',
      'other-currency',
      { pricingRefund: { amount: 1, currencyCode: 'EUR' } },
    ],
    [
      'paymentSchedule[].billingCurrencyTotal.currencyCode',
      'other-currency',
      changedFirst({ billingCurrencyTotal: { amount: 1, currencyCode: 'EUR' } }),
    ],
    ['instalment', 'missing-field', { ...monthly, instalment: undefined }],
    [
      'paymentSchedule[].billingCurrencyTotal',
      'missing-field',
      changedFirst({ billingCurrencyTotal: null }),
    ],
    ['billingPlan', 'contradiction', { ...monthly, product: 'Databricks' }],
    ['instalment', 'contradiction', { ...scheduled, instalment: '1000.00' }],
    ['completedTransactions', 'contradiction', { ...scheduled, completedTransactions: 1 }],
    ['completedTransactions', 'contradiction', { ...monthly, completedTransactions: 2 }],
    ['paymentSchedule', 'contradiction', { ...scheduled, paymentSchedule: schedule.slice(1) }],
    [
      'paymentSchedule',
      'contradiction',
      { ...scheduled, paymentSchedule: [...schedule].reverse() },
    ],
    ['quantityToReturn', 'contradiction', { quantity: 2, quantityToReturn: 3 }],
    ['usdRate', 'too-many-decimals', { currency: 'EUR', usdRate: 1.1234567890123 }],
    ['usdRate', 'imprecise-number', { currency: 'EUR', usdRate: 0.1 + 0.2 }],
    ['usdRate', 'malformed-rate', { currency: 'EUR', usdRate: 1e-7 }],
    ['id', 'too-long', { id: LONG }],
    ['customerId', 'too-long', { customerId: LONG }],
  ]),
  ...differences('exchange-request', [
    ['exchangedOn', 'before-purchase', { exchangedOn: '2024-12-31' }],
    ...sameDays('exchangedOn', (exchangedOn) => ({ exchangedOn })),
    ['newCurrency', 'other-currency', { newCurrency: 'EUR' }],
    ['currency', 'other-currency', several({ currency: 'EUR' })],
    [
      'reservationsToPurchase[].currency',
      'other-currency',
      several({}, { price: '2.00', currency: 'EUR' }),
    ],
    ['purchasedOn', 'before-purchase', several({ purchasedOn: '2025-07-03' })],
    ...numbers(
      'reservationsToPurchase[].price',
      (price) => several({}, { price }),
      'malformed-amount',
    ),
    ...numbers(
      'reservationsToPurchase[].instalment',
      (instalment) => several({}, { instalment, term: 'P1Y' }),
      'malformed-amount',
    ),
    ...numbers('newPrice', (newPrice) => ({ newPrice }), 'malformed-amount'),
    ['sku', 'too-long', { sku: LONG }],
    ['region', 'too-long', { region: LONG }],
    ['newSku', 'too-long', { newSku: LONG }],
    ['newRegion', 'too-long', { newRegion: LONG }],
    ['reservationsToPurchase[].sku', 'too-long', several({}, { price: '2.00', sku: LONG })],
    ['reservationsToPurchase[].region', 'too-long', several({}, { price: '2.00', region: LONG })],
  ]),
  ...differences('refund-policy-input', [
    ...numbers('limitUsd', (limitUsd) => ({ limitUsd }), 'malformed-amount'),
    ['feeRate', 'too-many-decimals', { feeRate: 0.1234567890123 }],
    ['feeRate', 'imprecise-number', { feeRate: 0.1 + 0.2 }],
    ['feeRate', 'malformed-rate', { feeRate: 1e-7 }],
    ['overLimit', 'contradiction', { limitCounts: 'canceled-commitment', overLimit: 'clip' }],
    ['dayWithoutRow', 'contradiction', { windowDays: 5, dayWithoutRow: 5 }],
    ['id', 'id-taken', { id: 'azure-2020-07' }],
    ...sameDays('exchangeEnd', (exchangeEnd) => ({ exchangeEnd })),
  ]),
  ...differences('refund-ledger-input', [
    ...sameDays('lastDay', (lastDay) => ({ lastDay, days: [] })),
    ...sameDays('days[].on', (on) => ({ days: [{ on, usd: '1.00' }] })),
    ['days[].on', 'out-of-order', { lastDay: '2025-07-01' }],
    ...numbers('days[].usd', (usd) => ({ days: [{ on: '2025-07-02', usd }] }), 'malformed-amount'),
    ...numbers(
      'days[].canceledUsd',
      (canceledUsd) => ({ days: [{ on: '2025-07-02', usd: '1.00', canceledUsd }] }),
      'malformed-amount',
    ),
    ['ids[].facts', 'malformed-entry', { ids: [{ ...entry, facts: `0${entry.facts}` }] }],
    ['ids[].facts', 'malformed-entry', { days: [], ids: [{ ...entry, policy: refused.policy }] }],
    ['ids[].id', 'duplicate', { ids: [entry, entry] }],
    ['ids[].id', 'too-long', { ids: [{ ...entry, id: LONG }] }],
    ['ids[].policy', 'too-long', { ids: [{ ...entry, policy: LONG }] }],
  ]),
  ...differences('plan-request', [
    ...sameDays('asOf', (asOf) => ({ asOf })),
    ...sameDays('until', (until) => ({ until })),
    ['until', 'out-of-order', { until: '2025-07-01' }],
    [
      'asOf',
      'before-first-version',
      { asOf: '2018-01-01', ...candidates({ purchasedOn: '2017-12-01' }), policy: 'azure' },
    ],
    [
      'asOf',
      'out-of-order',
      { ledger: { customerId: 'a', lastDay: '2025-07-03', days: [], ids: [] } },
    ],
    ['id', 'duplicate', { candidates: [candidate, candidate] }],
    ['id', 'id-conflict', { ledger: { ...ofEntry, ids: [{ ...entry, id: 'VM-1' }] } }],
    ['customerId', 'other-customer', candidates({ customerId: 'b' }, { id: 'B', customerId: 'c' })],
    ['paid', 'too-large', candidates({ paid: '1000000000.01' })],
    ['instalment', 'too-large', candidates({ ...monthly, instalment: '900000000.00' })],
    ['valuePerDay', 'too-large', candidates({ valuePerDay: 500_001 })],
    ...numbers('valuePerDay', (valuePerDay) => candidates({ valuePerDay }), 'malformed-amount'),
    ['feeRate', 'fee-unstated', { policy: 'partner-center-2018-05' }],
  ]),
  ...differences('software-cancellation-request', [
    ...sameDays('purchasedAt', (day) => ({ purchasedAt: `${day}T10:00:00Z` })),
    ...sameDays('canceledAt', (day) => ({ canceledAt: `${day}T10:00:00Z` })),
    ...sameDays('cancellationAllowedUntilDate', (day) => ({
      cancellationAllowedUntilDate: `${day}T10:00:00Z`,
    })),
    ...sameDays('refundOptions[].expiresAt', (day) => ({
      refundOptions: [{ type: 'Full', expiresAt: `${day}T10:00:00Z` }],
    })),
    ...sameDays('refundableQuantity.details[].allowedUntilDateTime', (day) => ({
      refundableQuantity: {
        totalQuantity: 0,
        details: [{ quantity: 0, allowedUntilDateTime: `${day}T10:00:00Z` }],
      },
    })),
    ['purchasedAt', 'contradiction', { purchasedAt: '2025-03-02T00:00:00Z' }],
    ['canceledAt', 'contradiction', { canceledAt: '2025-05-01T00:00:00Z' }],
    [
      'canceledAt',
      'before-purchase',
      {
        ...{ canceledOn: '2025-03-01', canceledAt: '2025-03-01T09:00:00Z' },
        purchasedAt: '2025-03-01T10:00:00Z',
      },
    ],
    ['canceledAt', 'missing-field', { cancellationAllowedUntilDate: '2025-04-30T10:00:00Z' }],
    ['quantity', 'missing-field', { refundableQuantity: { totalQuantity: 1 } }],
    [
      'billingCycle',
      'contradiction',
      { kind: 'subscription', term: 'P1M', billingCycle: 'annual' },
    ],
    ['friendlyName', 'too-long', { friendlyName: LONG }],
    ['subscriptionId', 'too-long', { subscriptionId: LONG }],
    ['orderId', 'too-long', { orderId: LONG }],
    ['productName', 'too-long', { productName: LONG }],
    ['customer.name', 'too-long', { customer: { name: LONG } }],
    ['customer.tenantId', 'too-long', { customer: { tenantId: LONG } }],
    ['customer.domain', 'too-long', { customer: { domain: LONG } }],
    ['purchasedOn', 'year-out-of-range', { purchasedOn: '9999-12-31', canceledOn: '9999-12-31' }],
  ]),
  ...differences('permission-change-request', [
    ['roles[]', 'unknown-value', { roles: ['boss'] }],
    ['roles[]', 'too-long', { roles: [LONG] }],
    ['asOf', 'no-such-day', { asOf: '2022-02-30' }],
  ]),
  ...differences('download-link-input', [
    ...sameDays('issuedAt', (day) => ({ issuedAt: `${day}T10:00:00Z` })),
    ['issuedAt', 'year-out-of-range', { issuedAt: '9999-12-31T00:00:00Z' }],
    ...sameDays('firstDownloadedAt', (day) => ({ firstDownloadedAt: `${day}T10:00:00Z` })),
    ['firstDownloadedAt', 'before-issue', { firstDownloadedAt: '2025-03-01T09:59:59Z' }],
    [
      'firstDownloadedAt',
      'contradiction',
      { downloads: 0, firstDownloadedAt: '2025-03-02T10:00:00Z' },
    ],
  ]),
  ...differences('customer-purchase-request', [
    ['market', 'unknown-value', { market: 'UK' }],
    ['market', 'contradiction', { market: 'KR', product: 'savings-plan' }],
    ['asOf', 'no-such-day', { asOf: '2022-02-30' }],
    ['market', 'too-long', { market: LONG }],
  ]),
  ...differences('refund-support-facts', [
    ['quote', 'any', { quote: { allowed: true } }],
    ['title', 'too-long', { title: LONG }],
    ['reservationId', 'too-long', { reservationId: LONG }],
    ['reservationOrderId', 'too-long', { reservationOrderId: LONG }],
    ...names.map((name) => [`contact.${name}`, 'too-long', { contact: { [name]: LONG } }] as const),
    ...numbers(
      'amountRequested.amount',
      (amount) => ({ amountRequested: { amount, currency: 'USD' } }),
      'malformed-amount',
    ),
  ]),
  ...differences('exchange-support-facts', [['quote', 'any', { quote: {} }]]),
  ...differences('software-support-facts', [
    ['cancellation', 'any', { cancellation: {}, askedForByCancellation: undefined }],
    ['impact', 'too-long', { impact: LONG }],
    ['refundReason', 'too-long', { refundReason: LONG }],
    ['files[]', 'too-long', { files: [LONG] }],
  ]),
  ...differences('discount-request', [
    ['partnerId', 'too-long', { partnerId: LONG }],
    ['subscriptionId', 'too-long', { subscriptionId: LONG }],
    ['subscriptionId', 'unknown-value', { subscriptionId: 'b' }],
    ['subscriptions[].id', 'duplicate', { subscriptions: [bought, bought] }],
    ['subscriptions[].id', 'too-long', { subscriptions: [bought, { ...bought, id: LONG }] }],
    [
      'subscriptions[].customerId',
      'too-long',
      { subscriptions: [{ ...bought, customerId: LONG }] },
    ],
    ['subscriptions[].partnerId', 'too-long', { subscriptions: [{ ...bought, partnerId: LONG }] }],
  ]),
];
