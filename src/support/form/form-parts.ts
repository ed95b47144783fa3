import type { SupportKind } from '../request-form.ts';

/** A fact that a form cannot do without, by the path under which it is given. */
export type RequiredFact =
  | 'impact'
  | 'customer.tenantId'
  | 'customer.domain'
  | 'orderId'
  | 'subscriptionId'
  | 'refundReason'
  | 'amountRequested'
  | 'contact.preferredContactMethod'
  | 'contact.name'
  | 'contact.email'
  | 'contact.phone';

/** A part of a field of the form. Any one of the facts completes it. */
export interface FormPart {
  readonly field: 'impact' | 'description' | 'contact';
  readonly oneOf: readonly [RequiredFact, ...RequiredFact[]];
}

const person: readonly FormPart[] = [
  part('contact', 'contact.name'),
  part('contact', 'contact.email'),
  part('contact', 'contact.phone'),
];

// SUP-1; R-CONTACT: the person as on the other form.
const ofReservations: readonly FormPart[] = [
  part('contact', 'contact.preferredContactMethod'),
  ...person,
];

// SUP-2
const ofSoftware: readonly FormPart[] = [
  part('impact', 'impact'),
  part('description', 'customer.tenantId', 'customer.domain'),
  part('description', 'orderId', 'subscriptionId'),
  part('description', 'refundReason'),
  part('description', 'amountRequested'),
  ...person,
];

const partsOf: { readonly [Kind in SupportKind]: readonly FormPart[] } = {
  'reservation-refund': ofReservations,
  'reservation-exchange': ofReservations,
  'software-cancellation': ofSoftware,
};

function part(field: FormPart['field'], ...oneOf: FormPart['oneOf']): FormPart {
  return Object.freeze({ field, oneOf: Object.freeze(oneOf) });
}

/** The facts that are known. */
export type FactsAtHand = { readonly [Fact in RequiredFact]?: string | undefined };

/** The parts of the form that none of the facts completes, in the order of the form. */
export function missingParts(kind: SupportKind, atHand: FactsAtHand): FormPart[] {
  return partsOf[kind].filter(({ oneOf }) => oneOf.every((fact) => atHand[fact] === undefined));
}
