import { groupThousands } from '../../amounts/group-thousands.ts';
import type {
  AllowedSoftwareCancellation,
  DeniedSoftwareCancellation,
  SoftwareCancellationDecision,
  SoftwareCancellationRefusal,
  SoftwareCredit,
} from '../../software/cancellation/cancellation.ts';
import { cancellationInForce } from '../../software/cancellation/cancellation-in-force.ts';
import { decideSoftwareCancellation } from '../../software/cancellation/decide-software-cancellation.ts';
import type {
  SoftwareCancellationInput,
  SoftwareCancellationRequest,
} from '../../software/cancellation/request.ts';
import {
  daysText,
  type Explanation,
  explanationOf,
  ignoredRolesText,
  listText,
  reasonsText,
  remarksOf,
  section,
  sinceText,
  turningText,
  type Voice,
} from '../form/explanation.ts';
import { countText, differenceText, moneyText } from '../form/figures.ts';
import { otherDays } from '../form/quote-steps.ts';
import type { Templates } from '../words/templates.ts';
import { needsText, policyRemarks, policyText } from './software-steps.ts';

type Decision = SoftwareCancellationDecision;

/** Explains a decision on cancelling software, and its effects. */
export function explainSoftwareCancellation(
  answer: SoftwareCancellationDecision,
  voice: Voice,
): Explanation {
  const { words } = voice;
  const { titles } = words;
  const currency = answer.credit?.currency ?? null;
  const effects = answer.effects.map((effect) => words.effects[effect]);
  return explanationOf(
    {
      verdict: verdictOf(answer, voice),
      steps: [
        section(currency === null ? titles.facts : titles.calculation({ currency }), [
          policyText(answer.policy, voice),
          ...factsTexts(answer, voice),
          ...creditTexts(answer, voice),
        ]),
        section(titles.effects, effects),
      ],
      grounds: answer,
      where: answer.allowed ? 'software.cancel' : undefined,
      remarks: [
        ...remarksOf(answer, words),
        ...policyRemarks(answer.policy, voice),
        ...cancellationInForceTexts(answer, voice),
      ],
      whatIf: answer.allowed ? otherDaysTexts(answer, voice) : putRightTexts(answer, voice),
    },
    voice,
  );
}

function verdictOf(answer: Decision, { words }: Voice): string {
  const { verdicts } = words;
  if (!answer.allowed) {
    return verdicts.softwareDenied({ reasons: reasonsText(answer.obstacles, words) });
  }
  const { amount, currency, basis } = answer.credit;
  if (amount !== null && currency !== null) {
    return verdicts.softwareCredit({ amount: moneyText(amount, currency) });
  }
  switch (basis) {
    case 'full':
      return verdicts.softwareFull;
    case 'pro-rated':
      return verdicts.softwareProRated;
    case 'unstated':
      return verdicts.softwareUnstated;
  }
}

function factsTexts(answer: Decision, voice: Voice): string[] {
  const { words } = voice;
  const { steps } = words;
  const { request, daysSincePurchase, missing } = answer;
  const texts = [
    steps.software({
      purchasedOn: request.purchasedOn,
      canceledOn: request.canceledOn,
      days: sinceText(daysSincePurchase, words),
      kind: words.softwareKinds[request.kind],
    }),
  ];
  texts.push(...ignoredRolesText(answer.ignoredRoles, voice));
  if (hasWindow(answer)) texts.push(windowText(answer, words));
  if (missing.length > 0) {
    texts.push(steps.missing({ facts: listText(missing, words.particulars, words) }));
  }
  return texts;
}

/** Returns whether the days that are left mean anything: not where it cannot be cancelled on any day. */
function hasWindow(answer: Decision): boolean {
  return (
    answer.allowed ||
    !answer.obstacles.some(
      ({ reason }) => reason === 'not-eligible' || reason === 'not-cancellable',
    )
  );
}

function windowText({ request, lastDay, daysLeft }: Decision, words: Templates): string {
  const { steps } = words;
  if (lastDay === null) return steps.softwareWindowUnstated;
  if (request.canceledOn > lastDay) return steps.softwareWindowPassed({ lastDay });
  const left = daysText(daysLeft as number, words); // they come together
  return steps.softwareWindow({ lastDay, daysLeft: left });
}

