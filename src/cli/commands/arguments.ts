import { parseArgs } from 'node:util';
import type { ExplainLocale } from '../../explain/index.ts';
import { nearest } from '../../kernel/read.ts';
import { Problem } from '../io/problem.ts';
import { type LedgerInvocation, readLedgerArguments } from './ledger-arguments.ts';
import { versionsOf, versionsText } from './policies.ts';
import { readSource, type Source } from './question.ts';
import { type QuoteCommand, quoteCommands } from './quotes.ts';
import type { Rule } from './rule.ts';
import { listings, rules } from './rules.ts';

type Format = 'ndjson' | 'table' | 'text' | 'markdown';

/** A parsed command line. */
export type Invocation =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'policies'; readonly text: string }
  | QuoteInvocation
  | LedgerInvocation
  | RuleInvocation
  | ExplainInvocation;

interface RunInvocation {
  readonly source: Source;
  readonly format: Format;
  /** The language of explanations. */
  readonly locale: ExplainLocale;
}

/** A command about money. */
export interface QuoteInvocation extends RunInvocation {
  readonly kind: 'quotes';
  readonly format: Exclude<Format, 'markdown'>;
  readonly command: QuoteCommand;
  readonly explain: boolean;
  readonly ledger: string | undefined;
  /** Longest wait for other processes that use the ledger, in seconds. */
  readonly wait: number | undefined;
  readonly quiet: boolean;
  readonly notAfter: string | undefined;
  readonly policy: string | undefined;
  /** The day whose version of the partner policy applies. */
  readonly asOf: string | undefined;
}

/** A command about any other rule. */
export interface RuleInvocation extends RunInvocation {
  readonly kind: 'rule';
  readonly rule: Rule;
  readonly format: Exclude<Format, 'table' | 'markdown'>;
}

/** The command that explains the results of the others. */
export interface ExplainInvocation extends RunInvocation {
  readonly kind: 'explain';
  readonly format: Exclude<Format, 'table'>;
}

