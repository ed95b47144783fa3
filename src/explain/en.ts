import { type Parsed, unwrap } from '../kernel/issue.ts';
import type { ExplainableAnswer } from './answer.ts';
import { type OneLanguageOptions, tryExplainIn } from './one-language.ts';
import { en } from './words/en.ts';

export type { ExplainableAnswer } from './answer.ts';
export type { ExplainFormat } from './explain-answer.ts';
export type { OneLanguageOptions } from './one-language.ts';

/**
 * Explains an answer in English, as `explain` of `partner-rules/explain` does. An app that imports
 * `partner-rules/explain/en` instead does not carry the texts of the other language.
 *
 * @throws InputError with every issue, as `explain` of `partner-rules/explain` does.
 */
export function explain(answer: ExplainableAnswer, options?: OneLanguageOptions): string {
  return unwrap(tryExplain(answer, options));
}

/** {@link explain} for an answer of unknown shape: the explanation, or every issue. Never throws. */
export function tryExplain(answer: unknown, options?: OneLanguageOptions): Parsed<string> {
  return tryExplainIn(en, answer, options);
}
