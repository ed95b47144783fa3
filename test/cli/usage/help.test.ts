import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules, verdicts } from '../../../src/cli/commands/rules.ts';
import { commandUsages } from '../../../src/cli/usage/command-usage.ts';
import type { CommandUsage } from '../../../src/cli/usage/usage.ts';
import { ndjson, results, run } from '../run.ts';

const names = commandUsages.map(({ name }) => name);
const atHelp = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

// After a change, `npm run explanations` writes the files again: read every changed line.
describe('the help', () => {
  it('of all commands is help.txt', async () => {
    const { status, stdout, stderr } = await run(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(atHelp('help.txt'));
  });

  it('of each command is in help-of-commands.txt', async () => {
    let all = '';
    for (const name of names) {
      const { status, stdout, stderr } = await run(['help', name]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      all += `${'='.repeat(20)} ${name}\n${stdout}`;
    }
    await expect(all).toMatchFileSnapshot(atHelp('help-of-commands.txt'));
  });

  it('of a command is the same by every way to it', async () => {
    const { stdout } = await run(['help', 'settle']);
    for (const argv of [
      ['settle', '--help'],
      ['settle', '-h'],
      ['--help', 'settle'],
      ['settle', 'in.ndjson', '--policy=x', '-h'],
    ]) {
      expect(await run(argv)).toEqual({ status: 0, stdout, stderr: '' });
    }
    const { stdout: all } = await run(['--help']);
    for (const argv of [['-h'], ['help']]) {
      expect((await run(argv)).stdout).toBe(all);
    }
  });

  it('fits 98 columns, except for lists of facts', async () => {
    const texts = [
      await run(['--help']),
      ...(await Promise.all(names.map((n) => run(['help', n])))),
    ];
    const lines = texts.flatMap(({ stdout }) => stdout.split('\n'));
    const isFact = (line: string): boolean => /^ {2}(partner-rules|if) /.test(line);
    expect(lines.filter((line) => line.length > 98 && !isFact(line))).toEqual([]);
  });

  it.each([
    [
      ['help', 'setle'],
      /^partner-rules: unknown command "setle" \(did you mean "settle"\?\): expected one of quote, .*\n$/,
    ],
    [['setle', '--help'], /^partner-rules: unknown command "setle" \(did you mean "settle"\?\)/],
    [
      ['help', 'quote', 'settle'],
      /^partner-rules: expected at most one COMMAND, got also "settle"\n$/,
    ],
    [['help', 'quote', '--format', 'text'], /--format cannot be used with help/],
  ])('of no command is refused: %j', async (argv, problem) => {
    const { status, stdout, stderr } = await run(argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(problem);
  });

  it('names a guide that is there', () => {
    for (const { guide } of commandUsages) {
      const page = new URL(`../../../docs/guide/${guide}`, import.meta.url);
      expect(readFileSync(page, 'utf8')).toMatch(/^# /);
    }
  });
});

describe('--exit-code', () => {
  it('is 4 if the answer is no, and 0 if it is yes', async () => {
    const ask = (role: string) => run(['can', '--exit-code', role, 'software.buy']);
    expect((await ask('admin-agent')).status).toBe(0);
    const no = await ask('helpdesk-agent');
    expect(no).toMatchObject({ status: 4, stderr: '' });
    expect(no.stdout).toMatch(/^No/);
    expect((await run(['can', 'helpdesk-agent', 'software.buy'])).status).toBe(0);
  });

  it('is 1 if a record is malformed, whatever the others are', async () => {
    const status = async (...records: unknown[]): Promise<number> =>
      (await run(['market', '--exit-code'], ndjson(...records))).status;
    expect(await status({ market: 'SH' }, { market: 'KR' })).toBe(4);
    expect(await status({ market: 'SH' }, { market: 'XX' })).toBe(1);
    expect(await status({ market: 'XX' }, { market: 'SH' })).toBe(1);
    expect(await status({ market: 'KR' })).toBe(0);
  });

  /** The arguments of an example, as bash reads them. */
  function argumentsOf(example: string): string[] {
    const script = `partner-rules() { printf '%s\\0' "$@"; }; ${example}`;
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.split('\0').slice(0, -1);
  }

  it('is about `allowed`, which no other rule has in its answer', async () => {
    for (const { command } of rules) {
      const { examples } = commandUsages.find(({ name }) => name === command) as CommandUsage;
      const { stdout } = await run([...argumentsOf(`${examples[0]}`), '--format', 'ndjson']);
      const [result] = results(stdout) as { readonly answer: object }[];
      expect([command, 'allowed' in (result?.answer ?? {})]).toEqual([
        command,
        verdicts.has(command),
      ]);
    }
  });

  it('is taken by the commands whose answers are a yes or a no, and by no other', async () => {
    for (const { name, options } of commandUsages) {
      expect([name, options.includes('exit-code')]).toEqual([name, verdicts.has(name)]);
    }
    const { stderr } = await run(['tax', 'BR', '--exit-code']);
    expect(stderr).toBe(
      'partner-rules: --exit-code cannot be used with tax (see partner-rules help tax)\n',
    );
  });
});
