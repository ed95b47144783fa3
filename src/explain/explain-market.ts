import { readWord } from '../kernel/read.ts';
import { decideMarket } from '../markets/decide-market.ts';
import { firstKnownList, newestList } from '../markets/lists.ts';
import { readMarket } from '../markets/read-market.ts';
import { checkAnswer, type Explainer } from './form/answer-fields.ts';
import { explanationOf, remarksOf, section } from './form/explanation.ts';
import { isAssumed } from './form/read-policy.ts';

/** The first days of the lists. */
const listDays = [firstKnownList.from, newestList.from] as const;

/** Explains whether reservations are available in a market. */
export const explainMarket: Explainer = (fields, voice, issues) => {
  const known = readMarket(fields['code'], ['code'], issues);
  const asOf = readWord(fields['listFrom'], listDays, ['listFrom'], issues);
  if (known === undefined || issues.length > 0) return undefined;
  const asked = decideMarket(known.code, isAssumed(fields, 'asOf') ? undefined : { asOf });
  const answer = checkAnswer(fields, asked, issues);
  if (answer === undefined) return undefined;

  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { name, nameKo, code } = answer;
  const market = words.market({ name, nameKo, code });
  const list = steps.marketList({ from: answer.listFrom });
  const names = answer.listedAs.join(words.listed);
  return explanationOf(
    {
      verdict: answer.allowed ? verdicts.market({ market }) : verdicts.marketDenied({ market }),
      steps: [
        section(titles.facts, [list, names === '' ? steps.notListed : steps.listedAs({ names })]),
      ],
      grounds: answer,
      remarks: remarksOf(answer, words),
    },
    voice,
  );
};
