import { customerTasks } from '../../customers/customer-tasks.ts';
import { nearest } from '../../kernel/read.ts';
import { portalTasks } from '../../places/index.ts';
import { resellerAccessLevels, resellerTasks } from '../../resellers/index.ts';
import { refundPolicies } from '../../reservations/index.ts';
import { allActions, allRoles } from '../../roles/index.ts';
import { softwareKinds, softwarePolicies } from '../../software/index.ts';
import { supportKinds } from '../../support/index.ts';
import { usageOf } from '../commands/question.ts';
import type { Rule } from '../commands/rule.ts';
import { listings, rules, verdicts } from '../commands/rules.ts';
import { Problem } from '../io/problem.ts';
import { examples } from './examples.ts';
import { ledgerUsage, limitsUsage, planUsage, quoteUsages } from './money-usage.ts';
import type { OptionName } from './options.ts';
import {
  type CommandUsage,
  explainFormats,
  fileOptions,
  limitFormats,
  listFormats,
  policyOptions,
  ruleFormats,
  tableOptions,
} from './usage.ts';

const fieldWords: Readonly<Record<string, readonly string[]>> = {
  'can ROLES... ACTION': [...allRoles, ...allActions],
  'actions ROLES...': allRoles,
  'roles ACTION': allActions,
  'exchange-software KIND': softwareKinds,
  'customer-task TASK': customerTasks,
  'reseller-task TASK': resellerTasks,
  'reseller-access LEVEL': resellerAccessLevels,
  'support KIND': supportKinds,
};

const guides: readonly (readonly [start: RegExp, guide: string])[] = [
  [/^(can|actions|roles)$/, 'roles.md'],
  [/^(market|tax)$/, 'markets.md'],
  [/^compare-software$/, 'what-if.md'],
  [/software|link|download|benefit/, 'software.md'],
  [/^(customer|discounts)/, 'customers.md'],
  [/^(partnership|reseller)/, 'resellers.md'],
  [/^support$/, 'support.md'],
  [/^(compare|curve)$/, 'what-if.md'],
];

function ruleUsage({ command, words, takesFacts, about }: Rule): CommandUsage {
  const facts = takesFacts ? ['FIELD=VALUE...'] : [];
  const question = [usageOf(words), ...facts].filter((part) => part !== '').join(' ');
  const options: OptionName[] = ['format'];
  if (!listings.has(command)) options.push('locale');
  if (verdicts.has(command)) options.push('exit-code');
  const [, guide] = guides.find(([start]) => start.test(command)) as readonly [RegExp, string];
  return {
    name: command,
    forms: [`[options] ${question}`, words.length === 0 ? '[options] [FILE]' : '[options] -'],
    about,
    options,
    formats: ruleFormats,
    words: fieldWords[`${command} ${usageOf(words)}`] ?? [],
    takesFiles: words.length === 0,
    guide,
    examples: examples[command] as readonly string[],
  };
}

const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const policyIds = [...Object.keys(refundPolicies), ...Object.keys(softwarePolicies)];

const ruleUsages = rules.map(ruleUsage);

const readUsage: CommandUsage = {
  name: 'read',
  forms: ['[options] FILE...'],
  about: 'the facts that files state: exports, orders, spreadsheets; several are joined by order',
  options: fileOptions,
  formats: [],
  words: [],
  takesFiles: true,
  guide: 'csv.md',
  examples: examples['read'] as readonly string[],
};

const checkUsage: CommandUsage = {
  name: 'check',
  forms: ['[options] FILE...'],
  about: "whether the vendor's refunds agree with the rules, and which policy explains them",
  options: [...tableOptions, 'locale', ...policyOptions, ...fileOptions],
  formats: limitFormats,
  words: [],
  takesFiles: true,
  guide: 'csv.md',
  examples: examples['check'] as readonly string[],
};

const explainUsage: CommandUsage = {
  name: 'explain',
  forms: ['[options] [FILE]'],
  about:
    'explains each result of the other commands in words (for a policy of your own, create the results with --explain)',
  options: ['format', 'locale'],
  formats: explainFormats,
  words: [],
  takesFiles: true,
  guide: 'explanations.md',
  examples: examples['explain'] as readonly string[],
};

const policiesUsage: CommandUsage = {
  name: 'policies',
  forms: ['[--format FORMAT] [ID]', '[--format FORMAT] --timeline'],
  about: 'lists each policy with its dates and notes, or shows one in full',
  options: ['format', 'timeline'],
  formats: listFormats,
  words: policyIds,
  takesFiles: false,
  guide: 'policies.md',
  examples: examples['policies'] as readonly string[],
};

const whereUsage: CommandUsage = {
  name: 'where',
  forms: ['[options] [TASK]'],
  about: 'where to click in the portals for an action, a next step or a task, or for all of them',
  options: ['format', 'locale'],
  formats: listFormats,
  words: portalTasks,
  takesFiles: false,
  guide: 'where.md',
  examples: examples['where'] as readonly string[],
};

const completionUsage: CommandUsage = {
  name: 'completion',
  forms: [shells.join(' | ')],
  about: 'writes a script that completes commands, options and words in your shell',
  options: [],
  formats: [],
  words: shells,
  takesFiles: false,
  guide: 'command-line.md',
  examples: examples['completion'] as readonly string[],
};

const named = [
  ...quoteUsages,
  ledgerUsage,
  limitsUsage,
  planUsage,
  explainUsage,
  readUsage,
  checkUsage,
  ...ruleUsages,
  whereUsage,
  policiesUsage,
  completionUsage,
];

const helpUsage: CommandUsage = {
  name: 'help',
  forms: ['[COMMAND]'],
  about: 'shows the help of a command, or of all',
  options: [],
  formats: [],
  words: named.map(({ name }) => name),
  takesFiles: false,
  guide: 'command-line.md',
  examples: examples['help'] as readonly string[],
};

/** Every command, in the order of the help. */
export const commandUsages: readonly CommandUsage[] = [...named, helpUsage];

const names = commandUsages.map(({ name }) => name);

/** Returns the usage of a command. Throws a `Problem` that suggests the nearest if there is none. */
export function commandUsage(name: string | undefined): CommandUsage {
  const known = names.join(', ');
  if (name === undefined) throw new Problem(`expected a command, one of ${known} (see --help)`);
  const usage = commandUsages.find((one) => one.name === name);
  if (usage !== undefined) return usage;
  const near = nearest(name, names);
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  throw new Problem(`unknown command "${name}"${hint}: expected one of ${known} (see --help)`);
}

/** Returns the shell of a completion script. Throws a `Problem` if there is none for it. */
export function shellOf(words: readonly string[]): Shell {
  const shell = shells.find((known) => known === words[0]);
  if (shell !== undefined && words.length === 1) return shell;
  const got = words.length === 0 ? 'nothing' : `"${words.join('" "')}"`;
  throw new Problem(`completion: expected one of ${shells.join(', ')}, got ${got}`);
}
