import type { PartnershipDecision } from '../../resellers/advance-partnership.ts';
import {
  type Explanation,
  explanationOf,
  obstaclesCounted,
  reasonsText,
  section,
  type Voice,
} from '../form/explanation.ts';

/** Explains the effect of an event on a partnership. */
export function explainPartnership(decision: PartnershipDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { next } = decision;
  const obstacles = decision.allowed ? [] : decision.obstacles;
  const stage = words.stages[next.stage];
  return explanationOf(
    {
      verdict: decision.allowed
        ? verdicts.partnership({ stage })
        : verdicts.partnershipDenied({ stage, reasons: reasonsText(obstacles, words) }),
      steps: [
        section(titles.facts, [
          next.enrolled ? steps.enrolled : steps.notEnrolled,
          next.hasAccount ? steps.account : steps.noAccount,
          steps.stage({ stage }),
        ]),
      ],
      grounds: decision,
      whatIf: obstaclesCounted(obstacles.length, words),
    },
    voice,
  );
}
