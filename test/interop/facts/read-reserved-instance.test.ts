import { describe, expect, it } from 'vitest';
import { quoteRefund, readReservedInstance } from '../../../src/index.ts';
import { changed, partnerCenter } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const names = ['get-a-collection-of-entitlements.3', 'get-a-collection-of-entitlements.4'] as const;
const known = {
  paid: '365.00',
  currency: 'USD',
  term: 'P1Y',
  canceledOn: '2018-03-05',
  used: false,
} as const;

describe.each(names)('the reserved instances of %s', (name) => {
  const artifact = partnerCenter(name);

  it('contain the purchase day, and nothing else', () => {
    expect(complaints(readReservedInstance(artifact))).toEqual([
      'known.currency missing-field',
      'known.term missing-field',
      'known.canceledOn missing-field',
      'known.paid missing-field',
      'known.used missing-field',
    ]);
    const facts = factsOf(readReservedInstance(artifact, known));
    expect(facts).toEqual({ ...known, purchasedOn: '2018-02-23' });
    expect(quoteRefund(facts)).toMatchObject({ credit: '355.00', fee: '42.60' });
  });

  it('are one', () => {
    const of = (virtualMachineReservations: unknown): string | undefined =>
      complaints(readReservedInstance(changed(artifact, { virtualMachineReservations }), known))[0];
    expect(of([{}, {}])).toBe('virtualMachineReservations unsupported');
    expect(of([])).toBe('virtualMachineReservations empty');
    expect(of(undefined)).toBe('virtualMachineReservations missing-field');
    expect(of(1)).toBe('virtualMachineReservations not-an-array');
    expect(of([1])).toBe('virtualMachineReservations.0 not-an-object');
    expect(of([{ effectiveDateTime: '2018-02-23T18:15:24' }])).toBe(
      'virtualMachineReservations.0.effectiveDateTime no-offset',
    );
  });

  it.each([
    ['Cancelled', 'contradiction'],
    ['canceled', 'contradiction'],
    ['Expired', 'contradiction'],
    ['Returned', 'unknown-value'],
    ['Nonsense', 'unknown-value'],
    [7, 'unknown-value'],
  ])('are not returned when %s', (state, code) => {
    const body = changed(artifact, { 'virtualMachineReservations.0.provisioningState': state });
    expect(complaints(readReservedInstance(body, known))).toEqual([
      `virtualMachineReservations.0.provisioningState ${code}`,
    ]);
  });
});
