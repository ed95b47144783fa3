import { describe, expect, it } from 'vitest';
import { readPartnerSubscription } from '../../../src/interop/index.ts';
import { complaints, factsOf } from '../readers.ts';

const subscription = {
  id: 'S-1',
  orderId: 'O-1',
  offerName: 'Suite',
  quantity: 10,
  status: 'active',
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  creationDate: '2023-05-01T23:30:00-01:00',
  commitmentEndDate: '2024-04-30T00:00:00Z',
  cancellationAllowedUntilDate: '2023-05-08T10:00:00Z',
  refundableQuantity: {
    totalQuantity: 10,
    details: [{ quantity: 10, allowedUntilDateTime: '2023-05-08T10:00:00Z' }],
  },
  autoRenewEnabled: false,
};

describe('a subscription of Partner Center', () => {
  it('states its days in UTC and the instants of the vendor as they are', () => {
    expect(factsOf(readPartnerSubscription(subscription))).toEqual({
      subscriptionId: 'S-1',
      orderId: 'O-1',
      productName: 'Suite',
      quantity: 10,
      term: 'P1Y',
      billingCycle: 'monthly',
      purchasedOn: '2023-05-02',
      commitmentEndsOn: '2024-04-30',
      cancellableUntil: '2023-05-08T10:00:00Z',
      refundable: [{ quantity: 10, until: '2023-05-08T10:00:00Z' }],
      renews: false,
    });
  });

  it('is called by its friendly name if it has one', () => {
    const named = { ...subscription, friendlyName: 'Suite for Sales' };
    expect(factsOf(readPartnerSubscription(named)).productName).toBe('Suite for Sales');
  });

  it('needs no more than its ID', () => {
    expect(factsOf(readPartnerSubscription({ id: 'S-1' }))).toMatchObject({
      ...{ orderId: null, productName: null, quantity: null, term: null, purchasedOn: null },
      ...{ cancellableUntil: null, refundable: [], renews: null },
    });
  });

  it.each(['active', 'Suspended', 'pending'])('is live when it is %s', (status) => {
    expect(readPartnerSubscription({ ...subscription, status }).ok).toBe(true);
  });

  it.each([
    ['deleted', 'contradiction'],
    ['Expired', 'contradiction'],
    ['disabled', 'contradiction'],
    ['asleep', 'unknown-value'],
  ])('is not read when it is %s', (status, code) => {
    expect(complaints(readPartnerSubscription({ ...subscription, status }))).toEqual([
      `status ${code}`,
    ]);
  });

  it.each([
    [{ id: undefined }, 'id missing-field'],
    [
      { cancellationAllowedUntilDate: '2023-05-08' },
      'cancellationAllowedUntilDate malformed-instant',
    ],
    [
      { refundableQuantity: { details: [{}] } },
      'refundableQuantity.details.0.quantity missing-field',
    ],
  ])('with %j is not read', (changed, complaint) => {
    expect(complaints(readPartnerSubscription({ ...subscription, ...changed }))).toContain(
      complaint,
    );
  });
});
