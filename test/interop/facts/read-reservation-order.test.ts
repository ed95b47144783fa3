import { describe, expect, it } from 'vitest';
import { readReservationOrder } from '../../../src/interop/index.ts';
import { quoteRefund } from '../../../src/reservations/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const order = azure('ReservationOrder_Get_ExpandPayments');
const known = { canceledOn: '2019-09-10', used: true };
const rate = { usdRate: '1.25' };
const payment = {
  status: 'Succeeded',
  billingCurrencyTotal: { amount: 466, currencyCode: 'GBP' },
  pricingCurrencyTotal: { amount: 600, currencyCode: 'USD' },
};
const dated = { 'properties.expiryDate': '2020-08-30', 'properties.expiryDateTime': undefined };
const transactions = 'properties.planInformation.transactions';
const upfront = changed(order, {
  ...dated,
  'properties.billingPlan': 'Upfront',
  [transactions]: [payment],
});

/** 12 payments, of which some were made. */
const payments = (made: number): readonly object[] =>
  Array.from({ length: 12 }, (_, k) => ({
    dueDate: new Date(Date.UTC(2019, 7 + k + 1, 0)).toISOString().slice(0, 10),
    paymentDate: null,
    status: k < made ? 'Succeeded' : 'Scheduled',
    billingCurrencyTotal: { amount: 70, currencyCode: 'GBP' },
    pricingCurrencyTotal: { amount: 100, currencyCode: 'USD' },
    billingAccount: '23456',
  }));
const monthly = changed(order, {
  ...dated,
  'properties.benefitStartTime': '2019-08-31T03:51:49Z',
  'properties.expiryDate': '2020-08-31',
  [transactions]: payments(1),
});

const reservations = (...held: object[]): { readonly [path: string]: unknown } => ({
  'properties.reservations': held.map((properties, k) => ({
    id: `/providers/Microsoft.Capacity/reservationOrders/O-1/reservations/R-${k + 1}`,
    properties,
  })),
});

