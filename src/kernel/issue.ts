/** The codes of issues: every way in which a fact can be malformed. */
export const issueCodes = [
  // shape
  'not-an-object',
  'not-an-array',
  'not-iterable',
  'unreadable',
  'unknown-field',
  'missing-field',
  'wrong-type',
  'empty',
  'too-long',
  'too-deep',
  'unknown-value',
  'unsupported',
  // text
  'malformed-json',
  'malformed-csv',
  'not-utf-8',
  // money
  'malformed-amount',
  'too-many-decimals',
  'too-large',
  'imprecise-number',
  'rounding-object',
  'malformed-rate',
  'unknown-currency',
  'rate-required',
  'rate-not-one',
  'other-currency',
  // days
  'malformed-day',
  'no-such-day',
  'no-offset',
  'year-out-of-range',
  'before-purchase',
  // instants and counts
  'malformed-instant',
  'before-issue',
  'malformed-count',
  // policies
  'fee-unstated',
  'before-first-version',
  'id-taken',
  'contradiction',
  // ledgers
  'conflicts-with-ledger',
  'other-customer',
  'malformed-entry',
  'id-conflict',
  'out-of-order',
  'duplicate',
] as const;

export type IssueCode = (typeof issueCodes)[number];

/** One malformed fact: its path, what was expected and what was received. */
export interface Issue {
  /**
   * Field names (cut after 256 characters) and array positions, from the outside in; empty for the
   * whole input.
   */
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  readonly expected: string;
  /** The value received, shortened, with invisible characters escaped. */
  readonly received: string;
  /** Path, expected and received as one English sentence. */
  readonly message: string;
}

/** Facts in canonical form (parsing them again changes nothing), or every issue found. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const INPUT_ERROR: unique symbol = Symbol.for('partner-rules.InputError');

/** The most issues that the message of an error lists; its `issues` hold all of them. */
const MOST_LISTED = 20;

/** Thrown for malformed facts, and for nothing else. Its `issues` hold all of them. */
export class InputError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const messages = issues.slice(0, MOST_LISTED).map((issue) => issue.message);
    const more = issues.length - messages.length;
    super(messages.join('; ') + (more > 0 ? `; and ${more} more issues` : ''));
    this.name = 'InputError';
    this.issues = issues;
    // The brand's presence is what counts; its value is unused.
    Object.defineProperty(this, INPUT_ERROR, {});
  }
}

/**
 * Checks whether a value is an `InputError`, including one from the other module format or another
 * copy of this package, for which `instanceof` is false.
 *
 * @example
 * isInputError(new InputError([])); //=> true
 * isInputError(new TypeError('no')); //=> false
 */
export function isInputError(error: unknown): error is InputError {
  try {
    return typeof error === 'object' && error !== null && INPUT_ERROR in error;
  } catch {
    return false; // a Proxy whose traps throw
  }
}

/** Returns the value, or throws an {@link InputError} with every issue. */
export function unwrap<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new InputError(parsed.issues);
}

/** Returns what `compute` returns, or the issues of the {@link InputError} that it throws. */
export function attempt<T>(compute: () => T): Parsed<T> {
  try {
    return { ok: true, value: compute() };
  } catch (error) {
    if (!isInputError(error)) throw error;
    return { ok: false, issues: error.issues };
  }
}

type Path = Issue['path'];

/**
 * Creates an issue with its message. `value` can be anything; invisible characters in `expected` are
 * escaped.
 */
export function issue(path: Path, code: IssueCode, expected: string, value: unknown): Issue {
  const wanted = escapeText(expected);
  const received = describe(value);
  return { path, code, expected: wanted, received, message: sentence(path, wanted, received) };
}

/** Returns the same issue with another path. */
export function issueAt(path: Path, { code, expected, received }: Issue): Issue {
  return { path, code, expected, received, message: sentence(path, expected, received) };
}

/** Returns `missing-field` if there is no value, otherwise the given code. */
export function missing(value: unknown, otherwise: IssueCode): IssueCode {
  return value === undefined ? 'missing-field' : otherwise;
}

function sentence(path: Path, expected: string, received: string): string {
  const where = path.length === 0 ? '' : `${pathText(path)}: `;
  return `${where}expected ${expected}, got ${received}`;
}

/** Formats a path for a message: `ledger.entries[2].id`. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (step === '') text += '[""]';
    else text += text === '' ? showText(step) : `.${showText(step)}`;
  }
  return text;
}

/** The most characters of an identifier, and of a field name in a path. */
export const LONGEST_NAME = 256;
const SHOWN = 60;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const HALF_A_CHARACTER = /[\ud800-\udbff]$/;

/** Escapes invisible characters and those that change the direction of text. */
export function escapeText(text: string): string {
  return text.replace(
    INVISIBLE,
    (hidden) => `\\u{${(hidden.codePointAt(0) as number).toString(16)}}`,
  );
}

/** Cuts a text without splitting a surrogate pair. */
export function beginningOf(text: string, length: number): string {
  return text.slice(0, length).replace(HALF_A_CHARACTER, '');
}

/** Returns at most 60 characters of a text, escaped. */
function showText(text: string): string {
  if (text.length <= SHOWN) return escapeText(text);
  return `${escapeText(beginningOf(text, SHOWN))}… (${text.length} characters)`;
}

/** Returns a field's name for the path of an issue, shortened if it is very long. */
export function shortName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  return `${beginningOf(name, SHOWN - 1)}…`;
}

/** Describes a value briefly for an error message. Never throws. */
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
      return Object.is(value, -0) ? '-0' : String(value);
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
