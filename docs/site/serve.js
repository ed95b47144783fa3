// `npm run site:serve`: serves the built site to this machine alone, under the base path that it was built for.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('dist', import.meta.url));
const types = {
  ...{
    '.html': 'text/html',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
  },
  ...{ '.svg': 'image/svg+xml', '.json': 'application/json', '.xml': 'application/xml' },
  ...{ '.png': 'image/png', '.webp': 'image/webp' },
};

async function send(url, base, response) {
  const path = decodeURIComponent(url.split('?')[0]);
  if (!path.startsWith(base)) return redirect(response, base);
  const place = normalize(`/${path.slice(base.length)}`);
  const file = place.endsWith('/') ? `${place}index.html` : place;
  try {
    const body = await readFile(root + file);
    const type =
      types[extname(file)] ??
      (file.includes('/pagefind/') ? 'application/octet-stream' : 'text/plain');
    const charset = /text|javascript|json|xml/.test(type) ? '; charset=utf-8' : '';
    response.writeHead(200, {
      'content-type': type + charset,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    response.end(body);
  } catch (error) {
    if (error.code === 'EISDIR') return redirect(response, `${path}/`);
    const body = await readFile(`${root}/404.html`).catch(() => 'Not found');
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  }
}

function redirect(response, location) {
  response.writeHead(302, { location }).end();
}

/** Starts the server on a port of this machine (0: any free one) and gives the site's address. */
export function serve(port) {
  const page = readFileSync(`${root}/index.html`, 'utf8');
  const base = /href="([^"]*)styles\.css"/.exec(page)?.[1] ?? '/';
  const server = createServer((request, response) => {
    send(request.url ?? '/', base, response).catch(() => response.writeHead(400).end());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${server.address().port}${base}`;
      resolve({ address, close: () => server.close() });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { address } = await serve(Number(process.env.PORT ?? 4180));
    process.stdout.write(`The site is at ${address} (end it with Ctrl+C)\n`);
  } catch (error) {
    const how =
      error.code === 'ENOENT'
        ? 'Build it first: npm run site.'
        : 'Name another port, such as PORT=4181.';
    process.stderr.write(`${error.message}. ${how}\n`);
    process.exitCode = 1;
  }
}
