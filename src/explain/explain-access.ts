import type { AccessDecision } from '../roles/decide-access.ts';
import type { Role } from '../roles/matrix.ts';
import {
  type Explanation,
  explanationOf,
  guestText,
  ignoredRolesText,
  listText,
  newestText,
  rolesText,
  section,
  type Voice,
} from './form/explanation.ts';
import type { Templates } from './words/templates.ts';

/** Explains whether roles allow an action. */
export function explainAccess(answer: AccessDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps } = words;
  const { request } = answer;
  const facts = [
    rolesText(request.roles, words),
    ...ignoredRolesText(answer.ignoredRoles, voice),
    ...guestText(request.guest, words),
    steps.permissionsOf({ version: answer.version }),
  ];
  return explanationOf(
    {
      verdict: verdictOf(answer, words),
      steps: [section(titles.facts, facts)],
      grounds: answer,
      where: answer.allowed ? request.action : undefined,
      remarks: [
        ...answer.assumed.map((fact) => words.assumed[fact]),
        ...answer.notes.map((note) => words.notes[note]),
      ],
      whatIf: [...whatIfOf(answer, words), ...newestText(answer, answer.newest, words)],
    },
    voice,
  );
}

function verdictOf(answer: AccessDecision, words: Templates): string {
  const { verdicts } = words;
  const { request } = answer;
  const action = words.actions[request.action];
  const anyOf = (some: readonly Role[]): string =>
    listText(some, words.roles, words, words.form.oneOf);
  if (answer.allowed) return verdicts.access({ roles: anyOf(answer.grantedBy), action });
  if (request.roles.length === 0) return verdicts.accessWithoutRole({ action });
  return verdicts.accessDenied({ roles: anyOf(request.roles), action });
}

function whatIfOf(answer: AccessDecision, words: Templates): string[] {
  const { whatIf } = words;
  if (!answer.allowed) {
    // No role, or no role alone, would change it.
    if (answer.allowedRoles.length === 0 || answer.reason === 'guest-of-tenant') return [];
    return [whatIf.allowedRoles({ roles: listText(answer.allowedRoles, words.roles, words) })];
  }
  const [role, ...others] = answer.grantedBy;
  const isOnlyOne = role !== undefined && others.length === 0;
  return isOnlyOne ? [whatIf.onlyRole({ role: words.roles[role] })] : [];
}
