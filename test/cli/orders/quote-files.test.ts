import { describe, expect, it } from 'vitest';
import { folder, results, run } from '../run.ts';
import { order, sameOrder, sample } from './samples.ts';

const used = ['--set', 'used=true'];
const july = [...used, '--set', 'canceledOn=2025-07-02'];

interface Result {
  readonly ok: boolean;
  readonly id?: string;
  readonly quote?: { readonly refund: string; readonly request: object };
  readonly issues?: readonly { readonly message: string }[];
  readonly source?: { readonly row: number; readonly type: string };
}

/** Each result in short: its order, its refund or the messages. */
async function asked(...argv: readonly string[]): Promise<unknown[]> {
  const { stdout } = await run(argv);
  return (results(stdout) as readonly Result[]).map(({ ok, id, quote, issues }) => [
    id?.replace(order, ''),
    ok ? quote?.refund : issues?.map(({ message }) => message),
  ]);
}

describe('quote reads', () => {
  it('the transactions of a customer agreement, with facts that no file has', async () => {
    const { status, stdout, stderr } = await run(['quote', sample('mca-purchase.csv'), ...july]);
    expect(status).toBe(0);
    // 12,000.00 × 183 ÷ 365 less 12 %
    expect(results(stdout)).toMatchObject([
      {
        ok: true,
        id: `${order}01`,
        quote: { refund: '5294.47', request: { quantity: 10, billingPlan: 'Upfront' } },
        source: { row: 2, type: 'reservation-transactions' },
      },
    ]);
    expect(stderr).toContain('reservation transactions, CSV; not read: ArmSkuName,');
  });

  it.each(sameOrder)('%s as the same order', async (name) => {
    expect(await asked('quote', sample(name), ...july)).toEqual([['01', '5294.47']]);
  });

  it('what is missing, in one message for each fact', async () => {
    expect(await asked('quote', sample('mca-purchase.csv'))).toEqual([
      [
        '01',
        [
          'canceledOn: expected a day as YYYY-MM-DD, or an instant with an offset, got nothing',
          'used: expected true or false, got nothing',
        ],
      ],
    ]);
  });

  it('the units that are left after refunds, and what these used of the limit', async () => {
    const { stdout } = await run(['quote', sample('mca-partly-refunded.csv'), ...july]);
    // 12,000.00 × 7 ÷ 10 × 183 ÷ 365 = 4,211.51, less 505.38
    expect(results(stdout)).toMatchObject([
      {
        quote: {
          quantityToReturn: 7,
          refund: '3706.13',
          request: { consumedRefunds: '3016.44' },
        },
      },
    ]);
    const earlier = [...used, '--set', 'canceledOn=2025-02-01'];
    // Before the refund: 12,000.00 × 334 ÷ 365 = 10,980.82, less 1,317.70
    expect(await asked('quote', sample('mca-partly-refunded.csv'), ...earlier)).toEqual([
      ['01', '9663.12'],
    ]);
  });

  it('monthly payments, if the day of the first one is known', async () => {
    const file = sample('mca-recurring.csv');
    const march = [...used, '--set', 'canceledOn=2025-03-25'];
    const service = ['--policy', 'azure-service-2023'];
    expect(await asked('quote', file, ...march)).toEqual([
      [
        '03',
        [
          'purchasedOn: expected the day of the first payment (the earliest one here is of 2025-01-15): join the order, state it, or write --set purchasedOn=earliest if the file begins with it, got nothing',
        ],
      ],
    ]);
    // 100.00 × 21 ÷ 31
    const earliest = ['--set', 'purchasedOn=earliest'];
    expect(await asked('quote', file, ...march, ...earliest, ...service)).toEqual([
      ['03', '67.74'],
    ]);
    const later = ['--set', 'purchasedOn=2025-01-16'];
    expect(await asked('quote', file, ...march, ...later, ...service)).toEqual([
      [
        '03',
        [
          'purchasedOn: expected a day up to 2025-01-15, on which a payment was made, got "2025-01-16"',
        ],
      ],
    ]);
  });

  it.each([
    [
      'mca-all-refunded.csv',
      'row 2.quantity: expected units that are left (all 10 were refunded), got 10',
    ],
    ['mca-refund-without-purchase.csv', 'expected a Purchase of the order, got nothing'],
    [
      'mca-two-purchases.csv',
      'row 3.eventType: expected one Purchase that is paid once (the other is of 2025-01-01), got "Purchase"',
    ],
    [
      'mca-mixed-currencies.csv',
      'row 3.currency: expected USD, as in the Purchase of the order, got "EUR"',
    ],
    [
      'mca-cancel.csv',
      'row 3.eventType: expected no Cancel, because it does not state what is left of the order, got "Cancel"',
    ],
    [
      'mca-recurring-differs.csv',
      'row 3.amount: expected 100.00 for 1 units, as in the first payment (otherwise state the instalment), got "101.20 for 1 units"',
    ],
  ])('%s as an order that cannot be quoted', async (name, message) => {
    const [[, messages] = []] = (await asked('quote', sample(name), ...july)) as unknown[][];
    expect(messages).toContain(message);
  });

  it('no order of which a row cannot be read', async () => {
    expect(await asked('quote', sample('mca-negative-purchase.csv'), ...july)).toEqual([
      ['06', ['amount: expected an amount of at least 0 in a Purchase, got "-9000.00"']],
    ]);
    const at = folder({
      'rows.csv': `Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term
9000.00,OneTime,USD,2025-01-01,Purchase,3,O-1,P1Y
-3000,OneTime,USD,2025-02-30,Refund,1,O-1,P1Y
`,
    });
    expect(await asked('quote', at('rows.csv'), ...july)).toEqual([
      [
        'O-1',
        [
          `expected an order of which every record can be read (see row 3 of ${at('rows.csv')}), got nothing`,
        ],
      ],
      ['O-1', ['eventDate: expected a day and time that exist, got "2025-02-30"']],
    ]);
  });

  it('an exchange without counting it against the limit, unless it is told to', async () => {
    const file = sample('mca-exchange.csv');
    const limits = async (...more: readonly string[]): Promise<unknown> => {
      const { stdout } = await run(['quote', file, ...july, ...more]);
      return (
        results(stdout) as readonly { quote?: { request: { consumedRefunds?: string } } }[]
      ).map(({ quote }) => quote?.request.consumedRefunds);
    };
    expect(await limits()).toEqual([undefined, undefined]);
    expect(await limits('--set', 'countExchanges=true')).toEqual([undefined, '6000.00']);
    const { stderr } = await run(['quote', file, ...july]);
    expect(stderr).toContain(
      `the refund of order ${order}06 and a purchase of the same day look like an exchange`,
    );
  });
});

