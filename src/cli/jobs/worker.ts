import { parentPort, workerData } from 'node:worker_threads';
import { type Share, startShares, type ThreadSetup } from './answer-share.ts';

const answer = startShares(workerData as ThreadSetup);
parentPort?.on('message', (share: Share) => {
  const answered = answer(share);
  // Handed over instead of copied.
  parentPort?.postMessage(answered, [answered.bytes.buffer, answered.ends.buffer]);
});
