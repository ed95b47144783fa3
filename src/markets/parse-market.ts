import type { Issue } from '../kernel/issue.ts';
import { type Parser, standardSchema } from '../kernel/standard-schema.ts';
import type { MarketCode } from './names.ts';
import { type MarketInput, readMarket } from './read-market.ts';

/**
 * Reads a market by its two-letter or three-letter code, or by a name: the document's, ISO's, CLDR's
 * or a common one, in English or Korean. Case, accents, spacing and punctuation of names do not
 * matter. Two letters are always a code.
 *
 * @returns the two-letter code, or an issue that names what may be meant.
 *
 * @example
 * parseMarket('대한민국'); //=> { ok: true, value: 'KR' }
 * parseMarket('korea, republic of'); //=> { ok: true, value: 'KR' }
 * parseMarket('UK').ok; //=> false
 */
export const parseMarket: Parser<MarketInput, MarketCode> = /* @__PURE__ */ standardSchema(
  'parseMarket',
  (text) => {
    const issues: Issue[] = [];
    const market = readMarket(text, [], issues);
    return market === undefined ? { ok: false, issues } : { ok: true, value: market.code };
  },
);
