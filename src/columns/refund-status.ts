const statuses = [
  'invalid',
  'full-credit',
  'pro-rated',
  'pro-rated-less-fee',
  'term-ended',
  'not-returnable',
  'undefined-by-text',
  'limit-exceeded',
] as const;

/**
 * The status of a row, by its code: `refundStatuses[0]` is `invalid`. The next three are the rows of
 * the cancellation table, the rest lawful refusals.
 */
export const refundStatuses: typeof statuses = Object.freeze(statuses);

export type RefundStatus = (typeof refundStatuses)[number];
