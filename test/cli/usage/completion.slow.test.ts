import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandUsages } from '../../../src/cli/usage/command-usage.ts';
import { folder, run } from '../run.ts';

type Shell = 'bash' | 'zsh' | 'fish';

const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

/** How each shell is made to print what it would offer after a line. */
const printers: { readonly [S in Shell]: (line: string) => string } = {
  bash: (line) => `
    source ./script
    COMP_WORDS=(${line.endsWith(' ') ? `${line}''` : line})
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    _partner_rules
    printf '%s\\n' "\${COMPREPLY[@]}"`,
  // Types the line into an interactive shell and lets it list the choices.
  zsh: (line) => `
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell "PROMPT= RPROMPT=; stty rows 50 columns 200; autoload -U compinit; compinit -u -D; source ./script; zstyle ':completion:*' list-prompt ''"
    zpty -w shell "null-line() { compadd() { builtin compadd -O found \\"\\$@\\"; print -l -- OFFER:\\$^found > /dev/null; print -rl -- \\$found >> offered; builtin compadd \\"\\$@\\"; }; }; null-line; setopt NO_BEEP; echo READY"
    zpty -r -m shell text '*READY*READY*'
    zpty -w -n shell ${JSON.stringify(line)}$'\\t'
    for at in {1..100}; do [[ -s offered ]] && break; sleep 0.1; done
    sleep 0.2
    zpty -d shell
    [[ -f offered ]] && cat offered`,
  fish: (line) => `
    source ./script
    complete -C ${JSON.stringify(`partner-rules ${line.replace(/^partner-rules /, '')}`)} | string replace -r '\\t.*' ''`,
};

async function offersOf(shell: Shell, line: string): Promise<string[]> {
  const { stdout: script } = await run(['completion', shell]);
  const at = folder({ script, 'in.ndjson': '', 'my file': '' });
  const { stdout, stderr } = spawnSync(shell, ['-c', printers[shell](line)], {
    ...{ cwd: at('.'), encoding: 'utf8', env: { ...process.env, HOME: at('.') }, timeout: 20_000 },
  });
  expect(stderr).toBe('');
  return [...new Set(stdout.split('\n').map((offer) => offer.trim()))].filter((one) => one !== '');
}

describe.each(['bash', 'zsh', 'fish'] as const)('the completion of %s', (shell) => {
  describe.runIf(isThere(shell))('in the real shell', () => {
    it.each([
      ['partner-rules se', ['settle']],
      ['partner-rules settle --le', ['--ledger']],
      ['partner-rules settle --format ta', ['table']],
      ['partner-rules quote in', ['in.ndjson']],
      ['partner-rules can admin', ['admin-agent']],
      ['partner-rules can admin-agent software.b', ['software.buy']],
      ['partner-rules help custo', ['customer-permission', 'customer-purchase', 'customer-task']],
      ['partner-rules ledger fo', ['forget']],
      ['partner-rules explain --locale k', ['ko']],
      ['partner-rules quote --policy azure-service', ['azure-service-2023']],
      ['partner-rules completion z', ['zsh']],
    ])('of "%s" offers %j', async (line, offers) => {
      expect((await offersOf(shell, line)).sort()).toEqual(offers);
    });
  });

  it('names every command and option', async () => {
    const { status, stdout, stderr } = await run(['completion', shell]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { name, options } of commandUsages) {
      expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
      for (const option of options) expect(stdout).toContain(option);
    }
  });
});

describe('the completion of bash', () => {
  it('offers every command first, and no value where nobody can know it', async () => {
    const names = commandUsages.map(({ name }) => name);
    expect(await offersOf('bash', 'partner-rules ')).toEqual(names);
    expect(await offersOf('bash', 'partner-rules quote --as-of ')).toEqual([]);
    expect(await offersOf('bash', 'partner-rules settle --ledger ')).toContain('my file');
    expect(await offersOf('bash', 'partner-rules tax --')).toEqual(['--format', '--help']);
  });
});

it.each([
  [['completion'], 'completion: expected one of bash, zsh, fish, got nothing'],
  [['completion', 'tcsh'], 'completion: expected one of bash, zsh, fish, got "tcsh"'],
  [['completion', 'bash', 'zsh'], 'completion: expected one of bash, zsh, fish, got "bash" "zsh"'],
])('%j is refused', async (argv, problem) => {
  expect(await run(argv)).toEqual({ status: 2, stdout: '', stderr: `partner-rules: ${problem}\n` });
});
