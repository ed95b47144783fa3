import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as room from '../../src/explain/index.ts';
import * as library from '../../src/index.ts';
import { cancelled, explain } from './answers.ts';

const guide = readFileSync(new URL('../../docs/guide.md', import.meta.url), 'utf8');
const section = /\n## Explanations\n(.*?)\n## /s.exec(guide)?.[1] ?? '';

it('is exported at the root too', () => {
  expect(library).toMatchObject(room);
});

it('is shown in the guide as it is', () => {
  const code = /```ts\n(.*?)```/s.exec(section)?.[1] ?? '';
  const shown = code.split('\n').flatMap((line) => /^\/\/ (.*[^…])$/.exec(line)?.[1] ?? []);
  expect(shown).toHaveLength(6);
  const lines = explain(library.quoteRefund(cancelled)).split('\n');
  for (const line of shown) expect(lines).toContain(line);
});

it('is shown in the README with the lines that it gives', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = /\n## Explanations\n(.*?)\n## /s.exec(readme)?.[1] ?? '';
  const [first = '', ...rest] = /```ts\n(.*?)\n```/s.exec(shown)?.[1]?.split('\n') ?? [];
  const quote = library.quoteRefund(cancelled);
  const program = rest.map((line) => line.split('; // ')).map(([call]) => call);
  const given = new Function('quote', 'explain', `${first}\nreturn [${program}]`)(quote, explain);
  const said = rest.map((line) => new Function(`return ${line.split('; // ')[1]}`)());
  expect(said).toHaveLength(4);
  expect(given).toEqual(said);
});

it('names every option in the guide', () => {
  for (const word of ['locale', 'en', 'ko', 'as', 'text', 'markdown', 'contradiction']) {
    expect(section).toContain(`\`${word}\``);
  }
});
