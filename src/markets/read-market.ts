import { InputError, type Issue, issue } from '../kernel/issue.ts';
import { readName } from '../kernel/read.ts';
import { findMarket, marketsLike } from './find-market.ts';
import type { Market } from './market-index.ts';
import type { MarketCode } from './names.ts';

/** A market's code or name. Editors suggest the codes. */
export type MarketInput = MarketCode | (string & {});

/** Reads a market, or adds an issue with suggestions. */
export function readMarket(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): Market | undefined {
  const before = issues.length;
  const text = readName(value, path, issues);
  if (issues.length > before) return undefined;

  const market = findMarket(text);
  if (market !== undefined) return market;
  const meant = marketsLike(text).map(({ code, name }) => `${code} for "${name}"`);
  const hint = meant.length === 0 ? '' : ` (did you mean ${meant.join(' or ')}?)`;
  const expected = `the code of a market, or its name in English or Korean${hint}`;
  issues.push(issue(path, 'unknown-value', expected, text));
  return undefined;
}

/** Reads a market, or throws an {@link InputError}. */
export function marketOf(input: MarketInput): Market {
  const issues: Issue[] = [];
  const market = readMarket(input, ['market'], issues);
  if (market === undefined) throw new InputError(issues);
  return market;
}
