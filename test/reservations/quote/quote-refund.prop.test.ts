import { fc, test } from '@fast-check/vitest';
import { Decimal } from 'decimal.js';
import { beforeAll, describe, expect } from 'vitest';
import {
  parseRefundRequest,
  quoteRefund,
  type RefundLine,
  type RefundQuote,
  type RefundRequest,
  type RefundRequestInput,
  tryQuoteRefund,
} from '../../../src/reservations/index.ts';
import { compare, type ModelRefund, modelRefund, parseDecimal } from '../../model/refund.model.ts';
import {
  addDays,
  amountText,
  dayOf,
  decimalsOf,
  minorOf,
  modelPolicyOf,
  type RefundCase,
  refundCases,
  termEnd,
} from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { recomputed } from '../pocket-calculator.ts';
import { inZone, zones } from '../zones.ts';

function quoteOf({ request, policy }: RefundCase): RefundQuote {
  return quoteRefund(request, { policy });
}

function modelOf({ request, policy, model }: RefundCase): ModelRefund {
  return modelRefund(model, modelPolicyOf(policy), request.consumedRefunds ?? '0.00');
}

function lineOf(quote: RefundQuote, code: RefundLine['code']): RefundLine | undefined {
  return quote.lines.find((line) => line.code === code);
}

function isLess(a: string, b: string): boolean {
  return compare(parseDecimal(a), parseDecimal(b)) < 0;
}

