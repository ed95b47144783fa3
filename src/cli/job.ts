import type { Output } from './io/output.ts';

/** The rest of a run, once its arguments were checked. Returns the exit status. */
export type Job = (output: Output) => Promise<number>;

export const ANSWERED = 0;
export const SOME_MALFORMED = 1;
export const WRONG_COMMAND = 2;
export const FAILED = 3;
export const REFUSED = 4;
/** Exit status of a program that writes to a closed pipe: 128 + SIGPIPE. */
export const CLOSED_PIPE = 141;
