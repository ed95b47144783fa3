import type { Issue, Parsed } from './issue.ts';

/** The result of a {@link Parser} for libraries that support Standard Schema. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** The Standard Schema properties of a {@link Parser}. Frozen. */
export interface StandardProps<Input, Output> {
  readonly version: 1;
  readonly vendor: 'partner-rules';
  /** Same as calling the parser, with a result as the specification defines it. */
  readonly validate: (value: unknown) => StandardResult<Output>;
  /** Types for the compiler only; absent at run time. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/**
 * A function that checks facts of unknown shape and returns them in canonical form. It is also a
 * Standard Schema (version 1 of https://standardschema.dev), so that forms, servers and tools that
 * support the specification accept it. Each of its issues has our `code`, `expected` and `received`.
 *
 * `Input` is what the parser accepts, `Output` the canonical form.
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
