// The library's answer to a case of cases.py, and the oracle's, in one shape.

import {
  createSettlement,
  decideAccess,
  decideCustomerPurchase,
  decideMarket,
  decideSoftwareCancellation,
  downloadLinkStatus,
  isInputError,
  parseRefundPolicy,
  parseSoftwarePolicy,
  tryQuoteExchange,
  tryQuoteRefund,
} from '../../dist/index.js';

const MALFORMED = { error: 'input' };

/** The oracle calls products by their names, the library by the vendor's `reservedResourceType`. */
const products = new Map([
  ['SUSE', 'SuseLinux'],
  ['Red Hat', 'RedHat'],
  ['Databricks', 'Databricks'],
  ['CloudSimple', 'VMwareCloudSimple'],
  ['Azure Red Hat OpenShift', 'RedHatOsa'],
  ['Virtual machines', 'VirtualMachines'],
  ['App Service', 'AppService'],
  ['SQL databases', 'SqlDatabases'],
  ['AVS', 'AVS'],
  ['Defender pre-purchase', 'MDC'],
  ['Sentinel pre-purchase', 'Sentinel'],
]);

const softwareReasons = { 'not-returnable': 'not-cancellable' };

const kinds = { SUSE: 'suse-linux-plan', 'Red Hat': 'red-hat-plan' };

/** Policies are read once: cases name few. */
const policies = new Map();

function policyOf(asked) {
  if (typeof asked === 'string') return asked;
  const text = JSON.stringify(asked);
  if (!policies.has(text)) {
    const { base, nonReturnable, nonExchangeable, ...changes } = asked;
    const given = { ...changes, basedOn: base, id: `changed ${policies.size}` };
    if (nonReturnable) given.nonReturnable = nonReturnable.map((name) => products.get(name));
    if (nonExchangeable) given.nonExchangeable = nonExchangeable.map((name) => products.get(name));
    const parsed = parseRefundPolicy(given);
    if (!parsed.ok) throw new Error(parsed.issues[0].message);
    policies.set(text, parsed.value);
  }
  return policies.get(text);
}

function named(request) {
  const names = ['product', 'newProduct'].filter((name) => request[name] !== undefined);
  const renamed = names.map((name) => [name, products.get(request[name])]);
  return { ...request, ...Object.fromEntries(renamed) };
}

const daysOf = ({ sincePurchase, term, remaining }) => [sincePurchase, term, remaining];

/** A no has no figures. That of the oracle gives its reason among others where there are more. */
function refusal({ allowed, obstacles, days }) {
  return { allowed, days: daysOf(days), obstacles: obstacles.map(({ reason }) => reason) };
}

function refundOf(quote) {
  if (!quote.allowed) return refusal(quote);
  const { allowed, row, days, credit, fee, refundable, refund, withheld, limit } = quote;
  const consumedAfter = limit?.consumedAfter ?? null;
  return {
    allowed,
    row,
    days: daysOf(days),
    credit,
    fee,
    refundable,
    refund,
    withheld,
    consumedAfter,
  };
}

function exchangeOf(quote) {
  if (!quote.allowed) return refusal(quote);
  const { allowed, days, credit, netPayable } = quote;
  return { allowed, days: daysOf(days), credit, netPayable };
}

function theirsOf({ error, allowed, reason, days, obstacles, ...answer }) {
  if (error !== undefined) return MALFORMED;
  return allowed ? { allowed, days, ...answer } : { allowed, days, obstacles };
}

const parsedOf = (parsed, show) => (parsed.ok ? show(parsed.value) : MALFORMED);

function thrownOf(ask) {
  try {
    return ask();
  } catch (error) {
    if (isInputError(error)) return MALFORMED;
    throw error;
  }
}

/** The product names of a request, also of the items of an exchange. */
function namedItems({ reservationsToExchange, ...request }) {
  if (!Array.isArray(reservationsToExchange)) return named(request);
  return { ...request, reservationsToExchange: reservationsToExchange.map(named) };
}

/** Paths are compared from their root on: a list's fault may be reported at the list or at its entry. */
const places = (path) => path.replace(/\[(\d+)\]/g, '.$1').split('.');

function samePlace(a, b) {
  const [short, long] = [a, b].sort((x, y) => x.length - y.length);
  return short.every((place, index) => place === long[index]);
}

