import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/clauses/index.ts';
import { interpretationIds } from '../clauses/naming.ts';
import { blocksOfPage } from '../docs/blocks.ts';
import { folder, pages } from './pages.ts';

const interpretations = interpretationIds.map((id) => [id, pages.get(`${id}.md`) ?? ''] as const);

const sections = ['What the texts say', 'Evidence', 'The choice', 'What would change the result'];

/** The documents and revisions of the catalogue, as the pages cite them. */
const cited = new Set(clauses.map(({ document, revision }) => `${document} ${revision}`));

/** Where the links of a page go. */
const linksOf = (page: string): string[] =>
  [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);

/** What is wrong with where a link goes. */
function faultOf(target: string): string | undefined {
  const [path = '', anchor] = target.split('#', 2);
  const file = new URL(path, folder);
  if (!existsSync(file)) return `${target}: no such file`;
  if (anchor === undefined) return undefined;
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)];
  return headings.some(([, heading]) => heading?.toLowerCase() === anchor)
    ? undefined
    : `${target}: no such heading`;
}

describe('docs/interpretations', () => {
  it('has a page for each interpretation, a list of them, and nothing else', () => {
    const names = interpretationIds.map((id) => `${id}.md`);
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(pages.keys())).toEqual(new Set(['README.md', ...names]));
  });

  it('lists each page once and in order', () => {
    const list = linksOf(pages.get('README.md') ?? '').filter((target) => target.startsWith('R-'));
    expect(list).toEqual(interpretationIds.map((id) => `${id}.md`));
  });

  it.each([...pages])('%s links to what there is', (_, page) => {
    const local = linksOf(page).filter((target) => !target.startsWith('https:'));
    expect(local.map(faultOf)).toEqual(local.map(() => undefined));
  });

  it.each([
    ['R-NONE.md', 'R-NONE.md: no such file'],
    ['../rulebook.md#res-0', '../rulebook.md#res-0: no such heading'],
  ])('a link to %s would be found', (target, fault) => {
    expect(faultOf(target)).toBe(fault);
  });
});

describe.each(interpretations)('the page of %s', (id, page) => {
  it('asks the question, and goes through texts, evidence and choice to what would change it', () => {
    const [, title, question] = /^# (.*)\n\n(.*\?)/.exec(page) ?? [];
    expect(title).toMatch(new RegExp(`^${id}: [A-Z]`));
    expect(question).toBeDefined();
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(sections);
  });

  it('cites documents and revisions that the catalogue has', () => {
    const citations = [...page.matchAll(/`([a-z0-9-]+)` \((\d{4}-\d\d-\d\d), [A-Z]/g)];
    expect(citations).not.toEqual([]);
    for (const [, document, revision] of citations) {
      expect(cited).toContain(`${document} ${revision}`);
    }
  });

  it('sends the reader to the clauses that it is about', () => {
    expect(linksOf(page).join(' ')).toMatch(/\.\.\/rulebook\.md#|R-[A-Z]+\.md/);
  });

  // Whether the results are those that are given is tried in `test/docs`.
  it('shows results', () => {
    const code = blocksOfPage(`docs/interpretations/${id}.md`).map((block) => block.code);
    expect(code.join('\n')).toContain('//=> ');
  });
});
