import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  createSettlement,
  isInputError,
  openRefundLedger,
  type SettlementOptions,
  settleRefund,
  settleRefunds,
} from '../../../src/reservations/index.ts';
import { batches } from '../arbitraries.ts';
import { revokedProxy } from '../hostile.ts';

const RECORD = {
  id: 'CR-1',
  customerId: 'contoso',
  paid: '12000.00',
  currency: 'USD',
  term: 'P3Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-06',
  used: false,
} as const;

describe('settleRefunds', () => {
  it('gives one result for each record, in order', () => {
    const results = [...settleRefunds([RECORD, null, RECORD])];
    expect(results.map(({ ok, index }) => [ok, index])).toEqual([
      [true, 0],
      [false, 1],
      [true, 2],
    ]);
    expect(results[2]).toMatchObject({ repeated: true });
    expect([...settleRefunds([])]).toEqual([]);
  });

  it('reads no further than it is asked to', () => {
    let read = 0;
    function* endless(): Generator<unknown> {
      for (;;) {
        read += 1;
        yield { ...RECORD, id: `CR-${read}` };
      }
    }
    const results = settleRefunds(endless());
    expect(read).toBe(0);
    results.next();
    results.next();
    expect(read).toBe(2);
    expect(results.return(undefined).done).toBe(true);
    expect(results.next().done).toBe(true);
  });

  it('closes what it reads from when it is left early', () => {
    let closed = false;
    function* records(): Generator<unknown> {
      try {
        yield RECORD;
        yield RECORD;
      } finally {
        closed = true;
      }
    }
    for (const { ok } of settleRefunds(records())) {
      expect(ok).toBe(true);
      break;
    }
    expect(closed).toBe(true);
  });

  it('throws before the first result where the options are malformed', () => {
    for (const options of [{ polcy: 1 }, { policy: 'partner-center-2018-05' }, 'x']) {
      let error: unknown;
      try {
        settleRefunds([RECORD], options as SettlementOptions).next();
      } catch (thrown) {
        error = thrown;
      }
      expect(isInputError(error)).toBe(true);
    }
  });

  it('throws an InputError for records that cannot be walked through', () => {
    for (const records of [5, null, undefined, {}, 'CR-1', revokedProxy([])]) {
      let error: unknown;
      try {
        settleRefunds(records as unknown as unknown[]).next();
      } catch (thrown) {
        error = thrown;
      }
      expect(isInputError(error) && error.issues[0]?.path).toEqual(['records']);
    }
  });

  it('starts from the ledgers of before', () => {
    const { ledger } = settleRefund(openRefundLedger('contoso'), { ...RECORD, paid: '49000.00' });
    const [result] = settleRefunds([{ ...RECORD, id: 'CR-2' }], { ledgers: [ledger] });
    expect(result?.ok && result.quote.refund).toBe('1000.00');
  });

  it('begins anew every time', () => {
    const records = [{ ...RECORD, paid: '50000.00' }];
    expect([...settleRefunds(records)]).toEqual([...settleRefunds(records)]);
  });

  test.prop([batches])('answers as a settlement does', ({ policy, records }) => {
    const settlement = createSettlement({ policy });
    const expected = records.map((record) => settlement.settle(record));
    expect(JSON.stringify([...settleRefunds(records, { policy })])).toBe(JSON.stringify(expected));
  });
});
