// `npm run test:examples`: runs every example as its reader would, and fails if one answers something else.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { build } from 'esbuild';
import createClient from 'openapi-fetch';
import { chromium } from 'playwright-core';

const here = fileURLToPath(new URL('.', import.meta.url));
// What `npm install partner-rules` does in a project. A `file:` dependency would copy all of package.json into the lock file.
const installed = `${here}node_modules/partner-rules`;
if (!existsSync(installed)) symlinkSync('../../..', installed);

const facts = {
  ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', used: false },
  ...{ purchasedOn: '2025-01-01', canceledOn: '2025-01-07' },
};

function check(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`);
  console.log(`ok  ${what}`);
}

function output(command, ...args) {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd: here, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout.trim().split('\n');
}

/** Starts the service on any free port, and gives its address and what stops it. */
async function startService() {
  const env = { ...process.env, PORT: '0' };
  const server = spawn(process.execPath, ['service/server.js'], { cwd: here, env });
  server.stderr.pipe(process.stderr);
  for await (const text of server.stdout) {
    return { address: String(text).trim(), stop: () => server.kill() };
  }
  throw new Error('The service printed no address.');
}

async function checkService(address) {
  const client = createClient({ baseUrl: address });
  const { data: openapi } = await client.GET('/openapi.json');
  const { valid, errors } = await new Validator().validate(openapi);
  check('the service: its OpenAPI is valid', valid || JSON.stringify(errors), true);
  const { data: quote } = await client.POST('/refunds', { body: facts });
  check('the service: a refund', quote.refund, '10386.41');
  const refused = await client.POST('/refunds', {
    body: { ...facts, used: 'no', term: undefined },
  });
  const paths = refused.error.map(({ path }) => path.join('.')).join();
  check('the service: every issue at once', `${refused.response.status} ${paths}`, '400 term,used');
  const bare = { method: 'POST', body: '{' };
  check('the service: no JSON', (await fetch(`${address}/refunds`, bare)).status, 400);
  const large = { method: 'POST', body: `"${'x'.repeat(2_000_000)}"` };
  check(
    'the service: a body above its bound',
    (await fetch(`${address}/refunds`, large)).status,
    413,
  );
  const purchase = {
    purchasedOn: '2025-03-01',
    canceledOn: '2025-05-01',
    kind: 'perpetual',
    roles: 'admin-agent',
  };
  const { data: decision } = await client.POST('/software-cancellations', { body: purchase });
  check('the service: a no is an answer', decision?.allowed, false);
  const [refund, issue] = output('python3', 'python/refund.py', address);
  check('Python: a refund', refund, '10386.41');
  check('Python: an issue', issue, 'used: expected true or false, got "no"');
}

/** Bundles the page as a build tool would, and types in it. */
async function checkReact() {
  const { outputFiles } = await build({
    entryPoints: [`${here}react/main.jsx`],
    ...{ bundle: true, write: false, minify: true, jsx: 'automatic', logLevel: 'error' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const page = `<!doctype html><html lang="en"><title>Refund</title><div id="root"></div><script>${outputFiles[0].text}</script>`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}`);
    const answer = async () => (await tab.locator('output').innerText()).split('\n')[0];
    check('React: a refund', await answer(), 'The refund is 6,016.44 USD, paid to the partner.');
    await tab.getByLabel('Price paid (USD)').fill('12,000');
    check('React: an issue', await answer(), 'Correct the facts above.');
    const field = tab.getByLabel('Price paid (USD)');
    check('React: at its field', await field.getAttribute('aria-invalid'), 'true');
  } finally {
    await browser.close();
    server.close();
  }
}

check('CommonJS: a refund', output(process.execPath, 'script/refund.cjs')[0], '6016.44');
const service = await startService();
try {
  await checkService(service.address);
} finally {
  service.stop();
}
await checkReact();
