import { refundPolicies } from '../../reservations/index.ts';
import { policySources } from '../../reservations/policy/policy-choice.ts';
import { inputTypes } from '../input/types.ts';

interface OptionUsage {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly multiple?: boolean;
  /** The name of its value in the help. */
  readonly value?: string;
  readonly about: string;
  /** Known values. */
  readonly words: readonly string[];
  /** True if its value can be a file. */
  readonly isFile?: boolean;
}

/** The options of all commands, in the order of the help. */
export const options = {
  explain: {
    type: 'boolean',
    about: 'with ndjson: adds the calculation lines and the full policy to each quote',
  },
  format: {
    type: 'string',
    value: 'FORMAT',
    about: 'the form of the output, one of those that the command has',
  },
  bom: {
    type: 'boolean',
    about: 'with csv: begins with a byte order mark, which Excel needs to read UTF-8',
  },
  ledger: {
    type: 'string',
    value: 'LEDGER',
    about:
      "the customers' ledgers: a file, which settle replaces after all results are written, or a database (LEDGERS.db), which several runs can use at once",
    isFile: true,
  },
  wait: {
    type: 'string',
    value: 'SECONDS',
    about: 'with --ledger: waits for other runs (default: 0 for a file, 30 for a database)',
  },
  quiet: { type: 'boolean', about: 'with --ledger: settles without writing results' },
  jobs: {
    type: 'string',
    value: 'N',
    about: 'answers on N threads at once, for files of facts with one JSON record a line',
  },
  'not-after': { type: 'string', value: 'DAY', about: 'rejects records of a later day' },
  on: {
    type: 'string',
    value: 'DAY',
    about: "the day of the limit (default: the customer's last settled day)",
  },
  from: { type: 'string', value: 'DAY', about: 'the first day on which anything can be returned' },
  until: {
    type: 'string',
    value: 'DAY',
    about: 'the last day to plan for (default: the last of all terms)',
  },
  reason: { type: 'string', value: 'TEXT', about: 'with ledger forget: why, which is kept' },
  'exit-code': {
    type: 'boolean',
    about: 'exits with 4 if an answer is no, so that a shell can test it',
  },
  locale: {
    type: 'string',
    value: 'LOCALE',
    about: 'the language of explanations: en (default) or ko',
  },
  policy: {
    type: 'string',
    value: 'POLICY',
    about:
      'partner-center or azure, for each record the version in force on its day; a published policy (partner-rules policies lists them); or a JSON file with your own policy',
    isFile: true,
  },
  'as-of': {
    type: 'string',
    value: 'DAY',
    about: 'instead of --policy: the version of the partner policy on that day',
  },
  set: {
    type: 'string',
    multiple: true,
    value: 'FIELD=VALUE',
    about: 'a fact that no file states, for all records (used=true); can be given several times',
  },
  as: { type: 'string', value: 'TYPE', about: 'what the files are, if that is not recognised' },
  timeline: { type: 'boolean', about: 'all versions of all sources on one time axis' },
  help: { type: 'boolean', short: 'h', about: 'shows the help of the command' },
  version: { type: 'boolean', short: 'v', about: 'shows the version' },
} as const;

export type OptionName = keyof typeof options;

/** Known values of options. */
const words: Readonly<Partial<Record<OptionName, readonly string[]>>> = {
  as: inputTypes,
  locale: ['en', 'ko'],
  policy: [...policySources, ...Object.keys(refundPolicies)],
};

/** An option by its name, with all that it may have. */
export function optionUsage(name: OptionName): OptionUsage {
  return { ...options[name], words: words[name] ?? [] };
}
