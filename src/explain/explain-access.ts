import type { AccessDecision } from '../roles/decide-access.ts';
import type { Role } from '../roles/matrix.ts';
import {
  type Explanation,
  explanationOf,
  listText,
  section,
  type Voice,
} from './form/explanation.ts';

/** Explains whether roles allow an action. */
export function explainAccess(answer: AccessDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts, whatIf } = words;
  const { request, allowedRoles } = answer;
  const { roles } = request;
  const action = words.actions[request.action];
  const anyOf = (some: readonly Role[]): string =>
    listText(some, words.roles, words, words.form.oneOf);
  const facts =
    roles.length === 0
      ? steps.noRoles
      : steps.rolesAsked({ roles: listText(roles, words.roles, words) });
  const told = { steps: [section(titles.facts, [facts])], grounds: answer };
  if (!answer.allowed) {
    const verdict =
      roles.length === 0
        ? verdicts.accessWithoutRole({ action })
        : verdicts.accessDenied({ roles: anyOf(roles), action });
    const granting = whatIf.allowedRoles({ roles: listText(allowedRoles, words.roles, words) });
    return explanationOf({ ...told, verdict, whatIf: [granting] }, voice);
  }
  const { grantedBy } = answer;
  const [role, ...others] = grantedBy;
  const isOnlyOne = role !== undefined && others.length === 0;
  return explanationOf(
    {
      ...told,
      verdict: verdicts.access({ roles: anyOf(grantedBy), action }),
      whatIf: isOnlyOne ? [whatIf.onlyRole({ role: words.roles[role] })] : [],
    },
    voice,
  );
}
