import { decideCustomerTask } from '../../../src/customers/index.ts';
import {
  cancellationEffects,
  decideSoftwareCancellation,
  downloadLinkStatus,
  type PublishedSoftwarePolicyId,
  type SoftwareCancellationInput,
} from '../../../src/software/index.ts';
import type { ExamplesOf } from './example.ts';

const order: SoftwareCancellationInput = {
  kind: 'subscription',
  term: 'P1Y',
  paid: '1200.00',
  currency: 'USD',
  qualifies: true,
  purchasedOn: '2025-03-01',
  canceledOn: '2025-04-30',
  roles: 'admin-agent',
  customer: { domain: 'contoso.com' },
  productName: 'SQL Server',
  orderId: 'O-1',
  messageRead: true,
};

const cancel = (change: object) => (): object =>
  decideSoftwareCancellation({ ...order, ...change } as SoftwareCancellationInput);

const under = (policy: PublishedSoftwarePolicyId, change: object) => (): object =>
  decideSoftwareCancellation({ ...order, ...change } as SoftwareCancellationInput, { policy });

const linkUnder = (policy: PublishedSoftwarePolicyId, change: object) => (): object =>
  downloadLinkStatus(
    { issuedAt: '2025-03-08T00:00:00Z', downloads: 1, ...change },
    '2025-03-15T00:00:00Z',
    { policy },
  );

const linkAfter = (downloads: number) => (): object =>
  downloadLinkStatus({ issuedAt: '2025-03-01T10:00:00Z', downloads }, '2025-03-15T09:59:59.999Z');

export const softwareExamples: ExamplesOf<'SOF'> = {
  'SOF-1': {
    meets: [cancel({}), { allowed: true, lastDay: '2025-04-30', daysLeft: 0 }],
    doesNot: [cancel({ canceledOn: '2025-05-01' }), { allowed: false, reason: 'window-passed' }],
  },
  'SOF-2': {
    meets: [cancel({}), { credit: { basis: 'pro-rated', amount: '1002.74' } }],
    doesNot: [cancel({ canceledOn: '2025-05-01' }), { credit: null }],
  },
  'SOF-3': {
    meets: [
      cancel({ kind: 'red-hat-plan', term: undefined }),
      { allowed: false, obstacles: [{ clause: 'SOF-3' }] },
    ],
    doesNot: [cancel({ kind: 'perpetual', term: undefined }), { allowed: true }],
  },
  'SOF-4': {
    meets: [cancel({}), { allowed: true, allowedRoles: ['admin-agent'] }],
    doesNot: [cancel({ roles: 'global-admin' }), { obstacles: [{ clause: 'SOF-4' }] }],
  },
  'SOF-5': {
    meets: [cancel({}), { allowed: true, missing: [] }],
    doesNot: [cancel({ orderId: undefined }), { allowed: false, missing: ['orderId'] }],
  },
  'SOF-6': {
    meets: [cancel({ messageRead: false }), { obstacles: [{ clause: 'SOF-6' }] }],
    doesNot: [cancel({}), { allowed: true }],
  },
  'SOF-7': {
    meets: [cancel({}), { effects: cancellationEffects }],
    doesNot: [cancel({ roles: 'sales-agent' }), { effects: [] }],
  },
  'SOF-9': {
    meets: [linkAfter(49), { state: 'active', downloadsLeft: 1 }],
    doesNot: [linkAfter(50), { state: 'expired', expiredBy: ['downloads'] }],
  },
  'SOF-10': {
    meets: [
      () => decideCustomerTask('get-server-keys', { subscriptionBoughtBy: 'partner' }),
      { allowed: true, how: 'in-the-admin-center' },
    ],
    doesNot: [
      () => decideCustomerTask('get-server-keys', { subscriptionBoughtBy: 'other' }),
      { allowed: false, how: null },
    ],
  },
  'SOF-13': {
    meets: [under('software-2018-09', {}), { allowed: true, credit: { basis: 'unstated' } }],
    doesNot: [
      under('software-2018-09', { canceledOn: '2025-05-01' }),
      { allowed: false, reason: 'window-passed' },
    ],
  },
  'SOF-14': {
    meets: [under('software-2019-12', {}), { credit: { basis: 'pro-rated', amount: '1002.74' } }],
    doesNot: [under('software-2019-12', { canceledOn: '2025-05-01' }), { credit: null }],
  },
  'SOF-15': {
    meets: [
      under('software-2020-01', { kind: 'red-hat-plan', term: undefined }),
      { obstacles: [{ clause: 'SOF-15' }] },
    ],
    doesNot: [
      under('software-2019-12', { kind: 'red-hat-plan', term: undefined }),
      { allowed: true },
    ],
  },
  'SOF-16': {
    meets: [linkUnder('software-2021-02', {}), { state: 'unstated' }],
    doesNot: [linkUnder('software-2020-06', {}), { state: 'active' }],
  },
  'SOF-17': {
    meets: [
      under('software-2021-06', { canceledOn: '2025-03-31' }),
      { allowed: true, daysLeft: 0 },
    ],
    doesNot: [
      under('software-2021-06', { canceledOn: '2025-04-01' }),
      { allowed: false, reason: 'window-passed' },
    ],
  },
  'SOF-18': {
    meets: [
      linkUnder('software-2021-06', { firstDownloadedAt: '2025-03-09T00:00:00Z' }),
      { state: 'expired', expiredBy: ['time'] },
    ],
    doesNot: [
      linkUnder('software-2021-06', { firstDownloadedAt: '2025-03-11T00:00:00Z' }),
      { state: 'active', expiredBy: [] },
    ],
  },
  'SOF-19': {
    meets: [under('software-2022', { canceledOn: '2025-03-08' }), { allowed: true, daysLeft: 0 }],
    doesNot: [
      under('software-2022', { canceledOn: '2025-03-09' }),
      { allowed: false, reason: 'window-passed' },
    ],
  },
};
