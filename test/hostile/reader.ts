/** How a function says that it cannot take what it was given. */
export type Refusal =
  /** It answers `ok: false` with issues, and never throws. */
  | 'issues'
  /** It throws an `InputError`. */
  | 'InputError'
  /** It answers issues and no value, as Standard Schema has it. */
  | 'standard'
  /** It answers what it was told to. */
  | 'undefined'
  | 'false'
  /** It throws a `Problem` of the command line, or answers issues. */
  | 'problem';

export interface Reader {
  readonly name: string;
  readonly read: (...args: never[]) => unknown;
  /** Valid arguments, as a template. */
  readonly args: readonly unknown[];
  readonly refusal: Refusal;
  /** Where not everything can reach it: what JSON can hold, or texts. */
  readonly only?: 'json' | 'text';
}

// biome-ignore lint/suspicious/noExplicitAny: each takes something else.
type Read = (...args: any[]) => unknown;

export function reader(read: Read, args: readonly unknown[], refusal: Refusal): Reader {
  return { name: read.name, read, args, refusal };
}

export function named(
  name: string,
  read: Read,
  args: readonly unknown[],
  refusal: Refusal,
  only?: 'json' | 'text',
): Reader {
  return only === undefined ? { name, read, args, refusal } : { name, read, args, refusal, only };
}
