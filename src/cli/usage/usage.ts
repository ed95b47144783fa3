import type { OptionName } from './options.ts';

export type Format = 'ndjson' | 'table' | 'csv' | 'text' | 'markdown';

export const quoteFormats = ['ndjson', 'table', 'csv'] as const;
export const limitFormats = ['ndjson', 'table', 'csv'] as const;
export const planFormats = ['ndjson', 'table', 'text'] as const;
export const listFormats = ['text', 'ndjson'] as const;
export const ruleFormats = ['ndjson'] as const;
export const explainFormats = ['ndjson', 'text', 'markdown'] as const;

/** Options that several commands have. */
export const policyOptions: readonly OptionName[] = ['policy', 'as-of'];
export const fileOptions: readonly OptionName[] = ['set', 'as'];
export const tableOptions: readonly OptionName[] = ['format', 'bom'];
export const ledgerOptions: readonly OptionName[] = ['ledger', 'wait'];

/** All that is said about a command: its help, its completion and the options that it takes. */
export interface CommandUsage {
  readonly name: string;
  /** The arguments after its name, one line for each form. */
  readonly forms: readonly string[];
  readonly about: string;
  readonly options: readonly OptionName[];
  /** The forms of its output, the default first; for questions `text` comes before them. */
  readonly formats: readonly Format[];
  /** Known words that it takes by position. */
  readonly words: readonly string[];
  readonly takesFiles: boolean;
  readonly guide: string;
  readonly examples: readonly string[];
}
