// `npm run site`: the whole site into docs/site/dist. SITE_BASE=/partner-rules serves it below a folder; `-- --fast` takes the
// reference of the last build, which takes half of the time.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deadLinks } from './tools/links.js';
import { writeWorker } from './tools/offline.js';
import { seal } from './tools/policy.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = `${here}dist`;
const base = `/${(process.env.SITE_BASE ?? '').replace(/^\/|\/$/g, '')}/`.replace('//', '/');

function run(...args) {
  const env = { ...process.env, SITE_BASE: base, ASTRO_TELEMETRY_DISABLED: '1' };
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: here,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(
      `${args.join(' ')} ended with ${status}\n${stdout.slice(-4_000)}\n${stderr.slice(-4_000)}`,
    );
}

if (!process.argv.includes('--fast'))
  run('../../node_modules/typedoc/bin/typedoc', '--options', 'typedoc.json');
process.env.SITE_BASE = base;
const { writePages } = await import('./tools/pages.js');
writePages();
rmSync(dist, { recursive: true, force: true });
// In two steps: a build that reads the pages for the first time can begin before the last of them is stored.
run('node_modules/astro/astro.js', 'sync', '--force');
run('node_modules/astro/astro.js', 'build');
const pages = seal(dist, base);
writeWorker(dist, base);
const dead = deadLinks(dist, base);
for (const link of dead.slice(0, 40)) process.stderr.write(`dead link: ${link}\n`);
process.stdout.write(`${pages.length} pages in docs/site/dist, ${dead.length} dead links\n`);
if (dead.length > 0) process.exitCode = 1;
