import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { readArray } from '../../kernel/read.ts';
import { readBodyFields, wholeBody } from './body-fields.ts';

/**
 * Reads the items of a collection, each of them still to be read: of the Partner Center API (`{ totalCount,
 * items, … }`), Azure (`{ value, nextLink }`), Resource Graph (`{ count, data, … }`), or a bare array, as the
 * Azure CLI and PowerShell write it. There can be more of them on further pages (`totalCount`, `nextLink`).
 *
 * @returns the items, or why there are none. Never throws.
 *
 * @example
 * readCollection({ totalCount: 1, items: [{ id: 'A' }], attributes: { objectType: 'Collection' } });
 * //=> { ok: true, value: [{ id: 'A' }] }
 * readCollection({ value: [{ id: 'A' }], nextLink: null }); //=> { ok: true, value: [{ id: 'A' }] }
 */
export function readCollection(collection: unknown): Parsed<readonly unknown[]> {
  const issues: Issue[] = [];
  if (isList(collection)) return itemsOf(collection, [], issues);
  const lists = readBodyFields(wholeBody(collection), ['items', 'value', 'data'], issues);
  if (issues.length > 0) return { ok: false, issues };
  const given = Object.values(lists).filter(({ value }) => value !== undefined);
  const [list = lists.items, other] = given;
  if (other !== undefined) {
    const expected = `nothing together with ${list.path.join('.')}`;
    return { ok: false, issues: [issue(other.path, 'duplicate', expected, other.value)] };
  }
  return itemsOf(list.value, list.path, issues);
}

function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false; // a Proxy that is revoked
  }
}

function itemsOf(list: unknown, path: Issue['path'], issues: Issue[]): Parsed<readonly unknown[]> {
  const value = readArray(list, path, issues, (item) => item);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}
