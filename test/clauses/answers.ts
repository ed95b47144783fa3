import * as library from '../../src/index.ts';
import { derive } from './examples/reservations.ts';

// A broad sample of every answer that the library gives.

type Answering = 'decide' | 'quote' | 'plan' | 'settle' | 'renew' | 'record' | 'advance' | 'draft';

/** The exported functions that answer with a decision or a quote, and two that answer otherwise. */
export type AnsweringFunction =
  | Extract<keyof typeof library, `${Answering}${string}`>
  | 'downloadLinkStatus'
  | 'discountedSubscriptions';

/** What every answer may say of why it is so. */
export interface Answer {
  readonly allowed?: boolean;
  readonly because: readonly library.ClauseId[];
  readonly interpretations: readonly library.InterpretationId[];
  readonly obstacles?: readonly library.Obstacle<string>[];
  readonly lines?: readonly { readonly clause: library.ClauseId }[];
}

/** Every way to take one value for each field. */
function* every<Fields extends Record<string, readonly unknown[]>>(
  choices: Fields,
): Generator<{ [Name in keyof Fields]: Fields[Name][number] }> {
  const names = Object.keys(choices);
  const [name] = names;
  if (name === undefined) {
    yield {} as { [Name in keyof Fields]: Fields[Name][number] };
    return;
  }
  const { [name]: values = [], ...others } = choices as Record<string, readonly unknown[]>;
  for (const value of values) {
    for (const rest of every(others)) {
      yield { [name]: value, ...rest } as { [Name in keyof Fields]: Fields[Name][number] };
    }
  }
}

const [oldest, ...newer] = Object.values(library.refundPolicies);
const policies: readonly (library.RefundPolicy | undefined)[] = [
  undefined,
  ...newer,
  derive({ basedOn: oldest?.id, id: 'oldest at 12 %', feeRate: '0.12' }),
  derive({ basedOn: 'partner-center-2020-08', id: 'unlimited', limitUsd: null }),
  derive({ basedOn: 'azure-2020-02', id: 'unlimited azure', limitUsd: null }),
  derive({ basedOn: 'partner-center-2020-08', id: 'refusing', overLimit: 'refuse' }),
  derive({ basedOn: 'partner-center-2020-08', id: 'no minimum', exchangeMinimum: 'none' }),
];

const bought = { term: 'P1Y', purchasedOn: '2025-01-01' } as const;
const days = ['2025-01-01', '2025-01-05', '2025-01-06', '2025-01-07', '2025-07-02', '2026-01-01'];
const products = [undefined, 'SuseLinux', 'Databricks', 'Sentinel', 'VirtualMachines'] as const;
const paid = ['0.00', '12000.00', '120000.00'];
const currencies = [{ currency: 'USD' }, { currency: 'EUR', usdRate: '1.1' }] as const;

function* refunds(): Generator<library.RefundQuote> {
  const used = [false, true];
  const consumedRefunds = [undefined, '49990.00', '50000.00'];
  const facts = { canceledOn: days, product: products, paid, used, consumedRefunds };
  for (const { policy, money, ...change } of every({
    policy: policies,
    money: currencies,
    ...facts,
  })) {
    yield library.quoteRefund({ ...bought, ...money, ...change }, { policy });
  }
  yield* monthlyRefunds();
}

