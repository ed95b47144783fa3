import { decideCustomerTask } from '../../../src/customers/index.ts';
import {
  cancellationEffects,
  decideSoftwareCancellation,
  downloadLinkStatus,
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
};
