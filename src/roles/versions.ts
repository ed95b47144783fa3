import { versionAt } from '../kernel/dated-version.ts';
import type { DayInput } from '../kernel/day.ts';
import {
  disagreeingRows,
  laterRows,
  type PermissionMatrix,
  type PermissionRows,
  permissionMatrix,
} from './matrix.ts';

/** The published versions of the permissions, from oldest to newest. */
export type PermissionMatrixId = 'roles-2020-08' | keyof typeof laterRows;

/** A published version of the permissions. */
export interface PermissionMatrixVersion {
  readonly id: PermissionMatrixId;
  /** The date of the page that begins it, as `YYYY-MM-DD` (UTC). */
  readonly from: string;
  /** The day from which the next version applies; `null` for the newest. */
  readonly until: string | null;
  /** The day on which it was last compared with the sources. */
  readonly lastVerified: string;
  readonly matrix: PermissionMatrix;
  /** The rows of other pages of the same time that disagree with the matrix. */
  readonly disagreeing: PermissionRows;
}

const lastVerified = '2026-11-29';

const first: PermissionMatrixVersion = Object.freeze({
  id: 'roles-2020-08',
  from: '2020-08-06',
  until: '2022-11-22',
  lastVerified,
  matrix: permissionMatrix,
  disagreeing: disagreeingRows,
});

/** The version that follows another, with the rows of its page. */
function next(
  before: PermissionMatrixVersion,
  id: keyof typeof laterRows,
  until: string | null,
): PermissionMatrixVersion {
  const rows = laterRows[id];
  const kept = Object.entries(before.disagreeing).filter(([action]) => !(action in rows));
  return Object.freeze({
    id,
    from: before.until as string,
    until,
    lastVerified,
    matrix: Object.freeze({ ...before.matrix, ...rows }),
    disagreeing: Object.freeze(Object.fromEntries(kept)),
  });
}

const november2022 = next(first, 'roles-2022-11', '2023-07-27');
const july2023 = next(november2022, 'roles-2023-07', '2023-08-23');
const august2023 = next(july2023, 'roles-2023-08', '2023-09-15');
const september2023 = next(august2023, 'roles-2023-09', null);

/** The version that applies if no day is given: that of the five documents (R-WHICH). */
export const defaultMatrix: PermissionMatrixVersion = first;

/** The newest published version. */
export const newestMatrix: PermissionMatrixVersion = september2023;

/**
 * The published versions of the permissions, in the order of their dates. Each page replaces the rows
 * that it names; the rest stays as it was.
 *
 * Clauses: ROL-1 to ROL-9 (the five documents), ROL-12 to ROL-16 (later pages).
 *
 * @example
 * permissionMatrixVersions.map(({ id, from }) => `${id} ${from}`);
 */
export const permissionMatrixVersions: readonly PermissionMatrixVersion[] = Object.freeze([
  first,
  november2022,
  july2023,
  august2023,
  september2023,
]);

/**
 * Returns the newest version of the permissions on a day.
 *
 * @throws InputError if the day is malformed, or before the newest of the five documents (2020-08-06).
 *
 * Clauses: ROL-1 to ROL-9 (the five documents), ROL-12 to ROL-16 (later pages).
 *
 * @example
 * permissionMatrixAt('2023-08-22').matrix['reservations.buy'].granted['sales-agent']; //=> false
 * permissionMatrixAt('2023-08-23').matrix['reservations.buy'].granted['sales-agent']; //=> true
 */
export function permissionMatrixAt(day: DayInput): PermissionMatrixVersion {
  return versionAt(permissionMatrixVersions, 'the newest of the five documents was dated', day);
}
