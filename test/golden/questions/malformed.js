// Facts that are malformed. The issues are the answer.

const refund = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-07',
  used: false,
};
const number = (text) => ({ $number: text });
const date = (milliseconds) => ({ $date: milliseconds });

const amounts = [
  ...['12,000', '1e3', '-1', '01.00', '1.', '.5', '1.005', ' 1', '１２', '1000000000000000', ''],
  ...[12000.1, 0.1, 1e21, 123456789012345.67, number('NaN'), number('Infinity'), number('-0')],
  ...[
    { $bigint: '12000' },
    { $bigint: '-1' },
    { $bigint: `1${'0'.repeat(40)}` },
    null,
    [],
    {},
    true,
  ],
];
const days = [
  ...[
    '2025-02-29',
    '2025-13-01',
    '2025-1-1',
    '0000-12-31',
    '10000-01-01',
    '+002025-01-01',
    '2025/01/01',
  ],
  ...['2025-01-01T10:00:00', '2025-01-01T24:00:00Z', '2025-01-01T10:00:60Z', '2025-01-01T10:00Z'],
  ...[
    '2025-01-01T00:00:00+24:00',
    '2025-01-01T00:00:00+05:60',
    '2025-01-01t00:00:00z',
    '٢٠٢٥-٠١-٠١',
  ],
  ...['0001-01-01T00:00:00+00:01', '9999-12-31T23:59:00-00:01', 'January 1, 2025', ''],
  ...[date('NaN'), date(-62_135_596_800_001), date(253_402_300_800_000), date(8.64e15), 20_089],
];
const others = [
  ...[
    null,
    [],
    'text',
    number('NaN'),
    { $bigint: '1' },
    { $undefined: true },
    {},
    { ...refund, İd: 1 },
  ],
  ...[
    { ...refund, canceldOn: '2025-01-07' },
    { ...refund, currency: 'usd' },
    { ...refund, currency: 'TRİ' },
  ],
  ...[
    { ...refund, term: 'P2Y' },
    { ...refund, used: 'no' },
    { ...refund, usdRate: '1.1' },
  ],
  ...[
    { ...refund, currency: 'EUR' },
    { ...refund, currency: 'EUR', usdRate: 0 },
  ],
  ...[
    { ...refund, product: 'redhat' },
    { ...refund, product: 'toString' },
    { ...refund, id: 'x'.repeat(257) },
  ],
  ...[
    { ...refund, canceledOn: '2024-12-31' },
    { ...refund, id: '' },
    { ...refund, billingPlan: 'Monthly' },
  ],
  JSON.parse('{"__proto__":{"paid":"1.00"},"constructor":1,"\\u202epaid":"1.00"}'),
];

export function* malformed() {
  for (const paid of amounts) yield ['tryQuoteRefund', { ...refund, paid }];
  for (const day of days) yield ['tryQuoteRefund', { ...refund, purchasedOn: day }];
  for (const request of others) yield ['quoteRefund', request];
  yield ['quoteRefund', refund, { policy: 'partner-center-2018-05' }];
  yield ['quoteRefund', refund, { policy: 'nobody' }];
  yield ['quoteExchange', { ...refund, newCurrency: 'EUR' }];
  yield [
    'parseRefundPolicy',
    { basedOn: 'azure-2020-07', id: 'azure-2020-07', feeRate: '1.01', windowDays: -1 },
  ];
  yield [
    'parseRefundLedger',
    { customerId: '', lastDay: '2025-02-30', days: [{ on: 1 }], ids: {} },
  ];
  yield ['refundPolicyAt', 'azure', '2020-01-23'];
  yield ['refundCurve', refund, { from: '2024-12-31', to: '2024-12-30' }];
  yield ['refundColumns', { currency: 'XXX', paid: [1], termMonths: { $bytes: [12] } }];
  yield ['decideAccess', ['admin-agent', 'ADMIN-AGENT'], 'software.cancel'];
  yield ['isAllowed', 'admin-agent', '__proto__'];
  yield ['decideMarket', 840];
  yield ['decideMarket', 'BR', { asOf: '2018-09-03' }];
  yield ['decideSoftwareCancellation', { kind: 'perpetual', term: 'P1Y', paid: '1.00' }];
  yield ['downloadLinkStatus', { issuedAt: '2025-03-01T10:00:00', downloads: 1.5 }, '2025-03-01'];
  yield [
    'downloadLinkStatus',
    { issuedAt: '2025-03-01T10:00:00Z', downloads: 0 },
    '2025-03-01T10:59:59+01:00',
  ];
  yield ['recordDownload', { issuedAt: date('NaN'), downloads: -1, revoked: 'no' }, date(0)];
  yield ['decideCustomerPurchase', { subscription: { offer: 'Azure-Plan' }, permission: 'ON' }];
  yield ['decideCustomerTask', 'İptal', { subscriptionBoughtBy: 'partner' }];
  yield [
    'discountedSubscriptions',
    { scope: 'shared', customerId: 'c', partnerId: 'p', subscriptions: [null] },
  ];
  yield [
    'advancePartnership',
    { enrolled: 1, hasAccount: 'yes', stage: 'Established' },
    { kind: 'leave' },
  ];
  yield ['decideResellerTask', 'toString', {}];
  yield [
    'draftSupportRequest',
    'reservation-refund',
    { contact: { phone: 5 }, quote: { allowed: true } },
  ];
  yield ['tryExplain', null, { locale: 'KO', as: 'html' }];
}
