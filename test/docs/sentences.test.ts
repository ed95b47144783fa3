import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/clauses/index.ts';
import * as library from '../../src/index.ts';
import type { PortalTask } from '../../src/places/index.ts';
import { read, root } from './blocks.ts';

const page = read('docs/guide/sentences.md');

interface Row {
  readonly document: string;
  readonly sentences: readonly number[];
  readonly answer: string;
}

/** `104–106, 108` as its numbers. */
function numbersIn(cell: string): number[] {
  return cell.split(', ').flatMap((part) => {
    const [from, to = from] = part.split('–').map(Number) as [number, number?];
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

const rows: readonly Row[] = page
  .split(/^## /m)
  .slice(1)
  .flatMap((part) => {
    const [document = ''] = part.split('\n');
    return [...part.matchAll(/^\| [^|]+ \| ([\d–, ]+) \| [^|]+ \| ([^|]+) \|$/gm)].map(
      ([, sentences = '', answer = '']) => ({ document, sentences: numbersIn(sentences), answer }),
    );
  });

const reasons = ['heading', 'link', 'introduction'];
const clauseIds = new Set<string>(clauses.map(({ id }) => id));
const tasks = new Set<string>(library.portalTasks);

/** The documents, where they are at hand. */
const seeds = `${root}../shared/seeds/`;
const pages = existsSync(seeds) ? readdirSync(seeds) : [];
const files: { readonly [document: string]: string } = {
  'customer-permission': '000',
  reservations: '001',
  'reservations-2018': '002',
  'indirect-resellers': '003',
  software: '004',
};

describe('the page of sentences', () => {
  it('has the five documents', () => {
    expect(new Set(rows.map(({ document }) => document))).toEqual(new Set(Object.keys(files)));
  });

  it.each(rows)('names what exists for $document $sentences: $answer', ({ answer }) => {
    const names = [...answer.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    if (names.length === 0) {
      expect(reasons).toContain(answer);
      return;
    }
    const known = (name: string): boolean =>
      clauseIds.has(name) || name in library || tasks.has(name);
    expect(names.filter((name) => !known(name))).toEqual([]);
    // A task is one of whereTo, which has a place for it.
    const named = names.filter((name) => tasks.has(name));
    expect(names.includes('whereTo')).toBe(named.length > 0);
    expect(named.filter((task) => library.whereTo(task as PortalTask) === null)).toEqual([]);
  });

  it.each(Object.keys(files))('lists each sentence of %s once', (document) => {
    const listed = rows.flatMap((row) => (row.document === document ? row.sentences : []));
    expect(listed.filter((number, at) => listed.indexOf(number) !== at)).toEqual([]);
  });

  it.each(
    Object.entries(files).flatMap(([document, prefix]) =>
      pages.filter((page) => page.startsWith(prefix)).map((page) => [document, page] as const),
    ),
  )('leaves out no sentence of %s and adds none', (document, page) => {
    const text = readFileSync(`${seeds}${page}`, 'utf8');
    const numbers = [...text.matchAll(/data-stu-id="[\da-f]+-(\d+)"/g)].map(([, number]) =>
      Number(number),
    );
    const listed = rows.flatMap((row) => (row.document === document ? row.sentences : []));
    expect([...new Set(listed)].sort((a, b) => a - b)).toEqual(
      [...new Set(numbers)].sort((a, b) => a - b),
    );
  });
});
