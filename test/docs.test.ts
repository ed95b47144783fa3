import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import type { SchemaName } from '../src/schemas/catalogue.ts';
import { readSchema } from './schemas/read-schema.ts';

const docs = new URL('../docs/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, docs), 'utf8');

/** What a program of the docs imports: this library and its schemas from their sources. */
async function load(specifier: string): Promise<unknown> {
  const [, schema] = /^partner-rules\/schemas\/(.*)\.json$/.exec(specifier) ?? [];
  if (schema !== undefined) return readSchema(schema as SchemaName);
  return specifier.startsWith('partner-rules') ? library : import(specifier);
}

/** Runs a program of the docs and gives what it prints. */
async function printed(code: string): Promise<string[]> {
  const lines: string[] = [];
  const console = { log: (...values: unknown[]) => lines.push(values.join(' ')) };
  const body = code.replace(
    /^import (\w+|\{[^}]*\}) from ('[^']*')(?: with [^;]*)?;$/gm,
    'const $1 = await load($2);',
  );
  const { outputText } = ts.transpileModule(`return (async () => {\n${body}\n})();`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  await new Function('load', 'console', outputText)(load, console);
  return lines;
}

const pages = [
  'apps/README.md',
  'apps/schemas.md',
  'apps/vendor-apis.md',
  'notebooks/README.md',
  'pipelines/README.md',
];

describe.each(pages)('docs/%s', (page) => {
  const programs = [...read(page).matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);

  it('has programs', () => {
    expect(programs.length).toBeGreaterThan(0);
  });

  it.each(programs)('prints what it says it prints: %s', async (code) => {
    const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, comment]) => comment);
    expect(said.length).toBeGreaterThan(0);
    expect(await printed(code)).toEqual(said);
  });
});

it('prints in the guide on columns what it says it prints', async () => {
  const [, code = ''] = /## Columns\n.*?```ts\n(.*?)```/s.exec(read('guide.md')) ?? [];
  const lines = await printed(code);
  expect(lines).toEqual([...code.matchAll(/^\/\/ (.*)$/gm)].map(([, said]) => said));
  expect(lines).toHaveLength(3);
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
