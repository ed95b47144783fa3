import { describe, expect, it } from 'vitest';
import { draftSupportRequest, readReturnedReservations } from '../../../src/index.ts';
import { azure } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const returned = {
  reservationOrderId: '50000000-aaaa-bbbb-cccc-100000000004',
  reservationId: '40000000-aaaa-bbbb-cccc-100000000000',
  quantity: 1,
};

describe('the returned reservations of a request', () => {
  it.each(['CalculateRefund', 'Return'])('is one reservation in %s', (name) => {
    expect(factsOf(readReturnedReservations(azure(name, 'request')))).toEqual([returned]);
  });

  it('can be several in an exchange', () => {
    const id = '/providers/Microsoft.Capacity/reservationOrders/O-1/reservations/R-';
    const reservationsToExchange = [
      { reservationId: `${id}1`, quantity: 1 },
      { reservationId: `${id}2`, quantity: 2 },
    ];
    expect(factsOf(readReturnedReservations({ properties: { reservationsToExchange } }))).toEqual([
      { reservationOrderId: 'O-1', reservationId: 'R-1', quantity: 1 },
      { reservationOrderId: 'O-1', reservationId: 'R-2', quantity: 2 },
    ]);
    expect(factsOf(readReturnedReservations(azure('CalculateExchange', 'request')))).toMatchObject([
      { reservationId: 'c8c926bd-fc5d-4e29-9d43-b68340ac23a6' },
    ]);
  });

  it('is not stated where only a session is', () => {
    expect(complaints(readReturnedReservations(azure('Exchange', 'request')))).toEqual([
      'properties.reservationToReturn missing-field',
    ]);
  });

  it.each([
    [{}, 'properties.reservationToReturn missing-field'],
    [{ properties: 5 }, 'properties not-an-object'],
    [
      { properties: { reservationsToExchange: 'R-1' } },
      'properties.reservationsToExchange not-an-array',
    ],
  ])('is not stated in %j, which is one issue alone', (body, complaint) => {
    expect(complaints(readReturnedReservations(body))).toEqual([complaint]);
  });

  it.each([
    ['R-1', 'unknown-value'],
    ['/providers/Microsoft.Capacity/reservationOrders/O-1', 'unknown-value'],
    ['/providers/Microsoft.Capacity/reservationOrders//reservations/R-1', 'unknown-value'],
    ['of /providers/Microsoft.Capacity/reservationOrders/O-1/reservations/R-1', 'unknown-value'],
    ['/providers/Microsoft.Capacity/reservationOrders/O-1/reservations/R-1/of', 'unknown-value'],
    ['', 'empty'],
    [7, 'wrong-type'],
  ])('is not named by %j', (reservationId, code) => {
    const body = { properties: { reservationToReturn: { reservationId, quantity: 1 } } };
    expect(complaints(readReturnedReservations(body))).toEqual([
      `properties.reservationToReturn.reservationId ${code}`,
    ]);
  });

  it('is accepted by a support request (SUP-1)', () => {
    const [{ reservationId, reservationOrderId } = returned] = factsOf(
      readReturnedReservations(azure('Return', 'request')),
    );
    const draft = draftSupportRequest('reservation-refund', { reservationId, reservationOrderId });
    expect(draft).toMatchObject({ allowed: true, advised: [] });
  });
});
