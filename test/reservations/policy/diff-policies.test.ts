import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { reservationClauses } from '../../../src/clauses/index.ts';
import {
  diffPolicies,
  type PublishedRefundPolicyId,
  parseRefundPolicy,
  type RefundPolicy,
  refundPolicyVersions,
} from '../../../src/reservations/index.ts';
import { faultsThrown } from '../../hostile/issues-of.ts';
import { policyFrom, policyInputs, policyWith } from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { hostiles } from '../hostile.ts';

const fieldsOf = (a: PublishedRefundPolicyId, b: PublishedRefundPolicyId): string[] =>
  diffPolicies(a, b).map(({ field }) => field);

const anyPolicies: fc.Arbitrary<RefundPolicy> = fc.oneof(
  policyInputs.map(policyFrom),
  fc.constantFrom(...refundPolicyVersions.map(({ policy }) => policy)),
);

describe('the difference between two versions', () => {
  it.each([
    [
      'partner-center-2018-05',
      'partner-center-2018-10',
      'document windowDays dayWithoutRow fullCreditWhenUnused feeRate',
    ],
    ['partner-center-2018-10', 'partner-center-2018-11', 'document windowDays dayWithoutRow payee'],
    ['partner-center-2018-11', 'partner-center-2020-08', 'document nonReturnable nonExchangeable'],
    [
      'partner-center-2020-08',
      'azure-2020-01',
      'document windowDays fullCreditWhenUnused priceBasis nonReturnable nonExchangeable',
    ],
    ['azure-2020-01', 'azure-2020-02', 'document feeRate'],
    ['azure-2020-02', 'azure-2020-07', 'document limitCounts overLimit nonReturnable'],
    ['azure-2020-07', 'azure-2022-10', 'document'],
    ['azure-2022-10', 'azure-2024-12', 'document nonReturnable'],
    [
      'azure-2022-10',
      'azure-service-2023',
      'document windowDays fullCreditWhenUnused limitCounts priceBasis exchangeWindow',
    ],
    ['azure-2024-12', 'azure-2024-12', ''],
  ] as const)('%s and %s: %s', (a, b, fields) => {
    expect(fieldsOf(a, b).join(' ')).toBe(fields);
    expect(fieldsOf(b, a).join(' ')).toBe(fields);
  });

  it('holds both values with their clauses, and says them', () => {
    expect(diffPolicies('partner-center-2020-08', 'azure-2020-02')).toEqual([
      {
        field: 'document',
        a: 'reservations',
        b: 'azure-refunds-2020-02',
        clauseA: null,
        clauseB: null,
        message:
          'partner-center-2020-08: cites reservations; azure-2020-02: cites azure-refunds-2020-02',
      },
      {
        field: 'windowDays',
        a: 5,
        b: null,
        clauseA: 'RES-2',
        clauseB: 'AZR-2',
        message: 'partner-center-2020-08: no fee up to day 5; azure-2020-02: no days without a fee',
      },
      {
        field: 'fullCreditWhenUnused',
        a: true,
        b: false,
        clauseA: 'RES-1',
        clauseB: 'AZR-2',
        message:
          'partner-center-2020-08: full credit of an unused one within the window; azure-2020-02: pro-rated credit from the first day',
      },
      {
        field: 'feeRate',
        a: '0.12',
        b: '0',
        clauseA: 'RES-4',
        clauseB: 'AZR-2',
        message: 'partner-center-2020-08: a fee of 12 % of the credit; azure-2020-02: no fee',
      },
      {
        field: 'priceBasis',
        a: 'paid',
        b: 'lower',
        clauseA: null,
        clauseB: 'PAY-8',
        message:
          'partner-center-2020-08: the price paid is pro-rated; azure-2020-02: the lower of the price paid and the current price is pro-rated',
      },
      {
        field: 'nonReturnable',
        a: ['SuseLinux', 'RedHat'],
        b: [],
        clauseA: 'RES-11',
        clauseB: null,
        message:
          'partner-center-2020-08: not returnable: RedHat, SuseLinux; azure-2020-02: every product is returnable',
      },
      {
        field: 'nonExchangeable',
        a: ['SuseLinux', 'RedHat'],
        b: [],
        clauseA: 'RES-11',
        clauseB: null,
        message:
          'partner-center-2020-08: not exchangeable: RedHat, SuseLinux; azure-2020-02: every product is exchangeable',
      },
    ]);
  });

  it.each<[Partial<RefundPolicy>, string | null, string, string]>([
    [{ windowDays: 0 }, 'RES-2', 'no fee up to day 5', 'no fee up to day 0'],
    [{ dayWithoutRow: 6 }, 'RES-2', 'a rule for every day', 'no rule for day 6'],
    [{ feeRate: null }, 'RES-4', 'a fee of 12 % of the credit', 'a fee of unstated size'],
    [{ feeRate: '0.125' }, 'RES-4', 'a fee of 12 % of the credit', 'a fee of 12.5 % of the credit'],
    [{ feeRate: '1' }, 'RES-4', 'a fee of 12 % of the credit', 'a fee of 100 % of the credit'],
    [{ feeRate: '0.1' }, 'RES-4', 'a fee of 12 % of the credit', 'a fee of 10 % of the credit'],
    [{ feeRate: '0.001' }, 'RES-4', 'a fee of 12 % of the credit', 'a fee of 0.1 % of the credit'],
    [{ limitUsd: null }, 'RES-5', 'a limit of 50000.00 USD', 'no limit'],
    [
      { limitWindow: 'calendar-year' },
      'RES-5',
      'given back after 365 days',
      'given back at the new year',
    ],
    [{ limitWindow: 'none' }, 'RES-5', 'given back after 365 days', 'never given back'],
    [{ overLimit: 'refuse' }, 'RES-5', 'clipped to the limit', 'refused above the limit'],
    [{ rounding: 'down' }, null, 'rounded half-even', 'rounded down'],
    [
      { exchangeMinimum: 'none' },
      'RES-9',
      'an exchange costs at least its credit',
      'an exchange may cost less than its credit',
    ],
    [
      { exchangeWindow: 'full' },
      'RES-9',
      'pro-rated credit of an exchange on every day',
      'full credit of an exchange within the window',
    ],
    [{ payee: 'customer' }, 'RES-7', 'paid to the partner', 'paid to the customer'],
  ])('tells of %j', (given, clause, wordsA, wordsB) => {
    const [difference, ...others] = diffPolicies('partner-center-2020-08', policyWith(given));
    expect(others).toEqual([]);
    expect(difference?.message).toBe(`partner-center-2020-08: ${wordsA}; ours: ${wordsB}`);
    expect([difference?.clauseA, difference?.clauseB]).toEqual([clause, clause]);
  });

  it('tells what uses the limit', () => {
    const words = diffPolicies('azure-2020-02', 'azure-2020-07').find(
      ({ field }) => field === 'limitCounts',
    );
    expect(words?.message).toBe(
      'azure-2020-02: the refund uses the limit; azure-2020-07: the credit and the payments to come use the limit',
    );
  });

  it('takes products for a set', () => {
    const ours = policyWith({ nonReturnable: ['RedHat', 'SuseLinux', 'RedHat'] });
    expect(diffPolicies('partner-center-2020-08', ours)).toEqual([]);
    const none = policyWith({ nonReturnable: [] });
    expect(diffPolicies(ours, none)[0]?.message).toContain('returnable: RedHat, SuseLinux;');
  });

  it('shows no character of an id that cannot be seen', () => {
    const hidden = policyWith({ id: 'a\u202eb', payee: 'customer' });
    expect(diffPolicies('partner-center-2020-08', hidden)[0]?.message).toContain('a\\u{202e}b: ');
  });
});

