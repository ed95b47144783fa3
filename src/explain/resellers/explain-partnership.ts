import {
  advancePartnership,
  type PartnershipDecision,
} from '../../resellers/advance-partnership.ts';
import type { PartnershipEvent } from '../../resellers/partnership.ts';
import { readPartnership } from '../../resellers/read-relationship.ts';
import { type Explainer, findAnswer } from '../form/answer-fields.ts';
import { explanationOf, obstaclesCounted, reasonsText, section } from '../form/explanation.ts';
import { everyPartnership } from './every-relationship.ts';

/** What an event makes of a partnership. */
export const explainPartnership: Explainer = (fields, voice, issues) => {
  if (readPartnership(fields['next'], ['next'], issues) === undefined) return undefined;
  const expected = 'a step that an event can make in a partnership';
  const decision = findAnswer(fields, everyDecision(), expected, issues);
  if (decision === undefined) return undefined;

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
};

const link = 'the personal link';

const events: readonly PartnershipEvent[] = [
  { kind: 'enroll' },
  { kind: 'open-account' },
  { kind: 'send-request', text: link, link },
  { kind: 'send-request', text: link.slice(1), link },
  { kind: 'accept-request' },
];

function* everyDecision(): Generator<PartnershipDecision, void, undefined> {
  for (const partnership of everyPartnership()) {
    for (const event of events) yield advancePartnership(partnership, event);
  }
}
