import { formatDay, readDay } from '../kernel/day.ts';
import { type Issue, issue, missing } from '../kernel/issue.ts';
import {
  type Fields,
  isGiven,
  ownField,
  readBoolean,
  readFields,
  readOptional,
  readOptionalFields,
  readWord,
  UNREADABLE_TEXT,
} from '../kernel/read.ts';
import { fieldsOf, oneOf, optional, readDeclared, readRecord, required } from '../kernel/record.ts';
import type { Partnership, PartnershipEvent } from './partnership.ts';
import type {
  ResellerAgreement,
  ResellerCustomer,
  ResellerRelationship,
  ResellerSubscription,
} from './relationship.ts';
import {
  partnershipEvents,
  partnershipStages,
  type ResellerAccess,
  type ResellerTask,
  resellerAccessLevels,
  resellerTasks,
} from './reseller-tasks.ts';

type Path = Issue['path'];

interface PartnershipFields {
  readonly enrolled: boolean;
  readonly hasAccount: boolean;
  readonly stage: Partnership['stage'];
  readonly removed?: true | undefined;
}

const partnershipFields = /* @__PURE__ */ fieldsOf<PartnershipFields>({
  enrolled: required(readBoolean),
  hasAccount: required(readBoolean),
  stage: required(oneOf(partnershipStages)),
  removed: optional(readTrue),
});

/** Reads a partnership; `undefined` if it is malformed. */
export function readPartnership(
  input: unknown,
  path: Path,
  issues: Issue[],
): Partnership | undefined {
  const before = issues.length;
  const fields = readFields<keyof PartnershipFields>(input, partnershipFields.names, path, issues);
  if (fields === undefined) return undefined;
  const partnership = readDeclared(partnershipFields, fields, path, issues);
  if (partnership.stage === 'established') {
    // RSL-2, R-ACCEPT: nobody could have accepted without both.
    const expected = 'true, because the partnership is established';
    for (const name of ['enrolled', 'hasAccount'] as const) {
      if (fields[name] !== false) continue;
      issues.push(issue([...path, name], 'contradiction', expected, false));
    }
  }
  if (partnership.stage === 'established' && isGiven(fields.removed)) {
    const expected = 'no such field, because the partnership is established';
    issues.push(issue([...path, 'removed'], 'contradiction', expected, fields.removed));
  }
  return issues.length > before ? undefined : (partnership as Partnership);
}

function readTrue(value: unknown, path: Path, issues: Issue[]): true {
  if (value !== true) issues.push(issue(path, 'unknown-value', 'true, or no such field', value));
  return true;
}

const requestFields = ['text', 'link'] as const;

const eventFields: ReadonlySet<string> = new Set(['kind', ...requestFields]);

/** Reads an event of a partnership; `undefined` if it is malformed. */
export function readEvent(
  input: unknown,
  path: Path,
  issues: Issue[],
): PartnershipEvent | undefined {
  const before = issues.length;
  const fields = readFields<'kind' | 'text' | 'link'>(input, eventFields, path, issues);
  if (fields === undefined) return undefined;
  const kindsBefore = issues.length;
  const kind = readWord(fields.kind, partnershipEvents, [...path, 'kind'], issues);
  if (issues.length > kindsBefore) return undefined;
  if (kind === 'send-request') {
    const text = readText(fields.text, [...path, 'text'], issues);
    const link = readLink(fields.link, [...path, 'link'], issues);
    return issues.length > before ? undefined : { kind, text, link };
  }
  for (const name of requestFields) {
    if (!isGiven(fields[name])) continue;
    issues.push(
      issue([...path, name], 'unknown-field', `no ${name} together with ${kind}`, fields[name]),
    );
  }
  return issues.length > before ? undefined : { kind };
}

/** Any text, also an empty one, however long. */
function readText(value: unknown, path: Path, issues: Issue[]): string {
  if (typeof value === 'string') return value;
  issues.push(issue(path, missing(value, 'wrong-type'), 'a text', value));
  return UNREADABLE_TEXT;
}

/** A text that is not blank: every message would hold an empty link. */
function readLink(value: unknown, path: Path, issues: Issue[]): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  const code = typeof value === 'string' ? 'empty' : missing(value, 'wrong-type');
  issues.push(issue(path, code, 'the personal link, as a text', value));
  return UNREADABLE_TEXT;
}

export function readTask(input: unknown, issues: Issue[]): ResellerTask {
  return readWord(input, resellerTasks, ['task'], issues);
}

export function readAccess(input: unknown, issues: Issue[]): ResellerAccess {
  return readWord(input, resellerAccessLevels, ['level'], issues);
}

