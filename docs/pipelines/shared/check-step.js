import assert from 'node:assert/strict';
import { customerKey } from './customer-key.js';
import { settleAfter } from './settle-after.js';

function requestOf(customerId, id) {
  const facts = { paid: '1200.00', currency: 'USD', term: 'P1Y', used: true };
  const days = { purchasedOn: '2025-01-01', canceledOn: '2025-01-07' };
  return JSON.stringify({ id, customerId, ...facts, ...days });
}

function ledgerOf(customerId) {
  return settleAfter(customerId, null, [requestOf(customerId, 'CR-1')]).ledger;
}

/** Checks what the requests of the kill test cannot show: names that look alike, and a wrong key. */
export function checkStep() {
  const names = ['a.b', 'a=002eb', 'a b', 'ab', 'AB', '_', '=', '고객', '\ud800', '\ud801', '😀'];
  const keys = names.map((customerId) => customerKey({ customerId }));
  assert.equal(new Set([...keys, customerKey({})]).size, names.length + 1, 'no two share a key');
  for (const key of keys) assert.match(key, /^[A-Za-z0-9_=-]+$/);

  const deep = `{"customerId":"contoso","id":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  for (const request of ['{"customerId":"contoso"}', 'null', 'refund me', deep]) {
    const { ledger, results } = settleAfter('fabrikam', null, [request]);
    assert.equal(ledger, null);
    assert.equal(JSON.parse(results[0]).issues[0].code, 'other-customer');
  }
  const [ledger, request] = [ledgerOf('contoso'), requestOf('contoso', 'CR-2')];
  for (const saved of [7, 'ledger', [], {}, { ...ledger, days: [] }, ledgerOf('fabrikam')]) {
    const step = settleAfter('contoso', saved, [request, 'refund me']);
    assert.equal(step.ledger, saved);
    assert.ok(step.fault.length > 0);
    const [ofLedger, ofBoth] = step.results.map((result) => JSON.parse(result));
    assert.deepEqual([ofLedger.ok, ofLedger.id], [false, 'CR-2']);
    assert.equal(ofBoth.issues[0].code, 'other-customer');
  }
  assert.equal(settleAfter('contoso', ledger, [request]).fault, null);
  return 'a request under the key of another customer touches no ledger';
}