describe('the order of a reservation', () => {
  it('states a purchase and payments that contradict each other in the vendor’s example', () => {
    expect(complaints(readReservationOrder(order, known))).toEqual([
      'properties.expiryDate contradiction',
      'properties.expiryDateTime contradiction',
      `${transactions} contradiction`,
    ]);
  });

  it('starts on the day of its benefit, or else of its creation', () => {
    const late = changed(upfront, {
      'properties.createdDateTime': '2019-08-29T23:51:49Z',
      'properties.benefitStartTime': '2019-08-30T00:01:00Z',
    });
    expect(factsOf(readReservationOrder(late, { ...known, ...rate })).purchasedOn).toBe(
      '2019-08-30',
    );
    const created = changed(upfront, { 'properties.benefitStartTime': null });
    expect(factsOf(readReservationOrder(created, { ...known, ...rate })).purchasedOn).toBe(
      '2019-08-30',
    );
  });

  it('reports a wrong expiry as soon as the term is known', () => {
    const early = changed(upfront, { 'properties.expiryDate': '2020-08-29' });
    const told = (body: unknown): string[] => complaints(readReservationOrder(body, {}));
    expect(told(early)).toContain('properties.expiryDate contradiction');
    for (const values of [
      { 'properties.term': undefined },
      { 'properties.createdDateTime': undefined, 'properties.benefitStartTime': undefined },
    ]) {
      expect(told(changed(early, values))).not.toContain('properties.expiryDate contradiction');
    }
    const parsed = readReservationOrder(early, { ...known, ...rate });
    expect(parsed.ok ? undefined : parsed.issues[0]?.message).toBe(
      'properties.expiryDate: expected 2020-08-30, the end of the term that started on 2019-08-30, got "2020-08-29"',
    );
    const unreadable = changed(upfront, { 'properties.expiryDate': 'soon' });
    expect(complaints(readReservationOrder(unreadable, { ...known, ...rate }))).toEqual([
      'properties.expiryDate malformed-day',
    ]);
  });

  it.each(['Succeeded', 'succeeded', 'SUCCEEDED'])('was paid if its payment %s', (status) => {
    const body = changed(upfront, { [transactions]: [{ ...payment, status }] });
    expect(factsOf(readReservationOrder(body, { ...known, ...rate }))).toEqual({
      paid: '466.00',
      quantity: 7,
      currency: 'GBP',
      term: 'P1Y',
      purchasedOn: '2019-08-30',
      billingPlan: 'Upfront',
      ...rate,
      ...known,
    });
  });

  it('was paid by the payment that repeats a failed one', () => {
    const failed = { ...payment, status: 'Failed' };
    const body = changed(upfront, { [transactions]: [failed, payment] });
    expect(factsOf(readReservationOrder(body, { ...known, ...rate })).paid).toBe('466.00');
  });

  it.each([
    ['no payment', { [transactions]: [] }],
    ['a payment to come', { [transactions]: [{ ...payment, status: 'Scheduled' }] }],
    ['no schedule', { 'properties.planInformation': undefined }],
  ])('states no price with %s; the caller may', (_, values) => {
    const body = changed(upfront, values);
    expect(complaints(readReservationOrder(body, known))).toEqual([
      'known.currency missing-field',
      'known.paid missing-field',
    ]);
    const price = { paid: '233.00', currency: 'USD' };
    expect(factsOf(readReservationOrder(body, { ...known, ...price }))).toMatchObject({
      ...price,
      quantity: 7,
    });
  });

  it('yields to the caller, except for the currency and the units of its own price', () => {
    const better = { ...known, paid: 100, currency: 'USD', purchasedOn: '2019-08-30' };
    const facts = factsOf(readReservationOrder(upfront, better));
    expect(facts).toMatchObject({ paid: '100.00', currency: 'USD' });
    expect(complaints(readReservationOrder(upfront, { ...known, currency: 'USD' }))).toEqual([
      'known.currency other-currency',
    ]);
    expect(complaints(readReservationOrder(upfront, { ...known, ...rate, quantity: 5 }))).toEqual([
      'known.quantity contradiction',
    ]);
  });

  it('has properties', () => {
    expect(complaints(readReservationOrder({ error: { code: 'Forbidden' } }, known))[0]).toBe(
      'properties not-an-object',
    );
  });
});

