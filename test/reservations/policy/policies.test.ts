import { describe, expect, it } from 'vitest';
import { readRefundFacts } from '../../../src/reservations/facts/refund-facts.ts';
import {
  defaultRefundPolicy,
  openRefundLedger,
  quoteRefund,
  type RefundPolicy,
  refundPolicies,
  refundPolicyVersions,
  settleRefund,
} from '../../../src/reservations/index.ts';
import { policyFrom, policyWith } from '../arbitraries.ts';
import { isDeeplyFrozen } from '../deep.ts';
import { REQUEST } from '../request.ts';

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
  'priceBasis',
  'exchangeWindow',
  'nonExchangeable',
  'exchangeEnd',
] as const;
const products2026 = 'RedHat SuseLinux Databricks MDC Sentinel';
const products2020 = 'Databricks VMwareCloudSimple RedHatOsa RedHat SuseLinux';
// biome-ignore format: a table is read along its rows and columns
const table: Record<string, readonly unknown[]> = {
  'partner-center-2018-05': ['reservations-2018',     null, null, false, null,   'refund', 'clip',   '',                   'customer', 'paid',  'pro-rated', '', null],
  'partner-center-2018-10': ['reservations-2018-10',  4,    5,    true,  '0.12', 'refund', 'clip',   '',                   'customer', 'paid',  'pro-rated', '', null],
  'partner-center-2018-11': ['reservations-2018-11',  5,    null, true,  '0.12', 'refund', 'clip',   '',                   'partner', 'paid',  'pro-rated', '', null],
  'partner-center-2020-08': ['reservations',          5,    null, true,  '0.12', 'refund', 'clip',   'SuseLinux RedHat',   'partner', 'paid',  'pro-rated', 'SuseLinux RedHat', null],
  'partner-center-2023-07': ['reservations-2023-07', null, null, false, '0', 'canceled-commitment', 'refuse', products2020, 'partner', 'lower', 'pro-rated', '', null],
  'partner-center-2024-12': ['reservations-2024-12', null, null, false, '0', 'canceled-commitment', 'refuse', `${products2020} MDC Sentinel`, 'partner', 'lower', 'pro-rated', '', null],
  'partner-center-2026-01': ['reservations-2026-01', null, null, false, '0', 'canceled-commitment', 'refuse', products2026, 'partner', 'lower', 'pro-rated', products2026, null],
  'partner-center-2027-02': ['reservations-2027-02', null, null, false, '0', 'canceled-commitment', 'refuse', products2026, 'partner', 'lower', 'pro-rated', products2026, '2027-02-01'],
  'azure-2020-01':          ['azure-refunds-2020-01', null, null, false, '0.12', 'refund', 'clip',   '',                   'partner', 'lower', 'pro-rated', '', null],
  'azure-2020-02':          ['azure-refunds-2020-02', null, null, false, '0',    'refund', 'clip',   '',                   'partner', 'lower', 'pro-rated', '', null],
  'azure-2020-07':          ['azure-refunds-2020-07', null, null, false, '0',    'canceled-commitment', 'refuse', products2020, 'partner', 'lower', 'pro-rated', '', null],
  'azure-2022-10':          ['azure-refunds-2022-10', null, null, false, '0',    'canceled-commitment', 'refuse', products2020, 'partner', 'lower', 'pro-rated', '', null],
  'azure-2024-12':          ['azure-refunds-2024-12', null, null, false, '0',    'canceled-commitment', 'refuse', `${products2020} MDC Sentinel`, 'partner', 'lower', 'pro-rated', '', null],
  'azure-2026-01':          ['azure-refunds-2026-01', null, null, false, '0', 'canceled-commitment', 'refuse', products2026, 'partner', 'lower', 'pro-rated', products2026, null],
  'azure-2027-02':          ['azure-exchanges-2027-02', null, null, false, '0', 'canceled-commitment', 'refuse', products2026, 'partner', 'lower', 'pro-rated', products2026, '2027-02-01'],
  'azure-service-2023':    ['azure-service-2023',    5,    null, true,  '0',    'refund', 'refuse', products2020,         'partner', 'paid',  'full',      '', null],
};

