import { describe, expect, it, vi } from 'vitest';
import {
  createSettlement,
  openRefundLedger,
  type RefundLedger,
  type Settlement,
  type SettlementOptions,
  type SettlementResult,
} from '../../../src/reservations/index.ts';
import { faultsThrown, faultTexts } from '../../hostile/issues-of.ts';
import { addDays, policyWith } from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { revokedProxy, throwingProxy, withThrowingGetter } from '../hostile.ts';

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

function faultsOf(result: SettlementResult): string[] {
  return result.ok ? [] : faultTexts(result.issues);
}

function faultsIn(options: unknown): string[] {
  return faultsThrown(() => createSettlement(options as SettlementOptions));
}

function carriedOver(settlement: Settlement): RefundLedger[] {
  return JSON.parse(JSON.stringify([...settlement.ledgers()])) as RefundLedger[];
}

describe('createSettlement', () => {
  it('answers each record by its position, its id and its customer', () => {
    const settlement = createSettlement();
    const results = [
      settlement.settle(RECORD),
      settlement.settle({ ...RECORD, id: undefined }),
      settlement.settle(RECORD),
      settlement.settle({ ...RECORD, id: 'CR-2', used: 'no' }),
      settlement.settle(undefined),
    ];
    expect(results).toMatchObject([
      { ok: true, index: 0, id: 'CR-1', customerId: 'contoso', quote: { refund: '12000.00' } },
      { ok: true, index: 1, customerId: 'contoso', quote: { refund: '12000.00' } },
      { ok: true, index: 2, id: 'CR-1', customerId: 'contoso', repeated: true },
      { ok: false, index: 3, id: 'CR-2', customerId: 'contoso', issues: [{ path: ['used'] }] },
      { ok: false, index: 4, issues: [{ path: [], code: 'not-an-object' }] },
    ]);
    expect(results.map((it) => it.ok && (it.repeated ?? false))).toEqual([
      ...[false, false, true, false, false],
    ]);
    expect(results.map(({ id }) => id)).toEqual(['CR-1', undefined, 'CR-1', 'CR-2', undefined]);
    expect(JSON.stringify(results[2]?.ok && results[2].quote)).toBe(
      JSON.stringify(results[0]?.ok && results[0].quote),
    );
  });

  it('gives every customer a limit of their own', () => {
    const settlement = createSettlement();
    const refund = (customerId: string) => {
      const result = settlement.settle({ ...RECORD, id: undefined, customerId, paid: '50000.00' });
      return result.ok && result.quote.refund;
    };
    const names = [
      'contoso',
      '__proto__',
      'constructor',
      'Contoso',
      'contoso ',
      '고객',
      '🧾',
      '\n',
    ];
    for (const name of names) expect([name, refund(name)]).toEqual([name, '50000.00']);
    for (const name of names) expect([name, refund(name)]).toEqual([name, '0.00']);
    expect([...settlement.ledgers()].map(({ customerId }) => customerId)).toEqual(names);
  });

  it('has no ledger of customers for whom nothing was settled', () => {
    const settlement = createSettlement();
    settlement.settle({ ...RECORD, product: 'RedHat' });
    settlement.settle({ ...RECORD, canceledOn: '2030-01-01' });
    settlement.settle({ ...RECORD, paid: 'x' });
    expect([...settlement.ledgers()]).toEqual([]);
    settlement.settle(RECORD);
    expect([...settlement.ledgers()]).toHaveLength(1);
  });

  it('names its customer in a batch', () => {
    const settlement = createSettlement();
    expect(faultsOf(settlement.settle({ ...RECORD, customerId: undefined }))).toEqual([
      'customerId: missing-field',
    ]);
    expect(faultsOf(settlement.settle({ ...RECORD, customerId: '' }))).toEqual([
      'customerId: empty',
    ]);
    expect(faultsOf(settlement.settle({ ...RECORD, customerId: null }))).toEqual([
      'customerId: wrong-type',
    ]);
    const { customerId: _, ...others } = { ...RECORD, used: 1 };
    expect(faultsOf(settlement.settle(others)).sort()).toEqual([
      'customerId: missing-field',
      'used: wrong-type',
    ]);
  });

  it('takes no consumed figure beside its ledgers', () => {
    const result = createSettlement().settle({ ...RECORD, consumedRefunds: '0' });
    expect(faultsOf(result)).toEqual(['consumedRefunds: conflicts-with-ledger']);
  });

  it('reports conflicts and late days of each customer alone', () => {
    const settlement = createSettlement();
    settlement.settle(RECORD);
    expect(faultsOf(settlement.settle({ ...RECORD, used: true }))).toEqual(['id: id-conflict']);
    expect(
      faultsOf(settlement.settle({ ...RECORD, id: 'CR-2', canceledOn: '2025-01-05' })),
    ).toEqual(['canceledOn: out-of-order']);
    const other = { ...RECORD, customerId: 'fabrikam', used: true, canceledOn: '2025-01-02' };
    expect(faultsOf(settlement.settle(other))).toEqual([]);
  });

  it('finds the names of records that it cannot read, where they can be', () => {
    const settlement = createSettlement();
    const malformed = [
      { id: 'CR-9', customerId: 'contoso' },
      withThrowingGetter({ id: 'CR-9', customerId: 'contoso' }, 'paid'),
      { id: 9, customerId: {} },
      withThrowingGetter({ customerId: 'contoso' }, 'id'),
      revokedProxy(),
      throwingProxy('get', RECORD),
      null,
      'CR-9',
    ];
    const names = malformed.map((record) => {
      const { ok, id, customerId } = settlement.settle(record);
      return [ok, id, customerId];
    });
    expect(names).toEqual([
      [false, 'CR-9', 'contoso'],
      [false, 'CR-9', 'contoso'],
      [false, undefined, undefined],
      [false, undefined, undefined],
      [false, undefined, undefined],
      [false, undefined, undefined],
      [false, undefined, undefined],
      [false, undefined, undefined],
    ]);
  });

  it('does not hand back a name of ten megabytes', () => {
    const giant = 'x'.repeat(10_000_000);
    const settlement = createSettlement();
    for (const record of [
      { ...RECORD, id: giant },
      { ...RECORD, customerId: giant },
    ]) {
      expect(JSON.stringify(settlement.settle(record)).length).toBeLessThan(1_000);
    }
  });

  it('leaves no trace of malformed records', () => {
    const settlement = createSettlement();
    settlement.settle(RECORD);
    const before = JSON.stringify([...settlement.ledgers()]);
    for (const record of [undefined, [], { ...RECORD, id: 'CR-2', paid: '-1' }, revokedProxy()]) {
      settlement.settle(record);
    }
    expect(JSON.stringify([...settlement.ledgers()])).toBe(before);
  });

  it('takes ledgers from before, from any iterable, and leaves them as they are', () => {
    const first = createSettlement();
    first.settle({ ...RECORD, paid: '49000.00' });
    const ledgers = deepFreeze(carriedOver(first));
    for (const given of [ledgers, new Set(ledgers), ledgers.values(), first.ledgers()]) {
      const result = createSettlement({ ledgers: given }).settle({
        ...RECORD,
        id: 'CR-2',
        paid: '2000.00',
      });
      expect(result.ok && result.quote.refund).toBe('1000.00');
    }
    expect(carriedOver(first)).toEqual(ledgers);
  });

  it('keeps the ledgers of customers without records', () => {
    const ledgers = [openRefundLedger('contoso'), openRefundLedger('fabrikam')];
    const settlement = createSettlement({ ledgers });
    settlement.settle({ ...RECORD, customerId: 'adatum' });
    expect([...settlement.ledgers()].map(({ customerId }) => customerId)).toEqual([
      ...['contoso', 'fabrikam', 'adatum'],
    ]);
  });

  it('hands out ledgers as they stand, which nobody can reach it through', () => {
    const settlement = createSettlement();
    settlement.settle(RECORD);
    const [early] = carriedOver(settlement);
    const open = settlement.ledgers();
    vandalise(open.next().value);
    settlement.settle({ ...RECORD, id: 'CR-2' });
    expect(early?.days).toEqual([{ on: '2025-01-06', usd: '12000.00' }]);
    expect([...settlement.ledgers()][0]?.days).toEqual([{ on: '2025-01-06', usd: '24000.00' }]);
  });

  it('keeps nothing of the ledgers and options that it was given', () => {
    const ledgers = carriedOver(
      (() => {
        const first = createSettlement();
        first.settle(RECORD);
        return first;
      })(),
    );
    const policy = { ...policyWith({ feeRate: '0.5' }) };
    const settlement = createSettlement({ ledgers, policy });
    const before = JSON.stringify([...settlement.ledgers()]);
    vandalise(ledgers);
    vandalise(policy);
    expect(JSON.stringify([...settlement.ledgers()])).toBe(before);
    const record = { ...RECORD, id: 'CR-2', canceledOn: '2025-07-02' };
    const result = settlement.settle(record);
    expect(result.ok && result.quote.policy.feeRate).toBe('0.5');
  });

  it('answers without being changed by what is done to its answers', () => {
    const settlements = [createSettlement(), createSettlement()];
    const answers = settlements.map((settlement, position) =>
      [1, 2, 3].map((n) => {
        const result = settlement.settle({ ...RECORD, id: `CR-${n}`, paid: '30000.00' });
        const text = JSON.stringify(result);
        if (position === 0) vandalise(result);
        return text;
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(carriedOver(settlements[0] as Settlement)).toEqual(
      carriedOver(settlements[1] as Settlement),
    );
  });

  it('takes frozen records', () => {
    const record = deepFreeze({ ...RECORD, meta: { list: [1] } });
    expect(createSettlement().settle(record).ok).toBe(true);
  });

  it('can be settled with apart from its object', () => {
    const { settle, ledgers } = createSettlement();
    settle(RECORD);
    expect([...ledgers()]).toHaveLength(1);
  });
});

describe('the options of a settlement', () => {
  it('may be left out', () => {
    for (const options of [
      undefined,
      {},
      { ledgers: undefined, policy: undefined },
      { ledgers: [] },
    ]) {
      expect(faultsIn(options)).toEqual([]);
    }
  });

  it('are malformed where they are no object or say what nobody knows', () => {
    expect(faultsIn([])).toEqual(['options: not-an-object']);
    expect(faultsIn({ polcy: 1 })).toEqual(['options.polcy: unknown-field']);
    expect(faultsIn({ ledger: [] })).toEqual(['options.ledger: unknown-field']);
    expect(faultsIn({ policy: 'x' })).toEqual(['options.policy: unknown-value']);
    expect(faultsIn({ policy: 'partner-center-2018-05' })).toEqual([
      'options.policy.feeRate: fee-unstated',
    ]);
    expect(faultsIn(revokedProxy())).toEqual(['options: unreadable']);
    expect(faultsIn(withThrowingGetter({}, 'ledgers'))).toEqual(['options: unreadable']);
  });

  it('name malformed ledgers where they stand, all at once', () => {
    const good = openRefundLedger('contoso');
    expect(
      faultsIn({ ledgers: [good, { ...good, customerId: '' }, null, { ...good, lastDay: 'x' }] }),
    ).toEqual([
      'options.ledgers.1.customerId: empty',
      'options.ledgers.2: not-an-object',
      'options.ledgers.3.lastDay: malformed-day',
    ]);
  });

  it('name a customer twice', () => {
    const ledgers = [openRefundLedger('a'), openRefundLedger('b'), openRefundLedger('a')];
    expect(faultsIn({ ledgers })).toEqual(['options.ledgers.2.customerId: duplicate']);
    const proto = [openRefundLedger('__proto__'), openRefundLedger('constructor')];
    expect(faultsIn({ ledgers: proto })).toEqual([]);
  });

  it('hold ledgers that can be walked through, or throw an InputError', () => {
    for (const ledgers of [5, true, {}, () => 1, Symbol('x'), 'contoso']) {
      const faults = faultsIn({ ledgers });
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(/^options\.ledgers: /);
    }
    expect(faultsIn({ ledgers: revokedProxy([]) })[0]).toMatch(/^options\.ledgers: /);
  });

  it('may be null, which gives nothing', () => {
    expect(faultsIn({ ledgers: null, policy: null })).toEqual([]);
    expect(faultsIn(null)).toEqual([]);
  });
});

describe('ids of forgotten days', () => {
  interface Daily extends Omit<typeof RECORD, 'id' | 'paid' | 'purchasedOn' | 'canceledOn'> {
    readonly id: string;
    readonly paid: string;
    readonly purchasedOn: string;
    readonly canceledOn: string;
  }

  /** One record a day for so many days, each with an id of its own. */
  function daily(days: number, step: number): Daily[] {
    return Array.from({ length: days }, (_, position) => {
      const day = addDays('2025-01-01', position * step);
      return { ...RECORD, id: `CR-${position}`, paid: '1.00', purchasedOn: day, canceledOn: day };
    });
  }

  it.each([2, 5, 30])('are forgotten alike in a batch and step by step, %i days apart', (step) => {
    const records = daily(200, step);
    const batch = createSettlement();
    let ledgers: RefundLedger[] = [];
    for (const record of records) {
      batch.settle(record);
      const single = createSettlement({ ledgers });
      single.settle(record);
      ledgers = carriedOver(single);
    }
    expect(carriedOver(batch)).toEqual(ledgers);
    const last = records.at(-1)?.canceledOn ?? '';
    for (const record of records) {
      const isKnown = record.canceledOn >= addDays(last, -364);
      for (const settlement of [batch, createSettlement({ ledgers })]) {
        const result = settlement.settle(record);
        if (isKnown) expect(result).toMatchObject({ ok: true, repeated: true });
        else expect(faultsOf(result)).toEqual(['canceledOn: out-of-order']);
      }
    }
  });

  it.each([2, 200])('may be used again, and then stand last (of %i)', (count) => {
    const records = daily(count, 500);
    const batch = createSettlement();
    for (const record of records) batch.settle(record);
    const split = createSettlement({ ledgers: carriedOver(batch) });
    const last = records.at(-1)?.canceledOn ?? '';
    const again = { ...RECORD, id: 'CR-0', purchasedOn: last, canceledOn: last, paid: '2.00' };
    for (const settlement of [batch, split]) {
      expect(settlement.settle(again)).toMatchObject({ ok: true, repeated: undefined });
    }
    const [ledger] = carriedOver(batch);
    expect(ledger?.ids.map(({ id }) => id)).toEqual([`CR-${count - 1}`, 'CR-0']);
    expect(carriedOver(split)).toEqual([ledger]);
  });

  const refusing = policyWith({ overLimit: 'refuse', limitUsd: '1.00' });
  const refusedOn = (day: string, id: string): Daily => ({
    ...RECORD,
    ...{ id, paid: '2.00', purchasedOn: day, canceledOn: day },
  });
  const paidOn = (day: string, id: string): Daily => ({ ...refusedOn(day, id), paid: '1.00' });
  const idsOf = (settlement: Settlement): unknown =>
    carriedOver(settlement).map(({ ids }) => ids.map(({ id }) => id));

  it('are forgotten where nothing but refusals was answered too', () => {
    const batch = createSettlement({ policy: refusing });
    batch.settle(refusedOn('2025-01-01', 'A'));
    batch.settle(refusedOn('2025-12-31', 'B'));
    expect(idsOf(batch)).toEqual([['A', 'B']]);
    batch.settle(refusedOn('2026-01-01', 'C'));
    expect(idsOf(batch)).toEqual([['B', 'C']]);
    expect(carriedOver(batch)).toMatchObject([{ lastDay: null }]);
    expect(batch.settle(refusedOn('2025-12-31', 'B'))).toMatchObject({ repeated: true });
    expect(batch.settle(refusedOn('2025-01-01', 'A'))).toMatchObject({ repeated: undefined });
  });

  it('are kept of the last settled day, however long ago, so that none is paid twice', () => {
    const paid = paidOn('2025-01-01', 'A');
    const batch = createSettlement({ policy: refusing });
    expect(batch.settle(paid)).toMatchObject({ quote: { refund: '1.00' } });
    for (const day of ['2025-01-02', '2027-01-01']) batch.settle(refusedOn(day, day));
    expect(idsOf(batch)).toEqual([['A', '2027-01-01']]);
    const split = createSettlement({ policy: refusing, ledgers: carriedOver(batch) });
    for (const settlement of [batch, split]) {
      expect(settlement.settle(paid)).toMatchObject({ ok: true, repeated: true });
    }
  });

  it('are not known again where the last settled day comes to be theirs', () => {
    const own = createSettlement({ policy: refusing });
    for (const [day, id] of [
      ['2025-01-02', 'A'],
      ['2025-12-31', 'Y'],
      ['2026-02-01', 'B'],
    ] as const) {
      own.settle(refusedOn(day, id));
    }
    const other = policyWith({ id: 'other', overLimit: 'refuse', limitUsd: '1.00' });
    const foreign = createSettlement({ policy: refusing });
    foreign.settle(refusedOn('2025-01-02', 'A'));
    foreign.settle(refusedOn('2025-12-31', 'Y'));
    const next = createSettlement({ policy: other, ledgers: carriedOver(foreign) });
    next.settle(refusedOn('2026-02-01', 'B'));
    for (const [settlement, policy] of [
      [own, refusing],
      [next, other],
    ] as const) {
      const split = createSettlement({ policy, ledgers: carriedOver(settlement) });
      for (const each of [settlement, split]) {
        each.settle(paidOn('2025-01-02', 'C'));
        expect(idsOf(each)).toEqual([['Y', 'B', 'C']]);
        expect(each.settle(refusedOn('2025-01-02', 'A'))).toMatchObject({ repeated: undefined });
        expect(idsOf(each)).toEqual([['Y', 'B', 'C', 'A']]);
      }
    }
  });

  it.each([
    ['paid', undefined],
    ['refused', policyWith({ overLimit: 'refuse', limitUsd: '0.00' })],
  ])('are swept from memory, not only from the ledger: %s', (_, policy) => {
    // What a ledger forgets but its Map keeps would let a long batch run out of memory.
    let largest = 0;
    const { set } = Map.prototype;
    const spy = vi.spyOn(Map.prototype, 'set').mockImplementation(function (
      this: Map<unknown, unknown>,
      key,
      value,
    ) {
      set.call(this, key, value);
      largest = Math.max(largest, this.size);
      return this;
    });
    try {
      const batch = createSettlement({ policy });
      for (const record of daily(5_000, 10)) batch.settle(record);
    } finally {
      spy.mockRestore();
    }
    // 37 of them are known at a time.
    expect(largest).toBeGreaterThan(36);
    expect(largest).toBeLessThan(300);
  });
});

describe('the work of a batch', () => {
  /** How many steps of Maps and arrays a batch walks through, from its first record to its last. */
  function stepsOf(customers: number, recordsEach: number): number {
    let steps = 0;
    const restore: (() => void)[] = [];
    const count = (prototype: object, name: string) => {
      const method = Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
      const counting = function (this: unknown, ...given: unknown[]) {
        steps += 1;
        return method.apply(this, given);
      };
      Reflect.set(prototype, name, counting);
      restore.push(() => Reflect.set(prototype, name, method));
    };
    const records = Array.from({ length: recordsEach }, (_, position) => {
      const day = addDays('2025-01-01', Math.floor((position * 900) / recordsEach));
      return { ...RECORD, id: `CR-${position}`, paid: '1.00', purchasedOn: day, canceledOn: day };
    });
    const batch = createSettlement();
    count(Object.getPrototypeOf(new Map().entries()), 'next');
    count(Object.getPrototypeOf([].values()), 'next');
    count(Array.prototype, 'shift');
    count(Array.prototype, 'at');
    try {
      for (const record of records) {
        for (let customer = 0; customer < customers; customer += 1) {
          batch.settle({ ...record, customerId: `customer-${customer}` });
        }
      }
    } finally {
      for (const undo of restore) undo();
    }
    return steps;
  }

  it('is no more per record for one customer with 40,000 than for forty with 1,000', () => {
    const one = stepsOf(1, 40_000);
    const forty = stepsOf(40, 1_000);
    expect(one).toBeGreaterThan(0);
    expect(one).toBeLessThan(1.2 * forty);
    expect(one / 40_000).toBeLessThan(40);
  });
});
