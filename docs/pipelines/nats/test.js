// Settles 20,000 requests over NATS while workers are killed, and checks every result.
// Usage: node test.js [requests] [kills] [workers]

import assert from 'node:assert/strict';
import { prepare } from '../shared/prepare.js';

const here = new URL('./', import.meta.url);
prepare(here, { debianPackage: 'nats-server', program: '/usr/sbin/nats-server' });

// What is imported may just have been installed.
const { runKillTest } = await import('../shared/run-kill-test.js');
const { openPipeline } = await import('./open-pipeline.js');
const { readEntry } = await import('./settle-message.js');
const { startNats } = await import('./start-nats.js');

// An entry that is none is a corrupt ledger; one that a version without faults wrote has none.
for (const text of ['cut off', '7', '{"place":7,"ledger":{}}', '{"place":7,"result":"{}"}']) {
  const corrupt = { place: 0, result: null, ledger: text, fault: null };
  assert.deepEqual(readEntry({ string: () => text }), corrupt);
}
const early = { place: 7, result: '{}', ledger: {} };
assert.deepEqual(readEntry({ string: () => JSON.stringify(early) }), { ...early, fault: null });

await runKillTest({
  startServer: startNats,
  openPipeline,
  worker: new URL('worker.js', here),
  mustHappen: ['a request came again that was settled', 'a request came again that was published'],
});
