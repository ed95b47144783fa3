import { describe, expect, it } from 'vitest';
import {
  createSettlement,
  openRefundLedger,
  type RefundRequestInput,
  type SettlementOptions,
} from '../../../src/reservations/index.ts';

const RECORD = {
  customerId: 'contoso',
  paid: '1.00',
  currency: 'USD',
  term: 'P3Y',
  purchasedOn: '2025-06-01',
  used: true,
} as const;

/** What is claimed is more than the limit, and so refused but remembered. */
const TOO_MUCH = { ...RECORD, paid: '200000.00' } as const;

/** Settles one record after the other, and counts for each how often all ids are walked through. */
function walks(records: readonly object[], options?: SettlementOptions): number[] {
  const settlement = createSettlement(options);
  const walk = Map.prototype[Symbol.iterator];
  let count = 0;
  Map.prototype[Symbol.iterator] = function (this: Map<unknown, unknown>) {
    count += 1;
    return walk.call(this);
  };
  try {
    return records.map((record) => {
      count = 0;
      settlement.settle(record as RefundRequestInput & { customerId: string });
      return count / 2; // its own, and those of other policies
    });
  } finally {
    Map.prototype[Symbol.iterator] = walk;
  }
}

const refusing = { policy: 'azure-2024-12' } as const;

describe('the ids of a customer', () => {
  it('are looked through for forgotten ones seldom, and ever more seldom', () => {
    const records = Array.from({ length: 110 }, (_, at) => ({
      ...RECORD,
      id: `CR-${at + 1}`,
      canceledOn: '2025-07-02',
    }));
    const sweeps = walks(records).flatMap((count, at) => (count === 0 ? [] : [[at + 1, count]]));
    expect(sweeps).toEqual([
      [8, 1],
      [20, 1],
      [38, 1],
      [65, 1],
      [106, 1],
    ]);
  });

  it('are not looked through as days pass', () => {
    const records = ['2025-07-01', '2025-07-02', '2026-07-03', '2027-07-04'].map((day) => ({
      ...RECORD,
      id: day,
      canceledOn: day,
    }));
    expect(walks(records)).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['2025-12-31', 1],
    ['2026-01-01', 0],
    ['2026-01-02', 0],
  ])(
    'are looked through on %s where a later refusal has made its ids forgotten: %i',
    (day, sweeps) => {
      const records = [
        { ...TOO_MUCH, id: 'CR-1', canceledOn: '2026-12-31' },
        { ...RECORD, id: 'CR-2', canceledOn: day },
      ];
      expect(walks(records, refusing)).toEqual([0, sweeps]);
    },
  );

  it('of refusals stay forgotten when the days go back behind a later one', () => {
    const settlement = createSettlement(refusing);
    for (const record of [
      { ...TOO_MUCH, id: 'CR-1', canceledOn: '2025-12-31' },
      { ...TOO_MUCH, id: 'CR-2', canceledOn: '2026-12-31' },
      { ...RECORD, id: 'CR-3', canceledOn: '2025-12-31' },
    ]) {
      expect(settlement.settle(record).ok).toBe(true);
    }
    const [ledger] = [...settlement.ledgers()];
    expect(ledger?.ids.map(({ id }) => id)).toEqual(['CR-2', 'CR-3']);
  });

  it('of payments stay known when the days go on behind a later refusal', () => {
    const settlement = createSettlement(refusing);
    for (const record of [
      { ...TOO_MUCH, id: 'CR-1', canceledOn: '2026-12-31' },
      { ...RECORD, id: 'CR-2', canceledOn: '2025-12-31' },
      { ...RECORD, id: 'CR-3', canceledOn: '2026-06-30' },
    ]) {
      expect(settlement.settle(record).ok).toBe(true);
    }
    const [ledger] = [...settlement.ledgers()];
    expect(ledger?.ids.map(({ id }) => id)).toEqual(['CR-1', 'CR-2', 'CR-3']);
  });
});

describe('a customer of whom nothing is known', () => {
  const ended = { ...RECORD, canceledOn: '2028-06-01' };

  it('gets no ledger by a refusal that is not remembered', () => {
    const settlement = createSettlement(refusing);
    expect(settlement.settle({ ...ended, id: 'CR-1' })).toMatchObject({ quote: { row: null } });
    expect(settlement.settle({ ...TOO_MUCH, canceledOn: '2025-07-02' }).ok).toBe(true);
    expect([...settlement.ledgers()]).toEqual([]);
  });

  it('keeps the ledger that was opened for it', () => {
    const settlement = createSettlement({ ledgers: [openRefundLedger('contoso')] });
    settlement.settle(ended);
    expect([...settlement.ledgers()]).toEqual([openRefundLedger('contoso')]);
  });
});
