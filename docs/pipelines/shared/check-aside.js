import assert from 'node:assert/strict';
import { customerKey } from './customer-key.js';

/**
 * Spoils ledgers that are stored, and checks that only their customers notice: each of their requests is
 * rejected with the fault of the ledger, which stays as it was, and is settled once the ledger was
 * repaired. `settle(texts)` sends requests and waits for their results.
 */
export async function checkAside(pipeline, settle) {
  const ledgers = await pipeline.ledgers();
  const [negative, swapped, good] = ledgers.filter(({ days }) => days.length > 0);
  const spoilt = new Map([
    [negative, { ...negative, days: [{ ...negative.days[0], usd: '-1.00' }] }],
    [swapped, good],
  ]);
  for (const [ledger, instead] of spoilt) {
    await pipeline.replaceLedger(customerKey(ledger), instead);
  }
  const keys = [customerKey(negative), customerKey(swapped)].sort();
  const texts = [negative, swapped, good].map(requestFor);

  await settle(texts);
  const rejected = await resultsOf(pipeline, texts);
  assert.deepEqual(
    rejected.map(({ ok }) => ok),
    [false, false, true],
  );
  assert.deepEqual(rejected[0].issues[0].path.slice(0, 2), ['ledger', 'days']);
  assert.equal(rejected[1].issues[0].code, 'other-customer');
  assert.deepEqual((await pipeline.faults()).map(([key]) => key).sort(), keys);
  const stored = (await pipeline.ledgers()).map((ledger) => JSON.stringify(ledger));
  for (const instead of spoilt.values()) assert.ok(stored.includes(JSON.stringify(instead)));

  for (const ledger of spoilt.keys()) await pipeline.replaceLedger(customerKey(ledger), ledger);
  await settle(texts.slice(0, 2));
  for (const { ok, repeated } of await resultsOf(pipeline, texts.slice(0, 2))) {
    assert.deepEqual([ok, repeated], [true, undefined]);
  }
  assert.deepEqual(await pipeline.faults(), []);
  return 'a corrupt ledger is put aside with its fault; nobody else waits, and once repaired it goes on';
}

function requestFor({ customerId, lastDay }) {
  const facts = { paid: '12.00', currency: 'USD', term: 'P1Y', used: true };
  const days = { purchasedOn: lastDay, canceledOn: lastDay };
  return JSON.stringify({ id: 'CR-aside', customerId, ...facts, ...days });
}

/** The last result of each request. */
async function resultsOf(pipeline, texts) {
  const requests = (await pipeline.requests()).sort(([a], [b]) => a - b);
  const places = new Map(requests.map(([place, text]) => [text, place]));
  const results = new Map(await pipeline.results());
  return texts.map((text) => JSON.parse(results.get(places.get(text))));
}
