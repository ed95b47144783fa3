import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { type Fields, readArray, readSome } from '../../kernel/read.ts';

/** A value of a body and its path; `undefined` if there is none. */
export interface BodyValue {
  readonly value: unknown;
  readonly path: Issue['path'];
}

export type BodyFields<Name extends string> = { readonly [N in Name]: BodyValue };

/** A whole body. */
export function wholeBody(value: unknown): BodyValue {
  return { value, path: [] };
}

/**
 * Reads some fields of an object that can have others, spelled as in Microsoft's JSON or its .NET
 * library (`id`, `Id`). `null` counts as missing.
 */
export function readBodyFields<Name extends string>(
  { value, path }: BodyValue,
  names: readonly Name[],
  issues: Issue[],
): BodyFields<Name> {
  const fields = readSome<string>(value, path, issues) ?? {};
  return fieldsNamed(names, (name) => {
    const camel = fieldOf(fields, name, path);
    const pascal = fieldOf(fields, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, path);
    if (pascal.value === undefined) return camel;
    if (camel.value === undefined) return pascal;
    issues.push(issue(pascal.path, 'duplicate', `nothing together with ${name}`, pascal.value));
    return camel;
  });
}

/** {@link readBodyFields} for an optional object. */
export function readOptionalBodyFields<Name extends string>(
  stated: BodyValue,
  names: readonly Name[],
  issues: Issue[],
): BodyFields<Name> {
  if (stated.value !== undefined) return readBodyFields(stated, names, issues);
  return fieldsNamed(names, (name) => ({ value: undefined, path: [...stated.path, name] }));
}

/** Reads the elements of an optional array. */
export function readElements({ value, path }: BodyValue, issues: Issue[]): BodyValue[] {
  if (value === undefined) return [];
  return readArray(value, path, issues, (element, at) => ({ value: element, path: at }));
}

/** The only element of an array, or an issue that expects one; nothing where there is none at all. */
export function readOnly(
  array: BodyValue,
  expected: string,
  issues: Issue[],
): BodyValue | undefined {
  const before = issues.length;
  const [first, ...others] = readElements(array, issues);
  if ((first === undefined || others.length > 0) && issues.length === before) {
    const code = missing(array.value, first === undefined ? 'empty' : 'unsupported');
    issues.push(issue(array.path, code, expected, array.value));
  }
  return first;
}

function fieldsNamed<Name extends string>(
  names: readonly Name[],
  read: (name: Name) => BodyValue,
): BodyFields<Name> {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as BodyFields<Name>;
}

function fieldOf(fields: Fields<string>, name: string, path: Issue['path']): BodyValue {
  const value = Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;
  return { value, path: [...path, name] };
}
