import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** Node runs threads from the built script only. */
const worker = new URL('../../dist/cli/worker.js', import.meta.url);

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process on text (or raw chunks) as standard input. */
export async function run(
  argv: readonly string[],
  input: string | readonly Buffer[] = '',
  terminal: {
    readonly stdout?: boolean;
    readonly stderr?: boolean;
    readonly columns?: number;
    readonly hasColors?: boolean;
  } = {},
): Promise<Ran> {
  const { columns, hasColors } = terminal;
  const stdout = collect(terminal.stdout, {
    ...(columns === undefined ? {} : { columns }),
    ...(hasColors === undefined ? {} : { hasColors: () => hasColors }),
  });
  const stderr = collect(terminal.stderr);
  const chunks = typeof input === 'string' ? [Buffer.from(input)] : input;
  const stdin = Readable.from(chunks, { objectMode: false });
  const streams = { stdin, stdout: stdout.stream, stderr: stderr.stream };
  const status = await main(argv, streams, worker);
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** Runs a command line with a file as standard output. Returns the exit status. */
export async function runIntoFile(
  argv: readonly string[],
  input: string,
  path: string,
): Promise<number> {
  const fd = openSync(path, 'w');
  try {
    const stdout = Object.assign(new PassThrough(), { fd });
    const stdin = Readable.from([Buffer.from(input)], { objectMode: false });
    return await main(argv, { stdin, stdout, stderr: collect().stream });
  } finally {
    closeSync(fd);
  }
}

function collect(
  isTTY = false,
  more: { readonly columns?: number; readonly hasColors?: () => boolean } = {},
): {
  readonly stream: PassThrough & { readonly isTTY: boolean };
  readonly text: () => string;
} {
  const chunks: Buffer[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY, ...more });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

/** A folder that is gone after the test, and the files in it. */
export function folder(files: Readonly<Record<string, string>> = {}): (name: string) => string {
  const path = mkdtempSync(join(tmpdir(), 'partner-rules-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return (name) => join(path, name);
}

export const record = {
  id: 'CR-1',
  customerId: 'contoso',
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-07',
  used: false,
} as const;

export const exchange = {
  id: 'EX-1',
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '15000.00',
} as const;

export function ndjson(...records: readonly unknown[]): string {
  return records.map((one) => `${JSON.stringify(one)}\n`).join('');
}

export function results(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
