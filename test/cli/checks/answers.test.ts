import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, results, run } from '../run.ts';

const samples = new URL('../../interop/samples/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, samples), 'utf8');
const refund = textOf('calculate-refund.json');
const exchange = textOf('calculate-exchange.json');

const bought = ['--set', 'term=P1Y', '--set', 'purchasedOn=2025-01-01', '--set', 'quantity=10'];
const canceled = ['--set', 'canceledOn=2025-07-02', '--set', 'used=true'];
const exchanged = ['--set', 'exchangedOn=2025-07-02', '--set', 'billingPlan=Upfront'];

async function check(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const at = folder(files);
  const { status, stdout, stderr } = await run(['check', ...Object.keys(files).map(at), ...argv]);
  return { status, stderr, lines: results(stdout) };
}

describe('check of what the service answers', () => {
  it('compares a refund with the quote of its day', async () => {
    const { status, lines } = await check({ 'r.json': refund }, ...bought, ...canceled);
    expect(lines[0]).toMatchObject({
      ...{ id: 'O-1', refundedOn: '2025-07-02', ours: '6016.44', theirs: '6016.44', agrees: true },
      ...{ policy: 'azure-2024-12', source: { type: 'refund-answers' } },
    });
    expect(status).toBe(0);
  });

  it('explains a refund that differs in Korean', async () => {
    const { lines } = await check(
      { 'r.json': refund },
      ...[...bought, ...canceled, '--policy', 'partner-center-2020-08', '--locale', 'ko'],
    );
    expect(lines[0]).toMatchObject({
      ...{ ours: '5294.47', theirs: '6016.44', difference: '-721.97', agrees: false },
      reason: expect.stringMatching(/^금액의 기준: .*크레딧의 12% 수수료; .*수수료 없음/),
    });
  });

  it('takes the day of purchase, the term and the units from the transactions of the order', async () => {
    const transactions = `Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term
12000,OneTime,USD,2025-01-01,Purchase,10,o-1,P1Y
`;
    const { lines } = await check({ 't.csv': transactions, 'r.json': refund }, ...canceled);
    expect(lines[0]).toMatchObject({ ours: '6016.44', agrees: true });
  });

  it('takes them from the body of the order, or of the reservation, which has no price', async () => {
    const order = {
      id: '/providers/microsoft.capacity/reservationOrders/O-1',
      type: 'Microsoft.Capacity/reservationOrders',
      properties: {
        ...{ originalQuantity: 10, term: 'P1Y', billingPlan: 'Upfront' },
        ...{ createdDateTime: '2025-01-01T10:00:00Z', provisioningState: 'Succeeded' },
      },
    };
    const ofOrder = await check({ 'o.json': JSON.stringify(order), 'r.json': refund }, ...canceled);
    expect(ofOrder.lines[0]).toMatchObject({ ours: '6016.44', agrees: true });
    const reservation = {
      id: '/providers/microsoft.capacity/reservationOrders/O-1/reservations/R-1',
      properties: {
        ...{ quantity: 10, term: 'P1Y', billingPlan: 'Upfront', provisioningState: 'Succeeded' },
        ...{ purchaseDateTime: '2025-01-01T10:00:00Z', reservedResourceType: 'VirtualMachines' },
      },
    };
    const ofReservation = await check(
      { 'o.json': JSON.stringify(reservation), 'r.json': refund },
      ...canceled,
    );
    expect(ofReservation.lines[0]).toMatchObject({ ours: '6016.44', agrees: true });
    const dead = { ...order, properties: { ...order.properties, provisioningState: 'Cancelled' } };
    const ofDead = await check({ 'o.json': JSON.stringify(dead), 'r.json': refund }, ...canceled);
    expect(ofDead.lines[0]).toMatchObject({ ok: false, source: { type: 'reservation-orders' } });
  });

  it('compares the credit of an exchange', async () => {
    const { status, lines } = await check({ 'e.json': exchange }, ...bought, ...exchanged);
    expect(lines[0]).toMatchObject({
      ...{ id: 'O-1', refundedOn: '2025-07-02', ours: '6016.44', theirs: '6016.44', agrees: true },
      source: { type: 'exchange-answers' },
    });
    expect(status).toBe(0);
  });

  it('names the nearest policy for the credit of an exchange that differs', async () => {
    const other = [...bought.slice(0, 2), '--set', 'purchasedOn=2025-01-02', ...bought.slice(4)];
    const { lines } = await check({ 'e.json': exchange }, ...other, ...exchanged);
    expect(lines[0]).toMatchObject({
      ...{ ours: '6049.32', theirs: '6016.44', difference: '32.88', agrees: false },
      reason: expect.stringMatching(/^No known rule gives the amount\. The nearest is azure-/),
    });
  });

  it('names the policy that explains the credit of an exchange', async () => {
    const day = exchanged.map((word) => word.replace('2025-07-02', '2025-01-03'));
    const full = exchange
      .replaceAll('6016.44', '12000.00')
      .replaceAll('8983.56', '3000.00')
      .replaceAll('5983.56', '0');
    const argv = [...bought, ...day, '--set', 'used=false'];
    const { lines } = await check({ 'e.json': full }, ...argv);
    expect(lines[0]).toMatchObject({
      ...{ ours: '11934.25', theirs: '12000.00', policy: 'azure-2024-12' },
      explainedBy: { policy: 'azure-service-2023', refund: '12000.00' },
      reason: 'The amount is that of azure-service-2023, not of azure-2024-12.',
    });
  });

  it('passes on a label of the caller', async () => {
    const argv = ['quote', '-', ...bought, ...canceled, '--set', 'meta=mine'];
    const { stdout } = await run(argv, refund);
    expect(results(stdout)).toMatchObject([{ ok: true, quote: { request: { meta: 'mine' } } }]);
  });

  it('takes the facts of a monthly plan from the body of the order', async () => {
    const order = {
      id: '/providers/microsoft.capacity/reservationOrders/O-1',
      type: 'Microsoft.Capacity/reservationOrders',
      properties: {
        ...{ originalQuantity: 10, term: 'P1Y', billingPlan: 'Monthly' },
        ...{ createdDateTime: '2025-01-01T10:00:00Z', provisioningState: 'Succeeded' },
      },
    };
    const { lines } = await check(
      { 'o.json': JSON.stringify(order), 'r.json': refund },
      ...canceled,
    );
    // The answer is about a payment for all: it needs the units of the order from nowhere else.
    expect(lines).toMatchObject([{ ok: false, source: { type: 'refund-answers' } }]);
  });

  it('needs to know whether an exchanged reservation was used, if the policy asks for it', async () => {
    const day = exchanged.map((word) => word.replace('2025-07-02', '2025-01-03'));
    const argv = [...bought, ...day, '--policy', 'azure-service-2023'];
    const { lines } = await check({ 'e.json': exchange }, ...argv);
    expect(lines).toMatchObject([{ ok: false, id: 'O-1', issues: [{ path: ['used'] }] }]);
  });

  it('says that a policy refuses an exchange', async () => {
    const late = exchanged.map((word) => word.replace('2025-07-02', '2026-01-01'));
    const { lines } = await check({ 'e.json': exchange }, ...bought, ...late, '--locale', 'ko');
    expect(lines[0]).toMatchObject({
      ...{ ours: '0.00', difference: '-6016.44' },
      reason: expect.stringContaining('약정 기간이 끝났습니다'),
    });
  });

  it.each([
    [refund, [], 'used: expected true or false'],
    [
      refund,
      ['--set', 'term=P1Y', '--set', 'purchasedOn=2019-01-01', '--set', 'quantity=10'].concat([
        '--set',
        'used=true',
        '--set',
        'canceledOn=2019-02-01',
      ]),
      'from which a text of azure',
    ],
    [refund.replace('6016.44', '7.5'), [...bought, ...canceled], 'what was paid and is not kept'],
    [refund, [...bought, ...exchanged], 'expected an answer to an exchange'],
    [exchange, bought, 'exchangedOn: expected a day'],
    [
      exchange.replace(
        '"refundsTotal": {\n      "amount": 6016.44',
        '"refundsTotal": {\n      "amount": 7',
      ),
      [...bought, ...exchanged],
      'the sum of the refunds',
    ],
    [exchange, [...bought, ...exchanged, '--set', 'used=5'], 'used'],
  ])('says why an answer is not checked (%#)', async (body, argv, message) => {
    const { status, lines } = await check({ 'x.json': body }, ...argv);
    expect(status).toBe(1);
    const messages = (lines as { issues: { message: string }[] }[])[0]?.issues.map(
      (one) => one.message,
    );
    expect(messages?.join('\n')).toContain(message);
  });
});
