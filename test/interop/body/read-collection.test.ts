import { describe, expect, it } from 'vitest';
import { readCollection } from '../../../src/interop/index.ts';
import { partnerCenter } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

describe('a collection', () => {
  it.each([
    ['get-a-collection-of-entitlements.2', 2],
    ['get-a-list-of-self-serve-policies.1', 1],
    ['retrieve-a-list-of-indirect-resellers.1', 2],
    ['get-user-roles-for-a-customer.1', 2],
    ['get-activation-link-by-order-line-item.1', 1],
  ])('%s has %i items', (name, count) => {
    expect(factsOf(readCollection(partnerCenter(name)))).toHaveLength(count);
  });

  it.each([
    [{ value: [{ id: 'A' }], nextLink: 'https://example.com/2' }],
    [{ count: 1, data: [{ id: 'A' }], totalRecords: 1 }],
    [{ Items: [{ id: 'A' }] }],
    [[{ id: 'A' }]],
  ])('may be spelt as %j', (collection) => {
    expect(factsOf(readCollection(collection))).toEqual([{ id: 'A' }]);
  });

  it('has one list of items', () => {
    const both = { items: [], value: [] };
    expect(complaints(readCollection(both))).toEqual(['value duplicate']);
  });

  it('may have none, and is not a text', () => {
    expect(factsOf(readCollection({ totalCount: 0, items: [] }))).toEqual([]);
    expect(complaints(readCollection('none'))).toEqual([' not-an-object']);
    expect(complaints(readCollection({ totalCount: 0 }))).toEqual(['items missing-field']);
    expect(complaints(readCollection({ items: 'none' }))).toEqual(['items not-an-array']);
  });
});
