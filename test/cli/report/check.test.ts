import { describe, expect, it } from 'vitest';
import { folder, results, run } from '../run.ts';

const header =
  'Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term';

/** A file of transactions of upfront orders: amount, day, event, units and order. */
function transactions(...rows: readonly string[]): string {
  const lines = rows.map((row) => {
    const [amount, day, event, units, order, currency = 'USD'] = row.split(' ');
    return `${amount},OneTime,${currency},${day},${event},${units},${order},P1Y`;
  });
  return [header, ...lines, ''].join('\n');
}

const used = ['--set', 'used=true'];

async function check(text: string, ...argv: readonly string[]) {
  const at = folder({ 't.csv': text });
  const { status, stdout, stderr } = await run(['check', at('t.csv'), ...argv]);
  return { status, stderr, stdout, lines: stdout.startsWith('{') ? results(stdout) : [] };
}

describe('check', () => {
  it('finds that a refund agrees with the page of its day', async () => {
    // 12,000.00 × 183 ÷ 365, without a fee
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '-6016.44 2025-07-02 Refund 10 O-1',
    );
    const { status, lines } = await check(text, ...used);
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      {
        ok: true,
        index: 0,
        id: 'O-1',
        refundedOn: '2025-07-02',
        ours: '6016.44',
        theirs: '6016.44',
        difference: '0.00',
        agrees: true,
        policy: 'azure-2024-12',
        source: { row: 3 },
      },
      { total: { currency: 'USD', refunds: 1, differing: 0, missing: '0.00' } },
    ]);
  });

  it('names the policy that explains another amount, and what seems to be missing', async () => {
    // The same less 12 %
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '-5294.47 2025-07-02 Refund 10 O-1',
    );
    const { status, lines } = await check(text, ...used);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      {
        difference: '721.97',
        agrees: false,
        explainedBy: { refund: '5294.47', difference: '0.00' },
        reason: expect.stringMatching(/^The amount is that of .*, not of azure-2024-12: .*fee/),
      },
      { total: { differing: 1, missing: '721.97' } },
    ]);
  });

  it('names the nearest policy if none gives the amount', async () => {
    const text = transactions('12000 2025-01-01 Purchase 10 O-1', '-6100 2025-07-02 Refund 10 O-1');
    const { lines } = await check(text, ...used);
    expect(lines).toMatchObject([
      {
        difference: '-83.56',
        explainedBy: { refund: '6016.44', difference: '-83.56' },
        reason: 'No known rule gives the amount. The nearest is azure-2024-12, with 6016.44.',
      },
      { total: { missing: '0.00' } },
    ]);
  });

  it('follows a policy that is named', async () => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '-5294.47 2025-07-02 Refund 10 O-1',
    );
    const { status, lines } = await check(text, ...used, '--policy', 'partner-center-2020-08');
    expect(status).toBe(0);
    expect(lines[0]).toMatchObject({
      agrees: true,
      reason: 'The amount is that of partner-center-2020-08.',
    });
  });

  it('counts the refunds before, of the order and of the limit', async () => {
    // 100,000.00 × 5 ÷ 10 × 184 ÷ 365 and × 183 ÷ 365: the second goes over the limit
    const text = transactions(
      '-25068.49 2025-07-02 Refund 5 O-1',
      '-25205.48 2025-07-01 Refund 5 O-1',
      '100000 2025-01-01 Purchase 10 O-1',
    );
    const { lines } = await check(text, ...used);
    expect(lines).toMatchObject([
      { refundedOn: '2025-07-01', ours: '25205.48', agrees: true },
      { refundedOn: '2025-07-02', ours: '0.00', difference: '-25068.49' },
      { total: { refunds: 2, differing: 1 } },
    ]);
  });

  it.each([
    [['-500 2025-03-01 Refund 1 O-1'], 'expected a Purchase of the order, got nothing'],
    [
      ['1000 2025-01-01 Purchase 1 O-1', 'x 2025-03-01 Refund 1 O-1', '-5 2025-03-02 Refund 1 O-1'],
      /^expected an order of which every record can be read/,
    ],
    [
      ['1000 2025-01-01 Purchase 1 O-1 EUR', '-5 2025-03-02 Refund 1 O-1 EUR'],
      /^usdRate: expected the USD/,
    ],
    [
      ['1000 2019-01-01 Purchase 1 O-1', '-5 2019-03-02 Refund 1 O-1'],
      /^canceledOn: expected 2020-01-24, from which a text of azure is known/,
    ],
    [
      ['1000 2025-01-01 Purchase 1 O-1', '-5 2025-03-02 Refund 2 O-1'],
      /^quantityToReturn: expected/,
    ],
  ])('says why %j cannot be checked', async (rows, message) => {
    const { status, lines } = await check(transactions(...rows), ...used);
    expect(status).toBe(1);
    const messages = (lines as { issues?: { message: string }[] }[]).flatMap(({ issues = [] }) =>
      issues.map((one) => one.message),
    );
    expect(messages).toContainEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  it('says in Korean that a refund agrees', async () => {
    const text = transactions('9000 2025-01-01 Purchase 1 O-1', '-9000 2025-01-01 Refund 1 O-1');
    const argv = [...used, '--set', 'countExchanges=true', '--locale', 'ko'];
    expect((await check(text, ...argv)).lines[0]).toMatchObject({
      agrees: true,
      reason: '금액의 기준: azure-2024-12.',
    });
  });

  it('checks under no policy whose fee is not stated', async () => {
    const text = transactions('900 2025-01-01 Purchase 1 O-1', '-5 2025-07-02 Refund 1 O-1');
    const { lines } = await check(text, ...used, '--policy', 'partner-center-2018-05');
    expect(lines).toMatchObject([{ ok: false, id: 'O-1', issues: [{ code: 'fee-unstated' }] }]);
  });

  it('needs the USD of a refund before that uses the same limit', async () => {
    const text = transactions(
      '900 2025-01-01 Purchase 9 O-1',
      '-44 2025-07-02 Refund 1 O-1',
      '900 2025-01-01 Purchase 9 O-2 EUR',
      '-44 2025-06-02 Refund 1 O-2 EUR',
    );
    const { lines } = await check(text, ...used);
    expect(lines[0]).toMatchObject({
      ok: false,
      issues: [{ path: ['consumedRefunds'], code: 'missing-field' }],
    });
  });

  it('takes the day of the first payment of a monthly plan from the caller', async () => {
    const monthly = transactions(
      '100 2025-02-15 Purchase 1 O-1',
      '100 2025-01-15 Purchase 1 O-1',
      '-67.74 2025-02-25 Refund 1 O-1',
    ).replaceAll('OneTime', 'Recurring');
    const argv = ['--policy', 'azure-service-2023', ...used];
    // 100.00 × 18 ÷ 28
    const earliest = await check(monthly, ...argv, '--set', 'purchasedOn=earliest');
    expect(earliest.lines[0]).toMatchObject({ ok: true, ours: '64.29', difference: '-3.45' });
    const stated = await check(monthly, ...argv, '--set', 'purchasedOn=2025-01-15');
    expect(stated.lines[0]).toMatchObject({ ok: true, ours: '64.29' });
    const missing = await check(monthly, ...argv);
    expect(missing.lines[0]).toMatchObject({ ok: false, issues: [{ path: ['purchasedOn'] }] });
  });

  it('adds up the refunds of each currency, by its name', async () => {
    const currencies = ['GBP', 'EUR', 'USD', 'CHF'];
    // More than a year apart, so that none uses the limit of another.
    const text = transactions(
      ...currencies.flatMap((code, at) => [
        `1000 202${at}-0${at + 2}-01 Purchase 1 O-${code} ${code}`,
        `-1000 202${at}-0${at + 2}-02 Refund 1 O-${code} ${code}`,
      ]),
    );
    const { lines } = await check(text, ...used, '--set', 'usdRate=1');
    expect(lines.slice(4)).toMatchObject(
      ['CHF', 'EUR', 'GBP', 'USD'].map((currency) => ({ total: { currency, refunds: 1 } })),
    );
  });

  it('writes the results of many refunds in parts', async () => {
    const orders = Array.from({ length: 300 }, (_, at) => [
      `1000 2025-01-01 Purchase 1 O-${at}`,
      `-1 2025-01-02 Refund 1 O-${at}`,
    ]).flat();
    const { lines, status } = await check(transactions(...orders), ...used);
    expect(status).toBe(1);
    expect(lines).toHaveLength(301);
    expect(lines[300]).toMatchObject({ total: { refunds: 300, differing: 300 } });
  });

  it('checks nothing of facts that are about no order', async () => {
    const at = folder({
      't.csv': transactions('9000 2025-01-01 Purchase 1 O-1', '-9000 2025-01-01 Refund 1 O-1'),
      'p.json': '[{"paid":"5.00","used":true}]',
      's.json': '[{"id":"S-1","status":"active","termDuration":"P1Y"}]',
    });
    const argv = ['check', at('t.csv'), at('p.json'), at('s.json'), ...used];
    const { stdout } = await run([...argv, '--set', 'countExchanges=true']);
    expect(results(stdout)).toMatchObject([{ id: 'O-1', agrees: true }, { total: { refunds: 1 } }]);
  });

  it('needs to know whether the reservation was used', async () => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '-6016.44 2025-07-02 Refund 10 O-1',
    );
    const { lines } = await check(text);
    expect(lines).toMatchObject([
      { ok: false, issues: [{ path: ['used'], code: 'missing-field' }] },
    ]);
  });

  it('leaves out exchanges, unless it is told to check them', async () => {
    const text = transactions(
      '9000 2025-01-01 Purchase 1 O-1',
      '-6000 2025-05-01 Refund 1 O-1',
      '15000 2025-05-01 Purchase 1 O-2',
    );
    const { status, stdout, stderr } = await check(text, ...used);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('row 3: a refund on the day of a purchase looks like an exchange');
    const { lines } = await check(text, ...used, '--set', 'countExchanges=true');
    // 9,000.00 × 245 ÷ 365
    expect(lines[0]).toMatchObject({ ours: '6041.10', difference: '41.10' });
  });

  it('names exchanges in one sentence a file', async () => {
    const text = transactions(
      '9000 2025-01-01 Purchase 2 O-1',
      '-3000 2025-05-01 Refund 1 O-1',
      '-3000 2025-05-01 Refund 1 O-1',
      '15000 2025-05-01 Purchase 1 O-2',
    );
    const { stderr } = await check(text, ...used);
    expect(stderr.match(/looks like an exchange/g)).toHaveLength(1);
    expect(stderr).toContain('row 3 (and 1 more): a refund on the day of a purchase');
  });

  it('writes a table and CSV', async () => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '-5294.47 2025-07-02 Refund 10 O-1',
      '-500 2025-03-01 Refund 1 O-2',
    );
    const table = await check(text, ...used, '--format', 'table');
    expect(table.stdout).toMatch(/^Order +Refunded +Ours +Theirs +Difference +Currency\n/);
    expect(table.stdout).toMatch(
      /\nO-1 +2025-07-02 +6,016\.44 +5,294\.47 +721\.97 +USD +The amount/,
    );
    expect(table.stdout).toMatch(/\nO-2 +rejected +expected a Purchase of the order/);
    expect(table.stdout).toContain('Refunds in USD: 1; differing: 1; seems to be missing: 721.97');
    const csv = await check(text, ...used, '--format', 'csv', '--bom');
    const [head, first, second] = csv.stdout.split('\n');
    expect(head).toBe(
      '\uFEFFid,file,row,refundedOn,currency,ours,theirs,difference,policy,explainedBy,reason,issues',
    );
    expect(first).toMatch(
      /^O-1,.*t\.csv,3,2025-07-02,USD,6016\.44,5294\.47,721\.97,azure-2024-12,/,
    );
    expect(second).toMatch(/^O-2,.*t\.csv,4,,,,,,,,,"?expected a Purchase of the order/);
  });
});
