// `npm run notebooks`: runs every notebook, and fails where an output is not the committed one.
// `npm run notebooks -- --update` writes the outputs instead.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const deno = join(folder, 'node_modules/deno/deno');
// Debian's own: the first python3 on the path may be one that lacks its packages.
const python = '/usr/bin/python3';
const isUpdate = process.argv.includes('--update');

const jupyter = mkdtempSync(join(tmpdir(), 'partner-rules-notebooks-'));
try {
  installJupyter();
  // Where npm runs no install scripts, Deno puts itself in place on its first run.
  must(process.execPath, ['node_modules/deno/bin.cjs', '--version']);
  writeKernel();
  const names = readdirSync(folder).filter((name) => name.endsWith('.ipynb'));
  for (const name of names) {
    const fault = run(name);
    process.stdout.write(`${fault === undefined ? 'ok    ' : 'FAILED'}  ${name}\n${fault ?? ''}`);
    if (fault !== undefined) process.exitCode = 1;
  }
  const update = isUpdate ? ['--update'] : [];
  const inPython = spawnSync(python, ['python/run.py', ...update], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (inPython.status !== 0) process.exitCode = 1;
} finally {
  rmSync(jupyter, { recursive: true });
}

/** What is wrong with a notebook, if anything. */
function run(name) {
  const path = join(folder, name);
  const committed = readFileSync(path, 'utf8');
  const notebook = JSON.parse(committed);
  const outputs = JSON.parse(must(python, ['execute.py', name]));
  const cells = notebook.cells.filter((cell) => cell.cell_type === 'code');
  const faults = [];
  for (const [at, cell] of cells.entries()) {
    const before = JSON.stringify(sorted(cell.outputs), null, 1);
    cell.execution_count = at + 1;
    cell.outputs = outputs[at].map((output) => asSaved(output, at + 1));
    const failed = outputs[at].find((output) => output.output_type === 'error');
    if (failed !== undefined) faults.push(`cell ${cell.id}: ${failed.traceback.join('\n')}`);
    const after = JSON.stringify(sorted(cell.outputs), null, 1);
    if (!isUpdate && before !== after)
      faults.push(`cell ${cell.id}:\n${difference(before, after)}`);
  }
  const executed = `${JSON.stringify(sorted(notebook), null, 1)}\n`;
  if (isUpdate && faults.length === 0) writeFileSync(path, executed);
  else if (faults.length === 0 && executed !== committed)
    faults.push('is not as --update saves it');
  return faults.length === 0 ? undefined : `${faults.join('\n')}\n`;
}

/** An output as Jupyter saves it: texts as lists of lines. */
function asSaved(output, count) {
  const lines = (text) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (output.text !== undefined) return { ...output, text: lines(output.text) };
  const data = Object.entries(output.data ?? {}).map(([type, text]) => [type, lines(text)]);
  const saved = { ...output, data: Object.fromEntries(data) };
  return output.output_type === 'execute_result' ? { ...saved, execution_count: count } : saved;
}

/** The keys in order, as Jupyter saves them. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The first line that differs. */
function difference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const at = [...old, ...now].findIndex((_, place) => now[place] !== old[place]);
  const shown = (line) => (line ?? '(nothing)').trim().slice(0, 400);
  return `  committed  ${shown(old[at])}\n  executed   ${shown(now[at])}`;
}

function installJupyter() {
  if (spawnSync(python, ['-c', 'import nbclient, ipykernel, pandas, matplotlib']).status === 0)
    return;
  must('apt-get', ['update', '--quiet=2']);
  must('apt-get', [
    'install',
    '--yes',
    '--quiet=2',
    '--no-install-recommends',
    ...['python3-nbclient', 'python3-ipykernel', 'python3-pandas', 'python3-matplotlib'],
  ]);
}

function writeKernel() {
  const kernel = join(jupyter, 'kernels/deno');
  mkdirSync(kernel, { recursive: true });
  const argv = [deno, 'jupyter', '--kernel', '--conn', '{connection_file}'];
  const spec = { argv, display_name: 'Deno', language: 'typescript' };
  writeFileSync(join(kernel, 'kernel.json'), JSON.stringify(spec));
}

/** What a program prints; its failure ends the run. */
function must(program, args) {
  const env = {
    ...process.env,
    JUPYTER_PATH: jupyter,
    JUPYTER_RUNTIME_DIR: jupyter,
    NO_COLOR: '1',
    DENO_NO_UPDATE_CHECK: '1',
  };
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
  });
  if (status === 0) return stdout;
  throw error ?? new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stderr}`);
}
