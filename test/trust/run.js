// `npm run trust`: climbs the quick rungs of the ladder, prints the figure of each, and writes docs/trust.json and the table of
// docs/trust.md. Rungs that are not climbed keep the figure and the day of the last time.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { rungs } from './rungs.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = new URL('../../docs/trust.json', import.meta.url);
const page = new URL('../../docs/trust.md', import.meta.url);

const asked = process.argv.slice(2);
const names = Object.keys(rungs).filter((name) =>
  asked.length === 0 ? rungs[name].isQuick : asked.includes('all') || asked.includes(name),
);
const figures = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};

for (const name of names) {
  const { command, figure } = rungs[name];
  const { status, stdout } = spawnSync('bash', ['-c', command], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const found = status === 0 ? figure(stripVTControlCharacters(stdout)) : undefined;
  if (found === undefined) {
    process.exitCode = 1;
    console.log(`FAILED ${name}: ${command}`);
    continue;
  }
  const on = new Date().toISOString().slice(0, 10);
  figures[name] = { figure: found, on };
  console.log(`ok     ${name.padEnd(16)} ${found}`);
}

const climbed = Object.keys(rungs).filter((name) => figures[name] !== undefined);
writeFileSync(
  kept,
  `${JSON.stringify(Object.fromEntries(climbed.map((name) => [name, figures[name]])), null, 2)}\n`,
);
const rows = climbed.map((name) => {
  const { what, command } = rungs[name];
  const { figure, on } = figures[name];
  return `| ${name} | ${what} | ${figure} | ${on} | \`${command.replaceAll('|', '\\|')}\` |`;
});
const left = Object.keys(rungs).filter((name) => figures[name] === undefined);
const notClimbed = left.length === 0 ? '' : `\nNot climbed yet: ${left.join(', ')}.\n`;
const [before] = readFileSync(page, 'utf8').split('<!-- climbed -->');
const head = '| rung | what it tries | figure | on | command |\n| --- | --- | --- | --- | --- |';
writeFileSync(page, `${before}<!-- climbed -->\n\n${head}\n${rows.join('\n')}\n${notClimbed}`);
