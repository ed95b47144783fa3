import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { firstDifference } from './first-difference.js';
import { offsetsIn } from './zones.js';

const golden = readFileSync(new URL('answers.ndjson', import.meta.url), 'utf8');

/**
 * Runs a program that prints the golden answers, in a time zone: its version, and how its answers (or the host itself)
 * differ from what they should be.
 */
export function compareProcess({ command, args, env = {}, zone = 'UTC', isLike = {} }) {
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
    // Nothing of the surroundings but where programs are, so that every host is as it says.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', TZ: zone, ...env },
    maxBuffer: 1e9,
  });
  if (error !== undefined || status !== 0) {
    return { difference: `did not run: ${error ?? /^.*Error.*$/m.exec(stderr) ?? stderr}` };
  }
  const { version, ...host } = JSON.parse(stderr.trimEnd().split('\n').at(-1));
  for (const [name, value] of Object.entries({ offsets: offsetsIn(zone), ...isLike })) {
    if (isDeepStrictEqual(host[name], value)) continue;
    return { version, difference: `the host has ${name} ${host[name]}, not ${value}` };
  }
  return { version, difference: firstDifference(golden, stdout) };
}
