// `npm run test:mutation`: changes one place of src after the other, and says which changes no test and no type sees.
// `-- --mutate src/roles/role-set.ts` looks at one file, `ONLY=roles` runs the tests of one folder alone.

import { spawnSync } from 'node:child_process';

const stryker = 'test/mutation/node_modules/.bin/stryker';
const args = ['run', 'test/mutation/stryker.config.json', ...process.argv.slice(2)];
const { status } = spawnSync(stryker, args, { stdio: 'inherit' });
if (status === 0) await import('./report.js');
else process.exitCode = 1;
