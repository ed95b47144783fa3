import type { Answered, Rejected } from '../io/results.ts';

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
