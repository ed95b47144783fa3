// `npm run test:size`: how much of an app each folder of rules takes, and its main question alone, minified and gzipped: without
// decimal.js, which apps often have already, and with it. Fails if one exceeds its bound, which is for the size without it.

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What an app imports, and the most kilobytes (of 1,000 bytes) that it may take. */
export const bounds = [
  { from: 'amounts', most: 3.6 },
  { from: 'roles', most: 3.4 },
  { from: 'roles', names: 'isAllowed', most: 2.5 },
  { from: 'markets', most: 12.2 },
  { from: 'markets', names: 'isMarketAvailable', most: 9.5 },
  { from: 'software', most: 13 },
  { from: 'software', names: 'decideSoftwareCancellation', most: 10.5 },
  { from: 'reservations', most: 25.8 },
  { from: 'reservations', names: 'quoteRefund', most: 16.5 },
  { from: 'customers', most: 15.3 },
  { from: 'resellers', most: 4.3 },
  { from: 'support', most: 26 },
  { from: 'interop', most: 40.5 },
  { from: 'columns', most: 14.6 },
  { from: 'clauses', most: 7.2 },
  { from: 'explain', most: 77.5 },
  { from: 'index', most: 99 },
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
