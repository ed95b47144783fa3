// The ladder: what each rung tries, the command that tries it, and the figure that it prints. The quick ones are run by
// `npm run trust`, the others where they are named (`npm run trust -- oracle load`, or `-- all`).

const passed = (what) => (output) => {
  const [, count] = /Tests\s+(\d+) passed/.exec(output) ?? [];
  return count === undefined ? undefined : `${count} ${what}`;
};
const lastLine = (output) => output.trim().split('\n').at(-1);
const line = (start) => (output) =>
  output
    .split('\n')
    .find((text) => text.startsWith(start))
    ?.trim();
const identicalIn = (output) => {
  const runtimes = output.match(/^[^,\n]+(?=,.*: identical$)/gm) ?? [];
  return `identical in ${[...new Set(runtimes)].join(', ')}`;
};
/** The lines of vitest's verbose report that name a test that passed. */
const passedLines = (output, name) =>
  output.split('\n').filter((text) => /✓/.test(text) && name.test(text)).length;
const clausesAndBounds = (output) => {
  const [clauses, measured, bounds] = [
    / has an example that meets it /,
    / has a bound/,
    / holds at -1, 0 and \+1 of /,
  ].map((name) => passedLines(output, name));
  return `${clauses} clauses, ${measured} of them with ${bounds} bounds at -1, 0 and +1`;
};
const stepsAgree = (output) => output.match(/^\d+ sequences, \d+ steps agree$/m)?.[0];
const okLines = (output) => `${output.match(/^ok /gm)?.length} checks`;

/** The folders that are mutated, each with what is left out there: tables of words, which others hold word by word. */
const mutated = {
  ...Object.fromEntries(
    [
      ...[
        'kernel',
        'vocabulary',
        'amounts',
        'reservations',
        'roles',
        'software',
        'markets',
        'customers',
        'resellers',
      ],
      ...['support', 'columns', 'interop'],
    ].map((folder) => [
      folder,
      ['the texts of clauses', `src/${folder}/**/*.ts,!src/**/clause*.ts`],
    ]),
  ),
  explain: [
    'the words of both languages',
    'src/explain/**/*.ts,!src/explain/words/en.ts,!src/explain/words/ko.ts,!src/explain/words/ko-statements.ts',
  ],
  cli: ['the few lines that start the process', 'src/cli/**/*.ts,!src/cli/bin.ts'],
};
const mutationOf = ([folder, [without, files]]) => [
  `mutation-${folder}`,
  {
    what: `every place of src/${folder} changed in every way that Stryker knows, ${without} apart, and seen by a test of that folder or by a type`,
    command: `ONLY=${folder} npm run test:mutation -- --mutate '${files}'`,
    figure: lastLine,
  },
];

export const rungs = {
  types: {
    what: 'what must not compile does not, and what must does',
    command: 'npx vitest run --typecheck.only',
    figure: passed('cases'),
    isQuick: true,
  },
  clauses: {
    what: 'every clause has rules that name it, an example that meets it and one that does not, and where it has a number, examples at -1, 0 and +1 of it',
    command: 'npx vitest run --reporter=verbose test/clauses',
    figure: clausesAndBounds,
    isQuick: true,
  },
  properties: {
    what: 'sentences about any facts, each tried 1,000 times',
    command: 'RUNS=1000 npm run test:properties',
    figure: passed('properties'),
    isQuick: true,
  },
  'properties-long': {
    what: 'the same, each tried 10,000 times',
    command: 'npm run test:properties',
    figure: passed('properties'),
  },
  money: {
    what: 'sentences about money, each tried 1,000,000 times',
    command: 'RUNS=1000000 npx vitest run --testTimeout 3600000 test/kernel/money.prop.test.ts',
    figure: passed('properties'),
  },
  exhaustive: {
    what: 'every day of every term, used and not, under every policy that states a fee, for prices with ties, against the oracle',
    command: 'node test/oracle/compare.js every',
    figure: lastLine,
    isQuick: true,
  },
  'exhaustive-states': {
    what: 'every role, code, name, state and event, whole answers, cell by cell against tables that were written a second time',
    command: 'npx vitest run exhaustive --reporter=default --reporter=./test/trust/cells.js',
    figure: lastLine,
    isQuick: true,
  },
  model: {
    what: 'random sequences of purchases, cancellations, repeats, exchanges, policies and clock steps, against a list of everything ever paid',
    command: 'RUNS=50000 npx vitest run --testTimeout 3600000 test/model/ledger.model.test.ts',
    figure: stepsAgree,
  },
  'oracle-quick': {
    what: 'random cases, against a second implementation in Python that was written from the rules alone',
    command: 'node test/oracle/compare.js 100000 1',
    figure: lastLine,
    isQuick: true,
  },
  oracle: {
    what: 'the same, ten million of them',
    command: 'node test/oracle/compare.js 10000000 20261121',
    figure: lastLine,
  },
  'oracle-later': {
    what: 'a million of software cancellations under every version, with and without the instants of the vendor, and of exchanges around 2027',
    command: 'node test/oracle/compare.js 1000000 19 software-versions,version-exchange',
    figure: lastLine,
  },
  plans: {
    what: 'plans against every plan on every day (4,000 small cases, 1,000 of them around a new version), against the solver HiGHS (300 larger cases), and of the sizes that are exact over two years',
    command: 'npm run test:plans',
    figure: passed('tests'),
  },
  faults: {
    what: 'plausible mistakes, made one at a time: each seen by two kinds of tests or more',
    command: 'node test/faults/run.js',
    figure: lastLine,
  },
  hostile: {
    what: 'hostile input to every function that reads: issues only, and in time; 1,000 or more to each',
    command: 'node test/hostile/run.js',
    figure: lastLine,
  },
  ...Object.fromEntries(Object.entries(mutated).map(mutationOf)),
  hosts: {
    what: 'golden answers in hard zones, a Turkish host, with frozen intrinsics, after `Decimal.set`; ESM and CJS',
    command: 'node test/golden/compare.js',
    figure: lastLine,
    isQuick: true,
  },
  runtimes: {
    what: 'the same in every zone that Node knows, Node 20 to 26, Deno, Bun, Chromium, Firefox, QuickJS',
    command:
      'npm --prefix test/golden ci --ignore-scripts --no-audit --no-fund && node test/golden/runtimes.js',
    figure: identicalIn,
  },
  crash: {
    what: 'the command killed at random moments, on full disks, with readers that go away and damaged ledgers',
    command: 'node test/crash/run.js 100 2',
    figure: line('kills'),
  },
  load: {
    what: 'ten million records through the command: memory stays flat',
    command: 'node test/scripts/million.js 10000000 3650',
    figure: line('memory'),
  },
  supply: {
    what: 'licences, install scripts, the bill of materials, and the tarball with npm, pnpm and yarn',
    command: 'npm --prefix test/managers ci --no-audit --no-fund && node test/scripts/supply.js',
    figure: okLines,
  },
};
