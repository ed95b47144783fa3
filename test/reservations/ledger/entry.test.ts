import { describe, expect, it } from 'vitest';
import {
  openRefundLedger,
  type PolicyOptions,
  parseRefundLedger,
  type RefundLedger,
  type RefundRequestInput,
  settleRefund,
  trySettleRefund,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';

type Given = Partial<RefundRequestInput> & { readonly canceledOn: string };

const YEAR = { currency: 'USD', term: 'P1Y', used: true, purchasedOn: '2025-06-07' } as const;

/** Settles one after the other; the ledger is saved and read in between. */
function settledAll(requests: readonly Given[], options: PolicyOptions): [string[], RefundLedger] {
  let ledger = openRefundLedger('contoso');
  const answers = requests.map((given) => {
    const step = trySettleRefund(ledger, { ...YEAR, ...given }, options);
    if (!step.ok) return step.issues.map(({ code }) => code).join();
    const saved = parseRefundLedger(JSON.parse(JSON.stringify(step.value.ledger)));
    if (!saved.ok) throw new Error(saved.issues.map(({ message }) => message).join());
    ledger = saved.value;
    const { quote, repeated } = step.value;
    return `${quote.refund}${repeated ? ' again' : ''}`;
  });
  return [answers, ledger];
}

describe('what was paid', () => {
  const first = { id: 'CR-1', paid: '10000.00', canceledOn: '2025-06-10' };
  const second = { id: 'CR-2', paid: '10000.00', canceledOn: '2025-06-11' };
  const ahead = {
    id: 'CR-3',
    paid: '900000.00',
    purchasedOn: '2026-06-07',
    canceledOn: '2026-06-12',
  };
  const options = { policy: 'azure-2020-07' } as const;

  it('is remembered inside its window, whatever was refused later', () => {
    const edited = { ...first, canceledOn: '2025-06-11' };
    const [answers, ledger] = settledAll([first, second, ahead, edited, first, second], options);
    expect(answers).toEqual([
      ...['9917.81', '9890.41', '0.00', 'id-conflict', '9917.81 again', '9890.41 again'],
    ]);
    expect(ledger.ids.map(({ id }) => id)).toEqual(['CR-1', 'CR-2', 'CR-3']);
  });

  it.each(['2026-06-10', '2026-12-31', '2030-01-01'])(
    'is not paid again after a refusal of %s, under any name of the policy',
    (canceledOn) => {
      const refused = { ...ahead, canceledOn, purchasedOn: canceledOn };
      const [, ledger] = settledAll([first, refused], options);
      for (const policy of ['azure-2020-07', 'azure-2024-12', 'azure-service-2023'] as const) {
        const again = trySettleRefund(ledger, { ...YEAR, ...first, paid: '10000.01' }, { policy });
        expect(again).toMatchObject({ ok: false, issues: [{ code: 'id-conflict' }] });
      }
    },
  );

  it('is forgotten once the last settled day is past every window, and is then too late', () => {
    const year = { purchasedOn: '2026-12-30', canceledOn: '2026-12-31' };
    const [answers, ledger] = settledAll([first, { ...second, ...year }, first], options);
    expect(answers).toEqual(['9917.81', '9972.60', 'out-of-order']);
    expect(ledger.ids.map(({ id }) => id)).toEqual(['CR-2']);
  });

  it('counts as each policy counts, after a change of policy', () => {
    const monthly = {
      ...{ billingPlan: 'Monthly', instalment: '1000.00', term: 'P3Y', id: 'CR-1' },
      ...{ purchasedOn: '2025-06-07', canceledOn: '2025-06-22' },
    } as const;
    const [, ledger] = settledAll([monthly as never], { policy: 'azure-service-2023' });
    expect(ledger.days).toEqual([{ on: '2025-06-22', usd: '500.00', canceledUsd: '35500.00' }]);
    const next = { ...YEAR, paid: '20000.00', purchasedOn: '2025-06-23', canceledOn: '2025-06-23' };
    const under = (policy: 'azure-service-2023' | 'azure-2024-12') =>
      settleRefund(ledger, next, { policy }).quote;
    expect(under('azure-service-2023')).toMatchObject({
      allowed: true,
      limit: { consumedBefore: '500.00' },
    });
    expect(under('azure-2024-12')).toMatchObject({
      allowed: false,
      limit: { consumedBefore: '35500.00' },
    });
  });
});

describe('an id that is known', () => {
  it('names each fact that differs, in the words of a request', () => {
    const request = {
      ...{ ...YEAR, id: 'CR-1', billingPlan: 'Monthly', instalment: '199.90', quantity: 10 },
      ...{ quantityToReturn: 3, canceledOn: '2025-08-20', product: 'AVS' },
    } as RefundRequestInput;
    const { ledger } = settleRefund(openRefundLedger('contoso'), request);
    const differing = (given: object): string => {
      const step = trySettleRefund(ledger, { ...request, ...given });
      return step.ok ? 'none' : (step.issues[0]?.expected ?? '').replace(/^.*\(|\)$/g, '');
    };
    expect(differing({ completedTransactions: 3 })).toBe('none');
    expect(differing({ completedTransactions: 2 })).toBe('completedTransactions was 3, is 2');
    expect(differing({ instalment: '1' })).toBe('instalment was 199.90, is 1.00');
    expect(differing({ quantity: 4, quantityToReturn: 2 })).toBe(
      'quantity was 10, is 4; quantityToReturn was 3, is 2',
    );
    expect(differing({ product: undefined })).toBe('product was AVS, is nothing');
    expect(differing({ used: false })).toBe('used was used, is new');
    expect(differing({ currentPrice: '5' })).toBe('currentPrice was nothing, is 5.00');
    expect(differing({ pricingRefund: '5' })).toBe('pricingRefund was nothing, is 5.00');
    expect(differing({ purchasedOn: '2025-06-08' })).toBe(
      'purchasedOn was 2025-06-07, is 2025-06-08',
    );
    expect(differing({ canceledOn: '2025-08-21' })).toBe(
      'canceledOn was 2025-08-20, is 2025-08-21',
    );
  });
});

const MONTHLY: RefundLedger = {
  customerId: 'contoso',
  lastDay: '2025-03-25',
  days: [{ on: '2025-03-25', usd: '40.61', canceledUsd: '570.21' }],
  ids: [
    {
      id: 'CR-1',
      policy: 'azure-2024-12',
      facts:
        '20172 v2 paid 0.00 40.61 570.21 199.90 USD P1Y 20103 used 1 AVS Monthly 10 3 3 150.00 40.61 -',
    },
  ],
};

/** The codes of the issues of a ledger whose entry is this one. */
function faultsOf(ledger: RefundLedger, facts: string): string[] {
  const ids = ledger.ids.map((entry) => ({ ...entry, facts }));
  const parsed = parseRefundLedger({ ...ledger, ids });
  return parsed.ok ? [] : faultTexts(parsed.issues);
}

describe('an entry', () => {
  it('is read as it was written', () => {
    expect(parseRefundLedger(MONTHLY)).toEqual({ ok: true, value: MONTHLY });
  });

  // biome-ignore format: a table is read along its rows and columns
  it.each<[place: number, values: readonly string[]]>([
    [0, ['9999999', '-9999999', '20172.0', '2025-03-25', '', '20102', '20173']],
    [1, ['v1', 'v3', '']],
    [2, ['PAID', 'refused', 'x', '']],
    [3, ['-0.01', '0.0', '0', '1e3', '', 'x']],
    [4, ['40.62', '40.6', '-1.00', '', '50000.00']],
    [5, ['570.22', '570.2', '', 'x']],
    [6, ['00.00', '199.9', '-', '-1.00', '1e3', '1000000000000000.00', '']],
    [7, ['ZZZ', 'usd', 'XXX', '', 'JPY']],
    [8, ['P2Y', 'p1y', '']],
    [9, ['9999999', '20173', 'x', '', '020103']],
    [10, ['true', 'using', 'old', '']],
    [11, ['0', '1.0', '1.1', 'x', '']],
    [12, ['Nothing', 'RedHat', '']],
    [13, ['Yearly', 'Upfront', '-', '']],
    [14, ['0', '-1', '1.5', '010', '2', '', '9007199254740992']],
    [15, ['0', '11', '3.0', '']],
    [16, ['0', '4', '-1', '-', '']],
    [17, ['1e3', '150', '150.000', '-1.00', '']],
    [18, ['40.6', 'x', '']],
    [19, ['x', '2025-01-15/199.90/Paid', '']],
  ])('is refused if its part %i is malformed', (place, values) => {
    const parts = MONTHLY.ids[0]?.facts.split(' ') ?? [];
    for (const value of values) {
      const changed = parts.map((part, at) => (at === place ? value : part)).join(' ');
      expect([value, ...faultsOf(MONTHLY, changed)]).toEqual([value, 'ids.0.facts: malformed-entry']);
    }
  });

  it.each([
    ['no day', []],
    ['another day', [{ on: '2025-03-24', usd: '40.61', canceledUsd: '570.21' }]],
    ['a cent less refunded', [{ on: '2025-03-25', usd: '40.60', canceledUsd: '570.21' }]],
    ['a cent less cancelled', [{ on: '2025-03-25', usd: '40.61', canceledUsd: '570.20' }]],
  ])('is refused with %s', (_, days) => {
    expect(parseRefundLedger({ ...MONTHLY, days })).toMatchObject({
      ok: false,
      issues: [{ path: ['ids', 0, 'facts'], code: 'malformed-entry' }],
    });
  });

  it('is held against the days only as far back as they tell', () => {
    const until = (lastDay: string) => parseRefundLedger({ ...MONTHLY, lastDay, days: [] }).ok;
    expect([until('2026-03-24'), until('2026-03-25')]).toEqual([false, true]);
  });

  it('keeps the schedule that it was answered from', () => {
    const paymentSchedule = Array.from({ length: 12 }, (_, k) => ({
      dueDate: `2025-${String(k + 1).padStart(2, '0')}-15`,
      billingCurrencyTotal: k < 3 ? `${100 + k}.00` : undefined,
      status: k < 3 ? 'Succeeded' : 'Scheduled',
    }));
    const request = {
      ...{
        ...YEAR,
        id: 'CR-1',
        billingPlan: 'Monthly',
        purchasedOn: '2025-01-15',
        paymentSchedule,
      },
      canceledOn: '2025-03-25',
    } as RefundRequestInput;
    const { ledger, quote } = settleRefund(openRefundLedger('contoso'), request);
    const saved = parseRefundLedger(JSON.parse(JSON.stringify(ledger)));
    expect(saved).toEqual({ ok: true, value: ledger });
    expect(settleRefund(ledger, request)).toMatchObject({ repeated: true, quote });
    const other = paymentSchedule.map((payment, at) =>
      at === 1 ? { ...payment, billingCurrencyTotal: '7.00' } : payment,
    );
    const again = trySettleRefund(ledger, { ...request, paymentSchedule: other });
    expect(again).toMatchObject({ ok: false, issues: [{ code: 'id-conflict' }] });
  });
});
