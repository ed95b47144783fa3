import { describe, expect, it } from 'vitest';
import type {
  ModelExchangeRequest,
  ModelPolicy,
  ModelRefund,
  ModelRequest,
} from './refund.model.ts';
import {
  add,
  addMonthsClamped,
  compare,
  dayNumber,
  divide,
  fraction,
  ModelLedger,
  modelExchange,
  modelRefund,
  multiply,
  parseDecimal,
  roundDown,
  roundHalfEven,
  subtract,
} from './refund.model.ts';

const POLICY: ModelPolicy = {
  windowDays: 5,
  dayWithoutRow: null,
  rounding: 'half-even',
  fullCreditWhenUnused: true,
  feeRate: '0.12',
  limitUsd: '50000.00',
  limitWindow: '365-days',
  limitCounts: 'refund',
  overLimit: 'clip',
  exchangeMinimum: 'credit',
  nonReturnable: ['suse-linux', 'red-hat'],
};

const REQUEST: ModelRequest = {
  paid: '12000.00',
  currency: 'USD',
  digits: 2,
  usdRate: '1',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-07-02',
  used: true,
};

const EXCHANGE: ModelExchangeRequest = {
  paid: '12000.00',
  digits: 2,
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '20000.00',
};

type Paid = Extract<ModelRefund, { outcome: 'paid' }>;

function paid(
  request: Partial<ModelRequest> = {},
  policy: Partial<ModelPolicy> = {},
  consumed = '0.00',
): Paid {
  const result = modelRefund({ ...REQUEST, ...request }, { ...POLICY, ...policy }, consumed);
  if (result.outcome !== 'paid') throw new Error(`Refused: ${result.reasons.join(', ')}`);
  return result;
}

describe('fractions', () => {
  it('calculates exactly', () => {
    const tenth = parseDecimal('0.1');
    expect(compare(add(tenth, parseDecimal('0.2')), parseDecimal('0.30'))).toBe(0);
    expect(compare(subtract(tenth, parseDecimal('0.3')), parseDecimal('-0.2'))).toBe(0);
    expect(compare(multiply(tenth, tenth), parseDecimal('0.01'))).toBe(0);
    expect(compare(divide(tenth, fraction(-3n, 1n)), fraction(-1n, 30n))).toBe(0);
    expect(compare(fraction(1n, 3n), fraction(1n, 2n))).toBeLessThan(0);
    expect(compare(fraction(1n, 2n), fraction(1n, 3n))).toBeGreaterThan(0);
  });

  it.each([
    ['0.005', 2, '0.00'],
    ['0.015', 2, '0.02'],
    ['0.025', 2, '0.02'],
    ['0.0250000001', 2, '0.03'],
    ['0.0149999999', 2, '0.01'],
    ['9.995', 2, '10.00'],
    ['0.5', 0, '0'],
    ['1.5', 0, '2'],
    ['2.5', 0, '2'],
    ['1.0005', 3, '1.000'],
    ['1.0015', 3, '1.002'],
    ['-0.005', 2, '0.00'],
    ['-0.015', 2, '-0.02'],
    ['-1.5', 0, '-2'],
    ['90071992547409931.125', 2, '90071992547409931.12'],
  ])('rounds %s half-even to %i digits: %s', (value, digits, expected) => {
    expect(roundHalfEven(parseDecimal(value), digits)).toBe(expected);
  });

  it('rounds down', () => {
    expect(roundDown(parseDecimal('1.999'), 2)).toBe('1.99');
    expect(roundDown(parseDecimal('0.999'), 0)).toBe('0');
    expect(() => roundDown(parseDecimal('-0.01'), 2)).toThrow(RangeError);
  });

  it.each(['', '.5', '5.', '1e3', '1,000', ' 1', '+1', 'NaN'])(
    'refuses %j as a decimal',
    (text) => {
      expect(() => parseDecimal(text)).toThrow(RangeError);
    },
  );

  it('refuses to divide by zero', () => {
    expect(() => divide(parseDecimal('1'), parseDecimal('0.00'))).toThrow(RangeError);
  });
});

