import { describe, expect, it } from 'vitest';
import {
  parseRefundLedger,
  type RefundLedger,
  type RefundRequestInput,
  settleRefund,
  trySettleRefund,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { policyFrom } from '../arbitraries.ts';

function faultsOf(ledger: RefundLedger, facts: string): string[] {
  const ids = ledger.ids.map((entry) => ({ ...entry, facts }));
  const parsed = parseRefundLedger({ ...ledger, ids });
  return parsed.ok ? [] : faultTexts(parsed.issues);
}

/** As version 0.1.0 wrote it. */
const OLD: RefundLedger = {
  customerId: 'contoso',
  lastDay: '2026-04-30',
  days: [
    { on: '2026-04-28', usd: '17153.29' },
    { on: '2026-04-29', usd: '26058.39' },
    { on: '2026-04-30', usd: '0.04' },
  ],
  ids: [
    { id: 'R-2', policy: 'azure-2020-07', facts: '20571 17369.87 20000.01 USD P3Y 20415 used 1 -' },
    { id: 'R-3', policy: 'azure-2020-07', facts: '20572 17153.29 30000.00 USD P3Y 20428 used 1 -' },
    { id: 'R-4', policy: 'azure-2020-07', facts: '20573 43211.68 0.02 USD P3Y 20413 used 1 -' },
    { id: 'R-5', policy: 'azure-2020-07', facts: '20573 43211.70 0.02 USD P3Y 20446 used 1 -' },
  ],
};

const R3 = {
  ...{ id: 'R-3', paid: '30000.00', currency: 'USD', term: 'P3Y', used: true },
  ...{ purchasedOn: '2025-12-06', canceledOn: '2026-04-29' },
} as RefundRequestInput;

describe('an entry of version 0.1.0', () => {
  it('is read as it is', () => {
    expect(parseRefundLedger(OLD)).toEqual({ ok: true, value: OLD });
  });

  it('still matches a repeat, and answers as it did', () => {
    const step = settleRefund(OLD, R3, { policy: 'azure-2020-07' });
    expect(step).toMatchObject({ repeated: true, ledger: OLD });
    expect(step.quote).toMatchObject({ refund: '26058.39', limit: { consumedBefore: '17153.29' } });
  });

  it.each<[what: string, given: object, policy: 'azure-2020-07' | 'azure-2024-12']>([
    ['another price', { paid: '30000.01' }, 'azure-2020-07'],
    [
      'another plan',
      { billingPlan: 'Monthly', instalment: '30000.00', paid: undefined },
      'azure-2020-07',
    ],
    ['units', { quantity: 2 }, 'azure-2020-07'],
    ['a current price', { currentPrice: '29999.00' }, 'azure-2020-07'],
    ['another policy', {}, 'azure-2024-12'],
  ])('conflicts with %s', (_, given, policy) => {
    const step = trySettleRefund(OLD, { ...R3, ...given }, { policy });
    expect(step).toMatchObject({ ok: false, issues: [{ code: 'id-conflict' }] });
  });

  it('is refused if it is malformed', () => {
    const one = { ...OLD, ids: OLD.ids.slice(0, 1) };
    for (const facts of [
      '9999999 00.00 00.0 ZZZ P1Y 9999999 new 0 -',
      '20571 17369.87 20000.01 USD P3Y 20415 used 1',
      '20571 17369.87 20000.01 USD P3Y 20415 used 1 - -',
      '20571 17369.87 30000.00 USD P3Y 20415 used 1 -',
      '20570 17369.87 20000.01 USD P3Y 20415 used 1 -',
      '20571 017369.87 20000.01 USD P3Y 20415 used 1 -',
    ]) {
      expect(faultsOf(one, facts)).toEqual(['ids.0.facts: malformed-entry']);
    }
    expect(faultsOf({ ...one, days: [] }, one.ids[0]?.facts ?? '')).toHaveLength(1);
  });

  it('under a policy of one’s own still matches by its old key', () => {
    const ours = {
      ...{ id: 'ours', document: 'reservations', windowDays: 5, dayWithoutRow: null },
      ...{ fullCreditWhenUnused: true, feeRate: '0.12', limitUsd: '50000.00' },
      ...{ limitWindow: 'calendar-year', limitCounts: 'refund', overLimit: 'clip' },
      ...{ rounding: 'half-even', exchangeMinimum: 'credit' },
      ...{ nonReturnable: ['SuseLinux', 'RedHat'], payee: 'partner' },
    };
    const ledger: RefundLedger = {
      ...{ customerId: 'contoso', lastDay: '2028-05-26' },
      days: [{ on: '2028-05-26', usd: '0.02' }],
      ids: [
        {
          id: 'R-6',
          policy: 'ours 1c859357a9679c75',
          facts: '21330 0.00 0.02 USD P3Y 21228 used 1 -',
        },
      ],
    };
    const request = {
      ...{ id: 'R-6', paid: '0.02', currency: 'USD', term: 'P3Y', used: true },
      ...{ purchasedOn: '2028-02-14', canceledOn: '2028-05-26' },
    } as RefundRequestInput;
    const same = settleRefund(ledger, request, { policy: policyFrom(ours) });
    expect(same).toMatchObject({ repeated: true, ledger });
    // A new field that changes what it means is another key in new entries, and the old one is still known.
    for (const change of [
      { priceBasis: 'lower' },
      { exchangeWindow: 'full' },
      { nonExchangeable: [] },
    ]) {
      const policy = policyFrom({ ...ours, ...change });
      const changed = settleRefund(ledger, request, { policy });
      expect(changed.repeated).toBe(true);
      expect(changed.ledger.ids[0]?.policy).not.toBe('ours 1c859357a9679c75');
    }
    const other = policyFrom({ ...ours, feeRate: '0.13' });
    const step = trySettleRefund(ledger, request, { policy: other });
    expect(step).toMatchObject({ ok: false, issues: [{ code: 'id-conflict' }] });
  });
});
