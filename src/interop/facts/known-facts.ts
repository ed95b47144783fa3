import { type Issue, issueAt, type Parsed } from '../../kernel/issue.ts';
import { NOWHERE } from '../../kernel/read.ts';
import { readSome, type Said } from '../body/body-fields.ts';

/** Facts that the caller adds to a body. They replace those of the body. */
export type Known<Facts> = { readonly [Name in keyof Facts]?: Facts[Name] | undefined };

/** A fact of a body, in the form that its rule reads. */
export interface SaidFact extends Said {
  /** Whether it was made of what stands at its path, below which there is nothing then. */
  readonly isMade?: boolean;
}

/**
 * Merges the facts of a body with those of the caller and reads them. The path of an issue is that of
 * its fact: in the body, or below `known`, which is also the place of missing facts.
 */
export function complete<Facts>(
  said: { readonly [name: string]: SaidFact | undefined },
  known: unknown,
  issues: Issue[],
  read: (facts: object, issues: Issue[]) => Facts | undefined,
): Parsed<Facts> {
  const given = known === undefined ? {} : readSome(known, ['known'], issues);
  const ofCaller = Object.entries(given).filter(([, value]) => value !== undefined);
  const callerNames = new Set(ofCaller.map(([name]) => name));
  const ofBody = Object.entries(said).filter(
    (entry): entry is [string, SaidFact] =>
      entry[1]?.value !== undefined && !callerNames.has(entry[0]),
  );
  const places = new Map(ofBody);
  const facts = Object.fromEntries([
    ...ofBody.map(([name, { value }]) => [name, value]),
    ...ofCaller,
  ]);

  const found: Issue[] = [];
  const value = read(facts, found);
  for (const fault of found) {
    const [name, ...rest] = fault.path;
    const { path, isMade } = places.get(String(name)) ?? { path: ['known', String(name)] };
    issues.push(issueAt(isMade ? path : [...path, ...rest], fault));
  }
  return value === undefined || issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

/** Whether the caller gives a fact, so that the one of the body is ignored. */
export function knows(known: unknown, name: string): boolean {
  return readSome(known ?? {}, NOWHERE, [])[name] !== undefined;
}
