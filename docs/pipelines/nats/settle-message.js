import { settleAfter } from '../shared/settle-after.js';
import { resultSubject } from './streams.js';

/** The code of the server for a key, or a subject, that holds something newer than is expected. */
const WRONG_REVISION = 10_071;

/**
 * Settles the request in a message, or finishes what another worker began. A customer's entry holds
 * the ledger, and with it the last answer: the place of its request in the stream, and the result.
 * Both are written at once, so that an answer is never lost or given twice.
 *
 * Returns how the request was found: `unsettled`, `settled` or `published`.
 */
export async function settleMessage(message, ledgers, js) {
  const key = message.subject.split('.').at(-1);
  const { seq: place } = message;
  const saved = await ledgers.get(key);
  let entry = saved?.json() ?? { place: 0, ledger: null };
  let found = 'settled';
  if (entry.place < place) {
    const { ledger, results } = settleAfter(key, entry.ledger, [message.string()]);
    entry = { place, result: results[0], ledger };
    try {
      await ledgers.put(key, JSON.stringify(entry), { previousSeq: saved?.revision ?? 0 });
    } catch (error) {
      if (error.code !== WRONG_REVISION) throw error;
      return settleMessage(message, ledgers, js); // another was faster: see what is left to do
    }
    found = 'unsettled';
  }
  if (entry.place > place || !(await publish(js, key, entry))) found = 'published';
  message.ack(); // the customer's next request comes only now
  return found;
}

/** Whether the result was not published before. The subject is its own, and takes one message. */
async function publish(js, key, { place, result }) {
  try {
    const { duplicate } = await js.publish(resultSubject(key, place), result, {
      msgID: String(place),
      expect: { lastSubjectSequence: 0 },
    });
    return !duplicate;
  } catch (error) {
    if (error.code !== WRONG_REVISION) throw error;
    return false; // published so long ago that the server has forgotten the message id
  }
}
