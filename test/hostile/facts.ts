import { anything, list, name, nullable, optional, spelled } from './template.ts';

// Valid facts, with marks where more than one thing is valid. Left out of what is spoilt is what may
// hold anything: `meta`, the elements of a collection of the vendor's, and what the vendor's bodies
// and our own answers hold beside what is read of them.

export type Facts = Readonly<Record<string, unknown>>;

function without(facts: Facts, name: string): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => field !== name));
}

export const refund: Facts = {
  paid: '12000.00',
  currency: 'EUR',
  usdRate: '1.1',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-07-02T10:00:00.5+09:00',
  used: true,
  consumedRefunds: optional('48000.00'),
  product: optional('AVS'),
  billingPlan: optional('Upfront'),
  id: optional(name('CR-1')),
  customerId: optional(name('contoso')),
  meta: anything(1),
};
/** Beside a ledger, which knows what is consumed. */
export const besideLedger: Facts = without(refund, 'consumedRefunds');
/** In a batch, where it must name its customer. */
export const record: Facts = { ...besideLedger, customerId: name('contoso') };
export const onAnyDay: Facts = without(refund, 'canceledOn');

/** The facts of a plan of returns. */
export const planned: Facts = {
  asOf: '2025-07-02',
  candidates: [
    {
      ...without(without(onAnyDay, 'consumedRefunds'), 'id'),
      id: name('CR-1'),
      units: optional('whole'),
      valuePerDay: optional('1.00'),
    },
  ],
  ledger: optional({ customerId: name('contoso'), lastDay: '2025-02-01', days: [], ids: [] }),
  policy: optional('partner-center-2020-08'),
  until: optional('2025-07-04'),
};

export const exchange: Facts = {
  paid: '12000.00',
  currency: 'EUR',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '15000.00',
  newCurrency: optional('EUR'),
  product: optional(name('AVS')),
  newProduct: optional(name('AVS')),
  sku: optional(name('AV36')),
  region: optional(name('westus')),
  newSku: optional(name('AV36P')),
  newRegion: optional(name('westus')),
  newTerm: optional('P1Y'),
  savingsPlanEligible: optional(false),
  billingPlan: optional('Upfront'),
  id: optional(name('CR-1')),
  customerId: optional(name('contoso')),
  meta: anything(1),
};

export const policy: Facts = {
  id: name('ours'),
  document: 'reservations',
  windowDays: nullable(5),
  dayWithoutRow: nullable(6),
  fullCreditWhenUnused: true,
  feeRate: nullable('0.12'),
  limitUsd: nullable('50000.00'),
  limitWindow: '365-days',
  limitCounts: 'refund',
  overLimit: 'clip',
  rounding: 'half-even',
  exchangeMinimum: 'credit',
  nonReturnable: ['SuseLinux', 'RedHat'],
  payee: 'partner',
};
export const derived: Facts = {
  basedOn: 'partner-center-2020-08',
  id: name('ours'),
  windowDays: optional(nullable(7)),
  feeRate: optional(nullable('0.2')),
  payee: optional('customer'),
};
export const options: unknown = optional({ policy: optional('partner-center-2020-08') });

export const ledger: Facts = {
  customerId: name('contoso'),
  lastDay: '2025-02-01',
  days: [
    { on: '2025-01-02', usd: '10.00' },
    { on: '2025-02-01', usd: '5.50' },
  ],
  ids: [
    {
      id: name('CR-0'),
      policy: name('partner-center-2020-08'),
      facts: '20120 10.00 5.00 USD P1Y 20119 new 1 -',
    },
  ],
};

