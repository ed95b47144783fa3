// A service worker that keeps what the site needs without a network: the questions in both languages, what they load, and the search.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEPT =
  /^(index\.html|styles\.css|markets\.json|favicon\.svg|ko\/index\.html|(ko\/)?try\/.*|(ko\/)?guide\/[^/]*\/?index\.html|_astro\/.*|pagefind\/(pagefind|wasm).*)$/;

export function writeWorker(folder, base) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => KEPT.test(path) && /\.[a-z_]+$/.test(path))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  const addresses = files.map((file) => base + file.replace(/(^|\/)index\.html$/, '$1'));
  writeFileSync(
    join(folder, 'worker.js'),
    `const CACHE = 'partner-rules-${hash.digest('hex').slice(0, 16)}';
const KEPT = ${JSON.stringify(addresses)};
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(KEPT)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('partner-rules-') && name !== CACHE).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => self.clients.claim()));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(
    fetch(request)
      .then(async (response) => {
        if (response.ok) await (await caches.open(CACHE)).put(request, response.clone());
        return response;
      })
      .catch(async () => (await caches.match(request, { ignoreSearch: true })) ?? Response.error()),
  );
});
`,
  );
}
