import fc from 'fast-check';
import { dayIn } from './days.ts';
import { expectSame } from './desk.ts';
import { nameOf, places, rateOf, requestFor, reservationAt } from './parts.ts';
import { recordOf } from './send.ts';
import { type Step, steps } from './step.ts';

export const spoil: fc.Arbitrary<Step> = steps(
  'spoil',
  fc.record({
    place: places,
    fault: fc.constantFrom(
      ...['before-purchase', 'conflicts-with-ledger', 'rate', 'unknown-field', 'missing-field'],
    ),
  }),
  (book, desk, { place, fault }) => {
    const reservation = reservationAt(book, place);
    const { currency, purchasedOn, customerId } = reservation;
    const usdRate = rateOf[currency]?.[0] as string;
    const facts = { canceledOn: book.today, usdRate, used: true, id: nameOf(book, 'old', place) };
    const request = requestFor(reservation, facts);
    const { usdRate: _, ...unrated } = recordOf(request, 'plain');
    const { used: __, ...unsaid } = recordOf(request, 'plain');
    const isDollar = currency === 'USD';
    const [record, code] = {
      'before-purchase': [
        { ...recordOf(request, 'plain'), canceledOn: dayIn(purchasedOn, -1) },
        'before-purchase',
      ],
      'conflicts-with-ledger': [
        { ...recordOf(request, 'plain'), consumedRefunds: '0.00' },
        'conflicts-with-ledger',
      ],
      rate: isDollar
        ? [{ ...unrated, usdRate: '1.1' }, 'rate-not-one']
        : [unrated, 'rate-required'],
      'unknown-field': [
        { ...recordOf(request, 'plain'), exchangedOn: book.today },
        'unknown-field',
      ],
      'missing-field': [unsaid, 'missing-field'],
    }[fault] as [{ readonly customerId: string }, string];
    const before = [desk.ledgerOf(customerId), desk.inBatchOf(customerId)];
    expectSame(desk.settle(record), { ok: false, codes: [code] });
    expectSame([desk.ledgerOf(customerId), desk.inBatchOf(customerId)], before);
    book.saw('a malformed record');
  },
);