/** A fault agrees if the library reports it too: the oracle stops at the first, and knows few codes. */
function faultOf(issues, { path, code = null }) {
  const same =
    path !== undefined &&
    issues.some(
      (it) => samePlace(it.path.map(String), places(path)) && (code === null || it.code === code),
    );
  return same ? { path, code } : { issues: issues.map(({ path, code }) => ({ path, code })) };
}

function compared(parsed, theirs, showOurs, showTheirs) {
  if (theirs.error === undefined && parsed.ok) {
    return { ours: showOurs(parsed.value), theirs: showTheirs(theirs) };
  }
  const { path, code = null } = theirs;
  return {
    ours: parsed.ok ? showOurs(parsed.value) : faultOf(parsed.issues, theirs),
    theirs: theirs.error === undefined ? showTheirs(theirs) : { path, code },
  };
}

const MONTHLY_NOTES = ['plan-not-in-text', 'commitment-estimated'];

const mentions = (list, name) => JSON.stringify(list ?? []).includes(`"${name}"`);

/** What monthly.md 5 adds to a quote. Of an upfront payment no instalment and no count is compared. */
function planOf({ billingPlan, quantity, quantityToReturn, paid, period, ...quote }) {
  const plan = { billingPlan, quantity, quantityToReturn, paid, period };
  if (billingPlan === 'Upfront') return plan;
  const { instalment, completedTransactions } = quote;
  return { ...plan, instalment, completedTransactions };
}

function monthlyRefundOf(quote) {
  if (!quote.allowed) return refusal(quote);
  const { remainingCommitment, canceledCommitment } = quote;
  return {
    ...refundOf(quote),
    ...planOf(quote),
    remainingCommitment,
    canceledCommitment,
    notes: MONTHLY_NOTES.filter((note) => mentions(quote.notes, note)),
    currentPriceAssumed: mentions(quote.assumed, 'currentPrice'),
  };
}

/** Notes are compared under published policies: a changed one states no text of its own. */
function theirMonthlyRefund({ row, notes, ...theirs }, policy) {
  if (!theirs.allowed) return theirsOf(theirs);
  const kept = typeof policy === 'string' ? notes : undefined;
  return { ...withPlan(theirsOf({ row, ...theirs })), notes: kept };
}

function withPlan({ instalment, completedTransactions, ...answer }) {
  if (answer.billingPlan === 'Upfront') return answer;
  return { ...answer, instalment, completedTransactions };
}

const withoutNotes = (quote, policy) =>
  typeof policy === 'string' ? quote : quote.allowed ? { ...quote, notes: undefined } : quote;

/** Names of items are those of monthly.md 2 and 5: `credit` and `remainingCommitment`, and `total` of what is bought. */
function returnedOf(item) {
  const { days, credit, remainingCommitment } = item;
  return { days: daysOf(days), credit, remainingCommitment, ...planOf(item) };
}

function totalsOf({ allowed, refundsTotal, purchasesTotal, netPayable, returned, purchases }) {
  return {
    allowed,
    refundsTotal,
    purchasesTotal,
    netPayable,
    returned: returned.map(returnedOf),
    purchases: purchases.map(({ total }) => total),
  };
}

/** An obstacle names the position of its item, from 0; the whole exchange has none. */
function severalOf(quote) {
  if (quote.allowed) return totalsOf(quote);
  const obstacles = quote.obstacles.map(({ position = null, reason }) => ({ position, reason }));
  return { allowed: false, obstacles };
}

function theirSeveral({ allowed, obstacles, reason, ...totals }) {
  if (!allowed) return { allowed, obstacles };
  return { allowed, ...totals, returned: totals.returned.map(withPlan) };
}

function monthlyExchangeOf(quote) {
  if (!quote.allowed) return refusal(quote);
  return { ...totalsOf(quote), days: daysOf(quote.days), credit: quote.credit };
}

function theirMonthlyExchange({ allowed, days, credit, obstacles, ...totals }) {
  if (!allowed) return { allowed, days, obstacles };
  return { ...theirSeveral({ allowed, ...totals }), days, credit };
}

/** The default where no policy is named. */
const versionOf = (policy) => (policy === null ? {} : { policy });

const withVersion = (answer, policy, supersededBy, rest) => ({
  ...answer,
  policy,
  supersededBy,
  ...rest,
});

function theirVersion({ policy, supersededBy, lastExchange, ruleChangesOn, ...answer }) {
  if (answer.error !== undefined) return MALFORMED;
  const rest = ruleChangesOn === undefined ? {} : { lastExchange, ruleChangesOn };
  return withVersion(theirsOf(answer), policy, supersededBy, rest);
}

