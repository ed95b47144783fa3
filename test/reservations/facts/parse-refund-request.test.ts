import { fc, test } from '@fast-check/vitest';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  parseRefundRequest,
  quoteRefund,
  tryQuoteRefund,
} from '../../../src/reservations/index.ts';
import { refundCases } from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { spoilt } from '../hostile.ts';
import { REQUEST } from '../request.ts';

describe('parseRefundRequest', () => {
  it('writes amounts with the decimals of their currency, and days as UTC dates', () => {
    const meta = { anything: [1n] };
    const input = {
      meta,
      customerId: 'contoso',
      id: 'CR-1',
      billingPlan: 'Upfront',
      product: 'AVS',
      usdRate: '03.2500'.slice(1),
      consumedRefunds: 7n,
      used: false,
      canceledOn: '2025-01-06T23:30:00-05:00',
      purchasedOn: new Date('2025-01-01T12:00:00Z'),
      term: 'P3Y',
      currency: 'KWD',
      paid: new Decimal('12.5'),
    };
    const parsed = parseRefundRequest(input);
    expect(parsed).toEqual({
      ok: true,
      value: {
        paid: '12.500',
        currency: 'KWD',
        term: 'P3Y',
        purchasedOn: '2025-01-01',
        canceledOn: '2025-01-07',
        used: false,
        consumedRefunds: '7.00',
        usdRate: '3.25',
        product: 'AVS',
        billingPlan: 'Upfront',
        id: 'CR-1',
        customerId: 'contoso',
        meta,
      },
    });
    // The order is the parser's, not the caller's, so that equal facts are equal texts.
    expect(parsed.ok && Object.keys(parsed.value)[0]).toBe('paid');
    expect(parsed.ok && parsed.value.meta).toBe(meta);
  });

  it('gives only the fields that were given', () => {
    const absent = { consumedRefunds: undefined, id: undefined, meta: undefined };
    const parsed = parseRefundRequest({ ...REQUEST, ...absent });
    expect(parsed.ok && Object.keys(parsed.value)).toEqual(Object.keys(REQUEST));
    const meta = parseRefundRequest({ ...REQUEST, meta: null });
    expect(meta.ok && meta.value.meta).toBe(null);
  });

  it('reads every 0 that has no minus', () => {
    for (const paid of [0, 0n, '0', '0.0', '0.00', new Decimal('-0')]) {
      expect(parseRefundRequest({ ...REQUEST, paid })).toMatchObject({ value: { paid: '0.00' } });
    }
  });

  it.each([
    [999_999_999_999_999, '999999999999999.00'],
    [99_999_999_999_999.9, '99999999999999.90'],
    [9_999_999_999_999.99, '9999999999999.99'],
    [0.29, '0.29'],
    [1.1, '1.10'],
    [1e14, '100000000000000.00'],
  ])('reads the number %d as it is written', (paid, text) => {
    expect(parseRefundRequest({ ...REQUEST, paid })).toMatchObject({ value: { paid: text } });
  });

  it('tells what is wrong, where, and what came', () => {
    expect(parseRefundRequest({ ...REQUEST, used: 'yes' })).toEqual({
      ok: false,
      issues: [
        {
          path: ['used'],
          code: 'wrong-type',
          expected: 'true or false',
          received: '"yes"',
          message: 'used: expected true or false, got "yes"',
        },
      ],
    });
  });

  it('escapes in a message what cannot be seen', () => {
    const parsed = parseRefundRequest({ ...REQUEST, term: 'P1Y\u202e\n\u0000' });
    expect(parsed.ok ? '' : parsed.issues[0]?.received).toBe('"P1Y\\u{202e}\\u{a}\\u{0}"');
  });

  test.prop([refundCases])('a parsed request parses to itself', ({ request }) => {
    const parsed = parseRefundRequest(request);
    expect(JSON.stringify(parsed)).toBe(JSON.stringify({ ok: true, value: request }));
    expect(parseRefundRequest(deepFreeze(structuredClone(request)))).toEqual(parsed);
  });

  test.prop([refundCases])('hands out nothing of its own', ({ request }) => {
    const input = structuredClone(request);
    vandalise(parseRefundRequest(input));
    expect(input).toEqual(request);
  });

  test.prop([refundCases.chain(({ request }) => spoilt({ ...request, used: 1 }))])(
    'finds the issues that a quote finds',
    ({ make }) => {
      const input = make();
      const parsed = parseRefundRequest(input);
      const quoted = tryQuoteRefund(input);
      expect(parsed.ok).toBe(quoted.ok);
      expect(parsed.ok ? [] : parsed.issues).toEqual(quoted.ok ? [] : quoted.issues);
    },
  );

  test.prop([refundCases, fc.jsonValue()])(
    'meta is the caller’s own',
    ({ request, policy }, meta) => {
      const quote = quoteRefund({ ...request, meta }, { policy });
      expect(quote.request.meta).toBe(meta);
      const { meta: _, ...facts } = quote.request;
      expect({ ...quote, request: facts }).toEqual(quoteRefund(request, { policy }));
    },
  );
});

it('keeps its name in bundles', () => {
  expect(parseRefundRequest).toHaveProperty('name', 'parseRefundRequest');
});
