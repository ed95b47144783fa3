import {
  decideCustomerTask,
  type ExchangeRequestInput,
  type PolicyOptions,
  parseRefundPolicy,
  quoteExchange,
  quoteRefund,
  type RefundPolicy,
  type RefundRequestInput,
} from '../../../src/index.ts';
import type { ExamplesOf } from './example.ts';

/** A policy derived from a published one. */
export function derive(fields: object): RefundPolicy {
  const parsed = parseRefundPolicy(fields);
  if (!parsed.ok) throw new Error('no policy');
  return parsed.value;
}

const of2018 = derive({ basedOn: 'partner-center-2018-05', id: '2018 at 12 %', feeRate: '0.12' });
const unlimited = derive({ basedOn: 'partner-center-2020-08', id: 'unlimited', limitUsd: null });

const bought = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
} as const;
const day0 = { canceledOn: '2025-01-01' };
const day4 = { canceledOn: '2025-01-05' };
const day5 = { canceledOn: '2025-01-06' };
const day6 = { canceledOn: '2025-01-07' };
const halfTime = { canceledOn: '2025-07-02', used: true };
const dear = { ...halfTime, paid: '120000.00' };

const cancel =
  (change: Partial<RefundRequestInput>, policy?: PolicyOptions['policy']) => (): object =>
    quoteRefund({ ...bought, ...day6, used: false, ...change }, { policy });

const exchange =
  (change: Partial<ExchangeRequestInput>, policy?: PolicyOptions['policy']) => (): object =>
    quoteExchange(
      { ...bought, exchangedOn: '2025-07-02', newPrice: '15000.00', ...change },
      { policy },
    );

const refusedBy = (clause: string): object => ({ allowed: false, obstacles: [{ clause }] });

export const reservationExamples: ExamplesOf<'RES' | 'AZR'> = {
  'RES-1': {
    meets: [cancel(day5), { row: 'full-credit', credit: '12000.00', fee: '0.00' }],
    doesNot: [cancel(day6), { row: 'pro-rated-less-fee', credit: '11802.74' }],
  },
  'RES-2': {
    meets: [cancel({ ...day5, used: true }), { credit: '11835.62', fee: '0.00' }],
    doesNot: [cancel({ ...day6, used: true }), { credit: '11802.74', fee: '1416.33' }],
  },
  'RES-3': {
    meets: [cancel(day6), { credit: '11802.74', fee: '1416.33', refund: '10386.41' }],
    doesNot: [cancel(day5), { credit: '12000.00', fee: '0.00' }],
  },
  'RES-4': {
    meets: [cancel(halfTime), { credit: '6016.44', fee: '721.97', refund: '5294.47' }],
    doesNot: [cancel({ ...day5, used: true }), { credit: '11835.62', fee: '0.00' }],
  },
  'RES-5': {
    meets: [cancel(dear), { refund: '50000.00', withheld: '2944.65' }],
    doesNot: [cancel(dear, unlimited), { refund: '52944.65', withheld: '0.00', limit: null }],
  },
  'RES-6': {
    meets: [cancel(halfTime), { credit: '6016.44', fee: '721.97', refundable: '5294.47' }],
    doesNot: [cancel({ canceledOn: '2026-01-01' }), { credit: '0.00', refundable: '0.00' }],
  },
  'RES-7': {
    meets: [cancel(day6), { payee: 'partner' }],
    doesNot: [cancel(day6, 'partner-center-2018-10'), { payee: 'customer' }],
  },
  'RES-8': {
    meets: [cancel({ canceledOn: '2025-12-31' }), { allowed: true, days: { remaining: 1 } }],
    doesNot: [cancel({ canceledOn: '2026-01-01' }), refusedBy('RES-8')],
  },
  'RES-9': {
    meets: [exchange({}), { allowed: true, credit: '6016.44', netPayable: '8983.56' }],
    doesNot: [exchange({ newPrice: '6016.43' }), refusedBy('RES-9')],
  },
  'RES-10': {
    meets: [
      () => decideCustomerTask('manage', { subscriptionBoughtBy: 'partner' }),
      { allowed: true },
    ],
    doesNot: [
      () => decideCustomerTask('manage', { subscriptionBoughtBy: 'other' }),
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
  },
  'RES-14': {
    meets: [cancel(day4, 'partner-center-2018-10'), { allowed: true, fee: '0.00' }],
    doesNot: [cancel(day5, 'partner-center-2018-10'), refusedBy('RES-14')],
  },
  'RES-15': {
    meets: [cancel(day5, 'partner-center-2018-11'), { fee: '0.00', payee: 'partner' }],
    doesNot: [cancel(day5, 'partner-center-2018-10'), { allowed: false, payee: 'customer' }],
  },
  'AZR-1': {
    meets: [cancel(day0, 'azure-2020-01'), { row: 'pro-rated-less-fee', fee: '1440.00' }],
    doesNot: [cancel(day0, 'azure-2020-02'), { fee: '0.00' }],
  },
  'AZR-2': {
    meets: [cancel(day0, 'azure-2020-02'), { fee: '0.00', refund: '12000.00' }],
    doesNot: [cancel(day0, 'azure-2020-01'), { fee: '1440.00', refund: '10560.00' }],
  },
  'AZR-3': {
    meets: [cancel(dear, 'azure-2020-01'), { allowed: true, refund: '50000.00' }],
    doesNot: [cancel(dear, 'azure-2020-07'), { allowed: false, refund: '0.00' }],
  },
  'AZR-4': {
    meets: [
      exchange({ newPrice: '6016.44' }, 'azure-2020-01'),
      { netPayable: '0.00', allowed: true },
    ],
    doesNot: [exchange({ newPrice: '6016.43' }, 'azure-2020-01'), refusedBy('AZR-4')],
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
};
