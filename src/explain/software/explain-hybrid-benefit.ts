import type { HybridBenefitDecision } from '../../software/hybrid-benefit/decide-hybrid-benefit.ts';
import {
  type Explanation,
  explanationOf,
  obstaclesCounted,
  reasonsText,
  section,
  type Voice,
} from '../form/explanation.ts';

/** Explains whether a license qualifies for the Azure Hybrid Benefit. */
export function explainHybridBenefit(answer: HybridBenefitDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { license, softwareAssurance, commercial } = answer.request;
  const facts = [
    steps.licenses[license],
    steps.softwareAssurance[`${softwareAssurance}`],
    steps.commercial[`${commercial}`],
  ];
  if (!answer.allowed) {
    const reasons = reasonsText(answer.obstacles, words);
    return explanationOf(
      {
        verdict: verdicts.hybridBenefitDenied({ reasons }),
        steps: [section(titles.facts, facts)],
        grounds: answer,
        whatIf: obstaclesCounted(answer.obstacles.length, words),
      },
      voice,
    );
  }
  const saves = steps.savesUpTo({ percent: String(answer.savesUpToPercent) });
  return explanationOf(
    {
      verdict: verdicts.hybridBenefit,
      steps: [section(titles.facts, facts), section(titles.effects, [saves])],
      grounds: answer,
    },
    voice,
  );
}