describe('calendar', () => {
  it('agrees with Date on every day from 1890 to 2110', () => {
    const last = Date.UTC(2110, 11, 31) / 86_400_000;
    for (let number = Date.UTC(1890, 0, 1) / 86_400_000; number <= last; number += 1) {
      const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
      if (dayNumber(day) !== number) throw new Error(`${day} is not day ${dayNumber(day)}`);
    }
  });

  it.each(['2025-02-29', '2100-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-01-00'])(
    'knows no %s',
    (day) => {
      expect(() => dayNumber(day)).toThrow(RangeError);
    },
  );

  it('wants a day written as YYYY-MM-DD', () => {
    expect(() => dayNumber('2025-1-1')).toThrow(RangeError);
    expect(() => dayNumber('2025-01-01T00:00:00Z')).toThrow(RangeError);
  });

  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-02-29', 60, '2029-02-28'],
    ['2096-02-29', 48, '2100-02-28'],
    ['1996-02-29', 48, '2000-02-29'],
    ['2023-02-28', 12, '2024-02-28'],
    // Whole years from any other month end never need a clamp.
    ['2025-01-31', 12, '2026-01-31'],
    ['2025-01-31', 36, '2028-01-31'],
    ['2025-01-31', 60, '2030-01-31'],
    ['2025-12-31', 12, '2026-12-31'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-11-30', 1, '2025-12-30'],
    ['9999-06-15', 12, '10000-06-15'],
  ])('%s + %i months is %s', (day, months, expected) => {
    expect(addMonthsClamped(day, months)).toBe(expected);
  });
});

describe('the worked examples of the rulebook', () => {
  it.each([
    ['2025-01-01', false, 0, 365, 'full-credit', '12000.00', '0.00', '12000.00'],
    ['2025-01-06', false, 5, 360, 'full-credit', '12000.00', '0.00', '12000.00'],
    ['2025-01-06', true, 5, 360, 'pro-rated', '11835.62', '0.00', '11835.62'],
    ['2025-01-07', false, 6, 359, 'pro-rated-less-fee', '11802.74', '1416.33', '10386.41'],
    ['2025-07-02', true, 182, 183, 'pro-rated-less-fee', '6016.44', '721.97', '5294.47'],
    ['2025-12-31', true, 364, 1, 'pro-rated-less-fee', '32.88', '3.95', '28.93'],
  ] as const)(
    'cancelled on %s, used: %s',
    (canceledOn, used, sincePurchase, remaining, row, credit, fee, refund) => {
      expect(paid({ canceledOn, used })).toEqual({
        outcome: 'paid',
        row,
        days: { sincePurchase, term: 365, remaining },
        credit,
        fee,
        refundable: refund,
        refund,
        withheld: '0.00',
        countedUsd: refund,
        consumedAfterUsd: refund,
        availableUsd: roundHalfEven(subtract(parseDecimal('50000'), parseDecimal(refund)), 2),
        note: null,
      });
    },
  );

  it('refuses on the term end', () => {
    expect(modelRefund({ ...REQUEST, canceledOn: '2026-01-01' }, POLICY, '0.00')).toEqual({
      outcome: 'refused',
      reasons: ['term-ended'],
    });
  });

  it('clips 120,000.00 to the whole limit', () => {
    expect(paid({ paid: '120000.00' })).toEqual({
      outcome: 'paid',
      row: 'pro-rated-less-fee',
      days: { sincePurchase: 182, term: 365, remaining: 183 },
      credit: '60164.38',
      fee: '7219.73',
      refundable: '52944.65',
      refund: '50000.00',
      withheld: '2944.65',
      countedUsd: '50000.00',
      consumedAfterUsd: '50000.00',
      availableUsd: '0.00',
      note: 'limit-clipped',
    });
  });

  it('clips 120,000.00 to what 48,000.00 consumed before leave', () => {
    expect(paid({ paid: '120000.00' }, {}, '48000.00')).toMatchObject({
      refundable: '52944.65',
      refund: '2000.00',
      withheld: '50944.65',
      countedUsd: '2000.00',
      consumedAfterUsd: '50000.00',
      availableUsd: '0.00',
      note: 'limit-clipped',
    });
  });

  it('leaves 1 day to a year bought on 2024-07-10 and returned on 2025-07-09', () => {
    const result = paid({ purchasedOn: '2024-07-10', canceledOn: '2025-07-09' });
    expect(result.days).toEqual({ sincePurchase: 364, term: 365, remaining: 1 });
    expect(result.credit).toBe('32.88');
  });
});