describe('quoteRefund', () => {
  test.prop([refundCases])('equals the model in every figure', (given) => {
    const quote = quoteOf(given);
    const model = modelOf(given);
    const zero = amountText(0n, decimalsOf(given.request.currency));

    expect(quote).toMatchObject({
      currency: given.request.currency,
      paid: given.request.paid,
      payee: given.policy.payee,
      policy: given.policy,
      request: given.request,
    });
    // Of the generated policies only the default is published; others have names of their own.
    const isSuperseded =
      given.policy.id === 'partner-center-2020-08' && given.request.canceledOn >= '2023-07-31';
    const superseded = isSuperseded ? ['superseded'] : [];
    expect(quote.supersededBy === null).toBe(!isSuperseded);
    if (model.outcome === 'paid') {
      const {
        countedUsd: _,
        consumedAfterUsd,
        availableUsd,
        note,
        outcome: __,
        ...figures
      } = model;
      expect(quote).toMatchObject({ allowed: true, ...figures });
      expect(quote.notes).toEqual(note === null ? superseded : [note, ...superseded]);
      expect(quote.limit).toEqual(
        availableUsd === 'unlimited'
          ? null
          : {
              currency: 'USD',
              max: given.policy.limitUsd,
              consumedBefore: given.request.consumedRefunds ?? '0.00',
              consumedAfter: consumedAfterUsd,
              available: availableUsd,
            },
      );
      return;
    }
    expect(quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason)).toEqual(model.reasons);
    expect(quote).toMatchObject({
      allowed: false,
      reason: model.reasons[0],
      refund: zero,
      notes: superseded,
    });
    if ('row' in model) {
      const { row, days, credit, fee, refundable } = model;
      const consumed = given.request.consumedRefunds ?? '0.00';
      expect(quote).toMatchObject({ row, days, credit, fee, refundable, withheld: refundable });
      expect(quote.limit).toMatchObject({ consumedBefore: consumed, consumedAfter: consumed });
    } else {
      const nothing = { credit: zero, fee: zero, refundable: zero, withheld: zero };
      expect(quote).toMatchObject({ ...nothing, row: null, limit: null, lines: [] });
    }
  });

  test.prop([refundCases])('credit less fee is what is refundable', (given) => {
    const { credit, fee, refundable } = quoteOf(given);
    expect(minorOf(credit) - minorOf(fee)).toBe(minorOf(refundable));
  });

  test.prop([refundCases])('refund and withheld make up what is refundable', (given) => {
    const { refund, withheld, refundable } = quoteOf(given);
    expect(minorOf(refund) + minorOf(withheld)).toBe(minorOf(refundable));
  });

  test.prop([refundCases])('never refunds less than nothing or more than was paid', (given) => {
    const { refund, withheld, paid } = quoteOf(given);
    expect(refund).not.toContain('-');
    expect(withheld).not.toContain('-');
    expect(minorOf(refund) <= minorOf(paid)).toBe(true);
  });

  test.prop([refundCases])('pays nothing where it is denied', (given) => {
    const quote = quoteOf(given);
    fc.pre(!quote.allowed);
    expect(minorOf(quote.refund)).toBe(0n);
    expect(quote.limit?.consumedAfter).toBe(quote.limit?.consumedBefore);
  });

  test.prop([refundCases])('says by which clauses, whatever it answers', (given) => {
    const quote = quoteOf(given);
    expect(quote.because).not.toEqual([]);
    expect(new Set(quote.because).size).toBe(quote.because.length);
    expect(new Set(quote.interpretations).size).toBe(quote.interpretations.length);
    for (const { clause } of quote.allowed ? quote.lines : quote.obstacles) {
      expect(quote.because).toContain(clause);
    }
  });

  test.prop([refundCases, fc.oneof(fc.integer({ min: 0, max: 8 }), fc.nat(700))])(
    'a later cancellation never refunds more within a row of the table',
    (given, days) => {
      const { request } = given;
      const last = addDays(
        request.canceledOn,
        Math.min(days, dayOf('9999-12-31') - dayOf(request.canceledOn)),
      );
      const earlier = quoteOf(given);
      const later = quoteOf({ ...given, request: { ...request, canceledOn: last } });
      fc.pre(earlier.row !== null && earlier.row === later.row);
      expect(minorOf(later.refundable) <= minorOf(earlier.refundable)).toBe(true);
      // A policy that refuses may pay the later, smaller one, which fits.
      fc.pre(given.policy.overLimit === 'clip');
      expect(minorOf(later.refund) <= minorOf(earlier.refund)).toBe(true);
    },
  );

  test.prop([refundCases])('used never gets more than unused', (given) => {
    const used = quoteOf({ ...given, request: { ...given.request, used: true } });
    const unused = quoteOf({ ...given, request: { ...given.request, used: false } });
    expect(minorOf(used.refundable) <= minorOf(unused.refundable)).toBe(true);
    fc.pre(given.policy.overLimit === 'clip');
    expect(minorOf(used.refund) <= minorOf(unused.refund)).toBe(true);
  });

  test.prop([refundCases, fc.bigInt(0n, 6_000_000n)])(
    'more consumed before never means more refunded now',
    (given, more) => {
      const consumed = minorOf(given.request.consumedRefunds ?? '0.00') + more;
      fc.pre(consumed < 10n ** 17n);
      const request = { ...given.request, consumedRefunds: amountText(consumed, 2) };
      const { refund } = quoteOf({ ...given, request });
      expect(minorOf(refund) <= minorOf(quoteOf(given).refund)).toBe(true);
    },
  );

  test.prop([refundCases])('leaves the limit unbroken and never promises what is gone', (given) => {
    const { limit } = quoteOf(given);
    fc.pre(limit !== null);
    const { max, consumedBefore, consumedAfter, available } = limit;
    const overBefore = isLess(max, consumedBefore);
    expect(isLess(max, consumedAfter)).toBe(overBefore);
    const left = minorOf(max) - minorOf(consumedAfter);
    expect(minorOf(available)).toBe(left < 0n ? 0n : left);
  });

  test.prop([refundCases])('every line follows from its own operands', (given) => {
    const quote = quoteOf(given);
    const digits = decimalsOf(quote.currency);
    for (const line of quote.lines)
      expect(recomputed(line, digits, quote.policy)).toBe(line.amount);
  });

  test.prop([refundCases])('every operand stands above or in the facts', (given) => {
    const quote = quoteOf(given);
    const { request, policy, limit } = quote;
    const zero = amountText(0n, decimalsOf(quote.currency));
    const amount = (code: RefundLine['code']) => lineOf(quote, code)?.amount;
    for (const line of quote.lines) {
      switch (line.code) {
        case 'credit':
          expect(line.of).toBe(request.paid);
          if (quote.row === 'full-credit') expect('days' in line).toBe(false);
          else
            expect(line).toMatchObject({ days: quote.days.remaining, termDays: quote.days.term });
          break;
        case 'fee':
          expect(line).toMatchObject({ of: amount('credit'), rate: policy.feeRate });
          break;
        case 'refundable':
          expect(line).toMatchObject({ of: amount('credit'), less: amount('fee') ?? zero });
          break;
        case 'limit': {
          const left = minorOf(limit?.max ?? '') - minorOf(limit?.consumedBefore ?? '');
          expect(line.availableUsd).toBe(amountText(left < 0n ? 0n : left, 2));
          expect(line.usdRate).toBe(request.usdRate ?? '1');
          break;
        }
        case 'refund':
          expect(line.of).toBe(amount('refundable'));
          expect(line.atMost).toBe(amount('limit'));
          break;
        case 'withheld':
          expect(line).toMatchObject({ of: amount('refundable'), less: amount('refund') });
          break;
      }
    }
  });

  test.prop([refundCases])('the lines arrive at the figures', (given) => {
    const quote = quoteOf(given);
    const { credit, fee, refundable, refund, withheld } = quote;
    const figures = { credit, fee, refundable, refund, withheld };
    for (const { code, amount } of quote.lines) {
      if (code in figures) expect(amount).toBe(figures[code as keyof typeof figures]);
    }
    const order = ['credit', 'fee', 'refundable', 'limit', 'refund', 'withheld'];
    const codes = quote.lines.map(({ code }) => code);
    expect(codes).toEqual(order.filter((code) => codes.includes(code as RefundLine['code'])));
    if (quote.row === null) expect(codes).toEqual([]);
    else expect(codes).toEqual(expect.arrayContaining(['credit', 'refundable']));
    expect(codes.includes('fee')).toBe(quote.row === 'pro-rated-less-fee');
    expect(codes.includes('refund')).toBe(quote.allowed);
    expect(codes.includes('withheld')).toBe(quote.allowed && minorOf(withheld) > 0n);
  });

  test.prop([refundCases])('every amount parses back to itself', (given) => {
    const { paid, credit, fee, refundable, refund, withheld, limit, lines } = quoteOf(given);
    const figures = [paid, credit, fee, refundable, refund, withheld];
    // What a limit comes to in a currency that is worth next to nothing is longer than any amount.
    const shown = lines.filter(({ code }) => code !== 'limit').map(({ amount }) => amount);
    for (const amount of [...figures, ...shown]) {
      const parsed = parseRefundRequest({ ...given.request, paid: amount });
      expect(parsed).toMatchObject({ ok: true, value: { paid: amount } });
    }
    if (limit === null) return;
    const { max, consumedBefore, consumedAfter, available } = limit;
    for (const amount of [max, consumedBefore, consumedAfter, available]) {
      const parsed = parseRefundRequest({ ...given.request, consumedRefunds: amount });
      expect(parsed).toMatchObject({ ok: true, value: { consumedRefunds: amount } });
    }
  });

  test.prop([refundCases])('the request of an answer is answered alike', (given) => {
    const first = quoteOf(given);
    expect(JSON.stringify(quoteRefund(first.request, { policy: first.policy }))).toBe(
      JSON.stringify(first),
    );
  });

  test.prop([refundCases])('quoting twice gives the same bytes', (given) => {
    const first = JSON.stringify(quoteOf(given));
    const second = JSON.stringify(quoteOf(structuredClone(given)));
    expect(second).toBe(first);
    expect(JSON.stringify(JSON.parse(first))).toBe(first);
  });

  test.prop([refundCases])('answers share nothing with each other', (given) => {
    const request = structuredClone(given.request);
    const before = JSON.stringify(quoteOf(given));
    vandalise(quoteOf(given));
    expect(JSON.stringify(quoteOf(given))).toBe(before);
    expect(given.request).toEqual(request);
  });

  test.prop([refundCases])('takes frozen facts and changes none', (given) => {
    const frozen = deepFreeze(structuredClone(given));
    expect(quoteOf(frozen)).toEqual(quoteOf(given));
  });

  test.prop([refundCases])('writes neither NaN nor undefined nor Infinity', (given) => {
    const { id: _, ...request } = given.request;
    const policy = { ...given.policy, id: 'ours' };
    const text = JSON.stringify(quoteRefund(request, { policy })).replaceAll(
      /undefined-by-text|azure-service-2023/g,
      '',
    );
    expect(text).not.toMatch(/NaN|undefined|Infinity|-0\b|e[+-]\d|\[object/);
  });

  test.prop([refundCases])('a policy by any name but its own answers alike', (given) => {
    // A policy of one's own is never superseded.
    const figuresOf = ({ policy, notes, supersededBy, ...figures }: RefundQuote) => ({
      ...figures,
      notes: notes.filter((note) => note !== 'superseded'),
    });
    const other = quoteRefund(given.request, { policy: { ...given.policy, id: 'another' } });
    expect(other.supersededBy).toBe(null);
    expect(figuresOf(other)).toEqual(figuresOf(quoteOf(given)));
  });

  const offsets = fc.integer({ min: -(23 * 60 + 59), max: 23 * 60 + 59 });
  const times = fc.integer({ min: 0, max: 86_399_999 });
  const fractions = fc.constantFrom('', '.0', '.999', '.123456789', '.999999999');

  function instantText(day: string, ms: number, offset: number, fraction: string): string {
    const local = new Date(Date.parse(day) + Math.floor(ms / 1000) * 1000 + offset * 60_000);
    const size = Math.abs(offset);
    const two = (n: number) => String(n).padStart(2, '0');
    const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
    return `${local.toISOString().slice(0, 19)}${fraction}${zone}`;
  }

  test.prop([refundCases, times, offsets, fractions])(
    'an instant counts as its UTC date, whatever its offset and the time of day',
    ({ request, policy }, ms, offset, fraction) => {
      fc.pre(request.purchasedOn > '0001-01-01' && request.canceledOn < '9999-12-31');
      const expected = quoteRefund(request, { policy });
      const date = (day: string) => new Date(Date.parse(day) + ms);
      const text = (day: string) => instantText(day, ms, offset, fraction);
      for (const write of [date, text]) {
        const instants = {
          ...request,
          purchasedOn: write(request.purchasedOn),
          canceledOn: write(request.canceledOn),
        };
        expect(quoteRefund(instants, { policy })).toEqual(expected);
      }
    },
  );

  test.prop([refundCases, times, fc.constantFrom(...zones)])(
    'the same facts give the same bytes in any time zone',
    ({ request, policy }, ms, zone) => {
      const dates = {
        ...request,
        purchasedOn: new Date(Date.parse(request.purchasedOn) + ms),
        canceledOn: `${request.canceledOn}T23:59:59.999Z`,
      };
      const answers = () =>
        JSON.stringify([quoteRefund(request, { policy }), quoteRefund(dates, { policy })]);
      expect(inZone(zone, answers)).toBe(inZone('UTC', answers));
    },
  );

  test.prop([refundCases])('an amount of any kind counts alike', ({ request, policy }) => {
    const expected = quoteRefund(request, { policy });
    const kinds = (text: string): NonNullable<RefundRequestInput['consumedRefunds']>[] => {
      const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
      return [
        short,
        new Decimal(text),
        { toFixed: () => text },
        ...(short.replace('.', '').length <= 15 ? [Number(text)] : []),
        ...(short.includes('.') ? [] : [BigInt(short)]),
      ];
    };
    for (const paid of kinds(request.paid)) {
      expect(quoteRefund({ ...request, paid }, { policy })).toEqual(expected);
    }
    for (const field of ['consumedRefunds', 'usdRate'] as const) {
      const value = request[field];
      if (value === undefined) continue;
      for (const kind of kinds(value)) {
        expect(quoteRefund({ ...request, [field]: kind }, { policy })).toEqual(expected);
      }
    }
  });

  test.prop([refundCases])('the day of the term end and all later ones are too late', (given) => {
    const { request, policy } = given;
    const end = termEnd(request.purchasedOn, request.term);
    fc.pre(end.length === 10 && !policy.nonReturnable.some((it) => it === request.product));
    const on = (canceledOn: string): RefundRequest => ({ ...request, canceledOn });
    for (const days of [0, 1, 400]) {
      const late = tryQuoteRefund(
        on(addDays(end, Math.min(days, dayOf('9999-12-31') - dayOf(end)))),
        { policy },
      );
      expect(late).toMatchObject({ ok: true, value: { allowed: false, reason: 'term-ended' } });
    }
    const last = quoteRefund(on(addDays(end, -1)), { policy });
    expect(last.days.remaining).toBe(1);
    expect(last.row === null).toBe(last.days.sincePurchase === policy.dayWithoutRow);
  });
});