const optionNames: ReadonlySet<string> = new Set(['asOf']);

/** Reads the day of a question as `YYYY-MM-DD`; `undefined` if none is given. */
export function readDayOption(options: unknown, issues: Issue[]): string | undefined {
  const path = ['options'];
  const given = readOptionalFields<'asOf'>(options, optionNames, path, issues);
  return readOptional(given.asOf, [...path, 'asOf'], issues, (value, at) => {
    const before = issues.length;
    const day = readDay(value, at, issues);
    return issues.length > before ? UNREADABLE_TEXT : formatDay(day);
  });
}

const relationshipFields: ReadonlySet<string> = new Set<keyof ResellerRelationship>([
  'partnership',
  'customer',
  'subscription',
  'agreement',
]);

const agreementFields = /* @__PURE__ */ fieldsOf<ResellerAgreement>({
  provider: required(readBoolean),
  reseller: required(readBoolean),
  locationPartnerId: required(readBoolean),
});

/** Reads a relationship; `undefined` if it is malformed. */
export function readRelationship(
  input: unknown,
  issues: Issue[],
): ResellerRelationship | undefined {
  const before = issues.length;
  const path = ['relationship'];
  const fields = readFields<keyof ResellerRelationship>(input, relationshipFields, path, issues);
  if (fields === undefined) return undefined;
  const partnership = readPartnership(fields.partnership, [...path, 'partnership'], issues);
  // Nobody can be associated with anything before the first partnership.
  const isTooEarly =
    partnership !== undefined &&
    partnership.stage !== 'established' &&
    ownField(partnership, 'removed') === undefined;
  const customer = readCustomer(fields.customer, [...path, 'customer'], isTooEarly, issues);
  const subscription = readSubscription(
    fields.subscription,
    [...path, 'subscription'],
    isTooEarly,
    issues,
  );
  const agreement = readOptional(fields.agreement, [...path, 'agreement'], issues, (value, at) =>
    readRecord(agreementFields, value, at, issues),
  );
  if (issues.length > before) return undefined;
  const facts = { partnership, customer, subscription };
  return (agreement === undefined ? facts : { ...facts, agreement }) as ResellerRelationship;
}

interface CustomerFields {
  readonly associated: boolean;
  readonly azure: boolean;
  readonly tenantOwner?: boolean | undefined;
}

const customerFields = /* @__PURE__ */ fieldsOf<CustomerFields>({
  associated: required(readBoolean),
  azure: required(readBoolean),
  tenantOwner: optional(readBoolean),
});

function readCustomer(
  input: unknown,
  path: Path,
  isTooEarly: boolean,
  issues: Issue[],
): ResellerCustomer | undefined {
  const fields = readFields<keyof CustomerFields>(input, customerFields.names, path, issues);
  if (fields === undefined) return undefined;
  const customer = readDeclared(customerFields, fields, path, issues);
  refuseEarly(fields, 'associated', path, isTooEarly, issues);
  const isGivenOwner = isGiven(fields.tenantOwner);
  if (fields.azure === true && !isGivenOwner) {
    readBoolean(fields.tenantOwner, [...path, 'tenantOwner'], issues);
  }
  if (fields.azure === false && isGivenOwner) {
    const expected = 'no such field for a customer that is not an Azure customer';
    issues.push(issue([...path, 'tenantOwner'], 'contradiction', expected, fields.tenantOwner));
  }
  return customer as ResellerCustomer;
}

const subscriptionFields = /* @__PURE__ */ fieldsOf<ResellerSubscription>({
  associated: required(readBoolean),
  supportContact: required(readBoolean),
});

function readSubscription(
  input: unknown,
  path: Path,
  isTooEarly: boolean,
  issues: Issue[],
): ResellerSubscription | undefined {
  const { names } = subscriptionFields;
  const fields = readFields<keyof ResellerSubscription>(input, names, path, issues);
  if (fields === undefined) return undefined;
  const subscription = readDeclared(subscriptionFields, fields, path, issues);
  refuseEarly(fields, 'associated', path, isTooEarly, issues);
  refuseEarly(fields, 'supportContact', path, isTooEarly, issues);
  return subscription;
}

/** Reports what a reseller cannot have been given yet, because only a partner can be (RSL-3, RSL-4). */
function refuseEarly<Name extends string>(
  fields: Fields<Name>,
  name: Name,
  path: Path,
  isTooEarly: boolean,
  issues: Issue[],
): void {
  if (!isTooEarly || fields[name] !== true) return;
  const expected = 'false, because the partnership is not established';
  issues.push(issue([...path, name], 'contradiction', expected, true));
}
