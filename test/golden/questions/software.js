// Cancelling software, and download links.

import { dayAfter, instantOn, oddDays } from './days.js';

export function* software(random) {
  yield* cancellations(random);
  for (const kind of ['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan']) {
    yield ['decideSoftwareExchange', { kind }];
  }
  yield ['compareSoftwareCancellation', compared];
  yield [
    'compareSoftwareCancellation',
    { ...compared, paid: '1.00' },
    ['software', 'software-2020-06'],
  ];
  for (const license of ['windows-server-datacenter', 'other']) {
    yield ['decideHybridBenefit', { license, softwareAssurance: true, commercial: true }];
  }
  yield* links(random);
  for (const day of ['2018-09-03', '2019-12-19', '2021-06-01', '2022-07-11']) {
    yield ['softwarePolicyAt', day];
  }
  yield ['parseSoftwarePolicy', { basedOn: 'software-2022', id: 'ours', subscriptionDays: 14 }];
}

const compared = {
  ...{ kind: 'subscription', term: 'P3Y', billingCycle: 'annual', quantity: 7 },
  ...{ paid: '1000.01', currency: 'USD', purchasedOn: '2024-02-29', canceledOn: '2024-03-02' },
  ...{ roles: 'admin-agent', customer: { name: 'Contoso' }, friendlyName: 'SQL' },
  ...{ productName: 'SQL', orderId: 'O-1', messageRead: true },
};

const versions = [
  ...['software-2018-09', 'software-2019-12', 'software-2020-01', 'software-2020-06'],
  ...['software-2021-02', 'software-2021-06', 'software-2022'],
];

function* cancellations(random) {
  const { isTrue, oneOf } = random;
  for (let at = 1; at <= 40; at += 1) {
    const purchasedOn = oneOf(['2024-02-29', '2024-12-31', ...oddDays]);
    const canceledOn = dayAfter(purchasedOn, oneOf([0, 7, 8, 30, 31, 59, 60, 61]));
    const { term, ...bought } = oneOf([
      { kind: 'perpetual', paid: '1830.00', currency: 'USD' },
      { kind: 'subscription', term: 'P1Y', paid: '1.83', currency: 'USD' },
      { kind: 'subscription', term: 'P3Y', paid: '999999999999999', currency: 'JPY' },
      { kind: 'subscription' },
      { kind: 'red-hat-plan' },
    ]);
    yield [
      'decideSoftwareCancellation',
      {
        ...bought,
        term,
        purchasedOn: isTrue() ? purchasedOn : instantOn(purchasedOn, random),
        canceledOn: isTrue() ? canceledOn : instantOn(canceledOn, random),
        roles: oneOf(['admin-agent', 'admin-agent', ['global-admin', 'sales-agent'], []]),
        qualifies: oneOf([undefined, true, true, false]),
        ...oneOf([{}, { customer: { name: 'Contoso' }, productName: 'SQL', orderId: 'O-1' }]),
        messageRead: isTrue(),
      },
      { policy: oneOf(versions) },
    ];
  }
}

/** Subscriptions over the charge cycle, in many units, and with the vendor's own instants. */
export function* billedSoftware({ isTrue, oneOf }) {
  for (let at = 1; at <= 30; at += 1) {
    const day = oneOf(['2023-01-31', '2024-01-31', '2023-05-01', '2025-02-28', ...oddDays]);
    const [term, billingCycle] = oneOf([
      ...[
        ['P1M', 'monthly'],
        ['P1Y', 'monthly'],
        ['P1Y', 'annual'],
      ],
      ...[
        ['P3Y', 'annual'],
        ['P3Y', 'triennial'],
        ['P3Y', undefined],
      ],
    ]);
    const canceledOn = dayAfter(day, oneOf([0, 1, 2, 6, 7, 8, 29]));
    const hour = oneOf(['09', '10', '11']);
    yield [
      'decideSoftwareCancellation',
      {
        ...{ kind: 'subscription', term, billingCycle, paid: '3024.07', currency: 'USD' },
        quantity: oneOf([1, 7, 300, undefined]),
        purchasedOn: isTrue() ? day : `${day}T10:00:00Z`,
        canceledOn: isTrue() ? canceledOn : `${canceledOn}T${hour}:00:00Z`,
        ...{ roles: 'admin-agent', qualifies: true, customer: { domain: 'contoso.com' } },
        ...oneOf([
          { friendlyName: 'SQL' },
          { productName: 'SQL', orderId: 'O-1', messageRead: true },
        ]),
        ...oneOf([
          ...[{}, {}, { cancellationAllowedUntilDate: `${dayAfter(day, 8)}T23:59:00Z` }],
          { refundOptions: [{ type: 'Full', expiresAt: `${dayAfter(day, 2)}T10:00:00Z` }] },
        ]),
      },
      { policy: oneOf([...versions.slice(3), 'software-2023-01', 'software-2023-06', 'software']) },
    ];
  }
}

/** The end of a link of 14 days (or of 5) and the nanosecond before it, in one offset or another. */
function* links({ oneOf }) {
  for (const day of oddDays) {
    const [after, before] = [dayAfter(day, 14), dayAfter(day, 13)];
    const issuedAt = oneOf([
      `${day}T10:00:00Z`,
      `${day}T23:30:00.000000000+13:30`,
      `${day}T02:00:00-08:00`,
      `${day}T15:45:00+05:45`,
      { $date: Date.parse(`${day}T10:00:00Z`) },
    ]);
    const ends = [
      `${after}T10:00:00Z`,
      `${after}T09:59:59.999999999Z`,
      `${after}T23:59:59+14:00`,
      `${before}T22:00:00.000000001-12:00`,
    ];
    for (const asOf of ends) {
      yield ['downloadLinkStatus', { issuedAt, downloads: oneOf([0, 49, 50]) }, asOf];
    }
    const used = {
      issuedAt,
      downloads: 49,
      firstDownloadedAt: `${dayAfter(day, 1)}T10:00:00.123456789Z`,
    };
    const policy = oneOf(versions);
    yield ['renewDownloadLink', used, ends[0], { policy }];
    yield ['recordDownload', { ...used, downloads: oneOf([1, 49, 50]) }, ends[1], { policy }];
    yield [
      'downloadLinkStatus',
      used,
      `${dayAfter(day, 6)}T10:00:00.123456789Z`,
      { policy: 'software-2021-06' },
    ];
  }
  yield [
    'renewDownloadLink',
    { issuedAt: '2025-03-01T10:00:00Z', downloads: 1, revoked: true },
    '2025-03-02T00:00:00Z',
  ];
  yield [
    'downloadLinkStatus',
    { issuedAt: '9999-12-20T00:00:00Z', downloads: 1 },
    '9999-12-31T23:59:59Z',
  ];
  yield [
    'downloadLinkStatus',
    { issuedAt: '0001-01-01T00:00:00Z', downloads: 1 },
    '0001-01-14T23:59:59Z',
  ];
}