/** Refunds of what is paid monthly, of parts of the units, and below the price of today. */
function* monthlyRefunds(): Generator<library.RefundQuote> {
  const monthly = { ...bought, currency: 'USD', billingPlan: 'Monthly' } as const;
  const facts = {
    canceledOn: ['2025-01-01', '2025-01-31', '2025-02-01', '2026-01-01'],
    used: [false, true],
    instalment: ['100.00', '5000.00'],
    completedTransactions: [undefined, 1],
    quantity: [undefined, 3],
    pricingRefund: [undefined, '1.00'],
  };
  const paymentSchedule = Array.from({ length: 12 }, (_, month) => ({
    dueDate: `2025-${String(month + 1).padStart(2, '0')}-01`,
    billingCurrencyTotal: month === 0 ? '100.00' : null,
    status: month === 0 ? 'Succeeded' : 'Scheduled',
  })) as library.ScheduledPaymentInput[];
  for (const policy of policies) {
    for (const change of every(facts)) {
      const units = change.quantity === undefined ? {} : { quantityToReturn: 1 };
      yield library.quoteRefund({ ...monthly, ...change, ...units }, { policy });
    }
    yield library.quoteRefund(
      { ...monthly, paymentSchedule, used: true, canceledOn: '2025-01-15' },
      { policy },
    );
    const lower = { ...bought, ...currencies[0], paid: '12000.00', currentPrice: '10000.00' };
    yield library.quoteRefund({ ...lower, used: true, canceledOn: '2025-07-02' }, { policy });
    const part = { quantity: 10, quantityToReturn: 3, used: false, canceledOn: '2025-01-07' };
    yield library.quoteRefund({ ...lower, ...part }, { policy });
  }
}

function* exchanges(): Generator<library.ExchangeQuote> {
  const facts = { exchangedOn: days, product: products, paid, newPrice: ['0.00', '15000.00'] };
  for (const { policy, ...change } of every({ policy: policies, ...facts })) {
    const request = { ...bought, currency: 'USD', used: false, ...change } as const;
    yield library.quoteExchange(request, { policy });
  }
  const machines = { paid: '12000.00', currency: 'USD', product: 'VirtualMachines' } as const;
  for (const purchasedOn of ['2027-01-31', '2027-02-01']) {
    for (const newProduct of ['VirtualMachines', 'AVS'] as const) {
      const request = { ...bought, ...machines, purchasedOn, newProduct, newPrice: '15000.00' };
      yield library.quoteExchange({ ...request, exchangedOn: '2027-03-01' }, { policy: 'azure' });
    }
  }
  for (const policy of policies) {
    for (const exchangedOn of days) yield* severalExchanges(exchangedOn, policy);
  }
}

/** Exchanges of a monthly plan and of a part of the units, for a price below and above the credit. */
function* severalExchanges(
  exchangedOn: string,
  policy: library.PolicyOptions['policy'],
): Generator<library.ExchangeQuote> {
  const item = { ...bought, currency: 'USD', used: false } as const;
  const monthly = { ...item, billingPlan: 'Monthly', instalment: '100.00' } as const;
  const part = { ...item, paid: '300.00', quantity: 3, quantityToReturn: 1 };
  for (const price of ['0.00', '15000.00']) {
    const sides = { reservationsToExchange: [monthly, part], reservationsToPurchase: [{ price }] };
    yield library.quoteExchange({ exchangedOn, ...sides }, { policy });
  }
}

/** Records of one customer, in order, some of them known already. */
const records = [...every({ paid, canceledOn: days, product: products })].map((change, at) => ({
  ...{ ...bought, currency: 'USD', customerId: `customer ${change.product}`, used: at % 2 === 0 },
  ...{ ...change, id: `${change.paid} ${change.canceledOn}` },
}));

function* settlements(): Generator<library.RefundQuote> {
  for (const policy of policies) {
    const inOrder = [...records].sort((a, b) => (a.canceledOn < b.canceledOn ? -1 : 1));
    for (const result of library.settleRefunds([...inOrder, ...records], { policy })) {
      if (result.ok) yield result.quote;
    }
  }
}

function* steps(): Generator<library.RefundQuote> {
  const empty = library.openRefundLedger('contoso');
  for (const { policy, ...change } of every({ policy: policies, canceledOn: days, paid })) {
    const request = { ...bought, ...change, currency: 'USD', used: true, id: 'CR-1' };
    const { ledger, quote } = library.settleRefund(empty, request, { policy });
    yield quote;
    yield library.settleRefund(ledger, request, { policy }).quote;
  }
}

