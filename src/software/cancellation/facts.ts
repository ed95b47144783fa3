import { currencyDigits, mostCurrencyDigits, readCurrency } from '../../kernel/currencies.ts';
import { type Day, formatDay, isWritable } from '../../kernel/day.ts';
import { formatInstant, type Instant } from '../../kernel/instant.ts';
import { InputError, type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, readAmount, type Whole } from '../../kernel/money.ts';
import {
  type Fields,
  isGiven,
  onlyGiven,
  readBoolean,
  readCountFromOne,
  readFields,
  readOptional,
  readText,
  readWord,
} from '../../kernel/read.ts';
import { fieldsOf, oneOf, optional, readRecord, recordOf, required } from '../../kernel/record.ts';
import type { Role } from '../../roles/matrix.ts';
import { readRoleList } from '../../roles/read-role.ts';
import { windowDaysOf } from '../policy/kind-rules.ts';
import { type ChosenPolicy, policyOn, readPolicyOption } from '../policy/ready-policy.ts';
import {
  type BillingCycle,
  billingCycleMonths,
  billingCycles,
  type SoftwareKind,
  type SoftwareTerm,
  softwareKinds,
  softwareTermMonths,
  softwareTerms,
} from '../policy/software-policy.ts';
import { readMoments } from './moments.ts';
import type { SoftwareCancellationRequest, SoftwareCustomer } from './request.ts';
import { canonicalVendorFacts, readVendorFacts, type VendorFacts } from './vendor-facts.ts';

/** The facts of a cancellation and the policy that it follows, with the numbers read. */
export interface SoftwareCancellationFacts {
  readonly chosen: ChosenPolicy;
  /** The last day after the purchase on which it can be cancelled; `null` if not stated. */
  readonly windowDays: number | null;
  readonly request: SoftwareCancellationRequest;
  readonly kind: SoftwareKind;
  readonly purchasedOn: Day;
  readonly canceledOn: Day;
  readonly vendor: VendorFacts;
  readonly roles: readonly Role[];
  /** The names in the list of roles that are no role here. */
  readonly ignoredRoles: readonly string[];
  // What follows is `undefined` if the caller did not say.
  readonly qualifies: boolean | undefined;
  readonly price: Price | undefined;
  readonly term: SoftwareTerm | undefined;
  readonly billingCycle: BillingCycle | undefined;
  readonly quantity: number | undefined;
  readonly purchasedAt: Instant | undefined;
  readonly canceledAt: Instant | undefined;
  readonly customer: SoftwareCustomer | undefined;
  readonly productName: string | undefined;
  readonly orderId: string | undefined;
  readonly messageRead: boolean | undefined;
  readonly friendlyName: string | undefined;
  readonly subscriptionId: string | undefined;
}

interface Price {
  readonly currency: string;
  /** The decimals of the currency. */
  readonly digits: number;
  /** Minor units. */
  readonly paid: Whole;
}

type CancellationField = keyof SoftwareCancellationRequest;

/** The names of the facts of a cancellation. */
export const cancellationFields: ReadonlySet<string> = new Set<CancellationField>([
  'kind',
  'purchasedOn',
  'purchasedAt',
  'canceledOn',
  'canceledAt',
  'roles',
  'qualifies',
  'cancellationAllowedUntilDate',
  'refundOptions',
  'refundableQuantity',
  'quantity',
  'paid',
  'currency',
  'term',
  'billingCycle',
  'customer',
  'productName',
  'orderId',
  'messageRead',
  'friendlyName',
  'subscriptionId',
]);

const customerFields = /* @__PURE__ */ fieldsOf<SoftwareCustomer>({
  name: optional(readText),
  tenantId: optional(readText),
  domain: optional(readText),
});

