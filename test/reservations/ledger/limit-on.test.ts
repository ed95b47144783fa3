import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  createSettlement,
  type LimitState,
  limitOn,
  openRefundLedger,
  type RefundLedger,
} from '../../../src/reservations/index.ts';
import { faultsThrown } from '../../hostile/issues-of.ts';
import {
  addDays,
  amountText,
  batches,
  dayOf,
  dayText,
  minorOf,
  policyFrom,
  policyWith,
} from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { revokedProxy } from '../hostile.ts';

const LEDGER: RefundLedger = {
  customerId: 'contoso',
  lastDay: '2025-07-02',
  days: [{ on: '2025-07-02', usd: '5294.47' }],
  ids: [],
};

const ROLLING = { policy: 'partner-center-2020-08' } as const;
const CALENDAR = { policy: policyWith({ limitWindow: 'calendar-year' }) };

function ledgerOf(...days: (readonly [on: string, usd: string])[]): RefundLedger {
  const lastDay = days.at(-1)?.[0] ?? null;
  return { customerId: 'contoso', lastDay, days: days.map(([on, usd]) => ({ on, usd })), ids: [] };
}

function faultsOf(run: () => LimitState): string[] {
  return faultsThrown(() => run());
}

describe('limitOn', () => {
  it('says how much is left, and when the rest comes back', () => {
    expect(limitOn(LEDGER, '2025-12-31')).toEqual({
      max: '50000.00',
      consumed: '5294.47',
      available: '44705.53',
      givenBack: [{ on: '2026-07-02', usd: '5294.47' }],
    });
  });

  it('gives the whole limit of an empty ledger', () => {
    expect(limitOn(openRefundLedger('contoso'), '0001-01-01')).toEqual({
      max: '50000.00',
      consumed: '0.00',
      available: '50000.00',
      givenBack: [],
    });
  });

  it.each([
    ['2025-07-02', '5294.47'],
    ['2026-07-01', '5294.47'], // 364 days later
    ['2026-07-02', '0.00'], // 365
    ['2026-07-03', '0.00'], // 366
  ])('rolling: on %s it counts %s', (day, consumed) => {
    expect(limitOn(LEDGER, day, ROLLING)).toMatchObject({ consumed });
    expect(limitOn(LEDGER, new Date(day), ROLLING)).toMatchObject({ consumed });
    expect(limitOn(LEDGER, `${day}T23:59:59.999999999Z`, ROLLING)).toMatchObject({ consumed });
  });

  it.each([
    ['2024-02-28', '2025-02-26', '2025-02-27'],
    ['2024-02-29', '2025-02-27', '2025-02-28'],
    ['2024-03-01', '2025-02-28', '2025-03-01'],
    ['2023-03-01', '2024-02-28', '2024-02-29'],
    ['2023-12-31', '2024-12-29', '2024-12-30'],
    ['2024-12-31', '2025-12-30', '2025-12-31'],
    ['2025-01-01', '2025-12-31', '2026-01-01'],
  ])('rolling: what was refunded on %s counts until %s and is back on %s', (on, last, back) => {
    const ledger = ledgerOf([on, '1.00']);
    expect(limitOn(ledger, last, ROLLING).givenBack).toEqual([{ on: back, usd: '1.00' }]);
    expect(limitOn(ledger, back, ROLLING)).toMatchObject({ consumed: '0.00', givenBack: [] });
  });

  it.each([
    ['2024-01-01', '2024-12-31', '2025-01-01'],
    ['2024-02-29', '2024-12-31', '2025-01-01'],
    ['2024-12-30', '2024-12-31', '2025-01-01'],
    ['2024-12-31', '2024-12-31', '2025-01-01'],
    ['2025-01-01', '2025-12-31', '2026-01-01'],
  ])('calendar year: what was refunded on %s counts until %s', (on, last, back) => {
    const ledger = ledgerOf([on, '1.00']);
    expect(limitOn(ledger, last, CALENDAR).givenBack).toEqual([{ on: back, usd: '1.00' }]);
    expect(limitOn(ledger, back, CALENDAR)).toMatchObject({ consumed: '0.00', givenBack: [] });
  });

  it('adds up what comes back on the same day', () => {
    const ledger = ledgerOf(['2024-12-31', '1.00'], ['2025-01-01', '0.20'], ['2025-01-02', '0.03']);
    expect(limitOn(ledger, '2025-01-02', CALENDAR)).toMatchObject({
      consumed: '0.23',
      givenBack: [{ on: '2026-01-01', usd: '0.23' }],
    });
    expect(limitOn(ledger, '2025-01-02', ROLLING)).toMatchObject({
      consumed: '1.23',
      givenBack: [
        { on: '2025-12-31', usd: '1.00' },
        { on: '2026-01-01', usd: '0.20' },
        { on: '2026-01-02', usd: '0.03' },
      ],
    });
  });

  it('has nothing left where more is used than the limit allows', () => {
    const ledger = ledgerOf(['2025-07-02', '50000.01']);
    expect(limitOn(ledger, '2025-07-02')).toMatchObject({
      consumed: '50000.01',
      available: '0.00',
    });
  });

  it('says that there is no limit', () => {
    expect(limitOn(LEDGER, '2025-07-02', { policy: policyWith({ limitUsd: null }) })).toMatchObject(
      {
        max: null,
        consumed: '5294.47',
        available: null,
      },
    );
  });

  it('needs no fee', () => {
    const options = { policy: 'partner-center-2018-05' } as const;
    expect(limitOn(LEDGER, '2025-07-02', options).available).toBe('44705.53');
  });

  it('gives only days that can be read back', () => {
    const [back] = limitOn(ledgerOf(['9999-12-31', '1.00']), '9999-12-31').givenBack;
    expect(back?.on ?? '9999-12-31').toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('throws before the last settled day, whose past may be forgotten', () => {
    expect(faultsOf(() => limitOn(LEDGER, '2025-07-01'))).toEqual(['day: out-of-order']);
    expect(faultsOf(() => limitOn(LEDGER, '2025-07-02'))).toEqual([]);
    expect(() => limitOn(LEDGER, '2025-07-01')).toThrow('2025-07-02');
  });

  it('throws every issue of the ledger, the day and the policy at once', () => {
    const ledger = { ...LEDGER, customerId: '', days: [{ on: '2025-07-02', usd: '-1' }] };
    const options = { policy: 'x', polcy: 1 } as unknown as undefined;
    expect(faultsOf(() => limitOn(ledger, '2025-02-29', options)).sort()).toEqual([
      'day: no-such-day',
      'ledger.customerId: empty',
      'ledger.days.0.usd: malformed-amount',
      'options.polcy: unknown-field',
      'options.policy: unknown-value',
    ]);
    for (const malformed of [undefined, null, 'x', [], () => 1]) {
      expect(faultsOf(() => limitOn(malformed as unknown as RefundLedger, '2025-07-02'))).toEqual([
        'ledger: not-an-object',
      ]);
    }
    expect(faultsOf(() => limitOn(revokedProxy() as RefundLedger, '2025-07-02'))).toEqual([
      'ledger: unreadable',
    ]);
  });

  it('throws for a misspelt option, though all else is well', () => {
    const options = { polcy: 'partner-center-2020-08' } as unknown as undefined;
    expect(faultsOf(() => limitOn(LEDGER, '2025-07-02', options))).toEqual([
      'options.polcy: unknown-field',
    ]);
  });

  it('changes nothing and shares nothing', () => {
    const ledger = deepFreeze(structuredClone(LEDGER));
    const before = JSON.stringify(limitOn(ledger, '2025-07-02'));
    vandalise(limitOn(ledger, '2025-07-02'));
    expect(JSON.stringify(limitOn(ledger, '2025-07-02'))).toBe(before);
  });

  it('has nothing to give back where a policy has no window', () => {
    const options = { policy: policyWith({ limitWindow: 'none' }) };
    expect(limitOn(ledgerOf(['2020-02-29', '1.00']), '9999-12-31', options)).toEqual({
      max: '50000.00',
      consumed: '1.00',
      available: '49999.00',
      givenBack: [],
    });
  });

  test.prop([batches, fc.integer({ min: 0, max: 800 })])(
    'agrees with the next quote, and gives everything back in the end',
    ({ policy, records }, later) => {
      const settlement = createSettlement({ policy });
      for (const record of records) settlement.settle(record);
      for (const ledger of settlement.ledgers()) {
        const day = addDays(ledger.lastDay ?? '2025-01-01', later);
        const state = limitOn(ledger, day, { policy });
        const total = state.givenBack.reduce((sum, { usd }) => sum + minorOf(usd), 0n);
        const isForGood = policy.limitWindow === 'none';
        expect(amountText(total, 2)).toBe(isForGood ? '0.00' : state.consumed);

        // Just before a day of giving back all is still in use, and on that day it is not.
        let left = total;
        for (const { on, usd } of state.givenBack) {
          expect(on > day).toBe(true);
          const eve = dayText(dayOf(on) - 1);
          expect(limitOn(ledger, eve, { policy }).consumed).toBe(amountText(left, 2));
          left -= minorOf(usd);
          expect(limitOn(ledger, on, { policy }).consumed).toBe(amountText(left, 2));
        }
        expect(left).toBe(0n);

        // A quote has a limit where its day has a row.
        const quoting = policyFrom({ ...policy, id: 'quoting', dayWithoutRow: null });
        const next = createSettlement({ policy: quoting, ledgers: [ledger] }).settle({
          customerId: ledger.customerId,
          paid: '1.00',
          currency: 'USD',
          term: 'P5Y',
          purchasedOn: day,
          canceledOn: day,
          used: false,
        });
        expect(next.ok && (next.quote.limit?.consumedBefore ?? null)).toBe(
          policy.limitUsd === null ? null : state.consumed,
        );
        expect(state.max).toBe(policy.limitUsd);
      }
    },
  );
});
