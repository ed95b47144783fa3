/** The terms of a reservation, as the vendor's API names them, in years. */
export const termYears: { readonly P1Y: 1; readonly P3Y: 3; readonly P5Y: 5 } = Object.freeze({
  P1Y: 1,
  P3Y: 3,
  P5Y: 5,
});

export type Term = keyof typeof termYears;

export const terms: readonly ['P1Y', 'P3Y', 'P5Y'] = Object.freeze(['P1Y', 'P3Y', 'P5Y'] as const);

/** PAY-1: the payments of a term that is paid monthly. */
export function paymentsOf(term: Term): number {
  return termYears[term] * 12;
}
