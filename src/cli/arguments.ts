import { parseArgs } from 'node:util';
import { Problem } from './problem.ts';
import { readSource, type Source } from './question.ts';
import { type QuoteCommand, quoteCommands } from './quotes.ts';
import { type Rule, rules } from './rules.ts';

type Format = 'ndjson' | 'table' | 'text';

/** What the command line asks for. */
export type Invocation = { readonly kind: 'help' | 'version' } | QuoteInvocation | RuleInvocation;

interface RunInvocation {
  readonly source: Source;
  readonly format: Format;
}

/** A command about money. */
export interface QuoteInvocation extends RunInvocation {
  readonly kind: 'quotes';
  readonly command: QuoteCommand;
  readonly explain: boolean;
  readonly ledger: string | undefined;
  readonly policy: string | undefined;
}

/** A command about any other rule. */
export interface RuleInvocation extends RunInvocation {
  readonly kind: 'rule';
  readonly rule: Rule;
  readonly format: Exclude<Format, 'table'>;
}

const options = {
  explain: { type: 'boolean' },
  format: { type: 'string' },
  ledger: { type: 'string' },
  policy: { type: 'string' },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** Reads a command line. Throws a `Problem` where it is wrong. */
export function readArguments(argv: readonly string[]): Invocation {
  const { values, positionals } = parse(argv);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };

  const [name, ...words] = positionals;
  const known = [...quoteCommands, ...rules.map(({ command }) => command)].join(', ');
  if (name === undefined) throw new Problem(`a command is missing: one of ${known} (see --help)`);
  const { explain, ledger, policy } = values;

  const quoteCommand = quoteCommands.find((command) => command === name);
  if (quoteCommand !== undefined) {
    const source = readSource(words, []);
    const format = readFormat(values.format, source, ['ndjson', 'table']);
    if (ledger !== undefined && quoteCommand !== 'settle') {
      throw new Problem(`--ledger goes with settle, not with ${quoteCommand}`);
    }
    return {
      kind: 'quotes',
      command: quoteCommand,
      source,
      format,
      explain: explain ?? false,
      ledger,
      policy,
    };
  }

  const rule = rules.find(({ command }) => command === name);
  if (rule !== undefined) {
    for (const [option, value] of Object.entries({ explain, ledger, policy })) {
      if (value === undefined) continue;
      throw new Problem(`--${option} goes with ${quoteCommands.join(', ')}, not with ${name}`);
    }
    const source = readSource(words, rule.words);
    const format = readFormat(values.format, source, ['ndjson']);
    return { kind: 'rule', rule, source, format };
  }
  throw new Problem(`unknown command "${name}": expected one of ${known} (see --help)`);
}

/** A file is answered for programs unless told otherwise, a question for people. */
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
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Problem((error as Error).message);
  }
}
