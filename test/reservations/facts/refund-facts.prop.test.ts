import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  createSettlement,
  isInputError,
  limitOn,
  openRefundLedger,
  type Parsed,
  parseExchangeRequest,
  parseRefundLedger,
  parseRefundPolicy,
  parseRefundRequest,
  quoteExchange,
  quoteRefund,
  type RefundLedger,
  settleRefund,
  settleRefunds,
  tryQuoteExchange,
  tryQuoteRefund,
  trySettleRefund,
} from '../../../src/reservations/index.ts';
import { hostiles, spoilt } from '../hostile.ts';

// Whatever comes in, one of three things comes out: an answer, the issues, or (only where the name
// does not begin with try or parse) an InputError.

const REFUND = {
  paid: '12000.00',
  currency: 'EUR',
  usdRate: '1.1',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-07-02',
  used: true,
  consumedRefunds: '48000.00',
  product: 'AVS',
  billingPlan: 'Upfront',
  id: 'CR-1',
  customerId: 'contoso',
  meta: 1,
} as const;

const { consumedRefunds: _, ...RECORD } = REFUND;

const EXCHANGE = {
  paid: '12000.00',
  currency: 'EUR',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '15000.00',
  newCurrency: 'EUR',
  product: 'AVS',
  billingPlan: 'Upfront',
  id: 'CR-1',
  customerId: 'contoso',
  meta: 1,
} as const;

const { ledger: LEDGER } = settleRefund(openRefundLedger('contoso'), { ...RECORD, id: 'CR-0' });

interface Answer {
  readonly request: object;
}

/** The text of an answer without what is the caller's own and may say anything. */
function textOf(answer: Answer): string {
  const { meta, id, customerId, ...request } = answer.request as Record<string, unknown>;
  return JSON.stringify({ ...answer, request });
}

function expectAnswerOrIssues(parsed: Parsed<Answer>): void {
  if (parsed.ok) {
    expect(textOf(parsed.value)).not.toMatch(/NaN|undefined|Infinity|\[object|e[+-]\d/);
    return;
  }
  expect(parsed.issues.length).toBeGreaterThan(0);
  for (const { path, code, expected, received, message } of parsed.issues) {
    expect(expected).not.toMatch(/NaN|undefined|Infinity|\[object/);
    expect(`${code}${received}`.length).toBeLessThan(1_000);
    expect(message).toContain(`expected ${expected}, got ${received}`);
    expect(path.every((step) => typeof step === 'string' || Number.isInteger(step))).toBe(true);
  }
}

function expectOnlyInputErrors(run: () => unknown, parsed: Parsed<unknown>): void {
  try {
    run();
  } catch (error) {
    if (!isInputError(error)) throw error;
    expect(parsed.ok ? [] : error.issues).toEqual(parsed.ok ? undefined : parsed.issues);
    return;
  }
  expect(parsed.ok).toBe(true);
}

describe('anything at all', () => {
  test.prop([hostiles])('is answered or reported as a request', ({ make }) => {
    for (const read of [tryQuoteRefund, tryQuoteExchange]) expectAnswerOrIssues(read(make()));
    for (const read of [
      ...[parseRefundRequest, parseExchangeRequest, parseRefundPolicy, parseRefundLedger],
      (value: unknown) => trySettleRefund(value, RECORD),
      (value: unknown) => trySettleRefund(LEDGER, value),
      (value: unknown) => tryQuoteRefund(REFUND, value as undefined),
      (value: unknown) => tryQuoteExchange(EXCHANGE, value as undefined),
      (value: unknown) => trySettleRefund(LEDGER, RECORD, value as undefined),
      (value: unknown) => tryQuoteRefund(REFUND, { policy: value as undefined }),
    ]) {
      const parsed = read(make());
      expect(parsed.ok || parsed.issues.length > 0).toBe(true);
    }
  });

  test.prop([hostiles])('throws nothing but InputErrors', ({ make }) => {
    const value = make();
    expectOnlyInputErrors(() => quoteRefund(value as never), tryQuoteRefund(value));
    expectOnlyInputErrors(() => quoteExchange(value as never), tryQuoteExchange(value));
    expectOnlyInputErrors(
      () => settleRefund(LEDGER, value as never),
      trySettleRefund(LEDGER, value),
    );
    expectOnlyInputErrors(
      () => settleRefund(value as never, RECORD),
      trySettleRefund(value, RECORD),
    );
    for (const run of [
      () => limitOn(value as RefundLedger, '2025-07-02'),
      () => limitOn(LEDGER, value as string),
      () => limitOn(LEDGER, '2025-07-02', value as undefined),
      () => openRefundLedger(value as string),
    ]) {
      try {
        run();
      } catch (error) {
        if (!isInputError(error)) throw error;
      }
    }
  });
});

describe('a batch', () => {
  test.prop([hostiles])(
    'throws nothing but InputErrors for its options and records',
    ({ make }) => {
      const value = make();
      for (const run of [
        () => createSettlement(value as undefined),
        () => createSettlement({ ledgers: value as undefined }),
        () => settleRefunds(value as []).next(),
      ]) {
        try {
          run();
        } catch (error) {
          if (!isInputError(error)) throw error;
        }
      }
    },
  );
});

describe('a request that is spoilt in one field', () => {
  test.prop([spoilt(REFUND)])('is answered or reported as a refund', ({ make }) => {
    const request = make();
    const parsed = tryQuoteRefund(request);
    expectAnswerOrIssues(parsed);
    expectOnlyInputErrors(() => quoteRefund(request as never), parsed);
  });

  test.prop([spoilt(EXCHANGE)])('is answered or reported as an exchange', ({ make }) => {
    const request = make();
    const parsed = tryQuoteExchange(request);
    expectAnswerOrIssues(parsed);
    expectOnlyInputErrors(() => quoteExchange(request as never), parsed);
  });

  test.prop([spoilt(RECORD)])('is settled or reported', ({ make }) => {
    const parsed = trySettleRefund(LEDGER, make());
    if (!parsed.ok) {
      expect(parsed.issues.length).toBeGreaterThan(0);
      return;
    }
    expect(textOf(parsed.value.quote)).not.toMatch(/NaN|undefined|Infinity|\[object|e[+-]\d/);
    expect(parseRefundLedger(parsed.value.ledger)).toEqual({
      ok: true,
      value: parsed.value.ledger,
    });
  });

  test.prop([spoilt(REFUND)])('names the field that is spoilt, and no other', ({ label, make }) => {
    const parsed = tryQuoteRefund(make());
    const [name = ''] = label.split(' ');
    // The rate and the amount depend on the currency, and the days on each other.
    const groups = [
      ['currency', 'usdRate', 'paid'],
      ['purchasedOn', 'canceledOn'],
    ];
    const allowed = groups.find((group) => group.includes(name)) ?? [name];
    for (const { path } of parsed.ok ? [] : parsed.issues) expect(allowed).toContain(path[0]);
  });
});
