import fc from 'fast-check';
import { minorOf } from '../../reservations/arbitraries.ts';
import type { LedgerRequest } from '../ledger.model.ts';
import { movesIds } from './cancel.ts';
import { dayIn } from './days.ts';
import { pick, places, priceText } from './parts.ts';
import { send } from './send.ts';
import { type Step, steps } from './step.ts';

export const repeat: fc.Arbitrary<Step> = steps(
  'repeat',
  fc.record({
    place: fc.oneof(places, fc.nat({ max: 3 })),
    twist: fc.oneof(
      { weight: 4, arbitrary: fc.constant('none') },
      { weight: 2, arbitrary: fc.constant('words') },
      {
        weight: 6,
        arbitrary: fc.constantFrom('paid', 'used', 'day', 'product', 'rate', 'one beside it'),
      },
    ),
  }),
  (book, desk, { place, twist }) => {
    const known = book.sent.filter(({ request }) => request.id !== undefined);
    if (known.length === 0) return;
    const { request, answer: before } = pick(known, place);
    const answer = send(
      book,
      desk,
      twisted(request, twist, book.steps),
      twist === 'words' ? 'other words' : 'plain',
    );
    const wasKept = before.code === 'answered' && movesIds(before) && !before.repeated;
    if (answer.code === 'answered' && answer.repeated) {
      book.saw('a repeat with other words', twist === 'words');
    } else if (answer.code === 'id-conflict') {
      const isSame = twist === 'none' || twist === 'words';
      book.saw(isSame ? 'another policy' : 'other facts');
    } else if (wasKept && answer.code === 'out-of-order') {
      book.saw('a forgotten id of a late day');
    }
  },
);

function twisted(request: LedgerRequest, twist: string, number: number): LedgerRequest {
  const { paid, digits, used, canceledOn, product, currency } = request;
  if (twist === 'paid') return { ...request, paid: priceText(minorOf(paid) + 1n, digits) };
  if (twist === 'used') return { ...request, used: !used };
  if (twist === 'day') return { ...request, canceledOn: dayIn(canceledOn, 1) };
  if (twist === 'rate' && currency !== 'USD') return { ...request, usdRate: '2.5' };
  // A small one on the same day still fits where this one did not, and makes its day the last, however long ago.
  if (twist === 'one beside it')
    return { ...request, id: `CR-${number}`, paid: priceText(1n, digits) };
  if (twist !== 'product') return request;
  return { ...request, product: product === undefined ? 'VirtualMachines' : undefined };
}
