import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as library from '../src/index.ts';
import { issueCodes } from '../src/kernel/issue.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const guide = readFileSync(new URL('../docs/guide.md', import.meta.url), 'utf8');
const [program = '', , badInput = ''] = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(
  ([, code]) => code,
);

it('shows a program that prints what it says it prints', () => {
  const printed: string[] = [];
  const console = {
    log: (...values: unknown[]) => {
      printed.push(values.join(' '));
    },
  };
  const code = program.replace(/^import .*$/m, '');
  new Function('quoteRefund', 'console', code)(library.quoteRefund, console);
  expect(printed).toEqual([...program.matchAll(/\/\/ (.*)$/gm)].map(([, comment]) => comment));
});

it('shows bad input with the issues that it gives', () => {
  const call = badInput.slice(0, badInput.indexOf(';'));
  const parsed = new Function('tryQuoteRefund', `return ${call}`)(library.tryQuoteRefund) as {
    readonly issues: readonly library.Issue[];
  };
  expect(parsed.issues.map(({ path, code }) => [path[0], code])).toEqual(
    [...badInput.matchAll(/path: \['(\w+)'\], code: '([\w-]+)'/g)].map(([, path, code]) => [
      path,
      code,
    ]),
  );
  expect(badInput).toContain(`received: '${parsed.issues[0]?.received}'`);
});

it('has a guide that lists every clause, and every word of the closed unions', () => {
  for (const { id } of library.reservationClauses) {
    expect(guide).toMatch(new RegExp(`\\b${id}\\b`));
  }
  const source = ['vocabulary/interpretations.ts', 'vocabulary/next-steps.ts']
    .concat(['reservations/quote/quote.ts', 'reservations/quote/quote-exchange.ts'])
    .concat(['reservations/what-if/refund-curve.ts'])
    .map((name) => readFileSync(new URL(`../src/${name}`, import.meta.url), 'utf8'))
    .join('\n');
  const unions =
    /export type (?:InterpretationId|NextStep|RefundRow|RefundRefusal|RefundNote|Assumed|ExchangeRefusal|RefundJumpCause) =([^;]*);/g;
  const words = [...source.matchAll(unions)].flatMap(([, union = '']) =>
    [...union.matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
  );
  expect(words.length).toBeGreaterThan(60);
  expect(words.filter((word) => !new RegExp(`\`${word}\`|${word} \\|`).test(guide))).toEqual([]);
  expect(issueCodes.filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
  expect(library.refundStatuses.filter((word) => !guide.includes(`\`${word}\``))).toEqual([]);
});
