import { settleAfter } from '../shared/settle-after.js';
import { resultSubject } from './streams.js';

/** The code of the server for a key that changed since it was read. */
const WRONG_REVISION = 10_071;

/**
 * Settles the request in a message, or finishes what a worker began who is gone. A customer's entry
 * holds the ledger, and with it the last answer: the place of its request in the stream, and the
 * result. Both are written at once, so that an answer is never lost or given twice.
 *
 * Returns what had been done before: `nothing`, `settled` or `published`.
 */
export async function settleMessage(message, ledgers, js) {
  const key = message.subject.split('.').at(-1);
  const { seq: place } = message;
  const saved = await ledgers.get(key);
  let entry = saved?.json() ?? { place: 0, ledger: null };
  let done = 'settled';
  if (entry.place < place) {
    const { ledger, results } = settleAfter(key, entry.ledger, [message.string()]);
    entry = { place, result: results[0], ledger };
    try {
      await ledgers.put(key, JSON.stringify(entry), { previousSeq: saved?.revision ?? 0 });
    } catch (error) {
      if (error.code !== WRONG_REVISION) throw error;
      return settleMessage(message, ledgers, js); // somebody else was faster: see what is left to do
    }
    done = 'nothing';
  }
  // A later request comes only after the result of this one was published.
  if (entry.place === place) {
    const { duplicate } = await js.publish(resultSubject(key, place), entry.result, {
      msgID: String(place),
      expect: { lastSubjectSequence: 0 },
    });
    if (duplicate) done = 'published';
  }
  message.ack();
  return done;
}
