import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type BetterDay,
  compareRefund,
  nextBetterDay,
  openRefundLedger,
  quoteRefund,
  type RefundCurveRequest,
  type RefundLedger,
  type RefundRequestInput,
  refundCurve,
} from '../../../src/reservations/index.ts';
import { addDays, amountText, dayOf, minorOf } from '../arbitraries.ts';

const MONTHLY = {
  currency: 'USD',
  term: 'P1Y',
  billingPlan: 'Monthly',
  instalment: '100.00',
  purchasedOn: '2025-01-15',
  used: false,
} as const;

const SERVICE = { policy: 'azure-service-2023' } as const;

function jumpsOf(given: object, options: object = SERVICE): string[] {
  const request = { ...MONTHLY, ...given } as RefundCurveRequest;
  return refundCurve(request, options).jumps.map(
    ({ on, from, to, because }) => `${on}: ${from} to ${to}, ${because.join(' ')}`,
  );
}

describe('the curve of a monthly plan', () => {
  it('jumps on each due day, and at the end of the window and the term', () => {
    expect(jumpsOf({})).toEqual([
      '2025-01-21: 100.00 to 80.65, window-ended',
      '2025-02-15: 3.23 to 100.00, payment-due',
      '2025-03-15: 3.57 to 100.00, payment-due',
      '2025-04-15: 3.23 to 100.00, payment-due',
      '2025-05-15: 3.33 to 100.00, payment-due',
      '2025-06-15: 3.23 to 100.00, payment-due',
      '2025-07-15: 3.33 to 100.00, payment-due',
      '2025-08-15: 3.23 to 100.00, payment-due',
      '2025-09-15: 3.23 to 100.00, payment-due',
      '2025-10-15: 3.33 to 100.00, payment-due',
      '2025-11-15: 3.23 to 100.00, payment-due',
      '2025-12-15: 3.33 to 100.00, payment-due',
      '2026-01-15: 3.23 to 0.00, term-ended',
    ]);
  });

  it('takes what is due after the stated day as made, and nothing before it', () => {
    const stated = { canceledOn: '2025-03-20', completedTransactions: 2 };
    const span = { ...SERVICE, from: '2025-02-01', to: '2025-05-01' };
    // One payment stays missing: of each month that begins after it nothing is left.
    expect(jumpsOf(stated, span)).toEqual(['2025-02-15: 3.23 to 100.00, payment-due']);
    const later = refundCurve({ ...MONTHLY, ...stated }, span).days.filter(
      ({ on }) => on >= '2025-03-15',
    );
    expect(new Set(later.map(({ refund }) => refund))).toEqual(new Set(['0.00']));
  });

  it('agrees with a quote of each day', () => {
    for (const { on, refund } of refundCurve(MONTHLY, SERVICE).days) {
      expect([on, refund]).toEqual([
        on,
        quoteRefund({ ...MONTHLY, canceledOn: on }, SERVICE).refund,
      ]);
    }
  });
});

describe('the same monthly cancellation under the page and under the service', () => {
  it('differs in the window and in what is counted, and says so', () => {
    const request = { ...MONTHLY, canceledOn: '2025-01-20' };
    const [page, service] = compareRefund(request, ['azure-2022-10', 'azure-service-2023']);
    expect(page).toMatchObject({ quote: { refund: '83.87', limit: { consumedAfter: '1183.87' } } });
    expect(service).toMatchObject({
      quote: { refund: '100.00', limit: { consumedAfter: '100.00' } },
      difference: {
        refund: '16.13',
        because: [{ field: 'windowDays' }, { field: 'fullCreditWhenUnused' }],
      },
    });
  });
});

function ledgerOf(...uses: readonly (readonly [on: string, usd: string])[]): RefundLedger {
  const days = uses.map(([on, usd]) => ({ on, usd }));
  return { ...openRefundLedger('contoso'), lastDay: days.at(-1)?.on ?? null, days };
}

interface Case {
  readonly request: RefundRequestInput & { readonly canceledOn: string };
  readonly used: string;
  readonly usedOn: string;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    purchasedOn: fc.constantFrom('2025-01-15', '2025-01-31', '2024-02-29'),
    since: fc.integer({ min: 0, max: 360 }),
    cents: fc.bigInt(1_000_000n, 9_000_000n),
    quantityToReturn: fc.integer({ min: 1, max: 3 }),
    missed: fc.nat({ max: 1 }),
    used: fc.bigInt(4_000_000n, 5_000_000n),
    back: fc.integer({ min: 340, max: 364 }),
  })
  .map(({ purchasedOn, since, cents, quantityToReturn, missed, used, back }) => {
    const canceledOn = addDays(purchasedOn, since);
    const request = {
      ...{ ...MONTHLY, instalment: amountText(cents, 2), purchasedOn, canceledOn, used: true },
      ...{ quantity: 3, quantityToReturn },
    };
    const made = quoteRefund(request).completedTransactions ?? 1;
    const counted = missed === 1 && made > 1 ? { completedTransactions: made - 1 } : {};
    const usedOn = addDays(canceledOn, -back);
    return { request: { ...request, ...counted }, used: amountText(used, 2), usedOn };
  });

