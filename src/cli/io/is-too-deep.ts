/** What is nested much deeper can be read as JSON, but no longer be written. */
export const MOST_DEPTH = 500;

/** Whether something that was read is nested too deep to be written again. */
export function isTooDeep(value: unknown, most: number = MOST_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isTooDeep(inner, most - 1));
}