describe('the generators', () => {
  // Properties are worth only as much as the cases that they meet.
  let cases: { readonly given: RefundCase; readonly quote: RefundQuote }[];

  beforeAll(() => {
    const sample = fc.sample(refundCases, { numRuns: 2_000, seed: 1 });
    cases = sample.map((given) => ({ given, quote: quoteOf(given) }));
  });

  function share(isSo: (given: RefundCase, quote: RefundQuote) => boolean): number {
    return cases.filter(({ given, quote }) => isSo(given, quote)).length / cases.length;
  }

  function isCreditTie({ request }: RefundCase, { days, row }: RefundQuote): boolean {
    if (row === null || row === 'full-credit') return false;
    const twice = 2n * minorOf(request.paid) * BigInt(days.remaining);
    return twice % BigInt(days.term) === 0n && (twice / BigInt(days.term)) % 2n === 1n;
  }

  function isFeeTie(_: RefundCase, { row, credit, policy }: RefundQuote): boolean {
    if (row !== 'pro-rated-less-fee') return false;
    const { numerator, denominator } = parseDecimal(policy.feeRate ?? '0');
    const twice = 2n * minorOf(credit) * numerator;
    return twice % denominator === 0n && (twice / denominator) % 2n === 1n;
  }

  test.each<[string, number, (given: RefundCase, quote: RefundQuote) => boolean]>([
    ['a half cent in the credit', 0.02, isCreditTie],
    ['a half cent in the fee', 0.01, isFeeTie],
    [
      'the last day of the window',
      0.05,
      (_, { days, policy }) => days.sincePurchase === policy.windowDays,
    ],
    [
      'the day after the window',
      0.02,
      (_, { days, policy }) => days.sincePurchase - 1 === policy.windowDays,
    ],
    ['the last covered day', 0.02, (_, { days }) => days.remaining === 1],
    ['the term end or later', 0.02, (_, { days }) => days.remaining === 0],
    [
      'exactly the limit',
      0.02,
      (_, { allowed, limit, withheld }) =>
        allowed &&
        limit?.available === '0.00' &&
        minorOf(withheld) === 0n &&
        minorOf(limit.consumedBefore) < minorOf(limit.max),
    ],
    ['a clipped refund', 0.05, (_, { notes }) => notes[0] === 'limit-clipped'],
    ['nothing left', 0.02, (_, { notes }) => notes[0] === 'limit-reached'],
    [
      'a refusal above the limit',
      0.05,
      (_, quote) => !quote.allowed && quote.reason === 'limit-exceeded',
    ],
    [
      'what cannot be returned',
      0.02,
      (_, quote) => !quote.allowed && quote.because.includes('RES-11'),
    ],
    ['a purchase on 29 February', 0.02, ({ request }) => request.purchasedOn.endsWith('02-29')],
    ['more than fifteen figures', 0.05, (_, { credit }) => credit.replace('.', '').length > 15],
    ['a foreign currency', 0.2, ({ request }) => request.currency !== 'USD'],
    ['a full credit', 0.02, (_, { row }) => row === 'full-credit'],
    ['a pro-rated credit without a fee', 0.05, (_, { row }) => row === 'pro-rated'],
  ])('often make %s', (_, least, isSo) => {
    expect(share(isSo)).toBeGreaterThan(least);
  });
});
