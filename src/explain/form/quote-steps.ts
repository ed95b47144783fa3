import type { Day } from '../../kernel/day.ts';
import { formatDay, isWritable, writtenDay } from '../../kernel/day.ts';
import type { QuoteDays } from '../../reservations/facts/days.ts';
import { refundPolicies } from '../../reservations/policy/policies.ts';
import type { RefundPolicy } from '../../reservations/policy/refund-policy.ts';
import type { ExchangeNote } from '../../reservations/quote/exchange-quote.ts';
import type { Assumed, RefundNote } from '../../reservations/quote/quote.ts';
import type { Facts } from '../words/texts.ts';
import { remarksOf, type Voice } from './explanation.ts';

// The parts that the explanations of refunds and exchanges share.

interface NamedRequest {
  readonly id?: string | undefined;
  readonly customerId?: string | undefined;
  readonly product?: string | undefined;
}

/** Returns the names of the record and its policy, one per line because names can be anything. */
export function nameTexts(
  { id, customerId, product }: NamedRequest,
  policy: RefundPolicy,
  { words: { steps }, fact }: Voice,
): string[] {
  const names: string[] = [];
  if (id !== undefined) names.push(steps.record({ id: fact(id) }));
  if (customerId !== undefined) names.push(steps.customer({ id: fact(customerId) }));
  if (product !== undefined) names.push(steps.product({ product }));
  names.push(steps.policy({ policy: fact(policy.id) }));
  return names;
}

interface RemarkableQuote {
  readonly assumed: readonly Assumed[];
  readonly notes?: readonly (RefundNote | ExchangeNote)[];
  readonly policy: RefundPolicy;
}

export function quoteRemarks({ assumed, notes, policy }: RemarkableQuote, voice: Voice): string[] {
  const { words, fact } = voice;
  const remarks = remarksOf({ assumed, notes }, words);
  return Object.hasOwn(refundPolicies, policy.id)
    ? remarks
    : [...remarks, words.ownPolicy({ policy: fact(policy.id) })];
}

/** Another day for the cancellation, with its phrase. */
export interface OtherDay {
  readonly on: string;
  readonly when: string;
}

type When = readonly [sincePurchase: number, say: (facts: Facts<'day'>) => string];

/**
 * The days next to the one of a quote, and the edges of the fee's window where there are any; once
 * the term has ended, its last day. Each day is told once, and only days that can be written.
 */
export function otherDays(
  purchasedOn: string,
  { sincePurchase, term, remaining }: QuoteDays,
  windowDays: number | null,
  { words: { whatIf } }: Voice,
): OtherDay[] {
  const purchase = writtenDay(purchasedOn);
  const nextTo: When[] = [
    [sincePurchase - 1, whatIf.dayEarlier],
    [sincePurchase + 1, whatIf.dayLater],
  ];
  const edges: When[] =
    windowDays === null
      ? []
      : [
          [windowDays, whatIf.windowLast],
          [windowDays + 1, whatIf.windowAfter],
        ];
  const told: When[] =
    remaining === 0
      ? [[term - 1, whatIf.termLast]]
      : [...nextTo, ...edges.filter(([since]) => since < term)];
  const known = new Set<Day>();
  return told.flatMap(([since, say]) => {
    const day = purchase + since;
    if (since < 0 || !isWritable(day) || known.has(day)) return [];
    known.add(day);
    const on = formatDay(day);
    return [{ on, when: say({ day: on }) }];
  });
}
