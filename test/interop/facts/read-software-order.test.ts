import { describe, expect, it } from 'vitest';
import { decideSoftwareCancellation, readSoftwareOrder } from '../../../src/index.ts';
import { changed, partnerCenter } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const order = partnerCenter('cancel-software-purchases.3');
const known = {
  kind: 'subscription',
  canceledOn: '2020-02-10',
  roles: 'admin-agent',
  lineItemNumber: 1,
} as const;

describe('an order of software', () => {
  it('lacks the facts of the caller', () => {
    expect(complaints(readSoftwareOrder(order))).toEqual([
      'known.lineItemNumber missing-field',
      'known.kind missing-field',
      'known.canceledOn missing-field',
      'known.roles missing-field',
    ]);
  });

  it('contains the other facts', () => {
    const facts = factsOf(readSoftwareOrder(order, { ...known, paid: 90, messageRead: true }));
    expect(facts).toEqual({
      kind: 'subscription',
      purchasedOn: '2019-12-12',
      purchasedAt: '2019-12-12T17:33:56.130649500Z',
      canceledOn: '2020-02-10',
      roles: ['admin-agent'],
      paid: '90.00',
      currency: 'USD',
      term: 'P3Y',
      billingCycle: 'triennial',
      quantity: 1,
      customer: { tenantId: '45411344-b09d-47e7-9653-542006bf9766' },
      productName: 'Windows Server CAL - 1 Device CAL - 3 year',
      orderId: '2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1',
      messageRead: true,
      friendlyName: 'Windows Server CAL - 1 Device CAL - 3 year',
    });
    expect(decideSoftwareCancellation(facts)).toMatchObject({ allowed: true, daysLeft: 0 });
  });

  it.each([
    ['cancelled', ['status contradiction']],
    ['canceled', ['status contradiction']],
    ['Odd', ['status unknown-value']],
    ['pending', []],
    [undefined, []],
  ])('with the status %s is live, or an issue', (status, expected) => {
    const parsed = readSoftwareOrder(changed(order, { status }), known);
    expect(parsed.ok ? [] : complaints(parsed)).toEqual(expected);
    // A request to cancel asks for that status.
    const request = changed(order, { status, creationDate: undefined });
    const asked = { ...known, purchasedOn: '2019-12-12' };
    expect(readSoftwareOrder(request, asked).ok).toBe(true);
  });

  it('says no currency where there is no price', () => {
    expect(factsOf(readSoftwareOrder(order, known))).not.toHaveProperty('currency');
  });

  it('has a term for a subscription alone', () => {
    expect(complaints(readSoftwareOrder(order, { ...known, kind: 'perpetual' }))).toEqual([
      'lineItems.1.termDuration contradiction',
    ]);
    const plan = factsOf(readSoftwareOrder(order, { ...known, kind: 'suse-linux-plan' }));
    expect(plan).not.toHaveProperty('term');
    const monthly = changed(order, { 'lineItems.1.termDuration': 'P1M' });
    expect(factsOf(readSoftwareOrder(monthly, known)).term).toBe('P1M');
    const weekly = changed(order, { 'lineItems.1.termDuration': 'P1W' });
    expect(complaints(readSoftwareOrder(weekly, known))).toEqual([
      'lineItems.1.termDuration unknown-value',
    ]);
  });

  it('names the subscription of a line item, its units and its charge cycle', () => {
    const body = changed(order, {
      billingCycle: 'Annual',
      'lineItems.1.subscriptionId': 'S-1',
      'lineItems.1.friendlyName': '',
      'lineItems.1.quantity': 3,
    });
    const facts = factsOf(readSoftwareOrder(body, known));
    expect(facts).toMatchObject({
      subscriptionId: 'S-1',
      quantity: 3,
      term: 'P3Y',
      billingCycle: 'annual',
    });
    expect(facts).not.toHaveProperty('friendlyName');
    expect(facts).not.toHaveProperty('productName');
    const perpetual = changed(body, { 'lineItems.1.termDuration': undefined });
    const license = factsOf(readSoftwareOrder(perpetual, { ...known, kind: 'perpetual' }));
    expect(license).toMatchObject({ quantity: 3 });
    for (const name of ['subscriptionId', 'billingCycle']) expect(license).not.toHaveProperty(name);
  });

  it('leaves term and cycle to the caller if the first term ends on a day of its own', () => {
    const body = changed(order, { 'lineItems.1.customTermEndDate': '2020-06-30T00:00:00Z' });
    const facts = factsOf(readSoftwareOrder(body, known));
    expect(facts).not.toHaveProperty('term');
    expect(facts).not.toHaveProperty('billingCycle');
    const paid = { ...known, paid: 90 } as const;
    expect(complaints(readSoftwareOrder(body, paid as never))).toEqual([
      'known.term missing-field',
    ]);
  });

  it.each([2, -1, 0.5])('has no line item %s', (lineItemNumber) => {
    const parsed = readSoftwareOrder(order, { ...known, lineItemNumber });
    expect(complaints(parsed)).toHaveLength(1);
    expect(complaints(parsed)[0]).toMatch(/^known\.lineItemNumber /);
  });

  it('looks for no line item in malformed ones', () => {
    const told = (lineItems: unknown, lineItemNumber?: unknown): string[] =>
      complaints(
        readSoftwareOrder(changed(order, { lineItems }), { ...known, lineItemNumber } as never),
      );
    expect(told(5)).toEqual(['lineItems not-an-array']);
    expect(told(5, 1)).toEqual(['lineItems not-an-array']);
    expect(told(undefined, 1)).toEqual(['lineItems missing-field']);
    expect(told([5], 1)).toEqual(['lineItems.0 not-an-object']);
    expect(told([{}], 'one')).toEqual(['known.lineItemNumber malformed-count']);
  });

  it('reports a wrong tenant at its place in the body', () => {
    const body = changed(order, { referenceCustomerId: 5 });
    expect(complaints(readSoftwareOrder(body, known))).toEqual(['referenceCustomerId wrong-type']);
  });

  it('rejects an order that is already cancelled', () => {
    expect(complaints(readSoftwareOrder(order, { ...known, lineItemNumber: 0 }))).toEqual([
      'lineItems.0.quantity contradiction',
    ]);
    const asText = changed(order, { 'lineItems.0.quantity': '0' });
    expect(complaints(readSoftwareOrder(asText, { ...known, lineItemNumber: 0 }))).toEqual([
      'lineItems.0.quantity malformed-count',
    ]);
  });

  it('numbers its line items once', () => {
    const twice = changed(order, { 'lineItems.0.lineItemNumber': 1 });
    expect(complaints(readSoftwareOrder(twice, known))).toEqual([
      'known.lineItemNumber unknown-value',
    ]);
  });

  it('that is sent to cancel it contains less', () => {
    const sent = partnerCenter('cancel-software-purchases.2');
    expect(complaints(readSoftwareOrder(sent, { kind: 'perpetual' }))).toEqual([
      'known.purchasedOn missing-field',
      'known.canceledOn missing-field',
      'known.roles missing-field',
    ]);
    const { kind, canceledOn, roles } = known;
    const facts = { kind, canceledOn, roles, purchasedOn: '2019-12-12' };
    expect(factsOf(readSoftwareOrder(sent, facts))).toMatchObject({
      orderId: '2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1',
    });
  });

  it('may be spelt as the .NET library spells it', () => {
    const sent = partnerCenter('create-an-order-for-a-customer-of-an-indirect-reseller.1');
    const facts = { kind: 'perpetual', canceledOn: '2017-05-01', roles: [] } as const;
    expect(complaints(readSoftwareOrder(sent, facts))).toEqual(['known.purchasedOn missing-field']);
    expect(factsOf(readSoftwareOrder(sent, { ...facts, purchasedOn: '2017-04-10' }))).toEqual({
      ...facts,
      purchasedOn: '2017-04-10',
      customer: { tenantId: 'c501c3c4-d776-40ef-9ecf-9cefb59442c1' },
      productName: 'New offer purchase.',
      quantity: 5,
    });
    const created = partnerCenter('create-an-order-for-a-customer-of-an-indirect-reseller.2');
    expect(factsOf(readSoftwareOrder(created, facts)).purchasedOn).toBe('2017-04-10');
  });

  it('is not spelt in two ways at once', () => {
    const body = { ...(order as object), LineItems: [] };
    expect(complaints(readSoftwareOrder(body, known))).toEqual(['LineItems duplicate']);
  });

  it('may name no customer', () => {
    const body = changed(order, { referenceCustomerId: undefined });
    expect(factsOf(readSoftwareOrder(body, known))).not.toHaveProperty('customer');
  });

  it('has line items', () => {
    expect(complaints(readSoftwareOrder({ id: 'O-1', lineItems: null }, known))[0]).toBe(
      'lineItems missing-field',
    );
    expect(complaints(readSoftwareOrder({ id: 'O-1', lineItems: [] }))[0]).toBe('lineItems empty');
  });
});
