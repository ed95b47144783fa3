import type { Writable } from 'node:stream';
import { type ExplainLocale, tryExplain } from '../../explain/index.ts';
import { type Explained, withRepeat } from '../commands/explanations.ts';
import type { Answered, Rejected } from '../io/results.ts';
import { textOf } from './answer-text.ts';

/** Writes results: a header, a row for each, and a footer. */
export interface Writer<A extends Answered> {
  header(): string;
  row(result: A | Rejected, line: number): string;
  footer(): string;
}

const nothing = (): string => '';

/** Writes nothing. */
export function quietWriter<A extends Answered>(): Writer<A> {
  return { header: nothing, row: nothing, footer: nothing };
}

/** Writes one line of JSON per result. `shown` selects the part of an answered one. */
export function ndjsonWriter<A extends Answered>(shown: (result: A) => object): Writer<A> {
  return {
    header: nothing,
    row: (result) => `${JSON.stringify(result.ok ? shown(result) : result)}\n`,
    footer: nothing,
  };
}

/** Writes the explanation of a question; issues go to `stderr`. */
export function textWriter<A extends Answered>(
  answerIn: (result: A) => object,
  stderr: Writable,
  locale: ExplainLocale,
  write?: (answer: object) => string,
): Writer<A> {
  return {
    header: nothing,
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
    footer: nothing,
  };
}

/** Writes explanations separated by empty lines; issues go to `stderr`. */
export function explanationWriter(stderr: Writable): Writer<Explained> {
  let between = '';
  return {
    header: nothing,
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
    footer: nothing,
  };
}
