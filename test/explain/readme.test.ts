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

it('names every option in the guide', () => {
  for (const word of ['locale', 'en', 'ko', 'as', 'text', 'markdown', 'contradiction']) {
    expect(section).toContain(`\`${word}\``);
  }
});
