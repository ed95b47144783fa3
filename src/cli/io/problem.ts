import { beginningOf, escapeText } from '../../kernel/issue.ts';

/** More than any sentence of ours needs, and less than what somebody may have pasted. */
const LONGEST = 1_000;

/** Something that the user can mend, told in one sentence. What is theirs in it can be seen, and ends. */
export class Problem extends Error {
  constructor(sentence: string) {
    const shown = escapeText(sentence);
    super(shown.length > LONGEST ? `${beginningOf(shown, LONGEST)}…` : shown);
  }
}

/** What the system calls an error of its own (`ENOSPC`), or nothing. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
