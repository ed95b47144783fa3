import { describe, expect, it } from 'vitest';
import { readCollection, readPartnerRelationship } from '../../../src/interop/index.ts';
import { decideResellerTask } from '../../../src/resellers/index.ts';
import { partnerCenter } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const [reseller] = factsOf(
  readCollection(partnerCenter('retrieve-a-list-of-indirect-resellers.1')),
);
const [ofCustomer] = factsOf(
  readCollection(partnerCenter('get-indirect-resellers-of-a-customer.1')),
);

describe('a relationship with an indirect reseller', () => {
  it('that is active is an established partnership', () => {
    const { partnership, ...others } = factsOf(readPartnerRelationship(reseller));
    expect(others).toEqual({
      resellerId: '484e548c-f5f3-4528-93a9-c16c6373cb59',
      name: 'First Up Consultants',
      partnerId: '4847383',
    });
    if (partnership === null) throw new Error('no partnership');
    const customer = { associated: true, azure: false } as const;
    const subscription = { associated: true, supportContact: false };
    const relationship = { partnership, customer, subscription };
    expect(decideResellerTask('submit-order', relationship).allowed).toBe(true);
  });

  it('of a customer states no partnership', () => {
    expect(factsOf(readPartnerRelationship(ofCustomer)).partnership).toBeNull();
  });

  it('in a state that the vendor does not document is not read', () => {
    const changed = { ...(reseller as object), state: 'Sleeping' };
    expect(complaints(readPartnerRelationship(changed))).toEqual(['state unknown-value']);
  });
});
