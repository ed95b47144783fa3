import { performance } from 'node:perf_hooks';
import { LEAST, tryReader } from './attempt.ts';
import { commandReaders } from './commands.ts';
import { functionReaders } from './functions.ts';
import { watchGrowth } from './growth.ts';

// Gives every reader everything hostile, and then inputs of growing size. The last line is the figure.

const start = performance.now();
const write = (line: string): boolean => process.stdout.write(`${line}\n`);
const row = (name: string, ...cells: readonly (string | number)[]): boolean =>
  write(name.padEnd(36) + cells.map((cell) => String(cell).padStart(9)).join(''));

const faults: string[] = [];
let inputs = 0;
row('reader', 'kinds', 'inputs', 'refused');
for (const reader of [...functionReaders, ...commandReaders]) {
  const tried = tryReader(reader);
  inputs += tried.inputs;
  faults.push(...tried.faults.map((fault) => `${tried.name} ${fault}`));
  if (tried.inputs < LEAST) faults.push(`${tried.name} was given ${tried.inputs} inputs`);
  row(
    tried.name,
    Object.keys(tried.byKind).length,
    tried.inputs,
    tried.inputs - tried.faults.length,
  );
}
const count = functionReaders.length + commandReaders.length;
row('all', '', inputs, inputs - faults.length);
write(`in ${Math.round((performance.now() - start) / 1_000)} s\n`);

const grew = watchGrowth();
write(
  `in ${Math.round((performance.now() - start) / 1_000)} s, the slowest input took ${grew.slowestMs.toFixed(0)} ms`,
);
for (const fault of [...faults, ...grew.faults].slice(0, 100)) write(`FAULT ${fault}`);
if (faults.length + grew.faults.length > 0) process.exitCode = 1;

const figures = [
  `${inputs - faults.length} of ${inputs} hostile inputs to ${count} readers are refused, each with short issues`,
  `time grows no faster than the input in ${grew.checks - grew.faults.length} of ${grew.checks} checks`,
];
write(figures.join('; '));
