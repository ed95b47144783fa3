import { type Day, formatDay } from '../../kernel/day.ts';
import { addDays, dayOf, type Instant, isBefore } from '../../kernel/instant.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { softwareCitations } from '../policy/citations.ts';
import type { SoftwareCancellationFacts } from './facts.ts';
import { isUntil, isWithinHours } from './moments.ts';

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
  const conditions = [
    allowedUntil === undefined || isUntil(facts, allowedUntil, issues),
    refundOptions === undefined || refundOptions.some((option) => isOffered(facts, option, issues)),
    refundableQuantity === undefined || areUnitsOpen(facts, refundableQuantity, issues),
  ];
  const endsAt = vendorEnd(facts);
  return {
    isOpen: conditions.every((holds) => holds),
    lastDay: endsAt === null ? null : dayOf(endsAt),
    endsAt,
  };
}

type Option = NonNullable<SoftwareCancellationFacts['vendor']['refundOptions']>[number];
type Quantity = NonNullable<SoftwareCancellationFacts['vendor']['refundableQuantity']>;

/** Returns whether a refund is still offered. */
export function isOffered(
  facts: SoftwareCancellationFacts,
  { expiresAt }: Option,
  issues: Issue[],
): boolean {
  return expiresAt === undefined || isUntil(facts, expiresAt, issues);
}

/** Returns whether all units can still be cancelled, as a subscription is only cancelled as a whole. */
function areUnitsOpen(
  facts: SoftwareCancellationFacts,
  { totalQuantity, details = [] }: Quantity,
  issues: Issue[],
): boolean {
  const open = details
    .filter(({ allowedUntilDateTime }) => isUntil(facts, allowedUntilDateTime, issues))
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const refundable = details.length === 0 ? totalQuantity : Math.min(totalQuantity, open);
  if (refundable === 0) return false;
  if (facts.quantity === undefined) {
    const expected = 'the units of the purchase, as the refundable ones are given';
    issues.push(issue(['quantity'], 'missing-field', expected, undefined));
    return false;
  }
  return refundable >= facts.quantity;
}

/** The first end of those that the vendor states; `null` if none ends. */
function vendorEnd({ vendor }: SoftwareCancellationFacts): Instant | null {
  const { allowedUntil, refundOptions = [], refundableQuantity } = vendor;
  const expiries = refundOptions.map(({ expiresAt }) => expiresAt);
  const ends: Instant[] = allowedUntil === undefined ? [] : [allowedUntil];
  if (expiries.length > 0 && !expiries.includes(undefined)) {
    ends.push(expiries.reduce(later) as Instant);
  }
  for (const { allowedUntilDateTime } of refundableQuantity?.details ?? []) {
    ends.push(allowedUntilDateTime);
  }
  return ends.length === 0 ? null : ends.reduce(earlier);
}

function later(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return isBefore(a as Instant, b as Instant) ? b : a;
}

function earlier(a: Instant, b: Instant): Instant {
  return isBefore(b, a) ? b : a;
}

/** Formats the last day; `null` stays. */
export function lastDayText({ lastDay }: CancellationWindow): string | null {
  return lastDay === null ? null : formatDay(lastDay);
}
