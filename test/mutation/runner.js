// A test runner for Stryker: bundles src with its tests, collects the tests once, and then runs them in the same process for one
// mutant after the other; a mutant that acts while modules load gets the bundle loaded anew. With Stryker's runner for Vitest
// a mutant took 3 s of processor time, and those that act while modules load were never switched on.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { startTests } from '@vitest/runner';
import { getTests, hasFailed } from '@vitest/runner/utils';
import { build } from 'esbuild';
import fc from 'fast-check';
import { chai } from 'vitest';

// The same cases for every mutant, and the first failure is enough.
fc.configureGlobal({ numRuns: Number(process.env.RUNS ?? 30), seed: 1, endOnFailure: true });

// Vitest's own asks for a state that its own runner keeps.
chai.util.overwriteMethod(chai.Assertion.prototype, 'toMatchFileSnapshot', () => {
  return function (path) {
    this.assert(this._obj === readFileSync(path, 'utf8'), `differs from ${path}`);
  };
});

/** Tests that start processes or look at the text of files rather than at answers. */
const otherFiles =
  /(architecture|demo|exports|notebooks|process|rulebook|declared|answers|catalogue|traceability|ledger\.model)\.test|\/(bench|browser|docs|faults|golden|hostile|iife|mutation|interpretations|schemas)\//;
/** Tests that need a host or modules of their own, tests of generators and of speed, which no mutant concerns, and one that takes seconds. */
const otherTests =
  /AAA to ZZZ|zone of the host|any host|before anybody asks|no Intl|cases of every kind|often makes?|no more per record|than any record|MiB|ten megabytes/;

/** Tests of more than a quarter of a second, which are left out for mutants of other files. */
const slowTests =
  /first twenty|look at every single day|first and last day|every day from|falls by no more|of each jump|alpha-3 code|forgotten alike|as quoteRefund does|plain JSON that nobody shares|swept from memory/;

globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;

/** All of them; with ONLY=roles, those of `test/roles`, for a quick look. */
function* testFiles() {
  for (const name of readdirSync('test', { recursive: true }).sort()) {
    const isTest = name.endsWith('.test.ts') && !name.includes('node_modules');
    if (isTest && !otherFiles.test(`/${name}`) && name.startsWith(process.env.ONLY ?? '')) {
      yield join('test', name);
    }
  }
}

/** In the bundle each test file still finds the files beside it. */
const ownUrls = {
  name: 'own-urls',
  setup({ onLoad }) {
    onLoad({ filter: /test.*\.ts$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      return {
        loader: 'ts',
        contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url),
      };
    });
  },
};

/** The schemas as they were built: mutants change no type, and generating takes seconds for each bundle. */
const builtSchemas = {
  name: 'built-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /src.schemas.generate\.ts$/ }, () => {
      const schemas = readdirSync('dist/schemas').map((file) => [
        file.replace('.json', ''),
        JSON.parse(readFileSync(join('dist/schemas', file), 'utf8')),
      ]);
      return {
        contents: `export const generateSchemas = () => new Map(${JSON.stringify(schemas)});`,
      };
    });
  },
};

