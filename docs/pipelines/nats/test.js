// Settles 20,000 requests over NATS while workers are killed, and checks every result.
// Usage: node test.js [requests] [kills] [workers]

import { prepare } from '../shared/prepare.js';

const here = new URL('./', import.meta.url);
prepare(here, { debianPackage: 'nats-server', program: '/usr/sbin/nats-server' });

// What is imported may just have been installed.
const { runKillTest } = await import('../shared/run-kill-test.js');
const { openPipeline } = await import('./open-pipeline.js');
const { startNats } = await import('./start-nats.js');

await runKillTest({
  startServer: startNats,
  openPipeline,
  worker: new URL('worker.js', here),
  mustHappen: ['a request came again that was settled', 'a request came again that was published'],
});
