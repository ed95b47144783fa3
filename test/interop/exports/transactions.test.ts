import { describe, expect, it } from 'vitest';
import {
  quoteRefund,
  readOrderTransactions,
  readReservationTransaction,
} from '../../../src/index.ts';
import { complaints, factsOf } from '../readers.ts';

const row = {
  EventType: 'Purchase',
  EventDate: '2025-01-01',
  Amount: '12000.00',
  Currency: 'USD',
  Quantity: '10',
  Term: 'P1Y',
  BillingFrequency: 'OneTime',
  ReservationOrderId: 'O-1',
};
const refund = {
  ...row,
  EventType: 'Refund',
  EventDate: '2025-03-01',
  Amount: '-3000.00',
  Quantity: '3',
};
const payment = {
  ...row,
  BillingFrequency: 'Recurring',
  Amount: '100.00',
  EventDate: '2025-02-15',
};
const known = { canceledOn: '2025-07-02', used: true };

describe('a reservation transaction', () => {
  it.each([
    ['columns of an export', row],
    [
      'fields below properties',
      {
        properties: {
          eventType: 'Purchase',
          eventDate: '2025-01-01T23:59:59-00:00',
          amount: 12000,
          currency: 'USD',
          quantity: 10,
          term: 'P1Y',
          billingFrequency: 'OneTime',
          reservationOrderId: 'O-1',
        },
      },
    ],
  ])('is read from %s', (_, body) => {
    expect(factsOf(readReservationTransaction(body))).toEqual({
      event: 'Purchase',
      orderId: 'O-1',
      on: '2025-01-01',
      amount: '12000.00',
      currency: 'USD',
      quantity: 10,
      term: 'P1Y',
      billingPlan: 'Upfront',
      billedTo: null,
    });
  });

  it.each([
    [{ BillingProfileId: 'B', CurrentEnrollmentId: 'C' }, 'B'],
    [{ BillingProfileId: '', CurrentEnrollmentId: 'C' }, 'C'],
    [{ currentEnrollment: 'D', PurchasingEnrollment: 'E' }, 'D'],
    [{ PurchasingEnrollment: 7 }, '7'],
  ])('of %j is billed to %s', (columns, billedTo) => {
    expect(factsOf(readReservationTransaction({ ...row, ...columns }))).toMatchObject({ billedTo });
  });

  it.each([
    ['12000', '12000.00'],
    ['12000.500000', '12000.50'],
    ['0.00', '0.00'],
    [12000.5, '12000.50'],
  ])('has the amount %j', (Amount, amount) => {
    expect(factsOf(readReservationTransaction({ ...row, Amount }))).toMatchObject({ amount });
  });

  it.each([
    ['-5.5', '-5.50'],
    [-5.5, '-5.50'],
    ['-0.00', '0.00'],
    ['0', '0.00'],
  ])('that refunds %j has the amount %j', (Amount, amount) => {
    expect(factsOf(readReservationTransaction({ ...refund, Amount }))).toMatchObject({ amount });
  });

  it.each([
    [{ Amount: '-1' }, ['Amount contradiction']],
    [{ Amount: '12,000.00' }, ['Amount malformed-amount']],
    [{ Amount: '-1.005' }, ['Amount too-many-decimals']],
    [{ Quantity: '0' }, ['Quantity malformed-count']],
    [{ Quantity: '1.5' }, ['Quantity malformed-count']],
    [{ Quantity: undefined }, ['quantity missing-field']],
    [{ EventType: 'Exchange' }, ['EventType unknown-value']],
    [{ EventDate: '1/31/2025' }, ['EventDate malformed-day']],
    [{ EventType: 'Refund' }, ['Amount contradiction']],
  ])('with %j is refused: %j', (columns, places) => {
    expect(complaints(readReservationTransaction({ ...row, ...columns }))).toEqual(places);
  });

  it('that is cancelled can have any amount', () => {
    const cancel = { ...row, EventType: 'Cancel' };
    expect(factsOf(readReservationTransaction(cancel)).event).toBe('Cancel');
    expect(readReservationTransaction({ ...cancel, Amount: '-1' }).ok).toBe(true);
  });
});

describe('the transactions of an order', () => {
  it('are a return that can be quoted', () => {
    const quote = quoteRefund(factsOf(readOrderTransactions([row], known)));
    expect(quote.refund).toBe('5294.47');
  });

  it.each([
    ['2025-02-28', undefined],
    ['2025-03-01', 7],
    ['2025-03-02', 7],
  ])('on %s return %j units', (canceledOn, quantityToReturn) => {
    const facts = factsOf(readOrderTransactions([refund, row], { canceledOn, used: true }));
    expect(facts.quantityToReturn).toBe(quantityToReturn);
  });

  it('of a monthly order need the day of the first payment', () => {
    expect(complaints(readOrderTransactions([payment], known))).toEqual([
      'known.purchasedOn missing-field',
    ]);
    const facts = factsOf(
      readOrderTransactions([payment], { ...known, purchasedOn: '2025-01-15' }),
    );
    expect(facts).toMatchObject({ instalment: '100.00', quantity: 10, billingPlan: 'Monthly' });
  });

  it('may have payments that differ, if the caller states one', () => {
    const rows = [payment, { ...payment, Amount: '99.00' }];
    const dated = { ...known, purchasedOn: '2025-01-15' };
    expect(complaints(readOrderTransactions(rows, dated))).toEqual(['1.amount contradiction']);
    const stated = { ...dated, instalment: '99.00', quantity: 10 };
    expect(factsOf(readOrderTransactions(rows, stated)).instalment).toBe('99.00');
  });

  it.each([
    [[], [' missing-field']],
    [[refund], [' missing-field']],
    [[row, { ...row, Amount: 'x' }], ['1.Amount malformed-amount']],
    [
      [row, { ...row, ReservationOrderId: 'O-2' }],
      ['1.reservationOrderId contradiction', '1.eventType duplicate'],
    ],
    [[row, { ...refund, Term: 'P3Y' }], ['1.term contradiction']],
    [[row, { ...refund, Currency: 'EUR' }], ['1.currency other-currency']],
    [
      [row, payment],
      ['1.billingFrequency contradiction', '1.eventType duplicate'],
    ],
    [[row, { ...row, EventType: 'Cancel' }], ['1.eventType unsupported']],
    [[row, { ...refund, Quantity: '10' }], ['0.quantity contradiction']],
  ])('%j are refused: %j', (rows, places) => {
    expect(complaints(readOrderTransactions(rows, known))).toEqual(places);
  });

  it('compare orders in any case, as the vendor writes them', () => {
    const rows = [row, { ...refund, ReservationOrderId: 'o-1' }];
    expect(factsOf(readOrderTransactions(rows, known)).quantityToReturn).toBe(7);
  });
});
