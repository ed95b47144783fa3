import { type fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { FactSchemas } from '../../src/schemas/catalogue.ts';
import { readFacts } from './read-facts.ts';
import { validatorOf } from './read-schema.ts';
import { results } from './results.ts';

/** Facts in canonical form, as random answers hold them. */
const canonical: { readonly [Name in keyof FactSchemas]?: fc.Arbitrary<unknown> } = {
  'refund-request': results['refund-quote'].map((quote) => quote?.request),
  'settlement-record': results['settlement-result'].map((result) =>
    result?.ok ? result.quote.request : undefined,
  ),
  'exchange-request': results['exchange-quote'].map((quote) => quote?.request),
  'refund-policy-input': results['refund-policy'],
  'refund-ledger-input': results['refund-ledger'],
  'software-cancellation-request': results['software-cancellation-decision'].map(
    (decision) => decision?.request,
  ),
  'software-policy-input': results['software-policy'],
  'download-link-input': results['recorded-download'].map((recorded) => recorded?.link),
  'customer-purchase-request': results['customer-purchase-decision'].map(
    (decision) => decision?.request,
  ),
  'permission-change-request': results['permission-change-decision'].map(
    (decision) => decision?.request,
  ),
  'discount-request': results['discounted-subscriptions'].map((answer) => answer?.request),
  partnership: results['partnership-decision'].map((decision) => decision?.next),
};

describe.each(Object.keys(canonical) as (keyof FactSchemas)[])('%s.json', (name) => {
  const validate = validatorOf(name);

  test.prop([canonical[name] as fc.Arbitrary<unknown>])(
    'accepts the canonical form of facts, as the library does',
    (given) => {
      if (given === undefined) return;
      const facts: unknown = JSON.parse(JSON.stringify(given));
      expect(readFacts[name](facts)).toEqual([]);
      validate(facts);
      expect(validate.errors ?? []).toEqual([]);
    },
  );
});
