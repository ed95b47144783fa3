import {
  type AmountInput,
  decideCustomerTask,
  type ExchangeRequestInput,
  type PolicyOptions,
  parseRefundPolicy,
  quoteExchange,
  quoteRefund,
  type RefundPolicy,
  type RefundRequestInput,
  settleRefunds,
} from '../../../src/index.ts';
import { type Boundary, call, type ExamplesOf, type Question, type Step } from './example.ts';

/** A policy derived from a published one. */
export function derive(fields: object): RefundPolicy {
  const parsed = parseRefundPolicy(fields);
  if (!parsed.ok) throw new Error('no policy');
  return parsed.value;
}

/** A reservation that was paid up front, and its exchange for another. */
type UpfrontRefund = Exclude<RefundRequestInput, { readonly billingPlan: 'Monthly' }>;
type UpfrontExchange = Extract<ExchangeRequestInput, { readonly paid: AmountInput }>;

const of2018 = derive({ basedOn: 'partner-center-2018-05', id: '2018 at 12 %', feeRate: '0.12' });
const unlimited = derive({ basedOn: 'partner-center-2020-08', id: 'unlimited', limitUsd: null });

const bought = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
} as const;
export const day0 = { canceledOn: '2025-01-01' };
const day4 = { canceledOn: '2025-01-05' };
export const day5 = { canceledOn: '2025-01-06' };
export const day6 = { canceledOn: '2025-01-07' };
export const halfTime = { canceledOn: '2025-07-02', used: true };
const dear = { ...halfTime, paid: '120000.00' };

export const cancel = (
  change: Partial<UpfrontRefund>,
  policy?: PolicyOptions['policy'],
): Question => call(quoteRefund, { ...bought, ...day6, used: false, ...change }, { policy });

const exchange = (change: Partial<UpfrontExchange>, policy?: PolicyOptions['policy']): Question =>
  call(
    quoteExchange,
    { ...bought, exchangedOn: '2025-07-02', newPrice: '15000.00', ...change },
    { policy },
  );

const refusedBy = (clause: string): object => ({ allowed: false, obstacles: [{ clause }] });

/** The UTC day so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** So many cents. */
export const cents = (count: number): string => (count / 100).toFixed(2);

const aroundDay =
  (day: number, change: Partial<UpfrontRefund>, policy?: PolicyOptions['policy']) =>
  (step: Step): object =>
    cancel({ ...change, canceledOn: dayAfter(bought.purchasedOn, day + step) }, policy)();

export const aroundPrice =
  (count: number, change: Partial<UpfrontRefund>, policy?: PolicyOptions['policy']) =>
  (step: Step): object =>
    cancel({ ...change, paid: cents(count + step) }, policy)();

const free = { fee: '0.00' };
const feeOfDay6 = { credit: '11802.74', fee: '1416.33' };
const whole = { credit: '12000.00', ...free };
const clipped = [
  { refund: '49999.99', withheld: '0.00' },
  { refund: '50000.00', withheld: '0.00' },
  { refund: '50000.00', withheld: '0.01' },
] as const;

const firstCentOfFee = (
  change: Partial<UpfrontRefund>,
  policy?: PolicyOptions['policy'],
): Boundary => ({
  of: 'the first credit of which 12 % is a cent',
  ask: aroundPrice(5, change, policy),
  shows: [
    { credit: '0.04', fee: '0.00' },
    { credit: '0.05', fee: '0.01' },
    { credit: '0.06', fee: '0.01' },
  ],
});

/** A second return by the same customer, a year after the first, which has used the limit. */
const aYearAfter =
  (policy?: PolicyOptions['policy']) =>
  (step: Step): object => {
    const first = { ...bought, paid: '50000.00', used: false, customerId: 'contoso' };
    const later = dayAfter('2025-01-01', 365 + step);
    const returns = [
      { ...first, ...day0, id: 'first' },
      { ...first, paid: '1000.00', purchasedOn: later, canceledOn: later, id: 'second' },
    ];
    const [, second] = [...settleRefunds(returns, { policy })];
    if (second?.ok !== true) throw new Error('not settled');
    return second.quote;
  };

