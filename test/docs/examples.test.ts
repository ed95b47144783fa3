import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { blocksOfPage, examplesOf, filesOf, root, withCode } from './blocks.ts';
import { faultsOf } from './compile.ts';
import { withResults } from './run-block.ts';

// `npm run docs:examples` writes the results anew where they changed.

// Korean pages have the code of the English ones (test/docs/korean.test.ts).
const pages = ['README.md', ...filesOf('docs', '.md')]
  .filter((file) => !file.startsWith('docs/ko/'))
  .map((file) => [file, blocksOfPage(file)] as const);
const sources = filesOf('src', '.ts').map((file) => [file, examplesOf(file)] as const);
const shown = [...pages, ...sources].filter(([, blocks]) => blocks.length > 0);

describe('the examples', () => {
  it('are there for every function of the library', () => {
    const text = sources.flatMap(([, blocks]) => blocks.map(({ code }) => code)).join('\n');
    const functions = Object.entries(library).filter(([, value]) => typeof value === 'function');
    const names = functions.map(([name]) => name).filter((name) => name !== 'InputError');
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\(`).test(text))).toEqual([]);
  });

  it.each(shown)('of %s have the results that they show', async (file, blocks) => {
    const run = [];
    for (const block of blocks) run.push([block, await withResults(block)] as const);
    await expect(withCode(file, run)).toMatchFileSnapshot(`${root}${file}`);
  });
});

it('compile, each pasted into a file of its own', () => {
  expect(faultsOf(shown.flatMap(([, blocks]) => blocks)).join('\n')).toBe('');
});
