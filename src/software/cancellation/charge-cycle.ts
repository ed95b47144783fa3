import { addMonths, type Day, wholeMonthsBetween } from '../../kernel/day.ts';
import { type BillingCycle, billingCycleMonths } from '../policy/software-policy.ts';

/** A period of UTC days: the first, and the day after the last. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/**
 * SOF-20: the charge cycle of a purchase in which a day lies: from the purchase day to the day before the same
 * day of the next period; if that month lacks the day, its last day takes its place.
 */
export function chargeCycleOn(day: Day, purchasedOn: Day, cycle: BillingCycle): Period {
  const length = billingCycleMonths[cycle];
  const months = wholeMonthsBetween(purchasedOn, day);
  const before = months - (months % length);
  return {
    from: addMonths(purchasedOn, before),
    to: addMonths(purchasedOn, before + length),
  };
}
