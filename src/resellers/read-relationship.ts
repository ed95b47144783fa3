import { type Issue, issue, missing } from '../kernel/issue.ts';
import { type Fields, NO_TEXT, readBoolean, readFields, readWord } from '../kernel/read.ts';
import type { Partnership, PartnershipEvent } from './partnership.ts';
import type {
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

const partnershipFields: ReadonlySet<string> = new Set<keyof Partnership>([
  'enrolled',
  'hasAccount',
  'stage',
]);

/** Reads a partnership; `undefined` if it is malformed. */
export function readPartnership(
  input: unknown,
  path: Path,
  issues: Issue[],
): Partnership | undefined {
  const before = issues.length;
  const fields = readFields<keyof Partnership>(input, partnershipFields, path, issues);
  if (fields === undefined) return undefined;
  const enrolled = readBoolean(fields.enrolled, [...path, 'enrolled'], issues);
  const hasAccount = readBoolean(fields.hasAccount, [...path, 'hasAccount'], issues);
  const stage = readWord(fields.stage, partnershipStages, [...path, 'stage'], issues);
  if (stage !== 'established') {
    return issues.length > before ? undefined : { enrolled, hasAccount, stage };
  }
  // RSL-2, R-ACCEPT: nobody could have accepted without both.
  const expected = 'true, because the partnership is established';
  for (const name of ['enrolled', 'hasAccount'] as const) {
    if (fields[name] !== false) continue;
    issues.push(issue([...path, name], 'contradiction', expected, false));
  }
  return issues.length > before ? undefined : { enrolled: true, hasAccount: true, stage };
}

const requestFields = ['text', 'link'] as const;

const eventFields: ReadonlySet<string> = new Set(['kind', ...requestFields]);

/** Reads what happens to a partnership; `undefined` if it is malformed. */
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
    if (fields[name] === undefined) continue;
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
  return NO_TEXT;
}

/** A text that is not blank: every message would hold an empty link. */
function readLink(value: unknown, path: Path, issues: Issue[]): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  const code = typeof value === 'string' ? 'empty' : missing(value, 'wrong-type');
  issues.push(issue(path, code, 'the personal link, as a text', value));
  return NO_TEXT;
}

export function readTask(input: unknown, issues: Issue[]): ResellerTask {
  return readWord(input, resellerTasks, ['task'], issues);
}

export function readAccess(input: unknown, issues: Issue[]): ResellerAccess {
  return readWord(input, resellerAccessLevels, ['level'], issues);
}

const relationshipFields: ReadonlySet<string> = new Set<keyof ResellerRelationship>([
  'partnership',
  'customer',
  'subscription',
]);

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
  const isTooEarly = partnership !== undefined && partnership.stage !== 'established';
  const customer = readCustomer(fields.customer, [...path, 'customer'], isTooEarly, issues);
  const subscription = readSubscription(
    fields.subscription,
    [...path, 'subscription'],
    isTooEarly,
    issues,
  );
  if (issues.length > before) return undefined;
  return { partnership, customer, subscription } as ResellerRelationship;
}

const customerFields: ReadonlySet<string> = new Set<keyof ResellerCustomer>([
  'associated',
  'azure',
  'tenantOwner',
]);

function readCustomer(
  input: unknown,
  path: Path,
  isTooEarly: boolean,
  issues: Issue[],
): ResellerCustomer | undefined {
  const fields = readFields<keyof ResellerCustomer>(input, customerFields, path, issues);
  if (fields === undefined) return undefined;
  const associated = readGiven(fields, 'associated', path, isTooEarly, issues);
  const azure = readBoolean(fields.azure, [...path, 'azure'], issues);
  const { tenantOwner } = fields;
  if (azure) {
    const isOwner = readBoolean(tenantOwner, [...path, 'tenantOwner'], issues);
    return { associated, azure, tenantOwner: isOwner };
  }
  if (fields.azure === false && tenantOwner !== undefined) {
    const expected = 'no such field for a customer that is not an Azure customer';
    issues.push(issue([...path, 'tenantOwner'], 'contradiction', expected, tenantOwner));
  }
  return { associated, azure };
}

const subscriptionFields: ReadonlySet<string> = new Set<keyof ResellerSubscription>([
  'associated',
  'supportContact',
]);

function readSubscription(
  input: unknown,
  path: Path,
  isTooEarly: boolean,
  issues: Issue[],
): ResellerSubscription | undefined {
  const fields = readFields<keyof ResellerSubscription>(input, subscriptionFields, path, issues);
  if (fields === undefined) return undefined;
  return {
    associated: readGiven(fields, 'associated', path, isTooEarly, issues),
    supportContact: readGiven(fields, 'supportContact', path, isTooEarly, issues),
  };
}

/** Returns whether a reseller was given something, which only a partner can be (RSL-3, RSL-4). */
function readGiven<Name extends string>(
  fields: Fields<Name>,
  name: Name,
  path: Path,
  isTooEarly: boolean,
  issues: Issue[],
): boolean {
  const given = readBoolean(fields[name], [...path, name], issues);
  if (given && isTooEarly) {
    const expected = 'false, because the partnership is not established';
    issues.push(issue([...path, name], 'contradiction', expected, given));
  }
  return given;
}
