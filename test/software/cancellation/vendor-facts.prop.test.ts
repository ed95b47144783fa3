import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  decideSoftwareCancellation,
  type SoftwareCancellationInput,
  softwarePolicies,
} from '../../../src/software/index.ts';
import { billed } from '../facts.ts';

// The facts that later texts ask for, and the vendor's own instants, which decide instead of the policy.

const HOUR = 3_600_000;
const BOUGHT = Date.UTC(2025, 0, 31, 10);
const instantAt = (time: number): string => new Date(time).toISOString();

/** An instant within 90 days of the purchase, often at the end of a day. */
const instants = fc.oneof(
  fc.nat(90 * 24).map((hours) => BOUGHT + hours * HOUR),
  fc.nat(90).map((days) => BOUGHT + days * 24 * HOUR + 14 * HOUR - 60_000),
);
const cancellations = instants.map((time) => ({
  time,
  facts: { purchasedOn: instantAt(BOUGHT), canceledOn: instantAt(time) },
}));
const options = fc.array(
  fc.record(
    { type: fc.constantFrom('Full', 'Partial'), expiresAt: instants.map(instantAt) },
    { requiredKeys: ['type'] },
  ),
  { minLength: 1, maxLength: 3 },
);
const units = fc
  .array(fc.record({ quantity: fc.nat(4), allowedUntilDateTime: instants.map(instantAt) }), {
    maxLength: 3,
  })
  .chain((details) =>
    fc.nat(8).map((totalQuantity) => ({ totalQuantity, ...(details.length > 0 && { details }) })),
  );
const vendors = fc
  .record(
    {
      cancellationAllowedUntilDate: instants.map(instantAt),
      refundOptions: options,
      refundableQuantity: units,
    },
    { requiredKeys: [] },
  )
  .filter((facts) => Object.keys(facts).length > 0);
const cycles = fc.constantFrom(
  { term: 'P1M', billingCycle: 'monthly' },
  { term: 'P1Y', billingCycle: 'monthly' },
  { term: 'P1Y', billingCycle: 'annual' },
  { term: 'P3Y', billingCycle: 'monthly' },
  { term: 'P3Y', billingCycle: 'triennial' },
);
const policies = fc.constantFrom(...Object.values(softwarePolicies));
const quantities = fc.integer({ min: 1, max: 6 });

const decide = (facts: object, policy: (typeof softwarePolicies)['software-2022']) =>
  decideSoftwareCancellation({ ...billed, ...facts } as SoftwareCancellationInput, { policy });

/** The last instant for which an instant of the vendor stands. */
const lastOf = (text: string): number => {
  const time = Date.parse(text);
  const dayEnd = (Math.floor(time / (24 * HOUR)) + 1) * 24 * HOUR - 1;
  return dayEnd - time < 60_000 ? dayEnd : time;
};

describe('the vendor’s own instants', () => {
  test.prop([cancellations, vendors, cycles, quantities, policies])(
    'decide under every policy alike',
    ({ time, facts }, vendor, cycle, quantity, policy) => {
      const { cancellationAllowedUntilDate: until, refundOptions, refundableQuantity } = vendor;
      const conditions = [
        until === undefined || time <= lastOf(until),
        refundOptions?.some(
          ({ expiresAt }) => expiresAt === undefined || time <= lastOf(expiresAt),
        ),
        refundableQuantity &&
          refundableQuantity.totalQuantity >= quantity &&
          (refundableQuantity.details === undefined ||
            refundableQuantity.details
              .filter(({ allowedUntilDateTime }) => time <= lastOf(allowedUntilDateTime))
              .reduce((sum, batch) => sum + batch.quantity, 0) >= quantity),
      ];
      const isOpen = conditions.every((holds) => holds !== false);
      const answer = decide({ ...facts, ...vendor, ...cycle, quantity }, policy);
      const reasons = answer.allowed ? [] : answer.obstacles.map(({ reason }) => reason);
      expect(reasons.includes('window-passed')).toBe(!isOpen);
      expect(answer.because.includes('SOF-25') || !reasons.includes('window-passed')).toBe(true);
    },
  );

  test.prop([cancellations, vendors, cycles, quantities, policies])(
    'and the other facts lead to the same answer again, as plain JSON',
    ({ facts }, vendor, cycle, quantity, policy) => {
      const answer = decide({ ...facts, ...vendor, ...cycle, quantity }, policy);
      const { policy: _, ...plain } = JSON.parse(JSON.stringify(answer));
      expect(decideSoftwareCancellation(plain.request, { policy })).toStrictEqual({
        ...plain,
        policy,
      });
    },
  );

  test.prop([cancellations, options, cycles, quantities, policies])(
    'credit in full while a refund in full is offered, and never more',
    ({ time, facts }, refundOptions, cycle, quantity, policy) => {
      const answer = decide({ ...facts, refundOptions, ...cycle, quantity }, policy);
      fc.pre(answer.allowed);
      const isFull = refundOptions.some(
        ({ type, expiresAt }) =>
          type === 'Full' && (expiresAt === undefined || time <= lastOf(expiresAt)),
      );
      const { basis, amount } = answer.credit as { basis: string; amount: string | null };
      expect(basis === 'full').toBe(isFull);
      if (amount !== null) expect(Number(amount)).toBeLessThanOrEqual(Number(billed.paid));
    },
  );
});

describe('the rounding of a credit', () => {
  test.prop([fc.nat(400), cycles, fc.integer({ min: 1, max: 9_999 }), fc.nat(9_999_999)])(
    'down for each unit is at most that of the total, which is at most the nearest',
    (after, cycle, quantity, minor) => {
      const canceledOn = instantAt(BOUGHT + after * 24 * HOUR).slice(0, 10);
      const paid = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
      const facts = { ...cycle, quantity, paid, purchasedOn: '2025-01-31', canceledOn };
      const credited = (rounding: 'unit-down' | 'total-down' | 'half-even'): number | null => {
        const ours = { ...softwarePolicies['software-2022'], id: rounding, rounding };
        const answer = decide(facts, { ...ours, subscriptionDays: 365 } as never);
        return answer.allowed ? Math.round(Number(answer.credit.amount) * 100) : null;
      };
      const [unit, total, nearest] = [
        credited('unit-down'),
        credited('total-down'),
        credited('half-even'),
      ];
      fc.pre(unit !== null && total !== null && nearest !== null);
      expect(unit).toBeLessThanOrEqual(total as number);
      expect(total).toBeLessThanOrEqual(nearest as number);
      expect((nearest as number) - (total as number)).toBeLessThanOrEqual(1);
      expect((total as number) - (unit as number)).toBeLessThanOrEqual(quantity);
    },
  );
});
