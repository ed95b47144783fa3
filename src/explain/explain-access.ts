import { NOWHERE } from '../kernel/read.ts';
import { decideAccess } from '../roles/decide-access.ts';
import type { Action, Role } from '../roles/matrix.ts';
import { askAgain, checkAnswer, type Explainer } from './form/answer-fields.ts';
import { explanationOf, listText, section } from './form/explanation.ts';

/** Explains whether roles allow an action. */
export const explainAccess: Explainer = (fields, voice, issues) => {
  const asked = askAgain(
    () => decideAccess(fields['roles'] as readonly Role[], fields['action'] as Action),
    NOWHERE,
    issues,
  );
  const answer = asked && checkAnswer(fields, asked, issues);
  if (answer === undefined) return undefined;

  const { words } = voice;
  const { titles, steps, verdicts, whatIf } = words;
  const { roles, allowedRoles } = answer;
  const action = words.actions[answer.action];
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
};
