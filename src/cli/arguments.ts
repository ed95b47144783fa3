import { parseArgs } from 'node:util';

const commands = ['quote', 'settle', 'exchange'] as const;
export type Command = (typeof commands)[number];

/** What the command line asks for, or what is wrong with it. */
export type Invocation =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'wrong'; readonly problem: string }
  | {
      readonly kind: 'run';
      readonly command: Command;
      /** `-` is standard input. */
      readonly file: string;
      readonly explain: boolean;
      readonly format: 'ndjson' | 'table';
      readonly ledger: string | undefined;
      readonly policy: string | undefined;
    };

const options = {
  explain: { type: 'boolean', default: false },
  format: { type: 'string', default: 'ndjson' },
  ledger: { type: 'string' },
  policy: { type: 'string' },
  help: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
} as const;

export function readArguments(argv: readonly string[]): Invocation {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return wrong((error as Error).message);
  }
  const { values, positionals } = parsed;
  const { explain, format, ledger, policy } = values;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };

  const [name, file = '-', ...surplus] = positionals;
  if (name === undefined) return wrong(`a command is missing: one of ${commands.join(', ')}`);
  const command = commands.find((known) => known === name);
  if (command === undefined) {
    return wrong(`unknown command "${name}": expected one of ${commands.join(', ')}`);
  }
  if (surplus.length > 0) return wrong(`one FILE at most, got also "${surplus.join('" "')}"`);
  if (format !== 'ndjson' && format !== 'table') {
    return wrong(`unknown format "${format}": expected ndjson or table`);
  }
  if (ledger !== undefined && command !== 'settle') {
    return wrong(`--ledger goes with settle, not with ${command}`);
  }
  return { kind: 'run', command, file, explain, format, ledger, policy };
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
}

function wrong(problem: string): Invocation {
  return { kind: 'wrong', problem };
}
