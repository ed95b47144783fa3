// Settles 20,000 requests in PostgreSQL while workers are killed, and checks every result.
// Usage: node test.js [requests] [kills] [workers]

import { prepare } from '../shared/prepare.js';

const here = new URL('./', import.meta.url);
prepare(here, { debianPackage: 'postgresql', program: '/usr/lib/postgresql' });

// What is imported may just have been installed.
const { runKillTest } = await import('../shared/run-kill-test.js');
const { CUT, openPipeline } = await import('./open-pipeline.js');
const { startPostgres } = await import('./start-postgres.js');

await runKillTest({
  startServer: startPostgres,
  openPipeline,
  worker: new URL('worker.js', here),
  mustHappen: [CUT],
});
