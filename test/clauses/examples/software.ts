import { decideCustomerTask } from '../../../src/customers/index.ts';
import {
  cancellationEffects,
  decideHybridBenefit,
  decideSoftwareCancellation,
  downloadLinkStatus,
  type HybridBenefitLicense,
  type PublishedSoftwarePolicyId,
  renewDownloadLink,
  type SoftwareCancellationInput,
} from '../../../src/software/index.ts';
import { type Boundary, call, type ExamplesOf, type Question, type Step } from './example.ts';

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

/** The further facts that later texts ask for. */
const billed = { billingCycle: 'annual', quantity: 1, friendlyName: 'SQL Server of Contoso' };

const cancel = (change: object): Question =>
  call(decideSoftwareCancellation, { ...order, ...change } as SoftwareCancellationInput);

const under = (policy: PublishedSoftwarePolicyId, change: object): Question =>
  call(decideSoftwareCancellation, { ...order, ...change } as SoftwareCancellationInput, {
    policy,
  });

/** The same under a text that credits the charge cycle. */
const billedUnder = (policy: PublishedSoftwarePolicyId, change: object): Question =>
  under(policy, { ...billed, canceledOn: '2025-03-05', ...change });

const linkUnder = (policy: PublishedSoftwarePolicyId, change: object): Question =>
  call(
    downloadLinkStatus,
    { issuedAt: '2025-03-08T00:00:00Z', downloads: 1, ...change },
    '2025-03-15T00:00:00Z',
    { policy },
  );

const linkAfter = (downloads: number): Question =>
  call(
    downloadLinkStatus,
    { issuedAt: '2025-03-01T10:00:00Z', downloads },
    '2025-03-15T09:59:59.999Z',
  );

/** Cancellations around the last day of a window. */
const lastDayIs = (
  days: number,
  policy?: PublishedSoftwarePolicyId,
  change: object = {},
): Boundary => ({
  of: `day ${days}`,
  ask: (step) => {
    const at = new Date(Date.parse('2025-03-01') + (days + step) * 86_400_000);
    const facts = { ...order, ...change, canceledOn: at.toISOString().slice(0, 10) };
    return decideSoftwareCancellation(facts as SoftwareCancellationInput, { policy });
  },
  shows: [
    { allowed: true, daysLeft: 1 },
    { allowed: true, daysLeft: 0 },
    { allowed: false, reason: 'window-passed' },
  ],
});

/** Of 1.83 USD and 366 days every odd number of days left is half a cent. */
const tieOn = (
  day: number,
  amounts: readonly [string, string, string],
  policy?: PublishedSoftwarePolicyId,
): Boundary => {
  const [below, on, above] = amounts.map((amount) => ({ credit: { amount } }));
  return {
    of: `half a cent on day ${day}`,
    ask: (step) => {
      const canceledOn = `2024-01-${`${day + 1 + step}`.padStart(2, '0')}`;
      const facts = { ...order, ...billed, purchasedOn: '2024-01-01', canceledOn, paid: '1.83' };
      return decideSoftwareCancellation(facts as SoftwareCancellationInput, { policy });
    },
    shows: [below ?? {}, on ?? {}, above ?? {}],
  };
};

const active = { state: 'active' };
const expiredBy = (...why: string[]): object => ({ state: 'expired', expiredBy: why });

/** A link that was made, or first used, at the beginning of March, by the millisecond. */
const endOfTime = (
  of: string,
  days: number,
  link: object,
  policy?: PublishedSoftwarePolicyId,
): Boundary => ({
  of,
  ask: (step) => {
    const asOf = new Date(Date.parse('2025-03-01T10:00:00Z') + days * 86_400_000 + step);
    const issued = { issuedAt: '2025-03-01T10:00:00Z', downloads: 1, ...link };
    return downloadLinkStatus(issued, asOf, { policy });
  },
  shows: [active, expiredBy('time'), expiredBy('time')],
});

const fiftieth = (step: Step): { issuedAt: string; downloads: number } => ({
  issuedAt: '2025-03-01T10:00:00Z',
  downloads: 50 + step,
});

const lastDownload = (policy?: PublishedSoftwarePolicyId): Boundary => ({
  of: '50 downloads',
  ask: (step) => downloadLinkStatus(fiftieth(step), '2025-03-02T10:00:00Z', { policy }),
  shows: [{ ...active, downloadsLeft: 1 }, expiredBy('downloads'), expiredBy('downloads')],
});

