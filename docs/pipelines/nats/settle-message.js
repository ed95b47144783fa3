import { readRequest } from '../shared/read-request.js';
import { settleAfter } from '../shared/settle-after.js';
import { resultSubject } from './streams.js';

/** The code of the server for a key, or a subject, that holds something newer than is expected. */
const WRONG_REVISION = 10_071;

/**
 * Settles the request in a message, or finishes what another worker began. A customer's entry holds
 * the ledger, and with it the last answer: the place of its request in the stream, and the result.
 * Both are written at once, so that an answer is never lost or given twice. A corrupt ledger stays as it
 * was beside its `fault`, so that it does not hold up the other customers of its partition.
 *
 * Returns how the request was found: `unsettled`, `settled` or `published`.
 */
export async function settleMessage(message, ledgers, js) {
  const key = message.subject.split('.').at(-1);
  const { seq: place } = message;
  const saved = await ledgers.get(key);
  let entry = readEntry(saved);
  let found = 'settled';
  if (entry.place < place) {
    const { ledger, fault, results } = settleAfter(key, entry.ledger, [message.string()]);
    entry = { place, result: results[0], ledger, fault };
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

/**
 * What is saved of a customer. An entry that is none is taken for a corrupt ledger, which is put aside
 * with its `fault`.
 */
export function readEntry(saved) {
  if (saved === null) return { place: 0, result: null, ledger: null, fault: null };
  const text = saved.string();
  const entry = readRequest(text);
  const isEntry =
    Number.isSafeInteger(entry?.place) &&
    (entry.place === 0 || typeof entry.result === 'string') &&
    entry.ledger !== undefined;
  return isEntry
    ? { fault: null, ...entry }
    : { place: 0, result: null, ledger: text, fault: null };
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
