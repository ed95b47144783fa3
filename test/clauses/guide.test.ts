import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as catalogue from '../../src/clauses/index.ts';
import * as library from '../../src/index.ts';
import { clauseIds, interpretationIds } from './naming.ts';

const guide = readFileSync(new URL('../../docs/guide.md', import.meta.url), 'utf8');
const sectionOf = (title: string): string =>
  new RegExp(`\\n## ${title}\\n(.*?)\\n## `, 's').exec(guide)?.[1] ?? '';

describe('the guide', () => {
  it('lists every clause, every status and the parts of the catalogue', () => {
    const section = sectionOf('Clauses');
    for (const id of clauseIds) expect(section).toMatch(new RegExp(`^\\|.*\\b${id}\\b.* \\|`, 'm'));
    for (const { status } of library.clauses) expect(section).toContain(`\n| \`${status}\` | `);
    const parts = Object.keys(library).filter((name) => /^clause|Clauses$/.test(name));
    expect(parts).toHaveLength(9);
    for (const name of parts) expect(section).toMatch(new RegExp(`\`${name}\\b`));
  });

  it('lists every interpretation', () => {
    const section = sectionOf('Interpretations');
    for (const id of interpretationIds) expect(section).toContain(`\n| ${id} | `);
  });
});

describe('the exports', () => {
  it('are the same at the root', () => {
    expect(library).toMatchObject(catalogue);
  });
});
