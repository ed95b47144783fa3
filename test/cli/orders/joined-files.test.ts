import { describe, expect, it } from 'vitest';
import { folder, ndjson, results, run } from '../run.ts';

const header =
  'Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term,BillingProfileId';

/** Transactions: amount, day, event, units, order, and optionally currency, frequency and billing profile. */
function transactions(...rows: readonly string[]): string {
  const lines = rows.map((row) => {
    const [
      amount,
      day,
      event,
      units,
      order,
      currency = 'USD',
      frequency = 'OneTime',
      profile = 'B',
    ] = row.split(' ');
    return `${amount},${frequency},${currency},${day},${event},${units},${order},P1Y,${profile}`;
  });
  return [header, ...lines, ''].join('\n');
}

const known = ['--set', 'used=true', '--set', 'canceledOn=2025-07-02'];

async function command(
  name: string,
  files: Readonly<Record<string, string>>,
  ...argv: readonly string[]
) {
  const at = folder(files);
  const { status, stdout, stderr } = await run([name, ...Object.keys(files).map(at), ...argv]);
  return { status, stderr, lines: results(stdout) as { issues?: { message: string }[] }[] };
}

const messagesIn = (lines: readonly { issues?: { message: string }[] }[]): string =>
  lines.flatMap(({ issues = [] }) => issues.map(({ message }) => message)).join('\n');

