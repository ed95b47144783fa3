import { Worker } from 'node:worker_threads';
import type { AnsweredShare, Share, ThreadSetup } from './answer-share.ts';

/** One of the threads that answer at the same time. */
export interface Thread {
  /** Answers a share, after those that were handed over before it. */
  answer(share: Share): Promise<AnsweredShare>;
  end(): void;
}

interface Waiting {
  readonly resolve: (answered: AnsweredShare) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a thread that runs a script. */
export function startThread(script: URL, setup: ThreadSetup): Thread {
  const worker = new Worker(script, { workerData: setup });
  const waiting: Waiting[] = [];
  worker.on('message', (answered: AnsweredShare) => waiting.shift()?.resolve(answered));
  let failure: Error | undefined;
  worker.on('error', (error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    answer(share) {
      if (failure !== undefined) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(share);
      });
    },
    end: () => void worker.terminate(),
  };
}
