import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

// What can be held of the committed notebooks without running them; `npm run notebooks` runs them.

const folder = new URL('../docs/notebooks/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));

interface Output {
  readonly output_type: string;
  readonly text?: readonly string[];
  readonly data?: Readonly<Record<string, readonly string[]>>;
  readonly execution_count?: number;
}

interface Cell {
  readonly cell_type: string;
  readonly id: string;
  readonly metadata: object;
  readonly source: readonly string[];
  readonly execution_count?: number;
  readonly outputs?: readonly Output[];
}

interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: object;
  readonly cells: readonly Cell[];
}

const textOf = ({ text, data }: Output): string =>
  [text ?? [], ...Object.values(data ?? {})].map((lines) => lines.join('')).join('\n');

/** Whether a cell shows something: it logs, or ends in an expression, whose value is shown. */
function prints(source: string): boolean {
  const last = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022).statements.at(-1);
  return /\bconsole\.log\(/.test(source) || (last !== undefined && ts.isExpressionStatement(last));
}

it('takes an expression at the end, or a log anywhere, for what prints', () => {
  const cells = ['const a = 1;\na', 'console.log(1);\nconst a = 1;', 'const a = 1;', ''];
  expect(cells.map(prints)).toEqual([true, true, false, false]);
});

it('finds the notebooks, and the page names each of them', () => {
  expect(names).toHaveLength(5);
  const page = readFileSync(new URL('README.md', folder), 'utf8');
  for (const name of names) expect(page).toContain(`](${name})`);
});

describe.each(names)('docs/notebooks/%s', (name) => {
  const raw = readFileSync(new URL(name, folder), 'utf8');
  const notebook = JSON.parse(raw) as Notebook;
  const { cells } = notebook;
  const code = cells.filter(({ cell_type }) => cell_type === 'code');
  const outputs = code.flatMap((cell) => cell.outputs ?? []);

  it('is a notebook of format 4 for the Deno kernel', () => {
    expect(notebook).toMatchObject({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { kernelspec: { name: 'deno', language: 'typescript' } },
    });
    const lines = (value: unknown): boolean =>
      Array.isArray(value) && value.every((line) => typeof line === 'string');
    for (const { cell_type, id, source } of cells) {
      expect(['code', 'markdown']).toContain(cell_type);
      expect(id).toMatch(/^[\w-]{1,64}$/);
      expect(lines(source)).toBe(true);
    }
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    for (const { output_type, text, data } of outputs) {
      expect(['stream', 'execute_result', 'display_data']).toContain(output_type);
      expect(lines(output_type === 'stream' ? text : Object.values(data ?? {}).flat())).toBe(true);
    }
  });

  it('has an output for each cell that prints, in the order of the cells, and no error', () => {
    code.forEach((cell, at) => {
      expect([cell.id, cell.execution_count]).toEqual([cell.id, at + 1]);
      const hasOutputs = (cell.outputs ?? []).some((output) => textOf(output).trim() !== '');
      expect([cell.id, hasOutputs]).toEqual([cell.id, prints(cell.source.join(''))]);
    });
    expect(outputs.filter(({ output_type }) => output_type === 'error')).toEqual([]);
  });

  it('tells neither where nor when it was run', () => {
    expect(raw).not.toMatch(/file:\/\/|[\s"'(]\/\w+\/\w|[A-Z]:\\/);
    expect(Object.keys(notebook.metadata).sort()).toEqual(['kernelspec', 'language_info']);
    // Beside a text there is its Korean, and nothing else.
    for (const { cell_type: type, metadata } of cells) {
      expect(Object.keys(metadata)).toEqual(type === 'markdown' ? ['ko'] : []);
    }
  });

  it('has pictures that stand alone: named, with a title, and in no color of the page', () => {
    const pictures = outputs.flatMap(({ data }) => data?.['image/svg+xml']?.join('') ?? []);
    expect(pictures.length).toBeGreaterThan(0);
    for (const svg of pictures) {
      expect(svg).toMatch(/^<svg [^>]*aria-label="[^"]+"[^>]*>/);
      expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).toMatch(/^<svg [^>]*style="color:#[0-9a-f]{6};/);
      expect(svg).toMatch(/<text [^>]*font-weight="bold">[^<]+<\/text>/);
    }
  });

  it('says no amount in its prose that no cell has', () => {
    const flat = (text: string): string => text.replaceAll(',', '');
    const prose = cells.filter(({ cell_type }) => cell_type === 'markdown');
    const said = prose.flatMap(({ source }) => source.join('').match(/\d[\d,]*\.\d\d\b/g) ?? []);
    const had = flat([...code.map(({ source }) => source.join('')), ...outputs.map(textOf)].join());
    expect(said.filter((amount) => !had.includes(flat(amount)))).toEqual([]);
  });
});
