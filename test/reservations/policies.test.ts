import { describe, expect, it } from 'vitest';
import {
  defaultRefundPolicy,
  quoteRefund,
  type RefundPolicy,
  refundPolicies,
  refundPolicyVersions,
} from '../../src/reservations/index.ts';
import { isDeeplyFrozen } from './deep.ts';

/** A second transcription, by hand: what is not said is as in the line above. */
const fields = [
  'document',
  'windowDays',
  'dayWithoutRow',
  'fullCreditWhenUnused',
  'feeRate',
  'limitCounts',
  'overLimit',
  'nonReturnable',
  'payee',
] as const;
const products2020 = 'Databricks VMwareCloudSimple RedHatOsa RedHat SuseLinux';
// biome-ignore format: a table is read along its rows and columns
const table: Record<string, readonly unknown[]> = {
  'partner-center-2018-05': ['reservations-2018',     null, null, false, null,   'refund', 'clip',   '',                   'customer'],
  'partner-center-2018-10': ['reservations-2018-10',  4,    5,    true,  '0.12', 'refund', 'clip',   '',                   'customer'],
  'partner-center-2018-11': ['reservations-2018-11',  5,    null, true,  '0.12', 'refund', 'clip',   '',                   'partner'],
  'partner-center-2020-08': ['reservations',          5,    null, true,  '0.12', 'refund', 'clip',   'SuseLinux RedHat',   'partner'],
  'azure-2020-01':          ['azure-refunds-2020-01', null, null, false, '0.12', 'refund', 'clip',   '',                   'partner'],
  'azure-2020-02':          ['azure-refunds-2020-02', null, null, false, '0',    'refund', 'clip',   '',                   'partner'],
  'azure-2020-07':          ['azure-refunds-2020-07', null, null, false, '0',    'canceled-commitment', 'refuse', products2020, 'partner'],
  'azure-2022-10':          ['azure-refunds-2022-10', null, null, false, '0',    'canceled-commitment', 'refuse', products2020, 'partner'],
  'azure-2024-12':          ['azure-refunds-2024-12', null, null, false, '0',    'canceled-commitment', 'refuse', `${products2020} MDC Sentinel`, 'partner'],
};