describe('rows', () => {
  it('ignores after the window whether it was used', () => {
    expect(paid({ used: false })).toEqual(paid({ used: true }));
    expect(paid({ canceledOn: '2025-01-07', used: true })).toEqual(
      paid({ canceledOn: '2025-01-07', used: false }),
    );
  });

  it('pro-rates an unused one in the window when the policy grants no full credit', () => {
    const result = paid({ canceledOn: '2025-01-06', used: false }, { fullCreditWhenUnused: false });
    expect(result).toMatchObject({ row: 'pro-rated', credit: '11835.62', fee: '0.00' });
  });

  it('takes the fee on every day when there is no window', () => {
    const result = paid({ canceledOn: '2025-01-01', used: false }, { windowDays: null });
    expect(result).toMatchObject({
      row: 'pro-rated-less-fee',
      credit: '12000.00',
      fee: '1440.00',
      refund: '10560.00',
    });
  });

  it('keeps the row of the fee when the fee is nothing', () => {
    const result = paid({}, { windowDays: null, feeRate: '0' });
    expect(result).toMatchObject({ row: 'pro-rated-less-fee', fee: '0.00', refund: '6016.44' });
  });

  it('opens a window of 0 days on the purchase day only', () => {
    expect(paid({ canceledOn: '2025-01-01' }, { windowDays: 0 }).row).toBe('pro-rated');
    expect(paid({ canceledOn: '2025-01-02' }, { windowDays: 0 }).row).toBe('pro-rated-less-fee');
  });
});

describe('terms', () => {
  it.each([
    ['2024-02-29', 'P1Y', 365, '2025-02-27', '2025-02-28'],
    ['2024-02-29', 'P3Y', 1095, '2027-02-27', '2027-02-28'],
    ['2024-02-29', 'P5Y', 1826, '2029-02-27', '2029-02-28'],
    ['2024-01-01', 'P1Y', 366, '2024-12-31', '2025-01-01'],
    ['2025-01-31', 'P1Y', 365, '2026-01-30', '2026-01-31'],
    ['2025-01-01', 'P3Y', 1095, '2027-12-31', '2028-01-01'],
    ['2023-03-01', 'P5Y', 1827, '2028-02-29', '2028-03-01'],
    ['2097-01-01', 'P5Y', 1825, '2101-12-31', '2102-01-01'],
  ] as const)('%s + %s has %i days, the last %s', (purchasedOn, term, count, last, end) => {
    expect(paid({ purchasedOn, term, canceledOn: last }).days).toEqual({
      sincePurchase: count - 1,
      term: count,
      remaining: 1,
    });
    expect(modelRefund({ ...REQUEST, purchasedOn, term, canceledOn: end }, POLICY, '0')).toEqual({
      outcome: 'refused',
      reasons: ['term-ended'],
    });
  });

  it('counts the clamped term in the credit', () => {
    const leapDay = { purchasedOn: '2024-02-29', canceledOn: '2025-02-28' } as const;
    expect(paid({ ...leapDay, paid: '36000.00', term: 'P3Y' })).toMatchObject({
      days: { sincePurchase: 365, term: 1095, remaining: 730 },
      credit: '24000.00',
      fee: '2880.00',
      refund: '21120.00',
    });
    expect(paid({ ...leapDay, paid: '60000.00', term: 'P5Y' })).toMatchObject({
      days: { sincePurchase: 365, term: 1826, remaining: 1461 },
      credit: '48006.57',
      fee: '5760.79',
      refund: '42245.78',
    });
  });
});

