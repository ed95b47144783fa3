import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import * as library from '../src/index.ts';

const folders = Object.keys(packageFile.exports)
  .map((entry) => entry.slice(2) || '.')
  .filter(
    (name) => name !== '.' && existsSync(new URL(`../src/${name}/index.ts`, import.meta.url)),
  );

it.each(folders)('exports what partner-rules/%s does at the root too', async (name) => {
  const folder = (await import(`../src/${name}/index.ts`)) as object;
  expect(Object.keys(folder)).not.toEqual([]);
  expect(library).toMatchObject(folder);
});
