import type { ClauseId, ReadingId } from './clause.ts';

/** A lawful yes, with the clauses that made it and the readings that were applied. */
export interface Allowed {
  readonly allowed: true;
  readonly because: readonly ClauseId[];
  readonly readings: readonly ReadingId[];
}

/** What somebody can do about an obstacle. */
export type NextStep =
  // reservations, roles, markets
  | 'nothing-left-to-return'
  | 'keep-to-term-end'
  | 'wait-for-limit'
  | 'choose-another-day'
  | 'choose-a-dearer-reservation'
  | 'ask-an-allowed-role'
  | 'do-without-a-reservation'
  // software
  | 'keep-the-software'
  | 'request-support'
  | 'cancel-and-buy-again'
  | 'renew-the-link'
  | 'use-the-link-at-hand'
  | 'stop-using-the-software'
  // customers
  | 'buy-a-subscription'
  | 'assign-the-owner-role'
  | 'turn-the-permission-on'
  | 'ask-the-partner'
  | 'see-the-other-agreement'
  // resellers
  | 'enroll-as-indirect-reseller'
  | 'open-a-partner-center-account'
  | 'send-a-partnership-request'
  | 'put-the-personal-link-in'
  | 'wait-for-the-reseller-to-accept'
  | 'carry-on-with-the-partnership'
  | 'associate-with-the-customer'
  | 'associate-with-the-subscription'
  | 'name-as-support-contact'
  | 'get-the-tenant-owner-permission'
  // support
  | 'cancel-it-yourself';

/** One thing that stands in the way, the clause that puts it there, and what to do about it. */
export interface Obstacle<Reason extends string> {
  readonly reason: Reason;
  readonly clause: ClauseId;
  readonly reading?: ReadingId | undefined;
  readonly nextStep: NextStep;
}

/** A lawful no, with every obstacle. `reason` is the first one's. */
export interface Denied<Reason extends string> {
  readonly allowed: false;
  readonly reason: Reason;
  readonly obstacles: readonly [Obstacle<Reason>, ...Obstacle<Reason>[]];
  readonly because: readonly ClauseId[];
  readonly readings: readonly ReadingId[];
}

/** A lawful answer. Malformed facts never become one: they are issues. */
export type Decision<Reason extends string> = Allowed | Denied<Reason>;

/**
 * Denies for the given obstacles: the clauses and readings are theirs and what else led to the
 * answer, each named once.
 */
export function deny<Reason extends string>(
  obstacles: readonly [Obstacle<Reason>, ...Obstacle<Reason>[]],
  clauses: readonly ClauseId[] = [],
  furtherReadings: readonly ReadingId[] = [],
): Denied<Reason> {
  const because = new Set<ClauseId>();
  const readings = new Set<ReadingId>();
  for (const { clause, reading } of obstacles) {
    because.add(clause);
    if (reading !== undefined) readings.add(reading);
  }
  for (const clause of clauses) because.add(clause);
  for (const reading of furtherReadings) readings.add(reading);
  return {
    allowed: false,
    reason: obstacles[0].reason,
    obstacles,
    because: [...because],
    readings: [...readings],
  };
}