/** Plans for a day, with the limit in use or not, of what can be returned and what cannot. */
function* returnPlans(): Generator<Answer> {
  const facts = { currency: 'USD', used: true, term: 'P1Y', paid: '12000.00' } as const;
  const [on, later] = ['2025-07-02', '2027-03-01'];
  const choices = every({
    policy: [...policies, 'azure', 'partner-center'],
    asOf: [on, later],
    isFull: [false, true],
    product: products,
  } as const);
  for (const { policy, asOf, isFull, product } of choices) {
    const days = isFull ? [{ on: asOf, usd: '50000.00' }] : [];
    const ledger = { customerId: 'contoso', lastDay: asOf, days, ids: [] };
    const others = product === undefined ? {} : { product };
    yield library.planReturns({
      ...{ asOf, until: asOf, ledger, policy },
      candidates: [
        { ...facts, ...others, id: 'A', purchasedOn: asOf },
        { ...facts, ...others, id: 'B', purchasedOn: '2024-07-03', used: false },
      ],
    });
  }
}

function* accesses(): Generator<Answer> {
  for (const action of library.allActions) {
    yield library.decideAccess([], action);
    for (const role of library.allRoles) {
      yield library.decideAccess(role, action);
      for (const { from: asOf } of library.permissionMatrixVersions) {
        yield library.decideAccess(role, action, { asOf, guest: true });
        yield library.decideAccess(role, action, { asOf });
      }
    }
    yield library.decideAccess(library.allRoles, action);
  }
}

const markets = ['KR', 'Swaziland', 'XK', 'BQ', 'Sint Maarten', '중국'] as const;

function* markers(): Generator<Answer> {
  for (const { from: asOf, id: list } of library.marketListVersions) {
    for (const market of [...markets, 'Brazil']) {
      yield library.decideMarket(market);
      yield library.decideMarket(market, { asOf });
      yield library.decideMarket(market, { list });
    }
  }
}

const softwarePolicies = [undefined, ...Object.values(library.softwarePolicies)];

/** Every cancellation of software, with a price and without one. */
function* cancellations(): Generator<library.SoftwareCancellationDecision> {
  const facts = every({
    kind: [
      { kind: 'perpetual' },
      { kind: 'subscription' },
      { kind: 'subscription', term: 'P3Y', billingCycle: 'triennial', quantity: 1 },
      { kind: 'suse-linux-plan' },
      { kind: 'red-hat-plan' },
    ],
    price: [{}, { paid: '1200.00', currency: 'USD' }],
    canceledOn: ['2025-03-01', '2025-04-30', '2025-05-01'],
    roles: ['admin-agent', 'global-admin', []],
    qualifies: [undefined, true, false],
    particulars: [{}, { customer: { name: 'Contoso' }, productName: 'SQL', orderId: 'O-1' }],
    messageRead: [true, false],
    policy: softwarePolicies,
  });
  for (const { kind, price, particulars, policy, ...others } of facts) {
    if (kind.kind === 'subscription' && kind.term === undefined && 'paid' in price) continue;
    const order = { ...kind, ...price, ...particulars, ...others, purchasedOn: '2025-03-01' };
    yield library.decideSoftwareCancellation(order as library.SoftwareCancellationInput, {
      policy,
    });
  }
  yield* billedCancellations();
}

