import { describe, expect, it } from 'vitest';
import { folder, results, run } from '../run.ts';

const columns =
  'ChargeType,SubscriptionId,OrderId,ProductId,SkuId,OrderDate,ChargeStartDate,ChargeEndDate,EffectiveUnitPrice,BillableQuantity,Subtotal,Currency,PricingCurrency,PCToBCExchangeRate,ReservationOrderId';

/** A line of May 2023: kind, day of the event, first and last day, price of a unit, quantity, subtotal and other cells. */
function line(text: string, cells: Readonly<Record<string, string>> = {}): string {
  const [kind, on, from, until, unit, quantity, subtotal] = text.split(' ');
  const all: Readonly<Record<string, string | undefined>> = {
    ...{ ChargeType: kind, SubscriptionId: 'S-1', OrderId: 'O-1', OrderDate: on },
    ...{ ChargeStartDate: from, ChargeEndDate: until, EffectiveUnitPrice: unit },
    ...{ BillableQuantity: quantity, Subtotal: subtotal, Currency: 'USD', PricingCurrency: 'USD' },
    ...cells,
  };
  return columns
    .split(',')
    .map((name) => all[name] ?? '')
    .join(',');
}

const charge = line('New 5/1/2023 5/1/2023 5/31/2023 10.08 10 100.80');

async function check(lines: readonly string[], ...argv: readonly string[]) {
  const at = folder({ 'recon.csv': [columns, ...lines, ''].join('\n') });
  const { status, stdout, stderr } = await run(['check', at('recon.csv'), ...argv]);
  return { status, stderr, lines: results(stdout) };
}

