import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { type Fields, readArray, readSome } from '../../kernel/read.ts';

/** A value of a body and its path; `undefined` if there is none. */
export interface Said {
  readonly value: unknown;
  readonly path: Issue['path'];
}

export type SaidFields<Name extends string> = { readonly [N in Name]: Said };

/** A whole body. */
export function wholeBody(value: unknown): Said {
  return { value, path: [] };
}

/**
 * Reads some fields of an object that can have others, spelled as in Microsoft's JSON or its .NET
 * library (`id`, `Id`). `null` counts as missing.
 */
export function readSaid<Name extends string>(
  { value, path }: Said,
  names: readonly Name[],
  issues: Issue[],
): SaidFields<Name> {
  const fields = readSome<string>(value, path, issues) ?? {};
  return saidFields(names, (name) => {
    const camel = fieldOf(fields, name, path);
    const pascal = fieldOf(fields, `${name.charAt(0).toUpperCase()}${name.slice(1)}`, path);
    if (pascal.value === undefined) return camel;
    if (camel.value === undefined) return pascal;
    issues.push(issue(pascal.path, 'duplicate', `nothing together with ${name}`, pascal.value));
    return camel;
  });
}

/** {@link readSaid} for an optional object. */
export function readSaidOptional<Name extends string>(
  said: Said,
  names: readonly Name[],
  issues: Issue[],
): SaidFields<Name> {
  if (said.value !== undefined) return readSaid(said, names, issues);
  return saidFields(names, (name) => ({ value: undefined, path: [...said.path, name] }));
}

/** Reads the elements of an optional array. */
export function readElements({ value, path }: Said, issues: Issue[]): Said[] {
  if (value === undefined) return [];
  return readArray(value, path, issues, (element, at) => ({ value: element, path: at }));
}

/** The only element of an array, or an issue that expects one; nothing where there is none at all. */
export function readOnly(array: Said, expected: string, issues: Issue[]): Said | undefined {
  const before = issues.length;
  const [first, ...others] = readElements(array, issues);
  if ((first === undefined || others.length > 0) && issues.length === before) {
    const code = missing(array.value, first === undefined ? 'empty' : 'unsupported');
    issues.push(issue(array.path, code, expected, array.value));
  }
  return first;
}

function saidFields<Name extends string>(
  names: readonly Name[],
  read: (name: Name) => Said,
): SaidFields<Name> {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as SaidFields<Name>;
}

function fieldOf(fields: Fields<string>, name: string, path: Issue['path']): Said {
  const value = Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;
  return { value, path: [...path, name] };
}
