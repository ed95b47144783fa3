import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './random-from.js';

const SEED = 7;
/**
 * Starts worker processes. As the results come, as many of them are killed at random moments as
 * `kills` says, and started again. `onLine` gets what the workers print.
 */
export function startWorkers({ script, address, workers, kills, requests, onLine }) {
  const random = randomFrom(SEED);
  /** A worker is killed when there are so many results. */
  const moments = Array.from({ length: kills }, () => random(requests)).sort((a, b) => b - a);
  const running = new Set();
  const counted = { kills: 0, failures: 0 };
  let isStopping = false;

  function start() {
    const child = spawn(process.execPath, [fileURLToPath(script), address], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.add(child);
    createInterface({ input: child.stdout }).on('line', onLine);
    child.on('exit', (code) => {
      running.delete(child);
      if (code !== null)
        counted.failures += 1; // it ended by itself, which no worker should
      else if (!isStopping) start();
    });
  }

  for (let i = 0; i < workers; i += 1) start();
  return {
    counted,
    /** Kills whose moment has come, now that there are so many results. */
    killAt(results) {
      while (moments.at(-1) <= results) {
        moments.pop();
        const victims = [...running];
        if (victims[random(victims.length || 1)]?.kill('SIGKILL')) counted.kills += 1;
      }
    },
    async stop() {
      isStopping = true;
      const exits = [...running].map((child) => once(child, 'exit'));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(exits);
    },
  };
}
