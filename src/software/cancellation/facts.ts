import { currencyDigits, mostCurrencyDigits, readCurrency } from '../../kernel/currencies.ts';
import { type Day, formatDay, isWritable, readDay } from '../../kernel/day.ts';
import { InputError, type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, readAmount, type Whole } from '../../kernel/money.ts';
import {
  type Fields,
  isGiven,
  onlyGiven,
  readBoolean,
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
  type SoftwareKind,
  type SoftwareTerm,
  softwareKinds,
  softwareTerms,
} from '../policy/software-policy.ts';
import type { SoftwareCancellationRequest, SoftwareCustomer } from './request.ts';

/** The facts of a cancellation and the policy that it follows, with the numbers read. */
export interface SoftwareCancellationFacts {
  readonly chosen: ChosenPolicy;
  /** The last day after the purchase on which it can be cancelled; `null` if not stated. */
  readonly windowDays: number | null;
  readonly request: SoftwareCancellationRequest;
  readonly kind: SoftwareKind;
  readonly purchasedOn: Day;
  readonly canceledOn: Day;
  readonly roles: readonly Role[];
  /** The names in the list of roles that are no role here. */
  readonly ignoredRoles: readonly string[];
  // What follows is `undefined` if the caller did not say.
  readonly qualifies: boolean | undefined;
  readonly price: Price | undefined;
  readonly term: SoftwareTerm | undefined;
  readonly customer: SoftwareCustomer | undefined;
  readonly productName: string | undefined;
  readonly orderId: string | undefined;
  readonly messageRead: boolean | undefined;
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
  'canceledOn',
  'roles',
  'qualifies',
  'paid',
  'currency',
  'term',
  'customer',
  'productName',
  'orderId',
  'messageRead',
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
  const { purchasedOn, canceledOn } = readDays(fields, issues);
  const governing = issues.length > before ? undefined : purchasedOn;
  const chosen = policyOn(choice, governing, ['purchasedOn'], issues);
  const windowDays = windowDaysOf(kind, chosen.policy);
  checkRoom(purchasedOn, windowDays, fields.purchasedOn, issues);
  const { roles, ignoredRoles } = readRoleList(fields.roles, ['roles'], issues);
  const qualifies = readOptional(fields.qualifies, ['qualifies'], issues, readBoolean);
  const price = readPrice(fields, issues);
  const term = readTerm(fields, price !== undefined, issues);
  const customer = readOptional(fields.customer, ['customer'], issues, recordOf(customerFields));
  const productName = readOptional(fields.productName, ['productName'], issues, readText);
  const orderId = readOptional(fields.orderId, ['orderId'], issues, readText);
  const messageRead = readOptional(fields.messageRead, ['messageRead'], issues, readBoolean);
  if (issues.length > 0) return undefined;

  const request = onlyGiven({
    kind,
    purchasedOn: formatDay(purchasedOn),
    canceledOn: formatDay(canceledOn),
    roles,
    qualifies,
    paid: price && formatAmount(price.paid, price.digits),
    currency: price?.currency,
    term,
    customer,
    productName,
    orderId,
    messageRead,
  });
  return {
    chosen,
    windowDays,
    request: request as SoftwareCancellationRequest,
    kind,
    purchasedOn,
    canceledOn,
    roles,
    ignoredRoles,
    qualifies,
    price,
    term,
    customer,
    productName,
    orderId,
    messageRead,
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

function readDays(
  fields: CancellationFields,
  issues: Issue[],
): Pick<SoftwareCancellationFacts, 'purchasedOn' | 'canceledOn'> {
  const before = issues.length;
  const purchasedOn = readDay(fields.purchasedOn, ['purchasedOn'], issues);
  const canceledOn = readDay(fields.canceledOn, ['canceledOn'], issues);
  if (issues.length === before && canceledOn < purchasedOn) {
    const expected = `the day of the purchase (${formatDay(purchasedOn)}) or a later one`;
    issues.push(issue(['canceledOn'], 'before-purchase', expected, fields.canceledOn));
  }
  return { purchasedOn, canceledOn };
}

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
