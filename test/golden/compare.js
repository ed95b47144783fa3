// `npm run test:golden`: the golden answers by the Node at hand, on each host.

import process from 'node:process';
import { compareHosts } from './compare-hosts.js';
import { hosts } from './hosts.js';
import { report } from './report.js';

const { version, summary, differences } = compareHosts({ command: process.execPath });
console.log(`Hosts: ${hosts.map(({ name }) => name).join(', ')}`);
report(`Node ${version}, ${summary}`, differences);
