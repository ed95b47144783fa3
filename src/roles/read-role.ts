import type { Issue } from '../kernel/issue.ts';
import { readArray, readWord } from '../kernel/read.ts';
import { type Action, allActions, allRoles, type Role } from './matrix.ts';

/** Reads one role or an array of them, in any order: each once and in the order of the matrix. */
export function readRoles(input: unknown, path: Issue['path'], issues: Issue[]): Role[] {
  const readRole = (value: unknown, at: Issue['path']): Role =>
    readWord(value, allRoles, at, issues);
  const given =
    typeof input === 'object' && input !== null
      ? readArray(input, path, issues, readRole)
      : [readRole(input, path)];
  return allRoles.filter((role) => given.includes(role));
}

export function readAction(input: unknown, issues: Issue[]): Action {
  return readWord(input, allActions, ['action'], issues);
}
