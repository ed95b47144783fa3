import { describe, expect, it } from 'vitest';
import { quoteRefund, readReservationOrder } from '../../../src/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const order = azure('ReservationOrder_Get_ExpandPayments');
const known = { canceledOn: '2019-09-10', used: true };
const payment = {
  status: 'Succeeded',
  billingCurrencyTotal: { amount: 466, currencyCode: 'GBP' },
  pricingCurrencyTotal: { amount: 600, currencyCode: 'USD' },
};
const upfront = changed(order, {
  'properties.billingPlan': 'Upfront',
  'properties.planInformation.transactions': [payment],
  'properties.expiryDate': '2020-08-30',
  'properties.expiryDateTime': '2020-08-30T03:51:49Z',
});

describe('the order of a reservation', () => {
  it('lacks the facts of the caller, and is billed monthly', () => {
    expect(complaints(readReservationOrder(order))).toEqual([
      'properties.expiryDate contradiction',
      'properties.expiryDateTime contradiction',
      'known.currency missing-field',
      'known.paid missing-field',
      'known.canceledOn missing-field',
      'properties.billingPlan unsupported',
      'known.used missing-field',
    ]);
  });

  it('reports a wrong expiry as soon as the term is known', () => {
    const early = changed(upfront, { 'properties.expiryDate': '2020-08-29' });
    const told = (body: unknown): string[] => complaints(readReservationOrder(body, {}));
    expect(told(early)).toContain('properties.expiryDate contradiction');
    for (const name of ['createdDateTime', 'term']) {
      const unsaid = changed(early, { [`properties.${name}`]: undefined });
      expect(told(unsaid)).not.toContain('properties.expiryDate contradiction');
    }
  });

  it.each(['Succeeded', 'succeeded', 'SUCCEEDED'])('was paid where a payment %s', (status) => {
    const paid = (...more: object[]): unknown =>
      changed(upfront, {
        'properties.planInformation.transactions': [{ ...payment, status }, ...more],
      });
    const facts = { ...known, usdRate: '1' };
    expect(factsOf(readReservationOrder(paid(), facts)).paid).toBe('466.00');
    expect(complaints(readReservationOrder(paid(payment), facts))).toEqual([
      'known.currency missing-field',
      'known.paid missing-field',
    ]);
    expect(factsOf(readReservationOrder(paid({ ...payment, status: 7 }), facts)).paid).toBe(
      '466.00',
    );
  });

  it('contains the other facts if it is paid up front, in the billed currency', () => {
    expect(factsOf(readReservationOrder(upfront, { ...known, usdRate: '1.25' }))).toEqual({
      paid: '466.00',
      currency: 'GBP',
      term: 'P1Y',
      purchasedOn: '2019-08-30',
      billingPlan: 'Upfront',
      usdRate: '1.25',
      ...known,
    });
  });

  it('contains the product, if its one reservation has more than the ID', () => {
    const reserved = (...types: string[]): unknown =>
      changed(upfront, {
        'properties.reservations': types.map((reservedResourceType) => ({
          properties: { reservedResourceType },
        })),
      });
    const price = { paid: 466, currency: 'USD' };
    const facts = factsOf(readReservationOrder(reserved('RedHat'), { ...known, ...price }));
    expect(quoteRefund(facts)).toMatchObject({ reason: 'not-returnable' });
    expect(
      factsOf(readReservationOrder(reserved('RedHat', 'RedHat'), { ...known, ...price })),
    ).not.toHaveProperty('product');
    expect(complaints(readReservationOrder(reserved('Redhat'), { ...known, ...price }))).toEqual([
      'properties.reservations.0.properties.reservedResourceType unknown-value',
    ]);
  });

  it.each(['Cancelled', 'cancelled', 'Expired', 'Failed', 'BillingFailed', 'Split', 'Merged'])(
    'is not returned when %s',
    (state) => {
      const body = changed(upfront, { 'properties.provisioningState': state });
      expect(complaints(readReservationOrder(body, { ...known, usdRate: '1' }))).toEqual([
        'properties.provisioningState contradiction',
      ]);
      const inside = changed(upfront, {
        'properties.reservations': [{ properties: { provisioningState: state } }],
      });
      expect(complaints(readReservationOrder(inside, { ...known, usdRate: '1' }))).toEqual([
        'properties.reservations.0.properties.provisioningState contradiction',
      ]);
    },
  );

  it('contains no price for a part', () => {
    const left = (quantity: number): unknown =>
      changed(upfront, {
        'properties.originalQuantity': 10,
        'properties.reservations': [{ properties: { quantity } }],
      });
    expect(complaints(readReservationOrder(left(4), { ...known, usdRate: '1' }))).toEqual([
      'known.currency missing-field',
      'known.paid missing-field',
    ]);
    expect(factsOf(readReservationOrder(left(10), { ...known, usdRate: '1' })).paid).toBe('466.00');
    const unsaid = changed(left(4), { 'properties.originalQuantity': undefined });
    expect(factsOf(readReservationOrder(unsaid, { ...known, usdRate: '1' })).paid).toBe('466.00');
  });

  it('yields to the caller, who may know better', () => {
    const better = { ...known, paid: 100, currency: 'USD', purchasedOn: '2019-08-30' };
    const facts = factsOf(readReservationOrder(upfront, better));
    expect(facts).toMatchObject({ paid: '100.00', currency: 'USD' });
  });

  it('ends where its term does, or says a wrong day', () => {
    const early = changed(upfront, {
      'properties.expiryDate': '2020-08-29',
      'properties.expiryDateTime': '2020-08-30T23:59:59.9999999-01:00',
    });
    const parsed = readReservationOrder(early, { ...known, usdRate: 1 });
    expect(complaints(parsed)).toEqual([
      'properties.expiryDate contradiction',
      'properties.expiryDateTime contradiction',
    ]);
    expect(parsed.ok ? undefined : parsed.issues[0]?.message).toBe(
      'properties.expiryDate: expected 2020-08-30, the end of the term that started on 2019-08-30, got "2020-08-29"',
    );
    const undated = changed(upfront, {
      'properties.expiryDate': undefined,
      'properties.expiryDateTime': undefined,
    });
    expect(readReservationOrder(undated, { ...known, usdRate: 1 }).ok).toBe(true);
    const unreadable = changed(upfront, { 'properties.expiryDate': 'soon' });
    expect(complaints(readReservationOrder(unreadable, { ...known, usdRate: 1 }))).toEqual([
      'properties.expiryDate malformed-day',
    ]);
  });

  it.each([
    ['two payments', { 'properties.planInformation.transactions': [payment, payment] }],
    ['no payment', { 'properties.planInformation.transactions': [] }],
    [
      'a payment to come',
      { 'properties.planInformation.transactions': [{ ...payment, status: 'Scheduled' }] },
    ],
    ['two reservations', { 'properties.reservations': [{}, {}] }],
    ['no schedule', { 'properties.planInformation': undefined }],
  ])('does not say the price with %s; the caller may', (_, values) => {
    const body = changed(upfront, values);
    expect(complaints(readReservationOrder(body, known))).toEqual([
      'known.currency missing-field',
      'known.paid missing-field',
    ]);
    const price = { paid: '233.00', currency: 'USD' };
    expect(factsOf(readReservationOrder(body, { ...known, ...price }))).toMatchObject(price);
  });

  it('is also what the return of a reservation ends with', () => {
    const parsed = readReservationOrder(azure('Return'), { canceledOn: '2017-09-10', used: true });
    expect(complaints(parsed)).toEqual([
      'known.currency missing-field',
      'known.paid missing-field',
      'properties.billingPlan unsupported',
    ]);
  });

  it('has properties', () => {
    expect(complaints(readReservationOrder({ error: { code: 'Forbidden' } }, known))[0]).toBe(
      'properties not-an-object',
    );
  });
});
