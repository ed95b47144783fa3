import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clauses, type DocumentKey, documents } from '../../src/clauses/index.ts';
import { rulebook } from './rulebook.ts';
import { english, korean } from './rulebook-words.ts';

describe.each([
  ['English', english],
  ['Korean', korean],
])('the rulebook in %s', (_, words) => {
  const page = new URL(`../../${words.page}`, import.meta.url);

  // Where it is stale, `npm run docs:rulebook` writes it anew.
  it('follows from the catalogue, the sources and the tests', async () => {
    expect(existsSync(page)).toBe(true);
    await expect(rulebook(words)).toMatchFileSnapshot(fileURLToPath(page));
  });

  it('links each document to its public page', () => {
    const text = rulebook(words);
    for (const [key, { url }] of Object.entries(documents)) {
      expect(text).toContain(`[${words.documentTitle(key as DocumentKey)}](${url})`);
    }
  });

  it('has a reason wherever a clause is not modelled', () => {
    for (const clause of clauses) {
      expect([clause.id, words.whyOf(clause) !== undefined]).toEqual([
        clause.id,
        clause.why !== undefined,
      ]);
    }
  });

  it('has an entry for each clause, with links to existing files and entries only', () => {
    const text = rulebook(words);
    const entries = [...text.matchAll(/^### (.*)$/gm)].map(([, id]) => id);
    expect(entries).toEqual(clauses.map(({ id }) => id));
    const links = new Set([...text.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path));
    const local = [...links].filter((path) => !/^(https:|#)/.test(path));
    expect(local.length).toBeGreaterThan(50);
    expect(local.filter((path) => !existsSync(new URL(path, page)))).toEqual([]);
    const headings = entries.map((id = '') => `#${id.toLowerCase()}`);
    const anchors = [...links].filter((path) => path.startsWith('#'));
    expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });
});
