/** Values nested much deeper can be read as JSON but not written. */
export const MOST_DEPTH = 500;

/** A result holds its record, and a draft the quote of another result, a few levels further down. */
export const MOST_DEPTH_OF_RESULT: number = MOST_DEPTH + 10;

/** Checks whether a value is nested too deep to be written as JSON. */
export function isTooDeep(value: unknown, most: number = MOST_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isTooDeep(inner, most - 1));
}