describe('files that are joined by order', () => {
  const purchase = transactions('12000 2025-01-01 Purchase 10 O-1');

  it('give one line of facts for each order', async () => {
    const { status, lines } = await command('read', {
      't.csv': purchase,
      'customers.csv': 'orderId,customerId,used\no-1,contoso,true\n',
    });
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { ok: true, id: 'o-1', facts: { paid: '12000.00', used: true }, missing: ['canceledOn'] },
      { missing: 'canceledOn', records: 1 },
    ]);
  });

  it('take the customer of an order from Partner Center', async () => {
    const orders = JSON.stringify({
      items: [
        {
          id: 'O-1',
          referenceCustomerId: 'contoso',
          lineItems: [{ lineItemNumber: 0, friendlyName: 'VM', quantity: 10 }],
        },
      ],
    });
    const files = { 't.csv': purchase, 'orders.json': orders };
    const quoted = await command('quote', files, ...known);
    expect(quoted.status).toBe(0);
    expect(quoted.lines).toMatchObject([{ id: 'O-1', customerId: 'contoso' }]);
    expect(quoted.stderr).toContain('Partner Center orders: 1 state no return of a reservation');
    const read = await command('read', files);
    expect(read.lines).toMatchObject([
      { source: { type: 'partner-center-orders' } },
      { source: { type: 'reservation-transactions' }, facts: { customerId: 'contoso' } },
      { missing: 'kind' },
      { missing: 'purchasedOn' },
      { missing: 'canceledOn' },
      { missing: 'roles' },
      { missing: 'used' },
    ]);
  });

  it('take it from reconciliation lines and entitlements too, once for many rows', async () => {
    const line = (customerId: string) => ({
      ...{ chargeType: 'New', effectiveUnitPrice: '1', billableQuantity: '1', subtotal: '1' },
      ...{ currency: 'USD', reservationOrderId: 'O-1', customerId },
    });
    const same = { 't.csv': purchase, 'r.json': ndjson(line('contoso'), line('contoso')) };
    expect((await command('quote', same, ...known)).lines).toMatchObject([
      { customerId: 'contoso' },
    ]);
    const two = { 't.csv': purchase, 'r.json': ndjson(line('contoso'), line('fabrikam')) };
    const { status, lines } = await command('quote', two, ...known);
    expect(status).toBe(1);
    expect(messagesIn(lines)).toContain('customerId: expected contoso, as stated before');
  });

  it('may not state a fact of an order twice', async () => {
    const { status, lines } = await command(
      'quote',
      { 't.csv': purchase, 'c.csv': 'orderId,used\nO-1,true\nO-1,false\n' },
      ...['--set', 'canceledOn=2025-07-02'],
    );
    expect(status).toBe(1);
    expect(messagesIn(lines)).toContain('used: expected true, as stated before, got false');
    expect(messagesIn(lines)).toContain('an order of which every record can be read');
  });

  it('leave out facts of other orders that have no price, and keep those that have one', async () => {
    const priced = ndjson({
      ...{ id: 'O-9', paid: '100.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01' },
    });
    const { stderr, lines } = await command(
      'quote',
      { 't.csv': purchase, 'c.csv': 'orderId,used\nO-7,true\nO-8,true\n', 'p.json': priced },
      ...known,
    );
    expect(lines).toMatchObject([{ id: 'O-1' }, { id: 'O-9' }]);
    expect(stderr).toContain('2 records of facts match no order, and are left out');
  });

  it('may have one body of an order', async () => {
    const order = JSON.stringify({
      id: '/providers/microsoft.capacity/reservationOrders/O-1',
      properties: { originalQuantity: 10, term: 'P1Y', provisioningState: 'Succeeded' },
    });
    const { status, lines } = await command(
      'quote',
      { 'a.json': order, 'b.json': order },
      ...known,
    );
    expect(status).toBe(1);
    expect(messagesIn(lines)).toMatch(
      /expected one body of the order \(another is record 1 of .*a\.json\)/,
    );
  });

  it('take a body without a billing plan for that of an order that was paid once', async () => {
    const order = JSON.stringify({
      id: '/providers/microsoft.capacity/reservationOrders/O-1',
      properties: {
        ...{ originalQuantity: 10, term: 'P1Y', provisioningState: 'Succeeded' },
        createdDateTime: '2025-01-01T10:00:00Z',
      },
    });
    const { lines } = await command('quote', { 't.csv': purchase, 'o.json': order }, ...known);
    expect(lines).toMatchObject([{ ok: true, id: 'O-1', quote: { paid: '12000.00' } }]);
    const monthly = transactions('100 2025-01-01 Purchase 10 O-1 USD Recurring');
    const other = await command('quote', { 't.csv': monthly, 'o.json': order }, ...known);
    expect(other.status).toBe(1);
    expect(messagesIn(other.lines)).toContain(
      'instalment: expected nothing with the billing plan Upfront',
    );
  });

  it('name a reservation by its order if its body has no name', async () => {
    const reservation = (more: object) =>
      JSON.stringify({
        ...more,
        type: 'Microsoft.Capacity/reservationOrders/reservations',
        properties: {
          ...{ quantity: 10, term: 'P1Y', billingPlan: 'Upfront', provisioningState: 'Succeeded' },
          ...{ purchaseDateTime: '2025-01-01T10:00:00Z', reservationOrderId: 'O-1' },
        },
      });
    const files = { 't.csv': purchase, 'r.json': reservation({}) };
    expect((await command('quote', files, ...known)).lines).toMatchObject([
      { ok: true, id: 'O-1' },
    ]);
    const named = { 't.csv': purchase, 'r.json': reservation({ id: '/x/reservations/R-1' }) };
    expect((await command('quote', named, ...known)).lines).toMatchObject([{ id: 'O-1/R-1' }]);
  });

  it('leave an answer that names no order on its own', async () => {
    const answer = JSON.stringify({ properties: { billingRefundAmount: { amount: 1 } } });
    const { lines } = await command('quote', { 't.csv': purchase, 'r.json': answer }, ...known);
    expect(lines).toMatchObject([
      { ok: true, id: 'O-1' },
      { ok: false, id: expect.stringMatching(/r\.json 1$/) },
    ]);
  });

  it('reject a transaction that names no order, and quote the others', async () => {
    const text = `${transactions('12000 2025-01-01 Purchase 10 O-1')}1,OneTime,USD,2025-01-01,Purchase,1,,P1Y,B\n`;
    const { status, lines } = await command('quote', { 't.csv': text }, ...known);
    expect(status).toBe(1);
    expect(lines).toMatchObject([{ ok: true, id: 'O-1' }, { ok: false }]);
    expect(messagesIn(lines)).toContain('reservationOrderId: expected');
  });

  it('quote facts that are about no order', async () => {
    const facts = { paid: '100.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01' };
    const files = { 't.csv': purchase, 'p.json': ndjson(facts, { ...facts, id: 5 }) };
    const { status, lines } = await command('quote', files, ...known);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { ok: true, id: 'O-1' },
      { ok: true, quote: { paid: '100.00' } },
      { ok: false, issues: [{ path: ['id'], code: 'wrong-type' }] },
    ]);
  });

  it('ignore the customer of an order that no file states', async () => {
    const order = { id: 'O-7', referenceCustomerId: 'contoso', lineItems: [{ lineItemNumber: 0 }] };
    const subscription = { id: 'S-1', orderId: 'O-1', status: 'active', termDuration: 'P1Y' };
    const files = { 't.csv': purchase, 'o.json': ndjson(order), 's.json': ndjson(subscription) };
    const { stderr, lines } = await command('quote', files, ...known);
    expect(lines).toMatchObject([{ ok: true, id: 'O-1' }]);
    expect(lines).toHaveLength(1);
    expect(stderr).not.toContain('match no order');
  });

  it('are quoted in parts if there are many', async () => {
    const many = Array.from({ length: 1_001 }, (_, at) => `120 2025-01-01 Purchase 10 O-${at}`);
    const { status, lines } = await command('quote', { 't.csv': transactions(...many) }, ...known);
    expect(status).toBe(0);
    expect(lines).toHaveLength(1_001);
    expect(lines.at(-1)).toMatchObject({ id: 'O-1000', quote: { refund: '52.94' } });
  });

  it('reject a record that is no object', async () => {
    const { lines } = await command('quote', { 't.csv': purchase, 'x.json': '[\n7\n]' }, ...known);
    expect(messagesIn(lines)).toContain('expected an object, got 7');
  });
});

