// `node answer-in-chromium.js [zone] [locale]`: prints the golden answers as Debian's Chromium gives them, which loads the library's
// ES modules as they are, and on standard error what the host is like.

import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [timezoneId = 'UTC', locale = 'en-US'] = process.argv.slice(2);
const root = new URL('../../', import.meta.url);
const types = { '.json': 'application/json' };
const page = `<!doctype html><script type="importmap">
  { "imports": { "decimal.js": "/node_modules/decimal.js/decimal.mjs" } }
</script>`;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const context = await browser.newContext({ timezoneId, locale });
// Nothing is asked of a network: every file comes from here.
await context.route('**/*', (route) => {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: page });
  const contentType = types[extname(pathname)] ?? 'text/javascript';
  const body = readFileSync(fileURLToPath(new URL(`.${pathname}`, root)));
  return route.fulfill({ contentType: `${contentType}; charset=utf-8`, body });
});

const tab = await context.newPage();
await tab.goto('http://golden.test/');
const { answers, host } = await tab.evaluate(async () => {
  const [library, { goldenAnswers }, { hostHere }, cases] = await Promise.all([
    import('/dist/index.js'),
    import('/test/golden/golden-answers.js'),
    import('/test/golden/host-here.js'),
    fetch('/test/golden/cases.json').then((response) => response.json()),
  ]);
  return { answers: goldenAnswers(library, cases), host: hostHere() };
});
const version = browser.version();
await browser.close();
process.stdout.write(answers);
process.stderr.write(`${JSON.stringify({ version, ...host })}\n`);