/** What later texts make of subscriptions, and the vendor's own instants. */
function* billedCancellations(): Generator<library.SoftwareCancellationDecision> {
  const facts = every({
    cycle: [{ term: 'P1M' }, { term: 'P3Y', billingCycle: 'annual' }],
    canceledOn: ['2025-03-02T09:00:00Z', '2025-03-02T11:00:00Z', '2025-03-08T11:00:00Z'],
    vendor: [
      ...[{}, { cancellationAllowedUntilDate: '2025-03-05T10:00:00Z' }],
      { refundOptions: [{ type: 'Full', expiresAt: '2025-03-05T10:00:00Z' }] },
      { refundOptions: [{ type: 'Partial' }], refundableQuantity: { totalQuantity: 3 } },
    ],
    name: [{}, { friendlyName: 'SQL' }, { subscriptionId: 'S-1' }],
    roles: ['admin-agent', 'sales-agent'],
    policy: softwarePolicies,
  });
  for (const { cycle, vendor, name, policy, ...others } of facts) {
    const order = {
      ...({ kind: 'subscription', paid: '3024.00', currency: 'USD', quantity: 3 } as const),
      ...{ purchasedOn: '2025-03-01T10:00:00Z', customer: { name: 'Contoso' } },
      ...{ productName: 'SQL', orderId: 'O-1', messageRead: true },
      ...{ ...cycle, ...vendor, ...name, ...others },
    };
    yield library.decideSoftwareCancellation(order as library.SoftwareCancellationInput, {
      policy,
    });
  }
}

function* softwareExchanges(): Generator<Answer> {
  for (const kind of library.softwareKinds) yield library.decideSoftwareExchange({ kind });
}

function* overLinks(
  ask: (
    link: library.DownloadLinkInput,
    asOf: string,
    options: library.SoftwarePolicyOptions,
  ) => Answer,
): Generator<Answer> {
  const links = every({
    downloads: [0, 49, 50, 51],
    revoked: [undefined, false, true],
    asOf: ['2025-03-01T10:00:00Z', '2025-03-15T09:59:59.999Z', '2025-03-15T10:00:00Z'],
    policy: softwarePolicies,
  });
  const issuedAt = '2025-03-01T10:00:00Z';
  for (const { asOf, policy, ...link } of links) {
    const first = link.downloads === 0 ? {} : { firstDownloadedAt: issuedAt };
    yield ask({ ...link, ...first, issuedAt }, asOf, { policy });
  }
}

function* purchases(): Generator<Answer> {
  const subscriptions = every({
    offer: ['azure-plan', 'azure-global', 'other'],
    boughtBy: ['partner', 'other'],
    userRole: ['owner', 'other'],
  } as const);
  const facts = every({
    subscription: [null, ...subscriptions],
    permission: ['on', 'off'],
    market: [undefined, ...markets],
  } as const);
  for (const request of facts) yield library.decideCustomerPurchase(request);
  const plans = every({
    subscription: [null, ...subscriptions],
    permission: ['on', 'off'],
    asOf: [undefined, '2022-10-12', '2022-10-13'],
  } as const);
  for (const request of plans) {
    yield library.decideCustomerPurchase({ ...request, product: 'savings-plan' });
  }
}

function* permissionChanges(): Generator<Answer> {
  const facts = every({
    roles: [[], 'admin-agent', 'sales-agent'],
    current: ['on', 'off'],
    wanted: ['on', 'off'],
    hasSubscription: [true, false],
    product: [undefined, 'savings-plan'],
    asOf: [undefined, '2022-10-12'],
  } as const);
  for (const request of facts) {
    yield library.decidePermissionChange(request as library.PermissionChangeFacts);
  }
}

function* customerTasks(): Generator<Answer> {
  const tasks = every({
    task: [
      ...(['set-first-scope', 'manage', 'exchange', 'cancel', 'renew'] as const),
      ...(['change-scope', 'get-server-keys'] as const),
    ],
    subscriptionBoughtBy: ['partner', 'other'],
    product: [undefined, 'savings-plan'],
  } as const);
  for (const { task, ...facts } of tasks) {
    if (task === 'get-server-keys' && facts.product !== undefined) continue;
    yield library.decideCustomerTask(task, facts);
  }
}

function* discounts(): Generator<Answer> {
  const parties = { customerId: 'contoso', partnerId: 'us' };
  const subscriptions = [{ id: 'a', ...parties }];
  yield library.discountedSubscriptions({ scope: 'shared', ...parties, subscriptions });
  yield library.discountedSubscriptions({
    ...{ scope: 'single', ...parties, subscriptions, subscriptionId: 'a' },
  });
}

