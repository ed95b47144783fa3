import type { Writable } from 'node:stream';
import { textOf } from './answer-text.ts';
import type { Answered, Rejected } from './results.ts';

/** How results are written: what comes before them, each of them, and what comes after. */
export interface Writer<A extends Answered> {
  header(): string;
  row(result: A | Rejected, line: number): string;
  footer(): string;
}

const nothing = (): string => '';

/** One line of JSON for each result. `shown` is what stands in the place of an answered one. */
export function ndjsonWriter<A extends Answered>(shown: (result: A) => object): Writer<A> {
  return {
    header: nothing,
    row: (result) => `${JSON.stringify(result.ok ? shown(result) : result)}\n`,
    footer: nothing,
  };
}

/** A few lines for people about what they asked; what was malformed in it goes to `stderr`. */
export function textWriter<A extends Answered>(
  answerIn: (result: A) => object,
  stderr: Writable,
  write: (answer: object) => string = textOf,
): Writer<A> {
  return {
    header: nothing,
    row(result) {
      if (result.ok) return write(answerIn(result));
      for (const { message } of result.issues) stderr.write(`partner-rules: ${message}\n`);
      return '';
    },
    footer: nothing,
  };
}
