/** Something that the user can mend, told in one sentence. */
export class Problem extends Error {}

/** What the system calls an error of its own (`ENOSPC`), or nothing. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
