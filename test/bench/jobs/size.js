import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Bytes of an entry, minified and gzipped, without decimal.js. */
export async function sizeOf(entry) {
  const { outputFiles } = await build({
    entryPoints: [`${root}dist/${entry}.js`],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    external: ['decimal.js'],
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
