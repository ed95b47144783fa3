import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { anchorsOf, filesOf, read, root } from './blocks.ts';

const texts = [
  ...['README.md', 'CHANGELOG.md'],
  ...[...filesOf('docs', '.md'), ...filesOf('docs', '.txt'), ...filesOf('.github', '.md')],
];

/** What is wrong with the links of a text. */
function faultsOf(file: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^https?:/.test(link)) return [];
    const [path = '', anchor] = link.split('#', 2);
    const target = path === '' ? file : normalize(join(dirname(file), path));
    if (!existsSync(`${root}${target}`)) return [`${file}: ${link}: no such file`];
    if (anchor === undefined || anchorsOf(read(target)).includes(anchor)) return [];
    return [`${file}: ${link}: no such heading`];
  });
}

it('links to files and headings that are there', () => {
  expect(texts.flatMap((file) => faultsOf(file, read(file)))).toEqual([]);
  expect(faultsOf('README.md', '[a](docs/no.md) [b](docs/trust.md#no)')).toHaveLength(2);
});

it('keeps each page of the guide under 250 lines, and lists it in the index', () => {
  const index = read('docs/guide/README.md');
  for (const name of readdirSync(`${root}docs/guide`)) {
    expect([name, read(`docs/guide/${name}`).split('\n').length < 250]).toEqual([name, true]);
    if (name !== 'README.md') expect(index).toContain(`](${name}`);
  }
  expect(read('README.md').split('\n').length).toBeLessThan(150);
});

it('names every function in llms.txt, by its folder', () => {
  const text = read('docs/llms.txt');
  const helpers = ['isInputError', 'currencyDigits', 'openRefundLedger'];
  const functions = Object.entries(library)
    .filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name))
    .map(([name]) => name)
    .filter((name) => !helpers.includes(name) && !/^parse|^try/.test(name));
  expect(functions.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
});
