/** The fields of a body by their names in lower case: the vendor writes them in more than one. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));
}

/** {@link fieldsOf} for an object within a body. */
export function fieldsOfBody(body: unknown, name: string): ReadonlyMap<string, unknown> {
  return fieldsOf(fieldsOf(body).get(name.toLowerCase()));
}

/** A text of a body; `undefined` if it has none of that name. */
export function textIn(fields: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = fields.get(name.toLowerCase());
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const RESERVATION_ORDER = /\/reservationorders\/([^/]+)/i;

/** The ID of the reservation order that a body or row is of, as far as it names one. */
export function orderIdOf(body: unknown): string | undefined {
  const outer = fieldsOf(body);
  const named =
    textIn(fieldsOfBody(body, 'properties'), 'reservationOrderId') ??
    textIn(outer, 'reservationOrderId');
  if (named !== undefined) return named;
  const returned = fieldsOfBody(body, 'properties').get('reservationstoexchange');
  const only = Array.isArray(returned) && returned.length === 1 ? returned[0] : undefined;
  const id = textIn(fieldsOf(only), 'reservationId') ?? textIn(outer, 'id') ?? '';
  const [, ofId] = RESERVATION_ORDER.exec(id) ?? [];
  return ofId ?? textIn(outer, 'name')?.split('/', 1)[0];
}

/** The last part of the name of a reservation. */
export function nameOf(body: unknown): string | undefined {
  const fields = fieldsOf(body);
  return (textIn(fields, 'name') ?? textIn(fields, 'id'))?.split('/').at(-1);
}

/** The customer of an order, as far as a record of Partner Center names both. */
export function customerOfOrder(
  body: unknown,
): { readonly orderId: string; readonly customerId: string } | undefined {
  const fields = fieldsOf(body);
  const orderId =
    textIn(fields, 'reservationOrderId') ??
    textIn(fields, 'orderId') ??
    textIn(fieldsOfBody(body, 'referenceOrder'), 'id') ??
    (fields.has('lineitems') ? textIn(fields, 'id') : undefined);
  const customerId = textIn(fields, 'customerId') ?? textIn(fields, 'referenceCustomerId');
  return orderId === undefined || customerId === undefined ? undefined : { orderId, customerId };
}
