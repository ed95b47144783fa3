// `npm run test:golden`: the golden answers by the Node at hand, each time in a process of its own: as ES and as CommonJS modules, in
// hard time zones, and on hosts that are changed in other ways.

import process from 'node:process';
import { compareHost } from './compare-host.js';
import { hardZones } from './zones.js';

const turkish = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
const hosts = [
  ...Object.keys(hardZones).map((zone) => ({ name: zone, zone })),
  { name: 'frozen intrinsics', flags: ['--frozen-intrinsics'], isLike: { isFrozen: true } },
  { name: 'Decimal set by the host', words: ['set-decimal'], isLike: { third: '0.334' } },
  { name: 'Turkish', env: turkish, isLike: { locale: 'tr-TR' } },
  {
    name: 'all at once',
    ...{
      zone: 'Pacific/Apia',
      env: turkish,
      flags: ['--frozen-intrinsics'],
      words: ['set-decimal'],
    },
    isLike: { isFrozen: true, locale: 'tr-TR', third: '0.334' },
  },
];

let differing = 0;
for (const { name, flags = [], words = [], ...host } of hosts) {
  const told = ['esm', 'cjs'].map((format) => {
    const args = ['--no-warnings', ...flags, 'answer.js', format, ...words];
    const { difference } = compareHost({ command: process.execPath, args, ...host });
    if (difference !== undefined) differing += 1;
    return `${format} ${difference ?? 'identical'}`;
  });
  console.log(`${name}: ${told.join(', ')}`);
}
console.log(
  `Node ${process.versions.node}: ${hosts.length * 2 - differing} of ${hosts.length * 2} processes identical`,
);
if (differing > 0) process.exitCode = 1;
