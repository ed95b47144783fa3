import { parseArgs } from 'node:util';
import type { ExplainLocale } from '../../explain/index.ts';
import { nearest } from '../../kernel/read.ts';
import { type LedgerInvocation, readLedgerArguments } from '../commands/ledger-arguments.ts';
import { readSource, type Source } from '../commands/question.ts';
import { type QuoteCommand, quoteCommands } from '../commands/quotes.ts';
import type { Rule } from '../commands/rule.ts';
import { Problem } from '../io/problem.ts';
import type { LimitsInvocation } from '../report/limits.ts';
import { knownFormat, refuseLocale, refuseMark } from './formats.ts';
import { ledgerUsage, limitsUsage, quoteUsages } from './money-usage.ts';
import { readJobs, readWait } from './numbers.ts';
import { type OptionName, options } from './options.ts';
import {
  type CheckInvocation,
  type ReadInvocation,
  type ReadingOptions,
  readReadingOptions,
} from './reading-options.ts';
import {
  type CommandUsage,
  explainFormats,
  type Format,
  limitFormats,
  listFormats,
  planFormats,
  quoteFormats,
  ruleFormats,
} from './usage.ts';

/** A parsed command line. */
export type Invocation =
  | { readonly kind: 'version' }
  /** A command that prints a text that is known already. */
  | { readonly kind: 'text'; readonly text: string }
  | QuoteInvocation
  | LedgerInvocation
  | LimitsInvocation
  | PlanInvocation
  | RuleInvocation
  | ExplainInvocation
  | ReadInvocation
  | CheckInvocation;

interface RunInvocation {
  readonly source: Source;
  readonly format: Format;
  /** The language of explanations. */
  readonly locale: ExplainLocale;
}

/** A command about money. */
export interface QuoteInvocation extends RunInvocation, ReadingOptions {
  readonly kind: 'quotes';
  readonly format: Exclude<Format, 'markdown'>;
  readonly command: QuoteCommand;
  readonly explain: boolean;
  readonly bom: boolean;
  readonly ledger: string | undefined;
  /** Longest wait for other processes that use the ledger, in seconds. */
  readonly wait: number | undefined;
  readonly quiet: boolean;
  /** The threads that answer. */
  readonly jobs: number;
  readonly notAfter: string | undefined;
  readonly policy: string | undefined;
  /** The day whose version of the partner policy applies. */
  readonly asOf: string | undefined;
}

/** A command about any other rule. */
export interface RuleInvocation extends RunInvocation {
  readonly kind: 'rule';
  readonly rule: Rule;
  readonly format: 'ndjson' | 'text';
  /** True if the exit status reports a refusal. */
  readonly exitCode: boolean;
}

/** The command that explains the results of the others. */
export interface ExplainInvocation extends RunInvocation {
  readonly kind: 'explain';
  readonly format: 'ndjson' | 'text' | 'markdown';
}

/** The command that plans returns. */
export interface PlanInvocation extends ReadingOptions {
  readonly kind: 'plan';
  readonly source: Source;
  readonly format: (typeof planFormats)[number];
  readonly locale: ExplainLocale;
  readonly from: string;
  readonly until: string | undefined;
  readonly ledger: string | undefined;
  readonly wait: number | undefined;
  readonly policy: string | undefined;
  readonly asOf: string | undefined;
}

/**
 * Reads a command line. Throws a `Problem` if it is not valid. Commands about money and their ledgers load
 * nothing of the other commands, so that settling a record takes no longer.
 */
