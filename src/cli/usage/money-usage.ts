import { ledgerActions } from '../commands/ledger-arguments.ts';
import { examples } from './examples.ts';
import type { OptionName } from './options.ts';
import {
  type CommandUsage,
  fileOptions,
  ledgerOptions,
  limitFormats,
  planFormats,
  policyOptions,
  quoteFormats,
  tableOptions,
} from './usage.ts';

type QuoteName = 'quote' | 'settle' | 'exchange';

const ofQuotes: Readonly<Record<QuoteName, string>> = {
  quote: 'the refund of each cancelled reservation, each on its own',
  settle: "the refund of each, applying each customer's yearly limit across the whole file",
  exchange: 'the credit of each exchange and the amount due',
};

const quoteOptions: readonly OptionName[] = [
  'explain',
  ...tableOptions,
  'locale',
  ...policyOptions,
  ...fileOptions,
  'jobs',
];
const settleOptions: readonly OptionName[] = [...ledgerOptions, 'quiet', 'not-after'];

function quoteUsage([name, about]: [name: string, about: string]): CommandUsage {
  return {
    name,
    forms: ['[options] [FILE...]', '[options] FIELD=VALUE...'],
    about,
    options: name === 'settle' ? [...quoteOptions, ...settleOptions] : quoteOptions,
    formats: quoteFormats,
    words: [],
    takesFiles: true,
    guide: name === 'settle' ? 'settling.md' : 'requests.md',
    examples: examples[name] as readonly string[],
  };
}

/** The commands about money. They load nothing of the other rules, which settling a record has no time for. */
export const quoteUsages: readonly CommandUsage[] = Object.entries(ofQuotes).map(quoteUsage);

export const ledgerUsage: CommandUsage = {
  name: 'ledger',
  forms: [
    'import --ledger LEDGERS.db FILE',
    'export --ledger LEDGER',
    'show --ledger LEDGER [--on DAY] CUSTOMER',
    'check --ledger LEDGER',
    'forget --ledger LEDGER --reason TEXT CUSTOMER ID',
  ],
  about: 'fills, writes, shows, verifies or repairs a ledger of settle',
  options: [...ledgerOptions, 'on', 'reason', ...policyOptions],
  formats: [],
  words: ledgerActions,
  takesFiles: true,
  guide: 'settling.md',
  examples: examples['ledger'] as readonly string[],
};

export const limitsUsage: CommandUsage = {
  name: 'limits',
  forms: ['[options] --ledger LEDGER'],
  about: "each customer's refund limit on a day: used, left and when more becomes available",
  options: [...tableOptions, ...ledgerOptions, 'on', ...policyOptions],
  formats: limitFormats,
  words: [],
  takesFiles: false,
  guide: 'settling.md',
  examples: examples['limits'] as readonly string[],
};

export const planUsage: CommandUsage = {
  name: 'plan',
  forms: ['[options] --from DAY [FILE...]'],
  about: 'which reservations of each customer to return when, so that most money comes back',
  options: [
    'from',
    'until',
    'format',
    'locale',
    ...ledgerOptions,
    ...policyOptions,
    ...fileOptions,
  ],
  formats: planFormats,
  words: [],
  takesFiles: true,
  guide: 'plans.md',
  examples: examples['plan'] as readonly string[],
};