const benefit = (license: HybridBenefitLicense, softwareAssurance: boolean): Question =>
  call(decideHybridBenefit, { license, softwareAssurance, commercial: true });

export const softwareExamples: ExamplesOf<'SOF'> = {
  'SOF-1': {
    meets: [cancel({}), { allowed: true, lastDay: '2025-04-30', daysLeft: 0 }],
    doesNot: [cancel({ canceledOn: '2025-05-01' }), { allowed: false, reason: 'window-passed' }],
    boundaries: [lastDayIs(60)],
  },
  'SOF-2': {
    meets: [cancel({}), { credit: { basis: 'pro-rated', amount: '1002.74' } }],
    doesNot: [cancel({ canceledOn: '2025-05-01' }), { credit: null }],
    boundaries: [tieOn(15, ['1.76', '1.76', '1.75']), tieOn(17, ['1.75', '1.74', '1.74'])],
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
    boundaries: [
      endOfTime('two weeks', 14, {}),
      lastDownload(),
      {
        of: '50 downloads, before it is renewed',
        ask: (step) => renewDownloadLink(fiftieth(step), '2025-03-02T10:00:00Z'),
        shows: [{ reason: 'still-active' }, { allowed: true }, { allowed: true }],
      },
    ],
  },
  'SOF-10': {
    meets: [
      call(decideCustomerTask, 'get-server-keys', { subscriptionBoughtBy: 'partner' }),
      { allowed: true, how: 'in-the-admin-center' },
    ],
    doesNot: [
      call(decideCustomerTask, 'get-server-keys', { subscriptionBoughtBy: 'other' }),
      { allowed: false, how: null },
    ],
  },
  'SOF-12': {
    meets: [benefit('windows-server-datacenter', true), { allowed: true, savesUpToPercent: 40 }],
    doesNot: [benefit('windows-server-datacenter', false), { allowed: false }],
  },
  'SOF-13': {
    meets: [under('software-2018-09', {}), { allowed: true, credit: { basis: 'unstated' } }],
    doesNot: [
      under('software-2018-09', { canceledOn: '2025-05-01' }),
      { allowed: false, reason: 'window-passed' },
    ],
    boundaries: [
      lastDayIs(60, 'software-2018-09'),
      endOfTime('two weeks', 14, {}, 'software-2018-09'),
      lastDownload('software-2018-09'),
    ],
  },
  'SOF-14': {
    meets: [under('software-2019-12', {}), { credit: { basis: 'pro-rated', amount: '1002.74' } }],
    doesNot: [under('software-2019-12', { canceledOn: '2025-05-01' }), { credit: null }],
    boundaries: [tieOn(15, ['1.76', '1.76', '1.75'], 'software-2019-12')],
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
      billedUnder('software-2021-06', { canceledOn: '2025-03-31' }),
      { allowed: true, daysLeft: 0 },
    ],
    doesNot: [
      under('software-2021-06', { canceledOn: '2025-04-01' }),
      { allowed: false, reason: 'window-passed' },
    ],
    boundaries: [lastDayIs(30, 'software-2021-06', billed)],
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
    boundaries: [
      endOfTime(
        'five days after the first download',
        5,
        { firstDownloadedAt: '2025-03-01T10:00:00Z' },
        'software-2021-06',
      ),
    ],
  },
  'SOF-19': {
    meets: [
      billedUnder('software-2022', { canceledOn: '2025-03-08' }),
      { allowed: true, daysLeft: 0 },
    ],
    doesNot: [
      under('software-2022', { canceledOn: '2025-03-09' }),
      { allowed: false, reason: 'window-passed' },
    ],
    boundaries: [
      lastDayIs(7, 'software-2022', billed),
      lastDayIs(30, 'software-2022', { kind: 'perpetual', term: undefined }),
      tieOn(3, ['1.82', '1.81', '1.81'], 'software-2022'),
    ],
  },
  'SOF-20': {
    meets: [
      billedUnder('software-2021-06', { term: 'P3Y' }),
      { credit: { amount: '1186.84', days: 361, termDays: 365 } },
    ],
    doesNot: [
      under('software-2020-06', { term: 'P3Y', canceledOn: '2025-03-05' }),
      { credit: { amount: '1195.62', days: 1_092, termDays: 1_096 } },
    ],
    boundaries: [
      {
        of: 'the first day of the second month of one bought on 31 January',
        ask: (step) =>
          billedUnder('software-2021-06', {
            ...{ billingCycle: 'monthly', purchasedOn: '2025-01-31' },
            canceledOn: ['2025-02-27', '2025-02-28', '2025-03-01'][step + 1],
          })(),
        shows: [
          { credit: { days: 1, termDays: 28 } },
          { credit: { days: 31, termDays: 31 } },
          { credit: { days: 30, termDays: 31 } },
        ],
      },
    ],
  },
  'SOF-21': {
    meets: [
      billedUnder('software-2023-01', { canceledOn: '2025-03-01' }),
      { credit: { basis: 'full', amount: '1200.00' } },
    ],
    doesNot: [
      billedUnder('software-2022', { canceledOn: '2025-03-01' }),
      { credit: { basis: 'pro-rated', amount: '1200.00' } },
    ],
    boundaries: [
      {
        of: '24 hours',
        ask: (step) => {
          const canceledOn = new Date(Date.parse('2025-03-02T10:00:00Z') + step);
          const purchasedOn = '2025-03-01T10:00:00Z';
          return billedUnder('software-2023-01', { purchasedOn, canceledOn })();
        },
        shows: [
          { credit: { basis: 'full' } },
          { credit: { basis: 'pro-rated' } },
          { credit: { basis: 'pro-rated' } },
        ],
      },
    ],
  },
  'SOF-22': {
    meets: [
      billedUnder('software-2023-06', { orderId: undefined, messageRead: undefined }),
      { allowed: true, missing: [] },
    ],
    doesNot: [
      billedUnder('software-2023-06', { friendlyName: undefined }),
      { allowed: false, missing: ['subscription'] },
    ],
    boundaries: [
      lastDayIs(7, 'software-2023-06', billed),
      lastDayIs(30, 'software-2023-06', { kind: 'perpetual', term: undefined }),
    ],
  },
  'SOF-23': {
    meets: [linkUnder('software-2023-06', {}), { state: 'unstated' }],
    doesNot: [
      linkUnder('software-2023-01', { firstDownloadedAt: '2025-03-11T00:00:00Z' }),
      { state: 'active' },
    ],
  },
  'SOF-24': {
    meets: [
      billedUnder('software-2023-06', { quantity: 300, paid: '3024.00' }),
      {
        credit: { amount: '2988.00' },
        lines: [{ code: 'unit-credit', amount: '9.96' }, { code: 'credit' }],
      },
    ],
    doesNot: [
      under('software-2020-06', { quantity: 300, paid: '3024.00', canceledOn: '2025-03-05' }),
      { credit: { amount: '2990.86' } },
    ],
    boundaries: [
      {
        of: 'a cent of one unit of three',
        ask: (step) => {
          const paid = ['2.99', '3.00', '3.01'][step + 1];
          return billedUnder('software-2022', { quantity: 3, paid, canceledOn: '2025-03-01' })();
        },
        shows: [
          { credit: { amount: '2.97' } },
          { credit: { amount: '3.00' } },
          { credit: { amount: '3.00' } },
        ],
      },
    ],
  },
  'SOF-25': {
    meets: [
      billedUnder('software-2023-06', {
        ...{ canceledOn: '2025-03-20', cancellationAllowedUntilDate: '2025-03-20T23:59:00Z' },
      }),
      { allowed: true, lastDay: '2025-03-20', notes: ['vendor-differs'] },
    ],
    doesNot: [
      billedUnder('software-2023-06', { canceledOn: '2025-03-20' }),
      { allowed: false, reason: 'window-passed' },
    ],
    boundaries: [
      {
        of: 'the last instant that is stated',
        ask: (step) => {
          const canceledOn = new Date(Date.parse('2025-03-20T10:00:00Z') + step);
          const cancellationAllowedUntilDate = '2025-03-20T10:00:00Z';
          return billedUnder('software-2023-06', { canceledOn, cancellationAllowedUntilDate })();
        },
        shows: [{ allowed: true }, { allowed: true }, { reason: 'window-passed' }],
      },
    ],
  },
};