const softwarePolicies = new Map();

function softwarePolicyOf(asked) {
  if (asked === null || typeof asked === 'string') return versionOf(asked);
  const text = JSON.stringify(asked);
  if (!softwarePolicies.has(text)) {
    const { base, ...changes } = asked;
    const id = `changed ${softwarePolicies.size}`;
    const parsed = parseSoftwarePolicy({ ...changes, basedOn: base, id });
    if (!parsed.ok) throw new Error(parsed.issues[0].message);
    softwarePolicies.set(text, parsed.value);
  }
  return { policy: softwarePolicies.get(text) };
}

/** Of a policy of one's own no id is compared, and no last day where its window ends with an hour. */
function cancellationOf(answer, asked) {
  const { allowed, obstacles = [], missing, policy, supersededBy, credit, notes, ...days } = answer;
  const { lastDay, daysLeft, daysSincePurchase } = days;
  const isHours = policy.windowEnd === 'hours';
  return {
    allowed,
    obstacles: obstacles.map(({ reason }) => reason).sort(),
    missing: [...missing].sort(),
    policy: typeof asked === 'object' && asked !== null ? null : policy.id,
    supersededBy,
    ...(!isHours && { lastDay, daysLeft, vendorDiffers: notes.includes('vendor-differs') }),
    daysSincePurchase,
    credit: credit && {
      basis: credit.basis,
      amount: credit.amount,
      currency: credit.currency,
      days: credit.days ?? null,
      termDays: credit.termDays ?? null,
    },
  };
}

function theirCancellation({ lastDay, daysLeft, vendorDiffers, policy, ...answer }, asked) {
  const isOwn = typeof asked === 'object' && asked !== null;
  const isHours = isOwn && asked.windowEnd === 'hours';
  return {
    ...answer,
    policy: isOwn ? null : policy,
    ...(!isHours && { lastDay, daysLeft, vendorDiffers }),
  };
}

function softwareVersion({ policy, request }, theirs) {
  const parsed = parsedFrom(() => decideSoftwareCancellation(request, softwarePolicyOf(policy)));
  // Whether the vendor decides otherwise is not known if the rule would need an instant.
  const known = theirs.vendorDiffers !== null;
  const comparable = ({ vendorDiffers, ...answer }) =>
    known ? { ...answer, vendorDiffers } : answer;
  return compared(
    parsed,
    theirs,
    (answer) => comparable(cancellationOf(answer, policy)),
    (answer) => comparable(theirCancellation(answer, policy)),
  );
}

function parsedFrom(decide) {
  try {
    return { ok: true, value: decide() };
  } catch (error) {
    if (isInputError(error)) return { ok: false, issues: error.issues };
    throw error;
  }
}