describe('an order that is paid monthly', () => {
  const facts = { ...known, ...rate };

  it('has its payments as the schedule', () => {
    const read = factsOf(readReservationOrder(monthly, facts));
    expect(read).toMatchObject({
      billingPlan: 'Monthly',
      quantity: 7,
      currency: 'GBP',
      purchasedOn: '2019-08-31',
    });
    expect(read.paymentSchedule).toHaveLength(12);
    expect(quoteRefund(read, { policy: 'azure-2024-12' })).toMatchObject({
      paid: '70.00',
      refund: '46.67', // 20 of 30 days
      remainingCommitment: '770.00',
    });
    const part = factsOf(readReservationOrder(monthly, { ...facts, quantityToReturn: 3 }));
    expect(quoteRefund(part, { policy: 'azure-2024-12' })).toMatchObject({
      refund: '20.00',
      remainingCommitment: '330.00',
    });
  });

  it('is read in the spelling of the .NET library, with amounts that are not known yet', () => {
    const [first, ...others] = payments(1) as { dueDate: string; status: string }[];
    const body = changed(monthly, {
      [transactions]: [
        first,
        ...others.map(({ dueDate, status }) => ({
          DueDate: dueDate,
          Status: status,
          BillingCurrencyTotal: null,
        })),
      ],
    });
    const quote = quoteRefund(factsOf(readReservationOrder(body, facts)), {
      policy: 'azure-2024-12',
    });
    expect(quote).toMatchObject({ remainingCommitment: '770.00', notes: ['commitment-estimated'] });
  });

  it('is monthly by its payments, also if it has no plan, and never upfront', () => {
    const unplanned = changed(monthly, { 'properties.billingPlan': undefined });
    expect(factsOf(readReservationOrder(unplanned, facts))).toEqual(
      factsOf(readReservationOrder(monthly, facts)),
    );
    const body = changed(monthly, { 'properties.billingPlan': 'Upfront' });
    expect(complaints(readReservationOrder(body, facts))).toContain(
      'properties.billingPlan contradiction',
    );
    expect(complaints(readReservationOrder(body, { ...facts, paid: 70, currency: 'GBP' }))).toEqual(
      ['properties.billingPlan contradiction'],
    );
    expect(
      complaints(readReservationOrder(unplanned, { ...facts, billingPlan: 'Upfront' })),
    ).toContain('known.billingPlan contradiction');
    expect(readReservationOrder(body, { ...facts, billingPlan: 'Monthly' }).ok).toBe(true);
  });

  it.each([
    ['no payments', { [transactions]: [] }, `${transactions} empty`],
    ['no schedule', { 'properties.planInformation': undefined }, `${transactions} missing-field`],
  ])('is to be read with its payments if it has %s', (_, values, complaint) => {
    const body = changed(monthly, values);
    const parsed = readReservationOrder(body, facts);
    expect(complaints(parsed)).toEqual([complaint]);
    expect(parsed.ok ? undefined : parsed.issues[0]?.message).toContain(
      'read the order with $expand=schedule',
    );
    const price = { instalment: '70.00', currency: 'GBP' };
    expect(factsOf(readReservationOrder(body, { ...facts, ...price }))).toMatchObject({
      ...price,
      quantity: 7,
    });
  });

  it('names a fault of a payment where it stands', () => {
    const body = changed(monthly, { [`${transactions}.3.billingCurrencyTotal.amount`]: 70.001 });
    expect(complaints(readReservationOrder(body, facts))).toEqual([
      `${transactions}.3.billingCurrencyTotal.amount too-many-decimals`,
    ]);
  });

  it('is also what the return of a reservation ends with', () => {
    const parsed = readReservationOrder(azure('Return'), { canceledOn: '2017-09-10', used: true });
    expect(complaints(parsed)).toEqual(['properties.planInformation.transactions missing-field']);
  });
});

