import type { en } from './en.ts';

/** The same tree with any texts in its leaves; functions keep their parameters. */
type Translated<Text> = Text extends string
  ? string
  : Text extends (facts: infer Given) => string
    ? (facts: Given) => string
    : { readonly [Name in keyof Text]: Translated<Text[Name]> };

/**
 * The texts of one language. English defines them: a language that lacks a sentence, adds one, or
 * uses a fact that the sentence does not have, does not compile.
 */
export type Templates = Translated<typeof en>;
