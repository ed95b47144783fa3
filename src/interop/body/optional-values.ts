import { canonicalDay, readDay } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import { readOptional, readText } from '../../kernel/read.ts';
import type { BodyValue } from './body-fields.ts';

// Values that a body or a row can leave out; an empty cell counts as left out.

/** Reads a text, or returns `null` if there is none. */
export function optionalText(stated: BodyValue, issues: Issue[]): string | null {
  return optionalValue(stated, issues, readText);
}

/** Reads a day as YYYY-MM-DD, or returns `null` if there is none. */
export function optionalDay(stated: BodyValue, issues: Issue[]): string | null {
  return optionalValue(stated, issues, (value, path, found) =>
    canonicalDay(value, readDay(value, path, found)),
  );
}

/** Reads a value with a reader of the kernel, or returns `null` if there is none. */
export function optionalValue<T>(
  { value, path }: BodyValue,
  issues: Issue[],
  read: (value: unknown, path: Issue['path'], issues: Issue[]) => T,
): T | null {
  return readOptional(value === '' ? undefined : value, path, issues, read) ?? null;
}

/** A text as a body states it; an empty one counts as left out. */
export function statedText({ value, path }: BodyValue): BodyValue {
  return { value: value === '' ? undefined : value, path };
}
