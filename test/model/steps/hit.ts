import fc from 'fast-check';
import { minorOf } from '../../reservations/arbitraries.ts';
import type { LedgerRequest } from '../ledger.model.ts';
import { divide, modelRefund, parseDecimal, roundDown } from '../refund.model.ts';
import type { Book } from './book.ts';
import { dayIn } from './days.ts';
import { money, priceText, requestFor, terms } from './parts.ts';
import { send } from './send.ts';
import { customers, type Step, steps } from './step.ts';

export const hit: fc.Arbitrary<Step> = steps(
  'hit the limit',
  fc.record({
    customerId: fc.constantFrom(...customers),
    money,
    term: terms,
    since: fc.constantFrom(0, 0, 3, 5, 6, 30, 183, 364),
    used: fc.boolean(),
    by: fc.constantFrom(-1n, 0n, 0n, 1n),
  }),
  (book, desk, { customerId, money: { currency, usdRate }, term, since, used, by }) => {
    const bought = { customerId, currency, term, purchasedOn: dayIn(book.today, -since) };
    const facts = { canceledOn: book.today, usdRate, used, id: `CR-${book.steps}` };
    const request = requestFor({ ...bought, paid: '0' }, facts);
    const paid = priceThatHits(book, request, by);
    const answer = send(book, desk, { ...request, paid });
    if (answer.code !== 'answered' || by !== 1n) return;
    book.saw(
      'refused for one minor unit',
      answer.model.outcome === 'refused' && answer.model.reasons[0] === 'limit-exceeded',
    );
  },
);

/** A price of which what comes back is so many minor units above what is left of the limit. */
function priceThatHits(book: Book, request: LedgerRequest, by: bigint): string {
  const { digits, customerId, canceledOn } = request;
  const { rules } = book;
  const { available } = book.ledger.limitOn(customerId, canceledOn, rules);
  const left = divide(parseDecimal(available ?? '50000.00'), parseDecimal(request.usdRate));
  const target = minorOf(roundDown(left, digits)) + by;
  if (target <= 0n) return priceText(0n, digits);
  let price = target;
  for (let tries = 0; tries < 8; tries += 1) {
    const paid = priceText(price, digits);
    const answer = modelRefund({ ...request, paid }, { ...rules, limitUsd: null }, '0.00');
    if (answer.outcome === 'refused') break;
    const counted = minorOf(rules.limitCounts === 'refund' ? answer.refundable : answer.credit);
    const missing = target - counted;
    if (missing === 0n || counted === 0n) break;
    const more = (missing * price) / counted;
    price += more !== 0n ? more : missing > 0n ? 1n : -1n;
  }
  return priceText(price, digits);
}