const asks = {
  'software-version': softwareVersion,
  'software-vendor': softwareVersion,
  refund: ({ policy, request }, theirs) => ({
    ours: parsedOf(tryQuoteRefund(named(request), { policy: policyOf(policy) }), refundOf),
    theirs: theirsOf(theirs),
  }),
  exchange: ({ policy, request }, theirs) => ({
    ours: parsedOf(tryQuoteExchange(named(request), { policy: policyOf(policy) }), exchangeOf),
    theirs: theirsOf(theirs),
  }),
  'version-refund': ({ policy, request }, theirs) => ({
    ours: parsedOf(tryQuoteRefund(named(request), versionOf(policy)), (quote) =>
      withVersion(refundOf(quote), quote.policy.id, quote.supersededBy),
    ),
    theirs: theirVersion(theirs),
  }),
  'version-exchange': ({ policy, request }, theirs) => ({
    ours: parsedOf(tryQuoteExchange(named(request), versionOf(policy)), (quote) =>
      withVersion(exchangeOf(quote), quote.policy.id, quote.supersededBy, {
        lastExchange: mentions(quote.notes, 'last-exchange'),
        ruleChangesOn: quote.ruleChangesOn,
      }),
    ),
    theirs: theirVersion(theirs),
  }),
  settle: ({ policy, requests }, theirs) => {
    const settlement = createSettlement({ policy: policyOf(policy) });
    const ours = requests.map((request) => {
      const result = settlement.settle(named(request));
      if (!result.ok) return MALFORMED;
      const { quote } = result;
      const consumedBefore = quote.limit?.consumedBefore ?? null;
      return quote.allowed ? { ...refundOf(quote), consumedBefore } : refundOf(quote);
    });
    return { ours: { ours }, theirs: { ours: theirs.refunds.map(theirsOf) } };
  },
  software: ({ request: { product, ...request } }, theirs) => {
    const answer = decideSoftwareCancellation({
      ...request,
      kind: kinds[product] ?? request.kind,
      term: kinds[product] === undefined ? request.term : undefined,
      roles: 'admin-agent',
      customer: { name: 'Contoso' },
      productName: 'a product',
      orderId: 'an order',
      messageRead: true,
    });
    const { allowed, lastDay, daysLeft, credit, obstacles = [] } = answer;
    const reasons = obstacles.map(({ reason }) => reason);
    return {
      ours: { allowed, lastDay, daysLeft, credit: credit?.amount ?? null, reasons: reasons.sort() },
      theirs: {
        allowed: theirs.allowed,
        lastDay: theirs.lastDay,
        daysLeft: theirs.daysLeft ?? 0,
        credit: theirs.credit,
        reasons: theirs.obstacles.map((reason) => softwareReasons[reason] ?? reason).sort(),
      },
    };
  },
  link: ({ request: { asOf, ...link } }, theirs) => {
    const { state, expiresAt, downloadsLeft } = downloadLinkStatus(link, asOf);
    // The oracle counts on what is left of an expired link.
    const left = state === 'active' ? theirs.downloadsLeft : 0;
    return {
      ours: { state, expiresAt, downloadsLeft },
      theirs: { ...theirs, downloadsLeft: left },
    };
  },
  market: ({ code, asOf }, theirs) => ({
    ours: thrownOf(() => {
      const { available, newest } = decideMarket(code, { asOf });
      return newest === null ? { available } : { available, newest: newest.allowed };
    }),
    theirs: theirs.error === undefined ? theirs : MALFORMED,
  }),
  'dated-access': ({ roles, action, asOf, guest }, theirs) => ({
    ours: thrownOf(() => {
      const { allowed, ignoredRoles, newest } = decideAccess(roles, action, { asOf, guest });
      const answer = { allowed, ignored: ignoredRoles };
      return newest === null ? answer : { ...answer, newest: newest.allowed };
    }),
    theirs: theirs.error === undefined ? theirs : MALFORMED,
  }),
  'savings-plan': ({ ask: _, ...facts }, theirs) => ({
    ours: { allowed: decideCustomerPurchase({ ...facts, product: 'savings-plan' }).allowed },
    theirs,
  }),
  access: ({ roles, action }, theirs) => ({
    ours: { allowed: thrownOf(() => decideAccess(roles, action).allowed) },
    theirs,
  }),
  'monthly-refund': ({ policy, request }, theirs) =>
    compared(
      tryQuoteRefund(named(request), { policy: policyOf(policy) }),
      theirs,
      (quote) => withoutNotes(monthlyRefundOf(quote), policy),
      (answer) => theirMonthlyRefund(answer, policy),
    ),
  'monthly-exchange': ({ policy, request }, theirs) =>
    compared(
      tryQuoteExchange(named(request), { policy: policyOf(policy) }),
      theirs,
      monthlyExchangeOf,
      theirMonthlyExchange,
    ),
  'exchange-of-several': ({ policy, request }, theirs) =>
    compared(
      tryQuoteExchange(namedItems(request), { policy: policyOf(policy) }),
      theirs,
      severalOf,
      theirSeveral,
    ),
  'monthly-settle': ({ policy, requests }, theirs) => {
    const settlement = createSettlement({ policy: policyOf(policy) });
    const answers = requests.map((request, index) => {
      const theirAnswer = theirs.refunds[index];
      const result = settlement.settle(named(request));
      const parsed = result.ok ? { ok: true, value: result.quote } : result;
      return compared(
        parsed,
        theirAnswer,
        (quote) => ({
          ...withoutNotes(monthlyRefundOf(quote), policy),
          ...(quote.allowed && { consumedBefore: quote.limit?.consumedBefore ?? null }),
        }),
        (answer) => theirMonthlyRefund(answer, policy),
      );
    });
    return {
      ours: { ours: answers.map(({ ours }) => ours) },
      theirs: { ours: answers.map(({ theirs: answer }) => answer) },
    };
  },
};

export function answersOf(question, theirs) {
  return asks[question.ask](question, theirs);
}
