/** Every way in which a fact can be malformed. */
export type IssueCode =
  // shape
  | 'not-an-object'
  | 'not-an-array'
  | 'not-iterable'
  | 'unreadable'
  | 'unknown-field'
  | 'missing-field'
  | 'wrong-type'
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'unknown-value'
  | 'unsupported'
  // text
  | 'malformed-json'
  | 'not-utf-8'
  // money
  | 'malformed-amount'
  | 'too-many-decimals'
  | 'too-large'
  | 'imprecise-number'
  | 'rounding-object'
  | 'malformed-rate'
  | 'unknown-currency'
  | 'rate-required'
  | 'rate-not-one'
  | 'other-currency'
  // days
  | 'malformed-day'
  | 'no-such-day'
  | 'no-offset'
  | 'year-out-of-range'
  | 'before-purchase'
  // instants and counts
  | 'malformed-instant'
  | 'before-issue'
  | 'malformed-count'
  // policies
  | 'fee-unstated'
  | 'before-first-version'
  | 'id-taken'
  | 'contradiction'
  // ledgers
  | 'beside-ledger'
  | 'other-customer'
  | 'malformed-entry'
  | 'id-conflict'
  | 'out-of-order'
  | 'duplicate';

/** One malformed fact: where it stands, what was expected there and what came. */
export interface Issue {
  /** Field names and array positions, from the outside in; empty for the whole input. */
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  readonly expected: string;
  /** What came, shortened and with invisible characters escaped. */
  readonly received: string;
  /** The three above as one English sentence. */
  readonly message: string;
}

/** Facts in canonical form (parsing them again changes nothing), or every issue found. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const INPUT_ERROR: unique symbol = Symbol.for('partner-rules.InputError');

/** How many issues the message of an error tells; its `issues` hold all of them. */
const MOST_TOLD = 20;

/** Thrown for malformed facts, and for nothing else. Its `issues` hold every one of them. */
export class InputError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const told = issues.slice(0, MOST_TOLD).map((issue) => issue.message);
    const more = issues.length - told.length;
    super(told.join('; ') + (more > 0 ? `; and ${more} more issues` : ''));
    this.name = 'InputError';
    this.issues = issues;
    Object.defineProperty(this, INPUT_ERROR, {});
  }
}

/**
 * Tells an `InputError` from any other value, also one that came from the other module format or
 * another copy of this package, where `instanceof` is false.
 */
export function isInputError(error: unknown): error is InputError {
  try {
    return typeof error === 'object' && error !== null && INPUT_ERROR in error;
  } catch {
    return false; // a Proxy that answers nothing
  }
}

/** The value, or an {@link InputError} with every issue. */
export function unwrap<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new InputError(parsed.issues);
}

type Path = Issue['path'];

/**
 * Makes an issue and its sentence. `value` may be anything at all; what `expected` quotes of the
 * caller's is escaped here.
 */
export function issue(path: Path, code: IssueCode, expected: string, value: unknown): Issue {
  const wanted = escapeText(expected);
  const received = describe(value);
  return { path, code, expected: wanted, received, message: sentence(path, wanted, received) };
}

/** The same issue at another place. */
export function issueAt(path: Path, { code, expected, received }: Issue): Issue {
  return { path, code, expected, received, message: sentence(path, expected, received) };
}

function sentence(path: Path, expected: string, received: string): string {
  const where = path.length === 0 ? '' : `${pathText(path)}: `;
  return `${where}expected ${expected}, got ${received}`;
}

/** A path as a sentence names it: `ledger.entries[2].id`. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (step === '') text += '[""]';
    else text += text === '' ? showText(step) : `.${showText(step)}`;
  }
  return text;
}

const NAME_LENGTH = 256;
const SHOWN = 60;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const HALF_A_CHARACTER = /[\ud800-\udbff]$/;

/** A text with what cannot be seen (or turns the line round) escaped. */
export function escapeText(text: string): string {
  return text.replace(
    INVISIBLE,
    (hidden) => `\\u{${(hidden.codePointAt(0) as number).toString(16)}}`,
  );
}

/** At most 60 characters of a text, escaped. */
function showText(text: string): string {
  if (text.length <= SHOWN) return escapeText(text);
  const head = escapeText(text.slice(0, SHOWN).replace(HALF_A_CHARACTER, ''));
  return `${head}… (${text.length} characters)`;
}

/** What came, in words short enough for an error message. Never throws. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty string' : `"${showText(value)}"`;
    case 'undefined':
      return 'nothing';
    case 'bigint':
      // Writing out a giant bigint costs more than its size.
      return value > -(10n ** 40n) && value < 10n ** 40n ? `${value}n` : 'a giant bigint';
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return `a ${typeof value}`;
  }
}

function describeObject(value: object): string {
  try {
    if (Array.isArray(value)) return 'an array';
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date';
    if (value instanceof Number) return 'a boxed Number';
    return 'an object';
  } catch {
    return 'an unreadable object';
  }
}

/** The fields of an input, not yet looked at. */
export type Fields<Name extends string> = { readonly [K in Name]?: unknown };