const established = { enrolled: true, hasAccount: true, stage: 'established' } as const;
const removed = { enrolled: true, hasAccount: true, stage: 'none', removed: true } as const;
const agreements = [
  ...every({
    provider: [true, false],
    reseller: [true, false],
    locationPartnerId: [true, false],
  } as const),
];
const unaccepted = [
  ...every({
    enrolled: [true, false],
    hasAccount: [true, false],
    stage: ['none', 'requested'],
  } as const),
];
const events: readonly library.PartnershipEvent[] = [
  { kind: 'enroll' },
  { kind: 'open-account' },
  { kind: 'send-request', text: 'Join us: https://link', link: 'https://link' },
  { kind: 'send-request', text: 'Join us', link: 'https://link' },
  { kind: 'accept-request' },
  { kind: 'remove-partnership' },
];

function* partnerships(): Generator<Answer> {
  for (const { state, event } of every({ state: [established, ...unaccepted], event: events })) {
    yield library.advancePartnership(state, event);
    yield library.advancePartnership(state, event, { asOf: '2020-07-02' });
  }
}

function* resellerTasks(): Generator<Answer> {
  const nothing = { associated: false, supportContact: false };
  for (const task of library.resellerTasks) {
    for (const partnership of unaccepted) {
      const customer = { associated: false, azure: false } as const;
      yield library.decideResellerTask(task, {
        partnership,
        customer,
        subscription: nothing,
      } as library.ResellerRelationship);
    }
    const customers = every({
      associated: [true, false],
      azure: [
        { azure: false },
        { azure: true, tenantOwner: true },
        { azure: true, tenantOwner: false },
      ],
    });
    for (const { associated, azure } of customers) {
      for (const subscription of every({
        associated: [true, false],
        supportContact: [true, false],
      })) {
        const customer = { associated, ...azure } as library.ResellerCustomer;
        for (const partnership of [established, removed]) {
          yield library.decideResellerTask(task, { partnership, customer, subscription });
          for (const agreement of agreements) {
            const relationship = { partnership, customer, subscription, agreement };
            yield library.decideResellerTask(task, relationship, { asOf: '2020-02-01' });
          }
        }
      }
    }
  }
}

function* benefits(): Generator<Answer> {
  const facts = every({
    license: ['windows-server-datacenter', 'windows-server-standard', 'other'],
    softwareAssurance: [true, false],
    commercial: [true, false],
  } as const);
  for (const request of facts) yield library.decideHybridBenefit(request);
}

function* drafts(): Generator<Answer> {
  for (const quote of steps()) yield library.draftSupportRequest('reservation-refund', { quote });
  for (const quote of exchanges()) {
    yield library.draftSupportRequest('reservation-exchange', { quote });
  }
  for (const cancellation of cancellations()) {
    yield library.draftSupportRequest('software-cancellation', { cancellation });
  }
  yield library.draftSupportRequest('reservation-refund', {});
  for (const askedForByCancellation of [true, false]) {
    yield library.draftSupportRequest('software-cancellation', { askedForByCancellation });
  }
}

/** What each function answers. One that is missing does not compile. */
export const answers: { readonly [Name in AnsweringFunction]: () => Iterable<Answer> } = {
  quoteRefund: refunds,
  quoteExchange: exchanges,
  planReturns: returnPlans,
  settleRefund: steps,
  settleRefunds: settlements,
  decideAccess: accesses,
  decideMarket: markers,
  decideSoftwareCancellation: cancellations,
  decideSoftwareExchange: softwareExchanges,
  decideHybridBenefit: benefits,
  downloadLinkStatus: () => overLinks(library.downloadLinkStatus),
  renewDownloadLink: () => overLinks(library.renewDownloadLink),
  recordDownload: () => overLinks(library.recordDownload),
  decideCustomerPurchase: purchases,
  decidePermissionChange: permissionChanges,
  decideCustomerTask: customerTasks,
  discountedSubscriptions: discounts,
  advancePartnership: partnerships,
  decideResellerTask: resellerTasks,
  draftSupportRequest: drafts,
};
