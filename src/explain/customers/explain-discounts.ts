import { discountedSubscriptions } from '../../customers/discounted-subscriptions.ts';
import type { DiscountFacts } from '../../customers/facts.ts';
import { askAgain, checkAnswer, type Explainer } from '../form/answer-fields.ts';
import { explanationOf, section } from '../form/explanation.ts';
import { countText } from '../form/figures.ts';

/** Explains which subscriptions get a discount. */
export const explainDiscounts: Explainer = (fields, voice, issues) => {
  const asked = askAgain(
    () => discountedSubscriptions(fields['request'] as DiscountFacts),
    ['request'],
    issues,
  );
  const answer = asked && checkAnswer(fields, asked, issues);
  if (answer === undefined) return undefined;

  const { words, fact } = voice;
  const { titles, steps, verdicts } = words;
  const { request, subscriptionIds } = answer;
  return explanationOf(
    {
      verdict:
        subscriptionIds.length === 0
          ? verdicts.noDiscounts
          : verdicts.discounts({ count: countText(subscriptionIds.length) }),
      steps: [
        section(titles.facts, [
          steps.customer({ id: fact(request.customerId) }),
          steps.scopes[request.scope],
          steps.candidates({ count: countText(request.subscriptions.length) }),
          ...subscriptionIds.map((id) => steps.discounted({ id: fact(id) })),
        ]),
      ],
      grounds: answer,
    },
    voice,
  );
};