describe('what transactions have used of the limit', () => {
  it('is counted in the year before the cancellation, by billing profile', async () => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '9000 2024-01-01 Purchase 10 O-2',
      '-40000 2024-07-02 Refund 1 O-2',
      '-45000 2024-07-03 Refund 1 O-2',
      '-700 2025-07-02 Refund 1 O-2',
      '9000 2024-01-01 Purchase 10 O-3 USD OneTime C',
      '-5000 2025-06-01 Refund 1 O-3 USD OneTime C',
    );
    const { lines } = await command('quote', { 't.csv': text }, ...known);
    expect(lines[0]).toMatchObject({ quote: { limit: { consumedBefore: '45700.00' } } });
  });

  it.each([
    ['EUR OneTime', [], 'the USD that the refunds of rows 3 use of the limit, as they are in EUR'],
    [
      'USD Recurring',
      ['--policy', 'azure-2022-10'],
      'what the refunds of rows 3 use of the limit, which also counts the cancelled payments',
    ],
  ])('must be stated if the refunds are in %s', async (kind, argv, message) => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      `-10 2025-06-01 Refund 1 O-2 ${kind}`,
      `900 2025-01-01 Purchase 10 O-2 ${kind}`,
    );
    const { lines } = await command('quote', { 't.csv': text }, ...known, ...argv);
    expect(messagesIn(lines.slice(0, 1))).toContain(message);
  });

  it('is counted by row for refunds of one day, and not before the day can be read', async () => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '9000 2025-01-01 Purchase 10 O-2',
      '-300 2025-07-01 Refund 1 O-2',
      '-200 2025-07-01 Refund 1 O-2',
    );
    const { lines } = await command('quote', { 't.csv': text }, ...known);
    expect(lines[0]).toMatchObject({ quote: { limit: { consumedBefore: '500.00' } } });
    const unread = await command(
      'quote',
      { 't.csv': text },
      ...known.slice(0, 3),
      'canceledOn=soon',
    );
    expect(messagesIn(unread.lines)).toMatch(/^canceledOn: expected a day/);
    expect(messagesIn(unread.lines)).not.toContain('consumedRefunds');
  });

  it('takes only the first of several payments for a purchase', async () => {
    const text = transactions(
      '900 2025-01-01 Purchase 10 O-1 USD Recurring',
      '900 2025-02-01 Purchase 10 O-1 USD Recurring',
      '-10 2025-02-01 Refund 1 O-2',
      '9000 2025-01-15 Purchase 10 O-2',
      '12000 2025-01-01 Purchase 10 O-3',
    );
    const { stderr, lines } = await command('quote', { 't.csv': text }, ...known);
    expect(stderr).not.toContain('look like an exchange');
    expect(lines[2]).toMatchObject({ quote: { limit: { consumedBefore: '10.00' } } });
  });

  it('names at most five rows', async () => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '900 2025-01-01 Purchase 10 O-2 EUR',
      ...Array.from({ length: 7 }, (_, n) => `-10 2025-06-0${n + 1} Refund 1 O-2 EUR`),
    );
    const { lines } = await command('quote', { 't.csv': text }, ...known);
    expect(messagesIn(lines.slice(0, 1))).toContain('rows 4, 5, 6, 7, 8 and 2 more use');
  });

  it('needs a ledger that has it when the returns are settled', async () => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '900 2025-01-01 Purchase 10 O-2',
      '-10 2025-06-01 Refund 1 O-2',
    );
    const { lines } = await command('settle', { 't.csv': text }, ...known);
    expect(messagesIn(lines)).toContain('a ledger that has the refunds of the transactions');
  });

  it('does not count a refund on the day of another purchase, unless told', async () => {
    const text = transactions(
      '12000 2025-01-01 Purchase 10 O-1',
      '900 2025-01-01 Purchase 10 O-2',
      '-10 2025-06-01 Refund 1 O-2',
      '900 2025-06-01 Purchase 1 O-3',
    );
    const plain = await command('quote', { 't.csv': text }, ...known);
    expect(plain.stderr).toContain('row 4: the refund of order O-2 and a purchase of the same day');
    expect(plain.lines[0]).toMatchObject({ quote: { limit: { consumedBefore: '0.00' } } });
    const told = await command(
      'quote',
      { 't.csv': text },
      ...known,
      '--set',
      'countExchanges=true',
    );
    expect(told.lines[0]).toMatchObject({ quote: { limit: { consumedBefore: '10.00' } } });
  });
});

