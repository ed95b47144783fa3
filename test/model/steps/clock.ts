import fc from 'fast-check';
import { minorOf } from '../../reservations/arbitraries.ts';
import type { Book } from './book.ts';
import { dayIn, dayOfYear } from './days.ts';
import { pick, places } from './parts.ts';
import { customers, type Step, steps } from './step.ts';

export const clock: fc.Arbitrary<Step> = steps(
  'clock',
  fc.record({
    to: fc.constantFrom(
      ...[
        'days',
        'days',
        'days',
        'given back',
        'given back',
        'window',
        'new year',
        'leap',
        'month',
      ],
    ),
    days: fc.constantFrom(0, 1, 1, 2, 4, 5, 6, 7, 30, 90, 182, 183, 364, 365, 366, 367, 800),
    by: fc.constantFrom(-1, 0, 0, 1),
    place: places,
  }),
  (book, desk, { to, days, by, place }) => {
    const before = book.today;
    const customerId = pick(customers, place);
    const first = book.ledger.limitOn(customerId, later(before, book, customerId), book.rules);
    const target = {
      days: dayIn(before, days),
      'given back': first.givenBack[0]?.on,
      window: book.open.length === 0 ? undefined : dayIn(pick(book.open, place).purchasedOn, 5),
      'new year': dayOfYear(before, 1, '01-01'),
      leap: nextLeapDay(before),
      month: dayIn(`${dayIn(`${before.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1),
    }[to];
    const day = target === undefined || to === 'days' ? target : dayIn(target, by);
    if (day === undefined || day <= before) return;
    book.today = day;
    book.saw('a new year', day.slice(0, 4) !== before.slice(0, 4));
    book.saw('a leap day', day.endsWith('-02-29'));
    book.saw('the end of a month', to === 'month' && by === 0);
    if (to !== 'given back') return;
    const after = desk.limitOn(customerId, later(day, book, customerId));
    const isLess = minorOf(after.consumed) < minorOf(first.consumed);
    book.saw('given back that very day', by === 0 && isLess);
    book.saw('nothing given back the day before', by === -1 && !isLess);
    const { limitWindow } = book.policy;
    book.saw('given back after 365 days', isLess && limitWindow === '365-days');
    book.saw('given back at the new year', isLess && limitWindow === 'calendar-year');
  },
);

function later(day: string, book: Book, customerId: string): string {
  const lastDay = book.ledger.lastDayOf(customerId);
  return lastDay !== null && lastDay > day ? lastDay : day;
}

function nextLeapDay(day: string): string | undefined {
  for (let years = 0; years < 9; years += 1) {
    const leapDay = dayIn(dayOfYear(day, years, '03-01'), -1);
    if (leapDay.endsWith('29') && leapDay > day) return leapDay;
  }
  return undefined;
}
