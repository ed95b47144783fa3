import { groupThousands } from '../../amounts/group-thousands.ts';
import { writtenDay } from '../../kernel/day.ts';
import { writtenAmount } from '../../kernel/money.ts';
import { ROOT_PATH } from '../../kernel/read.ts';
import { type RefundFacts, readRefundFacts } from '../../reservations/facts/refund-facts.ts';
import { type ReadyRefundPolicy, readPolicy } from '../../reservations/policy/ready-policy.ts';
import { answerRefund } from '../../reservations/quote/answer-refund.ts';
import type { RefundQuote } from '../../reservations/quote/quote.ts';
import type { RefundRefusal } from '../../reservations/refusals.ts';
import { quoteUnderVersionInForce } from '../../reservations/what-if/superseding-refund.ts';
import { reasonsText, type Voice } from '../form/explanation.ts';
import { countText, differenceText } from '../form/figures.ts';
import { otherDays } from '../form/quote-steps.ts';

/** Explains the cases that would change a refund. Each is quoted again; cases without a change are left out. */
export function refundWhatIf(quote: RefundQuote, voice: Voice): string[] {
  const { whatIf } = voice.words;
  const texts = casesOf(quote, voice)
    .filter(([, changed]) => changed.allowed !== quote.allowed || changed.refund !== quote.refund)
    .map(([when, changed]) => changedText(when, changed, quote, voice));
  const consumed = quote.limit?.consumedBefore ?? '0.00';
  if (texts.length === 0 || consumed === '0.00') return texts;
  return [...texts, whatIf.consumed({ consumed: groupThousands(consumed) })];
}

/** Returns the verdict and amount of the version in force on that day, if it has replaced the policy. */
export function refundInForce(quote: RefundQuote, voice: Voice): string[] {
  const { whatIf } = voice.words;
  const inForce = quoteUnderVersionInForce(quote);
  if (inForce === null) return [];
  const when = whatIf.underVersion({ policy: inForce.policy.id });
  const consumed = quote.limit?.consumedBefore ?? ZERO_USD;
  const isSameCount = inForce.policy.limitCounts === quote.policy.limitCounts;
  return [
    changedText(when, inForce, quote, voice),
    ...(consumed === ZERO_USD || isSameCount
      ? []
      : [whatIf.sameConsumed({ consumed: groupThousands(consumed) })]),
  ];
}

const ZERO_USD = '0.00';

type Case = readonly [when: string, changed: RefundQuote];

function casesOf(quote: RefundQuote, voice: Voice): Case[] {
  const { whatIf } = voice.words;
  const again = (change: Partial<RefundFacts>, limit?: LimitChange): RefundQuote =>
    quoteAgain(quote, change, limit);
  const { request, policy, days, limit } = quote;
  const denials: readonly RefundRefusal[] = quote.allowed
    ? []
    : quote.obstacles.map(({ reason }) => reason);
  if (denials.includes('not-returnable')) {
    return [[whatIf.returnable, again({ product: undefined })]];
  }
  const cases = otherDays(request.purchasedOn, days, policy.windowDays, voice).map(
    ({ on, when }): Case => [when, again({ returnedOn: writtenDay(on) })],
  );
  const { period, quantity, quantityToReturn } = quote;
  if (period !== null && days.remaining > period.remaining) {
    const nextDue = whatIf.nextDue({ day: period.to });
    cases.push([nextDue, again({ returnedOn: writtenDay(period.to) })]);
  }
  if (quantity !== quantityToReturn) {
    const units = { quantity, quantityToReturn: quantity };
    cases.push([whatIf.allUnits({ quantity: countText(quantity) }), again({ units })]);
  }
  const usage = request.used ? whatIf.unused : whatIf.used;
  cases.push([usage, again({ used: !request.used })]);
  if (limit !== null) {
    cases.push([whatIf.noLimit, again({}, { noLimit: true })]);
    cases.push([whatIf.nothingConsumed, again({}, { nothingConsumed: true })]);
  }
  return cases;
}

/** Changes to the limit for a refund that is quoted again. */
interface LimitChange {
  /** True if nothing of the limit was used before. */
  readonly nothingConsumed?: boolean;
  readonly noLimit?: boolean;
}

function quoteAgain(
  quote: RefundQuote,
  change: Partial<RefundFacts>,
  { nothingConsumed = false, noLimit = false }: LimitChange = {},
): RefundQuote {
  const stated = readRefundFacts(quote.request, 'alone', []) as RefundFacts;
  // The USD that the service counts are those of the refund that was stated.
  const facts: RefundFacts = { ...stated, pricingRefund: undefined, ...change };
  const ready = readPolicy(quote.policy, ROOT_PATH, []) as ReadyRefundPolicy;
  const unlimited = { ...ready, policy: { ...ready.policy, limitUsd: null }, limit: null };
  const consumed =
    quote.limit === null ? facts.consumed : writtenAmount(quote.limit.consumedBefore, 2);
  return answerRefund(facts, noLimit ? unlimited : ready, nothingConsumed ? 0 : consumed).quote;
}

function changedText(
  when: string,
  changed: RefundQuote,
  { refund: before, currency }: RefundQuote,
  { words }: Voice,
): string {
  const { whatIf } = words;
  if (!changed.allowed) {
    return whatIf.denied({ when, reasons: reasonsText(changed.obstacles, words) });
  }
  const by = differenceText(changed.refund, before, currency);
  return whatIf.refund({ when, refund: groupThousands(changed.refund), by });
}
