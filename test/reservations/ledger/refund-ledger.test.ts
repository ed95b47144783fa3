import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  createSettlement,
  isInputError,
  type LedgerId,
  openRefundLedger,
  parseRefundLedger,
  type RefundLedger,
  settleRefund,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { batches } from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { revokedProxy, spoilt, throwingProxy, withThrowingGetter } from '../hostile.ts';
import { REQUEST } from '../request.ts';

const { ledger: SETTLED } = settleRefund(openRefundLedger('contoso'), { ...REQUEST, id: 'CR-1' });

const [ENTRY] = SETTLED.ids as [LedgerId];

const LEDGER: RefundLedger = {
  ...SETTLED,
  days: [{ on: '2025-01-31', usd: '100.00' }, ...SETTLED.days],
};

function faultsOf(input: unknown): string[] {
  const parsed = parseRefundLedger(input);
  return parsed.ok ? [] : faultTexts(parsed.issues);
}

describe('openRefundLedger', () => {
  it('opens an empty ledger', () => {
    expect(openRefundLedger('contoso')).toEqual({
      customerId: 'contoso',
      lastDay: null,
      days: [],
      ids: [],
    });
  });

  it.each(['__proto__', 'constructor', ' ', 'a b', '\n', '고객', '🧾', 'x'.repeat(256)])(
    'takes any text as a name: %j',
    (name) => {
      const ledger = openRefundLedger(name);
      expect(ledger.customerId).toBe(name);
      expect(parseRefundLedger(JSON.parse(JSON.stringify(ledger)))).toEqual({
        ok: true,
        value: ledger,
      });
    },
  );

  it('throws on a name that is none', () => {
    for (const name of ['', 'x'.repeat(257), undefined, null, 1, {}, revokedProxy()]) {
      let error: unknown;
      try {
        openRefundLedger(name as string);
      } catch (thrown) {
        error = thrown;
      }
      expect(isInputError(error) && error.issues[0]?.path).toEqual(['customerId']);
    }
  });

  it('opens a new one every time', () => {
    vandalise(openRefundLedger('contoso'));
    expect(openRefundLedger('contoso')).toEqual({ ...LEDGER, lastDay: null, days: [], ids: [] });
  });
});