describe('several files', () => {
  it('are joined by the ID of the order', async () => {
    const files = [
      sample('mca-purchase.csv'),
      sample('customers.csv'),
      sample('order-without-schedule.json'),
    ];
    const { stdout, stderr } = await run(['quote', ...files, '--set', 'canceledOn=2025-07-02']);
    expect(results(stdout)).toMatchObject([
      { id: `${order}01`, customerId: 'contoso', quote: { refund: '5294.47' } },
    ]);
    expect(stderr).toContain('1 record of facts matches no order, and is left out');
  });

  it('give a reservation the price of its order', async () => {
    const files = [sample('mca-purchase.csv'), sample('reservation-az-cli.json')];
    expect(await asked('quote', ...files, ...july)).toEqual([
      [`01/${order}51`.replace(order, order), '5294.47'],
    ]);
  });

  it('must not contradict each other', async () => {
    const at = folder({
      'rows.csv': `Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term
12000,OneTime,USD,2025-01-02,Purchase,10,${order}01,P1Y
`,
    });
    const argv = ['quote', at('rows.csv'), sample('order-arm.json'), ...july];
    expect(await asked(...argv)).toEqual([
      [
        '01',
        ['purchasedOn: expected 2025-01-02, as in the transactions of the order, got "2025-01-01"'],
      ],
    ]);
  });

  it('are settled and exchanged too', async () => {
    const files = [sample('mca-purchase.csv'), sample('customers.csv')];
    expect(await asked('settle', ...files, '--set', 'canceledOn=2025-07-02')).toEqual([
      ['01', '5294.47'],
    ]);
    const refunded = [sample('mca-partly-refunded.csv'), sample('customers.csv')];
    expect(await asked('settle', ...refunded, '--set', 'canceledOn=2025-07-02')).toEqual([
      [
        '01',
        [
          'consumedRefunds: expected a ledger that has the refunds of the transactions (settle --ledger); they used 3016.44 USD, got nothing',
        ],
      ],
    ]);
    const swap = ['--set', 'exchangedOn=2025-07-02', '--set', 'newPrice=15000.00'];
    for (const name of ['mca-purchase.csv', 'order-arm.json']) {
      const { stdout } = await run(['exchange', sample(name), ...swap]);
      expect(results(stdout)).toMatchObject([
        { id: `${order}01`, quote: { netPayable: '8983.56' } },
      ]);
    }
  });
});