describe('diffPolicies', () => {
  test.prop([anyPolicies, anyPolicies])(
    'names exactly the fields that must be changed to make the second of the first',
    (a, b) => {
      const differences = diffPolicies(a, b);
      const changed = { ...a, id: 'ours' };
      for (const { field, b: value } of differences) Object.assign(changed, { [field]: value });
      expect(diffPolicies(changed, b)).toEqual([]);
      for (const { field } of differences) {
        const parsed = parseRefundPolicy({ ...changed, [field]: a[field], id: 'ours' });
        if (parsed.ok) {
          expect(diffPolicies(parsed.value, b).map((it) => it.field)).toEqual([field]);
        }
      }
    },
  );

  test.prop([anyPolicies, anyPolicies])('says the same from the other side', (a, b) => {
    const there = diffPolicies(a, b).map((it) => [it.field, it.a, it.b, it.clauseA, it.clauseB]);
    const back = diffPolicies(b, a).map((it) => [it.field, it.b, it.a, it.clauseB, it.clauseA]);
    expect(there).toEqual(back);
  });

  test.prop([anyPolicies, anyPolicies])('cites known clauses only, as plain JSON', (a, b) => {
    const ids = new Set<string | null>([null, ...reservationClauses.map(({ id }) => id)]);
    const differences = diffPolicies(deepFreeze(a), deepFreeze(b));
    for (const { clauseA, clauseB, message } of differences) {
      expect(ids.has(clauseA) && ids.has(clauseB)).toBe(true);
      expect(message).not.toMatch(/undefined|NaN|\[object/);
    }
    const text = JSON.stringify(differences);
    expect(JSON.parse(text)).toEqual(differences);
    vandalise(differences);
    expect(JSON.stringify(diffPolicies(a, b))).toBe(text);
  });

  const faultsOf = (a: unknown, b: unknown): string[] => {
    return faultsThrown(() => diffPolicies(a as RefundPolicy, b as RefundPolicy));
  };

  it.each<[unknown, unknown, string[]]>([
    ['__proto__', 'toString', ['a: unknown-value', 'b: unknown-value']],
    [undefined, null, ['a: not-an-object', 'b: not-an-object']],
    [{ basedOn: 'azure-2020-01', id: 'x' }, { basedOn: 'x' }, ['b.basedOn: unknown-value']],
    [
      { basedOn: 'azure-2020-01', id: 'x', overLimit: 'burn' },
      { basedOn: 'azure-2020-01' },
      ['a.overLimit: unknown-value'],
    ],
  ])('of %j and %j is an input error', (a, b, faults) => {
    expect(faultsOf(a, b)).toEqual(expect.arrayContaining(faults));
  });

  test.prop([hostiles])('throws nothing but an input error', ({ make }) => {
    expect(faultsOf(make(), 'azure-2020-01').length).toBeGreaterThan(0);
  });
});
