// After the generator: every page gets a Content-Security-Policy that allows this site alone. Styles that stand in an attribute move
// into a file, and scripts that stand in a page are allowed by their hash.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TAG_WITH_STYLE = /<([a-zA-Z][\w-]*)((?:\s[^<>]*?)?)\sstyle="([^"]*)"([^<>]*)>/g;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Seals the pages of a folder that is served under a base path. Returns how many there are. */
export function seal(folder, base) {
  const classes = new Map();
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  for (const path of pages) {
    const html = readFileSync(join(folder, path), 'utf8');
    // Wide tables of the pages scroll, so they must be within reach of the keyboard.
    const reachable = /(^|\/)try\//.test(path)
      ? html
      : html.replace(/<table(?![^>]*tabindex)/g, '<table tabindex="0"');
    const text = withClasses(reachable, classes);
    writeFileSync(join(folder, path), withPolicy(text, base));
  }
  const rules = [...classes].map(([style, name]) => `.${name}.${name}.${name}{${style}}`);
  writeFileSync(join(folder, 'styles.css'), `${rules.join('\n')}\n`);
  return pages;
}

/** Each style of an attribute once, as a class that wins over the other sheets as an attribute would. */
function withClasses(html, classes) {
  return html.replace(TAG_WITH_STYLE, (_, tag, before, style, after) => {
    const plain = style.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&#38;', '&');
    const name = classes.get(plain) ?? `s${classes.size}`;
    classes.set(plain, name);
    const rest = `${before}${after}`;
    const isClosed = /\/\s*$/.test(rest);
    const attributes = isClosed ? rest.replace(/\/\s*$/, '') : rest;
    const merged = /\sclass="/.test(attributes)
      ? attributes.replace(/\sclass="/, ` class="${name} `)
      : `${attributes} class="${name}"`;
    return `<${tag}${merged}${isClosed ? '/' : ''}>`;
  });
}

function withPolicy(html, base) {
  const hashes = [...html.matchAll(INLINE_SCRIPT)]
    .map(([, code]) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
    .filter((hash, at, all) => all.indexOf(hash) === at);
  const policy = [
    "default-src 'none'",
    // The search runs WebAssembly that this site serves.
    `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`.trim(),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="${base}styles.css">`;
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (charset) => charset + head);
}
