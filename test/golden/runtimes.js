// `npm run test:runtimes`: the golden answers by other runtimes, on each host and in every time zone that they know. Linux, x64.

import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compareHosts } from './compare-hosts.js';
import { compareProcess } from './compare-process.js';
import { report } from './report.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const installed = `${here}node_modules/`;
const node = (version) => ({ name: 'Node', command: `${installed}node-${version}/bin/node` });
const frozen = ['frozen intrinsics', 'all at once'];

const runtimes = [
  ...['20-first', '20', '22', '24', '26'].map(node),
  {
    name: 'Deno',
    command: `${installed}@deno/linux-x64-glibc/deno`,
    before: ['run', '--allow-all'],
    cannotBe: frozen,
  },
  {
    name: 'Bun',
    command: `${installed}@oven/bun-linux-x64/bin/bun`,
    before: [],
    cannotBe: [...frozen, 'Turkish'],
  },
];

/** Engines without processes of their own: a program of Node's asks them. */
const engines = [
  { name: 'QuickJS (quickjs-emscripten)', program: 'answer-in-quickjs.js', argumentsIn: () => [] },
  {
    name: 'Chromium',
    program: 'answer-in-chromium.js',
    argumentsIn: (zone) => [zone, 'tr-TR'],
    isLike: { locale: 'tr-TR' },
  },
  { name: 'Firefox', program: 'answer-in-firefox.js', argumentsIn: () => [] },
];
const engineZones = ['UTC', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu'];

for (const { name, ...runtime } of runtimes) {
  const { version, summary, differences } = compareHosts(runtime);
  report(`${name} ${version}, ${summary}`, differences);
  compareEveryZone(`${name} ${version}`, runtime);
}
for (const engine of engines) compareEngine(engine);

function compareEveryZone(name, { command, before = [] }) {
  const { status, stdout, stderr } = spawnSync(command, [...before, 'every-zone.js'], {
    cwd: here,
    encoding: 'utf8',
  });
  const lines = (stdout || stderr || 'did not run').trimEnd().split('\n');
  report(`${name}, ${status === 0 ? lines.pop() : 'every zone'}`, lines);
}

function compareEngine({ name, program, argumentsIn, isLike }) {
  const results = engineZones.map((zone) => {
    const args = [program, ...argumentsIn(zone)];
    return { zone, ...compareProcess({ command: process.execPath, args, zone, isLike }) };
  });
  const differing = results.filter(({ difference }) => difference !== undefined);
  report(
    `${name} ${results[0].version}, in ${engineZones.join(', ')}`,
    differing.map(({ zone, difference }) => `${zone}: ${difference}`),
  );
}
