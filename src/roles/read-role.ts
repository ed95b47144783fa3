import type { Issue } from '../kernel/issue.ts';
import { readArray, readWord } from '../kernel/read.ts';
import { type Action, allActions, allRoles, type Role } from './matrix.ts';

/** Reads one role or an array of them, in any order: each once and in the order of the matrix. */
export function readRoles(input: unknown, issues: Issue[]): Role[] {
  const readRole = (value: unknown, path: Issue['path']): Role =>
    readWord(value, allRoles, path, issues);
  const given =
    typeof input === 'object' && input !== null
      ? readArray(input, ['roles'], issues, readRole)
      : [readRole(input, ['roles'])];
  return allRoles.filter((role) => given.includes(role));
}

export function readAction(input: unknown, issues: Issue[]): Action {
  return readWord(input, allActions, ['action'], issues);
}
