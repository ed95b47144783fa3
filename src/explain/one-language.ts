import type { Issue, Parsed } from '../kernel/issue.ts';
import { readOptionalFields } from '../kernel/read.ts';
import { type ExplainFormat, explainAnswer } from './explain-answer.ts';
import type { Templates } from './words/templates.ts';

/** The options of an entry with one language. */
export interface OneLanguageOptions {
  /** Default: `text`. */
  readonly as?: ExplainFormat | undefined;
}

const optionNames: ReadonlySet<string> = new Set<keyof OneLanguageOptions>(['as']);

export function tryExplainIn(
  words: Templates,
  answer: unknown,
  options: OneLanguageOptions | undefined,
): Parsed<string> {
  const issues: Issue[] = [];
  const { as } = readOptionalFields<'as'>(options, optionNames, ['options'], issues);
  return explainAnswer(answer, words, as, issues);
}
