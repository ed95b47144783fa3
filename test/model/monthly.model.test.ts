import { describe, expect, it } from 'vitest';
import {
  type ModelEntry,
  type ModelMonthlyPolicy,
  type ModelMonthlyRefund,
  type ModelMonthlyRequest,
  type ModelReturned,
  modelExchangeOfSeveral,
  modelMonthlyRefund,
} from './monthly.model.ts';
import { addMonthsClamped } from './refund.model.ts';

const PARTNER_CENTER_2020_08: ModelMonthlyPolicy = {
  windowDays: 5,
  dayWithoutRow: null,
  fullCreditWhenUnused: true,
  feeRate: '0.12',
  limitUsd: '50000.00',
  limitWindow: '365-days',
  limitCounts: 'refund',
  overLimit: 'clip',
  rounding: 'half-even',
  exchangeMinimum: 'credit',
  nonReturnable: ['suse-linux', 'red-hat'],
  nonExchangeable: ['suse-linux', 'red-hat'],
  priceBasis: 'paid',
  exchangeWindow: 'pro-rated',
};

const SERVICE: ModelMonthlyPolicy = {
  ...PARTNER_CENTER_2020_08,
  feeRate: '0',
  overLimit: 'refuse',
  nonExchangeable: [],
  exchangeWindow: 'full',
};

const AZURE_2024_12: ModelMonthlyPolicy = {
  ...SERVICE,
  windowDays: null,
  limitCounts: 'canceled-commitment',
  priceBasis: 'lower',
  exchangeWindow: 'pro-rated',
};

const REQUEST: ModelMonthlyRequest = {
  plan: { kind: 'monthly', instalment: '100.00' },
  quantity: 1,
  quantityToReturn: 1,
  digits: 2,
  usdRate: '1',
  term: 'P1Y',
  purchasedOn: '2025-01-15',
  canceledOn: '2025-01-21',
  used: false,
};

type Paid = Extract<ModelMonthlyRefund, { outcome: 'paid' }>;

function paid(
  request: Partial<ModelMonthlyRequest>,
  policy: ModelMonthlyPolicy = SERVICE,
  consumed = '0.00',
): Paid {
  const result = modelMonthlyRefund({ ...REQUEST, ...request }, policy, consumed);
  if (result.outcome !== 'paid') throw new Error(`Refused: ${result.reasons.join(', ')}`);
  return result;
}

const monthly = (instalment: string, completed?: number): ModelReturned['plan'] => ({
  kind: 'monthly',
  instalment,
  completed,
});

