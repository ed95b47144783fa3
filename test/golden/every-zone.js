// `node every-zone.js`, in Node, Deno or Bun: the golden answers in every zone that the host knows, in one process. Prints each zone
// that differs, and at last how many there were.

import { readFileSync } from 'node:fs';
import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import * as library from '../../dist/index.js';
import { firstDifference } from './first-difference.js';
import { goldenAnswers } from './golden-answers.js';
import { offsetsHere, offsetsIn } from './zones.js';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const cases = JSON.parse(read('cases.json'));
const golden = read('answers.ndjson');

function differenceIn(zone) {
  process.env.TZ = zone;
  if (!isDeepStrictEqual(offsetsHere(), offsetsIn(zone))) return 'the host did not go there';
  return firstDifference(golden, goldenAnswers(library, cases));
}

const zones = Intl.supportedValuesOf('timeZone');
const clocks = new Set();
for (const zone of zones) {
  const difference = differenceIn(zone);
  clocks.add(offsetsHere().join());
  if (difference === undefined) continue;
  console.log(`${zone}: ${difference}`);
  process.exitCode = 1;
}
console.log(`${zones.length} zones with ${clocks.size} different clocks`);
