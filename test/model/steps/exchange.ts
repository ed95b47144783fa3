import fc from 'fast-check';
import { expect } from 'vitest';
import { quoteExchange } from '../../../src/reservations/index.ts';
import { decimalsOf, minorOf } from '../../reservations/arbitraries.ts';
import { modelExchange } from '../refund.model.ts';
import { expectSame } from './desk.ts';
import { buyFor, close, places, priceText, reservationAt, terms, usdCents } from './parts.ts';
import { type Step, steps } from './step.ts';

export const exchange: fc.Arbitrary<Step> = steps(
  'exchange',
  fc.record({
    place: places,
    term: terms,
    price: fc.oneof(
      fc.tuple(fc.constant('credit'), fc.constantFrom(-1n, 0n, 1n)),
      fc.tuple(fc.constant('worth'), usdCents),
    ),
  }),
  (book, desk, { place, term, price: [kind, amount] }) => {
    const reservation = reservationAt(book, place);
    const { customerId, currency, product, paid } = reservation;
    const digits = decimalsOf(currency);
    if (reservation.purchasedOn > book.today) return;
    const given = {
      ...{ paid, term: reservation.term, purchasedOn: reservation.purchasedOn },
      ...(product === undefined ? {} : { product }),
      exchangedOn: book.today,
    };
    const anyPrice = { ...book.exchangeRules, exchangeMinimum: 'none' as const };
    const priced = modelExchange({ ...given, digits, newPrice: '0' }, anyPrice);
    const credit = priced.outcome === 'allowed' ? minorOf(priced.credit) : 0n;
    const minor = kind === 'credit' ? credit + amount : amount;
    const newPrice = priceText(minor, digits);
    const expected = modelExchange({ ...given, digits, newPrice }, book.exchangeRules);

    const before = [desk.ledgerOf(customerId), desk.inBatchOf(customerId)];
    const quote = quoteExchange({ ...given, currency, newPrice } as never, { policy: desk.policy });
    if (expected.outcome === 'refused') {
      expectSame(
        quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason),
        expected.reasons,
      );
    } else {
      const { credit: credited, netPayable } = quote;
      const figures = { outcome: quote.allowed && 'allowed', credit: credited, netPayable };
      expectSame(figures, expected);
    }
    // Sent to be settled it is refused, since it has no part in the limit.
    const settled = desk.settle({ ...given, customerId, currency, newPrice } as never);
    expect(settled).toMatchObject({ ok: false });
    expectSame([desk.ledgerOf(customerId), desk.inBatchOf(customerId)], before);

    if (expected.outcome === 'refused') {
      book.saw('an exchange below its credit', expected.reasons[0] === 'purchase-below-credit');
      return;
    }
    book.saw('an exchange');
    book.saw('an exchange for exactly its credit', minorOf(newPrice) === credit && credit > 0n);
    close(book, reservation);
    const bought = { customerId, paid: newPrice, currency, term, product };
    buyFor(book, { ...bought, purchasedOn: book.today, isExchanged: true });
  },
);
