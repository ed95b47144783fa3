import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseExchangeRequest, tryQuoteExchange } from '../../../src/reservations/index.ts';
import { exchangeCases } from '../arbitraries.ts';
import { deepFreeze } from '../deep.ts';
import { spoilt } from '../hostile.ts';

describe('parseExchangeRequest', () => {
  it('writes amounts with the decimals of their currency, and days as UTC dates', () => {
    const meta = Symbol('mine');
    const parsed = parseExchangeRequest({
      meta,
      customerId: 'contoso',
      id: 'CR-1',
      billingPlan: 'Upfront',
      product: 'AVS',
      newCurrency: 'CLF',
      newPrice: 2,
      exchangedOn: new Date('2025-07-02T23:59:59Z'),
      purchasedOn: '2025-01-01T00:00:00+14:00',
      term: 'P5Y',
      currency: 'CLF',
      paid: '1.5',
    });
    expect(parsed).toEqual({
      ok: true,
      value: {
        paid: '1.5000',
        currency: 'CLF',
        term: 'P5Y',
        purchasedOn: '2024-12-31',
        exchangedOn: '2025-07-02',
        newPrice: '2.0000',
        newCurrency: 'CLF',
        product: 'AVS',
        billingPlan: 'Upfront',
        id: 'CR-1',
        customerId: 'contoso',
        meta,
      },
    });
  });

  it('reports every issue at once', () => {
    const parsed = parseExchangeRequest({ newprice: '1' });
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path[0])).toEqual([
      ...['newprice', 'currency', 'term', 'purchasedOn', 'exchangedOn', 'paid'],
    ]);
  });

  test.prop([exchangeCases])('a parsed request parses to itself', ({ request }) => {
    const parsed = parseExchangeRequest(request);
    expect(JSON.stringify(parsed)).toBe(JSON.stringify({ ok: true, value: request }));
    expect(parseExchangeRequest(deepFreeze(structuredClone(request)))).toEqual(parsed);
  });

  test.prop([exchangeCases.chain(({ request }) => spoilt({ ...request, term: 1 }))])(
    'finds the issues that a quote finds',
    ({ make }) => {
      const input = make();
      const parsed = parseExchangeRequest(input);
      const quoted = tryQuoteExchange(input);
      expect(parsed.ok).toBe(quoted.ok);
      expect(parsed.ok ? [] : parsed.issues).toEqual(quoted.ok ? [] : quoted.issues);
    },
  );
});

it('keeps its name in bundles', () => {
  expect(parseExchangeRequest).toHaveProperty('name', 'parseExchangeRequest');
});
