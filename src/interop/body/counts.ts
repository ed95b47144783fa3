import { type Issue, issue } from '../../kernel/issue.ts';
import { paymentsOf, type Term, terms } from '../../reservations/facts/term.ts';
import type { BodyValue } from './body-fields.ts';

/**
 * The count of the answer, which its amounts follow, or else that of the caller. The rule reports a
 * faulty one, unless the caller has another.
 */
export function readOwn({ value, path }: BodyValue, ofCaller: unknown, issues: Issue[]): unknown {
  if (value === undefined) return ofCaller;
  if (ofCaller !== undefined && !isCount(value)) {
    issues.push(issue(path, 'malformed-count', 'a whole number from 1', value));
  }
  return value;
}

/** The payments of the term: an answer that states another number contradicts it. */
export function readTotal(
  { value, path }: BodyValue,
  term: Term | undefined,
  issues: Issue[],
): number | undefined {
  const ofTerms = term === undefined ? terms.map(paymentsOf) : [paymentsOf(term)];
  if (value === undefined) return term === undefined ? undefined : ofTerms[0];
  if (ofTerms.includes(value as number)) return value as number;
  const expected =
    term === undefined ? `one of ${ofTerms.join(', ')}` : `${ofTerms[0]}, as a term of ${term} has`;
  issues.push(issue(path, 'contradiction', expected, value));
  return undefined;
}

/** Returns whether it is a number of units or payments. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
