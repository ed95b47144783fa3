/** The fields of a record, not yet checked. */
export type Facts = Readonly<Record<string, unknown>>;

/** A rule as a command. */
export interface Rule {
  readonly command: string;
  /** The facts that a question can give by position; `roles...` takes all words before the next. */
  readonly words: readonly string[];
  /** True if there are further facts. */
  readonly takesFacts: boolean;
  /** The description in the help. */
  readonly about: string;
  /**
   * Throws an `InputError` if the facts are malformed. `id` is the id of the record, for the rules that
   * use it.
   */
  readonly answer: (facts: Facts, id: string | undefined) => object;
  /** Formats an answer as text; the default is a list of its fields. */
  readonly text?: ((answer: object) => string) | undefined;
}

/** Returns facts as the input of a rule, which checks them itself. */
export function asInput<Input>(facts: Facts): Input {
  return facts as Input;
}