describe('refusals and input errors', () => {
  it('refuses what cannot be returned', () => {
    expect(modelRefund({ ...REQUEST, product: 'red-hat' }, POLICY, '0')).toEqual({
      outcome: 'refused',
      reasons: ['not-returnable'],
    });
    expect(paid({ product: 'virtual-machines' }).refund).toBe('5294.47');
    expect(paid({ product: undefined }).refund).toBe('5294.47');
  });

  it('reports both reasons, the ended term first', () => {
    const request = { ...REQUEST, canceledOn: '2027-05-05', product: 'suse-linux' };
    expect(modelRefund(request, POLICY, '0')).toEqual({
      outcome: 'refused',
      reasons: ['term-ended', 'not-returnable'],
    });
  });

  it('throws before the purchase day', () => {
    expect(() => paid({ canceledOn: '2024-12-31' })).toThrow(RangeError);
    expect(() => modelExchange({ ...EXCHANGE, exchangedOn: '2024-12-31' }, POLICY)).toThrow(
      RangeError,
    );
  });

  it('throws on a policy that clips while it counts commitments', () => {
    expect(() => paid({}, { limitCounts: 'canceled-commitment' })).toThrow(RangeError);
  });
});

describe('rounding', () => {
  // 183 of 366 days remain, so the credit is exactly half of what was paid.
  const half = { purchasedOn: '2024-01-01', canceledOn: '2024-07-02' } as const;

  it.each([
    ['100.01', '50.00'],
    ['100.03', '50.02'],
    ['0.01', '0.00'],
    ['0.03', '0.02'],
  ])('half of %s is a tie, and goes to %s', (price, credit) => {
    expect(paid({ ...half, paid: price }).days).toEqual({
      sincePurchase: 183,
      term: 366,
      remaining: 183,
    });
    expect(paid({ ...half, paid: price }).credit).toBe(credit);
  });

  it.each([
    ['0.20', '0.10', '0.00'],
    ['0.60', '0.30', '0.02'],
    ['1.00', '0.50', '0.02'],
  ])('5 %% of half of %s, %s, is a tie, and goes to %s', (price, credit, fee) => {
    expect(paid({ ...half, paid: price }, { feeRate: '0.05' })).toMatchObject({ credit, fee });
  });

  it('takes the fee from the rounded credit', () => {
    // 35 % of the unrounded 0.045 would be 0.02.
    expect(paid({ ...half, paid: '0.09' }, { feeRate: '0.35' })).toMatchObject({
      credit: '0.04',
      fee: '0.01',
      refundable: '0.03',
    });
  });

  it('breaks ties in yen and in Kuwaiti fils too', () => {
    const yen = { ...half, currency: 'JPY', digits: 0, usdRate: '0.0067' };
    expect(paid({ ...yen, paid: '101' }).credit).toBe('50');
    expect(paid({ ...yen, paid: '103' }).credit).toBe('52');
    const dinar = { ...half, currency: 'KWD', digits: 3, usdRate: '3.25' };
    expect(paid({ ...dinar, paid: '0.101' }).credit).toBe('0.050');
    expect(paid({ ...dinar, paid: '0.103' }).credit).toBe('0.052');
  });
});

