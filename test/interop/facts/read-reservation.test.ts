import { describe, expect, it } from 'vitest';
import { readReservation, readReservationOrder } from '../../../src/interop/index.ts';
import { quoteRefund } from '../../../src/reservations/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const order = '/providers/Microsoft.Capacity/reservationOrders/O-1';
const reservation = {
  id: `${order}/reservations/R-1`,
  type: 'Microsoft.Capacity/reservationOrders/reservations',
  name: 'O-1/R-1',
  properties: {
    reservedResourceType: 'VirtualMachines',
    quantity: 2,
    term: 'P1Y',
    billingPlan: 'Monthly',
    purchaseDate: '2025-01-15',
    purchaseDateTime: '2025-01-15T18:15:24.6724884Z',
    benefitStartTime: '2025-01-15T18:20:00Z',
    expiryDate: '2026-01-15',
    expiryDateTime: '2026-01-15T18:20:00Z',
    provisioningState: 'Succeeded',
    displayProvisioningState: 'Succeeded',
  },
};
const known = {
  instalment: '200.00',
  currency: 'USD',
  canceledOn: '2025-01-25',
  used: true,
} as const;

describe('one reservation of a list', () => {
  it('states everything except its price', () => {
    expect(complaints(readReservation(reservation))).toEqual([
      'known.currency missing-field',
      'known.canceledOn missing-field',
      'known.instalment missing-field',
      'known.used missing-field',
    ]);
    expect(factsOf(readReservation(reservation, known))).toEqual({
      ...known,
      quantity: 2,
      term: 'P1Y',
      purchasedOn: '2025-01-15',
      billingPlan: 'Monthly',
      product: 'VirtualMachines',
    });
  });

  it('is a part of the units that the caller has the price of', () => {
    const facts = factsOf(readReservation(reservation, { ...known, quantity: 10 }));
    expect(facts).toMatchObject({ quantity: 10, quantityToReturn: 2 });
    expect(quoteRefund(facts, { policy: 'azure-2024-12' })).toMatchObject({
      refund: '27.10', // 200.00 × 2 ÷ 10 × 21 ÷ 31
      remainingCommitment: '440.00',
    });
  });

  it('is not returned if its product never is', () => {
    const suse = changed(reservation, {
      'properties.reservedResourceType': 'SuseLinux',
      'properties.billingPlan': 'Upfront',
    });
    const price = { ...known, instalment: undefined, paid: '1200.00' };
    expect(quoteRefund(factsOf(readReservation(suse, price)))).toMatchObject({
      reason: 'not-returnable',
    });
  });

  it.each([
    ['benefitStartTime', { 'properties.benefitStartTime': '2025-01-16T00:10:00Z' }, '2025-01-16'],
    ['purchaseDateTime', { 'properties.benefitStartTime': undefined }, '2025-01-15'],
    [
      'purchaseDate',
      {
        'properties.benefitStartTime': undefined,
        'properties.purchaseDateTime': undefined,
        'properties.purchaseDate': '2025-01-14',
      },
      '2025-01-14',
    ],
  ])('begins on its %s', (_, values, purchasedOn) => {
    const undated = changed(reservation, {
      'properties.expiryDate': undefined,
      'properties.expiryDateTime': undefined,
      ...values,
    });
    expect(factsOf(readReservation(undated, known)).purchasedOn).toBe(purchasedOn);
  });

  it.each([
    [{ 'properties.provisioningState': 'Cancelled' }, 'properties.provisioningState contradiction'],
    [{ 'properties.provisioningState': 'Split' }, 'properties.provisioningState contradiction'],
    [{ 'properties.provisioningState': 'Odd' }, 'properties.provisioningState unknown-value'],
    [
      { 'properties.displayProvisioningState': 'Expired' },
      'properties.displayProvisioningState contradiction',
    ],
    [
      { 'properties.displayProvisioningState': 'Odd' },
      'properties.displayProvisioningState unknown-value',
    ],
    [{ 'properties.expiryDate': '2026-01-16' }, 'properties.expiryDate contradiction'],
    [{ 'properties.quantity': 0 }, 'properties.quantity malformed-count'],
    [{ 'properties.reservedResourceType': 'Odd' }, 'properties.reservedResourceType unknown-value'],
  ])('with %j is an issue', (values, complaint) => {
    expect(complaints(readReservation(changed(reservation, values), known))).toEqual([complaint]);
  });

  it('is told from an order by its type, or else by its ID', () => {
    const asOrder = readReservationOrder(reservation, known);
    expect(complaints(asOrder)).toEqual(['type unsupported']);
    expect(asOrder.ok ? undefined : asOrder.issues[0]?.message).toContain('readReservation reads');
    const { type: _, ...untyped } = reservation;
    expect(complaints(readReservationOrder(untyped, known))).toEqual(['id unsupported']);
    expect(readReservation(untyped, known).ok).toBe(true);
    expect(readReservation({ properties: reservation.properties }, known).ok).toBe(true);
    expect(complaints(readReservation(azure('Return'), known))).toEqual(['type unsupported']);
    expect(complaints(readReservation({ ...untyped, id: order }, known))).toEqual([
      'id unsupported',
    ]);
    expect(complaints(readReservation({ ...reservation, type: 7 }, known))).toEqual([
      'type unsupported',
    ]);
  });
});