describe('parseRefundLedger', () => {
  it('takes what a ledger is', () => {
    expect(parseRefundLedger(LEDGER)).toEqual({ ok: true, value: LEDGER });
    expect(parseRefundLedger(deepFreeze(structuredClone(LEDGER)))).toEqual({
      ok: true,
      value: LEDGER,
    });
  });

  it('writes amounts and days in one way', () => {
    const days = [
      { on: new Date('2025-01-31T23:00:00Z'), usd: 100 },
      { on: '2025-07-03T08:00:00+09:00', usd: 5294.47, canceledUsd: 6016.44 },
      { on: '2025-07-03', usd: '7', canceledUsd: 7 },
    ];
    const parsed = parseRefundLedger({ ...LEDGER, lastDay: '2025-07-02T19:00:00-05:00', days });
    expect(parsed).toEqual({
      ok: true,
      value: {
        ...LEDGER,
        days: [
          { on: '2025-01-31', usd: '100.00' },
          { on: '2025-07-02', usd: '5294.47', canceledUsd: '6016.44' },
          { on: '2025-07-03', usd: '7.00' },
        ],
        lastDay: '2025-07-03',
      },
    });
  });

  it.each(['customerId', 'lastDay', 'days', 'ids'] as const)('misses %s', (name) => {
    const { [name]: _, ...others } = LEDGER;
    expect(faultsOf(others)).toEqual([`${name}: missing-field`]);
    expect(faultsOf({ ...LEDGER, [name]: undefined })).toEqual([`${name}: missing-field`]);
  });

  it('is no other thing', () => {
    for (const value of [undefined, null, 1, 'x', true, [], [LEDGER], () => 1]) {
      expect(faultsOf(value)).toEqual([': not-an-object']);
    }
    for (const value of [
      revokedProxy(LEDGER),
      throwingProxy('ownKeys', LEDGER),
      withThrowingGetter(LEDGER, 'days'),
    ]) {
      expect(faultsOf(value)).toEqual([': unreadable']);
    }
  });

  it('knows its fields, and names the nearest', () => {
    expect(faultsOf({ ...LEDGER, balance: '1' })).toEqual(['balance: unknown-field']);
    const parsed = parseRefundLedger({ ...LEDGER, lastday: '2025-07-02' });
    expect(parsed.ok ? '' : parsed.issues[0]?.expected).toBe('the field lastDay');
    const days = [{ on: '2025-01-31', usd: '1.00', note: 'x' }];
    expect(faultsOf({ ...LEDGER, days })).toEqual(['days.0.note: unknown-field']);
    const ids = [{ ...ENTRY, note: 'x' }];
    expect(faultsOf({ ...LEDGER, ids })).toEqual(['ids.0.note: unknown-field']);
  });

  it('wants a name', () => {
    expect(faultsOf({ ...LEDGER, customerId: '' })).toEqual(['customerId: empty']);
    expect(faultsOf({ ...LEDGER, customerId: 'x'.repeat(257) })).toEqual(['customerId: too-long']);
    for (const customerId of [null, 1, {}, [], revokedProxy()]) {
      expect(faultsOf({ ...LEDGER, customerId })).toEqual(['customerId: wrong-type']);
    }
  });

  it('wants lists', () => {
    for (const value of [null, 1, 'x', {}, new Set(), { length: 0 }]) {
      expect(faultsOf({ ...LEDGER, days: value })).toEqual(['days: not-an-array']);
      expect(faultsOf({ ...LEDGER, ids: value })).toEqual(['ids: not-an-array']);
    }
    for (const value of [revokedProxy([]), throwingProxy('get', [])]) {
      expect(faultsOf({ ...LEDGER, days: value })).toEqual(['days: unreadable']);
      expect(faultsOf({ ...LEDGER, ids: value })).toEqual(['ids: unreadable']);
    }
  });

  it('wants a last day, where there are days', () => {
    expect(faultsOf({ ...LEDGER, lastDay: null, days: [], ids: [] })).toEqual([]);
    expect(faultsOf({ ...LEDGER, lastDay: null })).toEqual([
      'days.0.on: out-of-order',
      'days.1.on: out-of-order',
    ]);
    expect(faultsOf({ ...LEDGER, lastDay: '2025-07-01' })).toEqual(['days.1.on: out-of-order']);
    expect(faultsOf({ ...LEDGER, lastDay: '2025-07-03' })).toEqual([]);
  });

  it('wants a last day that is one, and then says nothing more of the days', () => {
    for (const [lastDay, code] of [
      ['2025-02-29', 'no-such-day'],
      ['yesterday', 'malformed-day'],
      ['2025-07-02T00:00', 'no-offset'],
      [new Date(Number.NaN), 'malformed-day'],
      [1, 'malformed-day'],
    ]) {
      expect(faultsOf({ ...LEDGER, lastDay })).toEqual([`lastDay: ${code}`]);
    }
  });

  it('wants the days in order, each once', () => {
    const [first, second] = LEDGER.days;
    expect(faultsOf({ ...LEDGER, days: [second, first] })).toEqual(['days.1.on: out-of-order']);
    expect(faultsOf({ ...LEDGER, days: [first, first] })).toEqual(['days.1.on: out-of-order']);
    const parsed = parseRefundLedger({ ...LEDGER, days: [first, { ...first, usd: '1.00' }] });
    expect(parsed.ok ? '' : parsed.issues[0]?.expected).toContain('after 2025-01-31');
  });

  it('wants days that are days', () => {
    const [first, second] = LEDGER.days;
    for (const on of ['', '2025-02-29', 'x', null, 1, {}, new Date(Number.NaN)]) {
      expect(faultsOf({ ...LEDGER, days: [{ on, usd: '1.00' }, second] })).toHaveLength(1);
      expect(faultsOf({ ...LEDGER, days: [{ on, usd: '1.00' }, second] })[0]).toMatch(
        /^days\.0\.on/,
      );
    }
    expect(faultsOf({ ...LEDGER, days: [{ usd: '1.00' }] })).toEqual(['days.0.on: missing-field']);
    // A day that is none is not in the wrong order as well.
    expect(faultsOf({ ...LEDGER, days: [first, { on: 'x', usd: '1.00' }] })).toEqual([
      'days.1.on: malformed-day',
    ]);
  });

  it('wants amounts in US dollars', () => {
    for (const [usd, code] of [
      ['', 'malformed-amount'],
      ['-1.00', 'malformed-amount'],
      ['1e3', 'malformed-amount'],
      ['1.005', 'too-many-decimals'],
      ['1'.repeat(41), 'too-large'],
      ['1'.repeat(400), 'too-large'],
      [Number.NaN, 'malformed-amount'],
      [null, 'wrong-type'],
      [undefined, 'missing-field'],
    ]) {
      expect(faultsOf({ ...LEDGER, days: [{ on: '2025-07-02', usd }] })).toEqual([
        `days.0.usd: ${code}`,
      ]);
    }
  });

  it('says of a day that is no object only that', () => {
    for (const day of [null, 1, '2025-07-02', ['2025-07-02', '1.00']]) {
      expect(faultsOf({ ...LEDGER, days: [day] })).toEqual(['days.0: not-an-object']);
      expect(faultsOf({ ...LEDGER, ids: [day] })).toEqual(['ids.0: not-an-object']);
    }
  });

  it('wants every id once', () => {
    const days = [{ on: '2025-07-02', usd: '20000.00' }];
    expect(faultsOf({ ...LEDGER, days, ids: [ENTRY, { ...ENTRY, id: 'CR-2' }] })).toEqual([]);
    expect(faultsOf({ ...LEDGER, days, ids: [ENTRY, ENTRY] })).toEqual(['ids.1.id: duplicate']);
  });

  it('wants ids that are names, and does not call two missing ones duplicates', () => {
    const withIds = (...ids: unknown[]) =>
      faultsOf({
        ...LEDGER,
        days: [{ on: '2025-07-02', usd: '20000.00' }],
        ids: ids.map((id) => ({ ...ENTRY, id })),
      });
    expect(withIds('')).toEqual(['ids.0.id: empty']);
    expect(withIds(7)).toEqual(['ids.0.id: wrong-type']);
    expect(withIds(undefined)).toEqual(['ids.0.id: missing-field']);
    expect(withIds('x'.repeat(257))).toEqual(['ids.0.id: too-long']);
    expect(withIds('', '')).toEqual(['ids.0.id: empty', 'ids.1.id: empty']);
  });

  it('wants the facts of an id as a ledger writes them', () => {
    const withFacts = (given: unknown) =>
      faultsOf({ ...LEDGER, ids: [{ ...ENTRY, facts: given }] });
    const { facts } = ENTRY;
    expect(withFacts(facts)).toEqual([]);
    expect(withFacts(undefined)).toEqual(['ids.0.facts: missing-field']);
    const malformed = [
      ...['', 'x', ` ${facts}`, `\n${facts}`, `x${facts}`, facts.replaceAll(' ', '\t')],
      ...[facts.replace('USD', 'usd'), facts.replace('P1Y', 'P2Y'), facts.replace(' 1 ', ' 1e3 ')],
      ...[facts.replace(' used', ' using'), facts.replace(' 0.00', ' -0.01'), facts.slice(1, -3)],
      ...[facts.replace(' USD', ''), facts.repeat(20), 'x'.repeat(1_000_000)],
      ...[null, 1, {}, [facts], revokedProxy()],
    ];
    expect(malformed).not.toContain(facts);
    malformed.forEach((value, position) => {
      expect(withFacts(value), `${position}`).toEqual(['ids.0.facts: malformed-entry']);
    });
  });

  it('wants the policy of an id', () => {
    const withPolicy = (policy: unknown) => faultsOf({ ...LEDGER, ids: [{ ...ENTRY, policy }] });
    expect(withPolicy('ours and\nmore')).toEqual([]);
    expect(withPolicy(undefined)).toEqual(['ids.0.policy: missing-field']);
    expect(withPolicy('')).toEqual(['ids.0.policy: empty']);
    expect(withPolicy('x'.repeat(300))).toEqual(['ids.0.policy: too-long']);
    expect(withPolicy(null)).toEqual(['ids.0.policy: wrong-type']);
  });

  it('reports everything at once, each where it stands', () => {
    const wrong = {
      customerId: 1,
      lastDay: '2025-12-31',
      days: [{ on: '2025-01-01', usd: 'x' }, { on: '2025-01-02', usd: '1', of: 1 }, 5],
      ids: [
        { ...ENTRY, id: 5 },
        { ...ENTRY, facts: 'x' },
      ],
      extra: 1,
    };
    expect(faultsOf(wrong)).toEqual(
      expect.arrayContaining([
        ...['extra: unknown-field', 'customerId: wrong-type', 'days.0.usd: malformed-amount'],
        ...['days.1.of: unknown-field', 'days.2: not-an-object', 'ids.0.id: wrong-type'],
        'ids.1.facts: malformed-entry',
      ]),
    );
  });

  test.prop([batches])(
    'takes every ledger that a batch leaves, as it is',
    ({ policy, records }) => {
      const settlement = createSettlement({ policy });
      for (const record of records) settlement.settle(record);
      for (const ledger of settlement.ledgers()) {
        const text = JSON.stringify(ledger);
        const parsed = parseRefundLedger(JSON.parse(text));
        expect(JSON.stringify(parsed)).toBe(`{"ok":true,"value":${text}}`);
      }
    },
  );

  test.prop([spoilt(LEDGER)])('never throws, and what it gives parses to itself', ({ make }) => {
    const parsed = parseRefundLedger(make());
    if (parsed.ok) expect(parseRefundLedger(parsed.value)).toEqual(parsed);
    else expect(parsed.issues.length).toBeGreaterThan(0);
  });
});

