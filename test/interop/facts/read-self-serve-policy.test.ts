import { describe, expect, it } from 'vitest';
import { decideCustomerPurchase, readSelfServePolicy } from '../../../src/index.ts';
import { changed, partnerCenter } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const policy = partnerCenter('get-a-self-serve-policy-by-id.1');
const subscription = { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' } as const;
const known = { subscription, market: 'US' } as const;
const tenantOf = (body: unknown): unknown =>
  (body as { selfServeEntity: { tenantID: unknown } }).selfServeEntity.tenantID;

describe('a self-serve policy', () => {
  it.each([
    'create-a-self-serve-policy.2',
    'get-a-list-of-self-serve-policies.1',
    'get-a-self-serve-policy-by-id.1',
    'update-a-self-serve-policy.1',
    'update-a-self-serve-policy.2',
  ])('%s turns the permission on', (name) => {
    const facts = factsOf(readSelfServePolicy(partnerCenter(name), known));
    expect(facts).toEqual({ subscription, permission: 'on', market: 'US' });
    expect(decideCustomerPurchase(facts).allowed).toBe(true);
    expect(complaints(readSelfServePolicy(partnerCenter(name)))).toEqual([
      'known.subscription missing-field',
    ]);
  });

  it.each([
    ['no policy at all', { items: [] }],
    ['no permission', changed(policy, { permissions: [] })],
    ['one for savings plans', changed(policy, { 'permissions.0.resource': 'AzureSavingsPlan' })],
  ])('leaves it off with %s', (_, body) => {
    expect(factsOf(readSelfServePolicy(body, known)).permission).toBe('off');
  });

  it('for savings plans turns their permission on', () => {
    const body = changed(policy, { 'permissions.0.resource': 'AzureSavingsPlan' });
    const asked = { subscription, product: 'savings-plan', asOf: '2023-01-01' } as const;
    expect(factsOf(readSelfServePolicy(body, asked)).permission).toBe('on');
    expect(factsOf(readSelfServePolicy(policy, asked)).permission).toBe('off');
  });

  it('turns it on together with others', () => {
    const off = changed(policy, { permissions: [] });
    expect(factsOf(readSelfServePolicy({ items: [off, policy] }, known)).permission).toBe('on');
  });

  it('is off only if all policies are present', () => {
    const page = { totalCount: 3, items: [] };
    expect(complaints(readSelfServePolicy(page, known))).toEqual(['totalCount contradiction']);
    for (const totalCount of [Symbol('three'), '3', -1]) {
      expect(complaints(readSelfServePolicy({ totalCount, items: [] }, known))).toEqual([
        'totalCount malformed-count',
      ]);
    }
    const whole = { totalCount: 0, items: [] };
    expect(factsOf(readSelfServePolicy(whole, known)).permission).toBe('off');
    const granted = { totalCount: 3, items: [policy] };
    expect(factsOf(readSelfServePolicy(granted, known)).permission).toBe('on');
  });

  it('is read whatever the case of the vendor’s words', () => {
    const words = changed(policy, {
      'selfServeEntity.selfServeEntityType': 'Customer',
      'grantor.grantorType': 'BillToPartner',
      permissions: [{ Resource: 'azureReservedInstances', Action: 'purchase' }],
    });
    expect(factsOf(readSelfServePolicy(words, known)).permission).toBe('on');
  });

  it.each([
    [{ 'permissions.0.resource': 'AzureReservedInstance' }, 'permissions.0.resource unknown-value'],
    [{ 'permissions.0.action': 'Cancel' }, 'permissions.0.action unknown-value'],
    [{ permissions: undefined }, 'permissions missing-field'],
    [{ 'grantor.grantorType': 'customer' }, 'grantor.grantorType unknown-value'],
    [{ 'grantor.grantorType': 7 }, 'grantor.grantorType unknown-value'],
    [
      { 'selfServeEntity.selfServeEntityType': undefined },
      'selfServeEntity.selfServeEntityType missing-field',
    ],
    [{ 'selfServeEntity.tenantID': null }, 'selfServeEntity.tenantID missing-field'],
  ])('is refused with %j', (values, complaint) => {
    expect(complaints(readSelfServePolicy(changed(policy, values), known))).toEqual([complaint]);
  });

  it('is for one customer', () => {
    const other = changed(policy, { 'selfServeEntity.tenantID': 'other' });
    expect(complaints(readSelfServePolicy({ items: [policy, other] }, known))).toEqual([
      'items.1.selfServeEntity.tenantID other-customer',
    ]);
    const loud = changed(policy, {
      'selfServeEntity.tenantID': String(tenantOf(policy)).toUpperCase(),
    });
    expect(loud).not.toEqual(policy);
    expect(readSelfServePolicy({ items: [policy, loud] }, known).ok).toBe(true);
  });

  it('belongs to another customer only if both are known', () => {
    const nobodys = changed(policy, { 'selfServeEntity.tenantID': undefined });
    expect(complaints(readSelfServePolicy({ items: [nobodys, policy] }, known))).toEqual([
      'items.0.selfServeEntity.tenantID missing-field',
    ]);
    expect(complaints(readSelfServePolicy({ items: [policy, nobodys] }, known))).toEqual([
      'items.1.selfServeEntity.tenantID missing-field',
    ]);
  });

  it('is reported once as malformed', () => {
    const told = complaints(readSelfServePolicy(5, known));
    expect(told[0]).toBe(' not-an-object');
    expect(new Set(told).size).toBe(told.length);
  });
});
