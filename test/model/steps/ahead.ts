import fc from 'fast-check';
import { dayIn } from './days.ts';
import { nameOf, names, places, priceText, rateOf, requestFor, reservationAt } from './parts.ts';
import { send } from './send.ts';
import { type Step, steps } from './step.ts';

/** Sends, under a policy that refuses, a cancellation of a day far ahead that no limit has room for. */
export const ahead: fc.Arbitrary<Step> = steps(
  'ahead',
  fc.record({
    place: places,
    days: fc.constantFrom(1, 180, 364, 365, 366, 800),
    name: names,
  }),
  (book, desk, { place, days, name }) => {
    const { limitUsd, overLimit } = book.policy;
    if (limitUsd === null || overLimit !== 'refuse') return;
    const reservation = reservationAt(book, place);
    const canceledOn = dayIn(book.today, days);
    const [usdRate = '1'] = rateOf[reservation.currency] as readonly string[];
    const id = nameOf(book, name, place);
    const dear = { ...reservation, term: 'P5Y', purchasedOn: book.today } as const;
    const request = requestFor(dear, { canceledOn, usdRate, used: true, id });
    const paid = priceText(99_999_999_999_999n, request.digits);
    const answer = send(book, desk, { ...request, paid });
    const isRefused = answer.code === 'answered' && answer.model.outcome === 'refused';
    book.saw('a refusal far ahead', isRefused && days > 364 && id !== undefined);
  },
);
