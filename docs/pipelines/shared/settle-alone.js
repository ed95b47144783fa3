import { createSettlement } from 'partner-rules';
import { readRequest } from './read-request.js';
import { resultText } from './settle-after.js';

/** What a single process answers that settles all requests in order and is never killed. */
export function settleAlone(texts) {
  const settlement = createSettlement();
  const results = texts.map((text) => resultText(settlement.settle(readRequest(text))));
  return { results, ledgers: [...settlement.ledgers()] };
}
