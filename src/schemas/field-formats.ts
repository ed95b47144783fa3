import type { Format } from './formats.ts';

/** The canonical format of each text, by `field` or `Type.field`. */
export const textFormats: Readonly<Record<string, Format>> = {
  // amounts
  amount: 'Amount',
  credit: 'Amount',
  fee: 'Amount',
  gain: 'Amount',
  less: 'Amount',
  newPrice: 'Amount',
  of: 'Amount',
  paid: 'Amount',
  refund: 'Amount',
  refundable: 'Amount',
  withheld: 'Amount',
  instalment: 'Amount',
  price: 'Amount',
  currentPrice: 'Amount',
  billingCurrencyTotal: 'Amount',
  atMost: 'LargeAmount',
  // sums of the payments of a term, or of several reservations
  'RefundFigures.paid': 'LargeAmount',
  'ReturnedReservationFigures.paid': 'LargeAmount',
  'ExchangeFigures.paid': 'LargeAmount',
  'ExchangeFigures.credit': 'LargeAmount',
  'ExchangeFigures.newPrice': 'LargeAmount',
  'ExchangeLine.of': 'LargeAmount',
  'ExchangeLine.less': 'LargeAmount',
  'CommitmentLine.of': 'LargeAmount',
  'CommitmentLine.amount': 'LargeAmount',
  canceledCommitment: 'LargeAmount',
  dueMeanwhile: 'LargeAmount',
  purchasesTotal: 'LargeAmount',
  refundsTotal: 'LargeAmount',
  remainingCommitment: 'LargeAmount',
  total: 'LargeAmount',
  'RefundLine.amount': 'LargeAmount',
  // below zero if a policy lets an exchange cost less than its credit
  netPayable: 'SignedAmount',
  'ExchangeLine.amount': 'SignedAmount',
  'RefundJump.from': 'Amount',
  'RefundJump.to': 'Amount',
  'RefundJump.by': 'SignedAmount',
  'RefundDifference.refund': 'SignedAmount',
  // US dollars
  available: 'Usd',
  availableUsd: 'Usd',
  consumedRefunds: 'Usd',
  pricingRefund: 'Usd',
  limitUsd: 'Usd',
  max: 'Usd',
  consumed: 'UsdSum',
  consumedAfter: 'UsdSum',
  consumedBefore: 'UsdSum',
  givenBackUsd: 'UsdSum',
  usd: 'UsdSum',
  canceledUsd: 'UsdSum',
  // rates
  usdRate: 'Rate',
  feeRate: 'Share',
  rate: 'Share',
  // days and instants
  canceledOn: 'Day',
  exchangedOn: 'Day',
  lastDay: 'Day',
  listFrom: 'Day',
  on: 'Day',
  purchasedOn: 'Day',
  dueDate: 'Day',
  'BillingPeriod.from': 'Day',
  'BillingPeriod.to': 'Day',
  'MarketRequest.asOf': 'Day',
  expiresAt: 'Instant',
  firstDownloadedAt: 'Instant',
  issuedAt: 'Instant',
  'LinkRequest.asOf': 'Instant',
  // codes
  currency: 'Currency',
  currencyCode: 'Currency',
  newCurrency: 'Currency',
  alpha3: 'Alpha3',
  // names
  customerId: 'Name',
  id: 'Name',
  market: 'Name',
  partnerId: 'Name',
  policy: 'Name',
  'RefundDifference.from': 'Name',
  subscriptionId: 'Name',
  subscriptionIds: 'Name',
  'LedgerId.policy': 'PolicyKey',
  'LedgerId.facts': 'LedgerFacts',
  // texts for people
  domain: 'Text',
  name: 'Text',
  orderId: 'Text',
  productName: 'Text',
  tenantId: 'Text',
  link: 'LongText',
  a: 'Words',
  b: 'Words',
  description: 'Words',
  email: 'Words',
  expected: 'Words',
  files: 'Words',
  impact: 'Words',
  listedAs: 'Words',
  message: 'Words',
  nameKo: 'Words',
  path: 'Words',
  phone: 'Words',
  received: 'Words',
  text: 'Words',
  title: 'Words',
  'SupportContact.name': 'Words',
  // facts of a support request
  'OwnSoftwareFacts.files': 'Text',
  'OwnSoftwareFacts.impact': 'Text',
  'OwnSoftwareFacts.subscriptionId': 'Text',
  'ReservationSupportFacts.customerId': 'Text',
  'ReservationSupportFacts.id': 'Text',
  'SharedFacts.title': 'Text',
  refundReason: 'Text',
  reservationId: 'Text',
  reservationOrderId: 'Text',
};

/** Formats that replace those of {@link textFormats} in facts, where texts are not yet escaped. */
export const factFormats: Readonly<Record<string, Format>> = {
  'SupportContact.email': 'Text',
  'SupportContact.name': 'Text',
  'SupportContact.phone': 'Text',
};

/** The format of each number that is not a count, by `field` or `Type.field`. */
export const numberFormats: Readonly<Record<string, Format>> = {
  completedTransactions: 'CountFromOne',
  quantity: 'CountFromOne',
  quantityToReturn: 'CountFromOne',
  dayWithoutRow: 'RefundWindow',
  windowDays: 'RefundWindow',
  'RefundPolicyDifference.a': 'RefundWindow',
  'RefundPolicyDifference.b': 'RefundWindow',
  perpetualDays: 'SoftwareWindow',
  subscriptionDays: 'SoftwareWindow',
  linkDays: 'LinkDays',
  linkDownloads: 'LinkDownloads',
};

const oneToHundred = { minItems: 1, maxItems: 100 } as const;

/** The bounds of the number of elements in a list, by `field`. */
export const listBounds: Readonly<Record<string, { minItems: number; maxItems: number }>> = {
  reservationsToExchange: oneToHundred,
  reservationsToPurchase: oneToHundred,
};

/** The types of the vendor's objects, whose other fields are accepted and not read. */
export const openTypes: ReadonlySet<string> = new Set(['ScheduledPaymentInput']);
