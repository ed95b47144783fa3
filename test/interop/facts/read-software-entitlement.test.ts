import { describe, expect, it } from 'vitest';
import { readCollection, readSoftwareEntitlement } from '../../../src/interop/index.ts';
import { decideSoftwareCancellation } from '../../../src/software/index.ts';
import { changed, partnerCenter } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const entitlements = factsOf(readCollection(partnerCenter('get-a-collection-of-entitlements.2')));
const known = {
  kind: 'perpetual',
  purchasedOn: '2019-02-01',
  canceledOn: '2019-02-08',
  roles: ['admin-agent'],
} as const;

describe('an entitlement to software', () => {
  it.each(entitlements)('says of which order it is, and nothing else: %j', (entitlement) => {
    expect(factsOf(readSoftwareEntitlement(entitlement, known))).toEqual({
      ...known,
      orderId: '4teYMtWYEeKM77JftGLIQYMOZPTwyOEV1',
    });
    expect(complaints(readSoftwareEntitlement(entitlement))).toEqual([
      'known.kind missing-field',
      'known.purchasedOn missing-field',
      'known.canceledOn missing-field',
      'known.roles missing-field',
    ]);
  });

  it.each([
    ['reservedInstance', 'unsupported'],
    [7, 'unsupported'],
    [undefined, 'missing-field'],
  ])('is not one to %s', (entitlementType, code) => {
    const entitlement = changed(entitlements[0], { entitlementType });
    expect(complaints(readSoftwareEntitlement(entitlement, known))).toEqual([
      `entitlementType ${code}`,
    ]);
  });

  it('keeps names that no rule knows next to a role, for the rule to list', () => {
    const roles = ['Billing hero', 'Admin Agent'];
    const facts = factsOf(readSoftwareEntitlement(entitlements[0], { ...known, roles }));
    expect(facts.roles).toEqual(['admin-agent', 'Billing hero']);
    expect(decideSoftwareCancellation(facts).ignoredRoles).toEqual(['Billing hero']);
  });

  it('is of an order', () => {
    const entitlement = changed(entitlements[0], {
      referenceOrder: 'O-1',
      entitlementType: 'Software',
    });
    expect(complaints(readSoftwareEntitlement(entitlement, known))).toEqual([
      'referenceOrder not-an-object',
    ]);
  });
});
