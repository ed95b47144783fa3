import { createSettlement, parseRefundLedger, trySettleRefund } from 'partner-rules';
import { customerKey } from './customer-key.js';
import { readRequest } from './read-request.js';

/**
 * The pure step of a pipeline: from a customer's saved ledger (`null` before the first) and their next
 * requests to the ledger after them and one result for each, as the text to hand on.
 *
 * A saved ledger that is corrupt comes back as it was, with its `fault`: every request is then
 * answered with its issues, and can be sent again once the ledger was repaired.
 */
export function settleAfter(key, saved, texts) {
  const fault = faultOf(key, saved);
  if (fault !== null) {
    const results = texts.map((text) => resultText(unsettled(key, saved, readRequest(text))));
    return { ledger: saved, fault, results };
  }
  const settlement = createSettlement({ ledgers: saved === null ? [] : [saved] });
  const results = texts.map((text) => {
    const request = readRequest(text);
    return resultText(isMisrouted(key, request) ? misrouted(request) : settlement.settle(request));
  });
  const [ledger = null] = settlement.ledgers();
  return { ledger, fault, results };
}

/** The issues of a saved ledger; `null` if it is one, and that of the customer. */
function faultOf(key, saved) {
  if (saved === null) return null;
  const parsed = parseRefundLedger(saved);
  if (!parsed.ok) return parsed.issues;
  return isMisrouted(key, parsed.value) ? misrouted(parsed.value).issues : null;
}

/** The answer to a request whose ledger is corrupt: the issues of both. */
function unsettled(key, saved, request) {
  if (isMisrouted(key, request)) return misrouted(request);
  const { issues } = trySettleRefund(saved, request);
  return { ok: false, ...namesIn(request), issues };
}

/** A result as it is handed on. Its place in a batch says nothing where there is no batch. */
export function resultText(result) {
  return JSON.stringify({ ...result, index: undefined });
}

function isMisrouted(key, stored) {
  return customerKey(stored) !== key;
}

/** A request that was sent under another customer's key: that ledger must not answer it. */
function misrouted(request) {
  const names = namesIn(request);
  const expected = 'the customer under whose key it was sent';
  const received =
    names.customerId === undefined ? typeof request?.customerId : JSON.stringify(names.customerId);
  const message = `expected ${expected}, got ${received}`;
  const issue = { path: ['customerId'], code: 'other-customer', expected, received, message };
  return { ok: false, ...names, issues: [issue] };
}

/** The names in a request as the library takes them; anything else may be as deep or as long as somebody likes. */
function namesIn(request) {
  const nameOf = (value) => (typeof value === 'string' && value.length <= 256 ? value : undefined);
  return { id: nameOf(request?.id), customerId: nameOf(request?.customerId) };
}
