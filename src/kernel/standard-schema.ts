import type { Issue, Parsed } from './issue.ts';

/** What a {@link Parser} answers to a library that knows Standard Schema. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** What makes a {@link Parser} a Standard Schema. Frozen. */
export interface StandardProps<Input, Output> {
  readonly version: 1;
  readonly vendor: 'partner-rules';
  /** The same as calling the parser, in the words of the specification. */
  readonly validate: (value: unknown) => StandardResult<Output>;
  /** For the compiler only: there is nothing here when the program runs. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/**
 * A function that checks facts of unknown shape and writes them in canonical form. It is a Standard
 * Schema (version 1 of https://standardschema.dev) too, so that forms, servers and tools which know
 * that specification take it as it is. Each of its issues has our `code`, `expected` and `received`.
 *
 * `Input` is what callers have and the parser accepts, `Output` the canonical form.
 */
export interface Parser<Input, Output> {
  (input: unknown): Parsed<Output>;
  readonly '~standard': StandardProps<Input, Output>;
}

/**
 * Makes a Standard Schema of a function that parses. The function itself is marked and frozen, and named,
 * as bundlers name functions as they like.
 */
export function standardSchema<Input, Output>(
  name: string,
  parse: (input: unknown) => Parsed<Output>,
): Parser<Input, Output> {
  const validate = (value: unknown): StandardResult<Output> => {
    const parsed = parse(value);
    return parsed.ok ? { value: parsed.value } : { issues: parsed.issues };
  };
  const props = { version: 1, vendor: 'partner-rules', validate: Object.freeze(validate) } as const;
  Object.defineProperty(parse, 'name', { value: name });
  return Object.freeze(Object.assign(parse, { '~standard': Object.freeze(props) }));
}
