import type { MarketDecision } from '../markets/decide-market.ts';
import {
  type Explanation,
  explanationOf,
  newestText,
  remarksOf,
  section,
  type Voice,
} from './form/explanation.ts';

/** Explains whether reservations are available in a market. */
export function explainMarket(answer: MarketDecision, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { name, nameKo, code } = answer;
  const market = words.market({ name, nameKo, code });
  const list = steps.marketList({ list: answer.list, from: answer.listFrom });
  const names = answer.listedAs.join(words.listed);
  return explanationOf(
    {
      verdict: answer.allowed ? verdicts.market({ market }) : verdicts.marketDenied({ market }),
      steps: [
        section(titles.facts, [list, names === '' ? steps.notListed : steps.listedAs({ names })]),
      ],
      grounds: answer,
      remarks: remarksOf(answer, words),
      whatIf: newestText(answer, answer.newest, words),
    },
    voice,
  );
}
