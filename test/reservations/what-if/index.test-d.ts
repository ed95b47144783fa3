import { describe, expectTypeOf, test } from 'vitest';
import {
  type BetterDay,
  type ComparedRefund,
  compareRefund,
  diffPolicies,
  nextBetterDay,
  openRefundLedger,
  type RefundJumpCause,
  type RefundPolicyField,
  type RefundQuote,
  refundCurve,
  refundPolicies,
} from '../../../src/reservations/index.ts';

const facts = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  used: true,
} as const;
const request = { ...facts, canceledOn: '2025-07-02' } as const;

describe('what compiles', () => {
  test('policies by their names and as they are', () => {
    diffPolicies('azure-2020-01', refundPolicies['azure-2020-02']);
    expectTypeOf(compareRefund(request)).toEqualTypeOf<ComparedRefund[]>();
    compareRefund(request, ['azure-2020-01', refundPolicies['azure-2020-02']]);
  });

  test('a difference that is told by its field', () => {
    for (const difference of diffPolicies('azure-2020-01', 'azure-2020-02')) {
      expectTypeOf(difference.field).toEqualTypeOf<RefundPolicyField>();
      if (difference.field === 'windowDays') {
        expectTypeOf(difference.a).toEqualTypeOf<number | null>();
      }
    }
  });

  test('a row that is narrowed first', () => {
    for (const row of compareRefund(request)) {
      if (row.ok) expectTypeOf(row.quote).toEqualTypeOf<RefundQuote>();
    }
  });

  test('a curve with and without a day, and its causes', () => {
    refundCurve(request, { from: new Date(0), to: undefined });
    for (const { because } of refundCurve(facts).jumps) {
      expectTypeOf(because).toEqualTypeOf<readonly RefundJumpCause[]>();
    }
  });

  test('a better day that may not be', () => {
    expectTypeOf(
      nextBetterDay(openRefundLedger('contoso'), request),
    ).toEqualTypeOf<BetterDay | null>();
  });
});

describe('what does not compile', () => {
  test('an unknown version, or a policy that lacks fields', () => {
    // @ts-expect-error no such version
    diffPolicies('azure-2019-01', 'azure-2020-01');
    // @ts-expect-error a policy is whole
    compareRefund(request, [{ id: 'ours' }]);
  });

  test('a quote that was not looked for', () => {
    const [row] = compareRefund(request);
    // @ts-expect-error it may not have been quoted
    row?.quote;
  });

  test('a comparison or a better day without a day to begin with', () => {
    // @ts-expect-error no day
    compareRefund(facts);
    // @ts-expect-error no day
    nextBetterDay(openRefundLedger('contoso'), facts);
  });

  test('an option that nobody knows', () => {
    // @ts-expect-error misspelt
    refundCurve(facts, { form: '2025-01-01' });
  });
});
