import type { PurchaseEffects } from '../../customers/customer-tasks.ts';
import {
  type CustomerPurchaseDecision,
  decideCustomerPurchase,
} from '../../customers/decide-customer-purchase.ts';
import type { CustomerSubscription } from '../../customers/facts.ts';
import {
  type Explanation,
  explanationOf,
  listText,
  reasonsText,
  remarksOf,
  section,
  turningText,
  type Voice,
} from '../form/explanation.ts';
import type { Templates } from '../words/templates.ts';

/** Explains whether a customer can buy a reservation themselves. */
export function explainCustomerPurchase(
  answer: CustomerPurchaseDecision,
  voice: Voice,
): Explanation {
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { subscription, permission, market, asOf } = answer.request;
  const product = words.products[answer.request.product ?? 'reservation'];
  const facts = [
    ...(answer.request.product === undefined ? [] : [steps.boughtProduct({ product })]),
    subscriptionText(subscription, voice),
    steps.permission({ permission: words.permissions[permission] }),
  ];
  if (market !== undefined) facts.push(steps.market({ market }));
  if (asOf !== undefined) facts.push(steps.onDay({ day: asOf }));
  return explanationOf(
    {
      verdict: answer.allowed
        ? verdicts.customerPurchase({ product })
        : verdicts.customerPurchaseDenied({
            product,
            reasons: reasonsText(answer.obstacles, words),
          }),
      steps: [
        section(titles.facts, facts),
        section(titles.effects, effectTexts(answer.effects, words)),
      ],
      grounds: answer,
      where: answer.allowed ? 'set-first-scope' : undefined,
      remarks: remarksOf(answer, words),
      whatIf: whatIfOf(answer, words),
    },
    voice,
  );
}

function subscriptionText(subscription: CustomerSubscription | null, { words }: Voice): string {
  const { steps } = words;
  if (subscription === null) return steps.noSubscription;
  return steps.subscription({
    offer: steps.offers[subscription.offer],
    boughtBy: steps.buyers[subscription.boughtBy],
    userRole: steps.userRoles[subscription.userRole],
  });
}

/** Returns the effects of a customer's purchases for the partner. */
export function effectTexts(effects: PurchaseEffects | null, words: Templates): string[] {
  if (effects === null) return [];
  const { purchaseEffects } = words;
  const { payer, partnerNotified, shownIn, customerSets, priceSetBy } = effects;
  return [
    purchaseEffects.payer[payer],
    purchaseEffects.partnerNotified[`${partnerNotified}`],
    purchaseEffects.shownIn({ places: listText(shownIn, words.purchasePlaces, words) }),
    ...customerSets.map((what) => purchaseEffects.customerSets[what]),
    ...(priceSetBy === null ? [] : [purchaseEffects.priceSetBy[priceSetBy]]),
  ];
}

/** The answer once everything is put right; a market stays what it is. */
function whatIfOf(answer: CustomerPurchaseDecision, words: Templates): string[] {
  if (answer.allowed) return [words.whatIf.permissionOff];
  const { request, obstacles } = answer;
  const stays = ['market-unavailable', 'not-yet-offered'];
  if (obstacles.some(({ reason }) => stays.includes(reason))) return [];
  const putRight = decideCustomerPurchase({
    ...request,
    subscription: { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' },
    permission: 'on',
  });
  return [turningText(obstacles.length, putRight, words)];
}