/**
 * Copies the own fields of an input once, so that no getter is asked twice, and reports the fields
 * that nobody knows. Gives `undefined` where there is no object to read.
 */
export function readFields<Name extends string>(
  input: unknown,
  known: ReadonlySet<string>,
  path: Path,
  issues: Issue[],
): Fields<Name> | undefined {
  let fields: Fields<Name>;
  try {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      issues.push(issue(path, 'not-an-object', 'an object', input));
      return undefined;
    }
    fields = isPolluted() ? Object.assign(Object.create(null), input) : { ...input };
  } catch {
    issues.push(issue(path, 'unreadable', 'an object whose fields can be read', input));
    return undefined;
  }
  for (const name of Object.keys(fields)) {
    if (known.has(name)) continue;
    const near = nearest(name, known);
    const expected = near === undefined ? 'no field of this name' : `the field ${near}`;
    const at = [...path, shortName(name)];
    issues.push(issue(at, 'unknown-field', expected, (fields as Fields<string>)[name]));
  }
  return fields;
}

/** A field's name as it stands in the path of an issue, which repeats none that is endless. */
function shortName(name: string): string {
  if (name.length <= NAME_LENGTH) return name;
  return `${name.slice(0, SHOWN - 1).replace(HALF_A_CHARACTER, '')}…`;
}

/** Whether somebody has put a field on every object, so that a missing one would seem given. */
function isPolluted(): boolean {
  for (const _ in {}) return true;
  return false;
}

/** A longer one is no list of anybody's, but a sparse array with a wrong length. */
const MOST_ELEMENTS = 10_000_000;

/** Reads what may be left out. */
export function readOptional<T>(
  value: unknown,
  path: Path,
  issues: Issue[],
  read: (value: unknown, path: Path, issues: Issue[]) => T,
): T | undefined {
  return value === undefined ? undefined : read(value, path, issues);
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

/** What can be walked through, as it is; where nothing can, nothing and an issue. */
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

/** `missing-field` where nothing came, the given code where something did. */
export function missing(value: unknown, otherwise: IssueCode): IssueCode {
  return value === undefined ? 'missing-field' : otherwise;
}

/** The path of what is known to be well formed: no issue will ever name it. */
export const NOWHERE: readonly [] = [];

/** What a reader gives where it found no text, beside an issue because of which nobody gets to see it. */
export const NO_TEXT: '' = '';

/** An identifier: any text of 1 to 256 characters, taken as it is. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= NAME_LENGTH;
}

export function readName(value: unknown, path: Path, issues: Issue[]): string {
  if (isName(value)) return value;
  const code = value === '' ? 'empty' : typeof value === 'string' ? 'too-long' : 'wrong-type';
  issues.push(issue(path, missing(value, code), `a text of 1 to ${NAME_LENGTH} characters`, value));
  return NO_TEXT;
}

/** {@link readName} for what people read: a text that is not blank. */
export function readText(value: unknown, path: Path, issues: Issue[]): string {
  const text = readName(value, path, issues);
  if (text !== '' && text.trim() === '') {
    issues.push(issue(path, 'empty', 'a text that is not blank', value));
  }
  return text;
}

export function readBoolean(value: unknown, path: Path, issues: Issue[]): boolean {
  if (typeof value === 'boolean') return value;
  issues.push(issue(path, missing(value, 'wrong-type'), 'true or false', value));
  return false;
}

/** A number of things: whole, and not below nothing. */
export function readCount(value: unknown, path: Path, issues: Issue[]): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return (value as number) + 0;
  issues.push(issue(path, missing(value, 'malformed-count'), 'a whole number from 0', value));
  return 0;
}

/** One of a few known words, or an issue that lists them and names the nearest. */
export function readWord<Word extends string>(
  value: unknown,
  words: readonly [Word, ...Word[]],
  path: Path,
  issues: Issue[],
): Word {
  if (words.includes(value as Word)) return value as Word;
  const near = typeof value === 'string' ? nearest(value, words) : undefined;
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  const list = words.length > 8 ? `the ${words.length} known words` : words.join(', ');
  const expected = `one of ${list}${hint}`;
  issues.push(issue(path, missing(value, 'unknown-value'), expected, value));
  return words[0];
}

/**
 * The known word that a misspelt one most likely meant: case aside at most two letters off, and no
 * more than one in four.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(2, Math.floor(word.length / 4)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const substitute = (row[j] as number) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(substitute, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