describe('the limit', () => {
  it('reaches every row, the full-credit row too', () => {
    const result = paid({ paid: '60000.00', canceledOn: '2025-01-01', used: false });
    expect(result).toMatchObject({
      row: 'full-credit',
      refund: '50000.00',
      withheld: '10000.00',
      note: 'limit-clipped',
    });
  });

  it.each(['50000.00', '50000.01', '70000.00'])('pays nothing with %s consumed', (consumed) => {
    expect(paid({}, {}, consumed)).toMatchObject({
      refundable: '5294.47',
      refund: '0.00',
      withheld: '5294.47',
      countedUsd: '0.00',
      consumedAfterUsd: consumed,
      availableUsd: '0.00',
      note: 'limit-reached',
    });
  });

  it('withholds nothing from what fits exactly, and one cent from one cent more', () => {
    expect(paid({}, {}, '44705.53')).toMatchObject({ withheld: '0.00', note: null });
    expect(paid({}, {}, '44705.54')).toMatchObject({ withheld: '0.01', note: 'limit-clipped' });
  });

  it('has no note when there is nothing to withhold', () => {
    expect(paid({ paid: '0.00' }, {}, '50000.00')).toMatchObject({ refund: '0.00', note: null });
  });

  it('can be absent', () => {
    expect(paid({ paid: '120000.00' }, { limitUsd: null }, '48000.00')).toMatchObject({
      refund: '52944.65',
      withheld: '0.00',
      countedUsd: '52944.65',
      consumedAfterUsd: '100944.65',
      availableUsd: 'unlimited',
      note: null,
    });
  });

  it('can refuse what does not fit; exactly the limit fits', () => {
    const policy: ModelPolicy = { ...POLICY, overLimit: 'refuse' };
    expect(modelRefund(REQUEST, policy, '44705.53')).toMatchObject({
      outcome: 'paid',
      refund: '5294.47',
      consumedAfterUsd: '50000.00',
      availableUsd: '0.00',
      note: null,
    });
    expect(modelRefund(REQUEST, policy, '44705.54')).toEqual({
      outcome: 'refused',
      reasons: ['limit-exceeded'],
      days: { sincePurchase: 182, term: 365, remaining: 183 },
      row: 'pro-rated-less-fee',
      credit: '6016.44',
      fee: '721.97',
      refundable: '5294.47',
    });
  });

  it('can count the credit before the fee', () => {
    const policy: ModelPolicy = {
      ...POLICY,
      limitCounts: 'canceled-commitment',
      overLimit: 'refuse',
    };
    expect(modelRefund(REQUEST, policy, '43983.56')).toMatchObject({
      outcome: 'paid',
      refund: '5294.47',
      withheld: '0.00',
      countedUsd: '6016.44',
      consumedAfterUsd: '50000.00',
      availableUsd: '0.00',
    });
    // The refund would still fit, the commitment does not.
    expect(modelRefund(REQUEST, policy, '43983.57')).toMatchObject({
      outcome: 'refused',
      reasons: ['limit-exceeded'],
    });
  });
});

