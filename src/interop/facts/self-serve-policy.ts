import type { CustomerPermission, CustomerProduct } from '../../customers/customer-tasks.ts';
import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { readArray, readName } from '../../kernel/read.ts';
import { type BodyFields, type BodyValue, readBodyFields } from '../body/body-fields.ts';
import { readKnown } from './known-facts.ts';

/** A self-serve policy's answer: if its customer may buy the product, and which customer. */
export interface PolicyFacts {
  readonly permission: CustomerPermission;
  readonly customer: BodyValue;
}

/** The fields of a Partner Center self-serve policy that are read. */
export const policyFields: readonly ['selfServeEntity', 'grantor', 'permissions'] = [
  'selfServeEntity',
  'grantor',
  'permissions',
];

/** The vendor's word for what a permission lets customers buy. */
const resourceOf: { readonly [P in CustomerProduct]: string } = {
  reservation: 'AzureReservedInstances',
  'savings-plan': 'AzureSavingsPlan',
};

/** The product that the caller asks about: a reservation unless it is a savings plan. */
export function productIn(known: unknown): CustomerProduct {
  return readKnown(known, [])['product'] === 'savings-plan' ? 'savings-plan' : 'reservation';
}

/** Reads a self-serve policy. */
export function readPolicy(
  { selfServeEntity, grantor, permissions }: BodyFields<(typeof policyFields)[number]>,
  product: CustomerProduct,
  issues: Issue[],
): PolicyFacts {
  const entity = readBodyFields(selfServeEntity, ['selfServeEntityType', 'tenantID'], issues);
  const { grantorType } = readBodyFields(grantor, ['grantorType'], issues);
  readVendorWord(entity.selfServeEntityType, ['customer'], issues);
  readName(entity.tenantID.value, entity.tenantID.path, issues);
  readVendorWord(grantorType, ['billToPartner'], issues);
  const granted = readArray(permissions.value, permissions.path, issues, (value, path) => {
    const { resource, action } = readBodyFields({ value, path }, ['resource', 'action'], issues);
    readVendorWord(action, ['Purchase'], issues);
    return readVendorWord(resource, ['AzureReservedInstances', 'AzureSavingsPlan'], issues);
  });
  const permission = granted.some((one) => one === resourceOf[product]) ? 'on' : 'off';
  return { permission, customer: entity.tenantID };
}

/** One of the vendor's words, which its documents and its bodies write in more than one case. */
function readVendorWord<Word extends string>(
  { value, path }: BodyValue,
  words: readonly [Word, ...Word[]],
  issues: Issue[],
): Word | undefined {
  const word = words.find((known) => isSameWord(known, value));
  if (word === undefined) {
    const expected = words.length === 1 ? words[0] : `one of ${words.join(', ')}`;
    issues.push(issue(path, missing(value, 'unknown-value'), expected, value));
  }
  return word;
}

/** Returns whether a value is a text that differs from another in its case at most. */
export function isSameWord(word: string, value: unknown): boolean {
  return typeof value === 'string' && value.toLowerCase() === word.toLowerCase();
}
