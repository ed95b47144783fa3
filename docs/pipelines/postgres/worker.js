// Settles requests until it is stopped. Any number of these run at once, on any machines.
// Usage: node worker.js postgres://…

import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { settleNext } from './settle-next.js';

const PAUSE_MS = 50;

const client = new pg.Client({
  connectionString: process.argv[2],
  // The lock of a worker whose machine is gone is given up after this time.
  idle_in_transaction_session_timeout: 10_000,
});
await client.connect();
for (;;) {
  if ((await settleNext(client)) === 0) await wait(PAUSE_MS);
}
