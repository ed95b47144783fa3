import { type Issue, issueAt, type Parsed } from '../../kernel/issue.ts';
import type { Fields } from '../../kernel/read.ts';
import { isGiven, readSome, withoutPrototype } from '../../kernel/read.ts';
import type { BodyValue } from '../body/body-fields.ts';

/** Facts that the caller adds to a body. They replace those of the body. */
export type Known<Facts> = { readonly [Name in keyof Facts]?: Facts[Name] | undefined };

/** A fact of a body, in the form that its rule reads. */
export interface StatedFact extends BodyValue {
  /** True if it was made of what stands at its path, below which there is nothing then. */
  readonly isMade?: boolean;
}

/**
 * Stands for a fact that cannot be made until other issues are solved. No rule accepts it; the issue
 * that it makes itself is dropped in favour of the others.
 */
export const NOT_YET: unique symbol = Symbol('not-yet');

export type StatedFacts = { readonly [name: string]: StatedFact | undefined };

/** The facts of the body and of the caller, and where each of them stands. */
export interface Completed {
  readonly facts: { readonly [name: string]: unknown };
  /**
   * Where the fact at a path of `facts` was stated: in the body, or below `knownPath`; `null` for one
   * that is {@link NOT_YET} there.
   */
  readonly placeOf: (path: Issue['path']) => Issue['path'] | null;
}

/** The facts that the caller gives, not yet looked at. */
export function readKnown(
  known: unknown,
  issues: Issue[],
  path: Issue['path'] = KNOWN,
): Fields<string> {
  const fields = Object.entries(readSome<string>(known ?? {}, path, issues) ?? {});
  return withoutPrototype(Object.fromEntries(fields.filter(([, value]) => isGiven(value))));
}

/** The paths of the facts that the caller gives. */
export const KNOWN: readonly ['known'] = ['known'];

/** Adds the facts that the caller gives to those of a body. */
export function completed(stated: StatedFacts, given: object, knownPath: Issue['path']): Completed {
  const ofCaller = Object.entries(given).filter(([, value]) => value !== undefined);
  const callerNames = new Set(ofCaller.map(([name]) => name));
  const ofBody = Object.entries(stated).filter(
    (entry): entry is [string, StatedFact] =>
      entry[1]?.value !== undefined && !callerNames.has(entry[0]),
  );
  const places = new Map(ofBody);
  const facts = Object.fromEntries([
    ...ofBody.map(([name, { value }]) => [name, value]),
    ...ofCaller,
  ]);
  const placeOf = (path: Issue['path']): Issue['path'] | null => {
    const [name, ...rest] = path;
    const place = places.get(String(name));
    if (place === undefined) return [...knownPath, ...path];
    if (place.value === NOT_YET) return null;
    return place.isMade ? place.path : [...place.path, ...rest];
  };
  return { facts, placeOf };
}

/**
 * Merges the facts of a body with those of the caller and reads them. The path of an issue is that of
 * its fact: in the body, or below `known`, which is also the place of missing facts.
 */
export function complete<Facts>(
  stated: StatedFacts,
  known: unknown,
  issues: Issue[],
  read: (facts: object, issues: Issue[]) => Facts | undefined,
): Parsed<Facts> {
  return finish(completed(stated, readKnown(known, issues), KNOWN), issues, read);
}

/** Has completed facts read, and each issue reported where its fact was stated. */
export function finish<Facts>(
  { facts, placeOf }: Completed,
  issues: Issue[],
  read: (facts: object, issues: Issue[]) => Facts | undefined,
): Parsed<Facts> {
  const found: Issue[] = [];
  const value = read(facts, found);
  for (const fault of found) {
    const place = placeOf(fault.path);
    if (place !== null) issues.push(issueAt(place, fault));
  }
  return value === undefined || issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

/** Returns whether the caller gives a fact, so that the one of the body is ignored. */
export function knows(known: unknown, name: string): boolean {
  return readKnown(known, [])[name] !== undefined;
}