function creditTexts({ credit, lines }: Decision, { words: { steps } }: Voice): string[] {
  const texts = lines.map((line) => {
    const { clause } = line;
    const amount = groupThousands(line.amount);
    if (!('days' in line)) return steps.creditInFull({ amount, clause });
    const days = countText(line.days);
    const termDays = countText(line.termDays);
    const sum = `${groupThousands(line.of)} × ${days} ÷ ${termDays}`;
    return steps.credit({ sum, amount, days, termDays, clause });
  });
  if (texts.length > 0 || credit?.basis !== 'pro-rated' || credit.days === null) return texts;
  const termDays = countText(credit.termDays as number); // they come together
  return [steps.remainingDays({ days: countText(credit.days), termDays })];
}

function decideAgain(
  { request, policy }: Decision,
  change: Partial<Record<keyof SoftwareCancellationRequest, unknown>>,
): Decision {
  const changed = { ...request, ...change } as SoftwareCancellationInput;
  return decideSoftwareCancellation(changed, { policy });
}

/** The other days near by, and at the edges of the window, on which the answer is another. */
function otherDaysTexts(answer: AllowedSoftwareCancellation, voice: Voice): string[] {
  const { request, credit, daysSincePurchase, daysLeft } = answer;
  const anyTerm = Number.POSITIVE_INFINITY; // the window ends before any term does
  const days = { sincePurchase: daysSincePurchase, term: anyTerm, remaining: anyTerm };
  const lastDay = daysSincePurchase + daysLeft;
  return otherDays(request.purchasedOn, days, lastDay, voice).flatMap(({ on, when }) => {
    const changed = decideAgain(answer, { canceledOn: on });
    const isSame = changed.allowed && changed.credit.amount === credit.amount;
    return isSame ? [] : [decidedText(when, changed, credit, voice)];
  });
}

/** Returns the verdict and amount of the version in force on the day of the purchase, if it has replaced the policy. */
function cancellationInForceTexts(decision: SoftwareCancellationDecision, voice: Voice): string[] {
  const inForce = cancellationInForce(decision);
  if (inForce === null) return [];
  const when = voice.words.whatIf.underVersion({ policy: decision.supersededBy as string }); // it has one
  return inForce.ok
    ? [decidedText(when, inForce.value, decision.credit, voice)]
    : [needsText(when, inForce.issues, voice)];
}

/** Returns the sentence on a cancellation that was decided again with other facts or another policy. */
function decidedText(
  when: string,
  decided: SoftwareCancellationDecision,
  before: SoftwareCredit | null,
  { words }: Voice,
): string {
  const { whatIf } = words;
  if (!decided.allowed) {
    return whatIf.denied({ when, reasons: reasonsText(decided.obstacles, words) });
  }
  const { amount, currency } = decided.credit;
  if (amount === null || currency === null) return whatIf.allowed({ when });
  const by = differenceText(amount, before?.amount ?? NOTHING, currency);
  return whatIf.credit({ when, amount: groupThousands(amount), by });
}

const NOTHING = '0';

/** Obstacles that cannot be removed on that day. */
const forGood: readonly SoftwareCancellationRefusal[] = [
  'window-passed',
  'undefined-by-text',
  'not-cancellable',
  'not-eligible',
];

/** Explains who could cancel it and when, and the answer once every obstacle that can be removed is. */
function putRightTexts(answer: DeniedSoftwareCancellation, voice: Voice): string[] {
  const { words } = voice;
  const { whatIf } = words;
  const { request, obstacles, allowedRoles, lastDay } = answer;
  const reasons = obstacles.map(({ reason }) => reason);
  const texts: string[] = [];
  if (reasons.includes('not-granted')) {
    texts.push(whatIf.allowedRoles({ roles: listText(allowedRoles, words.roles, words) }));
  }
  if (lastDay !== null && hasWindow(answer) && reasons.includes('window-passed')) {
    const changed = decideAgain(answer, { canceledOn: lastDay });
    texts.push(decidedText(whatIf.windowLast({ day: lastDay }), changed, null, voice));
  }
  if (reasons.some((reason) => forGood.includes(reason))) return texts;

  const changes: { readonly [R in SoftwareCancellationRefusal]?: object } = {
    'not-granted': { roles: allowedRoles },
    'support-required': {
      customer: { name: '?', ...request.customer },
      productName: request.productName ?? '?',
      orderId: request.orderId ?? '?',
      messageRead: true,
    },
  };
  const change = Object.assign({}, ...reasons.map((reason) => changes[reason]));
  return [...texts, turningText(obstacles.length, decideAgain(answer, change), words)];
}