describe('check of a reconciliation file', () => {
  // Quantity, days of 31, and what the vendor's pages print: 10.08 × days ÷ 31, rounded down, × quantity.
  it.each([
    [10, '5/3/2023', '94.20', 'unit-down'],
    [10, '5/1/2023', '100.80', 'unit-down'],
    [15, '5/6/2023', '126.75', 'unit-down'],
    [15, '5/6/2023', '126.81', 'total-down'],
    [10, '5/4/2023', '91.04', 'total-down'],
    [10, '5/4/2023', '91.05', 'half-even'],
    [10, '5/3/2023', '91.00', 'day-charged'],
    [10, '5/2/2023', '100.80', 'full'],
  ])('explains %i seats removed on %s for %s by %s', async (seats, day, credit, policy) => {
    const removal = line(`removeQuantity ${day} ${day} 5/31/2023 1 -${seats} -${credit}`);
    const { status, lines } = await check([removal, charge]);
    expect(lines[0]).toMatchObject({
      ...{ ok: true, id: 'S-1', theirs: credit, policy: 'unit-down' },
      explainedBy: { policy, refund: credit, difference: '0.00' },
      agrees: policy === 'unit-down',
    });
    expect(status).toBe(policy === 'unit-down' ? 0 : 1);
  });

  it('adds up what seems to be missing, and says why in English and Korean', async () => {
    const removal = line('cancelImmediate 5/3/2023 5/3/2023 5/31/2023 1 -10 -91.00');
    const english = await check([charge, removal]);
    expect(english.lines).toMatchObject([
      {
        ...{ ours: '94.20', theirs: '91.00', difference: '3.20', refundedOn: '2023-05-03' },
        reason:
          'The amount is that of the pro-rated price of a unit (28 of 31 days), rounded down, times the quantity, not of the pro-rated price of a unit (29 of 31 days), rounded down, times the quantity.',
        source: { row: 3, type: 'reconciliation' },
      },
      { total: { currency: 'USD', refunds: 1, differing: 1, missing: '3.20' } },
    ]);
    const korean = await check([charge, removal], '--locale', 'ko');
    expect(korean.lines[0]).toMatchObject({
      reason: expect.stringMatching(
        /^금액의 기준: 31일 중 28일분의 단가를 내림하여 수량을 곱한 금액\./,
      ),
    });
  });

  it('credits from the day of the event, even if the line begins later', async () => {
    const removal = line('cancelImmediate 5/3/2023 5/4/2023 5/31/2023 1 -10 -91.00');
    const { lines } = await check([charge, removal]);
    expect(lines[0]).toMatchObject({ ours: '94.20', explainedBy: { policy: 'day-charged' } });
  });

  it('takes the days of the line if its event was on the first day of the charge or later', async () => {
    const first = line('removeQuantity 5/1/2023 5/3/2023 5/31/2023 1 -10 -94.20');
    const late = line('removeQuantity 5/5/2023 5/3/2023 5/31/2023 1 -10 -94.20');
    const none = line('removeQuantity  5/3/2023 5/31/2023 1 -10 -94.20');
    const { status, lines } = await check([charge, first, late, none]);
    expect({ status, total: lines[3] }).toMatchObject({
      status: 0,
      total: { total: { refunds: 3, differing: 0 } },
    });
  });

  it('converts the price before it is rounded down', async () => {
    // 10.08 × 29 ÷ 31 × 0.91 = 8.58…
    const euros = { Currency: 'EUR', PCToBCExchangeRate: '0.910000' };
    const removal = line('removeQuantity 5/3/2023 5/3/2023 5/31/2023 1 -10 -85.80', euros);
    const { lines } = await check([charge, removal]);
    expect(lines[0]).toMatchObject({ currency: 'EUR', ours: '85.80', agrees: true });
  });

  it('gives no credit after the window of seven days', async () => {
    const last = line('removeQuantity 5/8/2023 5/8/2023 5/31/2023 1 -10 -78.00');
    const over = line('removeQuantity 5/9/2023 5/9/2023 5/31/2023 1 -10 -74.70');
    const { lines } = await check([charge, last, over]);
    expect(lines).toMatchObject([
      { ours: '78.00', agrees: true },
      {
        ...{ ours: '0.00', theirs: '74.70', difference: '-74.70', policy: 'no-credit' },
        explainedBy: { policy: 'unit-down' },
        reason: expect.stringContaining('no credit 8 days after the charge began'),
      },
      { total: { missing: '0.00' } },
    ]);
  });

  it('begins the window anew when seats are added', async () => {
    const added = line('addQuantity 5/20/2023 5/20/2023 5/31/2023 3.90 5 19.50');
    const removal = line('removeQuantity 5/21/2023 5/21/2023 5/31/2023 1 -5 -17.85');
    const { lines } = await check([charge, added, removal]);
    // 10.08 × 11 ÷ 31 = 3.57…
    expect(lines[0]).toMatchObject({ ours: '17.85', agrees: true });
  });

  it('finds the charge of an order that is no subscription by its product', async () => {
    const software = { SubscriptionId: '', ProductId: 'P', SkuId: '1' };
    const bought = line('New 5/1/2023 5/1/2023 5/31/2023 500 2 1000', software);
    const other = line('New 5/1/2023 5/1/2023 5/31/2023 7 2 14', { ...software, SkuId: '2' });
    const removal = line('cancelImmediate 5/1/2023 5/1/2023 5/31/2023 500 -2 -1000', software);
    const { lines } = await check([bought, other, removal]);
    expect(lines[0]).toMatchObject({ id: 'O-1', ours: '1000.00', agrees: true });
  });

  it('finds the charge of a product without an order, too', async () => {
    const nothing = { SubscriptionId: '', OrderId: '', ProductId: 'P', SkuId: '1' };
    const bought = line('New 5/1/2023 5/1/2023 5/31/2023 500 2 1000', nothing);
    const removal = line('cancelImmediate 5/1/2023 5/1/2023 5/31/2023 500 -2 -1000', nothing);
    const { lines } = await check([bought, removal]);
    expect(lines[0]).toMatchObject({ id: '', ours: '1000.00', agrees: true });
  });

  it.each([
    [[], {}, 'add the reconciliation file of that month'],
    [
      [line('New 5/1/2023  5/31/2023 10.08 10 100.80')],
      {},
      'add the reconciliation file of that month',
    ],
    [[charge], { ChargeEndDate: '5/30/2023' }, 'add the reconciliation file of that month'],
    [[charge], { ChargeStartDate: '' }, 'chargeStartDate: expected the first day that is credited'],
    [[charge], { ChargeEndDate: '' }, 'chargeEndDate: expected the last day that is credited'],
    [[charge], { BillableQuantity: '-0.5' }, 'a whole number of licences or seats, got "-0.5"'],
    [[charge], { PricingCurrency: 'EUR' }, 'the rate to the currency of the bill'],
    [
      [charge, line('Renew 5/1/2023 5/1/2023 5/31/2023 11 10 110')],
      {},
      'expected one price of a unit for the same days (10.08 in another line), got "11"',
    ],
    [
      [charge, line('Renew x 5/1/2023 5/31/2023 11 10 110')],
      {},
      'every record can be read (see row 3',
    ],
    [
      [line('New 3/11/2022 3/11/2022 5/31/2023 10 10 100')],
      {},
      'expected a charge from 2022-03-12 on',
    ],
  ])('says why a removal after %j with %j is not checked', async (before, cells, message) => {
    const removal = line('removeQuantity 5/3/2023 5/3/2023 5/31/2023 1 -10 -94.20', cells);
    const { status, lines } = await check([...before, removal]);
    expect(status).toBe(1);
    const messages = (lines as { issues?: { message: string }[] }[]).flatMap(({ issues = [] }) =>
      issues.map((one) => one.message),
    );
    expect(messages.join('\n')).toContain(message);
  });

  it('names each kind of credit that no rule covers once', async () => {
    const credits = [
      line('customerCredit 5/3/2023 5/3/2023 5/31/2023 1 -10 -5'),
      line('customerCredit 5/3/2023 5/3/2023 5/31/2023 1 -10 -6'),
      line('cancelImmediate 5/3/2023 5/3/2023 5/3/2023 1 -1 -900', { ReservationOrderId: 'R-1' }),
    ];
    const { status, stderr, lines } = await check([charge, ...credits]);
    expect({ status, lines }).toEqual({ status: 0, lines: [] });
    expect(stderr).toContain(
      'there are 2 lines of customerCredit (the first is row 3), not checked: no rule',
    );
    expect(stderr).toContain(
      'there is 1 line of cancelImmediate of a reservation (the first is row 5)',
    );
    expect(stderr).toContain('no refund, removal or answer of the vendor to check');
  });
});
