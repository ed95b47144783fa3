import {
  type ExchangeRequestInput,
  type PolicyOptions,
  quoteExchange,
  quoteRefund,
  type RefundRequestInput,
} from '../../../src/index.ts';
import { type Boundary, call, type ExamplesOf, type Question, type Step } from './example.ts';
import {
  aroundPrice,
  cancel,
  cents,
  day0,
  day5,
  day6,
  dayAfter,
  halfTime,
} from './reservations.ts';

// Monthly payment, parts of the units, and the vendor's service.

type Policy = PolicyOptions['policy'];
type MonthlyRequest = Extract<RefundRequestInput, { readonly billingPlan: 'Monthly' }>;

const service = 'azure-service-2023';
const page = 'azure-2024-12';

const bought = {
  billingPlan: 'Monthly',
  instalment: '100.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-15',
} as const;

const cancelOn = (canceledOn: string, policy: Policy = service): Question =>
  call(quoteRefund, { ...bought, used: false, canceledOn } satisfies MonthlyRequest, { policy });

const aroundDay =
  (day: string) =>
  (step: Step): object =>
    cancelOn(dayAfter(day, step))();

const exchangeFor = (price: string): Question => {
  const request: ExchangeRequestInput = {
    exchangedOn: '2025-02-17',
    reservationsToExchange: [bought],
    reservationsToPurchase: [{ price }],
  };
  return call(quoteExchange, request, { policy: service });
};

const refusedBy = (clause: string): object => ({ allowed: false, obstacles: [{ clause }] });

const lastDayInFull: Boundary = {
  of: 'day 5',
  ask: aroundDay('2025-01-20'),
  shows: [
    { row: 'full-credit', credit: '100.00' },
    { row: 'full-credit', credit: '100.00' },
    { row: 'pro-rated-less-fee', credit: '80.65' },
  ],
};

export const monthlyExamples: ExamplesOf<'AZS' | 'PAY'> = {
  'AZS-1': {
    meets: [cancel(day5, service), { row: 'full-credit', refund: '12000.00' }],
    doesNot: [cancel(day6, service), { row: 'pro-rated-less-fee', refund: '11802.74' }],
    boundaries: [
      lastDayInFull,
      {
        of: '50,000 USD',
        ask: aroundPrice(5_000_000, day0, service),
        shows: [
          { allowed: true, refund: '49999.99' },
          { allowed: true, refund: '50000.00' },
          refusedBy('AZS-1'),
        ],
      },
    ],
  },
  'PAY-1': {
    meets: [
      cancelOn('2025-02-15'),
      { completedTransactions: 2, period: { from: '2025-02-15', to: '2025-03-15' } },
    ],
    doesNot: [cancel(day6), { completedTransactions: null, period: null }],
    boundaries: [
      {
        of: 'the due day of the second payment',
        ask: aroundDay('2025-02-15'),
        shows: [
          { completedTransactions: 1, credit: '3.23' },
          { completedTransactions: 2, credit: '100.00' },
          { completedTransactions: 2, credit: '96.43' },
        ],
      },
    ],
  },
  'PAY-2': {
    meets: [cancelOn('2025-02-17'), { paid: '200.00', credit: '92.86' }],
    doesNot: [cancelOn('2025-01-20'), { paid: '100.00', credit: '100.00' }],
  },
  'PAY-3': {
    meets: [cancelOn('2025-02-17'), { refund: '92.86', remainingCommitment: '1000.00' }],
    doesNot: [cancel(day6, service), { refund: '11802.74', remainingCommitment: '0.00' }],
  },
  'PAY-4': {
    meets: [cancelOn('2025-01-20'), { row: 'full-credit', credit: '100.00' }],
    doesNot: [cancelOn('2025-02-17'), { row: 'pro-rated-less-fee', credit: '92.86' }],
    boundaries: [lastDayInFull],
  },
  'PAY-5': {
    meets: [cancel({ ...halfTime, quantity: 10, quantityToReturn: 3 }), { credit: '1804.93' }],
    doesNot: [cancel({ ...halfTime, quantity: 10 }), { credit: '6016.44' }],
  },
  'PAY-6': {
    meets: [
      cancelOn('2025-02-17', page),
      { canceledCommitment: '1092.86', limit: { consumedAfter: '1092.86' } },
    ],
    doesNot: [
      cancelOn('2025-02-17'),
      { canceledCommitment: '1092.86', limit: { consumedAfter: '92.86' } },
    ],
  },
  'PAY-7': {
    meets: [exchangeFor('1200.00'), { refundsTotal: '1092.86', netPayable: '107.14' }],
    doesNot: [exchangeFor('1092.85'), refusedBy('PAY-7')],
    boundaries: [
      {
        of: 'a new total of what is returned',
        ask: (step) => exchangeFor(cents(109_286 + step))(),
        shows: [refusedBy('PAY-7'), { netPayable: '0.00' }, { netPayable: '0.01' }],
      },
    ],
  },
  'PAY-8': {
    meets: [cancel({ ...halfTime, currentPrice: '10000.00' }, page), { credit: '5013.70' }],
    doesNot: [cancel({ ...halfTime, currentPrice: '10000.00' }, service), { credit: '6016.44' }],
  },
};
