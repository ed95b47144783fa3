import { describe, expect, it } from 'vitest';
import { folder, run } from '../run.ts';

const candidate = (id: string, paid: string, more: object = {}): string =>
  `${JSON.stringify({
    ...{ id, customerId: 'contoso', paid, currency: 'USD', term: 'P3Y', used: true },
    ...{ purchasedOn: '2024-07-02', ...more },
  })}\n`;

const three =
  candidate('VM', '45000.00') + candidate('SQL', '36000.00') + candidate('APP', '21272.73');
const from = ['plan', '--from', '2025-07-02'];

describe('partner-rules plan', () => {
  it('writes the plan of each customer', async () => {
    const other = candidate('X', '100.00', { customerId: 'fabrikam' });
    const { status, stdout } = await run(from, three + other);
    expect(status).toBe(0);
    const plans = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      plans.map(({ ok, customerId, lines, answer }) => [ok, customerId, lines, answer.total]),
    ).toEqual([
      [true, 'contoso', [1, 2, 3], '53760.00'],
      [true, 'fabrikam', [4], '58.67'],
    ]);
  });

  it('plans the orders of Azure CLI and the transactions of a CSV file, which state no day', async () => {
    const order = '11111111-1111-1111-1111-111111111111';
    const at = folder({
      'orders.json': JSON.stringify([
        {
          id: `/providers/Microsoft.Capacity/reservationOrders/${order}`,
          name: order,
          type: 'Microsoft.Capacity/reservationOrders',
          ...{ billingPlan: 'Upfront', term: 'P3Y', originalQuantity: 1 },
          ...{ provisioningState: 'Succeeded', reservations: [], expiryDate: '2027-07-02' },
          ...{ requestDateTime: '2024-07-02T10:00:00Z', createdDateTime: '2024-07-02T10:00:00Z' },
        },
      ]),
      'transactions.csv': `Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term
45000.00,OneTime,USD,2024-07-02,Purchase,1,O-1,P3Y
`,
    });
    const set = ['--set', 'used=true'];
    for (const [file, facts] of [
      ['orders.json', ['--set', 'paid=45000.00', '--set', 'currency=USD']],
      ['transactions.csv', []],
    ] as const) {
      const { status, stdout } = await run([...from, ...set, ...facts, at(file)]);
      expect(status).toBe(0);
      expect(JSON.parse(stdout).answer.total).toBe('26400.00');
    }
    const stated = await run([
      ...from,
      ...set,
      '--set',
      'canceledOn=2025-08-01',
      at('transactions.csv'),
    ]);
    expect(stated.status).toBe(1);
    expect(stated.stdout).toContain('canceledOn');
  });

  it('explains its own results', async () => {
    const { stdout } = await run(from, three);
    const explained = await run(['explain', '--format', 'text'], stdout);
    expect(explained).toMatchObject({ status: 0, stderr: '' });
    expect(explained.stdout).toBe((await run([...from, '--format', 'text'], three)).stdout);
    const korean = await run(
      [...from, '--format', 'text', '--locale', 'ko'],
      three + candidate('X', '1.00', { customerId: 'b' }),
    );
    expect(korean.stdout).toContain('일정');
  });

  it('writes a table', async () => {
    const kept = candidate('OLD', '1.00', { purchasedOn: '2022-07-02' });
    const nobody = candidate('X', '1.00', { customerId: undefined });
    const { stdout } = await run([...from, '--format', 'table'], three + kept + nobody);
    expect(stdout).toContain('contoso\nDay ');
    expect(stdout).toMatch(/2026-07-02 {2}APP .* 6,240\.00 .* limit given back\n/);
    expect(stdout).toMatch(/kept {8}OLD .*term-ended\n/);
    expect(stdout).toMatch(/Gain, in USD +3,760\.00\n/);
  });

  it('takes the ledger of each customer, and leaves it as it is', async () => {
    const days = [{ on: '2024-07-10', usd: '45000.00' }];
    const ledger = `${JSON.stringify({ customerId: 'contoso', lastDay: '2024-07-10', days, ids: [] })}\n`;
    const path = folder({ 'ledgers.ndjson': ledger })('ledgers.ndjson');
    const { stdout } = await run([...from, '--ledger', path, '--until', '2025-07-20'], three);
    expect(JSON.parse(stdout).answer.limit.available).toBe('5000.00');
    const nobody = candidate('X', '1.00', { customerId: undefined });
    expect((await run([...from, '--ledger', path], nobody)).stderr).toContain('names its customer');
    expect((await run([...from, '--ledger', `${path}.no`], three)).stderr).toContain(
      'there is no ledger',
    );
  });

  it('reports what is malformed with its line, and has no plan for that customer', async () => {
    const wrong = `${candidate('B', '1e3')}{"id":\n`;
    const { status, stdout } = await run(from, candidate('A', '1.00') + wrong);
    expect(status).toBe(1);
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results).toMatchObject([
      {
        ok: false,
        customerId: 'contoso',
        lines: [1, 2],
        issues: [{ path: ['candidates', 1, 'paid'] }],
      },
      { ok: false, lines: [3], issues: [{ code: 'malformed-json' }] },
    ]);
    const late = JSON.stringify({
      customerId: 'contoso',
      lastDay: '2025-07-03',
      days: [],
      ids: [],
    });
    for (const format of ['table', 'text']) {
      const told = await run([...from, '--format', format], wrong);
      expect(told.stderr).toContain('line 1: candidates[0].paid: expected an amount');
      const path = folder({ 'ledgers.ndjson': `${late}\n` })('ledgers.ndjson');
      const beyond = await run([...from, '--format', format, '--ledger', path], three);
      expect(beyond.stderr).toContain('contoso: asOf: expected 2025-07-03');
    }
  });

  it('reports a record that is none, and rows that cannot be read', async () => {
    const { status, stdout } = await run(from, `7\n${candidate('A', '1.00')}`);
    expect(status).toBe(1);
    const [first, second] = stdout.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({ ok: false, lines: [1] });
    expect(JSON.parse(second ?? '')).toMatchObject({ ok: true, lines: [2] });
    const rows = await run(from, 'id,paid\nA\n');
    expect(rows.status).toBe(1);
    expect(JSON.parse(rows.stdout)).toMatchObject({
      ok: false,
      issues: [{ path: ['candidates', 0], code: 'malformed-csv' }],
    });
  });

  it('reports what is wrong with the plan of all records', async () => {
    const nobody = candidate('X', '1.00', { customerId: undefined });
    const argv = [...from, '--until', '2025-07-01', '--format', 'text'];
    const { status, stdout, stderr } = await run(argv, nobody);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/\n?(partner-rules: )?until: expected/);
  });

  it('reads CSV, with facts for all rows', async () => {
    const csv = 'id,paid,purchasedOn,customerId\nVM,45000.00,2024-07-02,contoso\n';
    const facts = ['--set', 'currency=USD', '--set', 'term=P3Y', '--set', 'used=true'];
    const { status, stdout } = await run([...from, ...facts], csv);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).answer.total).toBe('26400.00');
  });

  it.each([
    [['plan'], '--from is missing'],
    [['plan', '--from', 'today'], '--from: expected a day'],
    [[...from, '--until', '2025-02-29'], '--until: expected a day and time that exist'],
    [[...from, 'paid=1'], 'plan: expected FILE..., got FIELD=VALUE'],
    [['read', 'paid=1'], 'read: expected FILE..., got FIELD=VALUE'],
    [[...from, '--format', 'csv'], 'unknown format'],
    [[...from, '--locale', 'ko'], '--locale can be used only with'],
  ])('refuses %j', async (argv, message) => {
    const { status, stderr } = await run(argv, three);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
