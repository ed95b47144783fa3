import { describe, expect, it } from 'vitest';
import { folder, results, run } from '../run.ts';
import { order, sameOrder, sample } from './samples.ts';

const plan = ['plan', '--from', '2025-07-02', '--set', 'used=true'] as const;

interface Result {
  readonly ok: boolean;
  readonly answer?: {
    readonly total: string;
    readonly returns: readonly { readonly id: string; readonly on: string }[];
  };
  readonly issues?: readonly { readonly message: string }[];
}

/** Each plan in short: its total and returns, or the messages. */
async function asked(...argv: readonly string[]): Promise<unknown[]> {
  const { stdout } = await run([...plan, ...argv]);
  return (results(stdout) as readonly Result[]).map(({ ok, answer, issues }) =>
    ok
      ? [answer?.total, answer?.returns.map(({ id, on }) => `${id.replace(order, '')} ${on}`)]
      : issues?.map(({ message }) => message),
  );
}

describe('plan reads', () => {
  it.each(['mca-purchase.csv', ...sameOrder])('%s as the same order', async (name) => {
    // 12,000.00 × 183 ÷ 365 less 12 %
    expect(await asked(sample(name))).toEqual([['5294.47', ['01 2025-07-02']]]);
  });

  it('the transactions of an enterprise agreement, a sheet of a spreadsheet and two orders, one a line', async () => {
    expect(await asked(sample('ea-purchase.csv'))).toMatchObject([['21417.24', [{}]]]);
    expect(await asked(sample('mca-excel-sep.csv'))).toMatchObject([['3970.85', [{}]]]);
    expect(await asked(sample('order-lines.ndjson'))).toMatchObject([['10588.94', [{}, {}]]]);
  });

  it.each(['reservation-arm.json', 'reservation-az-cli.json', 'reservation-powershell.json'])(
    '%s, with the payment that it does not state',
    async (name) => {
      const paid = ['--set', 'currency=USD', '--set', 'paid=12000.00'];
      expect(await asked(...paid, sample(name))).toMatchObject([['5294.47', [{}]]]);
      expect(await asked(sample(name))).toEqual([
        [
          'candidates[0].currency: expected the code of an active ISO 4217 currency, such as USD, got nothing',
          'candidates[0].paid: expected an amount of at most 15 whole digits and 4 decimals, got nothing',
        ],
      ]);
    },
  );

  it('monthly transactions, with the day of the purchase that they do not state', async () => {
    const recurring = sample('mca-recurring.csv');
    expect(await asked(recurring)).toEqual([
      [
        'candidates[0].purchasedOn: expected a day as YYYY-MM-DD, or an instant with an offset, got nothing',
      ],
    ]);
    const [planned] = await asked('--set', 'purchasedOn=2025-01-15', recurring);
    expect(planned).toMatchObject([expect.any(String), ['03 2025-07-02']]);
  });

  it('an own sheet, without the day that the plan chooses', async () => {
    const at = folder({
      'own.csv': `id,customerId,paid,currency,term,purchasedOn,used,Comment
CR-1,contoso,12000.00,USD,P1Y,2025-01-01,TRUE,first
CR-2,fabrikam,900.00,USD,P1Y,2025-01-01,TRUE,second
`,
    });
    const { stdout } = await run(['plan', '--from', '2025-07-02', at('own.csv')]);
    expect(results(stdout)).toMatchObject([
      { customerId: 'contoso', answer: { total: '5294.47' } },
      { customerId: 'fabrikam', answer: { total: '397.08' } },
    ]);
    expect((await asked(sample('own-sheet.csv')))[0]).toEqual([
      'candidates[0].canceledOn: expected no day, as the plan chooses it, got "2025-01-07"',
    ]);
  });

  it.each([
    [
      'mca-partly-refunded.csv',
      'candidates[0].quantityToReturn: expected no number of units, as the plan chooses it (see units; of an order of which some were returned, state those left and their share of the payments), got 7',
    ],
    [
      'order-cancelled.json',
      'candidates[0].properties.provisioningState: expected a reservation that is still there, got "Cancelled"',
    ],
    [
      'order-unknown-state.json',
      'candidates[0].properties.provisioningState: expected a known state, such as Succeeded, got "Paused"',
    ],
    [
      'mca-other-order-of-columns.csv',
      'candidates[0].usdRate: expected the USD that one EUR is worth, since the limit is in USD, got nothing',
    ],
    [
      'mca-all-refunded.csv',
      'candidates[0].row 2.quantity: expected units that are left (all 10 were refunded), got 10',
    ],
  ])('%s and names the one fact that prevents a plan', async (name, message) => {
    expect(await asked(sample(name))).toEqual([[message]]);
  });

  it.each([
    ['own-sheet-misspelt.csv', 'has the column "quantityToRetrun" (did you mean'],
    ['mca-missing-column.csv', 'reservation transactions without the column Currency'],
    ['pc-orders.json', 'Partner Center orders, which state no return of a reservation'],
    ['reconciliation.csv', 'lines of a reconciliation file, which state no return'],
    ['export.csv.gz', 'is compressed (gzip); unpack it first'],
  ])('nothing of %s, and says why', async (name, message) => {
    const { status, stderr } = await run([...plan, sample(name)]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
