import { parseRole, type Role } from '../../roles/index.ts';

/** Roles in any spelling, by their ids; what names none is left for the rule to report. */
export function rolesIn(given: unknown): readonly Role[] {
  return (Array.isArray(given) ? given.map(roleIn) : roleIn(given)) as readonly Role[];
}

function roleIn(given: unknown): unknown {
  const parsed = parseRole(given);
  return parsed.ok ? parsed.value : given;
}
