import assert from 'node:assert/strict';
import { settleAlone } from './settle-alone.js';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 365;
const LIMIT_CENTS = 5_000_000;

/**
 * Holds the results of a pipeline against the run of a single process over the same requests in the
 * same order, and against the limit. Requests and results are [place of the request, text]. Returns
 * what was checked, to be printed.
 */
export function checkResults({ sent, requests, results, ledgers }) {
  requests.sort(([a], [b]) => a - b);
  const texts = requests.map(([, text]) => text);
  assert.deepEqual([...texts].sort(), [...sent].sort(), 'every request that was sent is there');
  const byPlace = new Map(results);
  assert.equal(byPlace.size, results.length, 'no request has two results');
  assert.equal(results.length, requests.length, 'every request has a result');

  const alone = settleAlone(texts);
  requests.forEach(([place, request], at) => {
    assert.equal(byPlace.get(place), alone.results[at], `the result of ${request}`);
  });
  const byCustomer = (some) =>
    Object.fromEntries(some.map((ledger) => [`of ${ledger.customerId}`, ledger]));
  assert.deepEqual(byCustomer(ledgers), byCustomer(alone.ledgers), 'the ledgers');

  const answers = results.map(([, result]) => JSON.parse(result));
  const paid = answers.filter(({ ok, repeated, quote }) => ok && !repeated && quote.allowed);
  const mostCents = mostInAnyWindow(paid);
  assert.ok(mostCents <= LIMIT_CENTS, `a customer has ${mostCents} cents within a year`);
  return [
    `${texts.length} requests of ${ledgers.length} customers, each with exactly one result`,
    `${answers.filter(({ ok }) => !ok).length} of them rejected with issues`,
    `every result, every ledger and the sum (${usd(sumOf(paid))} USD) as of a single process`,
    `at most ${usd(mostCents)} USD of a customer in any ${WINDOW_DAYS} days`,
  ];
}

/** What counts towards the limit of a refund, in cents, as its own figures say. */
function countedCents({ quote: { limit } }) {
  return cents(limit.consumedAfter) - cents(limit.consumedBefore);
}

function sumOf(paid) {
  return paid.reduce((sum, answer) => sum + countedCents(answer), 0);
}

/** The most that any customer was refunded in the days of a window, in cents. */
function mostInAnyWindow(paid) {
  let most = 0;
  for (const own of groupByCustomer(paid).values()) {
    for (const last of own) {
      const end = dayOf(last);
      const window = own.filter((one) => dayOf(one) <= end && dayOf(one) > end - WINDOW_DAYS);
      most = Math.max(most, sumOf(window));
    }
  }
  return most;
}

function groupByCustomer(answers) {
  const groups = new Map();
  for (const answer of answers) {
    groups.set(answer.customerId, [...(groups.get(answer.customerId) ?? []), answer]);
  }
  return groups;
}

function dayOf({ quote }) {
  return Date.parse(quote.request.canceledOn) / DAY_MS;
}

function cents(amount) {
  return Number(amount.replace('.', ''));
}

function usd(amount) {
  return (amount / 100).toFixed(2);
}
