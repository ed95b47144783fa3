import { readTask } from '../resellers/input.ts';
import type { ResellerTaskRefusal } from '../resellers/relationship.ts';
import { resellerAccessLevels } from '../resellers/terms.ts';
import {
  explanationOf,
  listText,
  obstaclesCounted,
  reasonsText,
  remarksOf,
  section,
} from './explanation.ts';
import { type Explainer, readGrounds, readWords } from './input.ts';

const reasons: readonly [ResellerTaskRefusal, ...ResellerTaskRefusal[]] = [
  'not-enrolled',
  'no-account',
  'not-requested',
  'not-accepted',
  'not-associated-with-customer',
  'not-tenant-owner',
  'not-associated-with-subscription',
  'not-support-contact',
];

/** Whether a task with an indirect reseller may be done. */
export const explainResellerTask: Explainer = (fields, voice, issues) => {
  const grounds = readGrounds(fields, reasons, issues);
  const task = readTask(fields['task'], issues);
  const access = readWords(fields['access'], resellerAccessLevels, ['access'], issues);
  const notes = readWords(fields['notes'], ['where-incentives-apply'], ['notes'], issues);
  if (issues.length > 0) return undefined;

  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { obstacles } = grounds;
  const name = words.resellerTasks[task];
  const levels = listText(access, words.resellerAccess, words);
  return explanationOf(
    {
      verdict:
        obstacles.length === 0
          ? verdicts.resellerTask({ task: name })
          : verdicts.resellerTaskDenied({ task: name, reasons: reasonsText(obstacles, words) }),
      steps: [section(titles.facts, [levels === '' ? steps.noAccess : steps.access({ levels })])],
      grounds,
      remarks: remarksOf({ notes }, words),
      whatIf: obstaclesCounted(obstacles.length, words),
    },
    voice,
  );
};
