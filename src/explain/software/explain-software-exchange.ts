import type { DeniedSoftwareExchange } from '../../software/cancellation/decide-software-exchange.ts';
import {
  type Explanation,
  explanationOf,
  reasonsText,
  section,
  type Voice,
} from '../form/explanation.ts';

/** Explains why software cannot be exchanged. */
export function explainSoftwareExchange(answer: DeniedSoftwareExchange, voice: Voice): Explanation {
  const { words } = voice;
  const kind = words.softwareKinds[answer.request.kind];
  const reasons = reasonsText(answer.obstacles, words);
  return explanationOf(
    {
      verdict: words.verdicts.softwareExchangeDenied({ reasons }),
      steps: [section(words.titles.facts, [words.steps.softwareKind({ kind })])],
      grounds: answer,
    },
    voice,
  );
}
