// Every link, picture, script and sheet of the built site leads to a file, and every anchor to an element.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

const LINK = /\s(?:href|src)="([^"]*)"/g;

/** The links of a folder that lead nowhere, each with its page. */
export function deadLinks(folder, base) {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  const texts = new Map(
    pages.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
  const anchors = new Map();
  const anchorsOf = (path) => {
    if (!anchors.has(path))
      anchors.set(
        path,
        new Set(
          [...texts.get(path).matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => decode(id)),
        ),
      );
    return anchors.get(path);
  };
  const dead = [];
  for (const [path, text] of texts) {
    for (const [, raw] of text.matchAll(LINK)) {
      const link = decode(raw);
      if (/^(https?:|mailto:|data:|#$|#_top$)/.test(link) || link === '') continue;
      const [target, anchor] = link.split('#', 2);
      const place = target === '' ? path : fileOf(target, path, base);
      const found = place === undefined ? undefined : resolved(folder, place);
      if (found === undefined) dead.push(`${path}: ${link}`);
      else if (
        anchor &&
        !anchor.includes('=') &&
        texts.has(found) &&
        !anchorsOf(found).has(decodeURIComponent(anchor))
      ) {
        dead.push(`${path}: ${link}: no such heading`);
      }
    }
  }
  return dead;
}

const decode = (text) =>
  text.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&#39;', "'");

function fileOf(target, page, base) {
  const path = decodeURIComponent(target.split('?')[0]);
  if (!path.startsWith('/')) return posix.normalize(posix.join(posix.dirname(page), path));
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

function resolved(folder, place) {
  const path = join(folder, place);
  if (!existsSync(path)) return undefined;
  const file = statSync(path).isDirectory() ? posix.join(place, 'index.html') : place;
  return existsSync(join(folder, file)) ? file.replace(/^\.\//, '') : undefined;
}
