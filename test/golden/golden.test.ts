import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { inZone } from '../reservations/zones.ts';
import { firstDifference } from './first-difference.js';
import { goldenAnswers } from './golden-answers.js';
import { makeCases } from './make-cases.js';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const cases = JSON.parse(makeCases()) as readonly { readonly call: string }[];
const answers = goldenAnswers(library, cases);

// Where they are stale, `npm run golden` writes both files anew: look at every line that changes.
describe('the golden files', () => {
  it.each(['cases.json', 'answers.ndjson'])('are there: %s', (name) => {
    expect(existsSync(pathOf(name))).toBe(true);
  });

  it('hold the questions that make-cases.js makes', async () => {
    await expect(makeCases()).toMatchFileSnapshot(pathOf('cases.json'));
  });

  it('hold the answers of the sources', async () => {
    await expect(answers).toMatchFileSnapshot(pathOf('answers.ndjson'));
  });
});

describe('the questions', () => {
  it('are a few hundred, each with an answer or with issues, and none with a bug', () => {
    const lines = answers.trimEnd().split('\n');
    expect(lines).toHaveLength(cases.length);
    const kinds = lines.map((line) => Object.keys(JSON.parse(line) as object)[1]);
    const count = (kind: string): number => kinds.filter((other) => other === kind).length;
    expect(count('answer')).toBeGreaterThan(500);
    expect(count('issues')).toBeGreaterThan(50);
    expect(count('answer') + count('issues')).toBe(lines.length);
  });

  it('are asked of every function that answers', () => {
    const answering = /^(quote|decide|settle|advance|draft|renew|record|explain$|stepsTo|download)/;
    const asked = new Set(cases.map(({ call }) => call));
    const names = Object.keys(library).filter((name) => answering.test(name));
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !asked.has(name))).toEqual([]);
  });
});

type Quote = typeof library.quoteRefund;

/** The library with another `quoteRefund`, held against the golden answers. */
function differenceWith(quoteRefund: Quote): string | undefined {
  return firstDifference(answers, goldenAnswers({ ...library, quoteRefund }, cases));
}

describe('the comparison with the golden answers', () => {
  it('finds nothing where nothing differs', () => {
    expect(differenceWith(library.quoteRefund)).toBeUndefined();
  });

  it('finds a half cent that is rounded up', () => {
    const halfUp: Quote = (request, options) => {
      const quote = library.quoteRefund(request, options);
      return quote.credit === '1.82' ? { ...quote, credit: '1.83' } : quote;
    };
    expect(differenceWith(halfUp)).toMatch(/"credit":"1\.82".*, got .*"credit":"1\.83"/);
  });

  it('finds a day that is read from a local clock', () => {
    const onLocalDays: Quote = (request, options) => {
      const { purchasedOn: at } = request ?? {};
      if (!(at instanceof Date)) return library.quoteRefund(request, options);
      const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
      const purchasedOn = local.toISOString().slice(0, 10);
      return library.quoteRefund({ ...request, purchasedOn }, options);
    };
    expect(inZone('UTC', () => differenceWith(onLocalDays))).toBeUndefined();
    expect(inZone('Pacific/Apia', () => differenceWith(onLocalDays))).toMatch(/^line \d+, from/);
  });

  it.each([
    ['a\nb\n', 'a\nc\n', 'line 2, from character 1: expected …b…, got …c…'],
    ['a\nb\n', 'a\n', 'line 2, from character 1: expected …b…, got ……'],
    ['a\n', 'a\nb\n', 'line 2, from character 1: expected ……, got …b…'],
    ['a\n', 'a', 'line 2: more or fewer line ends'],
  ])('tells where %j and %j differ', (golden, received, difference) => {
    expect(firstDifference(golden, received)).toBe(difference);
  });
});
