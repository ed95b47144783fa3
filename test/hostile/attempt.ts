import { Problem } from '../../src/cli/io/problem.ts';
import { type Issue, isInputError } from '../../src/index.ts';
import { type Hostile, kinds } from './kinds.ts';
import type { Reader, Refusal } from './reader.ts';
import { type Place, placesIn, replaced, validOf } from './template.ts';

/** How much is tried of each reader, at least. */
export const LEAST = 1_000;
/** How much is tried where it has to be quick. */
export const SOME = 500;
/** Of all, how much is junk at least. */
const LEAST_JUNK = 300;

export interface Tried {
  readonly name: string;
  readonly byKind: Readonly<Record<string, number>>;
  readonly inputs: number;
  readonly faults: readonly string[];
}

/** Gives a reader everything hostile at every place of its arguments, or 500 of it. */
export function tryReader(reader: Reader, how: 'all' | 'some' = 'all'): Tried {
  const valid = validOf(reader.args);
  const byKind: Record<string, number> = {};
  const faults: string[] = [];
  const all = inputsOf(reader);
  const inputs = how === 'all' ? all : some(all);
  for (const { kind, path, hostile } of inputs) {
    const [what, value] = hostile;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    const fault = faultOf(reader, replaced(valid, path, value) as unknown[]);
    if (fault !== undefined) faults.push(`${path.join('.')}: ${what} (${kind}): ${fault}`);
  }
  return { name: reader.name, byKind, inputs: inputs.length, faults };
}

interface Input {
  readonly kind: string;
  readonly path: Place['path'];
  readonly hostile: Hostile;
}

function inputsOf(reader: Reader): Input[] {
  const places = placesIn(reader.args);
  const { junk = () => [], ...others } = kinds;
  const inputs: Input[] = [];
  for (const [kind, hostiles] of Object.entries(others)) {
    for (const place of places) {
      for (const hostile of hostiles(place)) {
        if (reaches(reader, hostile[1])) inputs.push({ kind, path: place.path, hostile });
      }
    }
  }
  const wanted = Math.max(LEAST_JUNK, LEAST - inputs.length);
  const share = Math.ceil(wanted / places.length);
  for (const place of places) {
    let taken = 0;
    for (const hostile of junk(place)) {
      if (taken === share) break;
      if (!reaches(reader, hostile[1])) continue;
      inputs.push({ kind: 'junk', path: place.path, hostile });
      taken += 1;
    }
  }
  return inputs;
}

/** So many of all, evenly. */
function some<T>(all: readonly T[]): T[] {
  return all.filter(
    (_, at) => Math.floor((at * SOME) / all.length) !== Math.floor(((at - 1) * SOME) / all.length),
  );
}

function reaches({ only }: Reader, value: unknown): boolean {
  if (only === undefined) return true;
  if (only === 'text') return typeof value === 'string';
  // The functions are given the others themselves; writing them as JSON takes longer than reading them.
  const isGiant = typeof value === 'string' && value.length > 100_000;
  return isGiant ? value.startsWith('a') : isJson(value, 100);
}

/** Whether JSON can hold it, as it is. */
function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
    const parts = Object.values(value);
    if (Array.isArray(value) && parts.length !== value.length) return false;
    if (Reflect.get(value, 'toJSON') !== undefined) return false;
    return parts.every((part) => isJson(part, depth - 1));
  } catch {
    return false;
  }
}

/** What is wrong with how a reader takes arguments that it should refuse; nothing where it refuses. */
export function faultOf({ read, refusal }: Reader, args: readonly unknown[]): string | undefined {
  let answer: unknown;
  try {
    answer = read(...(args as never[]));
  } catch (error) {
    return faultOfThrown(error, refusal);
  }
  switch (refusal) {
    case 'InputError':
      return 'accepted';
    case 'undefined':
      return answer === undefined ? undefined : 'accepted';
    case 'false':
      return answer === false ? undefined : 'accepted';
    case 'standard':
      return 'value' in (answer as object) ? 'accepted' : faultOfIssues(issuesIn(answer));
    default:
      return (answer as { ok: boolean }).ok ? 'accepted' : faultOfIssues(issuesIn(answer));
  }
}

function issuesIn(answer: unknown): readonly Issue[] {
  return (answer as { issues: readonly Issue[] }).issues;
}

function faultOfThrown(error: unknown, refusal: Refusal): string | undefined {
  if (refusal === 'InputError' && isInputError(error)) {
    return faultOfText('its message', error.message, 40_000) ?? faultOfIssues(error.issues);
  }
  if (refusal === 'problem' && error instanceof Problem) {
    return faultOfText('its message', error.message, 2_000);
  }
  return `threw ${String(error).slice(0, 200)}`;
}

function faultOfIssues(issues: readonly Issue[]): string | undefined {
  if (issues.length === 0) return 'no issues';
  for (const { path, code, expected, received, message } of issues) {
    if (code.length === 0) return 'an issue without a code';
    if (path.length > 20) return 'a long path';
    const fault =
      path.map((step) => faultOfText('its path', String(step), 300, isAnyText)).find(Boolean) ??
      faultOfText('what was expected', expected, 1_000) ??
      faultOfText('what was received', received, 1_000) ??
      faultOfText('its message', message, 3_000);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const isAnyText = () => true;
const isReadable = (text: string): boolean => text !== '' && !UNSEEN.test(text);

function faultOfText(
  what: string,
  text: string,
  most: number,
  isGood: (text: string) => boolean = isReadable,
): string | undefined {
  if (text.length > most) return `${what} has ${text.length} characters`;
  return isGood(text) ? undefined : `${what} cannot be read: ${JSON.stringify(text.slice(0, 100))}`;
}
