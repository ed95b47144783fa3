import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkAside } from './check-aside.js';
import { checkResults } from './check-results.js';
import { checkStep } from './check-step.js';
import { makeRequests } from './make-requests.js';
import { startWorkers } from './start-workers.js';

const PATIENCE_MS = 60_000;

/**
 * Sends requests through a pipeline while its workers are killed, and checks every result. The command
 * line may say how many: `node test.js [requests] [kills] [workers]`.
 *
 * `startServer(directory)` gives the `address` of a server with its files there, and `stop()`.
 * `openPipeline(address)` gives `send(texts)`, `count()` of the results so far, `requests()` and
 * `results()` as [place of the request, text], `ledgers()`, `faults()` of the ledgers that are put aside as [key, issues],
 * `replaceLedger(key, ledger)` and `close()`. `worker` is the program of a worker. What the workers print, or `interruptions()` counts, is printed too: what `mustHappen` is among it.
 */
export async function runKillTest({ startServer, openPipeline, worker, mustHappen = [] }) {
  const [requests = 20_000, kills = 40, workers = 3] = process.argv.slice(2).map(Number);
  console.log(`ok  ${checkStep()}`);
  const texts = makeRequests(requests);
  const directory = mkdtempSync(join(tmpdir(), 'partner-rules-pipeline-'));
  const said = new Map();
  const onLine = (line) => said.set(line, (said.get(line) ?? 0) + 1);
  let sent = requests;
  let server;
  let pipeline;
  let crew;
  // Whatever happens: servers and workers end with this process, and their files go with them.
  process.once('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 10 }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

  try {
    server = await startServer(directory);
    pipeline = await openPipeline(server.address);
    const { address } = server;
    crew = startWorkers({ script: worker, address, workers, kills, requests, onLine });
    const started = performance.now();
    const [, seconds] = await Promise.all([
      pipeline.send(texts),
      secondsUntil(requests, pipeline, crew, started),
    ]);
    for (const [what, times] of Object.entries((await pipeline.interruptions?.()) ?? {})) {
      if (times > 0) said.set(what, times);
    }
    const checked = checkResults({
      sent: texts,
      requests: await pipeline.requests(),
      results: await pipeline.results(),
      ledgers: await pipeline.ledgers(),
    });
    const settle = async (more) => {
      await pipeline.send(more);
      sent += more.length;
      await secondsUntil(sent, pipeline, crew, performance.now());
    };
    checked.push(await checkAside(pipeline, settle));
    await crew.stop();
    if (kills > 0) for (const line of mustHappen) assert.ok(said.has(line), `it happens: ${line}`);

    for (const line of checked) console.log(`ok  ${line}`);
    for (const [line, times] of said) console.log(`    ${times} times: ${line}`);
    const { killed, frozen } = crew.counted;
    const pace = Math.round(requests / seconds);
    console.log(
      `    ${workers} workers, ${killed} killed, ${frozen} frozen: ${seconds.toFixed(1)} s, ${pace} requests/s`,
    );
  } finally {
    await crew?.stop();
    await pipeline?.close();
    await server?.stop();
  }
}

/** Waits until there are as many results as requests. Fails when none was added for long. */
async function secondsUntil(requests, pipeline, crew, started) {
  let last = { count: 0, at: performance.now() };
  while (last.count < requests) {
    await wait(20);
    assert.equal(crew.counted.failed, 0, 'no worker ends by itself');
    const count = await pipeline.count();
    crew.strikeAt(count);
    const at = performance.now();
    if (count > last.count) last = { count, at };
    assert.ok(at - last.at < PATIENCE_MS, `stuck at ${count} results of ${requests}`);
  }
  return (last.at - started) / 1000;
}
