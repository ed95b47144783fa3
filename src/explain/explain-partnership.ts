import { readPartnership } from '../resellers/input.ts';
import type { PartnershipRefusal } from '../resellers/partnership.ts';
import { explanationOf, obstaclesCounted, reasonsText, section } from './explanation.ts';
import { type Explainer, readGrounds } from './input.ts';

const reasons: readonly [PartnershipRefusal, ...PartnershipRefusal[]] = [
  'not-enrolled',
  'no-account',
  'link-missing',
  'nothing-to-accept',
  'already-established',
];

/** What an event makes of a partnership. */
export const explainPartnership: Explainer = (fields, voice, issues) => {
  const grounds = readGrounds(fields, reasons, issues);
  const next = readPartnership(fields['next'], ['next'], issues);
  if (next === undefined || issues.length > 0) return undefined;

  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { obstacles } = grounds;
  const stage = words.stages[next.stage];
  return explanationOf(
    {
      verdict:
        obstacles.length === 0
          ? verdicts.partnership({ stage })
          : verdicts.partnershipDenied({ stage, reasons: reasonsText(obstacles, words) }),
      steps: [
        section(titles.facts, [
          next.enrolled ? steps.enrolled : steps.notEnrolled,
          next.hasAccount ? steps.account : steps.noAccount,
          steps.stage({ stage }),
        ]),
      ],
      grounds,
      whatIf: obstaclesCounted(obstacles.length, words),
    },
    voice,
  );
};