/** Looks at every later day of the term, one by one: what is paid in the meantime must be worth it. */
function slowly({ request, used, usedOn }: Case): BetterDay | null {
  const consumedOn = (day: string): string => (dayOf(day) - dayOf(usedOn) < 365 ? used : '0.00');
  // Payments that are due after the day that was asked about count as made.
  const due = (day: string): number =>
    quoteRefund({ ...plain, canceledOn: day }).completedTransactions ?? 0;
  const { completedTransactions, ...plain } = request as typeof request & {
    completedTransactions?: number;
  };
  const missed =
    completedTransactions === undefined ? 0 : due(request.canceledOn) - completedTransactions;
  const quoteOn = (day: string) =>
    quoteRefund({
      ...{ ...plain, canceledOn: day, consumedRefunds: consumedOn(day) },
      completedTransactions: due(day) - missed,
    } as RefundRequestInput);
  const asked = quoteOn(request.canceledOn);
  const share = (quote: typeof asked): bigint =>
    (minorOf(quote.paid) * BigInt(quote.quantityToReturn)) / BigInt(quote.quantity);
  for (let day = addDays(request.canceledOn, 1); ; day = addDays(day, 1)) {
    const quote = quoteOn(day);
    if (quote.days.remaining === 0) return null;
    const meanwhile = share(quote) - share(asked);
    const gain = minorOf(quote.refund) - minorOf(asked.refund) - meanwhile;
    if (gain <= 0n) continue;
    return {
      currency: 'USD',
      asked: { on: request.canceledOn, refund: asked.refund },
      better: { on: day, refund: quote.refund },
      gain: amountText(gain, 2),
      dueMeanwhile: amountText(meanwhile, 2),
      givenBackUsd: consumedOn(day) === used ? '0.00' : used,
    };
  }
}

describe('a later day for a monthly plan', () => {
  it('is none for the month to come, whose credit is less than its payment', () => {
    const request = { ...MONTHLY, canceledOn: '2025-02-14' };
    expect(nextBetterDay(openRefundLedger('contoso'), request, SERVICE)).toBe(null);
  });

  it('is the day on which enough of the limit is given back, less what is due meanwhile', () => {
    const request = { ...MONTHLY, instalment: '40000.00', canceledOn: '2025-02-20', used: true };
    expect(nextBetterDay(ledgerOf(['2024-03-01', '50000.00']), request)).toEqual({
      currency: 'USD',
      asked: { on: '2025-02-20', refund: '0.00' },
      better: { on: '2025-03-01', refund: '17600.00' },
      gain: '17600.00',
      dueMeanwhile: '0.00',
      givenBackUsd: '50000.00',
    });
  });

  it('is the same one if the payments are given as a schedule', () => {
    const { instalment: _, ...plan } = MONTHLY;
    const paymentSchedule = Array.from({ length: 12 }, (_, k) => {
      const dueDate = new Date(Date.UTC(2025, k, 15)).toISOString().slice(0, 10);
      const status = dueDate <= '2025-02-20' ? 'Succeeded' : 'Scheduled';
      return { dueDate, billingCurrencyTotal: '40000.00', status } as const;
    });
    const ledger = ledgerOf(['2024-03-01', '50000.00']);
    const asked = { canceledOn: '2025-02-20', used: true };
    const better = nextBetterDay(ledger, { ...plan, ...asked, paymentSchedule });
    expect(better).toMatchObject({ better: { on: '2025-03-01', refund: '17600.00' } });
    expect(better).toEqual(nextBetterDay(ledger, { ...MONTHLY, ...asked, instalment: '40000.00' }));
  });

  test.prop([cases], { numRuns: 40 })('is what a look at every single day finds', (one) => {
    const { request, used, usedOn } = one;
    expect(nextBetterDay(ledgerOf([usedOn, used]), request)).toEqual(slowly(one));
  });

  it('is often found by these cases, and often not', () => {
    const found = fc.sample(cases, { numRuns: 100, seed: 1 }).map(slowly);
    expect(found.filter((day) => day === null).length).toBeGreaterThan(5);
    expect(found.filter((day) => day !== null).length).toBeGreaterThan(5);
  });
});