const options = {
  explain: { type: 'boolean' },
  format: { type: 'string' },
  ledger: { type: 'string' },
  wait: { type: 'string' },
  quiet: { type: 'boolean' },
  'not-after': { type: 'string' },
  on: { type: 'string' },
  reason: { type: 'string' },
  locale: { type: 'string' },
  policy: { type: 'string' },
  'as-of': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

/** Reads a command line. Throws a `Problem` if it is not valid. */
export function readArguments(argv: readonly string[]): Invocation {
  const { values, positionals, tokens } = parse(argv);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = given.find((option, at) => given.indexOf(option) < at);
  if (twice !== undefined) throw new Problem(`--${twice} is given more than once`);

  const [name, ...words] = positionals;
  const known = [
    ...quoteCommands,
    LEDGER,
    EXPLAIN,
    ...rules.map(({ command }) => command),
    POLICIES,
  ].join(', ');
  if (name === undefined) throw new Problem(`expected a command, one of ${known} (see --help)`);
  const { explain, ledger, policy, 'as-of': asOf } = values;
  const { quiet, 'not-after': notAfter, on, reason } = values;
  if (name !== 'settle') refuseOptions(name, { quiet, 'not-after': notAfter }, 'settle');
  if (name !== LEDGER) refuseOptions(name, { on, reason }, LEDGER);
  const wait = readWait(values.wait);
  if (wait !== undefined && ledger === undefined)
    throw new Problem('--wait can be used only with --ledger');
  if (quiet === true && ledger === undefined)
    throw new Problem('--quiet can be used only with --ledger');
  if (name === LEDGER) {
    refuseOptions(
      name,
      { explain, format: values.format, locale: values.locale },
      'other commands',
    );
    refuseTwoPolicies(policy, asOf);
    return readLedgerArguments(words, { ledger, wait, policy, asOf, on, reason });
  }
  if (values.locale !== undefined && (listings.has(name) || name === POLICIES)) {
    throw new Problem(`--locale cannot be used with ${name}, whose output is not translated`);
  }
  const locale = readLocale(values.locale);

  const quoteCommand = quoteCommands.find((command) => command === name);
  if (quoteCommand !== undefined) {
    const source = readSource(words, []);
    const format = readFormat(values.format, source, ['ndjson', 'table']);
    if (ledger !== undefined && quoteCommand !== 'settle') {
      throw new Problem(`--ledger can be used only with settle, not with ${quoteCommand}`);
    }
    refuseTwoPolicies(policy, asOf);
    if (explain !== undefined && format !== 'ndjson') {
      throw new Problem(`--explain can be used only with --format ndjson, not with ${format}`);
    }
    refuseLocale(values.locale, format);
    return {
      kind: 'quotes',
      command: quoteCommand,
      source,
      format,
      explain: explain ?? false,
      ledger,
      wait,
      quiet: quiet ?? false,
      notAfter,
      policy,
      asOf,
      locale,
    };
  }

  const rule = rules.find(({ command }) => command === name);
  if (rule !== undefined || name === EXPLAIN || name === POLICIES) {
    for (const [option, value] of Object.entries({ explain, ledger, policy, 'as-of': asOf })) {
      if (value === undefined) continue;
      throw new Problem(
        `--${option} can be used only with ${quoteCommands.join(', ')}, not with ${name}`,
      );
    }
  }
  if (name === EXPLAIN) {
    const source = readSource(words, []);
    const format = readFormat(values.format, source, ['ndjson', 'text', 'markdown']);
    return { kind: 'explain', source, format, locale };
  }
  if (rule !== undefined) {
    const source = readSource(words, rule.words);
    const format = readFormat(values.format, source, ['ndjson']);
    refuseLocale(values.locale, format);
    return { kind: 'rule', rule, source, format, locale };
  }
  if (name === POLICIES) return { kind: 'policies', text: policiesText(words, values.format) };
  const near = nearest(name, known.split(', '));
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  throw new Problem(`unknown command "${name}"${hint}: expected one of ${known} (see --help)`);
}

const EXPLAIN = 'explain';
const LEDGER = 'ledger';
const POLICIES = 'policies';

function refuseTwoPolicies(policy: string | undefined, asOf: string | undefined): void {
  if (policy === undefined || asOf === undefined) return;
  throw new Problem('--policy and --as-of cannot be used together');
}

function refuseOptions(
  command: string,
  given: Readonly<Record<string, unknown>>,
  place: string,
): void {
  const [option] = Object.keys(given).filter((name) => given[name] !== undefined);
  if (option === undefined) return;
  throw new Problem(`--${option} can be used only with ${place}, not with ${command}`);
}

const MOST_SECONDS = 86_400;

function readWait(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  if (seconds <= MOST_SECONDS) return seconds;
  throw new Problem(`--wait: expected seconds from 0 to ${MOST_SECONDS}, got "${given}"`);
}

function readLocale(given = 'en'): ExplainLocale {
  if (given === 'en' || given === 'ko') return given;
  throw new Problem(`unknown locale "${given}": expected one of en, ko`);
}

/** Only explanations are translated. */
function refuseLocale(given: string | undefined, format: Format): void {
  if (given === undefined || format === 'text') return;
  throw new Problem(`--locale can be used only with explain or --format text, not with ${format}`);
}

function policiesText(words: readonly string[], format = 'text'): string {
  const [id, ...surplus] = words;
  if (surplus.length > 0)
    throw new Problem(`expected at most one ID, got also "${surplus.join('" "')}"`);
  const versions = versionsOf(id);
  if (format === 'text') return versionsText(versions);
  if (format === 'ndjson') return versions.map((it) => `${JSON.stringify(it)}\n`).join('');
  throw new Problem(`unknown format "${format}": expected one of text, ndjson`);
}

/** The default is ndjson for files and text for questions. */
function readFormat<F extends Format>(
  given: string | undefined,
  source: Source,
  ofFiles: readonly F[],
): F | 'text' {
  const formats = 'question' in source ? (['text', ...ofFiles] as const) : ofFiles;
  const wanted = given ?? formats[0];
  const format = formats.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new Problem(`unknown format "${wanted}": expected one of ${formats.join(', ')}`);
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
