import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The tests of the rules alone, with few runs of each property: they run once for every change. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/{kernel,reservations,roles}/**/*.test.ts'],
    exclude: ['**/readme.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Stryker's workers are threads, in which the zone of the process cannot be changed.
    testNamePattern: /^(?!.*(the zone of the host|any host))/,
    testTimeout: 60_000,
    isolate: false,
  },
});

export default config;
