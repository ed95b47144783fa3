// Serves the playground to this machine alone: its own files, the built package and decimal.js.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);
const home = '/docs/apps/playground/';
const served =
  /^\/(docs\/apps\/playground\/[a-z]+\.(html|css|js)|dist\/[\w-]+\.js|node_modules\/decimal\.js\/decimal\.mjs)$/;
const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', mjs: 'text/javascript' };

const server = createServer(async ({ url = '/' }, response) => {
  const [asked] = url.split('?');
  if (asked === '/') {
    response.writeHead(302, { location: home }).end();
    return;
  }
  const path = asked === home ? `${home}index.html` : asked;
  try {
    if (!served.test(path)) throw new Error(`${path} is not served`);
    const body = await readFile(new URL(`.${path}`, root));
    const type = types[path.split('.').at(-1)];
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
  }
});

/** Starts the server on a port of this machine (0: any free one) and gives the page's address. */
export function serve(port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${server.address().port}${home}`;
      resolve({ address, close: () => server.close() });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { address } = await serve(Number(process.env.PORT ?? 4180));
    process.stdout.write(`The playground is at ${address} (end it with Ctrl+C)\n`);
  } catch (error) {
    process.stderr.write(`${error.message}. Name another port, such as PORT=4181.\n`);
    process.exitCode = 1;
  }
}
