import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';

const docs = new URL('../docs/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, docs), 'utf8');

/** Runs a program of the docs and gives what it prints. */
function printed(code: string): string[] {
  const lines: string[] = [];
  const console = { log: (...values: unknown[]) => lines.push(values.join(' ')) };
  const body = code.replace(
    /^import (\{[^}]*\}) from 'partner-rules[^']*';$/gm,
    'const $1 = library;',
  );
  const { outputText } = ts.transpileModule(body, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  new Function('library', 'console', outputText)(library, console);
  return lines;
}

const pages = ['apps/README.md', 'notebooks/README.md', 'pipelines/README.md'];

describe.each(pages)('docs/%s', (page) => {
  const programs = [...read(page).matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);

  it('has programs', () => {
    expect(programs.length).toBeGreaterThan(0);
  });

  it.each(programs)('prints what it says it prints: %s', (code) => {
    const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, comment]) => comment);
    expect(said.length).toBeGreaterThan(0);
    expect(printed(code)).toEqual(said);
  });
});

it('prints in the guide on columns what it says it prints', () => {
  const [, code = ''] = /## Columns\n.*?```ts\n(.*?)```/s.exec(read('guide.md')) ?? [];
  expect(printed(code)).toEqual([...code.matchAll(/^\/\/ (.*)$/gm)].map(([, said]) => said));
  expect(printed(code)).toHaveLength(3);
});

it('links to files that are there', () => {
  const texts = readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|txt)$/.test(path) && !/^reference|node_modules/.test(path))
    .map((path): [name: string, url: URL] => [`docs/${path}`, new URL(path, docs)]);
  texts.push(['README.md', new URL('../README.md', docs)]);
  const broken: string[] = [];
  for (const [name, url] of texts) {
    for (const [, link = ''] of readFileSync(url, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|#)/.test(link)) continue;
      const target = new URL(link.replace(/#.*/, ''), url);
      try {
        readdirSync(new URL('./', target));
        readFileSync(target);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EISDIR') broken.push(`${name}: ${link}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

it('names every function in llms.txt, by its folder', () => {
  const text = read('llms.txt');
  const functions = Object.entries(library)
    .filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name))
    .map(([name]) => name);
  const helpers = ['isInputError', 'currencyDigits', 'openRefundLedger'];
  const parsers = /^parse|^try/;
  expect(
    functions.filter(
      (name) =>
        !helpers.includes(name) && !parsers.test(name) && !new RegExp(`\\b${name}\\b`).test(text),
    ),
  ).toEqual([]);
});
