import { describe, expect, it } from 'vitest';
import { currencyCodes, currencyDigits, readCurrency } from '../../src/kernel/currencies.ts';
import type { Issue } from '../../src/kernel/issue.ts';
import { type Cell, itHolds } from '../cells.ts';
import { isoCurrencies } from './iso-4217.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const triples: readonly string[] = LETTERS.flatMap((first) =>
  LETTERS.flatMap((second) => LETTERS.map((third) => first + second + third)),
);

function read(text: string): string {
  const issues: Issue[] = [];
  const code = readCurrency(text, [], issues);
  return code === '' ? `${issues[0]?.code}: ${issues[0]?.expected}` : code;
}

const unknown = 'unknown-currency: the code of an active ISO 4217 currency, such as USD';

describe('every currency', () => {
  itHolds('decimals of AAA to ZZZ', 17_576, function* (): Iterable<Cell> {
    for (const code of triples) yield [code, currencyDigits(code), isoCurrencies.get(code)];
  });

  itHolds('AAA to ZZZ in four cases', 4 * 17_576, function* (): Iterable<Cell> {
    for (const code of triples) {
      const [first = '', ...others] = code;
      const isKnown = isoCurrencies.has(code);
      yield [code, read(code), isKnown ? code : unknown];
      const lower = code.toLowerCase();
      for (const other of [lower, first + lower.slice(1), lower[0] + others.join('')]) {
        yield [other, read(other), isKnown ? `${unknown} (did you mean "${code}"?)` : unknown];
      }
    }
  });

  itHolds('000 to 999, which are no codes here', 1_000, function* (): Iterable<Cell> {
    for (let number = 0; number < 1_000; number += 1) {
      const text = `${number}`.padStart(3, '0');
      yield [text, read(text), unknown];
    }
  });

  it('is listed', () => {
    expect([...currencyCodes].sort()).toEqual([...isoCurrencies.keys()].sort());
  });
});
