import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Debian's own: the first python3 on the path may be one that lacks its packages.
const python = '/usr/bin/python3';
const has = (...modules: readonly string[]): boolean =>
  spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0;

describe('the Python helper', () => {
  it.runIf(has('sys'))('does what its tests say', () => {
    const argv = ['-m', 'unittest', 'discover', '-s', 'test/notebooks'];
    const { status, stderr } = spawnSync(python, argv, { cwd: root, encoding: 'utf8' });
    expect(stderr).toMatch(/\nOK( \(skipped=\d\))?\n$/);
    expect(status).toBe(0);
  });

  it.runIf(has('mypy'))('is typed', () => {
    const argv = [
      '-m',
      'mypy',
      '--strict',
      '--cache-dir=/dev/null',
      'docs/notebooks/partner_rules.py',
    ];
    const { stdout } = spawnSync(python, argv, { cwd: root, encoding: 'utf8' });
    expect(stdout).toMatch(/^Success: no issues found/);
  });
});

describe('the Python notebook', () => {
  const notebook = readFileSync(`${root}docs/notebooks/python/transactions.ipynb`, 'utf8');

  it.runIf(has('nbclient', 'ipykernel', 'pandas', 'matplotlib'))(
    'shows the outputs of a run',
    () => {
      const { status, stdout, stderr } = spawnSync(python, ['docs/notebooks/python/run.py'], {
        ...{ cwd: root, encoding: 'utf8' },
      });
      expect({ status, stdout, stderr: status === 0 ? '' : stderr }).toEqual({
        status: 0,
        stdout: 'ok      transactions.ipynb\n',
        stderr: '',
      });
    },
  );

  it('holds a picture, the refund by the calculator, and no error or path', () => {
    expect(notebook).toContain('"image/svg+xml"');
    // 42,000.00 × 199 ÷ 365 = 22,898.63, less 12 %.
    expect(notebook).toContain('20150.79');
    expect(notebook).not.toMatch(/"output_type": "error"|Warning|\/usr\/|\/tmp\//);
  });
});