describe('files that state no return', () => {
  const policy = JSON.stringify({ termDuration: 'P1Y', id: 'S-1', status: 'active' });

  it.each(['quote', 'settle', 'exchange'])('are refused by %s in one sentence', async (name) => {
    const { status, stderr } = await command(name, { 's.json': policy });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /Partner Center subscriptions, which state no return of a reservation \(partner-rules read prints their facts\)\n$/,
    );
  });

  it('can be named with --as', async () => {
    const { stderr, lines } = await command(
      'read',
      { 's.json': '{"id":"S-1"}\n' },
      '--as',
      'subscriptions',
    );
    expect(stderr).toContain('Partner Center subscriptions, one JSON record a line');
    expect(lines[0]).toMatchObject({ ok: true, facts: { subscriptionId: 'S-1' } });
    const csv = await command('read', { 's.csv': 'a,b\n1,2\n' }, '--as', 'subscriptions');
    expect(csv.stderr).toContain(
      'has 2 columns (a, b), and Partner Center subscriptions do not come as CSV',
    );
  });
});

describe('a list on one line', () => {
  const item = { id: 'S-1', termDuration: 'P1Y', status: 'active' };

  it.each([
    [{ totalCount: 2, items: [item, item] }],
    [{ items: [item, item] }],
    [{ value: [item, item], nextLink: null }],
    [{ '@odata.context': 'x', value: [item, item] }],
    [{ count: 2, data: [item, item] }],
    [[item, item]],
  ])('is read item by item: %j', async (list) => {
    const { status, lines } = await command('read', { 's.json': JSON.stringify(list) });
    expect(status).toBe(0);
    expect(lines.slice(0, 2)).toMatchObject([{ source: { row: 1 } }, { source: { row: 2 } }]);
    expect(lines[2]).toMatchObject({ missing: 'kind', records: 2 });
  });
});
