import type { SupportKind } from '../../src/support/index.ts';

// What the two forms ask for, written down a second time from the documents: each part of a form,
// and what completes it. What stands together in one row does so alternatively.

export const askedFor: { readonly [Kind in SupportKind]: readonly (readonly string[])[] } = {
  'reservation-refund': [
    ['contact: contact.preferredContactMethod'],
    ['contact: contact.name'],
    ['contact: contact.email'],
    ['contact: contact.phone'],
  ],
  'reservation-exchange': [
    ['contact: contact.preferredContactMethod'],
    ['contact: contact.name'],
    ['contact: contact.email'],
    ['contact: contact.phone'],
  ],
  'software-cancellation': [
    ['impact: impact'],
    ['description: customer.tenantId', 'description: customer.domain'],
    ['description: orderId', 'description: subscriptionId'],
    ['description: refundReason'],
    ['description: amountRequested'],
    ['contact: contact.name'],
    ['contact: contact.email'],
    ['contact: contact.phone'],
  ],
};

/** What an agent may ask for beside the form. */
export const mayBeAskedFor: { readonly [Kind in SupportKind]: readonly string[] } = {
  'reservation-refund': ['reservationId', 'reservationOrderId'],
  'reservation-exchange': ['reservationId', 'reservationOrderId'],
  'software-cancellation': [],
};

/** Every text and amount that may be given, by its path. */
export const sayable: { readonly [Kind in SupportKind]: Readonly<Record<string, unknown>> } = {
  'reservation-refund': {
    reservationId: 'R-1',
    reservationOrderId: 'RO-1',
    customerId: 'contoso',
    id: 'case-1',
    title: 'Please refund',
    amountRequested: { amount: '7.50', currency: 'EUR' },
    'contact.preferredContactMethod': 'phone',
    'contact.name': 'Kim Lee',
    'contact.email': 'kim@partner.example',
    'contact.phone': '+82 2 555 0100',
  },
  'reservation-exchange': {
    reservationId: 'R-1',
    reservationOrderId: 'RO-1',
    customerId: 'contoso',
    id: 'case-1',
    title: 'Please exchange',
    amountRequested: { amount: 12, currency: 'JPY' },
    'contact.preferredContactMethod': 'email',
    'contact.name': 'Kim Lee',
    'contact.email': 'kim@partner.example',
    'contact.phone': '+82 2 555 0100',
  },
  'software-cancellation': {
    'customer.name': 'Contoso',
    'customer.tenantId': '45411344-b09d-47e7-9653-542006bf9766',
    'customer.domain': 'contoso.com',
    productName: 'SQL Server',
    orderId: 'O-1',
    subscriptionId: 'S-1',
    impact: 'The customer is billed for it',
    refundReason: 'Bought twice',
    amountRequested: { amount: '1002.74', currency: 'USD' },
    title: 'Please cancel',
    'contact.name': 'Kim Lee',
    'contact.email': 'kim@partner.example',
    'contact.phone': '+82 2 555 0100',
  },
};

/** The facts of these paths, as a caller would give them. */
export function factsOf(kind: SupportKind, paths: Iterable<string>): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const path of paths) {
    const [name = '', field] = path.split('.');
    const value = sayable[kind][path];
    if (field === undefined) facts[name] = value;
    else facts[name] = { ...(facts[name] as object | undefined), [field]: value };
  }
  return facts;
}

/** What is missing where these paths are given. */
export function missingBeside(kind: SupportKind, given: Iterable<string>): string[] {
  const paths = [...given];
  return askedFor[kind]
    .filter((part) => !part.some((way) => paths.some((path) => way.endsWith(` ${path}`))))
    .map((part) => part.join(' or '));
}

/** The missing parts of a draft, written as in the table above. */
export function told(
  missing: readonly { readonly field: string; readonly oneOf: readonly string[] }[],
): string[] {
  return missing.map(({ field, oneOf }) => oneOf.map((fact) => `${field}: ${fact}`).join(' or '));
}

/** Every subset, the empty one and the whole included. */
export function subsetsOf<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>(
    (subsets, one) => subsets.flatMap((subset) => [subset, [...subset, one]]),
    [[]],
  );
}

export const kinds = [
  'reservation-refund',
  'reservation-exchange',
  'software-cancellation',
] as const;
