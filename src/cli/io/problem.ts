import { beginningOf, escapeText } from '../../kernel/issue.ts';

/** More than any sentence of ours needs, and less than what somebody may have pasted. */
const LONGEST = 1_000;

/** A problem that the user can fix, in one sentence. Text of the user in it is escaped and shortened. */
export class Problem extends Error {
  constructor(sentence: string) {
    const shown = escapeText(sentence);
    super(shown.length > LONGEST ? `${beginningOf(shown, LONGEST)}…` : shown);
  }
}

/** A problem in what is read or written: the run has failed, even if it answered nothing yet. */
export class Failure extends Problem {}

/** Returns the code of a system error (`ENOSPC`), or nothing. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