export async function readArguments(argv: readonly string[]): Promise<Invocation> {
  const { values, positionals, tokens } = parse(argv);
  const [name, ...words] = positionals;
  if (values.help) return text(await helpText(name));
  if (values.version) return { kind: 'version' };
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const once = given.filter((option) => option !== 'set');
  const twice = once.find((option, at) => once.indexOf(option) < at);
  if (twice !== undefined) throw new Problem(`--${twice} is given more than once`);

  const usage = await usageOf(name);
  for (const option of given) await refuseOption(option as OptionName, usage);
  const { explain = false, bom = false, ledger, quiet = false, on, reason } = values;
  const { policy, 'as-of': asOf, 'not-after': notAfter, 'exit-code': exitCode = false } = values;
  const wait = readWait(values.wait);
  if (wait !== undefined && ledger === undefined)
    throw new Problem('--wait can be used only with --ledger');
  if (quiet && ledger === undefined) throw new Problem('--quiet can be used only with --ledger');
  refuseTwoPolicies(policy, asOf);
  const locale = readLocale(values.locale);

  switch (usage.name) {
    case 'help':
      return text(await helpText(...words));
    case 'completion':
      return text(await completionText(words));
    case 'policies':
      return text(
        (await import('../listings/policies.ts')).policiesText(
          words,
          knownFormat(values.format, listFormats),
          values.timeline,
        ),
      );
    case 'where': {
      const format = knownFormat(values.format, listFormats);
      refuseLocale(values.locale, format);
      return text((await import('../listings/where.ts')).whereText(words, format, locale));
    }
    case 'ledger':
      return readLedgerArguments(words, { ledger, wait, policy, asOf, on, reason });
    case 'limits': {
      if (words.length > 0)
        throw new Problem(`limits: expected only options, got "${words.join('" "')}"`);
      if (ledger === undefined) throw new Problem('limits: --ledger is missing');
      const format = knownFormat(values.format, limitFormats);
      refuseMark(bom, format);
      return { kind: 'limits', ...{ ledger, wait, on, policy, asOf, format, bom } };
    }
    case 'plan': {
      const source = readSource(words, [], 'several');
      if ('question' in source) throw new Problem('plan: expected FILE..., got FIELD=VALUE');
      const { from, until } = values;
      if (from === undefined) throw new Problem('plan: --from is missing');
      const format = knownFormat(values.format, planFormats);
      refuseLocale(values.locale, format);
      const reading = readReadingOptions(values.set, values.as, source);
      return {
        kind: 'plan',
        ...{ source, format, locale, from, until, ledger, wait, policy, asOf },
        ...reading,
      };
    }
    case 'check':
    case 'read': {
      const source = readSource(words, [], 'several');
      if ('question' in source) {
        throw new Problem(`${usage.name}: expected FILE..., got FIELD=VALUE`);
      }
      const reading = readReadingOptions(values.set, values.as, source);
      if (usage.name === 'read') return { kind: 'read', source, ...reading };
      const format = knownFormat(values.format, limitFormats);
      refuseMark(bom, format);
      return { kind: 'check', source, ...reading, policy, asOf, format, bom, locale };
    }
    case 'explain': {
      const source = readSource(words, []);
      const format = readFormat(values.format, source, explainFormats);
      return { kind: 'explain', source, format, locale };
    }
  }
  const command = quoteCommands.find((one) => one === usage.name);
  if (command === undefined) {
    const { rules } = await import('../commands/rules.ts');
    const rule = rules.find((one) => one.command === usage.name) as Rule;
    const source = readSource(words, rule.words);
    const format = readFormat(values.format, source, ruleFormats);
    refuseLocale(values.locale, format);
    return { kind: 'rule', rule, source, format, locale, exitCode };
  }
  const source = readSource(words, [], 'several');
  const reading = readReadingOptions(values.set, values.as, source);
  const format = readFormat(values.format, source, quoteFormats);
  if (explain && format !== 'ndjson') {
    throw new Problem(`--explain can be used only with --format ndjson, not with ${format}`);
  }
  refuseMark(bom, format);
  refuseLocale(values.locale, format);
  const jobs = readJobs(values.jobs, { source, ...reading, format, ledger });
  return {
    kind: 'quotes',
    ...{
      command,
      source,
      format,
      explain,
      bom,
      ledger,
      wait,
      quiet,
      jobs,
      notAfter,
      policy,
      asOf,
      locale,
    },
    ...reading,
  };
}

function text(text: string): Invocation {
  return { kind: 'text', text };
}

async function usageOf(name: string | undefined): Promise<CommandUsage> {
  const usage = [...quoteUsages, ledgerUsage, limitsUsage].find((one) => one.name === name);
  return usage ?? (await import('./command-usage.ts')).commandUsage(name);
}

async function helpText(name?: string, ...surplus: readonly string[]): Promise<string> {
  if (surplus.length > 0) {
    throw new Problem(`expected at most one COMMAND, got also "${surplus.join('" "')}"`);
  }
  const { help, helpOf } = await import('./help.ts');
  return name === undefined ? help : helpOf(await usageOf(name));
}

async function completionText(words: readonly string[]): Promise<string> {
  const { shellOf } = await import('./command-usage.ts');
  const { completionScript } = await import('./completion.ts');
  return completionScript(shellOf(words));
}

/** Longer lists of commands are not worth a message. */
const MOST_NAMED = 5;

async function refuseOption(option: OptionName, usage: CommandUsage): Promise<void> {
  if (usage.options.includes(option)) return;
  if (option === 'locale' && usage.formats.length > 0 && usage.name !== 'ledger') {
    throw new Problem(`--locale cannot be used with ${usage.name}, whose output is not translated`);
  }
  const { commandUsages } = await import('./command-usage.ts');
  const others = commandUsages.filter(({ options }) => options.includes(option));
  const names = others.map(({ name }) => name).join(', ');
  throw new Problem(
    others.length > MOST_NAMED
      ? `--${option} cannot be used with ${usage.name} (see partner-rules help ${usage.name})`
      : `--${option} can be used only with ${names}, not with ${usage.name}`,
  );
}

function refuseTwoPolicies(policy: string | undefined, asOf: string | undefined): void {
  if (policy === undefined || asOf === undefined) return;
  throw new Problem('--policy and --as-of cannot be used together');
}

function readLocale(given = 'en'): ExplainLocale {
  if (given === 'en' || given === 'ko') return given;
  throw new Problem(`unknown locale "${given}": expected one of en, ko`);
}

/** The default is ndjson for files and text for questions. */
function readFormat<F extends Format>(
  given: string | undefined,
  source: Source,
  ofFiles: readonly F[],
): F | 'text' {
  const formats = 'question' in source ? (['text', ...ofFiles] as const) : ofFiles;
  return knownFormat(given, formats);
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
  } catch (error) {
    // Some of its messages have several lines.
    const message = (error as Error).message.replaceAll('\n', ' ');
    const unknown = /^Unknown option '(--[^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new Problem(message);
    const known = Object.keys(options).map((option) => `--${option}`);
    const near = nearest(unknown, known);
    const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
    throw new Problem(`unknown option "${unknown}"${hint}: expected one of ${known.join(', ')}`);
  }
}
