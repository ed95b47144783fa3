import { versionOn } from '../../kernel/dated-version.ts';
import { type Day, formatDay } from '../../kernel/day.ts';
import { allRoles, type Role } from '../../roles/matrix.ts';
import { rolesAllowed } from '../../roles/roles-allowed.ts';
import { permissionMatrixVersions } from '../../roles/versions.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { SoftwarePolicy } from '../policy/software-policy.ts';

/** The roles that may cancel, and the clauses that name them. */
export interface CancellingRoles {
  readonly roles: readonly Role[];
  readonly clauses: readonly ClauseId[];
}

const byDocument: CancellingRoles = Object.freeze({
  roles: rolesAllowed('software.cancel'),
  clauses: Object.freeze(['SOF-4'] as const),
});

/** SOF-4: an admin agent; ROL-14: under the text of 2023-06, from the day of the later page on, a sales agent too. */
export function cancellingRoles({ document }: SoftwarePolicy, day: Day): CancellingRoles {
  if (document !== 'software-2023-06') return byDocument;
  const matrix = versionOn(permissionMatrixVersions, formatDay(day))?.matrix;
  if (matrix?.['licenses.cancel'].granted['sales-agent'] !== true) return byDocument;
  const roles = allRoles.filter(
    (role) => byDocument.roles.includes(role) || role === 'sales-agent',
  );
  return { roles, clauses: [...byDocument.clauses, 'ROL-14'] };
}