describe('the published policies', () => {
  it.each(Object.entries(table))('%s holds the numbers of its text', (id, row) => {
    const policy = refundPolicies[id as keyof typeof refundPolicies];
    const { nonReturnable, ...rest }: RefundPolicy = policy;
    expect(nonReturnable.join(' ')).toBe(row[fields.indexOf('nonReturnable')]);
    const transcribed = Object.fromEntries(fields.map((field, at) => [field, row[at]]));
    expect({ ...rest, nonReturnable: nonReturnable.join(' ') }).toEqual({
      ...transcribed,
      id,
      limitUsd: '50000.00',
      limitWindow: '365-days',
      rounding: 'half-even',
      exchangeMinimum: 'credit',
    });
  });

  it('are these and no others, the newest of the documents by default', () => {
    expect(Object.keys(refundPolicies)).toEqual(Object.keys(table));
    expect(defaultRefundPolicy).toBe(refundPolicies['partner-center-2020-08']);
  });

  it('are frozen to the ground, and plain JSON', () => {
    for (const value of [refundPolicies, refundPolicyVersions]) {
      expect(isDeeplyFrozen(value)).toBe(true);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });
});

describe('the versions', () => {
  it('hold every published policy once, each until the next of its source begins', () => {
    expect(refundPolicyVersions.map(({ policy }) => policy)).toEqual(Object.values(refundPolicies));
    expect(refundPolicyVersions.map(({ source, from, until }) => [source, from, until])).toEqual([
      ['partner-center', '2018-05-11', '2018-10-12'],
      ['partner-center', '2018-10-12', '2018-11-16'],
      ['partner-center', '2018-11-16', '2020-08-06'],
      ['partner-center', '2020-08-06', null],
      ['azure', '2020-01-24', '2020-02-12'],
      ['azure', '2020-02-12', '2020-07-24'],
      ['azure', '2020-07-24', '2022-10-10'],
      ['azure', '2022-10-10', '2024-12-01'],
      ['azure', '2024-12-01', null],
    ]);
  });

  it('are named after their source and month', () => {
    for (const { policy, source, from } of refundPolicyVersions) {
      expect(policy.id).toBe(`${source}-${from.slice(0, 7)}`);
    }
  });
});

describe('under the published policies', () => {
  const request = {
    paid: '12000.00',
    currency: 'USD',
    term: 'P1Y',
    purchasedOn: '2025-01-01',
  } as const;
  const quote = (policy: keyof typeof refundPolicies, canceledOn: string, used = false) =>
    quoteRefund({ ...request, canceledOn, used }, { policy });

  it.each([
    ['partner-center-2018-10', '2025-01-05', '12000.00'],
    ['partner-center-2018-10', '2025-01-07', '10386.41'],
    ['partner-center-2018-11', '2025-01-06', '12000.00'],
    ['partner-center-2020-08', '2025-01-06', '12000.00'],
    ['azure-2020-01', '2025-01-06', '10415.35'],
    ['azure-2020-02', '2025-01-06', '11835.62'],
    ['azure-2020-07', '2025-01-06', '11835.62'],
    ['azure-2024-12', '2025-01-07', '11802.74'],
  ] as const)('%s an unused one of %s is refunded %s', (policy, canceledOn, refund) => {
    expect(quote(policy, canceledOn).refund).toBe(refund);
  });

  it('of 2018-10 the fifth day has no row', () => {
    for (const used of [false, true]) {
      expect(quote('partner-center-2018-10', '2025-01-06', used)).toMatchObject({
        allowed: false,
        reason: 'undefined-by-text',
        obstacles: [
          {
            reason: 'undefined-by-text',
            clause: 'RES-14',
            reading: 'R-FIVE',
            nextStep: 'choose-another-day',
          },
        ],
        row: null,
        refund: '0.00',
        limit: null,
      });
    }
  });

  it('what is sold is told as not returnable beside a day without a row', () => {
    const policy = {
      ...refundPolicies['partner-center-2018-10'],
      id: 'ours',
      nonReturnable: ['RedHat'],
    } as const;
    const quoted = quoteRefund(
      { ...request, canceledOn: '2025-01-06', used: true, product: 'RedHat' },
      { policy },
    );
    expect(quoted).toMatchObject({
      obstacles: [{ reason: 'not-returnable' }, { reason: 'undefined-by-text' }],
    });
  });

  it('since 2020-07 the vendor counts what is cancelled and refuses what exceeds it', () => {
    const big = { ...request, paid: '120000.00', canceledOn: '2025-07-02', used: true } as const;
    expect(quoteRefund(big, { policy: 'azure-2020-02' })).toMatchObject({
      refund: '50000.00',
      because: ['AZR-2', 'AZR-3'],
    });
    expect(quoteRefund(big, { policy: 'azure-2020-07' })).toMatchObject({
      allowed: false,
      reason: 'limit-exceeded',
      obstacles: [{ clause: 'AZR-5' }],
    });
    // The page's own example: 24 of 36 months of 75 USD are left, so 1,800 of the 50,000 are used.
    const example = quoteRefund(
      {
        paid: '1800.00',
        currency: 'USD',
        term: 'P3Y',
        purchasedOn: '2025-01-01',
        canceledOn: '2025-01-01',
        used: true,
      },
      { policy: 'azure-2020-07' },
    );
    expect(example.limit).toMatchObject({ consumedAfter: '1800.00', available: '48200.00' });
  });

  it.each([
    ['azure-2020-07', 'AZR-6'],
    ['azure-2022-10', 'AZR-7'],
    ['azure-2024-12', 'AZR-8'],
  ] as const)('%s Databricks is not returnable by %s', (policy, clause) => {
    const asked = {
      ...request,
      canceledOn: '2025-07-02',
      used: true,
      product: 'Databricks',
    } as const;
    expect(quoteRefund(asked, { policy })).toMatchObject({
      reason: 'not-returnable',
      obstacles: [{ clause }],
    });
  });
});

describe('rounding', () => {
  // The term has 366 days, of which 183 are left: half the price.
  const tie = {
    paid: '0.03',
    currency: 'USD',
    term: 'P1Y',
    purchasedOn: '2023-03-01',
    canceledOn: '2023-08-31',
    used: true,
  } as const;

  it.each([
    ['half-even', '0.02'],
    ['half-up', '0.02'],
    ['down', '0.01'],
  ] as const)('%s makes %s of one and a half cents', (rounding, credit) => {
    const policy = { ...defaultRefundPolicy, id: 'ours', rounding };
    expect(quoteRefund(tie, { policy }).credit).toBe(credit);
  });

  it.each([
    ['half-even', '0.02'],
    ['half-up', '0.03'],
    ['down', '0.02'],
  ] as const)('%s makes %s of two and a half cents', (rounding, credit) => {
    const policy = { ...defaultRefundPolicy, id: 'ours', rounding };
    expect(quoteRefund({ ...tie, paid: '0.05' }, { policy }).credit).toBe(credit);
  });
});
