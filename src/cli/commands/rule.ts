/** The facts of a record by name, as they came. */
export type Facts = Readonly<Record<string, unknown>>;

/** A rule as a command. */
export interface Rule {
  readonly command: string;
  /** The facts that a question may give by their place; `roles...` are all words before the next. */
  readonly words: readonly string[];
  /** Whether there are facts beside those. */
  readonly takesFacts: boolean;
  /** What it answers, for the help. */
  readonly about: string;
  /**
   * Throws an `InputError` where the facts are malformed. `id` is what the record calls itself, for
   * the rules that tell it.
   */
  readonly answer: (facts: Facts, id: string | undefined) => object;
  /** What it answers, for people; the general listing where there is none. */
  readonly text?: ((answer: object) => string) | undefined;
}