describe('other currencies', () => {
  it('clips euros to the cap rounded down', () => {
    // 50000 / 1.10 is 45454.5454...; 45454.54 x 1.10 is 49999.994.
    expect(paid({ paid: '120000.00', currency: 'EUR', usdRate: '1.10' })).toMatchObject({
      refundable: '52944.65',
      refund: '45454.54',
      withheld: '7490.11',
      countedUsd: '49999.99',
      consumedAfterUsd: '49999.99',
      availableUsd: '0.01',
      note: 'limit-clipped',
    });
  });

  it('pays nothing when what is left is less than one minor unit', () => {
    expect(paid({ currency: 'EUR', usdRate: '1.10' }, {}, '49999.99')).toMatchObject({
      refund: '0.00',
      withheld: '5294.47',
      countedUsd: '0.00',
      availableUsd: '0.01',
      note: 'limit-reached',
    });
  });

  it.each([
    ['0.50', '0.50'],
    ['1.50', '1.52'],
  ])('counts %s euros at 1.01 as %s dollars, a tie', (price, countedUsd) => {
    const request = { paid: price, currency: 'EUR', usdRate: '1.01', used: false } as const;
    expect(paid({ ...request, canceledOn: '2025-01-01' }).countedUsd).toBe(countedUsd);
  });

  it('refunds yen without decimals', () => {
    const yen = { currency: 'JPY', digits: 0, usdRate: '0.0067' } as const;
    expect(paid({ ...yen, paid: '1234567', canceledOn: '2025-01-07' })).toMatchObject({
      credit: '1214273',
      fee: '145713',
      refundable: '1068560',
      refund: '1068560',
      withheld: '0',
      countedUsd: '7159.35',
      availableUsd: '42840.65',
      note: null,
    });
    // 50000 / 0.0067 is 7462686.5...; 7462686 x 0.0067 is 49999.9962.
    expect(paid({ ...yen, paid: '20000000' })).toMatchObject({
      refundable: '8824109',
      refund: '7462686',
      withheld: '1361423',
      countedUsd: '50000.00',
      availableUsd: '0.00',
      note: 'limit-clipped',
    });
  });

  it('refunds Kuwaiti dinars with three decimals', () => {
    const dinar = { currency: 'KWD', digits: 3, usdRate: '3.25' } as const;
    expect(paid({ ...dinar, paid: '1000.000' })).toMatchObject({
      credit: '501.370',
      fee: '60.164',
      refund: '441.206',
      withheld: '0.000',
      countedUsd: '1433.92',
      note: null,
    });
    // 50000 / 3.25 is 15384.61538...; 15384.615 x 3.25 is 49999.99875.
    expect(paid({ ...dinar, paid: '40000.000' })).toMatchObject({
      refundable: '17648.220',
      refund: '15384.615',
      withheld: '2263.605',
      countedUsd: '50000.00',
      note: 'limit-clipped',
    });
  });

  it('compares in the currency when the policy refuses', () => {
    const policy: ModelPolicy = { ...POLICY, overLimit: 'refuse' };
    const request: ModelRequest = {
      ...REQUEST,
      currency: 'EUR',
      usdRate: '1.10',
      canceledOn: '2025-01-01',
      used: false,
    };
    expect(modelRefund({ ...request, paid: '45454.54' }, policy, '0').outcome).toBe('paid');
    expect(modelRefund({ ...request, paid: '45454.55' }, policy, '0').outcome).toBe('refused');
  });
});

describe('exchange', () => {
  it('credits the unused days without a fee and without a limit', () => {
    expect(modelExchange(EXCHANGE, POLICY)).toEqual({
      outcome: 'allowed',
      credit: '6016.44',
      netPayable: '13983.56',
    });
    const large = { ...EXCHANGE, paid: '120000.00', newPrice: '100000.00' };
    expect(modelExchange(large, POLICY)).toEqual({
      outcome: 'allowed',
      credit: '60164.38',
      netPayable: '39835.62',
    });
  });

  it.each([
    ['2025-01-01', '12000.00'],
    ['2025-01-06', '11835.62'],
    ['2025-01-07', '11802.74'],
  ])('pro-rates in the window too: on %s it credits %s', (exchangedOn, credit) => {
    expect(modelExchange({ ...EXCHANGE, exchangedOn }, POLICY)).toMatchObject({ credit });
  });

  it('wants a price of at least the credit', () => {
    expect(modelExchange({ ...EXCHANGE, newPrice: '6016.44' }, POLICY)).toEqual({
      outcome: 'allowed',
      credit: '6016.44',
      netPayable: '0.00',
    });
    const below = { ...EXCHANGE, newPrice: '6016.43' };
    expect(modelExchange(below, POLICY)).toEqual({
      outcome: 'refused',
      reasons: ['purchase-below-credit'],
    });
    expect(modelExchange(below, { ...POLICY, exchangeMinimum: 'none' })).toEqual({
      outcome: 'allowed',
      credit: '6016.44',
      netPayable: '-0.01',
    });
  });

  it('refuses an ended term and what cannot be returned, whatever the price', () => {
    const request = { ...EXCHANGE, newPrice: '0.00', product: 'red-hat' };
    expect(modelExchange(request, POLICY)).toEqual({
      outcome: 'refused',
      reasons: ['not-returnable'],
    });
    expect(modelExchange({ ...request, exchangedOn: '2026-01-01' }, POLICY)).toEqual({
      outcome: 'refused',
      reasons: ['term-ended', 'not-returnable'],
    });
    expect(modelExchange({ ...EXCHANGE, exchangedOn: '2026-01-01' }, POLICY)).toEqual({
      outcome: 'refused',
      reasons: ['term-ended'],
    });
  });
});

