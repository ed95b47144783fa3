// `node answer-in-chromium.js [zone] [locale]`: prints the golden answers as Debian's Chromium gives them, which loads the library's
// ES modules as they are, and on standard error what the host is like.

import process from 'node:process';
import { chromium } from 'playwright-core';
import { fileOf } from './file-of.js';

const [timezoneId = 'UTC', locale = 'en-US'] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const context = await browser.newContext({ timezoneId, locale });
const tab = await context.newPage();

// Nothing is asked of a network: every file comes from here, and the page's answers come back here.
await context.route('**/*', (route) => {
  const { pathname } = new URL(route.request().url());
  return route.fulfill(fileOf(pathname));
});
const sent = tab.waitForRequest((request) => request.method() === 'POST');
await tab.goto('http://golden.test/');
const { answers, host } = (await sent).postDataJSON();
const version = browser.version();
await browser.close();
process.stdout.write(answers);
process.stderr.write(`${JSON.stringify({ ...host, version })}\n`);
