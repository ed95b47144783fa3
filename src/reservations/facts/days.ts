import { addYears, type Day, writtenDay } from '../../kernel/day.ts';
import { type Term, termYears } from './term.ts';

/** Whole UTC days. */
export interface QuoteDays {
  /** From the purchase (day 0) to the cancellation or exchange. */
  readonly sincePurchase: number;
  readonly term: number;
  /** From the cancellation or exchange to the end of the term; 0 once it has ended. */
  readonly remaining: number;
}

/** The facts that the days of a return follow from. */
interface Dates {
  readonly purchasedOn: Day;
  readonly returnedOn: Day;
  readonly term: Term;
}

/** R-DAYS, R-PRORATE: UTC dates; the purchase day is day 0, and the term ends years later. */
export function daysOf({ purchasedOn, returnedOn, term }: Dates): QuoteDays {
  const termEnd = termEndOf({ purchasedOn, term });
  return {
    sincePurchase: returnedOn - purchasedOn,
    term: termEnd - purchasedOn,
    remaining: Math.max(0, termEnd - returnedOn),
  };
}

/** R-PRORATE: the day after the last one that the term covers. */
export function termEndOf({ purchasedOn, term }: Pick<Dates, 'purchasedOn' | 'term'>): Day {
  return addYears(purchasedOn, termYears[term]);
}

const lastWritable: Day = writtenDay('9999-12-31');

/** The day, or the last one that can be written. */
export function upToTheLastDay(day: Day): Day {
  return Math.min(day, lastWritable);
}
