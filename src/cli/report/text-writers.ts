import type { Writable } from 'node:stream';
import { type ExplainLocale, tryExplain } from '../../explain/index.ts';
import { type Explained, withRepeat } from '../commands/explanations.ts';
import type { Answered } from '../io/results.ts';
import { textOf } from './answer-text.ts';
import type { Writer } from './writers.ts';

/** Writes the explanation of a question; issues go to `stderr`. */
export function textWriter<A extends Answered>(
  answerIn: (result: A) => object,
  stderr: Writable,
  locale: ExplainLocale,
  write?: (answer: object) => string,
): Writer<A> {
  return {
    header: () => '',
    row(result) {
      if (result.ok) {
        const answer = answerIn(result);
        if (write !== undefined) return write(answer);
        const explained = tryExplain(answer, { locale });
        // Look-ups come without a verdict: their fields say all there is.
        if (!explained.ok) return textOf(answer);
        return `${withRepeat(explained.value, result.repeated, { locale, as: 'text' })}\n`;
      }
      for (const { message } of result.issues) stderr.write(`partner-rules: ${message}\n`);
      return '';
    },
    footer: () => '',
  };
}

/** Writes explanations separated by empty lines; issues go to `stderr`. */
export function explanationWriter(stderr: Writable): Writer<Explained> {
  let between = '';
  return {
    header: () => '',
    row(result) {
      if (!result.ok) {
        const told = result.issues.map(
          ({ message }) => `partner-rules: line ${result.line}: ${message}\n`,
        );
        stderr.write(told.join(''));
        return '';
      }
      const text = `${between}${result.text}\n`;
      between = '\n';
      return text;
    },
    footer: () => '',
  };
}