describe('ledger', () => {
  it('gives back on day 365', () => {
    const ledger = new ModelLedger(POLICY);
    ledger.settle(REQUEST);
    expect(ledger.consumedOn('2025-07-01')).toBe('0.00');
    expect(ledger.consumedOn('2025-07-02')).toBe('5294.47');
    expect(ledger.consumedOn('2026-07-01')).toBe('5294.47');
    expect(ledger.consumedOn('2026-07-02')).toBe('0.00');
  });

  it('counts days, not the date of the next year, over a leap day', () => {
    const ledger = new ModelLedger(POLICY);
    ledger.settle({ ...REQUEST, purchasedOn: '2023-06-01', canceledOn: '2023-07-02' });
    expect(ledger.consumedOn('2024-06-30')).not.toBe('0.00');
    expect(ledger.consumedOn('2024-07-01')).toBe('0.00');
  });

  it('gives back at new year when the policy says calendar year', () => {
    const ledger = new ModelLedger({ ...POLICY, limitWindow: 'calendar-year' });
    ledger.settle(REQUEST);
    expect(ledger.consumedOn('2025-07-01')).toBe('0.00');
    expect(ledger.consumedOn('2025-07-02')).toBe('5294.47');
    expect(ledger.consumedOn('2025-12-31')).toBe('5294.47');
    expect(ledger.consumedOn('2026-01-01')).toBe('0.00');
    // A calendar year can have more than 365 days.
    ledger.settle({ ...REQUEST, purchasedOn: '2024-01-01', canceledOn: '2024-01-01' });
    expect(ledger.consumedOn('2024-12-31')).toBe('12000.00');
  });

  it('adds up, clips, and pays again once the limit is given back', () => {
    const ledger = new ModelLedger(POLICY);
    const request: ModelRequest = { ...REQUEST, paid: '120000.00', term: 'P3Y' };
    const first = ledger.settle({ ...request, paid: '48000.00', canceledOn: '2025-01-01' });
    expect(first).toMatchObject({ refund: '48000.00', availableUsd: '2000.00', note: null });
    expect(ledger.settle({ ...request, canceledOn: '2025-12-31' })).toMatchObject({
      refund: '2000.00',
      consumedAfterUsd: '50000.00',
      note: 'limit-clipped',
    });
    expect(ledger.settle({ ...request, canceledOn: '2025-12-31' })).toMatchObject({
      refund: '0.00',
      note: 'limit-reached',
    });
    expect(ledger.settle({ ...request, canceledOn: '2026-01-01' })).toMatchObject({
      refund: '48000.00',
      consumedAfterUsd: '50000.00',
      note: 'limit-clipped',
    });
  });

  it('remembers the counted dollars, and nothing of a refusal', () => {
    const ledger = new ModelLedger({
      ...POLICY,
      limitCounts: 'canceled-commitment',
      overLimit: 'refuse',
    });
    ledger.settle({ ...REQUEST, currency: 'EUR', usdRate: '1.10' });
    expect(ledger.consumedOn('2025-07-02')).toBe('6618.08');
    expect(ledger.settle({ ...REQUEST, paid: '120000.00' }).outcome).toBe('refused');
    expect(ledger.settle({ ...REQUEST, product: 'red-hat' }).outcome).toBe('refused');
    expect(ledger.consumedOn('2025-07-02')).toBe('6618.08');
  });
});