/** Days of the leap year 2024 for 1.83 USD: every odd one of the 366 comes to half a cent. */
const tie = (remaining: number, shows: Boundary['shows']): Boundary => ({
  of: `half a cent with ${remaining} days left`,
  ask: (step) =>
    cancel({
      ...{ paid: '1.83', used: true, purchasedOn: '2024-01-01' },
      canceledOn: dayAfter('2025-01-01', -remaining - step),
    })(),
  shows,
});

const ended = (clause: string): object => ({ reason: 'term-ended', ...refusedBy(clause) });

const exchangeAtEnd = (clause: string, policy?: PolicyOptions['policy']): Boundary => ({
  of: 'the end of the term',
  ask: (step) => exchange({ exchangedOn: dayAfter('2026-01-01', step) }, policy)(),
  shows: [{ allowed: true, credit: '32.88' }, ended(clause), ended(clause)],
});

const newPriceOfCredit = (clause: string, policy?: PolicyOptions['policy']): Boundary => ({
  of: 'a new price of the credit',
  ask: (step) => exchange({ newPrice: cents(601_644 + step) }, policy)(),
  shows: [refusedBy(clause), { netPayable: '0.00' }, { netPayable: '0.01' }],
});

const givenBack = [
  { refund: '0.00', withheld: '1000.00' },
  { refund: '1000.00', withheld: '0.00' },
  { refund: '1000.00', withheld: '0.00' },
] as const;

const freeIn2018 = derive({ basedOn: 'partner-center-2018-05', id: '2018, free', feeRate: '0' });

const boughtOn = (purchasedOn: string): object => ({
  product: 'VirtualMachines',
  purchasedOn,
  exchangedOn: '2027-03-01',
});

