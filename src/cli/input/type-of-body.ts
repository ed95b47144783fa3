import type { InputType } from './types.ts';

/** The names of a body's fields, and of those below its `properties`, in lower case. */
interface Names {
  readonly has: (name: string) => boolean;
  /** Returns whether a field stands below `properties`, as in the answers of the service. */
  readonly hasBelow: (name: string) => boolean;
  readonly text: (name: string) => string;
}

/** Tests in the order in which they are made: answers carry the ID of a reservation too. */
const tests: readonly (readonly [InputType, (names: Names) => boolean])[] = [
  ['reservation-transactions', ({ has }) => has('eventtype') && has('reservationorderid')],
  ['reconciliation', ({ has }) => has('chargetype') && has('effectiveunitprice')],
  ['refund-answers', ({ hasBelow }) => hasBelow('billingrefundamount')],
  ['exchange-answers', ({ hasBelow }) => hasBelow('refundstotal') || hasBelow('netpayable')],
  // An operation that is not done has no figures yet.
  ['refund-answers', ({ text }) => text('id').includes('/operationresults/')],
  ['reservations', ({ text }) => text('type').endsWith('/reservations')],
  ['reservations', ({ text }) => /\/reservations\/[^/]+$/.test(text('id'))],
  ['reservation-orders', ({ text }) => text('type').endsWith('/reservationorders')],
  ['reservation-orders', ({ text }) => /\/reservationorders\/[^/]+$/.test(text('id'))],
  ['reservation-orders', ({ has }) => has('originalquantity') || has('planinformation')],
  ['reservations', ({ has }) => has('reservedresourcetype') || has('displayprovisioningstate')],
  ['partner-center-orders', ({ has }) => has('lineitems')],
  ['self-serve-policies', ({ has }) => has('selfserveentity')],
  ['relationships', ({ has }) => has('relationshiptype')],
  ['entitlements', ({ has }) => has('entitlementtype') || has('virtualmachinereservations')],
  ['subscriptions', ({ has }) => has('termduration') || has('commitmentenddate')],
  ['subscriptions', ({ has }) => has('offerid') && has('autorenewenabled')],
];

/** The type of a JSON value, by its own type, its ID or its fields; `undefined` if it is none that is known. */
export function typeOfBody(body: unknown): InputType | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const whole = lowerCased(body);
  const properties = whole.get('properties');
  const inner =
    typeof properties === 'object' && properties !== null ? lowerCased(properties) : new Map();
  const names: Names = {
    has: (name) => whole.has(name) || inner.has(name),
    hasBelow: (name) => inner.has(name),
    text: (name) => String(whole.get(name) ?? '').toLowerCase(),
  };
  return tests.find(([, isOfType]) => isOfType(names))?.[0];
}

function lowerCased(record: object): Map<string, unknown> {
  return new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
}
