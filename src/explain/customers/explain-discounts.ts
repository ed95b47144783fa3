import type { DiscountedSubscriptions } from '../../customers/discounted-subscriptions.ts';
import { type Explanation, explanationOf, section, type Voice } from '../form/explanation.ts';
import { countText } from '../form/figures.ts';

/** Explains which subscriptions get a discount. */
export function explainDiscounts(answer: DiscountedSubscriptions, voice: Voice): Explanation {
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
}
