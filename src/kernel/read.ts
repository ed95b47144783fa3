import { type Issue, issue, LONGEST_NAME, missing, shortName } from './issue.ts';

type Path = Issue['path'];

/** The fields of an input, not yet checked. */
export type Fields<Name extends string> = { readonly [K in Name]?: unknown };

/**
 * Reads the fields of a record and reports every field that nobody knows and that gives something. A
 * field in another case is also read under its right name, so that it is not reported as missing too.
 * Otherwise as {@link readSome}.
 */
export function readFields<Name extends string>(
  input: unknown,
  known: ReadonlySet<string>,
  path: Path,
  issues: Issue[],
): Fields<Name> | undefined {
  const fields: Record<string, unknown> | undefined = readSome<string>(input, path, issues);
  if (fields === undefined) return undefined;
  for (const name of Object.keys(fields)) {
    if (known.has(name) || fields[name] === undefined) continue;
    const near = nearest(name, known);
    const expected = near === undefined ? 'no such field' : `the field ${near}`;
    issues.push(issue([...path, shortName(name)], 'unknown-field', expected, fields[name]));
    if (near?.toLowerCase() === name.toLowerCase()) fields[near] ??= fields[name];
  }
  return fields as Fields<Name>;
}

/**
 * Copies the fields of a record that may have more of them than its reader needs. A record is a plain
 * object, also of another realm or without a prototype, whose fields are all enumerable. Any other
 * object, such as an instance of a class, could hide a fact: it is an issue, and so is a value that is
 * no object. Both give `undefined`.
 *
 * Each field is read once. The copy has no prototype, so that nothing can come from a polluted
 * `Object.prototype`. Symbols name no facts.
 */
export function readSome<Name extends string>(
  input: unknown,
  path: Path,
  issues: Issue[],
): Fields<Name> | undefined {
  try {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      issues.push(issue(path, 'not-an-object', 'an object', input));
      return undefined;
    }
    if (!isPlain(input)) {
      issues.push(issue(path, 'not-an-object', 'a plain object, not one of a class', input));
      return undefined;
    }
    const fields = { ...input, __proto__: null };
    const names = Object.getOwnPropertyNames(input);
    if (names.length === Object.keys(fields).length) return fields as Fields<Name>;
    for (const name of names) {
      if (isOwn(fields, name)) continue;
      issues.push(
        issue([...path, shortName(name)], 'unreadable', 'an enumerable field', undefined),
      );
    }
    return fields as Fields<Name>;
  } catch {
    issues.push(issue(path, 'unreadable', 'an object whose fields can be read', input));
    return undefined;
  }
}

/** `Object.hasOwn`, which hosts of 2020 do not have. */
export function isOwn(record: object, name: PropertyKey): boolean {
  return Object.getOwnPropertyDescriptor(record, name) !== undefined;
}

function isPlain(input: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(input);
  if (prototype === Object.prototype || prototype === null) return true;
  // That of another realm ends its chain too, and has the methods of every object.
  return Object.getPrototypeOf(prototype) === null && isOwn(prototype, 'hasOwnProperty');
}

/** A longer one is no list of anybody's, but a sparse array with a wrong length. */
const MOST_ELEMENTS = 10_000_000;

/** Reads the fields of a record that may be left out; none of them is given then. */
export function readOptionalFields<Name extends string>(
  input: unknown,
  known: ReadonlySet<string>,
  path: Path,
  issues: Issue[],
): Fields<Name> {
  return (isGiven(input) ? readFields<Name>(input, known, path, issues) : undefined) ?? noFields;
}

/** Without a prototype, as one could be polluted. */
const noFields: Fields<never> = Object.freeze(Object.create(null));

/** Returns whether an optional fact is given. Like `undefined`, `null` gives nothing. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Reads a fact that may be left out. */
export function readOptional<T>(
  value: unknown,
  path: Path,
  issues: Issue[],
  read: (value: unknown, path: Path, issues: Issue[]) => T,
): T | undefined {
  return isGiven(value) ? read(value, path, issues) : undefined;
}

/** Returns an optional field of a canonical record, never one of a polluted `Object.prototype`. */
export function ownField<T extends object, Name extends keyof T>(
  record: T,
  name: Name,
): T[Name] | undefined {
  return isOwn(record, name) ? record[name] : undefined;
}

type Mutable<T> = T extends unknown ? { -readonly [K in keyof T]: T[K] } : never;

const Bare: new () => object = /* @__PURE__ */ (() => {
  class Bare {}
  Object.setPrototypeOf(Bare.prototype, null);
  return Bare;
})();

/**
 * Returns a record that inherits nothing from `Object.prototype`, so that nothing put there can be read from it or
 * hinder an assignment. Engines keep it fast; what `Object.create(null)` returns is 20 times as slow to copy.
 */
export function emptyRecord<T>(): Partial<Mutable<T>> {
  return new Bare() as Partial<Mutable<T>>;
}

/** Returns both records in one. `{ ...first, ...second }` gives the same, ten times as slowly. */
export function merged<A extends object, B extends object>(first: A, second: B): A & B {
  return { ...(Object.assign(new Bare(), first, second) as A & B) };
}

/** Returns a copy that inherits nothing: a missing field stays missing if `Object.prototype` is polluted. */
export function withoutPrototype<T extends object>(record: T): T {
  return Object.assign(emptyRecord<T>(), record) as T;
}

/** {@link withoutPrototype} for a JSON value and all within it. Functions read the copy as any other record. */
export function deepWithoutPrototype<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(deepWithoutPrototype) as T;
  const fields = Object.entries(value).map(([name, field]) => [name, deepWithoutPrototype(field)]);
  return Object.assign(Object.create(null), Object.fromEntries(fields));
}