describe('ledgers of refunds without a limit', () => {
  const policy = {
    basedOn: 'partner-center-2020-08',
    id: 'unlimited',
    limitUsd: null,
  } as unknown as 'partner-center-2020-08';
  const record = {
    customerId: 'contoso',
    paid: '999999999999999.99',
    currency: 'USD',
    term: 'P1Y',
    purchasedOn: '2025-01-01',
    canceledOn: '2025-01-01',
    used: false,
  };

  it('parse back, however much was refunded on a day', () => {
    const settlement = createSettlement({ policy });
    settlement.settle(record);
    settlement.settle(record);
    const [ledger] = settlement.ledgers();
    expect(ledger?.days).toEqual([{ on: '2025-01-01', usd: '1999999999999999.98' }]);
    expect(faultsOf(ledger)).toEqual([]);
  });

  it('parse back, however much of a currency is worth', () => {
    const settlement = createSettlement({ policy });
    const kuwait = { currency: 'KWD', usdRate: '999999', paid: '999999999999999' };
    settlement.settle({ ...record, ...kuwait });
    const [ledger] = settlement.ledgers();
    expect(faultsOf(ledger)).toEqual([]);
  });

  it('know an id again, however much was consumed before it', () => {
    const settlement = createSettlement({ policy });
    settlement.settle(record);
    settlement.settle(record);
    const first = settlement.settle({ ...record, id: 'CR-3', paid: '1.00' });
    const again = settlement.settle({ ...record, id: 'CR-3', paid: '1.00' });
    expect(again).toEqual({ ...first, index: 3, repeated: true });
  });
});

it('keeps its name in bundles', () => {
  expect(parseRefundLedger).toHaveProperty('name', 'parseRefundLedger');
});
