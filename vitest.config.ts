import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    typecheck: { include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Failures and the result.
    reporters: ['minimal'],
    maxWorkers: '100%',
    // No module of src keeps any state, so that test files can share them: loading them anew for each takes longer than the tests.
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // A few lines that hand a process to `main`, and a thread its shares; tests run them as they are built.
      exclude: ['src/cli/bin.ts', 'src/cli/jobs/worker.ts'],
      thresholds: {
        // Of all, as the search for plans is not tested to its last branch yet.
        ...{ lines: 99.9, branches: 99.6, functions: 99.9, statements: 99.8 },
        'src/!(plans)/**': { 100: true },
      },
      reporter: [['text', { skipFull: true }], 'json-summary'],
    },
  },
});

export default config;
