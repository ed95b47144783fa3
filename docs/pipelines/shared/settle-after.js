import { createSettlement } from 'partner-rules';
import { customerKey } from './customer-key.js';
import { readRequest } from './read-request.js';

/**
 * The pure step of a pipeline: from a customer's saved ledger (`null` before the first) and their next
 * requests to the ledger after them and one result for each, as the text to hand on.
 */
export function settleAfter(key, saved, texts) {
  const settlement = createSettlement({ ledgers: saved === null ? [] : [saved] });
  const results = texts.map((text) => {
    const request = readRequest(text);
    return resultText(
      customerKey(request) === key ? settlement.settle(request) : misrouted(request),
    );
  });
  const [ledger = null] = settlement.ledgers();
  return { ledger, results };
}

/** A result as it is handed on. Its place in a batch says nothing where there is no batch. */
export function resultText(result) {
  return JSON.stringify({ ...result, index: undefined });
}

/** A request that was sent under another customer's key: that ledger must not answer it. */
function misrouted(request) {
  const { id, customerId } = request ?? {};
  const expected = 'the customer under whose key it was sent';
  const received =
    nameOf(customerId) === undefined ? typeof customerId : JSON.stringify(customerId);
  const message = `expected ${expected}, got ${received}`;
  const issue = { path: ['customerId'], code: 'other-customer', expected, received, message };
  return { ok: false, id: nameOf(id), customerId: nameOf(customerId), issues: [issue] };
}

/** A name as the library takes it; anything else may be as deep or as long as somebody likes. */
function nameOf(value) {
  return typeof value === 'string' && value.length <= 256 ? value : undefined;
}
