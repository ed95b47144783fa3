import { transactionFields } from '../../interop/exports/read-reservation-transaction.ts';

/** The types of what people have, by the name that `--as` takes. */
export const inputTypes = [
  'facts',
  'reservation-transactions',
  'reservation-orders',
  'reservations',
] as const;

export type InputType = (typeof inputTypes)[number];

/** The types, in words. */
export const titles: { readonly [T in InputType]: string } = {
  facts: 'facts with our field names',
  'reservation-transactions': 'reservation transactions',
  'reservation-orders': 'reservation orders',
  reservations: 'reservations',
};

/** A type that comes as a table. */
export interface TableType {
  readonly type: InputType;
  /** The columns that are read, in the spelling of the facts. */
  readonly columns: readonly string[];
  /** The columns that every such table has. */
  readonly required: readonly string[];
  /** Columns by which the table is recognised: all of the vendor's, any of ours. */
  readonly marks: readonly string[];
}

const factColumns = [
  ...['paid', 'instalment', 'currency', 'term', 'purchasedOn', 'canceledOn', 'used'],
  ...['quantity', 'quantityToReturn', 'completedTransactions', 'billingPlan', 'product'],
  ...['currentPrice', 'consumedRefunds', 'usdRate', 'pricingRefund', 'id', 'customerId'],
  ...['exchangedOn', 'newPrice', 'newCurrency', 'orderId', 'reservationOrderId'],
];

export const tableTypes: readonly TableType[] = [
  {
    type: 'reservation-transactions',
    columns: transactionFields,
    required: [
      ...['amount', 'billingFrequency', 'currency', 'eventDate', 'eventType'],
      ...['quantity', 'reservationOrderId', 'term'],
    ],
    marks: ['eventType', 'reservationOrderId'],
  },
  {
    type: 'facts',
    columns: factColumns,
    required: [],
    marks: ['paid', 'instalment', 'purchasedOn', 'canceledOn', 'exchangedOn', 'used'],
  },
];

/** The type of a JSON value, by its own type, its ID or its fields; `undefined` if it is none of them. */
export function typeOfBody(body: unknown): InputType | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const whole = lowerCased(body);
  const properties = whole.get('properties');
  const inner =
    typeof properties === 'object' && properties !== null ? lowerCased(properties) : whole;
  const has = (name: string): boolean => inner.has(name);
  const type = String(whole.get('type') ?? '').toLowerCase();
  const id = String(whole.get('id') ?? '').toLowerCase();
  if (has('eventtype') && has('reservationorderid')) return 'reservation-transactions';
  if (type.endsWith('/reservations') || /\/reservations\/[^/]+$/.test(id)) return 'reservations';
  if (type.endsWith('/reservationorders') || /\/reservationorders\/[^/]+$/.test(id)) {
    return 'reservation-orders';
  }
  if (has('originalquantity') || has('planinformation')) return 'reservation-orders';
  if (has('reservedresourcetype') || has('displayprovisioningstate')) return 'reservations';
  return undefined;
}

function lowerCased(record: object): Map<string, unknown> {
  return new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
}
