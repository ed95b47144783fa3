import { describe, expect, it } from 'vitest';
import { folder, ndjson, record, results, run } from '../run.ts';

async function read(text: string, ...argv: readonly string[]) {
  const { status, stdout } = await run(['read', ...argv], text);
  return { status, lines: results(stdout) };
}

const facts = { paid: '100.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01' };

describe('read', () => {
  it('takes facts for those of an exchange if the caller states its day, or a record its price', async () => {
    const day = ['--set', 'exchangedOn=2025-07-02'];
    const { lines } = await read(ndjson(facts), ...day);
    expect(lines).toMatchObject([
      { ok: true, facts: { exchangedOn: '2025-07-02' }, missing: ['newPrice'] },
      { missing: 'newPrice', add: '--set newPrice=VALUE' },
    ]);
    const priced = await read(ndjson({ ...facts, newPrice: '5.00' }));
    expect(priced.lines[0]).toMatchObject({ missing: ['exchangedOn'] });
  });

  it('says how a subscription is added', async () => {
    const policy = {
      ...{ selfServeEntity: { selfServeEntityType: 'customer', tenantID: 'T-1' } },
      ...{ grantor: { grantorType: 'billToPartner', tenantID: 'P-1' } },
      permissions: [{ resource: 'AzureReservedInstances', action: 'Purchase' }],
    };
    const { status, lines } = await read(JSON.stringify([policy]), '--set', 'used=true');
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { ok: true, facts: { customerId: 'T-1', permission: 'on' }, missing: ['subscription'] },
      { missing: 'subscription', add: '--set subscription:=VALUE' },
    ]);
    const market = await read(JSON.stringify([policy]), '--set', 'market=KR');
    expect(market.lines[0]).toMatchObject({ facts: { market: 'KR' } });
    const other = { ...policy, selfServeEntity: { selfServeEntityType: 'tenant' } };
    const unread = await read(JSON.stringify([other]));
    expect(unread).toMatchObject({ status: 1, lines: [{ ok: false }] });
  });

  it('names a line item by its order and number, and keeps what is wrong with an order', async () => {
    const item = (lineItemNumber: number) => ({ lineItemNumber, quantity: 1, friendlyName: 'SQL' });
    const order = {
      id: 'O-1',
      creationDate: '2020-02-01T10:00:00Z',
      lineItems: [item(0), item(1)],
    };
    const { lines } = await read(JSON.stringify([order]));
    expect(lines.slice(0, 2)).toMatchObject([{ id: 'O-1/0' }, { id: 'O-1/1' }]);
    const one = await read(JSON.stringify([{ ...order, lineItems: [item(0)] }]));
    expect(one.lines[0]).toMatchObject({ ok: true, id: 'O-1' });
    const none = await read(JSON.stringify([{ ...order, lineItems: 5 }]));
    expect(none).toMatchObject({ status: 1, lines: [{ ok: false, id: 'O-1' }] });
  });

  it('names a reconciliation line by its subscription, its reservation or its order', async () => {
    const line = {
      ...{ chargeType: 'New', effectiveUnitPrice: '1', billableQuantity: '1', subtotal: '1' },
      currency: 'USD',
    };
    const names = { subscriptionId: 'S-1', reservationOrderId: 'R-1', orderId: 'O-1' };
    const rows = [
      { ...line, ...names },
      { ...line, ...names, subscriptionId: '' },
      { ...line, orderId: 'O-1' },
      line,
    ];
    const { lines } = await read(ndjson(...rows));
    expect((lines as { id?: string }[]).map(({ id }) => id)).toEqual([
      'S-1',
      'R-1',
      'O-1',
      undefined,
    ]);
  });

  it('keeps what is wrong with a line and with a relationship', async () => {
    const marks = { chargeType: 'New', effectiveUnitPrice: 'x' };
    const line = await read(ndjson(marks));
    expect(line).toMatchObject({ status: 1, lines: [{ ok: false, source: { row: 1 } }] });
    const relation = await read(ndjson({ id: 5, relationshipType: 'none', name: 'Contoso' }));
    expect(relation).toMatchObject({
      status: 1,
      lines: [{ ok: false, issues: [{ path: ['id'] }] }],
    });
    const good = await read(ndjson({ id: 'T-1', relationshipType: 'none', name: 'Contoso' }));
    expect(good).toMatchObject({ status: 0, lines: [{ ok: true, id: 'T-1' }] });
  });

  it('takes the facts of an entitlement by its kind', async () => {
    const reserved = {
      entitlementType: 'VirtualMachineReservedInstance',
      virtualMachineReservations: [{ effectiveDateTime: '2025-01-01T18:15:24.6724884Z' }],
    };
    const software = { entitlementType: 'software', referenceOrder: { id: 'O-1' } };
    const { status, lines } = await read(JSON.stringify([reserved, software]));
    expect(status).toBe(0);
    expect(lines.slice(0, 2)).toMatchObject([
      { facts: { purchasedOn: '2025-01-01' }, missing: expect.arrayContaining(['paid', 'term']) },
      { facts: { orderId: 'O-1' }, missing: expect.arrayContaining(['kind', 'roles']) },
    ]);
  });

  it('writes the facts of many records in parts', async () => {
    const many = Array.from({ length: 400 }, (_, at) => ({ ...record, id: `CR-${at}` }));
    const { status, lines } = await read(ndjson(...many));
    expect(status).toBe(0);
    expect(lines).toHaveLength(400);
    expect(lines[399]).toMatchObject({ index: 399, id: 'CR-399', missing: [] });
  });

  it('passes on lines that it wrote itself about no reservation', async () => {
    const source = { file: 'a.json', row: 1, type: 'relationships' };
    const line = { ok: true, id: 'C-1', facts: { customerId: 'C-1' }, source };
    const { lines } = await read(ndjson(line));
    expect(lines[0]).toMatchObject({ ok: false, source: { type: 'relationships', row: 1 } });
  });

  it('takes the day, the price and the label of every file of facts', async () => {
    const at = folder({
      't.csv': `Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term
12000,OneTime,USD,2025-01-01,Purchase,10,O-1,P1Y
`,
      'o.json': JSON.stringify({
        id: '/providers/microsoft.capacity/reservationOrders/O-1',
        properties: {
          ...{ originalQuantity: 10, term: 'P1Y', provisioningState: 'Succeeded' },
          ...{ createdDateTime: '2025-01-01T10:00:00Z', billingPlan: 'Upfront' },
        },
      }),
      'f.json': ndjson({ orderId: 'O-1', used: true, canceledOn: '2025-07-02', meta: 'mine' }),
    });
    const { stdout } = await run(['quote', at('t.csv'), at('o.json'), at('f.json')]);
    expect(results(stdout)).toMatchObject([
      { ok: true, id: 'O-1', quote: { request: { meta: 'mine' } } },
    ]);
  });
});
