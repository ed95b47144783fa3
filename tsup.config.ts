import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { defineConfig, type Options } from 'tsup';
import { writeSchemas } from './src/schemas/generate.ts';

const shared: Options = {
  target: 'es2022',
  clean: false,
  silent: true,
  sourcemap: true,
  dts: false,
  // Korean as it is: escaped it would take twice the room.
  esbuildOptions(options) {
    options.charset = 'utf8';
    // The maps name the sources, which are in the package.
    options.sourcesContent = false;
  },
};

const rooms = {
  index: 'src/index.ts',
  amounts: 'src/amounts/index.ts',
  clauses: 'src/clauses/index.ts',
  columns: 'src/columns/index.ts',
  customers: 'src/customers/index.ts',
  explain: 'src/explain/index.ts',
  'explain/en': 'src/explain/en.ts',
  'explain/ko': 'src/explain/ko.ts',
  interop: 'src/interop/index.ts',
  markets: 'src/markets/index.ts',
  places: 'src/places/index.ts',
  plans: 'src/plans/index.ts',
  resellers: 'src/resellers/index.ts',
  reservations: 'src/reservations/index.ts',
  roles: 'src/roles/index.ts',
  software: 'src/software/index.ts',
  support: 'src/support/index.ts',
};

/** Writes the declarations, with maps to the sources in the package: the copy that tsup has of this plugin makes none. */
async function writeDeclarations(): Promise<void> {
  const bundle = await rollup({
    input: rooms,
    external: ['decimal.js'],
    plugins: [dts({ sourcemap: true })],
  });
  for (const ending of ['d.ts', 'd.cts']) {
    const names = {
      entryFileNames: `[name].${ending}`,
      chunkFileNames: `[name]-[hash].${ending}`,
    };
    await bundle.write({ dir: 'dist', format: 'es', sourcemap: true, ...names });
  }
  await bundle.close();
}

/** Joins the small pieces into which the command is split: a run loads each of them, and most are needed together. */
async function joinPieces(): Promise<void> {
  const external = [...builtinModules, /^node:/, '@photostructure/sqlite'];
  const input = { cli: 'dist/cli.js', 'cli/worker': 'dist/cli/worker.js' };
  const bundle = await rollup({ input, external, logLevel: 'warn' });
  rmSync('dist/cli', { recursive: true });
  await bundle.write({
    dir: 'dist',
    format: 'es',
    chunkFileNames: 'cli/[name].js',
    experimentalMinChunkSize: 20_000,
    compact: true,
  });
  await bundle.close();
}

/** Maps of CommonJS name the lines that tsup adds by a path of this machine: by the file's own name instead. */
function shortenMaps(): void {
  const folder = JSON.stringify(`${process.cwd()}/dist/`).slice(1, -1);
  for (const name of readdirSync('dist', { recursive: true }).map(String)) {
    if (!name.endsWith('.cjs.map')) continue;
    const map = readFileSync(`dist/${name}`, 'utf8');
    writeFileSync(`dist/${name}`, map.replaceAll(folder, ''));
  }
}

/** Packages of others inside the command line, whose licences must come with it. */
const bundled = [
  ...['@date-fns/utc', 'csv-parse', 'date-fns', 'decimal.js'],
  ...['fast-string-truncated-width', 'papaparse', 'picocolors'],
];

function licenseOf(name: string): string {
  const file = readdirSync(`node_modules/${name}`).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name}\n\n${readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()}\n`;
}

/** Scripts for hosts that know no modules: one per folder of rules, and a small one for quotes. */
const sources: [script: string, source: string, room: string][] = [
  ...Object.entries(rooms)
    .filter(([room]) => room !== 'index' && !room.includes('/'))
    .map(([room, source]): [string, string, string] => [room, source, room]),
  ['quotes', 'src/reservations/quote/index.ts', 'reservations'],
];

const scripts = sources.map(
  ([script, source, room]): Options => ({
    ...shared,
    target: 'es2020',
    entry: { [`iife/${script}`]: source },
    format: ['iife'],
    globalName: `partnerRules${room.charAt(0).toUpperCase()}${room.slice(1)}`,
    outExtension: () => ({ js: '.js' }),
    noExternal: ['decimal.js'],
    minify: true,
    sourcemap: false,
  }),
);

export default defineConfig([
  {
    ...shared,
    entry: rooms,
    format: ['esm', 'cjs'],
    splitting: true,
    onSuccess: async () => {
      writeSchemas('dist/schemas');
      await writeDeclarations();
      shortenMaps();
    },
  },
  {
    ...shared,
    entry: { cli: 'src/cli/bin.ts', 'cli/worker': 'src/cli/jobs/worker.ts' },
    format: ['esm'],
    platform: 'node',
    // A command starts sooner if it looks for no package and loads nothing of the other commands.
    noExternal: ['decimal.js'],
    splitting: true,
    sourcemap: false,
    esbuildOptions(options, context) {
      shared.esbuildOptions?.(options, context);
      options.chunkNames = 'cli/[name]-[hash]';
      // Names stay, for reports of bugs.
      options.minifyWhitespace = true;
      options.minifySyntax = true;
    },
    onSuccess: async () => {
      await joinPieces();
      writeFileSync('dist/cli-licenses.txt', bundled.map(licenseOf).join('\n'));
    },
  },
  ...scripts,
]) as ReturnType<typeof defineConfig>;
