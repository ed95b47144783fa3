import { groupThousands } from '../../amounts/group-thousands.ts';
import type { Parsed } from '../../kernel/issue.ts';
import type {
  AllowedSoftwareCancellation,
  DeniedSoftwareCancellation,
  SoftwareCancellationDecision,
  SoftwareCancellationRefusal,
  SoftwareCredit,
  SoftwareCreditLine,
} from '../../software/cancellation/cancellation.ts';
import { cancellationInForce } from '../../software/cancellation/cancellation-in-force.ts';
import { tryDecideSoftwareCancellation } from '../../software/cancellation/decide-software-cancellation.ts';
import type { SoftwareCancellationRequest } from '../../software/cancellation/request.ts';
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
import { countText, differenceText, instantText, moneyText } from '../form/figures.ts';
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

const isWindowPassed = ({ reason }: { readonly reason: string }): boolean =>
  reason === 'window-passed';

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

function windowText(
  { request, lastDay, daysLeft, endsAt, ...answer }: Decision,
  words: Templates,
): string {
  const { steps } = words;
  if (lastDay === null) return steps.softwareWindowUnstated;
  const isPassed = !answer.allowed && answer.obstacles.some(isWindowPassed);
  if (endsAt !== null && request.canceledOn <= lastDay) {
    return steps.softwareWindowEnds({ endsAt: instantText(endsAt) });
  }
  if (isPassed) return steps.softwareWindowPassed({ lastDay });
  const left = daysText(daysLeft as number, words); // they come together
  return steps.softwareWindow({ lastDay, daysLeft: left });
}

function creditTexts({ credit, lines, policy }: Decision, { words: { steps } }: Voice): string[] {
  const texts = lines.map((line) => lineText(line, steps));
  if (texts.length > 0 || credit?.basis !== 'pro-rated' || credit.days === null) return texts;
  const days = countText(credit.days);
  const termDays = countText(credit.termDays as number); // they come together
  return policy.creditPeriod === 'term'
    ? [steps.remainingDays({ days, termDays })]
    : [steps.remainingCycleDays({ days, termDays })];
}

function lineText(line: SoftwareCreditLine, steps: Templates['steps']): string {
  const { clause } = line;
  const amount = groupThousands(line.amount);
  const of = groupThousands(line.of);
  if (!('days' in line)) {
    if (!('quantity' in line)) return steps.creditInFull({ amount, clause });
    return steps.creditOfUnits({ sum: `${of} × ${countText(line.quantity)}`, amount, clause });
  }
  const days = countText(line.days);
  const termDays = countText(line.termDays);
  const share = `× ${days} ÷ ${termDays}`;
  if (line.code === 'credit') {
    return steps.credit({ sum: `${of} ${share}`, amount, days, termDays, clause });
  }
  const sum = `${of} ÷ ${countText(line.quantity)} ${share}`;
  return steps.unitCredit({ sum, amount, days, termDays, clause });
}

type Change = Partial<Record<keyof SoftwareCancellationRequest, unknown>>;

function decideAgain({ request, policy }: Decision, change: Change): Parsed<Decision> {
  return tryDecideSoftwareCancellation({ ...request, ...change }, { policy });
}

/** On another day the instant of the cancellation is not known. */
function decideOn(answer: Decision, canceledOn: string): Parsed<Decision> {
  return decideAgain(answer, { canceledOn, canceledAt: undefined });
}

/** The other days near by, and at the edges of the window, on which the answer is another. */
function otherDaysTexts(answer: AllowedSoftwareCancellation, voice: Voice): string[] {
  const { request, credit, daysSincePurchase, daysLeft } = answer;
  const anyTerm = Number.POSITIVE_INFINITY; // days after a term are decided like any others
  const days = { sincePurchase: daysSincePurchase, term: anyTerm, remaining: anyTerm };
  const lastDay = daysLeft === null ? null : daysSincePurchase + daysLeft;
  return otherDays(request.purchasedOn, days, lastDay, voice).flatMap(({ on, when }) => {
    const changed = decideOn(answer, on);
    const isSame =
      changed.ok && changed.value.allowed && changed.value.credit.amount === credit.amount;
    return isSame ? [] : [parsedText(when, changed, credit, voice)];
  });
}

function parsedText(
  when: string,
  changed: Parsed<Decision>,
  before: SoftwareCredit | null,
  voice: Voice,
): string {
  return changed.ok
    ? decidedText(when, changed.value, before, voice)
    : needsText(when, changed.issues, voice);
}

/** Returns the verdict and amount of the version in force on the day of the purchase, if it has replaced the policy. */
function cancellationInForceTexts(decision: SoftwareCancellationDecision, voice: Voice): string[] {
  const inForce = cancellationInForce(decision);
  if (inForce === null) return [];
  const when = voice.words.whatIf.underVersion({ policy: decision.supersededBy as string }); // it has one
  return [parsedText(when, inForce, decision.credit, voice)];
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
  'term-ended',
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
  if (lastDay !== null && hasWindow(answer) && request.canceledOn > lastDay) {
    const changed = decideOn(answer, lastDay);
    texts.push(parsedText(whatIf.windowLast({ day: lastDay }), changed, null, voice));
  }
  if (reasons.some((reason) => forGood.includes(reason))) return texts;

  const changes: { readonly [R in SoftwareCancellationRefusal]?: object } = {
    'not-granted': { roles: allowedRoles },
    'support-required': {
      customer: { name: '?', ...request.customer },
      productName: request.productName ?? '?',
      orderId: request.orderId ?? '?',
      messageRead: true,
      subscriptionId: request.subscriptionId ?? '?',
    },
  };
  const change = Object.assign({}, ...reasons.map((reason) => changes[reason]));
  const putRight = decideAgain(answer, change);
  return putRight.ok
    ? [...texts, turningText(obstacles.length, putRight.value, words)]
    : [...texts, needsText(whatIf.otherwise, putRight.issues, voice)];
}