export const reservationExamples: ExamplesOf<'RES' | 'AZR'> = {
  'RES-1': {
    meets: [cancel(day5), { row: 'full-credit', credit: '12000.00', fee: '0.00' }],
    doesNot: [cancel(day6), { row: 'pro-rated-less-fee', credit: '11802.74' }],
    boundaries: [{ of: 'day 5', ask: aroundDay(5, {}), shows: [whole, whole, feeOfDay6] }],
  },
  'RES-2': {
    meets: [cancel({ ...day5, used: true }), { credit: '11835.62', fee: '0.00' }],
    doesNot: [cancel({ ...day6, used: true }), { credit: '11802.74', fee: '1416.33' }],
    boundaries: [
      {
        of: 'day 5',
        ask: aroundDay(5, { used: true }),
        shows: [{ credit: '11868.49', ...free }, { credit: '11835.62', ...free }, feeOfDay6],
      },
    ],
  },
  'RES-3': {
    meets: [cancel(day6), { credit: '11802.74', fee: '1416.33', refund: '10386.41' }],
    doesNot: [cancel(day5), { credit: '12000.00', fee: '0.00' }],
    boundaries: [
      { of: 'day 5', ask: aroundDay(5, {}), shows: [free, free, feeOfDay6] },
      firstCentOfFee({}),
    ],
  },
  'RES-4': {
    meets: [cancel(halfTime), { credit: '6016.44', fee: '721.97', refund: '5294.47' }],
    doesNot: [cancel({ ...day5, used: true }), { credit: '11835.62', fee: '0.00' }],
    boundaries: [
      { of: 'day 5', ask: aroundDay(5, { used: true }), shows: [free, free, feeOfDay6] },
      firstCentOfFee({ used: true }),
    ],
  },
  'RES-5': {
    meets: [cancel(dear), { refund: '50000.00', withheld: '2944.65' }],
    doesNot: [cancel(dear, unlimited), { refund: '52944.65', withheld: '0.00', limit: null }],
    boundaries: [
      { of: '50,000 USD', ask: aroundPrice(5_000_000, day0), shows: clipped },
      { of: 'the 365th day after a refund', ask: aYearAfter(), shows: givenBack },
    ],
  },
  'RES-6': {
    meets: [cancel(halfTime), { credit: '6016.44', fee: '721.97', refundable: '5294.47' }],
    doesNot: [cancel({ canceledOn: '2026-01-01' }), { credit: '0.00', refundable: '0.00' }],
    boundaries: [
      tie(351, [{ credit: '1.75' }, { credit: '1.76' }, { credit: '1.76' }]),
      tie(349, [{ credit: '1.74' }, { credit: '1.74' }, { credit: '1.75' }]),
    ],
  },
  'RES-7': {
    meets: [cancel(day6), { payee: 'partner' }],
    doesNot: [cancel(day6, 'partner-center-2018-10'), { payee: 'customer' }],
  },
  'RES-8': {
    meets: [cancel({ canceledOn: '2025-12-31' }), { allowed: true, days: { remaining: 1 } }],
    doesNot: [cancel({ canceledOn: '2026-01-01' }), refusedBy('RES-8')],
    boundaries: [
      {
        of: 'the end of the term',
        ask: aroundDay(365, { used: true }),
        shows: [{ allowed: true, refund: '28.93' }, ended('RES-8'), ended('RES-8')],
      },
    ],
  },
  'RES-9': {
    meets: [exchange({}), { allowed: true, credit: '6016.44', netPayable: '8983.56' }],
    doesNot: [exchange({ newPrice: '6016.43' }), refusedBy('RES-9')],
    boundaries: [newPriceOfCredit('RES-9'), exchangeAtEnd('RES-8')],
  },
  'RES-10': {
    meets: [
      call(decideCustomerTask, 'manage', { subscriptionBoughtBy: 'partner' }),
      { allowed: true },
    ],
    doesNot: [
      call(decideCustomerTask, 'manage', { subscriptionBoughtBy: 'other' }),
      refusedBy('RES-10'),
    ],
  },
  'RES-11': {
    meets: [cancel({ product: 'SuseLinux' }), refusedBy('RES-11')],
    doesNot: [cancel({ product: 'VirtualMachines' }), { allowed: true }],
  },
  'RES-13': {
    meets: [cancel(day0, of2018), { fee: '1440.00', payee: 'customer' }],
    doesNot: [cancel(day0), { fee: '0.00', payee: 'partner' }],
    boundaries: [
      { of: '50,000 USD', ask: aroundPrice(5_000_000, day0, freeIn2018), shows: clipped },
    ],
  },
  'RES-14': {
    meets: [cancel(day4, 'partner-center-2018-10'), { allowed: true, fee: '0.00' }],
    doesNot: [cancel(day5, 'partner-center-2018-10'), refusedBy('RES-14')],
    boundaries: [
      {
        of: 'day 5',
        ask: aroundDay(5, {}, 'partner-center-2018-10'),
        shows: [whole, refusedBy('RES-14'), feeOfDay6],
      },
      {
        of: '50,000 USD',
        ask: aroundPrice(5_000_000, day0, 'partner-center-2018-10'),
        shows: clipped,
      },
      firstCentOfFee({}, 'partner-center-2018-10'),
    ],
  },
  'RES-15': {
    meets: [cancel(day5, 'partner-center-2018-11'), { fee: '0.00', payee: 'partner' }],
    doesNot: [cancel(day5, 'partner-center-2018-10'), { allowed: false, payee: 'customer' }],
    boundaries: [
      {
        of: 'day 5',
        ask: aroundDay(5, {}, 'partner-center-2018-11'),
        shows: [whole, whole, feeOfDay6],
      },
    ],
  },
  'RES-16': {
    meets: [
      cancel(halfTime, 'partner-center-2023-07'),
      { fee: '0.00', refund: '6016.44', payee: 'partner' },
    ],
    doesNot: [cancel(halfTime, 'partner-center-2020-08'), { fee: '721.97', refund: '5294.47' }],
  },
  'RES-17': {
    meets: [
      exchange({ product: 'SqlDatabases', newProduct: 'VirtualMachines' }),
      refusedBy('RES-17'),
    ],
    doesNot: [exchange({ product: 'SqlDatabases', newProduct: 'SqlDatabases' }), { allowed: true }],
  },
  'AZR-1': {
    meets: [cancel(day0, 'azure-2020-01'), { row: 'pro-rated-less-fee', fee: '1440.00' }],
    doesNot: [cancel(day0, 'azure-2020-02'), { fee: '0.00' }],
    boundaries: [firstCentOfFee(day0, 'azure-2020-01')],
  },
  'AZR-2': {
    meets: [cancel(day0, 'azure-2020-02'), { fee: '0.00', refund: '12000.00' }],
    doesNot: [cancel(day0, 'azure-2020-01'), { fee: '1440.00', refund: '10560.00' }],
  },
  'AZR-3': {
    meets: [cancel(dear, 'azure-2020-01'), { allowed: true, refund: '50000.00' }],
    doesNot: [cancel(dear, 'azure-2020-07'), { allowed: false, refund: '0.00' }],
    boundaries: [
      {
        of: '50,000 USD, of 56,818.18 less 12 %',
        ask: aroundPrice(5_681_818, day0, 'azure-2020-01'),
        shows: clipped,
      },
      { of: 'the 365th day after a refund', ask: aYearAfter('azure-2020-02'), shows: givenBack },
    ],
  },
  'AZR-4': {
    meets: [
      exchange({ newPrice: '6016.44' }, 'azure-2020-01'),
      { netPayable: '0.00', allowed: true },
    ],
    doesNot: [exchange({ newPrice: '6016.43' }, 'azure-2020-01'), refusedBy('AZR-4')],
    boundaries: [
      newPriceOfCredit('AZR-4', 'azure-2020-01'),
      exchangeAtEnd('AZR-1', 'azure-2020-01'),
    ],
  },
  'AZR-5': {
    meets: [
      cancel({ ...day0, paid: '50000.01' }, 'azure-2020-07'),
      { reason: 'limit-exceeded', ...refusedBy('AZR-5') },
    ],
    doesNot: [
      cancel({ ...day0, paid: '50000.00' }, 'azure-2020-07'),
      { allowed: true, refund: '50000.00' },
    ],
    boundaries: [
      {
        of: '50,000 USD',
        ask: aroundPrice(5_000_000, day0, 'azure-2020-07'),
        shows: [
          { allowed: true, refund: '49999.99' },
          { allowed: true, refund: '50000.00' },
          refusedBy('AZR-5'),
        ],
      },
      {
        of: 'the 365th day after a refund',
        ask: aYearAfter('azure-2020-07'),
        shows: [refusedBy('AZR-5'), { refund: '1000.00' }, { refund: '1000.00' }],
      },
    ],
  },
  'AZR-6': {
    meets: [cancel({ product: 'Databricks' }, 'azure-2020-07'), refusedBy('AZR-6')],
    doesNot: [cancel({ product: 'Databricks' }, 'azure-2020-02'), { allowed: true }],
  },
  'AZR-7': {
    meets: [cancel({ product: 'Databricks' }, 'azure-2022-10'), refusedBy('AZR-7')],
    doesNot: [cancel({ product: 'Sentinel' }, 'azure-2022-10'), { allowed: true }],
  },
  'AZR-8': {
    meets: [cancel({ product: 'Sentinel' }, 'azure-2024-12'), refusedBy('AZR-8')],
    doesNot: [cancel({ product: 'Sentinel' }, 'azure-2022-10'), { allowed: true }],
  },
  'AZR-9': {
    meets: [exchange({ product: 'Databricks' }, 'azure-2026-01'), refusedBy('AZR-9')],
    doesNot: [exchange({ product: 'Databricks' }, 'azure-2024-12'), { allowed: true }],
  },
  'AZR-10': {
    meets: [exchange(boughtOn('2027-02-01'), 'azure-2027-02'), refusedBy('AZR-10')],
    doesNot: [
      exchange(boughtOn('2027-01-31'), 'azure-2027-02'),
      { allowed: true, notes: ['last-exchange'] },
    ],
    boundaries: [
      {
        of: '2027-02-01',
        ask: (step) => exchange(boughtOn(dayAfter('2027-02-01', step)), 'azure-2027-02')(),
        shows: [{ allowed: true }, refusedBy('AZR-10'), refusedBy('AZR-10')],
      },
    ],
  },
};
