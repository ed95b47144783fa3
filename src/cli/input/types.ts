/** The types of input in words, by the name that `--as` takes. */
export const titles = {
  facts: 'facts with our field names',
  'reservation-transactions': 'reservation transactions',
  'reservation-orders': 'reservation orders',
  reservations: 'reservations',
  'refund-answers': 'answers of calculateRefund or return',
  'exchange-answers': 'answers of calculateExchange or exchange',
  reconciliation: 'lines of a reconciliation file',
  'partner-center-orders': 'Partner Center orders',
  subscriptions: 'Partner Center subscriptions',
  entitlements: 'Partner Center entitlements',
  'self-serve-policies': 'self-serve policies',
  relationships: 'relationships with indirect resellers',
} as const;

export type InputType = keyof typeof titles;

export const inputTypes = Object.keys(titles) as [InputType, ...InputType[]];

const returnTypes = [
  'facts',
  'reservation-transactions',
  'reservation-orders',
  'reservations',
  'refund-answers',
  'exchange-answers',
] as const;

/** The types that state returns of reservations, or facts of them. */
type ReturnInputType = (typeof returnTypes)[number];

/** The types that are about no reservation order. */
export type OtherType = Exclude<InputType, ReturnInputType>;

/** Returns whether records of a type are about returns of reservations. */
export function isAboutReturns(type: InputType): type is ReturnInputType {
  return (returnTypes as readonly InputType[]).includes(type);
}
