import { type Day, formatDay, readDay } from '../../kernel/day.ts';
import {
  addHours,
  dayOf,
  formatInstant,
  type Instant,
  isBefore,
  readInstant,
} from '../../kernel/instant.ts';
import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { type Fields, isGiven } from '../../kernel/read.ts';

type Path = Issue['path'];

/** The days of a purchase and its cancellation, and their instants as far as they are known. */
export interface Moments {
  readonly purchasedOn: Day;
  readonly purchasedAt: Instant | undefined;
  readonly canceledOn: Day;
  readonly canceledAt: Instant | undefined;
}

type MomentField = keyof Moments;

/** Reads the days and the instants; a day that is given as an instant states both. */
export function readMoments(fields: Fields<MomentField>, issues: Issue[]): Moments {
  const before = issues.length;
  const purchase = readMoment(fields, 'purchasedOn', 'purchasedAt', issues);
  const cancellation = readMoment(fields, 'canceledOn', 'canceledAt', issues);
  const [purchasedOn, canceledOn] = [purchase.day, cancellation.day];
  const [purchasedAt, canceledAt] = [purchase.at, cancellation.at];
  if (issues.length === before) {
    if (canceledOn < purchasedOn) {
      const expected = `the day of the purchase (${formatDay(purchasedOn)}) or a later one`;
      issues.push(issue(['canceledOn'], 'before-purchase', expected, fields.canceledOn));
    } else if (purchasedAt && canceledAt && isBefore(canceledAt, purchasedAt)) {
      const [name, value] = isGiven(fields.canceledAt)
        ? ['canceledAt', fields.canceledAt]
        : ['canceledOn', fields.canceledOn];
      const expected = `the instant of the purchase (${formatInstant(purchasedAt)}) or a later one`;
      issues.push(issue([name], 'before-purchase', expected, value));
    }
  }
  return { purchasedOn, purchasedAt, canceledOn, canceledAt };
}

function readMoment(
  fields: Fields<MomentField>,
  dayName: 'purchasedOn' | 'canceledOn',
  instantName: 'purchasedAt' | 'canceledAt',
  issues: Issue[],
): { readonly day: Day; readonly at: Instant | undefined } {
  const before = issues.length;
  const value = fields[dayName];
  const day = readDay(value, [dayName], issues);
  const isDay = typeof value === 'string' && value.length === 10;
  const ofDay = issues.length > before || isDay ? undefined : readInstant(value, [dayName], issues);
  const stated = fields[instantName];
  if (!isGiven(stated)) return { day, at: ofDay };
  const at = readInstant(stated, [instantName], issues);
  if (issues.length > before) return { day, at };
  if (dayOf(at) !== day || (ofDay !== undefined && formatInstant(ofDay) !== formatInstant(at))) {
    const other = ofDay === undefined ? `an instant on ${formatDay(day)}` : formatInstant(ofDay);
    const expected = `${other}, as ${dayName} states`;
    issues.push(issue([instantName], 'contradiction', expected, stated));
  }
  return { day, at };
}

/**
 * Returns whether fewer than so many hours lie between the purchase and the cancellation. Days alone decide
 * where every instant on them gives the same answer; otherwise a missing instant is an issue.
 */
export function isWithinHours(
  { purchasedOn, purchasedAt, canceledOn, canceledAt }: Moments,
  hours: number,
  issues: Issue[],
): boolean {
  if (purchasedAt !== undefined && canceledAt !== undefined) {
    return isBefore(canceledAt, addHours(purchasedAt, hours));
  }
  const days = canceledOn - purchasedOn;
  if ((days + 1) * 24 <= hours) return true;
  if ((days - 1) * 24 >= hours) return false;
  if (purchasedAt === undefined) needInstant(['purchasedAt'], 'purchase', issues);
  if (canceledAt === undefined) needInstant(['canceledAt'], 'cancellation', issues);
  return false;
}

/** Returns whether a cancellation is not later than an instant, or than the day for which that stands. */
export function isUntil(
  { canceledOn, canceledAt }: Moments,
  end: Instant,
  issues: Issue[],
): boolean {
  const last = dayOf(end);
  if (canceledOn !== last) return canceledOn < last;
  if (isEndOfDay(end)) return true;
  if (canceledAt === undefined) needInstant(['canceledAt'], 'cancellation', issues);
  return canceledAt !== undefined && !isBefore(end, canceledAt);
}

/** Returns whether an instant stands for the end of its UTC day: one at 23:59 or later. */
export function isEndOfDay(end: Instant): boolean {
  return end.seconds - dayOf(end) * SECONDS_PER_DAY >= LAST_MINUTE;
}

const SECONDS_PER_DAY = 86_400;
const LAST_MINUTE = SECONDS_PER_DAY - 60;

function needInstant(path: Path, event: string, issues: Issue[]): void {
  const expected = `the instant of the ${event}, since hours decide on this day`;
  issues.push(issue(path, missing(undefined, 'missing-field'), expected, undefined));
}