/** Returns the fields that have a value. */
export function onlyGiven<T extends object>(
  fields: T,
): { readonly [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as never;
}

/** Reads every element of an array, or reports that there is none. */
export function readArray<T>(
  input: unknown,
  path: Path,
  issues: Issue[],
  read: (element: unknown, path: Path) => T,
): T[] {
  let elements: unknown[];
  try {
    if (!Array.isArray(input)) {
      issues.push(issue(path, missing(input, 'not-an-array'), 'an array', input));
      return [];
    }
    if (input.length > MOST_ELEMENTS) {
      const expected = `an array of at most ${MOST_ELEMENTS} elements`;
      issues.push(issue(path, 'too-long', expected, input));
      return [];
    }
    // By position: an array may have been given an iterator that never ends.
    elements = Array.from({ length: input.length }, (_, position): unknown => input[position]);
  } catch {
    issues.push(issue(path, 'unreadable', 'an array whose elements can be read', input));
    return [];
  }
  return elements.map((element, position) => read(element, [...path, position]));
}

/** Returns an iterable input as it is; adds an issue if it is none. */
export function readIterable(input: unknown, path: Path, issues: Issue[]): Iterable<unknown> {
  try {
    // A string can be walked through too, but never holds what is looked for.
    const iterable = input as Iterable<unknown>;
    if (typeof input === 'object' && typeof iterable[Symbol.iterator] === 'function') {
      return iterable;
    }
  } catch {
    // null, or a Proxy that answers nothing
  }
  issues.push(issue(path, 'not-iterable', 'an array or another iterable', input));
  return [];
}

/** The path of a whole value that is known to be well formed, so that no issue names it. */
export const ROOT_PATH: readonly [] = [];

/** A reader's result if it found no text. It always comes with an issue, so no caller sees it. */
export const UNREADABLE_TEXT: '' = '';

/** Returns whether a value is an identifier: any text of 1 to 256 characters. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME;
}

/** Reads an identifier, unchanged. */
export function readName(value: unknown, path: Path, issues: Issue[]): string {
  if (isName(value)) return value;
  const code = value === '' ? 'empty' : typeof value === 'string' ? 'too-long' : 'wrong-type';
  issues.push(
    issue(path, missing(value, code), `a text of 1 to ${LONGEST_NAME} characters`, value),
  );
  return UNREADABLE_TEXT;
}

/** Like {@link readName}, but the text must not be blank. */
export function readText(value: unknown, path: Path, issues: Issue[]): string {
  const text = readName(value, path, issues);
  if (text !== UNREADABLE_TEXT && text.trim() === '') {
    issues.push(issue(path, 'empty', 'a text that is not blank', value));
  }
  return text;
}

export function readBoolean(value: unknown, path: Path, issues: Issue[]): boolean {
  if (typeof value === 'boolean') return value;
  issues.push(issue(path, missing(value, 'wrong-type'), 'true or false', value));
  return false;
}

/** Reads a count: a whole number of at least 0. */
export function readCount(value: unknown, path: Path, issues: Issue[]): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return (value as number) + 0;
  issues.push(issue(path, missing(value, 'malformed-count'), 'a whole number from 0', value));
  return 0;
}

/** Reads a count of at least 1. */
export function readCountFromOne(value: unknown, path: Path, issues: Issue[]): number {
  if (Number.isSafeInteger(value) && (value as number) >= 1) return value as number;
  issues.push(issue(path, missing(value, 'malformed-count'), 'a whole number from 1', value));
  return 1;
}

const MOST_LISTED = 8;
const NEAREST_LISTED = 5;

/** Reads one of some known words, or adds an issue that lists them, or of many the nearest five. */
export function readWord<Word extends string>(
  value: unknown,
  words: readonly [Word, ...Word[]],
  path: Path,
  issues: Issue[],
): Word {
  if (words.includes(value as Word)) return value as Word;
  const word = typeof value === 'string' ? value : UNREADABLE_TEXT;
  const near = nearest(word, words);
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  const list =
    words.length > MOST_LISTED
      ? `the ${words.length} known words, such as ${nearestFew(word, words).join(', ')}`
      : words.join(', ');
  const expected = `one of ${list}${hint}`;
  issues.push(issue(path, missing(value, 'unknown-value'), expected, value));
  return words[0];
}

const MOST_LETTERS_OFF = 2;

/**
 * Finds the known word that a misspelt one most likely meant: ignoring case, at most two letters
 * differ, and at most one in four.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(MOST_LETTERS_OFF, Math.floor(word.length / 4)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > MOST_LETTERS_OFF) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Comparing more of a text with every word would cost more than it says. */
const MOST_COMPARED = 64;

function nearestFew(word: string, words: readonly string[]): string[] {
  const start = word.slice(0, MOST_COMPARED).toLowerCase();
  const distance = (known: string): number => editDistance(start, known.toLowerCase());
  return [...words].sort((a, b) => distance(a) - distance(b)).slice(0, NEAREST_LISTED);
}

function editDistance(a: string, b: string): number {
  const letters = b.split('');
  let row = [0, ...letters.map((_, column) => column + 1)];
  for (const unit of a.split('')) {
    const next = [(row[0] as number) + 1];
    for (const [column, letter] of letters.entries()) {
      const substitute = (row[column] as number) + (unit === letter ? 0 : 1);
      const without = Math.min(row[column + 1] as number, next[column] as number) + 1;
      next.push(Math.min(substitute, without));
    }
    row = next;
  }
  return row[letters.length] as number;
}
