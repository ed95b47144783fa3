import {
  decidePermissionChange,
  type PermissionChangeDecision,
} from '../../customers/decide-permission-change.ts';
import {
  type Explanation,
  explanationOf,
  ignoredRolesText,
  listText,
  reasonsText,
  rolesText,
  section,
  turningText,
  type Voice,
} from '../form/explanation.ts';
import type { Templates } from '../words/templates.ts';
import { effectTexts } from './explain-customer-purchase.ts';

/** Explains whether a customer's permission to buy can be turned on or off. */
export function explainPermissionChange(
  answer: PermissionChangeDecision,
  voice: Voice,
): Explanation {
  const { words } = voice;
  const { titles, steps, permissions } = words;
  const { roles, current, wanted, asOf } = answer.request;
  const product = words.products[answer.request.product ?? 'reservation'];
  const facts = [
    ...(answer.request.product === undefined ? [] : [steps.boughtProduct({ product })]),
    steps.wanted({ current: permissions[current], wanted: permissions[wanted] }),
    rolesText(roles, words),
    ...ignoredRolesText(answer.ignoredRoles, voice),
    ...(asOf === undefined ? [] : [steps.onDay({ day: asOf })]),
  ];
  const log =
    answer.activity === null ? steps.noActivity : steps.activity({ entry: answer.activity });
  return explanationOf(
    {
      verdict: verdictOf(answer, words),
      steps: [
        section(titles.facts, facts),
        section(titles.effects, [log, ...effectTexts(answer.effects, words)]),
      ],
      grounds: answer,
      where: answer.allowed ? 'customer-permissions.change' : undefined,
      whatIf: answer.allowed ? [] : whatIfOf(answer, words),
    },
    voice,
  );
}

function verdictOf(answer: PermissionChangeDecision, words: Templates): string {
  const { verdicts } = words;
  const permission = words.permissions[answer.next];
  if (!answer.allowed) {
    const reasons = reasonsText(answer.obstacles, words);
    return verdicts.permissionDenied({ permission, reasons });
  }
  return answer.activity === null
    ? verdicts.permissionKept({ permission })
    : verdicts.permissionChanged({ permission });
}

/** Explains which roles may change it, and the answer once every obstacle is removed. */
function whatIfOf(
  { request, obstacles, allowedRoles }: Extract<PermissionChangeDecision, { allowed: false }>,
  words: Templates,
): string[] {
  const putRight = decidePermissionChange({
    ...request,
    roles: allowedRoles,
    hasSubscription: true,
  });
  if (obstacles.some(({ reason }) => reason === 'not-yet-offered')) return [];
  const turning = turningText(obstacles.length, putRight, words);
  const isRoleMissing = obstacles.some(({ reason }) => reason === 'not-granted');
  if (!isRoleMissing) return [turning];
  const roles = listText(allowedRoles, words.roles, words);
  return [words.whatIf.allowedRoles({ roles }), turning];
}
