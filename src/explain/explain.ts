import { type Issue, type Parsed, unwrap } from '../kernel/issue.ts';
import { readOptionalFields, readWord } from '../kernel/read.ts';
import type { ExplainableAnswer } from './answer.ts';
import { type ExplainFormat, explainAnswer } from './explain-answer.ts';
import { type ExplainLocale, wordsOf } from './locales.ts';

export interface ExplainOptions {
  /** Default: `en`. */
  readonly locale?: ExplainLocale | undefined;
  /** Default: `text`. */
  readonly as?: ExplainFormat | undefined;
}

/**
 * Explains an answer of this library in words: the answer in a sentence, the calculation, the
 * obstacles with their next steps, the rules and interpretations applied, the assumptions, and what
 * would change the result, with each case decided again.
 *
 * It needs only the answer, even after a round trip through JSON; in a quote, `lines` can be missing
 * and `policy` can be the id of a published one. The answer is recomputed from its facts first. Texts
 * of the caller are escaped, so that they cannot look like anything else.
 *
 * @throws InputError with every issue, if the answer cannot be read, or differs from the one that
 * follows from its facts (`contradiction`), or an option is unknown.
 *
 * @example
 * const quote = quoteRefund({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', used: false,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-01-07',
 * });
 * const text = explain(quote);
 * text.split('\n')[0]; //=> 'The refund is 10,386.41 USD, paid to the partner.'
 * text.includes('12,000.00 × 359 ÷ 365 = 11,802.74'); //=> true
 * text.split('\n').find((line) => line.includes('2025-01-06')); //=> '  One day earlier, on 2025-01-06, the refund would be 12,000.00 (+1,613.59).'
 * explain(quote, { locale: 'ko' }).split('\n')[0];
 * //=> '환불액은 10,386.41 USD이며 파트너에게 지급됩니다.'
 */
export function explain(answer: ExplainableAnswer, options?: ExplainOptions): string {
  return unwrap(tryExplain(answer, options));
}

/**
 * {@link explain} for an answer of unknown shape: the explanation, or every issue. Never throws.
 *
 * @example
 * tryExplain({ allowed: true }).ok; //=> false
 */
export function tryExplain(answer: unknown, options?: ExplainOptions): Parsed<string> {
  const issues: Issue[] = [];
  const { locale, as } = readOptionalFields<keyof ExplainOptions>(
    options,
    optionNames,
    ['options'],
    issues,
  );
  const words = wordsOf[readWord(locale ?? 'en', ['en', 'ko'], ['options', 'locale'], issues)];
  return explainAnswer(answer, words, as, issues);
}

const optionNames: ReadonlySet<string> = new Set<keyof ExplainOptions>(['locale', 'as']);
