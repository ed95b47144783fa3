import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  type ExchangeQuote,
  type ExchangeRequestInput,
  quoteExchange,
  savingsPlanServices,
} from '../../../src/reservations/index.ts';
import { exchangeCases } from '../arbitraries.ts';

// The facts that say what is exchanged for what: product, SKU, region, term and coverage by savings plans.

const skus = ['Standard_D2s_v5', 'Standard_D4s_v5'] as const;
const regions = ['West US', 'Korea Central'] as const;
const terms = ['P1Y', 'P3Y', 'P5Y'] as const;

/** Another spelling of the same name: case and spaces do not matter. */
const spellings: fc.Arbitrary<(text: string) => string> = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toLowerCase(),
  (text: string) => text.toUpperCase().replaceAll(' ', ''),
  (text: string) => ` ${text} `,
);

const spelledFrom = (words: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...words), spellings)
    .map(([word, spell]) => ({ word, text: spell(word) }));

const kinds = fc.record(
  {
    sku: spelledFrom(skus),
    region: spelledFrom(regions),
    newSku: spelledFrom(skus),
    newRegion: spelledFrom(regions),
    newTerm: fc.constantFrom(...terms),
  },
  { requiredKeys: [] },
);

const reasonsIn = (quote: ExchangeQuote): readonly string[] =>
  quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason);

describe('what is exchanged for what', () => {
  test.prop([exchangeCases, kinds])(
    'is refused as the same exactly if SKU, region and term are given and the same',
    ({ request, policy }, { newTerm, ...spelled }) => {
      const texts = Object.entries(spelled).map(([name, { text }]) => [name, text]);
      const facts = { ...Object.fromEntries(texts), ...(newTerm && { newTerm }) };
      const { sku, region, newSku, newRegion } = spelled;
      const isSame =
        [sku, region, newSku, newRegion, newTerm].every((fact) => fact !== undefined) &&
        [sku?.word, region?.word, request.term].join() ===
          [newSku?.word, newRegion?.word, newTerm].join();
      const before = quoteExchange(request, { policy });
      const after = quoteExchange({ ...request, ...facts } as ExchangeRequestInput, { policy });
      const others = reasonsIn(before).filter((reason) => reason !== 'purchase-below-credit');
      expect(reasonsIn(after)).toEqual(
        isSame ? [...others, 'same-reservation'] : reasonsIn(before),
      );
      expect(after.request).toMatchObject(facts);
      if (isSame) return;
      const { request: _, ...figures } = after;
      const { request: __, ...expected } = before;
      expect(figures).toEqual(expected);
    },
  );

  const product = fc.constantFrom('VirtualMachines', 'AppService', 'AVS', 'RedisCache');
  const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.option(value, { nil: undefined });
  const coverage = some(fc.boolean());
  const END = Date.UTC(2027, 1, 1);
  const DAY = 86_400_000;
  const text = (time: number): string => new Date(time).toISOString().slice(0, 10);

  test.prop([
    some(product),
    some(product),
    coverage,
    fc.integer({ min: -200, max: 200 }),
    fc.nat(150),
  ])(
    'follows the rule of 2027 for every product, coverage and day',
    (returned, bought, savingsPlanEligible, afterEnd, later) => {
      const purchased = END + afterEnd * DAY;
      const facts = {
        ...({ paid: '1200.00', currency: 'USD', term: 'P1Y', newPrice: '9000.00' } as const),
        ...{ purchasedOn: text(purchased), exchangedOn: text(purchased + later * DAY) },
        ...(returned && { product: returned }),
        ...(bought && { newProduct: bought }),
        ...(savingsPlanEligible !== undefined && { savingsPlanEligible }),
      } as ExchangeRequestInput;
      const known = savingsPlanServices as { readonly [name: string]: boolean };
      const isCovered =
        savingsPlanEligible ?? (returned === undefined ? undefined : known[returned]);
      const isInForce = purchased + later * DAY >= END;
      const isAfterEnd = afterEnd >= 0;
      if (isInForce && isAfterEnd && isCovered === undefined) {
        expect(() => quoteExchange(facts, { policy: 'azure' })).toThrow('savingsPlanEligible');
        return;
      }
      const quote = quoteExchange(facts, { policy: 'azure' });
      const isOther = returned !== undefined && bought !== undefined && returned !== bought;
      expect(reasonsIn(quote)).toEqual([
        ...(isInForce && isAfterEnd && isCovered === true ? ['covered-by-savings-plans'] : []),
        ...(isOther ? ['other-product-family'] : []),
      ]);
      const isLast = quote.allowed && isInForce && isCovered !== false;
      expect(quote.notes.includes('last-exchange')).toBe(isLast);
    },
  );
});
