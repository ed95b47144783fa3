import type { ResellerTaskDecision } from '../../resellers/decide-reseller-task.ts';
import type { ResellerAgreement } from '../../resellers/relationship.ts';
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
import type { Templates } from '../words/templates.ts';

/** Explains a decision on a task of an indirect reseller. */
export function explainResellerTask(decision: ResellerTaskDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const obstacles = decision.allowed ? [] : decision.obstacles;
  const name = words.resellerTasks[decision.request.task];
  const { relationship, asOf } = decision.request;
  const { agreement } = relationship;
  const levels = listText(decision.access, words.resellerAccess, words);
  return explanationOf(
    {
      verdict: decision.allowed
        ? verdicts.resellerTask({ task: name })
        : verdicts.resellerTaskDenied({ task: name, reasons: reasonsText(obstacles, words) }),
      steps: [
        section(titles.facts, [
          levels === '' ? steps.noAccess : steps.access({ levels }),
          ...(agreement === undefined ? [] : agreementTexts(agreement, words)),
          ...(asOf === undefined ? [] : [steps.onDay({ day: asOf })]),
        ]),
      ],
      grounds: decision,
      where: decision.allowed ? decision.request.task : undefined,
      remarks: remarksOf(decision, words),
      whatIf: obstaclesCounted(obstacles.length, words),
    },
    voice,
  );
}

function agreementTexts(agreement: ResellerAgreement, { steps }: Templates): string[] {
  const { provider, reseller, locationPartnerId } = steps.agreement;
  return [
    provider[`${agreement.provider}`],
    reseller[`${agreement.reseller}`],
    locationPartnerId[`${agreement.locationPartnerId}`],
  ];
}