describe('the worked examples of monthly payment', () => {
  it.each([
    ['W1', '2025-01-15', '2025-01-15', 1, '2025-01-15', '2025-02-15', 31, 31, '100.00', '1100.00'],
    ['W2', '2025-01-15', '2025-01-20', 1, '2025-01-15', '2025-02-15', 26, 31, '100.00', '1100.00'],
    ['W3', '2025-01-15', '2025-01-21', 1, '2025-01-15', '2025-02-15', 25, 31, '80.65', '1100.00'],
    ['W4', '2025-01-15', '2025-02-14', 1, '2025-01-15', '2025-02-15', 1, 31, '3.23', '1100.00'],
    ['W5', '2025-01-15', '2025-02-15', 2, '2025-02-15', '2025-03-15', 28, 28, '100.00', '1000.00'],
    ['W6', '2025-01-15', '2025-02-17', 2, '2025-02-15', '2025-03-15', 26, 28, '92.86', '1000.00'],
    ['W7', '2025-01-31', '2025-03-15', 2, '2025-02-28', '2025-03-31', 16, 31, '51.61', '1000.00'],
    ['W7b', '2025-01-31', '2025-04-29', 3, '2025-03-31', '2025-04-30', 1, 30, '3.33', '900.00'],
    ['W7c', '2025-01-31', '2025-04-30', 4, '2025-04-30', '2025-05-31', 31, 31, '100.00', '800.00'],
    ['W9', '2025-01-15', '2026-01-14', 12, '2025-12-15', '2026-01-15', 1, 31, '3.23', '0.00'],
  ])(
    '%s: bought %s, returned %s',
    (_name, purchasedOn, canceledOn, completed, from, to, remaining, days, credit, commitment) => {
      expect(paid({ purchasedOn, canceledOn })).toMatchObject({
        completed,
        period: { from, to, days, used: days - remaining, remaining },
        credit,
        fee: '0.00',
        refund: credit,
        remainingCommitment: commitment,
        countedUsd: credit,
      });
    },
  );

  it('W2b: Azure has no window', () => {
    expect(paid({ canceledOn: '2025-01-20' }, AZURE_2024_12)).toMatchObject({
      credit: '83.87',
      remainingCommitment: '1100.00',
      countedUsd: '1183.87',
    });
  });

  it('W5b: nothing is left of a month that is over', () => {
    const result = paid({ canceledOn: '2025-02-15', plan: monthly('100.00', 1) });
    expect(result).toMatchObject({ completed: 1, credit: '0.00', remainingCommitment: '1100.00' });
    expect(result.period).toMatchObject({ to: '2025-02-15', used: 31, remaining: 0 });
  });

  it('W8: bought on a leap day', () => {
    const facts = { purchasedOn: '2024-02-29', canceledOn: '2025-02-28', term: 'P3Y' } as const;
    expect(paid(facts)).toMatchObject({
      completed: 13,
      period: { from: '2025-02-28', to: '2025-03-29', days: 29, remaining: 29 },
      credit: '100.00',
      remainingCommitment: '2300.00',
    });
  });

  it('W9b: refuses on the term end', () => {
    expect(modelMonthlyRefund({ ...REQUEST, canceledOn: '2026-01-15' }, SERVICE, '0')).toEqual({
      outcome: 'refused',
      reasons: ['term-ended'],
    });
  });

  it('W10: three of ten units', () => {
    const units = { quantity: 10, quantityToReturn: 3, plan: monthly('199.90') };
    expect(paid({ ...units, canceledOn: '2025-03-25' })).toMatchObject({
      completed: 3,
      credit: '40.62',
      remainingCommitment: '539.73',
      canceledCommitment: '580.35',
      paid: '599.70',
    });
  });

  it('W11: the cancelled commitment counts against the limit', () => {
    const facts = {
      purchasedOn: '2025-01-01',
      term: 'P3Y',
      plan: monthly('3000.00'),
      canceledOn: '2026-08-11',
    } as const;
    expect(modelMonthlyRefund({ ...REQUEST, ...facts }, AZURE_2024_12, '0')).toMatchObject({
      outcome: 'refused',
      reasons: ['limit-exceeded'],
      credit: '2032.26',
      canceledCommitment: '50032.26',
    });
    expect(paid({ ...facts, canceledOn: '2026-08-12' }, AZURE_2024_12)).toMatchObject({
      completed: 20,
      refund: '1935.48',
      remainingCommitment: '48000.00',
      countedUsd: '49935.48',
    });
    expect(paid(facts, SERVICE).countedUsd).toBe('2032.26');
  });

  it('W12: credit and commitment count', () => {
    const facts = { purchasedOn: '2025-01-01', canceledOn: '2025-12-31', term: 'P3Y' } as const;
    expect(paid(facts, AZURE_2024_12)).toMatchObject({
      refund: '3.23',
      remainingCommitment: '2400.00',
      countedUsd: '2403.23',
    });
  });

  it('W13: the fee of the partners is of the credit', () => {
    expect(paid({}, PARTNER_CENTER_2020_08)).toMatchObject({
      credit: '80.65',
      fee: '9.68',
      refund: '70.97',
      remainingCommitment: '1100.00',
    });
  });

  it('W14: upfront in parts', () => {
    const result = paid(
      {
        plan: { kind: 'upfront', paid: '12000.00' },
        quantity: 10,
        quantityToReturn: 3,
        purchasedOn: '2025-01-01',
        canceledOn: '2025-07-02',
      },
      AZURE_2024_12,
    );
    expect(result).toMatchObject({
      credit: '1804.93',
      remainingCommitment: '0.00',
      canceledCommitment: '1804.93',
      period: null,
      instalment: null,
      completed: null,
    });
  });

  it('W15: a unit price is never rounded first', () => {
    const units = { quantity: 3, quantityToReturn: 1, plan: monthly('10.00') };
    expect(paid({ ...units, canceledOn: '2025-01-26' }, AZURE_2024_12)).toMatchObject({
      credit: '2.15',
      remainingCommitment: '36.67',
    });
  });
});

