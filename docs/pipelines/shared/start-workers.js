import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './random-from.js';

const SEED = 7;
/** Every so many victims, one is only frozen for some time: it comes back with what it held. */
const FROZEN = 4;
const FREEZE_MS = 2_000;

/**
 * Starts worker processes. As the results come, `kills` of them are killed at random moments and
 * started again, or frozen. `onLine` gets what the workers print.
 */
export function startWorkers({ script, address, workers, kills, requests, onLine }) {
  const random = randomFrom(SEED);
  /** A worker is killed when there are so many results. */
  const moments = Array.from({ length: kills }, () => random(requests)).sort((a, b) => b - a);
  const running = new Set();
  const counted = { killed: 0, frozen: 0, failed: 0 };
  let isStopping = false;

  function start() {
    const child = spawn(process.execPath, [fileURLToPath(script), address], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    createInterface({ input: child.stdout }).on('line', onLine);
    child.on('exit', (_, signal) => {
      running.delete(child);
      if (signal !== 'SIGKILL')
        counted.failed += 1; // it ended by itself, which no worker should
      else if (!isStopping) start();
    });
  }

  function strike() {
    const victims = [...running];
    const victim = victims[random(victims.length || 1)];
    if ((counted.killed + counted.frozen) % FROZEN === FROZEN - 1) {
      counted.frozen += 1;
      victim?.kill('SIGSTOP');
      setTimeout(() => victim?.kill('SIGCONT'), FREEZE_MS).unref();
    } else {
      counted.killed += 1;
      victim?.kill('SIGKILL');
    }
  }

  const killAll = () => {
    for (const child of running) child.kill('SIGKILL');
  };
  process.prependOnceListener('exit', killAll);
  for (let i = 0; i < workers; i += 1) start();
  return {
    counted,
    /** Strikes if a moment has come, now that there are so many results. */
    strikeAt(results) {
      while (moments.at(-1) <= results) {
        moments.pop();
        strike();
      }
    },
    async stop() {
      isStopping = true;
      const exits = [...running].map((child) => once(child, 'exit'));
      killAll();
      await Promise.all(exits);
    },
  };
}
