import { readFileSync } from 'node:fs';
import { extname } from 'node:path';

const root = new URL('../../', import.meta.url);
const types = { '.html': 'text/html', '.json': 'application/json' };

/** What a browser gets for a path of the repository, and at `/` the page that answers. */
export function fileOf(path) {
  const file = path === '/' ? '/test/golden/page.html' : path;
  const type = types[extname(file)] ?? 'text/javascript';
  return { contentType: `${type}; charset=utf-8`, body: readFileSync(new URL(`.${file}`, root)) };
}
