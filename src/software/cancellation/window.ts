import { type Day, formatDay } from '../../kernel/day.ts';
import { addDays, dayOf, type Instant, isBefore } from '../../kernel/instant.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { softwareCitations } from '../policy/citations.ts';
import type { SoftwareCancellationFacts } from './facts.ts';
import { isEndOfDay, isUntil, isWithinHours } from './moments.ts';

/** The cancellation window of a purchase on the day of the cancellation. */
export interface CancellationWindow {
  /** True while it is open; `null` if the text states no window. */
  readonly isOpen: boolean | null;
  /** `null` if it is not stated. */
  readonly lastDay: Day | null;
  /** The instant at which it ends, if it ends within a day. */
  readonly endsAt: Instant | null;
  readonly clause: ClauseId;
  readonly interpretation: InterpretationId | undefined;
  /** True if the vendor's own instants decide. */
  readonly isVendors: boolean;
  /** True if they decide otherwise than the policy. */
  readonly differs: boolean;
}

type End = Pick<CancellationWindow, 'isOpen' | 'lastDay' | 'endsAt'>;

/** SOF-25 if the vendor states when the window ends, otherwise SOF-1 or as the policy has it. */
export function windowOf(facts: SoftwareCancellationFacts, issues: Issue[]): CancellationWindow {
  const { policy } = facts.chosen;
  const vendors = vendorWindow(facts, issues);
  const rules = ruleWindow(facts, vendors === undefined ? issues : []);
  if (vendors === undefined) {
    return {
      ...rules,
      clause: softwareCitations[policy.document].window,
      interpretation: policy.windowEnd === 'hours' ? 'R-HOURS' : 'R-SIXTY',
      isVendors: false,
      differs: false,
    };
  }
  const differs = vendors.isOpen !== rules.isOpen || vendors.lastDay !== rules.lastDay;
  const ofVendor = { clause: 'SOF-25', interpretation: undefined, isVendors: true } as const;
  return { ...vendors, ...ofVendor, differs };
}

function ruleWindow(facts: SoftwareCancellationFacts, issues: Issue[]): End {
  const { windowDays, purchasedOn, purchasedAt, canceledOn, chosen } = facts;
  if (windowDays === null) return { isOpen: null, lastDay: null, endsAt: null };
  const lastDay = purchasedOn + windowDays;
  if (chosen.policy.windowEnd === 'days') {
    return { isOpen: canceledOn <= lastDay, lastDay, endsAt: null };
  }
  const endsAt = purchasedAt === undefined ? null : addDays(purchasedAt, windowDays);
  return { isOpen: isWithinHours(facts, windowDays * 24, issues), lastDay, endsAt };
}

/** The window that the vendor states; `undefined` if it states none. */
function vendorWindow(facts: SoftwareCancellationFacts, issues: Issue[]): End | undefined {
  const { allowedUntil, refundOptions, refundableQuantity } = facts.vendor;
  if (
    allowedUntil === undefined &&
    refundOptions === undefined &&
    refundableQuantity === undefined
  ) {
    return undefined;
  }
  const units = refundableQuantity && unitsWindow(facts, refundableQuantity, issues);
  if (units === 'closed') return { isOpen: false, lastDay: null, endsAt: null };
  const ends = [allowedUntil, lastExpiry(refundOptions), units].filter((end) => end !== undefined);
  if (ends.length === 0) return { isOpen: true, lastDay: null, endsAt: null };
  const end = ends.reduce((a, b) => (isBefore(b, a) ? b : a));
  return {
    isOpen: isUntil(facts, end, issues),
    lastDay: dayOf(end),
    endsAt: isEndOfDay(end) ? null : end,
  };
}

type Options = NonNullable<SoftwareCancellationFacts['vendor']['refundOptions']>;
type Quantity = NonNullable<SoftwareCancellationFacts['vendor']['refundableQuantity']>;

/** Returns whether one of some refunds is still offered. */
export function isOffered(
  facts: SoftwareCancellationFacts,
  options: Options,
  issues: Issue[],
): boolean {
  const end = lastExpiry(options);
  return options.length > 0 && (end === undefined || isUntil(facts, end, issues));
}

/** The last instant at which one of some refunds is offered; `undefined` if one does not end, or there is none. */
function lastExpiry(options: Options = []): Instant | undefined {
  const ends = options.map(({ expiresAt }) => expiresAt);
  return ends.reduce((a, b) => a && b && (isBefore(a, b) ? b : a), ends[0]);
}

/**
 * The last instant at which all units can still be cancelled, as a subscription is only cancelled as a whole;
 * `undefined` if none is stated, `closed` if not all can be.
 */
function unitsWindow(
  { quantity }: SoftwareCancellationFacts,
  { totalQuantity, details = [] }: Quantity,
  issues: Issue[],
): Instant | 'closed' | undefined {
  if (quantity === undefined) {
    const expected = 'the units of the purchase, as the refundable ones are given';
    issues.push(issue(['quantity'], 'missing-field', expected, undefined));
    return 'closed';
  }
  if (totalQuantity < quantity) return 'closed';
  if (details.length === 0) return undefined;
  const latestFirst = [...details].sort((a, b) =>
    isBefore(a.allowedUntilDateTime, b.allowedUntilDateTime) ? 1 : -1,
  );
  let covered = 0;
  const last = latestFirst.find((batch) => {
    covered += batch.quantity;
    return covered >= quantity;
  });
  return last === undefined ? 'closed' : last.allowedUntilDateTime;
}

/** Formats the last day; `null` stays. */
export function lastDayText({ lastDay }: CancellationWindow): string | null {
  return lastDay === null ? null : formatDay(lastDay);
}
