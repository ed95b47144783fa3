// Answers that other questions are about.

const answer = (call, ...given) => ({ $answer: { call, given } });

const refund = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-07',
  used: false,
  id: 'I-1',
  customerId: 'İstanbul 고객',
};
const exchange = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '15000.00',
};
const software = {
  kind: 'subscription',
  term: 'P1Y',
  paid: '1200.00',
  currency: 'USD',
  purchasedOn: '2025-03-01',
  canceledOn: '2025-04-29',
  roles: 'admin-agent',
  customer: { name: 'Contoso' },
  productName: 'SQL Server',
  orderId: 'O-1',
  messageRead: true,
};

export const quotes = [
  answer('quoteRefund', refund),
  answer('quoteRefund', { ...refund, paid: '120000.00', consumedRefunds: '20000.01' }),
  answer('quoteRefund', { ...refund, paid: '1234567890', currency: 'JPY', usdRate: '0.0067' }),
  answer('quoteRefund', { ...refund, canceledOn: '2026-01-01' }),
  answer('quoteRefund', { ...refund, product: 'RedHat' }),
];
export const exchanges = [
  answer('quoteExchange', exchange),
  answer('quoteExchange', { ...exchange, newPrice: '1000.00' }),
];
export const cancellations = [
  answer('decideSoftwareCancellation', software),
  answer('decideSoftwareCancellation', {
    ...software,
    orderId: { $undefined: true },
    messageRead: false,
  }),
  answer('decideSoftwareCancellation', { ...software, canceledOn: '2025-05-01', roles: [] }),
];

const link = { issuedAt: '2025-03-01T10:00:00+09:00', downloads: 50 };

export const decisions = [
  answer('decideAccess', ['admin-agent', 'global-admin'], 'software.buy'),
  answer('decideAccess', 'global-admin', 'software.cancel'),
  answer('decideMarket', 'KR'),
  answer('decideMarket', 'Swaziland'),
  answer('decideSoftwareExchange', { kind: 'suse-linux-plan' }),
  answer('downloadLinkStatus', { ...link, downloads: 1 }, '2025-03-05T08:00:00.5Z'),
  answer('downloadLinkStatus', link, '2025-04-05T08:00:00Z'),
  answer('renewDownloadLink', link, '2025-03-05T08:00:00-12:00'),
  answer('recordDownload', link, '2025-03-05T08:00:00Z'),
  answer('decideCustomerPurchase', { subscription: null, permission: 'on', market: 'KR' }),
  answer('decidePermissionChange', { roles: 'admin-agent', current: 'on', wanted: 'off' }),
  answer('decideCustomerTask', 'exchange', { subscriptionBoughtBy: 'partner' }),
  answer('discountedSubscriptions', {
    ...{ scope: 'shared', customerId: 'c', partnerId: 'us' },
    subscriptions: [{ id: 'I', customerId: 'c', partnerId: 'us' }],
  }),
  answer(
    'advancePartnership',
    { enrolled: false, hasAccount: false, stage: 'none' },
    { kind: 'accept-request' },
  ),
  answer('decideResellerTask', 'earn-incentive', {
    partnership: { enrolled: true, hasAccount: true, stage: 'established' },
    customer: { associated: true, azure: false },
    subscription: { associated: false, supportContact: false },
  }),
  answer('draftSupportRequest', 'reservation-refund', { quote: quotes[0] }),
];
