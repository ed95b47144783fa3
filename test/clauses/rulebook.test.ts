import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clauses, documents } from '../../src/clauses/index.ts';
import { rulebook } from './rulebook.ts';

const page = new URL('../../docs/rulebook.md', import.meta.url);

describe('docs/rulebook.md', () => {
  // Where it is stale, `npm run docs:rulebook` writes it anew.
  it('follows from the catalogue, the sources and the tests', async () => {
    expect(existsSync(page)).toBe(true);
    await expect(rulebook()).toMatchFileSnapshot(fileURLToPath(page));
  });

  it('links each document to its public page', () => {
    for (const { title, url } of Object.values(documents)) {
      expect(rulebook()).toContain(`[${title}](${url})`);
    }
  });

  it('has an entry for each clause, with links to existing files and entries only', () => {
    const text = rulebook();
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
