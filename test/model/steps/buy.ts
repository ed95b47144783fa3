import fc from 'fast-check';
import { dayIn } from './days.ts';
import { buyFor, money, priceIn, products, terms, usdCents } from './parts.ts';
import { customers, type Step, steps } from './step.ts';

export const buy: fc.Arbitrary<Step> = steps(
  'buy',
  fc.record({
    customerId: fc.constantFrom(...customers),
    money,
    term: terms,
    usdCents,
    product: products,
    ago: fc.constantFrom(0, 0, 0, 1, 5, 6, 183, 364, 366),
  }),
  (book, _, facts) => {
    const { currency, usdRate } = facts.money;
    buyFor(book, {
      customerId: facts.customerId,
      paid: priceIn(currency, usdRate, facts.usdCents),
      currency,
      term: facts.term,
      purchasedOn: dayIn(book.today, -facts.ago),
      product: facts.product,
    });
  },
);
