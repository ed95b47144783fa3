import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './random-from.js';

const SEED = 7;
/** Between two kills, in milliseconds. */
const LEAST_PAUSE = 100;
const MOST_PAUSE = 600;

/**
 * Starts worker processes, and kills one at random now and then until `kills` are done. Who was
 * killed is started again. `onLine` gets what the workers print.
 */
export function startWorkers({ script, address, workers, kills, onLine }) {
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
      if (code !== null) counted.failures += 1; // it ended by itself, which no worker should
      else if (!isStopping) start();
    });
  }

  async function killAtRandom() {
    const random = randomFrom(SEED);
    while (counted.kills < kills && !isStopping) {
      await wait(LEAST_PAUSE + random(MOST_PAUSE - LEAST_PAUSE));
      const victim = [...running][random(running.size || 1)];
      if (isStopping || !victim?.kill('SIGKILL')) continue;
      counted.kills += 1;
    }
  }

  for (let i = 0; i < workers; i += 1) start();
  const killing = killAtRandom();
  return {
    counted,
    async stop() {
      isStopping = true;
      await killing;
      const exits = [...running].map((child) => once(child, 'exit'));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(exits);
    },
  };
}
