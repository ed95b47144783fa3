import type { ResellerTaskDecision } from '../../resellers/decide-reseller-task.ts';
import {
  type Explanation,
  explanationOf,
  listText,
  obstaclesCounted,
  reasonsText,
  remarksOf,
  section,
  type Voice,
} from '../form/explanation.ts';

/** Explains a decision on a task of an indirect reseller. */
export function explainResellerTask(decision: ResellerTaskDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const obstacles = decision.allowed ? [] : decision.obstacles;
  const name = words.resellerTasks[decision.request.task];
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
}
