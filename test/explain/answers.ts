import { type ExplainableAnswer, explain, tryExplain } from '../../src/explain/index.ts';
import * as library from '../../src/index.ts';
import { parseRefundPolicy, type RefundPolicy } from '../../src/reservations/index.ts';

const {
  advancePartnership,
  decideAccess,
  decideCustomerPurchase,
  decideCustomerTask,
  decideMarket,
  decidePermissionChange,
  decideResellerTask,
  compareSoftwareCancellation,
  decideSoftwareCancellation,
  decideSoftwareExchange,
  discountedSubscriptions,
  downloadLinkStatus,
  draftSupportRequest,
  noPartnership,
  planReturns,
  quoteExchange,
  quoteRefund,
  recordDownload,
  renewDownloadLink,
} = library;

/** A policy of one's own. */
function policyWith(change: object): RefundPolicy {
  const parsed = parseRefundPolicy({ basedOn: 'partner-center-2020-08', id: 'ours', ...change });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return parsed.value;
}

function softwarePolicyWith(change: object): library.SoftwarePolicy {
  const parsed = library.parseSoftwarePolicy({
    basedOn: 'software-2020-06',
    id: 'ours',
    ...change,
  });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return parsed.value;
}

export const cancelled = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-07',
  used: false,
} as const;

const exchanged = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '15000.00',
} as const;

/** Paid monthly: what was bought, and what is returned of it. */
const monthly = {
  currency: 'USD',
  term: 'P1Y',
  billingPlan: 'Monthly',
  instalment: '100.00',
  purchasedOn: '2025-01-15',
  used: false,
} as const;

const service = { policy: 'azure-service-2023' } as const;
const pricePaid = { policy: 'azure-2024-12' } as const;
const large = {
  ...monthly,
  term: 'P3Y',
  instalment: '3000.00',
  purchasedOn: '2025-01-01',
  canceledOn: '2026-08-11',
} as const;
const threeOfTen = { instalment: '199.90', quantity: 10, quantityToReturn: 3 } as const;
const oneOfThree = { instalment: '10.00', quantity: 3, quantityToReturn: 1 } as const;

const poundsMonthly = { ...monthly, currency: 'GBP' } as const;
const exchangeOfOne = {
  exchangedOn: '2022-07-01',
  reservationsToExchange: [
    { ...poundsMonthly, term: 'P3Y', instalment: '196.63', purchasedOn: '2022-06-14' },
  ],
  reservationsToPurchase: [{ price: '11328.00' }],
} as const;
const exchangeOfTwo = {
  exchangedOn: '2023-03-06',
  reservationsToExchange: [
    { ...poundsMonthly, instalment: '15.00', purchasedOn: '2023-03-04' },
    { ...poundsMonthly, instalment: '3.75', purchasedOn: '2023-03-04' },
  ],
  reservationsToPurchase: [{ price: '120.00' }, { instalment: '39.75', term: 'P1Y' }],
} as const;

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
} as const;

const cancelSoftware = (
  change: object = {},
  options?: library.SoftwarePolicyOptions,
): library.SoftwareCancellationDecision =>
  decideSoftwareCancellation(
    { ...software, ...change } as library.SoftwareCancellationInput,
    options,
  );

const billed = { billingCycle: 'annual', quantity: 1, friendlyName: 'SQL Server' } as const;
const bare = { kind: 'subscription', term: undefined, paid: undefined, currency: undefined };

const link = { issuedAt: '2025-03-01T10:00:00Z', downloads: 49 };
const usedUp = { ...link, downloads: 50 };
const since2021 = { policy: 'software-2021-06' } as const;
const silent = { policy: 'software-2021-02' } as const;
const unused = { ...link, downloads: 0 };
const used = { ...link, firstDownloadedAt: '2025-03-02T12:00:00Z' };
const revoked = { ...link, revoked: true };
const asOf = '2025-03-05T08:00:00.500Z';
const tooLate = '2025-03-15T10:00:00Z';

