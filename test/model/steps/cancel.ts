import fc from 'fast-check';
import { dayIn } from './days.ts';
import { close, nameOf, names, places, rateOf, requestFor, reservationAt } from './parts.ts';
import { type Answered, type Spelling, send } from './send.ts';
import { type Step, steps } from './step.ts';

export const cancel: fc.Arbitrary<Step> = steps(
  'cancel',
  fc.record({
    place: places,
    shift: fc.oneof(
      { weight: 12, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.constantFrom(-1, -2, -150, -364, -365, -366) },
      { weight: 1, arbitrary: fc.constantFrom(1, 2) },
    ),
    rate: fc.nat({ max: 2 }),
    used: fc.boolean(),
    name: names,
    spelling: fc.constantFrom<Spelling>('plain', 'plain', 'other words'),
  }),
  (book, desk, { place, shift, rate, used, name, spelling }) => {
    const reservation = reservationAt(book, place);
    const { customerId, currency, purchasedOn } = reservation;
    const rates = rateOf[currency] as readonly string[];
    const shifted = dayIn(book.today, shift);
    const canceledOn = shifted < purchasedOn ? purchasedOn : shifted;
    const id = nameOf(book, name, place);
    const usdRate = rates[rate % rates.length] as string;
    const old = book.sent.filter(
      ({ request }) => id !== undefined && request.id === id && request.customerId === customerId,
    );
    const answer = send(
      book,
      desk,
      requestFor(reservation, { canceledOn, usdRate, used, id }),
      spelling,
    );
    book.saw('a late day', answer.code === 'out-of-order');
    book.saw('a day ahead', answer.code === 'answered' && canceledOn > book.today);
    if (answer.code !== 'answered' || answer.repeated) return;
    const wasKnown = old.some(({ answer: it }) => it.code === 'answered' && movesIds(it));
    book.saw('a forgotten id', wasKnown);
    book.saw('a cancellation of what was exchanged', reservation.isExchanged === true);
    if (answer.model.outcome === 'paid') close(book, reservation);
  },
);

/** Whether an id of this answer is kept. */
export function movesIds({ model }: Answered): boolean {
  return model.outcome === 'paid' || model.reasons[0] === 'limit-exceeded';
}