export const softwarePolicy: Facts = {
  id: name('ours'),
  document: 'software',
  perpetualDays: nullable(60),
  subscriptionDays: nullable(60),
  perpetualCredit: 'full',
  subscriptionCredit: 'pro-rated',
  creditPeriod: optional('charge-cycle'),
  fullCreditHours: nullable(24),
  cancellationDay: optional('charged'),
  rounding: optional('unit-down'),
  windowEnd: optional('hours'),
  subscriptionNamedBy: optional('subscription'),
  nonCancellable: ['suse-linux-plan', 'red-hat-plan'],
  linkDays: nullable(14),
  linkDaysFrom: 'issue',
  linkDownloads: nullable(50),
};
export const software: Facts = {
  kind: 'subscription',
  term: 'P1Y',
  paid: '1200.00',
  currency: 'USD',
  purchasedOn: '2025-03-01',
  canceledOn: '2025-04-29',
  roles: list('admin-agent'),
  qualifies: optional(true),
  customer: optional({
    name: optional(name('Contoso')),
    tenantId: optional(name('T-1')),
    domain: optional(name('contoso.com')),
  }),
  productName: optional(name('SQL Server')),
  orderId: optional(name('O-1')),
  messageRead: optional(true),
  billingCycle: optional('annual'),
  quantity: optional(3),
  purchasedAt: optional('2025-03-01T10:00:00Z'),
  canceledAt: optional('2025-04-29T10:00:00.5Z'),
  friendlyName: optional(name('SQL Server of Contoso')),
  subscriptionId: optional(name('S-1')),
  cancellationAllowedUntilDate: optional('2025-04-30T23:59:00Z'),
  refundOptions: optional([{ type: 'Partial', expiresAt: optional('2025-04-30T23:59:00Z') }]),
  refundableQuantity: optional({
    totalQuantity: 3,
    details: optional([{ quantity: 3, allowedUntilDateTime: '2025-04-30T23:59:00Z' }]),
  }),
};
export const softwareOptions: unknown = optional({ policy: optional('software-2020-06') });
export const link: Facts = {
  issuedAt: '2025-03-01T10:00:00Z',
  downloads: 49,
  firstDownloadedAt: optional('2025-03-02T12:00:00.5Z'),
  revoked: optional(false),
};
export const linkArgs: readonly unknown[] = [link, '2025-03-05T08:00:00Z', softwareOptions];

const partnership: Facts = { enrolled: true, hasAccount: true, stage: 'established' };
export const relationship: Facts = {
  partnership,
  customer: { associated: true, azure: true, tenantOwner: false },
  subscription: { associated: true, supportContact: false },
  agreement: optional({ provider: true, reseller: true, locationPartnerId: true }),
};

export const purchase: Facts = {
  subscription: nullable({ offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' }),
  permission: 'on',
  market: optional(spelled('KR')),
  product: optional('reservation'),
  asOf: optional('2022-10-13'),
};
export const change: Facts = {
  roles: list('admin-agent'),
  current: 'off',
  wanted: 'on',
  hasSubscription: true,
  product: optional('reservation'),
  asOf: optional('2022-10-13'),
};
export const discounts: Facts = {
  scope: 'single',
  customerId: name('contoso'),
  partnerId: name('us'),
  subscriptions: [{ id: name('a'), customerId: name('contoso'), partnerId: name('us') }],
  subscriptionId: name('a'),
};

export const columns: Facts = {
  currency: 'EUR',
  usdRate: '1.1',
  product: optional('AVS'),
  billingPlan: optional('Upfront'),
  paid: new Float64Array([1_200_000]),
  termMonths: new Uint8Array([12]),
  purchasedOn: new Int32Array([20_000]),
  canceledOn: new Int32Array([20_010]),
  used: new Uint8Array([1]),
  consumedUsdCents: optional(new Float64Array([100])),
};
export const monthlyColumns: Facts = {
  currency: 'USD',
  billingPlan: 'Monthly',
  instalment: new Float64Array([100_000]),
  completedTransactions: optional(new Uint8Array([1])),
  termMonths: new Uint8Array([12]),
  purchasedOn: new Int32Array([20_000]),
  canceledOn: new Int32Array([20_010]),
  used: new Uint8Array([1]),
};
export const columnOptions: unknown = optional({
  policy: optional('partner-center-2020-08'),
  out: optional({
    credit: new Float64Array(1),
    fee: new Float64Array(1),
    refund: new Float64Array(1),
    status: new Uint8Array(1),
  }),
});

const contact: Facts = {
  name: optional(name('Kim')),
  email: optional(name('kim@contoso.com')),
  phone: optional(name('1')),
};
export const reservationFacts: Facts = {
  amountRequested: optional({ amount: '12.00', currency: 'USD' }),
  title: optional(name('A refund')),
  reservationId: optional(name('R-1')),
  reservationOrderId: optional(name('RO-1')),
  customerId: optional(name('contoso')),
  id: optional(name('CR-1')),
  contact: optional({ ...contact, preferredContactMethod: optional('email') }),
};
export const softwareFacts: Facts = {
  amountRequested: optional({ amount: '12.00', currency: 'USD' }),
  title: optional(name('A cancellation')),
  askedForByCancellation: true,
  customer: optional({ tenantId: optional(name('T-1')), domain: optional(name('contoso.com')) }),
  productName: optional(name('SQL Server')),
  orderId: optional(name('O-1')),
  subscriptionId: optional(name('S-1')),
  impact: optional(name('none')),
  refundReason: optional(name('by mistake')),
  contact: optional(contact),
  files: optional([name('a.pdf')]),
};

export const role: string = 'admin-agent';