class Bundle {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.files = [...testFiles()];
    const loaders = this.files.map((name) => `() => import('./${name}')`);
    this.outfile = join(process.cwd(), 'tests.mjs');
    await build({
      stdin: { contents: `export default [${loaders}];`, resolveDir: process.cwd() },
      outfile: this.outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      keepNames: true,
      logLevel: 'error',
      plugins: [ownUrls, builtSchemas],
    });
  }

  /** Loads all modules anew and collects the tests of the given files: each with its id. */
  async load(files = this.files) {
    this.loads = (this.loads ?? 0) + 1;
    const { default: loaders } = await import(`${pathToFileURL(this.outfile)}?${this.loads}`);
    let collected;
    const runner = {
      config: config(),
      importFile: async (path, kind) => {
        if (kind === 'collect') await loaders[this.files.indexOf(relative('/', path))]();
      },
      onCollected: (files) => {
        collected = files.splice(0);
      },
    };
    await startTests(
      files.map((name) => `/${name}`),
      runner,
    );
    const tests = new Map();
    for (const file of collected) {
      if (file.result?.errors) throw new Error(`${file.name}: ${file.result.errors[0].stack}`);
      getTests(file).forEach((test, index) => {
        if (otherTests.test(test.name)) test.mode = 'skip';
        if (test.mode === 'run') tests.set(test, `${file.name}#${index}`);
      });
    }
    return tests;
  }

  /** Runs those of the tests that are chosen, until one fails where `bail` says so. */
  async run(tests, { isChosen, order, bail }) {
    let isOver = false;
    const results = [];
    const files = new Set();
    for (const test of tests.keys()) {
      test.file.result = undefined;
      for (let task = test; task !== undefined; task = task.suite) {
        task.mode = 'skip';
        task.result = undefined;
      }
    }
    for (const [test, id] of tests) {
      if (!isChosen(test, id)) continue;
      files.add(test.file);
      for (let task = test; task !== undefined; task = task.suite) task.mode = 'run';
    }
    const runner = {
      config: config(),
      importFile: () => {},
      onCollected: (collected) => {
        collected.push(...[...files].sort(order));
      },
      onBeforeRunTask: (test) => {
        if (isOver) test.mode = 'skip';
      },
      onBeforeTryTask: (test) => {
        stryker.currentTestId = tests.get(test);
      },
      onAfterRunTask: (test) => {
        stryker.currentTestId = undefined;
        const isFailed = test.result.state === 'fail';
        isOver ||= bail && isFailed;
        results.push({
          id: tests.get(test),
          name: `${test.file.name} ${test.name}`,
          fileName: test.file.name,
          timeSpentMs: test.result.duration,
          status: isFailed ? TestStatus.Failed : TestStatus.Success,
          ...(isFailed && { failureMessage: test.result.errors?.[0]?.message ?? '' }),
        });
      },
    };
    await startTests([], runner);
    if (hasFailed([...files]) && !results.some(({ status }) => status === TestStatus.Failed)) {
      results.push(failed('a hook'));
    }
    return { status: DryRunStatus.Complete, tests: results };
  }

  async dryRun() {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = undefined;
    this.tests = await this.load();
    const result = await this.run(this.tests, { isChosen: () => true, bail: false });
    const times = {};
    for (const { fileName, timeSpentMs } of result.tests) {
      times[fileName] = (times[fileName] ?? 0) + timeSpentMs;
    }
    writeFileSync('times.json', JSON.stringify(times));
    return { ...result, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun(options) {
    const result = await this.tryMutant(options);
    // A mutant may leave something behind in modules that the next one shares. What sees a mutant must be content without it.
    if (result.status !== MutantRunStatus.Killed || (await this.isContent(result.killedBy))) {
      return result;
    }
    this.tests = undefined;
    return this.tryMutant(options);
  }

  /** Whether these tests pass, without any mutant, in the modules that all share. */
  async isContent(ids) {
    stryker.activeMutant = undefined;
    const { tests } = await this.run(this.tests, {
      isChosen: (_, id) => ids.includes(id),
      bail: false,
    });
    return (
      tests.length === ids.length && tests.every(({ status }) => status === TestStatus.Success)
    );
  }

  async tryMutant(options) {
    const { activeMutant, testFilter, mutantActivation, hitLimit, sandboxFileName } = options;
    const [, path, room] = /src\/(([^/]*).*)\.ts$/.exec(sandboxFileName);
    const nearness = (file) =>
      file.startsWith(`test/${path}.`) ? 2 : file.startsWith(`test/${room}/`) ? 1 : 0;
    const isSlow = ({ name, file }) => slowTests.test(name) && nearness(file.name) < 2;
    this.times ??= JSON.parse(readFileSync('times.json', 'utf8'));
    const order = (a, b) =>
      nearness(b.name) - nearness(a.name) || this.times[a.name] - this.times[b.name];

    // Modules that were loaded before it was active show most mutants, and are there already.
    stryker.activeMutant = undefined;
    this.tests ??= await this.load();
    const near = this.files.filter((file) => nearness(file) > 0);
    const far = this.files.filter((file) => nearness(file) === 0);
    const chosen = new Set(testFilter);
    let result;
    stryker.mutantCoverage = undefined;
    stryker.hitCount = 0;
    stryker.hitLimit = hitLimit;
    stryker.activeMutant = activeMutant.id;
    for (const loaded of mutantActivation === 'static' ? [undefined, near, far] : [undefined]) {
      let { tests } = this;
      try {
        if (loaded !== undefined) tests = await this.load(loaded);
      } catch (error) {
        // A mutant with which nothing loads is seen by whoever loads it.
        result = { status: DryRunStatus.Complete, tests: [failed('loading', String(error))] };
        break;
      }
      const isChosen = (test, id) =>
        testFilter === undefined
          ? (loaded !== undefined || nearness(test.file.name) > 0) && !isSlow(test)
          : chosen.has(id);
      result = await this.run(tests, { isChosen, order, bail: true });
      const timeout = determineHitLimitReached(stryker.hitCount, hitLimit);
      if (timeout) return toMutantRunResult(timeout);
      if (result.tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    return toMutantRunResult(result);
  }
}

function failed(name, failureMessage = '') {
  return { id: name, name, timeSpentMs: 0, status: TestStatus.Failed, failureMessage };
}

function config() {
  return {
    root: '/',
    setupFiles: [],
    sequence: { hooks: 'stack', setupFiles: 'list' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxConcurrency: 1,
    retry: 0,
    tags: [],
    allowOnly: true,
    passWithNoTests: true,
    includeTaskLocation: false,
    diffOptions: {},
  };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundle', Bundle)];
