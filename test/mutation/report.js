// What the mutants of the last run came to: those that no test saw are put to the compiler, and what is left is held against the
// arguments in argued.json. Fails where a mutant is left that nobody has argued to change no answer.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

const { files } = JSON.parse(readFileSync('reports/mutation.json', 'utf8'));
const argued = JSON.parse(readFileSync(new URL('argued.json', import.meta.url), 'utf8'));

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
const changed = new Map();
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getCurrentDirectory: () => process.cwd(),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getScriptFileNames: () => fileNames.filter((name) => name.includes('/src/')),
  getScriptVersion: (name) => `${changed.get(name)?.version ?? 0}`,
  getScriptSnapshot: (name) =>
    existsSync(name)
      ? ts.ScriptSnapshot.fromString(changed.get(name)?.text ?? readFileSync(name, 'utf8'))
      : undefined,
  fileExists: existsSync,
  readFile: ts.sys.readFile,
});

/** Whether the file still compiles. Every export states its type, so that no other file can tell. */
function compiles(name, text) {
  changed.set(name, { text, version: (changed.get(name)?.version ?? 0) + 1 });
  return (
    service.getSyntacticDiagnostics(name).length === 0 &&
    service.getSemanticDiagnostics(name).length === 0
  );
}

const counts = { tests: 0, time: 0, compiler: 0, argued: 0, left: 0 };
for (const [file, { source, mutants }] of Object.entries(files)) {
  const name = resolve(file);
  const starts = [0];
  for (const { index } of source.matchAll(/\n/g)) starts.push(index + 1);
  const offset = ({ line, column }) => starts[line - 1] + column - 1;

  for (const { status, location, replacement, mutatorName } of mutants) {
    if (status === 'Killed' || status === 'Timeout') {
      counts[status === 'Killed' ? 'tests' : 'time'] += 1;
      continue;
    }
    const [start, end] = [offset(location.start), offset(location.end)];
    if (!compiles(name, source.slice(0, start) + replacement + source.slice(end))) {
      counts.compiler += 1;
      continue;
    }
    const original = source.slice(start, end);
    const { line } = location.start;
    const code = source.split('\n')[line - 1].trim();
    const isArgued = argued.some(
      (it) =>
        it.file === file &&
        it.code === code &&
        it.original === original &&
        it.replacement === replacement,
    );
    counts[isArgued ? 'argued' : 'left'] += 1;
    if (!isArgued)
      console.log(`${file}:${line} ${status} ${mutatorName}: ${original} -> ${replacement}`);
  }
  if (changed.has(name)) compiles(name, source);
}

const seen = counts.tests + counts.time + counts.compiler;
const all = seen + counts.argued + counts.left;
console.log(
  `${seen} of ${all} mutants seen: ${counts.tests} by tests, ${counts.time} as they never end, ${counts.compiler} by the compiler; ${counts.argued} argued to change no answer, ${counts.left} left`,
);
if (counts.left > 0) process.exitCode = 1;
