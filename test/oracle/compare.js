// `npm run test:oracle -- [count] [seed] [kinds]`: random cases, answered by the library and by oracle.py, which was written
// in another language from the specifications alone. `npm run test:oracle -- every`: every day of every term instead. Prints
// how many of each kind agreed, and every kind of difference.
// `kinds` are the names of cases.py, with commas between them: `upfront` is every kind that 0.1.0 answers, `monthly` is monthly
// payment, part quantities and exchanges of several, `default` is both.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { answersOf } from './answers.js';

const [count = '100000', seed = '1', kinds = 'default'] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const run = (script, ...args) =>
  spawn('python3', [script, ...args], { cwd: here, stdio: ['pipe', 'pipe', 'inherit'] });

const cases =
  count === 'every'
    ? run('every_refund.py')
    : run('cases.py', '--seed', seed, '--count', count, '--kinds', kinds, '--errors', '3');
const oracle = run('oracle.py');
const waiting = [];
let asked = 0;
const agreed = {};
const differences = new Map();

async function ask() {
  for await (const line of createInterface({ input: cases.stdout })) {
    waiting.push(line);
    asked += 1;
    if (!oracle.stdin.write(`${line}\n`)) await once(oracle.stdin, 'drain');
  }
  oracle.stdin.end();
}

async function compare() {
  for await (const line of createInterface({ input: oracle.stdout })) {
    const question = JSON.parse(waiting.shift());
    const { ours, theirs } = answersOf(question, JSON.parse(line));
    if (isDeepStrictEqual(ours, theirs)) {
      agreed[question.ask] = (agreed[question.ask] ?? 0) + 1;
    } else {
      const kind = `${question.ask}: ${fieldsThatDiffer(ours, theirs)}`;
      const { examples = [], times = 0 } = differences.get(kind) ?? {};
      if (examples.length < 3) examples.push({ question, ours, theirs });
      differences.set(kind, { examples, times: times + 1 });
    }
  }
}

function fieldsThatDiffer(ours, theirs) {
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...names].filter((name) => !isDeepStrictEqual(ours[name], theirs[name])).join(', ');
}

await Promise.all([ask(), compare()]);
const total = Object.values(agreed).reduce((sum, times) => sum + times, 0);
for (const [kind, times] of Object.entries(agreed)) console.log(`${kind}: ${times} agree`);
for (const [kind, { times, examples }] of differences) {
  console.log(`\n${times} differ in ${kind}`);
  for (const example of examples) console.log(JSON.stringify(example));
}
console.log(
  `\n${total} of ${asked} cases ${count === 'every' ? 'of every day' : `of seed ${seed}`} agree`,
);
if (asked === 0 || total !== asked || asked !== (Number(count) || asked)) process.exitCode = 1;