describe('the published policies', () => {
  it.each(Object.entries(table))('%s holds the numbers of its text', (id, row) => {
    const policy = refundPolicies[id as keyof typeof refundPolicies];
    const { nonReturnable, nonExchangeable, ...rest }: RefundPolicy = policy;
    const barred = {
      nonReturnable: nonReturnable.join(' '),
      nonExchangeable: nonExchangeable.join(' '),
    };
    const transcribed = Object.fromEntries(fields.map((field, at) => [field, row[at]]));
    expect({ ...rest, ...barred }).toEqual({
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
      ['partner-center', '2020-08-06', '2023-07-31'],
      ['partner-center', '2023-07-31', '2024-12-05'],
      ['partner-center', '2024-12-05', '2026-01-15'],
      ['partner-center', '2026-01-15', '2027-02-01'],
      ['partner-center', '2027-02-01', null],
      ['azure', '2020-01-24', '2020-02-12'],
      ['azure', '2020-02-12', '2020-07-24'],
      ['azure', '2020-07-24', '2022-10-10'],
      ['azure', '2022-10-10', '2024-12-05'],
      ['azure', '2024-12-05', '2026-01-15'],
      ['azure', '2026-01-15', '2027-02-01'],
      ['azure', '2027-02-01', null],
      ['azure-service', '2022-06-28', null],
    ]);
  });

  it('say what a reader must know beside the numbers', () => {
    // A second transcription, by hand.
    const everybody =
      'For customers of every kind. It and the page for partners disagree about the fee; for partners of the program it says that the limit is for each customer.';
    const lower =
      'The text pro-rates the lower of the price paid and the current price: pass the current price as currentPrice.';
    const synapse =
      'Pre-purchase plans of Synapse Analytics are not returnable either. The vendor’s list of reservedResourceType has no value for them, so no quote can tell.';
    const pointer =
      'The page for partners has no table, fee, window or limit of its own any more and points to the page for all customers. The numbers are those of that page on the first day; the partner is paid.';
    const gone =
      'VMware by CloudSimple and Azure Red Hat OpenShift left the list of products that are not returnable on a day between October 2023 and January 2026 that is not known.';
    const announced =
      'Announced on 2026-08-27. Refunds and the limit stay as they were in 2026-01; only the rule for exchanges is new.';
    expect(
      Object.fromEntries(refundPolicyVersions.map(({ policy, notes }) => [policy.id, notes])),
    ).toEqual({
      'partner-center-2018-05': [
        'First seen in public on 2018-05-25. The fee has no stated size: derive a policy with a feeRate to quote refunds.',
      ],
      'partner-center-2018-10': [
        'The table has rows for fewer and for more than five days, and none for the fifth.',
      ],
      'partner-center-2018-11': [],
      'partner-center-2020-08': [
        'First seen in public on 2020-08-07. Last seen in July 2021; on 2023-07-31 at the latest the table was gone.',
      ],
      'partner-center-2023-07': [pointer, lower, synapse],
      'partner-center-2024-12': [pointer, lower, synapse],
      'partner-center-2026-01': [pointer, lower, synapse, gone],
      'partner-center-2027-02': [pointer, lower, synapse, announced],
      'azure-2020-01': [everybody, lower],
      'azure-2020-02': [
        everybody,
        lower,
        'The page says that a fee of 12 % may come; none is charged.',
      ],
      'azure-2020-07': [everybody, lower],
      'azure-2022-10': [everybody, lower, synapse],
      'azure-2024-12': [everybody, lower, synapse],
      'azure-2026-01': [everybody, lower, synapse, gone],
      'azure-2027-02': [everybody, lower, synapse, announced],
      'azure-service-2023': [
        'What the vendor’s live service answered in public recordings, not a text. Returns on the days 0 to 2 were credited in full, one on day 6 pro rata; of the days between, and of used reservations, nothing is known.',
      ],
    });
    for (const { lastVerified } of refundPolicyVersions) expect(lastVerified).toBe('2026-11-21');
  });

  it('are named after their source and month, and the service’s after its last year', () => {
    for (const { policy, source, from } of refundPolicyVersions) {
      const date = source === 'azure-service' ? '2023' : from.slice(0, 7);
      expect(policy.id).toBe(`${source}-${date}`);
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
            interpretation: 'R-FIVE',
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

describe('a policy of one’s own', () => {
  it('keeps the clause of products that cannot be returned under the first text', () => {
    const policy = policyFrom({
      basedOn: 'partner-center-2018-05',
      id: 'ours',
      feeRate: '0.1',
      nonReturnable: ['RedHat'],
    });
    const request = {
      paid: '12000.00',
      currency: 'USD',
      term: 'P1Y',
      purchasedOn: '2018-06-01',
      canceledOn: '2018-07-01',
      used: false,
      product: 'RedHat',
    } as const;
    expect(quoteRefund(request, { policy })).toMatchObject({
      reason: 'not-returnable',
      because: ['RES-11'],
    });
  });

  it('without a limit assumes nothing of what was refunded before', () => {
    const assumed = quoteRefund(REQUEST).assumed.filter((it) => it !== 'consumedRefunds');
    expect(quoteRefund(REQUEST).assumed).toContain('consumedRefunds');
    const policy = policyWith({ limitUsd: null });
    expect(quoteRefund(REQUEST, { policy }).assumed).toEqual(
      assumed.filter((it) => it !== 'policy'),
    );
  });

  it.each([
    ['1', '50000'],
    ['0.1', '500000'],
    ['0.01', '1000000'],
    ['0.5', '100000'],
    ['0.25', '200000'],
  ])('clips yen of which one is worth %s USD to %s', (usdRate, refund) => {
    const request = {
      paid: '1000000',
      currency: 'JPY',
      usdRate,
      term: 'P1Y',
      purchasedOn: '2025-01-01',
      canceledOn: '2025-01-02',
      used: false,
    } as const;
    expect(quoteRefund(request, { policy: policyWith({}) }).refund).toBe(refund);
  });

  it('weighs a minor unit in whole cents, or in whole units to the cent', () => {
    const weight = (currency: string, usdRate: string) => {
      const facts = { paid: '1', currency, usdRate, term: 'P1Y', used: false };
      const days = { purchasedOn: '2025-01-01', canceledOn: '2025-01-02' };
      return readRefundFacts({ ...facts, ...days }, 'alone', [])?.centsPerUnit;
    };
    expect(weight('JPY', '3')).toEqual({ numerator: 300, denominator: 1 });
    expect(weight('JPY', '0.3')).toEqual({ numerator: 30, denominator: 1 });
    expect(weight('JPY', '0.03')).toEqual({ numerator: 3, denominator: 1 });
    expect(weight('JPY', '0.003')).toEqual({ numerator: 3, denominator: 10 });
    expect(weight('EUR', '1.5')).toEqual({ numerator: 15, denominator: 10 });
    expect(weight('KWD', '3')).toEqual({ numerator: 3, denominator: 10 });
  });

  it('is known in a ledger by its id and 64 bits of what it says', () => {
    for (let number = 0; number < 40; number += 1) {
      const policy = policyWith({ id: `ours-${number}`, payee: 'customer' });
      const request = { ...REQUEST, id: 'CR-1', customerId: 'contoso' };
      const { ledger } = settleRefund(openRefundLedger('contoso'), request, { policy });
      // Fields that came after 0.1.0 count only if they change its meaning.
      const {
        priceBasis: _,
        exchangeWindow: __,
        nonExchangeable: ___,
        exchangeEnd: ____,
        ...old
      } = policy;
      const text = JSON.stringify(old);
      const check = fnv1a(text, 0x811c9dc5n) + fnv1a(text, 0x01000193n);
      expect(ledger.ids.map((entry) => entry.policy)).toEqual([`ours-${number} ${check}`]);
    }
  });
});

/** FNV-1a over UTF-16 units, in whole numbers without end. */
function fnv1a(text: string, offset: bigint): string {
  let hash = offset;
  for (const unit of text) {
    hash = ((hash ^ BigInt(unit.charCodeAt(0))) * 0x01000193n) % 2n ** 32n;
  }
  return `00000000${hash.toString(16)}`.slice(-8);
}
