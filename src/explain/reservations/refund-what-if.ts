import type { RefundQuote, RefundRefusal } from '../../reservations/quote/quote.ts';
import { reasonsText, type Voice } from '../form/explanation.ts';
import { differenceText } from '../form/figures.ts';
import { groupThousands } from '../form/group-thousands.ts';
import { otherDays } from '../form/quote-steps.ts';
import type { ReadRefund } from './read-refund.ts';

/** Explains the cases that would change a refund. Each is quoted again; cases without a change are left out. */
export function refundWhatIf(read: ReadRefund, voice: Voice): string[] {
  const { whatIf } = voice.words;
  const { quote, consumed } = read;
  const texts = casesOf(read, voice)
    .filter(([, changed]) => changed.allowed !== quote.allowed || changed.refund !== quote.refund)
    .map(([when, changed]) => changedText(when, changed, quote, voice));
  if (texts.length === 0 || quote.limit === null) return texts;
  return [...texts, whatIf.consumed({ consumed: groupThousands(consumed) })];
}

type Case = readonly [when: string, changed: RefundQuote];

function casesOf({ quote, again }: ReadRefund, voice: Voice): Case[] {
  const { whatIf } = voice.words;
  const { request, policy, days, limit } = quote;
  const denials: readonly RefundRefusal[] = quote.allowed
    ? []
    : quote.obstacles.map(({ reason }) => reason);
  if (denials.includes('not-returnable')) {
    return [[whatIf.returnable, again({ request: { product: undefined } })]];
  }
  const cases = otherDays(request.purchasedOn, days, policy.windowDays, voice).map(
    ({ on, when }): Case => [when, again({ request: { canceledOn: on } })],
  );
  const usage = request.used ? whatIf.unused : whatIf.used;
  cases.push([usage, again({ request: { used: !request.used } })]);
  if (limit !== null) {
    cases.push([whatIf.noLimit, again({ noLimit: true })]);
    cases.push([whatIf.nothingConsumed, again({ nothingConsumed: true })]);
  }
  return cases;
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
