import assert from 'node:assert/strict';
import { customerKey } from './customer-key.js';
import { settleAfter } from './settle-after.js';

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
  return 'a request under the key of another customer touches no ledger';
}
