/** The facts that are whole numbers. */
export const countFields = ['quantity', 'quantityToReturn', 'completedTransactions'] as const;

/** Returns the number that a cell or an option writes, or the value itself if it writes none. */
export function countIn(value: unknown): unknown {
  return typeof value === 'string' && /^(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}
