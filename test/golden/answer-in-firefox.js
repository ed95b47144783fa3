// `TZ=zone node answer-in-firefox.js`: prints the golden answers as Debian's Firefox gives them, which loads the library's ES modules
// as they are, and on standard error what the host is like. It needs no driver: the page sends its answers back.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { json } from 'node:stream/consumers';
import { fileOf } from './file-of.js';

const MOST_SECONDS = 60;

const server = createServer((request, response) => {
  if (request.method === 'POST') return server.emit('answers', json(request));
  const { contentType, body } = fileOf(request.url);
  return response.writeHead(200, { 'content-type': contentType }).end(body);
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const page = `http://127.0.0.1:${server.address().port}/`;

const profile = mkdtempSync(join(tmpdir(), 'golden-firefox-'));
const args = ['--headless', '--no-remote', '--profile', profile, page];
const firefox = spawn('/usr/bin/firefox-esr', args, { stdio: 'ignore' });
try {
  const [sent] = await once(server, 'answers', {
    signal: AbortSignal.timeout(MOST_SECONDS * 1000),
  });
  const { answers, host } = await sent;
  process.stdout.write(answers);
  process.stderr.write(`${JSON.stringify(host)}\n`);
} finally {
  firefox.kill();
  await once(firefox, 'exit');
  server.close();
  server.closeAllConnections();
  rmSync(profile, { recursive: true, force: true, maxRetries: 9 });
}
