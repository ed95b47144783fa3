import type { Issue, Parsed } from '../../kernel/issue.ts';
import { readArray } from '../../kernel/read.ts';
import { readSaid, wholeBody } from './body-fields.ts';

/**
 * Reads the items of a collection as the Partner Center API responds (`{ totalCount, items, … }`), each
 * of them still to be read. There can be fewer than `totalCount` if it comes in pages.
 *
 * @returns the items, or why there are none. Never throws.
 *
 * @example
 * readCollection({ totalCount: 1, items: [{ id: 'A' }], attributes: { objectType: 'Collection' } });
 * //=> { ok: true, value: [{ id: 'A' }] }
 */
export function readCollection(collection: unknown): Parsed<readonly unknown[]> {
  const issues: Issue[] = [];
  const { items } = readSaid(wholeBody(collection), ['items'], issues);
  if (issues.length > 0) return { ok: false, issues };
  const value = readArray(items.value, items.path, issues, (item) => item);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}