/** Reads the facts of a cancellation and its options; `undefined` if there are issues. */
export function readCancellationFacts(
  input: unknown,
  options: unknown,
  issues: Issue[],
): SoftwareCancellationFacts | undefined {
  const choice = readPolicyOption(options, issues);
  const fields = readFields<CancellationField>(input, cancellationFields, [], issues);
  if (fields === undefined) return undefined;

  const kind = readWord(fields.kind, softwareKinds, ['kind'], issues);
  const before = issues.length;
  const { purchasedOn, purchasedAt, canceledOn, canceledAt } = readMoments(fields, issues);
  const governing = issues.length > before ? undefined : purchasedOn;
  const chosen = policyOn(choice, governing, ['purchasedOn'], issues);
  const windowDays = windowDaysOf(kind, chosen.policy);
  checkRoom(purchasedOn, windowDays, fields.purchasedOn, issues);
  const { roles, ignoredRoles } = readRoleList(fields.roles, ['roles'], issues);
  const qualifies = readOptional(fields.qualifies, ['qualifies'], issues, readBoolean);
  const price = readPrice(fields, issues);
  const term = readTerm(fields, price !== undefined, issues);
  const billingCycle = readCycle(fields, term, issues);
  const quantity = readOptional(fields.quantity, ['quantity'], issues, readCountFromOne);
  const vendor = readVendorFacts(fields, issues);
  const customer = readOptional(fields.customer, ['customer'], issues, recordOf(customerFields));
  const productName = readOptional(fields.productName, ['productName'], issues, readText);
  const orderId = readOptional(fields.orderId, ['orderId'], issues, readText);
  const messageRead = readOptional(fields.messageRead, ['messageRead'], issues, readBoolean);
  const friendlyName = readOptional(fields.friendlyName, ['friendlyName'], issues, readText);
  const subscriptionId = readOptional(fields.subscriptionId, ['subscriptionId'], issues, readText);
  if (issues.length > 0) return undefined;

  const request = onlyGiven({
    kind,
    purchasedOn: formatDay(purchasedOn),
    purchasedAt: purchasedAt && formatInstant(purchasedAt),
    canceledOn: formatDay(canceledOn),
    canceledAt: canceledAt && formatInstant(canceledAt),
    roles,
    qualifies,
    ...canonicalVendorFacts(vendor),
    quantity,
    paid: price && formatAmount(price.paid, price.digits),
    currency: price?.currency,
    term,
    billingCycle,
    customer,
    productName,
    orderId,
    messageRead,
    friendlyName,
    subscriptionId,
  });
  return {
    chosen,
    windowDays,
    request: request as SoftwareCancellationRequest,
    kind,
    purchasedOn,
    purchasedAt,
    canceledOn,
    canceledAt,
    vendor,
    roles,
    ignoredRoles,
    qualifies,
    price,
    term,
    billingCycle,
    quantity,
    customer,
    productName,
    orderId,
    messageRead,
    friendlyName,
    subscriptionId,
  };
}

const exchangeFields = /* @__PURE__ */ fieldsOf<{ readonly kind: SoftwareKind }>({
  kind: required(oneOf(softwareKinds)),
});

/** Reads what kind of software an exchange is about, or throws every issue. */
export function readExchangedKind(input: unknown): SoftwareKind {
  const issues: Issue[] = [];
  const exchange = readRecord(exchangeFields, input, [], issues);
  if (exchange === undefined || issues.length > 0) throw new InputError(issues);
  return exchange.kind;
}

type CancellationFields = Fields<CancellationField>;

/** The last day of the window must be one that can be written. */
function checkRoom(
  purchasedOn: Day,
  windowDays: number | null,
  value: unknown,
  issues: Issue[],
): void {
  if (windowDays === null || isWritable(purchasedOn + windowDays)) return;
  const expected = `a day at least ${windowDays} days before the end of the year 9999`;
  issues.push(issue(['purchasedOn'], 'year-out-of-range', expected, value));
}

/** A price and its currency come together or not at all. */
function readPrice(fields: CancellationFields, issues: Issue[]): Price | undefined {
  if (!isGiven(fields.paid) && !isGiven(fields.currency)) return undefined;
  const currency = readCurrency(fields.currency, ['currency'], issues);
  // Without a currency to hold it against, an amount may have the decimals of any.
  const digits = currencyDigits(currency) ?? mostCurrencyDigits;
  return { currency, digits, paid: readAmount(fields.paid, currency, digits, ['paid'], issues) };
}

/** Only a subscription has a term, and where there is a price it needs one. */
function readTerm(
  { kind, term }: CancellationFields,
  hasPrice: boolean,
  issues: Issue[],
): SoftwareTerm | undefined {
  if (!isGiven(term) && !(kind === 'subscription' && hasPrice)) return undefined;
  if (kind !== 'subscription' && softwareKinds.some((known) => known === kind)) {
    issues.push(issue(['term'], 'unknown-field', 'no term, as only a subscription has one', term));
    return undefined;
  }
  return readWord(term, softwareTerms, ['term'], issues);
}

/** Only a subscription has a charge cycle, which is not longer than its term. */
function readCycle(
  { kind, billingCycle }: CancellationFields,
  term: SoftwareTerm | undefined,
  issues: Issue[],
): BillingCycle | undefined {
  if (!isGiven(billingCycle)) return undefined;
  const path = ['billingCycle'];
  if (kind !== 'subscription' && softwareKinds.some((known) => known === kind)) {
    const expected = 'no billing cycle, as only a subscription has one';
    issues.push(issue(path, 'unknown-field', expected, billingCycle));
    return undefined;
  }
  const before = issues.length;
  const cycle = readWord(billingCycle, billingCycles, path, issues);
  if (issues.length > before) return undefined;
  if (term === undefined) {
    const expected = `the term (${softwareTerms.join(', ')}) next to the billing cycle`;
    issues.push(issue(['term'], 'missing-field', expected, undefined));
  } else if (billingCycleMonths[cycle] > softwareTermMonths[term]) {
    const expected = `a billing cycle that is not longer than the term (${term})`;
    issues.push(issue(path, 'contradiction', expected, billingCycle));
  }
  return cycle;
}