describe('the reservations of an order', () => {
  const facts = { ...known, ...rate };

  it('say what is reserved, if they have more than their ID', () => {
    const reserved = (reservedResourceType: string): unknown =>
      changed(upfront, reservations({ reservedResourceType }));
    const read = factsOf(readReservationOrder(reserved('RedHat'), facts));
    expect(quoteRefund(read)).toMatchObject({ reason: 'not-returnable' });
    expect(complaints(readReservationOrder(reserved('Redhat'), facts))).toEqual([
      'properties.reservations.0.properties.reservedResourceType unknown-value',
    ]);
  });

  it.each([
    ['Cancelled', 'contradiction'],
    ['cancelled', 'contradiction'],
    ['Canceled', 'contradiction'],
    ['Expired', 'contradiction'],
    ['Failed', 'contradiction'],
    ['BillingFailed', 'contradiction'],
    ['Split', 'contradiction'],
    ['Merged', 'contradiction'],
    ['Returned', 'unknown-value'],
    ['Nonsense', 'unknown-value'],
  ])('are not returned when %s', (provisioningState, code) => {
    const body = changed(upfront, { 'properties.provisioningState': provisioningState });
    expect(complaints(readReservationOrder(body, facts))).toEqual([
      `properties.provisioningState ${code}`,
    ]);
    const inside = changed(upfront, reservations({ provisioningState }));
    expect(complaints(readReservationOrder(inside, facts))).toEqual([
      `properties.reservations.0.properties.provisioningState ${code}`,
    ]);
  });

  it.each(['Creating', 'PendingBilling', 'ConfirmedBilling', 'Created', 'succeeded'])(
    'are live when %s',
    (provisioningState) => {
      const body = changed(upfront, {
        ...reservations({ provisioningState }),
        'properties.provisioningState': provisioningState,
      });
      expect(readReservationOrder(body, facts).ok).toBe(true);
    },
  );

  const dead = { provisioningState: 'Cancelled', quantity: 3, reservedResourceType: 'RedHat' };
  const live = { provisioningState: 'Succeeded', quantity: 4, reservedResourceType: 'SqlEdge' };

  it('have one that is live, and others that are dead', () => {
    const read = factsOf(readReservationOrder(changed(upfront, reservations(dead, live)), facts));
    expect(read).toMatchObject({
      paid: '466.00',
      quantity: 7,
      quantityToReturn: 4,
      product: 'SqlEdge',
    });
    const allDead = changed(upfront, reservations(dead, dead));
    expect(complaints(readReservationOrder(allDead, facts))).toEqual([
      'properties.reservations.0.properties.provisioningState contradiction',
      'properties.reservations.1.properties.provisioningState contradiction',
    ]);
  });

  it('are named if several are live', () => {
    const body = changed(upfront, reservations({ ...live, quantity: 3 }, live));
    const parsed = readReservationOrder(body, facts);
    expect(complaints(parsed)).toContain('known.reservationId missing-field');
    const id = '/providers/microsoft.capacity/reservationorders/O-1/reservations/r-1';
    for (const reservationId of ['R-1', id]) {
      expect(factsOf(readReservationOrder(body, { ...facts, reservationId }))).toMatchObject({
        quantity: 7,
        quantityToReturn: 3,
      });
    }
    for (const reservationId of ['R-3', '1', 7 as never]) {
      expect(complaints(readReservationOrder(body, { ...facts, reservationId }))).toContain(
        'known.reservationId unknown-value',
      );
    }
    const uncounted = changed(upfront, reservations({ ...live, quantity: 'three' }, live));
    expect(
      factsOf(readReservationOrder(uncounted, { ...facts, reservationId: 'R-2' })),
    ).toMatchObject({
      quantity: 7,
      quantityToReturn: 4,
    });
    const split = changed(upfront, reservations(dead, live));
    expect(complaints(readReservationOrder(split, { ...facts, reservationId: 'R-1' }))).toEqual([
      'properties.reservations.0.properties.provisioningState contradiction',
    ]);
  });

  it('state the quantity of the order if there is one alone', () => {
    const unstated = { ...reservations(live), 'properties.originalQuantity': undefined };
    expect(factsOf(readReservationOrder(changed(upfront, unstated), facts))).toMatchObject({
      paid: '466.00',
      quantity: 4,
    });
  });

  it('need both quantities for the price of a part', () => {
    const part = changed(upfront, reservations(live));
    expect(factsOf(readReservationOrder(part, facts))).toMatchObject({ quantityToReturn: 4 });
    for (const values of [
      reservations(dead, { ...live, quantity: undefined }),
      { ...reservations(dead, live), 'properties.originalQuantity': undefined },
    ]) {
      const body = changed(upfront, values);
      expect(complaints(readReservationOrder(body, facts))).toEqual([
        'known.currency missing-field',
        'known.paid missing-field',
      ]);
    }
    const ofPart = { ...facts, paid: '266.29', currency: 'GBP' };
    expect(factsOf(readReservationOrder(part, ofPart))).toMatchObject({ quantity: 4 });
    const ofAll = { ...facts, paid: '466.00', currency: 'GBP', quantity: 7 };
    expect(factsOf(readReservationOrder(part, ofAll))).toMatchObject({
      quantity: 7,
      quantityToReturn: 4,
    });
  });

  it('are paid monthly together until some are returned', () => {
    const split = reservations({ ...dead, provisioningState: 'Split', quantity: 7 }, live, {
      ...live,
      quantity: 3,
    });
    const body = changed(monthly, split);
    expect(factsOf(readReservationOrder(body, { ...facts, reservationId: 'R-3' }))).toMatchObject({
      quantity: 7,
      quantityToReturn: 3,
      billingPlan: 'Monthly',
    });
    const returned = changed(monthly, reservations(dead, live));
    expect(complaints(readReservationOrder(returned, facts))).toEqual([
      'known.instalment missing-field',
    ]);
    const price = { instalment: '40.00', currency: 'GBP' };
    expect(factsOf(readReservationOrder(returned, { ...facts, ...price }))).toMatchObject({
      ...price,
      quantity: 4,
    });
  });
});
