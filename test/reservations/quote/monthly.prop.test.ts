import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  openRefundLedger,
  quoteExchange,
  quoteRefund,
  type RefundQuote,
  type RefundRequest,
  settleRefund,
  trySettleRefund,
} from '../../../src/reservations/index.ts';
import { type ModelMonthlyPolicy, modelMonthlyRefund } from '../../model/monthly.model.ts';
import { addDays, amountText, dayOf, minorOf, policyFrom } from '../arbitraries.ts';
import { recomputed } from '../pocket-calculator.ts';

const months = { P1Y: 12, P3Y: 36, P5Y: 60 } as const;

interface Case {
  readonly request: RefundRequest & { readonly instalment: string };
  readonly policy: 'azure-service-2023' | 'azure-2024-12' | 'partner-center-2020-08';
}

/** Cancellations within the term, of instalments that no limit meets, the ends of months often. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    policy: fc.constantFrom('azure-service-2023', 'azure-2024-12', 'partner-center-2020-08'),
    purchasedOn: fc.oneof(
      fc.constantFrom('2024-01-29', '2024-01-30', '2024-01-31', '2024-02-29', '2025-02-28'),
      fc
        .integer({ min: dayOf('2019-12-01'), max: dayOf('2028-03-01') })
        .map((day) => addDays('1970-01-01', day)),
    ),
    term: fc.constantFrom('P1Y', 'P3Y', 'P5Y'),
    since: fc.oneof(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 70 })),
    cents: fc.bigInt(0n, 60_000n),
    quantity: fc.integer({ min: 1, max: 12 }),
    share: fc.integer({ min: 0, max: 11 }),
    used: fc.boolean(),
    lower: fc.option(fc.bigInt(0n, 60_000n), { nil: undefined }),
  })
  .map(({ policy, purchasedOn, term, since, cents, quantity, share, used, lower }) => ({
    policy,
    request: {
      instalment: amountText(cents, 2),
      currency: 'USD',
      term,
      purchasedOn,
      canceledOn: addDays(purchasedOn, since),
      used,
      quantity,
      quantityToReturn: 1 + (share % quantity),
      billingPlan: 'Monthly',
      ...(lower === undefined ? {} : { currentPrice: amountText(lower, 2) }),
    },
  }));

const quoteOf = ({ request, policy }: Case): RefundQuote => quoteRefund(request, { policy });

describe('monthly payment', () => {
  test.prop([cases])('gives every figure of the model', (given) => {
    const { request, policy } = given;
    const { instalment, quantity = 1, quantityToReturn = quantity } = request;
    const { term, purchasedOn, canceledOn, used, currentPrice } = request;
    const model = modelMonthlyRefund(
      {
        ...{ plan: { kind: 'monthly', instalment }, quantity, quantityToReturn, term },
        ...{ purchasedOn, canceledOn, used, digits: 2, usdRate: '1', currentPrice },
      },
      policyFrom(policy) as ModelMonthlyPolicy,
      '0.00',
    );
    if (model.outcome !== 'paid') throw new Error(model.reasons.join());
    const { days, row, credit, fee, refund, paid, completed, period } = model;
    const { remainingCommitment, canceledCommitment } = model;
    expect(quoteOf(given)).toMatchObject({
      ...{ allowed: true, days, row, credit, fee, refund, paid, completedTransactions: completed },
      ...{ period, remainingCommitment, canceledCommitment, instalment: model.instalment },
      ...{ limit: { consumedAfter: model.consumedAfterUsd } },
    });
  });

  test.prop([cases])('has lines that follow from their operands', (given) => {
    const quote = quoteOf(given);
    for (const line of quote.lines) expect(recomputed(line, 2, quote.policy)).toBe(line.amount);
  });

  test.prop([cases])(
    'returning all units at once or in parts differs by at most a minor unit per part',
    (given) => {
      const { quantity = 1 } = given.request;
      const returning = (quantityToReturn: number): RefundQuote =>
        quoteOf({ ...given, request: { ...given.request, quantityToReturn } });
      const whole = returning(quantity);
      for (const name of ['credit', 'remainingCommitment'] as const) {
        const inParts = minorOf(returning(1)[name]) * BigInt(quantity);
        const difference = minorOf(whole[name]) - inParts;
        expect(difference < 0n ? -difference : difference).toBeLessThanOrEqual(BigInt(quantity));
      }
    },
  );

  test.prop([cases])('a later day in the same month never refunds more', (given) => {
    const quote = quoteOf(given);
    const { to } = quote.period as NonNullable<RefundQuote['period']>;
    let before = quote;
    for (let day = addDays(given.request.canceledOn, 1); day < to; day = addDays(day, 1)) {
      const later = quoteOf({ ...given, request: { ...given.request, canceledOn: day } });
      expect(later.period?.to).toBe(to);
      expect(minorOf(later.refund)).toBeLessThanOrEqual(minorOf(before.refund));
      before = later;
    }
  });

  test.prop([cases])('remaining commitment plus payments made is the lifetime total', (given) => {
    const { quantity = 1, instalment, term } = given.request;
    const quote = quoteOf({ ...given, request: { ...given.request, quantityToReturn: quantity } });
    const lifetime = minorOf(instalment) * BigInt(months[term]);
    expect(minorOf(quote.remainingCommitment) + minorOf(quote.paid)).toBe(lifetime);
    expect(minorOf(quote.paid)).toBe(
      minorOf(instalment) * BigInt(quote.completedTransactions ?? -1),
    );
  });

  test.prop([cases])('cancels the credit and the remaining commitment', (given) => {
    const { credit, remainingCommitment, canceledCommitment } = quoteOf(given);
    expect(minorOf(credit) + minorOf(remainingCommitment)).toBe(minorOf(canceledCommitment));
  });

  test.prop([cases])('an exchange never uses the limit, and has no fee', ({ request, policy }) => {
    const { canceledOn: exchangedOn, ...item } = request;
    const newPrice = '9999999.00';
    const exchange = quoteExchange({ ...item, exchangedOn, newPrice } as never, { policy });
    expect(exchange).not.toHaveProperty('limit');
    expect(exchange.lines.map(({ code }) => `${code}`)).not.toContain('fee');
    expect(minorOf(exchange.netPayable)).toBe(minorOf(newPrice) - minorOf(exchange.refundsTotal));
    const settled = trySettleRefund(
      openRefundLedger('contoso'),
      { ...item, exchangedOn, newPrice },
      { policy },
    );
    expect(settled.ok).toBe(false);
  });

  test.prop([cases])(
    'settled with an id it is known again, and with any other fact it is not',
    ({ request, policy }) => {
      const named = { ...request, id: 'CR-1' };
      const { ledger, quote } = settleRefund(openRefundLedger('contoso'), named, { policy });
      const saved = JSON.parse(JSON.stringify(ledger));
      const again = settleRefund(saved, named, { policy });
      expect(again).toMatchObject({ repeated: true, ledger });
      expect(JSON.stringify(again.quote)).toBe(JSON.stringify(quote));
      const made = quote.completedTransactions ?? 0;
      const { quantity = 1 } = request;
      for (const other of [
        ...[{ quantity: quantity + 1 }, { instalment: '600.01' }, { currentPrice: '600.01' }],
        ...[{ pricingRefund: '0.07' }, ...(made > 1 ? [{ completedTransactions: made - 1 }] : [])],
      ]) {
        const parsed = trySettleRefund(saved, { ...named, ...other }, { policy });
        expect(parsed).toMatchObject({ ok: false, issues: [{ code: 'id-conflict' }] });
        expect(JSON.stringify(parsed)).toContain(Object.keys(other)[0]);
      }
    },
  );
});
