import {
  decideSoftwareExchange,
  type SoftwareExchangeRequest,
} from '../../software/cancellation/decide-software-exchange.ts';
import { askAgain, checkAnswer, type Explainer } from '../form/answer-fields.ts';
import { explanationOf, reasonsText, section } from '../form/explanation.ts';

/** Why software cannot be exchanged. */
export const explainSoftwareExchange: Explainer = (fields, voice, issues) => {
  const asked = askAgain(
    () => decideSoftwareExchange(fields['request'] as SoftwareExchangeRequest),
    ['request'],
    issues,
  );
  const answer = asked && checkAnswer(fields, asked, issues);
  if (answer === undefined) return undefined;

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
};
