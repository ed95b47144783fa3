import { randomFrom } from './random-from.js';

const CUSTOMERS = 300;
const DAYS = 500; // more than the 365 of the limit's window
const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 1);

/** Names that a key, a subject or an object could stumble over. */
const AWKWARD = [
  '__proto__',
  'constructor',
  '고객 7',
  'a.b.>',
  '*',
  '_',
  '=',
  'Contoso',
  'contoso',
];

/** Texts that are no request. Each is answered with its issues. */
const NO_REQUESTS = ['', 'refund me', '[]', 'null', '{"customerId":7}', '{"id":"no-customer"}'];

/**
 * Makes refund requests as JSON texts, in the order in which they come. Of a hundred, some nine are
 * what a queue brings besides good ones: repeats, ids with other facts, days too late, no id, and
 * malformed ones.
 */
export function makeRequests(count, seed = 1) {
  const random = randomFrom(seed);
  const sent = new Map();
  return Array.from({ length: count }, (_, i) => {
    const request = goodRequest(i, Math.floor((i / count) * DAYS), random);
    const { customerId } = request;
    const earlier = sent.get(customerId) ?? request;
    sent.set(customerId, request);
    switch (random(100)) {
      case 0:
      case 1:
        return JSON.stringify(earlier);
      case 2:
        return JSON.stringify({ ...request, id: earlier.id });
      case 3:
        return JSON.stringify({ ...request, canceledOn: '2023-12-31', purchasedOn: '2023-12-01' });
      case 4:
      case 5:
        return JSON.stringify({ ...request, id: undefined });
      case 6:
        return JSON.stringify({ ...request, canceledOn: '2025-02-30' });
      case 7:
        return JSON.stringify({ ...request, paid: '1e3', consumedRefund: '0' });
      case 8:
        return NO_REQUESTS[random(NO_REQUESTS.length)];
      default:
        return JSON.stringify(request);
    }
  });
}

function goodRequest(i, day, random) {
  const customer = random(CUSTOMERS);
  const [currency, usdRate] = [['USD'], ['EUR', '1.0837'], ['JPY', '0.0067']][random(3)];
  return {
    id: `CR-${i}`,
    customerId: AWKWARD[customer] ?? `customer-${customer}.onmicrosoft.com`,
    product: random(50) === 0 ? 'RedHat' : 'VirtualMachines',
    paid: currency === 'JPY' ? String(random(600_000)) : `${random(6_000)}.${10 + random(90)}`,
    currency,
    usdRate,
    term: ['P1Y', 'P3Y'][random(2)],
    purchasedOn: dayAt(day - random(500)),
    canceledOn: dayAt(day),
    used: random(2) === 0,
  };
}

function dayAt(offset) {
  return new Date(START + offset * DAY_MS).toISOString().slice(0, 10);
}
