// The library's answer to a case of cases.py, and the oracle's, in one shape.

import {
  createSettlement,
  decideAccess,
  decideSoftwareCancellation,
  downloadLinkStatus,
  isInputError,
  isMarketAvailable,
  parseRefundPolicy,
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
]);

const softwareReasons = { 'not-returnable': 'not-cancellable' };

const kinds = { SUSE: 'suse-linux-plan', 'Red Hat': 'red-hat-plan' };

/** Policies are read once: cases name few. */
const policies = new Map();

function policyOf(asked) {
  if (typeof asked === 'string') return asked;
  const text = JSON.stringify(asked);
  if (!policies.has(text)) {
    const { base, nonReturnable, ...changes } = asked;
    const given = { ...changes, basedOn: base, id: `changed ${policies.size}` };
    if (nonReturnable) given.nonReturnable = nonReturnable.map((name) => products.get(name));
    const parsed = parseRefundPolicy(given);
    if (!parsed.ok) throw new Error(parsed.issues[0].message);
    policies.set(text, parsed.value);
  }
  return policies.get(text);
}

function named({ product, ...request }) {
  return product === undefined ? request : { ...request, product: products.get(product) };
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

const asks = {
  refund: ({ policy, request }, theirs) => ({
    ours: parsedOf(tryQuoteRefund(named(request), { policy: policyOf(policy) }), refundOf),
    theirs: theirsOf(theirs),
  }),
  exchange: ({ policy, request }, theirs) => ({
    ours: parsedOf(tryQuoteExchange(named(request), { policy: policyOf(policy) }), exchangeOf),
    theirs: theirsOf(theirs),
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
  market: ({ code }, theirs) => ({ ours: { available: isMarketAvailable(code) }, theirs }),
  access: ({ roles, action }, theirs) => ({
    ours: { allowed: thrownOf(() => decideAccess(roles, action).allowed) },
    theirs,
  }),
};

export function answersOf(question, theirs) {
  return asks[question.ask](question, theirs);
}
