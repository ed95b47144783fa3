import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type ComparedRefund,
  compareRefund,
  diffPolicies,
  type PublishedRefundPolicyId,
  parseRefundPolicy,
  quoteRefund,
  type RefundPolicy,
  type RefundQuote,
  type RefundRequestInput,
  refundPolicies,
  refundPolicyVersions,
} from '../../../src/reservations/index.ts';
import { faultsThrown } from '../../hostile/issues-of.ts';
import {
  decimalsOf,
  minorOf,
  policyFrom,
  policyInputs,
  policyWith,
  refundCases,
} from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { hostiles, spoilt } from '../hostile.ts';
import { REQUEST, type UpfrontInput } from '../request.ts';

/** Each row on one line: the policy, the refund, the difference and what makes it. */
function linesOf(rows: readonly ComparedRefund[]): string[] {
  return rows.map((row) => {
    if (!row.ok) return `${row.policy}: ${row.issues.map(({ code }) => code).join(' ')}`;
    const { policy, quote, difference } = row;
    const causes = difference?.because.map(({ field }) => field).join(' ');
    return `${policy}: ${quote.refund}${difference === null ? '' : `, ${difference.refund}, ${causes}`}`;
  });
}

/** Versions of which each but the first follows another rule than those before it. */
const different = [
  ...(['partner-center-2018-05', 'partner-center-2018-10', 'partner-center-2018-11'] as const),
  ...(['partner-center-2020-08', 'partner-center-2023-07', 'azure-2020-01'] as const),
  ...(['azure-2020-02', 'azure-2020-07', 'azure-service-2023'] as const),
];

function compared(changed: Partial<UpfrontInput>): string[] {
  return linesOf(compareRefund({ ...REQUEST, ...changed }, different));
}

describe('the name of a source', () => {
  it('is compared by its version in force, and named itself on a day before its first text', () => {
    const sources = ['partner-center', 'azure'] as const;
    expect(linesOf(compareRefund(REQUEST, sources))).toEqual([
      'partner-center-2024-12: 6016.44',
      'azure-2024-12: 6016.44, 0.00, ',
    ]);
    const before = { ...REQUEST, purchasedOn: '2018-06-01', canceledOn: '2019-01-01' };
    expect(linesOf(compareRefund(before, sources))).toEqual([
      'partner-center-2018-11: 4368.65',
      'azure: before-first-version',
    ]);
  });
});