const ours = { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' } as const;

const established = {
  partnership: { enrolled: true, hasAccount: true, stage: 'established' },
  customer: { associated: true, azure: false },
  subscription: { associated: true, supportContact: true },
} as const;

const strangers = {
  partnership: noPartnership,
  customer: { associated: false, azure: true, tenantOwner: false },
  subscription: { associated: false, supportContact: false },
} as const;

const contact = {
  name: 'Kim',
  email: 'kim@contoso.com',
  phone: '1',
  preferredContactMethod: 'email',
} as const;

const personalLink = 'https://partner.example/invitation?id=7';

const settled = (() => {
  const settlement = library.createSettlement({});
  const records = [
    { ...cancelled, id: 'a', customerId: 'contoso', paid: '120000.00', canceledOn: '2025-07-02' },
    { ...cancelled, id: 'b', customerId: 'contoso', paid: '120000.00', canceledOn: '2025-07-03' },
    { ...cancelled, id: 'c', customerId: 'contoso', canceledOn: '2026-01-01' },
  ];
  return records.map((record) => {
    const result = settlement.settle(record);
    if (!result.ok) throw new Error('a malformed record');
    return result.quote;
  });
})();

/** Every kind of answer, with each of its outcomes, by what it is. */
export const answers: Readonly<Record<string, ExplainableAnswer>> = {
  refund: quoteRefund(cancelled),
  refundInFull: quoteRefund({ ...cancelled, canceledOn: '2025-01-06' }),
  refundUsed: quoteRefund({ ...cancelled, canceledOn: '2025-01-06', used: true }),
  refundOnTheSecondDay: quoteRefund({ ...cancelled, canceledOn: '2025-01-02', used: true }),
  refundWithLongWindow: quoteRefund(cancelled, { policy: policyWith({ windowDays: 364 }) }),
  refundReachedOnTheLastDay: quoteRefund({
    ...cancelled,
    canceledOn: '2025-12-31',
    consumedRefunds: '50000.00',
  }),
  refundOfNothing: quoteRefund({ ...cancelled, paid: '0.00', canceledOn: '2025-03-01' }),
  refundNamed: quoteRefund({
    ...cancelled,
    id: 'CR-1',
    customerId: 'contoso',
    product: 'SqlEdge',
    billingPlan: 'Upfront',
  }),
  refundOnTheFirstDay: quoteRefund({ ...cancelled, canceledOn: '2025-01-01' }),
  refundClipped: quoteRefund({ ...cancelled, paid: '120000.00', consumedRefunds: '48000.00' }),
  refundClippedInEuro: quoteRefund({
    ...cancelled,
    paid: '120000.00',
    currency: 'EUR',
    usdRate: '1.08',
    consumedRefunds: '20000.00',
  }),
  refundClippedAlone: quoteRefund({ ...cancelled, paid: '120000.00' }),
  refundReached: quoteRefund({ ...cancelled, consumedRefunds: '60000.00' }),
  refundInYen: quoteRefund({ ...cancelled, paid: '1200000', currency: 'JPY', usdRate: '0.0067' }),
  refundUnlimited: quoteRefund(cancelled, { policy: policyWith({ limitUsd: null }) }),
  refundUnlimitedDenied: quoteRefund(
    { ...cancelled, canceledOn: '2026-01-01' },
    { policy: policyWith({ limitUsd: null }) },
  ),
  refundCounted: quoteRefund(cancelled, { policy: 'azure-2020-07' }),
  refundExceeding: quoteRefund(
    { ...cancelled, paid: '60000.00', consumedRefunds: '1000.00' },
    { policy: 'azure-2020-07' },
  ),
  refundWithoutRow: quoteRefund(
    { ...cancelled, canceledOn: '2025-01-06' },
    { policy: 'partner-center-2018-10' },
  ),
  refundNotReturnableByAzure: quoteRefund(
    { ...cancelled, product: 'Databricks' },
    { policy: 'azure-2020-07' },
  ),
  refundEnded: quoteRefund({ ...cancelled, canceledOn: '2026-01-01' }),
  refundEndedLong: quoteRefund({ ...cancelled, canceledOn: '2026-03-01', consumedRefunds: '5.00' }),
  refundNotReturnable: quoteRefund({ ...cancelled, product: 'RedHat' }),
  refundRoundedDown: quoteRefund(cancelled, {
    policy: policyWith({ rounding: 'down', limitWindow: 'calendar-year', id: 'a*b' }),
  }),
  refundMonthlyInFull: quoteRefund({ ...monthly, canceledOn: '2025-01-15' }, service),
  refundMonthly: quoteRefund({ ...monthly, canceledOn: '2025-02-17' }, service),
  refundMonthlyCounted: quoteRefund(
    { ...monthly, completedTransactions: 1, canceledOn: '2025-02-15' },
    service,
  ),
  refundMonthlyLastMonth: quoteRefund({ ...monthly, canceledOn: '2026-01-14' }, service),
  refundMonthlyEnded: quoteRefund({ ...monthly, canceledOn: '2026-01-15' }, service),
  refundMonthlyOfThree: quoteRefund(
    { ...monthly, ...threeOfTen, canceledOn: '2025-03-25' },
    service,
  ),
  refundMonthlyOfOneThird: quoteRefund(
    { ...monthly, ...oneOfThree, canceledOn: '2025-01-26' },
    pricePaid,
  ),
  refundMonthlyWithFee: quoteRefund({ ...monthly, canceledOn: '2025-01-21' }),
  refundMonthlyExceeding: quoteRefund(large, pricePaid),
  refundMonthlyFitting: quoteRefund({ ...large, canceledOn: '2026-08-12' }, pricePaid),
  refundMonthlyClipped: quoteRefund({
    ...monthly,
    canceledOn: '2025-01-21',
    consumedRefunds: '49950.00',
  }),
  refundMonthlyAtCurrentPrice: quoteRefund(
    { ...monthly, currentPrice: '80', canceledOn: '2025-01-21' },
    pricePaid,
  ),
  refundMonthlyPriced: quoteRefund(
    {
      ...monthly,
      currency: 'EUR',
      usdRate: '1.1',
      pricingRefund: '88.71',
      canceledOn: '2025-01-21',
    },
    service,
  ),
  refundOfUnequalPayments: quoteRefund(
    {
      currency: 'USD',
      term: 'P1Y',
      billingPlan: 'Monthly',
      purchasedOn: '2025-01-15',
      canceledOn: '2025-02-17',
      used: false,
      paymentSchedule: Array.from({ length: 12 }, (_, k) => ({
        dueDate: `2025-${String(k + 1).padStart(2, '0')}-15`,
        billingCurrencyTotal: k === 11 ? '100.07' : '100.00',
        status: k < 2 ? 'Succeeded' : 'Scheduled',
      })),
    },
    service,
  ),
  refundOfPart: quoteRefund(
    { ...cancelled, quantity: 10, quantityToReturn: 3, canceledOn: '2025-07-02' },
    pricePaid,
  ),
  settled: settled[0] as library.RefundQuote,
  settledClipped: settled[1] as library.RefundQuote,
  settledEnded: settled[2] as library.RefundQuote,
  exchange: quoteExchange(exchanged),
  exchangeOfOurs: quoteExchange(exchanged, { policy: policyWith({ exchangeMinimum: 'none' }) }),
  exchangeForLess: quoteExchange(
    { ...exchanged, newPrice: '1000.00' },
    { policy: policyWith({ exchangeMinimum: 'none' }) },
  ),
  exchangeBelow: quoteExchange({ ...exchanged, newPrice: '1000.00' }),
  exchangeEnded: quoteExchange({ ...exchanged, exchangedOn: '2026-01-01' }),
  exchangeNotReturnable: quoteExchange({ ...exchanged, product: 'SuseLinux' }),
  exchangeInTheWindow: quoteExchange(
    { ...exchanged, exchangedOn: '2025-01-05', used: false },
    service,
  ),
  exchangeAfterTheWindow: quoteExchange({ ...exchanged, exchangedOn: '2025-01-07' }, service),
  exchangeOfOne: quoteExchange(exchangeOfOne, service),
  exchangeOfTwo: quoteExchange(exchangeOfTwo, service),
  exchangeOfTwoLater: quoteExchange({ ...exchangeOfTwo, exchangedOn: '2023-03-10' }, service),
  exchangeOfTwoForLess: quoteExchange(
    { ...exchangeOfTwo, reservationsToPurchase: [{ price: '120.00' }] },
    service,
  ),
  access: decideAccess(['admin-agent', 'sales-agent'], 'software.cancel'),
  accessByTwo: decideAccess(['admin-agent', 'global-admin'], 'software.buy'),
  accessDenied: decideAccess('global-admin', 'software.cancel'),
  accessIgnoring: decideAccess(['Sales Agent', '*Azure hero*'], 'reservations.refund', {
    asOf: '2023-09-15',
    guest: false,
  }),
  accessOfGuest: decideAccess('global-admin', 'reservations.exchange', { guest: true }),
  accessDisputed: decideAccess('sales-agent', 'reservations.buy'),
  accessNewerNo: decideAccess('global-admin', 'reservations.buy'),
  accessNotYet: decideAccess('admin-agent', 'licenses.cancel'),
  accessWithoutRole: decideAccess([], 'software.cancel'),
  market: decideMarket('KR'),
  marketDisputed: decideMarket('RU'),
  marketOfApi: decideMarket('AZ', { list: 'api-2022-06' }),
  marketDenied: decideMarket('Swaziland'),
  marketIn2019: decideMarket('BR', { asOf: '2019-12-18' }),
  marketOfThree: decideMarket('BQ'),
  software: cancelSoftware(),
  softwareCompared: compareSoftwareCancellation({ ...software, ...billed }),
  softwareComparedUnderTwo: compareSoftwareCancellation(
    {
      ...software,
      friendlyName: 'F',
      canceledOn: '2025-03-02',
      roles: ['admin-agent', 'Azure hero'],
    },
    [softwarePolicyWith({ subscriptionDays: 90 }), 'software'],
  ),
  softwareComparedUnlimited: compareSoftwareCancellation(
    {
      kind: 'subscription',
      purchasedOn: '2025-03-01',
      canceledOn: '2025-03-03',
      roles: 'admin-agent',
      customer: { name: 'Contoso' },
      productName: 'P',
      orderId: 'O-1',
      messageRead: true,
      refundOptions: [{ type: 'Full' }],
    },
    ['software-2020-06', 'software-2018-09'],
  ),
  softwareComparedUnderNone: compareSoftwareCancellation(
    { ...software, ...bare, kind: 'perpetual' } as library.SoftwareCancellationInput,
    [],
  ),
  softwareLastDay: cancelSoftware({ canceledOn: '2025-04-30', qualifies: true }),
  softwarePerpetual: cancelSoftware({ kind: 'perpetual', term: undefined }),
  softwareWithoutPrice: cancelSoftware({ paid: undefined, currency: undefined }),
  softwareWithoutTerm: cancelSoftware(bare),
  softwarePerpetualWithoutPrice: cancelSoftware({ ...bare, kind: 'perpetual' }),
  softwareToSupport: cancelSoftware({
    customer: undefined,
    productName: undefined,
    orderId: undefined,
    messageRead: false,
  }),
  softwareTooLate: cancelSoftware({ canceledOn: '2025-05-01' }),
  softwareTooLateWithoutPrice: cancelSoftware({ ...bare, canceledOn: '2025-05-01' }),
  softwareOfNobody: cancelSoftware({ canceledOn: '2025-05-01', roles: [], messageRead: false }),
  softwareNotGranted: cancelSoftware({ roles: 'sales-agent' }),
  softwareNotGrantedNorRead: cancelSoftware({ roles: 'sales-agent', messageRead: false }),
  softwareNotEligible: cancelSoftware({ qualifies: false, roles: [] }),
  softwareKept: cancelSoftware({ ...bare, kind: 'red-hat-plan' }),
  softwareAtTheEndOfTime: cancelSoftware({
    ...bare,
    purchasedOn: '9999-11-01',
    canceledOn: '9999-12-31',
  }),
  softwareOf2022: cancelSoftware(
    { ...billed, canceledOn: '2025-03-05' },
    { policy: 'software-2022' },
  ),
  softwareOfUnits: cancelSoftware(
    { ...billed, quantity: 300, paid: '3024.00', canceledOn: '2025-03-05' },
    { policy: 'software' },
  ),
  softwareOfFirstDay: cancelSoftware(
    { ...billed, purchasedOn: '2025-03-01T10:00:00Z', canceledOn: '2025-03-02T09:00:00Z' },
    { policy: 'software' },
  ),
  softwareOfCycle: cancelSoftware(
    { ...bare, ...billed, term: 'P1Y', canceledOn: '2025-03-05' },
    { policy: 'software' },
  ),
  softwareNeedsCycle: cancelSoftware({ canceledOn: '2025-03-05' }),
  softwareWithoutName: cancelSoftware({ canceledOn: '2025-03-05' }, { policy: 'software' }),
  softwareInHours: cancelSoftware(
    { ...billed, purchasedOn: '2025-03-01T10:00:00Z', canceledOn: '2025-03-08T11:00:00Z' },
    {
      policy: {
        ...library.softwarePolicies['software-2023-06'],
        id: 'in hours',
        windowEnd: 'hours',
      },
    },
  ),
  softwareOfVendor: cancelSoftware(
    { ...billed, canceledOn: '2025-03-20', cancellationAllowedUntilDate: '2025-03-20T23:59:00Z' },
    { policy: 'software' },
  ),
  softwareEnded: cancelSoftware({ term: 'P1M', canceledOn: '2025-04-01' }),
  softwareTooLateIn2022: cancelSoftware({}, { policy: 'software-2022' }),
  softwareOf2018: cancelSoftware({}, { policy: 'software-2018-09' }),
  softwareOfOurs: cancelSoftware({}, { policy: softwarePolicyWith({ subscriptionDays: 90 }) }),
  softwareWithoutWindow: cancelSoftware(
    { roles: [] },
    { policy: softwarePolicyWith({ subscriptionDays: null }) },
  ),
  softwareExchange: decideSoftwareExchange({ kind: 'perpetual' }),
  softwareExchangeBarred: decideSoftwareExchange({ kind: 'suse-linux-plan' }),
  softwareNotEligibleTooLate: cancelSoftware({ qualifies: false, canceledOn: '2025-05-01' }),
  linkActive: downloadLinkStatus(link, asOf),
  linkExpired: downloadLinkStatus(usedUp, tooLate),
  linkExpiredByDownloads: downloadLinkStatus(usedUp, asOf),
  linkExpiredByTime: downloadLinkStatus(link, tooLate),
  linkActiveUntil: downloadLinkStatus(used, asOf, since2021),
  linkExpiredSince2021: downloadLinkStatus(used, tooLate, since2021),
  linkRevokedSince2021: downloadLinkStatus({ ...used, revoked: true }, asOf, since2021),
  linkUnused: downloadLinkStatus(unused, asOf, since2021),
  linkUnstated: downloadLinkStatus(link, asOf, silent),
  linkCounted: downloadLinkStatus(link, asOf, { policy: softwarePolicyWith({ linkDays: null }) }),
  linkCountedOnce: downloadLinkStatus({ ...used, downloads: 1 }, tooLate, {
    policy: softwarePolicyWith({ linkDays: 5, linkDaysFrom: 'first-download', linkDownloads: 1 }),
  }),
  linkRevoked: downloadLinkStatus(revoked, asOf),
  renewed: renewDownloadLink(usedUp, asOf),
  renewedSince2021: renewDownloadLink(used, tooLate, since2021),
  renewalUnstated: renewDownloadLink(link, asOf, silent),
  downloadOnce: recordDownload(unused, asOf, since2021),
  downloadUnstated: recordDownload(link, asOf, silent),
  downloadOfOurs: recordDownload(link, asOf, { policy: softwarePolicyWith({ linkDays: 30 }) }),
  renewalDenied: renewDownloadLink(link, asOf),
  renewalRevoked: renewDownloadLink(revoked, asOf),
  download: recordDownload(link, asOf),
  downloadOfTwo: recordDownload({ ...link, downloads: 48 }, asOf),
  downloadRevoked: recordDownload(revoked, asOf),
  downloadSince2021: recordDownload(used, asOf, since2021),
  renewedInTheFirstYear: renewDownloadLink(
    { issuedAt: '0001-01-01T00:00:00Z', downloads: 50 },
    '0001-01-02T00:00:00Z',
  ),
  downloadDenied: recordDownload(usedUp, asOf),
  downloadTooLate: recordDownload(link, tooLate),
  downloadUsedUpWithoutDays: recordDownload(usedUp, asOf, {
    policy: softwarePolicyWith({ linkDays: null }),
  }),
  downloadDeniedSince2021: recordDownload(used, tooLate, since2021),
  customerPurchase: decideCustomerPurchase({ subscription: ours, permission: 'on', market: 'KR' }),
  customerPurchaseDenied: decideCustomerPurchase({ subscription: null, permission: 'off' }),
  savingsPlan: decideCustomerPurchase({
    subscription: ours,
    permission: 'on',
    product: 'savings-plan',
    asOf: '2022-10-13',
  }),
  savingsPlanTooEarly: decideCustomerPurchase({
    subscription: { ...ours, offer: 'azure-global' },
    permission: 'on',
    product: 'savings-plan',
    asOf: '2022-10-12',
  }),
  savingsPlanPermission: decidePermissionChange({
    roles: ['AdminAgents', 'Owner'],
    current: 'off',
    wanted: 'on',
    hasSubscription: true,
    product: 'savings-plan',
    asOf: '2022-10-13',
  }),
  savingsPlanPermissionTooEarly: decidePermissionChange({
    roles: 'sales-agent',
    current: 'on',
    wanted: 'off',
    product: 'savings-plan',
    asOf: '2022-10-12',
  }),
  savingsPlanCancel: decideCustomerTask('cancel', {
    subscriptionBoughtBy: 'partner',
    product: 'savings-plan',
  }),
  savingsPlanRenew: decideCustomerTask('renew', {
    subscriptionBoughtBy: 'partner',
    product: 'savings-plan',
  }),
  customerPurchaseOff: decideCustomerPurchase({ subscription: ours, permission: 'off' }),
  customerPurchaseNowhere: decideCustomerPurchase({
    subscription: ours,
    permission: 'off',
    market: 'SZ',
  }),
  customerPurchaseElsewhere: decideCustomerPurchase({
    subscription: ours,
    permission: 'on',
    market: 'SZ',
  }),
  permissionOn: decidePermissionChange({
    roles: 'admin-agent',
    current: 'off',
    wanted: 'on',
    hasSubscription: true,
  }),
  permissionOff: decidePermissionChange({ roles: 'admin-agent', current: 'on', wanted: 'off' }),
  permissionKept: decidePermissionChange({ roles: 'admin-agent', current: 'on', wanted: 'on' }),
  permissionDenied: decidePermissionChange({
    roles: [],
    current: 'off',
    wanted: 'on',
    hasSubscription: false,
  }),
  permissionWithoutSubscription: decidePermissionChange({
    roles: 'admin-agent',
    current: 'off',
    wanted: 'on',
    hasSubscription: false,
  }),
  customerTask: decideCustomerTask('manage', { subscriptionBoughtBy: 'partner' }),
  customerTaskOfPartner: decideCustomerTask('exchange', { subscriptionBoughtBy: 'partner' }),
  customerTaskElsewhere: decideCustomerTask('manage', { subscriptionBoughtBy: 'other' }),
  customerTaskOfPartnerElsewhere: decideCustomerTask('renew', { subscriptionBoughtBy: 'other' }),
  discounts: discountedSubscriptions({
    scope: 'shared',
    customerId: 'contoso',
    partnerId: 'us',
    subscriptions: [{ id: '[a](b)', customerId: 'contoso', partnerId: 'us' }],
  }),
  noDiscounts: discountedSubscriptions({
    scope: 'shared',
    customerId: 'c',
    partnerId: 'us',
    subscriptions: [],
  }),
  partnership: advancePartnership(noPartnership, { kind: 'enroll' }),
  partnershipRemoved: advancePartnership(
    established.partnership,
    { kind: 'remove-partnership' },
    { asOf: '2020-07-03' },
  ),
  partnershipNotRemoved: advancePartnership(noPartnership, { kind: 'remove-partnership' }),
  partnershipRequestedAgain: advancePartnership(
    { enrolled: true, hasAccount: true, stage: 'none', removed: true },
    { kind: 'send-request', text: personalLink, link: personalLink },
  ),
  orderWithAgreement: decideResellerTask(
    'submit-order',
    { ...established, agreement: { provider: true, reseller: true, locationPartnerId: true } },
    { asOf: '2020-02-01' },
  ),
  orderWithoutAgreement: decideResellerTask('submit-order', {
    ...established,
    agreement: { provider: false, reseller: false, locationPartnerId: false },
  }),
  orderUnchecked: decideResellerTask('submit-order', established),
  hybridBenefit: library.decideHybridBenefit({
    license: 'windows-server-standard',
    softwareAssurance: true,
    commercial: true,
  }),
  hybridBenefitDenied: library.decideHybridBenefit({
    license: 'other',
    softwareAssurance: false,
    commercial: false,
  }),
  partnershipEstablished: advancePartnership(
    { enrolled: true, hasAccount: true, stage: 'requested' },
    { kind: 'accept-request' },
  ),
  partnershipDenied: advancePartnership(noPartnership, { kind: 'accept-request' }),
  partnershipTwice: advancePartnership(established.partnership, { kind: 'accept-request' }),
  partnershipWithoutLink: advancePartnership(noPartnership, {
    kind: 'send-request',
    text: '',
    link: personalLink,
  }),
  resellerTask: decideResellerTask('earn-incentive', established),
  resellerTaskOfSupport: decideResellerTask('handle-support', {
    ...established,
    customer: { associated: false, azure: true, tenantOwner: false },
    subscription: { associated: false, supportContact: true },
  }),
  resellerTaskDenied: decideResellerTask('manage-customer-account', strangers),
  planOfTwo: planReturns({
    asOf: '2025-07-08',
    until: '2025-07-11',
    candidates: [
      {
        id: 'VM-1',
        paid: '45000.00',
        currency: 'USD',
        term: 'P1Y',
        used: true,
        purchasedOn: '2025-01-01',
      },
      { ...monthly, id: 'SQL-1', currency: 'EUR', usdRate: '1.08' },
    ],
    ledger: {
      customerId: 'contoso',
      lastDay: '2024-07-10',
      days: [{ on: '2024-07-10', usd: '45000.00' }],
      ids: [],
    },
  }),
  planKept: planReturns({
    asOf: '2025-07-02',
    until: '2025-07-03',
    candidates: [
      {
        id: 'VM-1',
        paid: '240000.00',
        currency: 'USD',
        term: 'P1Y',
        used: true,
        purchasedOn: '2025-01-01',
        quantity: 2,
        units: 'any',
      },
    ],
    policy: 'azure-service-2023',
  }),
  planOverVersions: planReturns({
    asOf: '2020-02-11',
    until: '2020-02-13',
    candidates: [
      {
        id: 'VM-1',
        paid: '36500.00',
        currency: 'USD',
        term: 'P1Y',
        used: true,
        purchasedOn: '2020-02-01',
      },
    ],
    policy: 'azure',
  }),
  planAfterRule: planReturns({
    asOf: '2027-03-02',
    until: '2027-03-02',
    candidates: (
      [
        ['VM-1', '2027-03-01', 'VirtualMachines'],
        ['VM-2', '2026-03-01', 'VirtualMachines'],
        ['AVS-1', '2027-03-01', 'AVS'],
        ['APP-1', '2027-03-01', undefined],
      ] as const
    ).map(([id, purchasedOn, product]) => ({
      ...{ id, purchasedOn, product, paid: '36500.00', currency: 'USD', term: 'P3Y', used: true },
    })),
    ledger: {
      customerId: 'contoso',
      lastDay: '2027-03-01',
      days: [{ on: '2027-03-01', usd: '50000.00' }],
      ids: [],
    },
    policy: 'partner-center-2027-02',
  } as never),
  planThatCosts: planReturns({
    asOf: '2025-07-02',
    candidates: [
      {
        id: 'VM-1',
        instalment: '10000.00',
        ...{ billingPlan: 'Monthly', completedTransactions: 1, currency: 'USD', term: 'P1Y' },
        ...{ purchasedOn: '2025-06-15', used: true },
      },
    ],
    ledger: {
      customerId: 'contoso',
      lastDay: '2025-07-01',
      days: [{ on: '2025-07-01', usd: '49990.00' }],
      ids: [],
    },
    policy: 'azure-2024-12',
  } as never),
  planOfParts: planReturns({
    asOf: '2025-07-02',
    until: '2025-07-02',
    candidates: [
      {
        ...{ id: 'VM-1', paid: '100.00', currency: 'USD', term: 'P1Y', used: true },
        ...{ purchasedOn: '2025-06-15', quantity: 2, units: 'any' },
      },
    ],
    ledger: {
      customerId: 'contoso',
      lastDay: '2025-07-01',
      days: [{ on: '2025-07-01', usd: '49950.00' }],
      ids: [],
    },
    policy: 'azure-2024-12',
  } as never),
  planOfNothing: planReturns({
    asOf: '2025-07-02',
    candidates: [{ ...cancelled, canceledOn: undefined, id: 'VM-1', valuePerDay: '100.00' }],
    policy: policyWith({ limitUsd: null }),
  } as never),
  draft: draftSupportRequest('reservation-refund', {
    contact,
    reservationId: 'r',
    reservationOrderId: 'o',
  }),
  draftIncomplete: draftSupportRequest('reservation-exchange', { quote: quoteExchange(exchanged) }),
  draftOfSoftware: draftSupportRequest('software-cancellation', {
    askedForByCancellation: true,
    files: ['a.pdf', 'b_c.pdf'],
  }),
  draftNotAskedFor: draftSupportRequest('software-cancellation', { askedForByCancellation: false }),
  draftOfSoftwareComplete: draftSupportRequest('software-cancellation', {
    askedForByCancellation: true,
    impact: 'none',
    customer: { name: 'Contoso', domain: 'contoso.com' },
    orderId: 'O-1',
    refundReason: 'bought twice',
    amountRequested: { amount: '12.00', currency: 'USD' },
    contact: { name: 'Kim', email: 'kim@contoso.com', phone: '1' },
  }),
  draftOfDeniedSoftware: draftSupportRequest('software-cancellation', {
    cancellation: cancelSoftware({ canceledOn: '2025-05-01', roles: [] }),
  }),
  draftDenied: draftSupportRequest('reservation-refund', {
    quote: quoteRefund({ ...cancelled, product: 'RedHat' }),
  }),
};

/** An answer that was written down and read again. */
export const readAgain = <T>(answer: T): T => JSON.parse(JSON.stringify(answer)) as T;

/** The lines of a section of an explanation in English. */
export function linesOf(text: string, title: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(title));
  if (from < 0) return [];
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => !line.startsWith('  '));
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.trim());
}

export { explain, tryExplain };
