// Monthly payment, parts of a quantity, and exchanges of several.

import { dayAfter, instantOn } from './days.js';

export function* monthly(random) {
  yield* workedRefunds();
  yield* everyDueDay();
  yield* refunds(random);
  yield* schedules();
  yield* exchanges(random);
  yield* settlements();
  yield* whatIfs();
}

const year = { billingPlan: 'Monthly', currency: 'USD', term: 'P1Y', used: false };
const hundred = { ...year, instalment: '100.00' };
const bought = { ...hundred, purchasedOn: '2025-01-15' };
const tenUnits = { ...bought, instalment: '199.90', quantity: 10, quantityToReturn: 3 };
const service = { policy: 'azure-service-2023' };
const page = { policy: 'azure-2024-12' };

/** Windows, months of 28 to 31 days, parts, and the limit at ±1 day of what it allows. */
function* workedRefunds() {
  for (const canceledOn of ['2025-01-20', '2025-01-21', '2025-02-14', '2025-02-15', '2026-01-14']) {
    for (const options of [service, page, {}]) {
      yield ['quoteRefund', { ...bought, canceledOn }, options];
    }
  }
  yield ['quoteRefund', { ...bought, canceledOn: '2026-01-15' }, service];
  yield ['quoteRefund', { ...bought, canceledOn: '2025-02-15', completedTransactions: 1 }, service];
  yield ['quoteRefund', { ...tenUnits, canceledOn: '2025-03-25' }, service];
  const third = { ...bought, instalment: '10.00', quantity: 3, quantityToReturn: 1 };
  yield ['quoteRefund', { ...third, canceledOn: '2025-01-26' }, page];
  const large = { ...hundred, term: 'P3Y', instalment: '3000.00', purchasedOn: '2025-01-01' };
  for (const canceledOn of ['2026-08-11', '2026-08-12', '2026-08-13']) {
    yield ['quoteRefund', { ...large, canceledOn }, page];
    yield ['quoteRefund', { ...large, canceledOn, consumedRefunds: '48064.52' }, service];
  }
}

/** A purchase on the 29th, 30th or 31st: the days around each due day of the first year. */
function* everyDueDay() {
  for (const [purchasedOn, ...due] of [
    ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31'],
    ['2024-01-30', '2024-02-29', '2024-03-30', '2024-12-30'],
    ['2024-02-29', '2024-03-29', '2025-01-29'],
  ]) {
    for (const day of due) {
      for (const days of [-1, 0, 1]) {
        yield ['quoteRefund', { ...hundred, purchasedOn, canceledOn: dayAfter(day, days) }, page];
      }
    }
  }
}

const instalments = [
  { currency: 'USD', instalment: '0.01' },
  { currency: 'USD', instalment: '1388.89' },
  { currency: 'EUR', instalment: '1045.55', usdRate: '1.0837' },
  { currency: 'JPY', instalment: '150000', usdRate: '0.006712345678' },
  { currency: 'KWD', instalment: '3651.825', usdRate: '3.254' },
];
const months = { P1Y: 12, P3Y: 36, P5Y: 60 };
const policies = ['partner-center-2020-08', 'azure-2020-07', 'azure-2024-12', 'azure-service-2023'];

function monthlyFacts({ below, isTrue, oneOf }) {
  const term = oneOf(Object.keys(months));
  const quantity = 1 + below(9);
  const purchasedOn = dayAfter('2020-01-01', below(2_000));
  const on = dayAfter(purchasedOn, oneOf([0, 5, 6, 30, 31, below(months[term] * 30)]));
  const facts = { ...oneOf(instalments), billingPlan: 'Monthly', term, purchasedOn, quantity };
  return [{ ...facts, quantityToReturn: 1 + below(quantity), used: isTrue() }, on];
}

function* refunds(random) {
  for (let at = 1; at <= 30; at += 1) {
    const [facts, on] = monthlyFacts(random);
    const canceledOn = random.isTrue() ? on : instantOn(on, random);
    const currentPrice = random.oneOf([undefined, undefined, '0', facts.instalment]);
    const policy = random.oneOf(policies);
    yield ['quoteRefund', { ...facts, canceledOn, currentPrice }, { policy }];
  }
}

/** Payments of unequal amounts, one that failed and was repeated, one in the wrong place. */
function* schedules() {
  const dueDays = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  const payments = dueDays.map((month, at) => ({
    dueDate: `2025-${month}-15`,
    billingCurrencyTotal: { currencyCode: 'EUR', amount: at < 6 ? 91.5 : 93.25 },
    status: at < 3 ? 'Succeeded' : 'Scheduled',
  }));
  const facts = { ...year, currency: 'EUR', usdRate: '1.0837', purchasedOn: '2025-01-15' };
  const failed = { ...payments[2], status: 'Failed' };
  for (const paymentSchedule of [
    payments,
    payments.toSpliced(2, 0, failed),
    payments.toSpliced(2, 1, failed),
    payments.toReversed(),
    payments.slice(1),
  ]) {
    yield ['quoteRefund', { ...facts, canceledOn: '2025-03-25', paymentSchedule }, service];
  }
}

function* exchanges(random) {
  const returned = { ...bought, currency: 'GBP', instalment: '196.63', term: 'P3Y' };
  const one = { ...returned, exchangedOn: '2025-02-02', newPrice: '11328.00' };
  yield ['quoteExchange', one];
  yield ['quoteExchange', { ...one, newPrice: '1.00' }, service];
  for (let at = 1; at <= 12; at += 1) {
    const [, exchangedOn] = monthlyFacts(random);
    const items = [1, 2, 3].map(() => ({
      ...{ currency: 'USD', term: random.oneOf(['P3Y', 'P5Y']), used: random.isTrue() },
      ...{ purchasedOn: dayAfter(exchangedOn, -random.below(900)), quantity: 7 },
      quantityToReturn: 1 + random.below(7),
      ...random.oneOf([{ paid: '36600.05' }, { billingPlan: 'Monthly', instalment: '133.37' }]),
    }));
    const reservationsToPurchase = [
      { price: random.oneOf(['0.01', '45000.00']) },
      { instalment: '1250.40', term: 'P3Y' },
    ];
    const facts = { exchangedOn, reservationsToExchange: items, reservationsToPurchase };
    yield ['quoteExchange', facts, { policy: random.oneOf(policies) }];
  }
}

function* settlements() {
  const records = ['2025-02-14', '2025-02-15', '2025-03-25', '2025-12-31'].map(
    (canceledOn, at) => ({
      ...{ ...tenUnits, instalment: '9000.00', id: `M-${at}`, customerId: 'contoso', canceledOn },
    }),
  );
  for (const policy of policies) {
    yield [
      'settleAll',
      [...records, records[1], { ...records[1], quantityToReturn: 4 }],
      { policy },
    ];
  }
}

function* whatIfs() {
  for (const options of [service, page]) {
    const days = { from: '2025-01-18', to: '2025-02-16' };
    yield ['refundCurve', bought, { ...options, ...days }];
  }
  const facts = { ...tenUnits, canceledOn: '2025-03-25' };
  yield ['compareRefund', facts];
  yield ['compareRefund', { ...facts, used: true }, ['azure-2024-12', 'azure-service-2023']];
}
