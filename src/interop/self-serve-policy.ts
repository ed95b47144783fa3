import type { CustomerPermission } from '../customers/terms.ts';
import { type Issue, issue, missing } from '../kernel/issue.ts';
import { NO_TEXT, readArray, readName } from '../kernel/parse.ts';
import { readSaid, type Said } from './said.ts';

/** Whether a self-serve policy lets its customer buy reservations, and who that is. */
export interface PolicyFacts {
  readonly permission: CustomerPermission;
  readonly customer: Said;
}

/** Reads a self-serve policy of the Partner Center API. */
export function readPolicy(policy: Said, issues: Issue[]): PolicyFacts {
  const { selfServeEntity, grantor, permissions } = readSaid(
    policy,
    ['selfServeEntity', 'grantor', 'permissions'],
    issues,
  );
  const entity = readSaid(selfServeEntity, ['selfServeEntityType', 'tenantID'], issues);
  const { grantorType } = readSaid(grantor, ['grantorType'], issues);
  readVendorWord(entity.selfServeEntityType, ['customer'], issues);
  readName(entity.tenantID.value, entity.tenantID.path, issues);
  readVendorWord(grantorType, ['billToPartner'], issues);
  const granted = readArray(permissions.value, permissions.path, issues, (value, path) => {
    const { resource, action } = readSaid({ value, path }, ['resource', 'action'], issues);
    readVendorWord(action, ['Purchase'], issues);
    return readVendorWord(resource, ['AzureReservedInstances', 'AzureSavingsPlan'], issues);
  });
  const permission = granted.includes('AzureReservedInstances') ? 'on' : 'off';
  return { permission, customer: entity.tenantID };
}

/** One of the vendor's words, which its documents and its bodies write in more than one case. */
function readVendorWord<Word extends string>(
  { value, path }: Said,
  words: readonly Word[],
  issues: Issue[],
): Word | undefined {
  const text = typeof value === 'string' ? value.toLowerCase() : NO_TEXT;
  const word = words.find((known) => known.toLowerCase() === text);
  if (word === undefined) {
    const expected = words.length === 1 ? words[0] : `one of ${words.join(', ')}`;
    issues.push(issue(path, missing(value, 'unknown-value'), String(expected), value));
  }
  return word;
}
