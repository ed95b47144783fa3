import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import * as markets from '../../src/markets/index.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the README', () => {
  const section = /\n## Markets\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';

  it('shows answers that are given', () => {
    const lines = [...section.matchAll(/^(?:const .* = )?(\w+\(.*\)); \/\/ (.*)$/gm)];
    const answers = lines.map(([, call, shown]) => {
      const ask = new Function(...Object.keys(library), `return ${call}`);
      const want = new Function(`return [${shown}]`)() as unknown[];
      return [ask(...Object.values(library)) as unknown, want] as const;
    });
    expect(answers).toMatchObject([
      [{ available: false, code: 'SZ', because: ['MKT-1'] }, [false, 'SZ', ['MKT-1']]],
      [true, [true]],
      [true, [true]],
    ]);
  });

  it('says that not being listed is no promise', () => {
    expect(section).toContain('no promise to sell');
    expect(section).toContain(`${library.unavailableMarkets.length} names`);
  });
});

describe('the guide', () => {
  const guide = read('docs/guide.md');

  it('lists every clause, the refusal and the note', () => {
    for (const { id } of library.marketClauses) expect(guide).toContain(`\n| ${id} | `);
    expect(guide).toContain('\n| `not-available` | `continue-without-a-reservation` | ');
    expect(guide).toContain('\n| `no-promise-to-sell` | ');
  });

  it('names what the answer holds', () => {
    const words = Object.keys(library.decideMarket('KR'));
    const known = ['allowed', 'because', 'interpretations'];
    for (const word of words) if (!known.includes(word)) expect(guide).toContain(`\`${word}\``);
  });
});

describe('the exports', () => {
  it('are the same at the root', () => {
    expect(library).toMatchObject(markets);
  });
});
