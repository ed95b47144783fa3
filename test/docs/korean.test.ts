import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read, root } from './blocks.ts';
import { figuresOf, koreanPageOf, outlineOf, translated, withCodeOf } from './korean.ts';

describe('the Korean pages', () => {
  it('are there for every page that has one', () => {
    const missing = translated.map(koreanPageOf).filter((file) => !existsSync(root + file));
    expect(missing).toEqual([]);
    expect(translated.length).toBeGreaterThan(50);
  });

  it.each(translated)('have the headings, tables, lists and links of %s', (file) => {
    const page = koreanPageOf(file);
    const { code, ...korean } = outlineOf(page, read(page));
    const { code: own, ...english } = outlineOf(file, read(file));
    expect(korean).toEqual(english);
    expect(code.length).toBe(own.length);
  });

  // Where it changed, `npm run docs:korean` takes it over.
  it.each(translated)('have the code of %s', async (file) => {
    const page = koreanPageOf(file);
    await expect(withCodeOf(read(file), read(page))).toMatchFileSnapshot(root + page);
  });

  it.each(translated)('have the figures of %s, in Korean sentences', (file) => {
    const text = read(koreanPageOf(file));
    const figures = figuresOf(text);
    expect([...figuresOf(read(file))].filter((figure) => !figures.has(figure))).toEqual([]);
    const prose = text.replace(/^```.*?^```$/gms, '').replace(/`[^`]*`/g, '');
    const hangul = prose.match(/[가-힣]/g)?.length ?? 0;
    const latin = prose.replace(/\]\([^)]*\)/g, '').match(/[a-z]/g)?.length ?? 0;
    expect(hangul).toBeGreaterThan(latin / 2);
    if (file.startsWith('docs/guide/')) {
      expect(text.split('\n').length).toBeLessThan(250);
    }
  });
});

interface Cell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: readonly string[];
  readonly metadata: { readonly ko?: readonly string[] };
}

describe('the Korean texts of notebooks', () => {
  const notebooks = readdirSync(`${root}docs/notebooks`, { recursive: true })
    .map((name) => `docs/notebooks/${name}`)
    .filter((file) => file.endsWith('.ipynb') && !file.includes('node_modules'));
  const texts = notebooks.flatMap((file) =>
    (JSON.parse(read(file)) as { readonly cells: readonly Cell[] }).cells
      .filter((cell) => cell.cell_type === 'markdown')
      .map(({ id, source, metadata: { ko = [] } }) => ({
        cell: `${file} ${id}`,
        english: source.join(''),
        korean: ko.join(''),
      })),
  );

  it.each(texts)('have the outline and figures of $cell', ({ cell, english, korean }) => {
    expect(outlineOf(cell, korean)).toEqual(outlineOf(cell, english));
    const figures = figuresOf(korean);
    expect([...figuresOf(english)].filter((figure) => !figures.has(figure))).toEqual([]);
    expect(korean).toMatch(/[가-힣]/);
  });

  it('are those of every notebook', () => {
    expect(notebooks.length).toBeGreaterThan(5);
    expect(texts.length).toBeGreaterThan(30);
  });
});
