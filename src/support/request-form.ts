const kinds = ['reservation-refund', 'reservation-exchange', 'software-cancellation'] as const;

/** The kinds of support requests. */
export const supportKinds: typeof kinds = Object.freeze(kinds);

export type SupportKind = (typeof supportKinds)[number];

/** The kind of request to the vendor for a reservation. */
export type ReservationSupportKind = Exclude<SupportKind, 'software-cancellation'>;

const methods = ['email', 'phone'] as const;

/** The contact methods, as Microsoft's API names them. */
export const contactMethods: typeof methods = Object.freeze(methods);

export type ContactMethod = (typeof contactMethods)[number];

/** The selections on the form for a reservation: the vendor's own labels. */
export const reservationSelections: {
  readonly issueType: 'Billing';
  readonly problemType: 'Reservation management';
  readonly category: 'Exchanges and refunds';
} = Object.freeze({
  issueType: 'Billing', // SUP-1, also for what follows
  problemType: 'Reservation management',
  category: 'Exchanges and refunds',
});

/** The selection on the form for software: the vendor's own label. */
export const softwareProblemType = 'CSP Purchase/Refund on behalf of customers'; // SUP-2

const reservationIds = ['reservationId', 'reservationOrderId'] as const;

/** The facts that the support agent may ask for and the form does not contain. */
export const advisedFacts: typeof reservationIds = Object.freeze(reservationIds); // SUP-1

export type AdvisedFact = (typeof advisedFacts)[number];