describe('the same cancellation under published policies', () => {
  it('is compared under every one of them if none are named', () => {
    const rows = compareRefund(REQUEST);
    expect(rows.map(({ policy }) => policy)).toEqual(
      refundPolicyVersions.map(({ policy }) => policy.id),
    );
  });

  it('shows why one page says 12 % and another none', () => {
    expect(compared({})).toEqual([
      'partner-center-2018-05: fee-unstated',
      'partner-center-2018-10: 5294.47',
      'partner-center-2018-11: 5294.47, 0.00, ',
      'partner-center-2020-08: 5294.47, 0.00, ',
      'partner-center-2023-07: 6016.44, 721.97, feeRate',
      'azure-2020-01: 5294.47, 0.00, ',
      'azure-2020-02: 6016.44, 721.97, feeRate',
      'azure-2020-07: 6016.44, 721.97, feeRate',
      'azure-service-2023: 6016.44, 721.97, feeRate',
    ]);
    const [, everyone] = compareRefund(REQUEST, ['partner-center-2020-08', 'azure-2020-02']);
    expect(everyone).toMatchObject({
      policy: 'azure-2020-02',
      difference: {
        from: 'partner-center-2020-08',
        refund: '721.97',
        because: [
          {
            field: 'feeRate',
            a: '0.12',
            b: '0',
            clauseA: 'RES-4',
            clauseB: 'AZR-2',
            message: 'partner-center-2020-08: a fee of 12 % of the credit; azure-2020-02: no fee',
          },
        ],
      },
    });
  });

  it('shows what is free in the first days, and the day without a row', () => {
    expect(compared({ canceledOn: '2025-01-06', used: false })).toEqual([
      'partner-center-2018-05: fee-unstated',
      'partner-center-2018-10: 0.00',
      'partner-center-2018-11: 12000.00, 12000.00, windowDays dayWithoutRow',
      'partner-center-2020-08: 12000.00, 12000.00, windowDays dayWithoutRow',
      'partner-center-2023-07: 11835.62, 11835.62, dayWithoutRow feeRate',
      'azure-2020-01: 10415.35, 10415.35, dayWithoutRow',
      'azure-2020-02: 11835.62, 11835.62, dayWithoutRow feeRate',
      'azure-2020-07: 11835.62, 11835.62, dayWithoutRow feeRate',
      'azure-service-2023: 12000.00, 12000.00, windowDays dayWithoutRow',
    ]);
  });

  it('shows what is clipped by one and refused by another', () => {
    expect(compared({ paid: '120000.00' }).slice(3)).toEqual([
      'partner-center-2020-08: 50000.00, 0.00, ',
      'partner-center-2023-07: 0.00, -50000.00, overLimit',
      'azure-2020-01: 50000.00, 0.00, ',
      'azure-2020-02: 50000.00, 0.00, ',
      'azure-2020-07: 0.00, -50000.00, overLimit',
      'azure-service-2023: 0.00, -50000.00, overLimit',
    ]);
    // 51,983.56 before the fee and 45,745.53 after it: what is counted alone makes it too much.
    const counted = policyWith({ limitCounts: 'canceled-commitment', overLimit: 'refuse' });
    const later = { ...REQUEST, paid: '53000.00', canceledOn: '2025-01-08' };
    expect(linesOf(compareRefund(later, ['partner-center-2020-08', counted]))).toEqual([
      'partner-center-2020-08: 45745.53',
      'ours: 0.00, -45745.53, limitCounts overLimit',
    ]);
  });

  it('shows what is not returnable', () => {
    expect(compared({ product: 'RedHat' }).slice(2, 4)).toEqual([
      'partner-center-2018-11: 5294.47, 0.00, ',
      'partner-center-2020-08: 0.00, -5294.47, nonReturnable',
    ]);
  });
});

describe('the rows', () => {
  it('stand in the order of the policies, each compared with the first that could be quoted', () => {
    const ours = policyWith({ feeRate: '0.5', windowDays: null });
    const rows = compareRefund(REQUEST, [
      refundPolicies['partner-center-2018-05'],
      ours,
      'partner-center-2018-05',
      'azure-2020-02',
      ours,
    ]);
    expect(linesOf(rows)).toEqual([
      'partner-center-2018-05: fee-unstated',
      'ours: 3008.22',
      'partner-center-2018-05: fee-unstated',
      'azure-2020-02: 6016.44, 3008.22, feeRate',
      'ours: 3008.22, 0.00, ',
    ]);
    expect(rows[2]).toMatchObject({ issues: [{ path: ['policies', 2, 'feeRate'] }] });
  });

  it('name every way where one change is as good as another', () => {
    // On day 10 a longer window does away with the fee as well as a fee of nothing.
    const kinder = policyWith({ windowDays: 30, feeRate: '0', fullCreditWhenUnused: false });
    const request = { ...REQUEST, canceledOn: '2025-01-11' };
    expect(linesOf(compareRefund(request, ['partner-center-2020-08', kinder]))).toEqual([
      'partner-center-2020-08: 10270.68',
      'ours: 11671.23, 1400.55, windowDays feeRate',
    ]);
  });

  it('are none where there are no policies', () => {
    expect(compareRefund(REQUEST, [])).toEqual([]);
  });
});

const manyPolicies: fc.Arbitrary<readonly RefundPolicy[]> = fc.array(
  fc.oneof(
    policyInputs.map(policyFrom),
    fc.constantFrom(...refundPolicyVersions.slice(1).map(({ policy }) => policy)),
  ),
  { minLength: 1, maxLength: 4 },
);

const verdictOf = (quote: RefundQuote): unknown =>
  quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason);

