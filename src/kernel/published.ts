import { type Issue, issue } from './issue.ts';
import { type Fields, isGiven, readFields, readWord } from './read.ts';
import { type RecordFields, readDeclared } from './record.ts';

/** A family of published policies, and the fields that each of them has. */
export interface PolicyFamily<Policy extends { readonly id: string }, Id extends string> {
  readonly published: Readonly<Record<Id, Policy>>;
  readonly fields: RecordFields<Policy>;
  /** The fields in which `null` has a meaning of its own. */
  readonly nullable: readonly (keyof Policy)[];
  /** Fields that others imply: they win over those of `basedOn`, but not over given ones. */
  readonly implied?: (given: Fields<keyof Policy & string>) => object;
  /** Reports fields that contradict each other. */
  readonly check?: (policy: Policy, path: Issue['path'], issues: Issue[]) => void;
}

/**
 * Reads a policy: a published name, or an object. With `basedOn`, fields that the object leaves out
 * come from that published version; without it none may be left out. Frozen; the very object of a
 * published version stays as it is. `undefined` where anything is wrong.
 */
export function readPublished<Policy extends { readonly id: string }, Id extends string>(
  family: PolicyFamily<Policy, Id>,
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
): Policy | undefined {
  const { published, fields: record, nullable } = family;
  const before = issues.length;
  const ids = Object.keys(published) as [Id, ...Id[]];
  if (typeof input === 'string') {
    const id = readWord(input, ids, path, issues);
    return issues.length > before ? undefined : published[id];
  }
  const versions: readonly Policy[] = Object.values(published);
  const known = versions.find((policy) => policy === input);
  if (known !== undefined) return known;

  type Name = keyof Policy & string;
  const names = new Set([...record.names, 'basedOn']);
  const given = readFields<Name | 'basedOn'>(input, names, path, issues);
  if (given === undefined) return undefined;
  const { basedOn, ...own } = given as Fields<string>;
  const stated = Object.entries(own).filter(
    ([name, value]) => isGiven(value) || (value === null && nullable.includes(name as Name)),
  );
  const base = isGiven(basedOn)
    ? published[readWord(basedOn, ids, [...path, 'basedOn'], issues)]
    : undefined;
  const fields = {
    ...own,
    ...base,
    ...family.implied?.(given),
    ...Object.fromEntries(stated),
    __proto__: null,
  };
  const policy = Object.freeze(readDeclared(record, fields as Fields<Name>, path, issues));
  family.check?.(policy, path, issues);
  if (issues.length > before) return undefined;

  const taken = versions.find(({ id }) => id === policy.id);
  if (taken !== undefined && JSON.stringify(policy) !== JSON.stringify(taken)) {
    const expected =
      'an id of your own, because the policy differs from the published one with this id';
    issues.push(issue([...path, 'id'], 'id-taken', expected, policy.id));
  }
  return policy;
}
