// Refunds, exchanges, settlements and what if.

import { dayAfter, instantOn, oddDays } from './days.js';

export function* reservations(random) {
  yield* refunds(random);
  yield* ties();
  yield* monthEnds(random);
  yield* daysThatZonesLack();
  yield* exchanges(random);
  yield* settlements(random);
  yield* whatIfs();
  yield* policies();
  yield* columns();
}

const versions = [
  ...['partner-center-2018-10', 'partner-center-2018-11', 'partner-center-2020-08'],
  ...['azure-2020-01', 'azure-2020-02', 'azure-2020-07', 'azure-2022-10', 'azure-2024-12'],
];
const prices = [
  {
    currency: 'USD',
    paid: ['0.00', '0.01', '99.99', '12000.00', '49999.99', '250000', '999999999999999.99'],
  },
  {
    currency: 'EUR',
    usdRate: '1.0837',
    paid: ['0.01', '10000.10', '51234.56', '999999999999999.99'],
  },
  { currency: 'JPY', usdRate: '0.006712345678', paid: ['1', '1800000', '999999999999999'] },
  { currency: 'KWD', usdRate: '3.254', paid: ['0.001', '3651.825', '123456789012345.678'] },
  { currency: 'CLF', usdRate: '39.5', paid: ['0.0001', '1234.5678', '999999999999999.9999'] },
  { currency: 'KRW', usdRate: '0.00072', paid: ['15000000', '69444445'] },
];
const products = [undefined, 'VirtualMachines', 'SuseLinux', 'RedHat', 'Databricks', 'Sentinel'];
const termDays = { P1Y: 365, P3Y: 1095, P5Y: 1826 };
const terms = Object.keys(termDays);

function* refunds(random) {
  const { below, isTrue, oneOf } = random;
  for (let at = 1; at <= 70; at += 1) {
    const { paid, ...inCurrency } = oneOf(prices);
    const term = oneOf(terms);
    const purchasedOn = dayAfter('2018-01-01', below(3_000));
    const days = oneOf([0, 4, 5, 6, 30, 364, 365, below(termDays[term] + 2)]);
    const canceledOn = dayAfter(purchasedOn, days);
    yield [
      'quoteRefund',
      {
        ...{ paid: oneOf(paid), ...inCurrency, term, used: isTrue() },
        purchasedOn: isTrue() ? purchasedOn : instantOn(purchasedOn, random),
        canceledOn: isTrue() ? canceledOn : instantOn(canceledOn, random),
        consumedRefunds: oneOf([undefined, '0', '49999.99', '50000.00', '61234.56']),
        product: oneOf(products),
        id: oneOf([undefined, `CR-${at}`]),
      },
      { policy: oneOf(versions) },
    ];
  }
}

const published = {
  document: 'reservations',
  windowDays: 5,
  dayWithoutRow: null,
  fullCreditWhenUnused: true,
  feeRate: '0.12',
  limitUsd: '50000.00',
  limitWindow: '365-days',
  limitCounts: 'refund',
  overLimit: 'clip',
  rounding: 'half-even',
  exchangeMinimum: 'credit',
  nonReturnable: ['SuseLinux', 'RedHat'],
  payee: 'partner',
};
const policyOf = (change) => ({ id: 'ours', ...published, ...change });

const bought = { currency: 'USD', term: 'P1Y', purchasedOn: '2024-02-01', used: true };

