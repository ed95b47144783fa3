import { type DatedVersion, readVersionOn } from '../kernel/dated-version.ts';
import type { DayInput } from '../kernel/day.ts';
import { type Issue, issue, missing } from '../kernel/issue.ts';
import {
  nearest,
  ROOT_PATH,
  readArray,
  readBoolean,
  readName,
  readOptional,
  readOptionalFields,
} from '../kernel/read.ts';
import type { GivenAnswer } from '../kernel/recompute.ts';
import { type Action, allActions, allRoles, type Role } from './matrix.ts';
import { expectedRole, findRole, type RoleInput } from './parse-role.ts';
import { type PermissionMatrixVersion, permissionMatrixVersions } from './versions.ts';

type Path = Issue['path'];

/** The roles of a list, and what else it held. */
export interface RoleList {
  /** Each role once, in the order of the matrix. */
  readonly roles: readonly Role[];
  /** The names that are no role here, each once, as they were given. */
  readonly ignoredRoles: readonly string[];
}

/**
 * Reads the id of one role, or a list of names in any spelling. A list may also hold names that no
 * rule knows, but not only such names.
 */
export function readRoleList(input: unknown, path: Path, issues: Issue[]): RoleList {
  if (typeof input !== 'object' || input === null) {
    if (allRoles.includes(input as Role)) return { roles: [input as Role], ignoredRoles: [] };
    issues.push(issue(path, missing(input, 'unknown-value'), expectedRole(input), input));
    return { roles: [], ignoredRoles: [] };
  }
  const before = issues.length;
  const names = readArray(input, path, issues, (name, at) => readName(name, at, issues));
  const ignored = names.filter((name) => findRole(name) === undefined);
  if (names.length > 0 && ignored.length === names.length && issues.length === before) {
    for (const [position, name] of names.entries()) {
      issues.push(issue([...path, position], 'unknown-value', expectedRole(name), name));
    }
  }
  return { roles: inOrder(names.map(findRole)), ignoredRoles: [...new Set(ignored)] };
}

/** The roles of an answer with the names that it ignored, as they were asked for. */
export function withIgnored(roles: readonly Role[], given: GivenAnswer): readonly RoleInput[] {
  const unreadable: Issue[] = [];
  const read = (list: unknown): RoleInput[] =>
    readArray(list, ROOT_PATH, unreadable, (name) => name as RoleInput);
  const names = [...read(roles), ...read(given['ignoredRoles'])];
  // The rule reports what is wrong with the roles; the comparison, with the ignored ones.
  return unreadable.length > 0 ? roles : names;
}

function inOrder(given: readonly (Role | undefined)[]): Role[] {
  return allRoles.filter((role) => given.includes(role));
}

export function readAction(input: unknown, issues: Issue[]): Action {
  if (allActions.includes(input as Action)) return input as Action;
  const near = typeof input === 'string' ? nearest(input, allActions) : undefined;
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  const expected = `one of the actions ${allActions.join(', ')}${hint}`;
  issues.push(issue(['action'], missing(input, 'unknown-value'), expected, input));
  return allActions[0];
}

/** The day of the permissions, and whether the user is a guest. */
export interface AccessOptions {
  /** If no day is given, the five documents apply and `assumed` has `asOf`. */
  readonly asOf?: DayInput | undefined;
  /** True if the user is a guest of the customer's tenant. Default: `false`. */
  readonly guest?: boolean | undefined;
}

const optionNames: ReadonlySet<string> = new Set<keyof AccessOptions>(['asOf', 'guest']);

/** The options of a question in canonical form. */
export interface ReadAccessOptions {
  /** The day and its version; `undefined` if no day was given. */
  readonly dated: DatedVersion<PermissionMatrixVersion> | undefined;
  readonly guest: boolean | undefined;
}

export function readAccessOptions(options: unknown, issues: Issue[]): ReadAccessOptions {
  const path = ['options'];
  const given = readOptionalFields<keyof AccessOptions>(options, optionNames, path, issues);
  return {
    dated: readOptional(given.asOf, [...path, 'asOf'], issues, readAsOf),
    guest: readOptional(given.guest, [...path, 'guest'], issues, readBoolean),
  };
}

function readAsOf(
  asOf: unknown,
  path: Path,
  issues: Issue[],
): DatedVersion<PermissionMatrixVersion> | undefined {
  const first = 'the newest of the five documents was dated';
  return readVersionOn(permissionMatrixVersions, first, asOf, path, issues);
}
