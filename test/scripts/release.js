// `npm run release`: publishes the package on npm with provenance, from a folder of its own, so that nothing in the repository changes.
// Needs NODE_AUTH_TOKEN, and a CI service that npm accepts for provenance (.github/workflows/release.yml). `-- --dry-run` publishes
// nothing; `-- --jsr @SCOPE` writes `jsr.json` too and publishes on JSR. Refuses the address of nowhere that package.json starts with.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** A page with links that resolve where no repository is around it: on the package page, and in `node_modules`. */
export function withAbsoluteLinks(text, { repository, version }) {
  const address = repository.url.replace(/^git\+|\.git$/g, '');
  return text.replace(/\]\((?!https?:|#)([^)\s]+)\)/g, `](${address}/blob/v${version}/$1)`);
}

/** The metadata of JSR: the same entries, as sources. It stands in no repository, because a version in two files would part. */
export function jsrMetadata({ version, license, exports, dependencies }, scope) {
  const entries = Object.keys(exports).filter((entry) => !/\.js(on)?$/.test(entry));
  const packages = Object.entries(dependencies);
  return {
    name: `${scope}/partner-rules`,
    ...{ version, license },
    exports: Object.fromEntries(entries.map((entry) => [entry, `./${sourceOf(entry)}`])),
    imports: Object.fromEntries(packages.map(([name, range]) => [name, `npm:${name}@${range}`])),
    publish: { include: ['src', 'README.md', 'LICENSE', 'CHANGELOG.md'] },
  };
}

/** The source of an entry: the index of its folder or, of `./explain/en`, a file in it. */
function sourceOf(entry) {
  const folder = join('src', entry);
  return existsSync(join(root, folder)) ? join(folder, 'index.ts') : `${folder}.ts`;
}

/** Copies what is published into a folder: the package as it is built, with links that resolve. */
export function stage(folder, facts, scope) {
  for (const name of ['dist', 'src', 'LICENSE', 'CHANGELOG.md']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const room of ['cli', 'schemas']) rmSync(join(folder, 'src', room), { recursive: true });
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  writeFileSync(join(folder, 'README.md'), withAbsoluteLinks(readme, facts));
  // What runs in the repository alone: publishing from here builds nothing.
  const { scripts: _, devDependencies: __, overrides: ___, ...published } = facts;
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  if (scope === undefined) return;
  writeFileSync(
    join(folder, 'jsr.json'),
    `${JSON.stringify(jsrMetadata(facts, scope), null, 2)}\n`,
  );
}

/** What stands in the way of a release that is meant. */
export function obstaclesTo({ repository }, isDryRun, env) {
  if (isDryRun) return [];
  return [
    /\.example\//.test(repository.url) &&
      'package.json: `repository`, `homepage` and `bugs` are placeholders. Write the address of the repository.',
    !env.NODE_AUTH_TOKEN && 'NODE_AUTH_TOKEN is empty. Give a token of npm that may publish.',
  ].filter(Boolean);
}

function run(folder, command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}.`);
}

function release() {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, jsr: { type: 'string' } },
  });
  const { 'dry-run': isDryRun, jsr: scope } = values;
  const facts = readJson(join(root, 'package.json'));
  const obstacles = obstaclesTo(facts, isDryRun, process.env);
  if (obstacles.length > 0) throw new Error(obstacles.join('\n'));

  const folder = mkdtempSync(join(tmpdir(), 'partner-rules-release-'));
  try {
    stage(folder, facts, scope);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: npm reads the variable
    const token = '//registry.npmjs.org/:_authToken=${NODE_AUTH_TOKEN}\n';
    if (!isDryRun) writeFileSync(join(folder, '.npmrc'), token);
    const how = isDryRun ? ['--dry-run'] : ['--provenance'];
    run(folder, 'npm', 'publish', '--access', 'public', '--ignore-scripts', ...how);
    if (scope === undefined) return;
    // JSR publishes the sources, and would look for npm's packages beside npm's file.
    for (const name of ['package.json', '.npmrc', 'dist']) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
    const deno = join(root, 'docs/notebooks/node_modules/.bin/deno');
    const jsr = existsSync(deno) ? [deno, 'publish'] : ['npx', '--yes', 'jsr', 'publish'];
    const options = isDryRun ? ['--dry-run', '--allow-dirty'] : ['--allow-dirty'];
    run(folder, ...jsr, ...options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    release();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
