import {
  defineConfig,
  type TestProjectInlineConfiguration,
  type ViteUserConfig,
} from 'vitest/config';

const project = (browser: string, include: readonly string[]): TestProjectInlineConfiguration => ({
  test: {
    ...{ name: browser, env: { BROWSER: browser } },
    include: include.map((name) => `test/browser/${name}.browser.ts`),
    ...{ testTimeout: 60_000, hookTimeout: 300_000 },
  },
});

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [project('chromium', ['*']), project('firefox', ['site', 'markets'])],
  },
});

export default config;