describe('the worked examples of exchanges', () => {
  const returned = (changes: Partial<ModelReturned>): ModelReturned => ({
    plan: REQUEST.plan,
    quantity: 1,
    quantityToReturn: 1,
    term: 'P1Y',
    purchasedOn: '2025-01-15',
    used: false,
    ...changes,
  });

  it('X1: one monthly for one upfront', () => {
    const item = returned({
      plan: monthly('196.63'),
      term: 'P3Y',
      purchasedOn: '2022-06-14',
    });
    const request = { digits: 2, exchangedOn: '2022-07-01', returned: [item] };
    expect(
      modelExchangeOfSeveral({ ...request, purchases: [{ price: '11328.00' }] }, SERVICE),
    ).toEqual({
      outcome: 'allowed',
      returned: [{ credit: '85.21', remainingCommitment: '6882.05' }],
      purchases: ['11328.00'],
      refundsTotal: '6967.26',
      purchasesTotal: '11328.00',
      netPayable: '4360.74',
    });
  });

  it('X2: two for two, inside the window', () => {
    const part = { quantity: 3, quantityToReturn: 1, purchasedOn: '2023-03-04' };
    const request = {
      digits: 2,
      exchangedOn: '2023-03-06',
      returned: [
        returned({ ...part, plan: monthly('45.00') }),
        returned({ ...part, plan: monthly('11.25') }),
      ],
      purchases: [{ price: '120.00' }, { instalment: '39.75', term: 'P1Y' as const }],
    };
    expect(modelExchangeOfSeveral(request, SERVICE)).toEqual({
      outcome: 'allowed',
      returned: [
        { credit: '15.00', remainingCommitment: '165.00' },
        { credit: '3.75', remainingCommitment: '41.25' },
      ],
      purchases: ['120.00', '477.00'],
      refundsTotal: '225.00',
      purchasesTotal: '597.00',
      netPayable: '372.00',
    });
    // 15.00 x 29/31 and 3.75 x 29/31.
    expect(modelExchangeOfSeveral(request, AZURE_2024_12)).toMatchObject({
      returned: [{ credit: '14.03' }, { credit: '3.51' }],
    });
  });

  it.each([
    ['1803.32', 'refused'],
    ['1803.33', 'allowed'],
  ])('X3: a new total of %s is %s', (price, outcome) => {
    const item = returned({ purchasedOn: '2025-01-01', term: 'P3Y' });
    const request = { digits: 2, exchangedOn: '2026-06-30', returned: [item] };
    expect(
      modelExchangeOfSeveral({ ...request, purchases: [{ price }] }, AZURE_2024_12),
    ).toMatchObject({ outcome });
  });

  it('names the position of what it refuses', () => {
    const ended = returned({ purchasedOn: '2024-01-15', product: 'red-hat' });
    const request = { digits: 2, exchangedOn: '2025-01-15', purchases: [{ price: '5000.00' }] };
    expect(
      modelExchangeOfSeveral(
        { ...request, returned: [returned({}), ended] },
        PARTNER_CENTER_2020_08,
      ),
    ).toEqual({
      outcome: 'refused',
      reasons: [
        { position: 1, reason: 'term-ended' },
        { position: 1, reason: 'not-returnable' },
      ],
    });
  });
});

describe('the recorded refunds of the service', () => {
  it.each([
    ['R01', 'P1Y', '5.16', 2, '2022-04-29', '2022-09-20', '0.75', '18.06', 5],
    ['R06', 'P1Y', '2.66', 1, '2022-12-01', '2023-02-10', '1.80', '23.94', 3],
    ['R07', 'P1Y', '5.49', 3, '2023-03-04', '2023-03-06', '1.83', '20.13', 1],
    ['R10', 'P1Y', '5.73', 3, '2023-03-10', '2023-03-10', '1.91', '21.01', 1],
    ['R13', 'P3Y', '4.82', 2, '2023-03-08', '2023-03-10', '2.41', '84.35', 1],
    ['R15', 'P1Y', '5.49', 3, '2023-03-04', '2023-03-10', '1.48', '20.13', 1],
  ] as const)(
    '%s',
    (_id, term, instalment, quantity, purchasedOn, canceledOn, refund, commitment, completed) => {
      const plan = monthly(instalment);
      const facts = { term, plan, quantity, quantityToReturn: 1, purchasedOn, canceledOn };
      expect(paid(facts)).toMatchObject({ refund, remainingCommitment: commitment, completed });
    },
  );

  it('R04: one of three units that were paid at once', () => {
    const plan = { kind: 'upfront', paid: '93.00' } as const;
    const days = { purchasedOn: '2022-09-23', canceledOn: '2022-09-24' };
    expect(paid({ plan, quantity: 3, quantityToReturn: 1, ...days })).toMatchObject({
      refund: '31.00',
      remainingCommitment: '0.00',
    });
  });

  it('counts the amount in USD that the vendor states', () => {
    const pounds = { plan: monthly('1.91'), canceledOn: '2025-01-15', usdRate: '1.19' };
    expect(paid(pounds).countedUsd).toBe('2.27');
    expect(paid({ ...pounds, pricingRefund: '2.28' }, SERVICE, '526.56')).toMatchObject({
      countedUsd: '2.28',
      consumedAfterUsd: '528.84',
    });
  });
});