/** Exactly half a minor unit: a term of 366, 1,096 or 1,826 days, a fee of an eighth, a rate of 1.005. */
function* ties() {
  const oddDaysLeft = { ...bought, canceledOn: '2024-02-02' };
  for (const paid of ['1.83', '5.49', '9.15', '12.81', '16.47', '183000000000001.83']) {
    yield ['quoteRefund', { ...oddDaysLeft, paid }];
  }
  for (const paid of ['5.48', '16.44', '27.40', '5480000000005.48']) {
    yield ['quoteRefund', { ...oddDaysLeft, paid, term: 'P3Y' }];
  }
  for (const paid of ['9.13', '27.39', '45.65', '913000000000009.13']) {
    yield [
      'quoteRefund',
      { ...oddDaysLeft, paid, term: 'P5Y', purchasedOn: '2024-03-01', canceledOn: '2024-03-02' },
    ];
  }
  for (const rounding of ['half-even', 'half-up', 'down']) {
    for (const paid of ['366000.04', '366000.12', '366000000000000.04']) {
      const unused = { ...bought, used: false, paid, consumedRefunds: '0' };
      const policy = policyOf({ windowDays: null, feeRate: '0.125', rounding, limitUsd: null });
      yield ['quoteRefund', { ...unused, canceledOn: bought.purchasedOn }, { policy }];
    }
  }
  for (const paid of ['1.00', '3.00', '5.00', '50000.00', '49751.24']) {
    const inEuro = { ...bought, used: false, currency: 'EUR', usdRate: '1.005', paid };
    yield ['quoteRefund', { ...inEuro, canceledOn: '2024-02-02' }];
  }
}

/** Terms that begin on the last days of a month, on the day before their end, the end, and the day after. */
function* monthEnds({ oneOf }) {
  const ends = {
    '2024-02-29': { P1Y: '2025-02-28', P3Y: '2027-02-28', P5Y: '2029-02-28' },
    '2023-02-28': { P1Y: '2024-02-28', P3Y: '2026-02-28', P5Y: '2028-02-28' },
    '2024-12-31': { P1Y: '2025-12-31', P3Y: '2027-12-31', P5Y: '2029-12-31' },
    '9994-12-31': { P1Y: '9995-12-31', P3Y: '9997-12-31', P5Y: '9999-12-31' },
    '0001-01-31': { P1Y: '0002-01-31', P3Y: '0004-01-31', P5Y: '0006-01-31' },
  };
  for (const [purchasedOn, endOf] of Object.entries(ends)) {
    for (const term of terms) {
      for (const days of [-1, 0]) {
        const canceledOn = dayAfter(endOf[term], days);
        const facts = { paid: '12345.67', currency: 'USD', term, purchasedOn, canceledOn };
        yield ['quoteRefund', { ...facts, used: oneOf([true, false]) }];
      }
    }
  }
}

function* daysThatZonesLack() {
  for (const day of oddDays) {
    const facts = { paid: '36500.00', currency: 'USD', term: 'P1Y', used: false };
    const [before, after] = [dayAfter(day, -6), dayAfter(day, 5)];
    yield ['quoteRefund', { ...facts, purchasedOn: before, canceledOn: day }];
    yield ['quoteRefund', { ...facts, purchasedOn: `${day}T00:00:00.000Z`, canceledOn: after }];
    yield [
      'quoteRefund',
      { ...facts, purchasedOn: { $date: Date.parse(day) }, canceledOn: `${after}T23:59:59Z` },
    ];
  }
}

function* exchanges(random) {
  const { below, isTrue, oneOf } = random;
  for (let at = 1; at <= 25; at += 1) {
    const term = oneOf(terms);
    const purchasedOn = oneOf(['2024-01-31', '2024-02-29', '2023-03-01', ...oddDays]);
    const exchangedOn = dayAfter(purchasedOn, oneOf([0, 1, 5, 6, below(termDays[term] + 2)]));
    yield [
      'quoteExchange',
      {
        ...oneOf([
          { paid: '12000.00', currency: 'USD', newPrice: oneOf(['12000.00', '1.00', '80000.01']) },
          {
            paid: '1800000',
            currency: 'JPY',
            newPrice: oneOf(['1800000', '1', '999999999999999']),
          },
        ]),
        term,
        purchasedOn,
        exchangedOn: isTrue() ? exchangedOn : instantOn(exchangedOn, random),
        product: oneOf(products),
        id: oneOf([undefined, `X-${at}`]),
      },
      { policy: oneOf(versions) },
    ];
  }
}

const sale = { currency: 'USD', term: 'P3Y', used: true };

