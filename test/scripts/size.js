// `npm run test:size`: how much of an app each folder of rules takes, and its main question alone, minified and gzipped: without
// decimal.js, which apps often have already, and with it. Fails if one exceeds its bound, which is for the size without it.

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What an app imports, and the most kilobytes (of 1,000 bytes) that it may take. */
export const bounds = [
  { from: 'amounts', most: 3.6 },
  { from: 'roles', most: 6.6 },
  { from: 'roles', names: 'isAllowed', most: 6.2 },
  { from: 'markets', most: 13.1 },
  { from: 'markets', names: 'isMarketAvailable', most: 9.9 },
  { from: 'software', most: 18.9 },
  { from: 'software', names: 'decideSoftwareCancellation', most: 16.1 },
  { from: 'reservations', most: 29.2 },
  { from: 'reservations', names: 'quoteRefund', most: 18.1 },
  { from: 'plans', most: 36 },
  { from: 'customers', most: 17.9 },
  { from: 'resellers', most: 6.6 },
  { from: 'support', most: 33.8 },
  { from: 'interop', most: 50.6 },
  { from: 'columns', most: 16.4 },
  { from: 'clauses', most: 10.4 },
  { from: 'places', most: 4.1 },
  { from: 'explain', most: 124.6 },
  { from: 'explain/en', most: 105.2 },
  { from: 'explain/ko', most: 111.6 },
  { from: 'index', most: 146.8 },
];

/** Kilobytes of what is imported. */
export async function sizeOf({ from, names = '*', external = ['decimal.js'] }) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export ${names === '*' ? '*' : `{ ${names} }`} from './${from}.js';`,
      resolveDir: dist,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    external,
    charset: 'utf8',
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1_000;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const bound of bounds) {
    const { from, names = 'everything', most } = bound;
    const size = await sizeOf(bound);
    const whole = await sizeOf({ ...bound, external: [] });
    const figures = `${size.toFixed(1).padStart(5)} kB of ${most}, ${whole.toFixed(1)} kB with decimal.js`;
    const line = `${from.padEnd(14)} ${names.padEnd(28)} ${figures}`;
    console.log(`${size <= most ? 'ok    ' : 'TOO BIG'} ${line}`);
    if (size > most) process.exitCode = 1;
  }
}
