import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  isInputError,
  quoteExchange,
  toExchangeResponse,
  toRefundResponse,
} from '../../src/index.ts';
import { type Hostile, hostiles } from '../reservations/hostile.ts';
import { allBodies, partnerCenter } from './examples.ts';
import { readers } from './readers.ts';

// The items of a collection are handed on as they are.
const { readCollection, ...checked } = readers;
const read = Object.values(checked);
const exchange = quoteExchange({
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  newPrice: '15000.00',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
});
const someReader = fc.constantFrom(...read);
const subscription = {
  id: 'S-1',
  orderId: 'O-1',
  friendlyName: 'Suite',
  quantity: 10,
  status: 'active',
  termDuration: 'P1Y',
  billingCycle: 'one_time',
  creationDate: '2023-05-01T09:30:00Z',
  commitmentEndDate: '2024-04-30T00:00:00Z',
  cancellationAllowedUntilDate: '2023-05-08T09:30:00Z',
  refundOptions: [{ type: 'Full', expiresAt: '2023-05-02T09:30:00Z' }],
  refundableQuantity: {
    totalQuantity: 10,
    details: [{ quantity: 10, allowedUntilDateTime: '2023-05-08T09:30:00Z' }],
  },
};
const someBody = fc.constantFrom(subscription, ...allBodies.map(([, body]) => body));

/** Every place in a body. */
function placesIn(body: unknown): (string | number)[][] {
  if (typeof body !== 'object' || body === null) return [[]];
  return [
    [],
    ...Object.entries(body).flatMap(([name, part]) =>
      placesIn(part).map((place) => [Array.isArray(body) ? Number(name) : name, ...place]),
    ),
  ];
}

/** A body with anything at all in one of its places. */
const spoiltBodies: fc.Arbitrary<Hostile & { readonly isName: boolean }> = someBody.chain((body) =>
  fc.tuple(fc.constantFrom(...placesIn(body)), hostiles).map(([place, { label, make }]) => ({
    label: `${place.join('.')} is ${label}`,
    make: () => withPlace(structuredClone(body), place, make()),
    // These texts are names like any other.
    isName: ['NaN', 'Infinity'].some((text) => text === make()),
  })),
);

function withPlace(body: unknown, place: readonly (string | number)[], value: unknown): unknown {
  const [name, ...rest] = place;
  if (name === undefined) return value;
  const part = body as Record<string | number, unknown>;
  part[name] = withPlace(part[name], rest, value);
  return body;
}

function expectIssuesOnly(parsed: ReturnType<(typeof read)[number]>, isName = false): void {
  if (parsed.ok) {
    if (!isName) expect(JSON.stringify(parsed.value)).not.toMatch(/NaN|Infinity/);
    return;
  }
  expect(parsed.issues.length).toBeGreaterThan(0);
  for (const { message, expected, received } of parsed.issues) {
    expect(message).toContain(`expected ${expected}, got ${received}`);
  }
}

describe('whatever comes', () => {
  test.prop([someReader, hostiles, hostiles])('a reader never throws', (reader, body, known) => {
    expectIssuesOnly(reader(body.make(), known.make() as never));
  });

  test.prop([someReader, spoiltBodies])(
    'a reader never throws at a spoilt body',
    (reader, body) => {
      expectIssuesOnly(reader(body.make()), body.isName);
    },
  );

  test.prop([hostiles])('a collection is read, or not', (body) => {
    const parsed = readCollection?.(body.make());
    if (parsed?.ok) expect(parsed.value).toBeInstanceOf(Array);
    else expect(parsed?.issues).not.toEqual([]);
  });

  test.prop([fc.constantFrom(toRefundResponse, toExchangeResponse), hostiles, hostiles])(
    'a writer throws nothing but issues',
    (write, quote, names) => {
      try {
        write(quote.make() as never, names.make() as never);
        expect.fail('That was a quote.');
      } catch (error) {
        if (!isInputError(error)) throw error;
        expect(error.issues.length).toBeGreaterThan(0);
      }
    },
  );

  test.prop([someReader, fc.json()])(
    'a reader gives the same for the same body',
    (reader, json) => {
      const body: unknown = JSON.parse(json);
      expect(reader(body)).toEqual(reader(JSON.parse(json)));
    },
  );
});

describe('the names of prototypes', () => {
  test('say nothing', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const plain = JSON.parse('{"__proto__": {"properties": {"billingPlan": "Upfront"}}}');
    for (const reader of read) {
      expect(reader(plain)).toEqual(reader({}));
      expect(reader(Object.create({ properties: {}, items: [] }))).toMatchObject({
        ok: false,
        issues: expect.arrayContaining([
          expect.objectContaining({ path: [], code: expect.stringMatching(/^not-an-/) }),
        ]),
      });
      for (const name of names) {
        const parsed = reader({}, JSON.parse(`{"${name}": "P1Y"}`) as never);
        expect(parsed.ok).toBe(false);
      }
    }
  });

  test.each(['properties', 'lineItemNumber', 'kind', 'paid', 'sessionId', 'term'])(
    'say nothing even where somebody put the field %s on every object',
    (name) => {
      const order = partnerCenter('create-an-order-for-a-customer-of-an-indirect-reseller.2');
      const results = (): unknown[] => [
        ...read.map((reader) => reader({})),
        ...read.map((reader) => reader(order)),
        ...read.map((reader) => reader(order, {} as never)),
        toExchangeResponse(exchange),
      ];
      const expected = results();
      Object.defineProperty(Object.prototype, name, {
        value: { term: 'P1Y' },
        enumerable: true,
        configurable: true,
        writable: true,
      });
      try {
        expect(results()).toEqual(expected);
      } finally {
        delete (Object.prototype as { [name: string]: unknown })[name];
      }
    },
  );
});
