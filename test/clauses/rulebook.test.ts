import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/clauses/index.ts';
import { rulebook } from './rulebook.ts';

const page = new URL('../../docs/rulebook.md', import.meta.url);

describe('docs/rulebook.md', () => {
  // Where it is stale, `npm run docs:rulebook` writes it anew.
  it('follows from the catalogue, the sources and the tests', async () => {
    expect(existsSync(page)).toBe(true);
    await expect(rulebook()).toMatchFileSnapshot(fileURLToPath(page));
  });

  it('has an entry for each clause, with links to existing files only', () => {
    const text = rulebook();
    const entries = [...text.matchAll(/^### (.*)$/gm)].map(([, id]) => id);
    expect(entries).toEqual(clauses.map(({ id }) => id));
    const links = new Set([...text.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path));
    expect(links.size).toBeGreaterThan(50);
    expect([...links].filter((path) => !existsSync(new URL(path, page)))).toEqual([]);
  });
});