describe('payment schedules', () => {
  const entries = (made: number): ModelEntry[] =>
    Array.from({ length: 12 }, (_, number) => ({
      dueDate: addMonthsClamped('2025-01-31', number),
      status: number < made ? 'Succeeded' : 'Scheduled',
      amount: '100.00',
    }));
  const facts = { purchasedOn: '2025-01-31', canceledOn: '2025-04-10' };
  const bySchedule = (list: readonly ModelEntry[], changes: Partial<ModelMonthlyRequest> = {}) =>
    paid({ ...facts, plan: { kind: 'schedule', entries: list }, ...changes });
  const changed = (list: readonly ModelEntry[], index: number, change: Partial<ModelEntry>) =>
    list.map((entry, at) => (at === index ? { ...entry, ...change } : entry));

  it('gives the same as its instalment if it is regular', () => {
    expect(bySchedule(entries(3))).toEqual(paid(facts));
    expect(bySchedule(entries(5))).toEqual(paid(facts));
  });

  it('passes over failed payments that were made again', () => {
    const [first, second, ...rest] = entries(3);
    if (first === undefined || second === undefined) throw new Error('No entries.');
    const failed = [
      { ...second, status: 'Failed' as const },
      { ...second, status: 'Cancelled' as const },
    ];
    expect(bySchedule([first, ...failed, second, ...rest])).toEqual(paid(facts));
  });

  it('credits the last payment and cancels the amounts to come', () => {
    const varied = entries(3).map((entry, number) => ({ ...entry, amount: `10${number % 10}.00` }));
    expect(bySchedule(varied, { quantity: 2, quantityToReturn: 1 })).toMatchObject({
      paid: '303.00',
      instalment: '102.00',
      credit: '34.00',
      remainingCommitment: '471.50',
    });
  });

  it('takes an unknown amount to come as the last known one', () => {
    const unknown = changed(entries(3), 2, { amount: '90.00' }).map((entry, number) =>
      number > 2 ? { ...entry, amount: undefined } : entry,
    );
    expect(bySchedule(unknown)).toMatchObject({
      remainingCommitment: '810.00',
      commitmentEstimated: true,
    });
  });

  it('leaves nothing of the month before a payment that failed', () => {
    expect(bySchedule(changed(entries(3), 2, { status: 'Failed' }))).toMatchObject({
      completed: 2,
      credit: '0.00',
      remainingCommitment: '1000.00',
    });
  });

  it.each([
    ['a missing entry', (list: ModelEntry[]) => list.slice(1)],
    ['an entry too many', (list: ModelEntry[]) => [...list, ...list.slice(11)]],
    ['another order', (list: ModelEntry[]) => [...list.slice(0, 1), ...list.slice(1).reverse()]],
    ['another first day', (list: ModelEntry[]) => changed(list, 0, { dueDate: '2025-02-01' })],
    [
      'no payment made',
      (list: ModelEntry[]) => list.map((one) => ({ ...one, status: 'Failed' as const })),
    ],
    ['a payment without amount', (list: ModelEntry[]) => changed(list, 2, { amount: undefined })],
  ])('throws on %s', (_what, change) => {
    expect(() => bySchedule(change(entries(3)))).toThrow(RangeError);
  });
});

describe('other rules', () => {
  it('credits the lower price under a policy that says so', () => {
    const current = { currentPrice: '50.00' };
    expect(paid(current, AZURE_2024_12)).toMatchObject({
      credit: '40.32',
      remainingCommitment: '1100.00',
    });
    expect(paid({ currentPrice: '150.00' }, AZURE_2024_12).credit).toBe('80.65');
    expect(paid(current, SERVICE).credit).toBe('80.65');
  });

  it('pro-rates a used one in the window', () => {
    expect(paid({ canceledOn: '2025-01-20', used: true }).credit).toBe('83.87');
  });

  it.each([
    { quantity: 0, quantityToReturn: 0 },
    { quantity: 2, quantityToReturn: 3 },
    { quantity: 1.5 },
    { plan: monthly('100.00', 2) },
    { plan: monthly('100.00', 0) },
  ])('throws on %j', (facts) => {
    expect(() => paid(facts)).toThrow(RangeError);
  });
});
