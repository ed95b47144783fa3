import {
  decideResellerTask,
  type ResellerTaskDecision,
} from '../../resellers/decide-reseller-task.ts';
import { readTask } from '../../resellers/read-relationship.ts';
import type { ResellerTask } from '../../resellers/reseller-tasks.ts';
import { type Explainer, findAnswer } from '../form/answer-fields.ts';
import {
  explanationOf,
  listText,
  obstaclesCounted,
  reasonsText,
  remarksOf,
  section,
} from '../form/explanation.ts';
import { everyRelationship } from './every-relationship.ts';

/** Whether a task with an indirect reseller may be done. */
export const explainResellerTask: Explainer = (fields, voice, issues) => {
  const task = readTask(fields['task'], issues);
  if (issues.length > 0) return undefined;
  const expected = 'a decision that a relationship can lead to for this task';
  const decision = findAnswer(fields, everyDecision(task), expected, issues);
  if (decision === undefined) return undefined;

  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const obstacles = decision.allowed ? [] : decision.obstacles;
  const name = words.resellerTasks[task];
  const levels = listText(decision.access, words.resellerAccess, words);
  return explanationOf(
    {
      verdict: decision.allowed
        ? verdicts.resellerTask({ task: name })
        : verdicts.resellerTaskDenied({ task: name, reasons: reasonsText(obstacles, words) }),
      steps: [section(titles.facts, [levels === '' ? steps.noAccess : steps.access({ levels })])],
      grounds: decision,
      remarks: remarksOf(decision, words),
      whatIf: obstaclesCounted(obstacles.length, words),
    },
    voice,
  );
};

function* everyDecision(task: ResellerTask): Generator<ResellerTaskDecision, void, undefined> {
  for (const relationship of everyRelationship()) yield decideResellerTask(task, relationship);
}
