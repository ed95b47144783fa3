import type { PortalTask } from '../../places/directions.ts';
import type { PartnershipDecision } from '../../resellers/advance-partnership.ts';
import type { Partnership, PartnershipEvent } from '../../resellers/partnership.ts';
import {
  type Explanation,
  explanationOf,
  obstaclesCounted,
  reasonsText,
  remarksOf,
  section,
  type Voice,
} from '../form/explanation.ts';
import type { Templates } from '../words/templates.ts';

/** Explains the effect of an event on a partnership. */
export function explainPartnership(decision: PartnershipDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { next } = decision;
  const obstacles = decision.allowed ? [] : decision.obstacles;
  const stage = words.stages[stageOf(next)];
  const { asOf } = decision.request;
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
          ...(asOf === undefined ? [] : [steps.onDay({ day: asOf })]),
        ]),
        section(
          titles.effects,
          decision.effects.map((effect) => words.partnershipEffects[effect]),
        ),
      ],
      grounds: decision,
      where: decision.allowed ? taskOf[decision.request.event.kind] : undefined,
      remarks: remarksOf(decision, words),
      whatIf: obstaclesCounted(obstacles.length, words),
    },
    voice,
  );
}

/** The task in the portal that brings an event about; the reseller accepts from the email. */
const taskOf: { readonly [K in PartnershipEvent['kind']]: PortalTask | undefined } = {
  enroll: 'enroll-as-indirect-reseller',
  'open-account': 'open-a-partner-center-account',
  'send-request': 'send-a-partnership-request',
  'accept-request': undefined,
  'remove-partnership': 'indirect-resellers.manage',
};

/** The stage of a partnership, told apart from that before a first one. */
function stageOf({ stage, removed }: Partnership): keyof Templates['stages'] {
  if (removed === undefined) return stage;
  return stage === 'none' ? 'removed' : 'requestedAgain';
}