function* settlements({ below, isTrue, oneOf }) {
  const windows = [
    'partner-center-2020-08',
    'azure-2020-07',
    policyOf({ limitWindow: 'calendar-year' }),
  ];
  for (const policy of [...windows, policyOf({ limitWindow: 'none' })]) {
    for (let batch = 1; batch <= 2; batch += 1) {
      let day = oneOf(oddDays);
      const records = [];
      for (let at = 1; at <= 7; at += 1) {
        day = dayAfter(day, oneOf([0, 1, 30, 364, 365]));
        records.push({
          ...{ ...sale, paid: oneOf(['30000.00', '20000.01', '0.02']), id: `R-${at}` },
          ...{
            customerId: oneOf(['contoso', 'Ünïcode 고객']),
            purchasedOn: dayAfter(day, -below(200)),
          },
          ...{ canceledOn: isTrue() ? day : { $date: Date.parse(day) }, meta: { row: at } },
        });
      }
      const [first] = records;
      yield [
        'settleAll',
        [...records, records.at(-1), { ...first, paid: '1.00' }, {}, null],
        { policy },
      ];
    }
  }
  const facts = { ...sale, paid: '40000.00', purchasedOn: '2025-01-01', canceledOn: '2025-07-02' };
  yield [
    'settleRefunds',
    [
      { ...facts, customerId: '__proto__' },
      { ...facts, customerId: 'constructor' },
    ],
  ];
  yield ['settleRefund', { $answer: { call: 'openRefundLedger', given: ['contoso'] } }, facts];
}

const ledger = {
  customerId: 'contoso',
  lastDay: '2024-12-31',
  days: [
    { on: '2024-02-29', usd: '30000.00' },
    { on: '2024-12-31', usd: '19999.99' },
  ],
  ids: [],
};

function* whatIfs() {
  const facts = { paid: '36600.00', ...bought, used: false };
  for (const policy of versions) {
    yield ['refundCurve', facts, { policy, from: '2024-02-01', to: '2024-02-08' }];
  }
  yield ['refundCurve', facts, { from: '2025-01-28', to: '2025-02-02' }];
  yield [
    'refundCurve',
    { ...facts, currency: 'JPY', usdRate: '0.0067', paid: '366001' },
    { from: '2024-02-27', to: '2024-03-02' },
  ];
  const large = { ...facts, paid: '120000.00', canceledOn: '2025-01-01' };
  for (const policy of versions)
    yield ['nextBetterDay', ledger, { ...large, term: 'P3Y' }, { policy }];
  for (const day of ['2024-12-31', '2025-02-27', '2025-02-28', '2025-12-30', '2025-12-31']) {
    yield ['limitOn', ledger, day];
  }
  yield ['compareRefund', { ...large, used: true }];
  yield [
    'compareRefund',
    { ...facts, canceledOn: '2024-02-06' },
    ['partner-center-2018-10', policyOf({ feeRate: '0.1' })],
  ];
  for (const [a, b] of [versions.slice(0, 2), versions.slice(2, 4), versions.slice(4, 6)]) {
    yield ['diffPolicies', a, b];
  }
}

function* policies() {
  for (const day of ['2018-05-11', '2018-10-11', '2018-10-12', '2020-08-06', '2030-01-01']) {
    yield ['refundPolicyAt', 'partner-center', day];
    yield ['refundPolicyAt', 'azure', { $date: Date.parse(day) }];
  }
  yield ['parseRefundPolicy', { basedOn: 'azure-2020-07', id: 'ours', feeRate: '0.10' }];
  yield ['parseRefundPolicy', policyOf({ windowDays: 7, limitWindow: 'calendar-year' })];
}

function* columns() {
  for (const [currency, usdRate] of [
    ['USD', undefined],
    ['EUR', '1.0837'],
    ['KWD', '3.254'],
  ]) {
    yield [
      'refundColumns',
      {
        ...{ currency, usdRate },
        paid: { $floats: [1_200_000, 183, 549, 9_007_199_254_740_991, 'NaN', -1, 36_600] },
        termMonths: { $bytes: [12, 12, 12, 60, 12, 12, 36] },
        purchasedOn: { $days: [20_089, 19_754, 19_754, 20_089, 20_089, 20_089, -1] },
        canceledOn: { $days: [20_095, 19_755, 19_755, 20_454, 20_095, 20_095, 365] },
        used: { $bytes: [0, 1, 1, 1, 0, 0, 1] },
      },
    ];
  }
}