describe('compareRefund', () => {
  test.prop([refundCases, manyPolicies])('quotes as quoteRefund does', ({ request }, policies) => {
    const rows = compareRefund(deepFreeze(request), policies);
    expect(rows.map((row) => row.ok && row.quote)).toEqual(
      policies.map((policy) => quoteRefund(request, { policy })),
    );
  });

  test.prop([refundCases, manyPolicies])(
    'adds up: the first refund and the difference are the refund',
    ({ request }, policies) => {
      const [first, ...others] = compareRefund(request, policies);
      if (first?.ok !== true) throw new Error('The first policy states a fee.');
      expect(first.difference).toBe(null);
      for (const row of others) {
        if (!row.ok || row.difference === null) throw new Error('So do all others.');
        const sum = minorOf(first.quote.refund) + minorOf(row.difference.refund);
        expect(sum).toBe(minorOf(row.quote.refund));
        expect(row.difference.refund).toMatch(
          decimalsOf(request.currency) === 0 ? /^-?\d+$/ : /^-?\d+\.\d+$/,
        );
      }
    },
  );

  test.prop([refundCases, manyPolicies])(
    'names a cause wherever verdict or refund differ, and only then, from among the differences',
    ({ request }, policies) => {
      const [first, ...others] = compareRefund(request, policies);
      for (const row of others) {
        if (!row.ok || first?.ok !== true) throw new Error('All state a fee.');
        const { because = [] } = row.difference ?? {};
        const isSame =
          row.quote.refund === first.quote.refund &&
          JSON.stringify(verdictOf(row.quote)) === JSON.stringify(verdictOf(first.quote));
        expect(because.length === 0).toBe(isSame);
        const differences = diffPolicies(first.quote.policy, row.quote.policy);
        expect(differences).toEqual(expect.arrayContaining([...because]));
      }
    },
  );

  test.prop([refundCases, manyPolicies])(
    'names what alone turns the first answer into the other, wherever one field does',
    ({ request }, policies) => {
      const [first, ...others] = compareRefund(request, policies);
      for (const row of others) {
        if (!row.ok || first?.ok !== true) throw new Error('All state a fee.');
        const { because = [] } = row.difference ?? {};
        if (because.length === 0) continue;
        const alone = diffPolicies(first.quote.policy, row.quote.policy).filter(({ field, b }) => {
          const changed = { ...first.quote.policy, id: 'changed', [field]: b };
          const parsed = parseRefundPolicy(changed);
          if (!parsed.ok) return false;
          const quote = quoteRefund(request, { policy: parsed.value });
          return (
            quote.refund === row.quote.refund &&
            JSON.stringify(verdictOf(quote)) === JSON.stringify(verdictOf(row.quote))
          );
        });
        if (alone.length > 0) expect(because).toEqual(alone);
        else expect(because.length).toBeGreaterThan(1);
      }
    },
  );

  test.prop([refundCases, manyPolicies])(
    'gives plain JSON that nobody shares, twice the same',
    ({ request }, policies) => {
      const rows = compareRefund(request, policies);
      const text = JSON.stringify(rows);
      vandalise(rows);
      expect(JSON.stringify(compareRefund(request, policies))).toBe(text);
    },
  );
});

describe('what is malformed', () => {
  const faultsOf = (request: unknown, policies?: unknown): string[] => {
    return faultsThrown(() =>
      compareRefund(
        request as RefundRequestInput,
        policies as readonly PublishedRefundPolicyId[] | undefined,
      ),
    );
  };

  it('is told all at once', () => {
    expect(faultsOf({ ...REQUEST, used: 1 }, ['azure-2020-01', '__proto__', null])).toEqual([
      'used: wrong-type',
      'policies.1: unknown-value',
      'policies.2: not-an-object',
    ]);
    expect(faultsOf(REQUEST, null)).toEqual(['policies: not-an-array']);
    expect(faultsOf(REQUEST, 'azure-2020-01')).toEqual(['policies: not-an-array']);
  });

  test.prop([hostiles])('is an input error, whatever it is', ({ make }) => {
    expect(faultsOf(make()).length).toBeGreaterThan(0);
    expect(faultsOf(REQUEST, [make()]).length).toBeGreaterThan(0);
  });

  test.prop([spoilt(REQUEST)])('throws nothing else for one field', ({ make }) => {
    faultsOf(make());
  });
});
