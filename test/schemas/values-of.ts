import fc from 'fast-check';
import * as library from '../../src/index.ts';
import type { JsonSchema } from '../../src/schemas/formats.ts';

// JSON that a schema describes, and JSON that is nearly so.

const someNames: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('CR-1', 'contoso', '__proto__', 'constructor', ' ', '\n', '계약-7', '🧾', 'KR'),
  fc.constantFrom('n'.repeat(256), 'n'.repeat(257), '🧾'.repeat(128), '🧾'.repeat(129)),
  fc.string({ maxLength: 12, unit: 'binary' }),
);

/** Values that a schema is made for; where it says `not`, some of them it refuses nevertheless. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const definitions = (schema['$defs'] ?? {}) as Record<string, JsonSchema>;
  return valuesIn(schema, definitions);
}

function valuesIn(
  schema: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>>,
): fc.Arbitrary<unknown> {
  const of = (inner: unknown) => valuesIn(inner as JsonSchema, definitions);
  const { $ref, anyOf, const: only, enum: words, type, pattern } = schema;
  if (typeof $ref === 'string') return of(definitions[$ref.replace('#/$defs/', '')]);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(of));
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(words)) {
    const any = fc.constantFrom(...words);
    return words.includes('USD') ? fc.oneof(fc.constant('USD'), any) : any;
  }
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: Number(schema['minimum']), max: Number(schema['maximum']) });
    case 'number':
      return numbersBelow(Number(schema['exclusiveMaximum'] ?? schema['maximum']));
    case 'string':
      return typeof pattern === 'string' && pattern.startsWith('^')
        ? textsLike(new RegExp(pattern, 'u'))
        : someNames;
    case 'array':
      return schema['items'] === undefined
        ? fc.constant([])
        : fc.array(of(schema['items']), {
            minLength: Number(schema['minItems'] ?? 0),
            maxLength: 4,
          });
    case 'object': {
      if (schema['properties'] === undefined) return someAnswers;
      const fields = Object.entries(schema['properties'] as object);
      const required = schema['required'] as string[];
      return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, of(field)])), {
        requiredKeys: required,
      });
    }
    default:
      return fc.jsonValue();
  }
}

const bought = { purchasedOn: '2025-01-01', term: 'P1Y' } as const;
const refund = { ...bought, paid: 1, currency: 'USD', used: true };

/** Answers of the library, and objects that are none. */
const someAnswers: fc.Arbitrary<object> = fc.oneof(
  fc.constantFrom<object>(
    library.quoteRefund({ ...refund, canceledOn: '2025-07-02' }),
    library.quoteRefund({ ...refund, canceledOn: '2026-07-02' }),
    library.quoteExchange({
      ...{ ...bought, paid: 1, currency: 'USD' },
      ...{ exchangedOn: '2025-07-02', newPrice: 2 },
    }),
    library.decideSoftwareCancellation({
      ...{ kind: 'perpetual', roles: 'admin-agent' },
      ...{ purchasedOn: '2025-03-01', canceledOn: '2025-03-02' },
    }),
  ),
  fc.dictionary(fc.string(), fc.jsonValue()),
);

const likely: readonly string[] = [
  ...['0', '1', '0.12', '1.1', '12000', '12000.00', '0.001', '50000.00', '120000.0000'],
  ...['2024-02-29', '2025-01-01', '2025-01-06', '2025-01-07', '2025-07-02', '9999-12-31'],
  ...['2025-01-06T23:30:00-05:00', '2025-03-01T10:00Z', '2025-03-05T08:00:00.123456789Z'],
];

/** Texts of a pattern: those that people write, and any. */
function textsLike(pattern: RegExp): fc.Arbitrary<string> {
  const any = fc.stringMatching(pattern);
  const known = likely.filter((text) => pattern.test(text));
  return known.length === 0
    ? any
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, any);
}

/** Numbers as people write them, and as arithmetic leaves them. */
function numbersBelow(most: number): fc.Arbitrary<number> {
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.integer({ min: 0, max: Math.min(most * 100, 1e9) }).map((n) => n / 100),
    },
    fc.constantFrom(0, 1, 0.5, 0.12, 1e-7, 0.1 + 0.2, most, most - 1, most / 3),
    fc.double({ min: 0, max: most, noNaN: true, noDefaultInfinity: true }),
  );
}

const strange: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    -1,
    0.5,
    1e300,
    '',
    ' ',
    '0',
    '-1',
    '1e3',
    '12,000',
    '01',
    '1.',
    'x',
  ],
  ...[[], {}, [null], { toFixed: 1 }, 'usd', 'P2Y', '2025-02-29', '2025-02-30', '0000-01-01'],
  ...['2025-01-01T00:00:00', '2025-01-01T24:00Z', '9999-12-31T23:00-05:00', '2025-1-1'],
];

/** What may happen to a value on its way: a step into it, and what is done there. */
const mishaps = fc.record({
  steps: fc.array(fc.nat({ max: 20 }), { maxLength: 4 }),
  kind: fc.constantFrom('drop', 'add', 'replace', 'twice', 'append'),
  name: fc.constantFrom('extra', '__proto__', 'constructor', 'Paid', 'toString'),
  junk: fc.oneof(fc.constantFrom(...strange), fc.jsonValue()),
});

type Mishap = typeof mishaps extends fc.Arbitrary<infer T> ? T : never;

/** The values of a schema, and the same after one or two mishaps. */
export function nearlyValuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const values = valuesOf(schema);
  const broken = fc
    .tuple(values, fc.array(mishaps, { minLength: 1, maxLength: 2 }))
    .map(([value, all]) => all.reduce(after, value));
  // As it comes out of a parser of JSON.
  return fc.oneof(values, broken).map((value) => JSON.parse(JSON.stringify(value)));
}

function after(value: unknown, { steps, kind, name, junk }: Mishap): unknown {
  const [step, ...further] = steps;
  if (typeof value !== 'object' || value === null) {
    return kind === 'append' && typeof value === 'string' ? `${value}0` : junk;
  }
  const entries = Object.entries(value);
  if (kind === 'add' && further.length === 0) {
    // As JSON.parse does it: `__proto__` too is a field like any other.
    return Array.isArray(value)
      ? [...value, junk]
      : Object.fromEntries([...entries, [name, junk as unknown]]);
  }
  if (step === undefined || entries.length === 0) return junk;
  const at = step % entries.length;
  const changed = entries.flatMap(([field, inner], position): [string, unknown][] => {
    if (position !== at) return [[field, inner]];
    if (kind === 'drop') return [];
    if (kind === 'twice')
      return [...(Array.isArray(value) ? [[field, inner]] : []), [field, inner]] as [
        string,
        unknown,
      ][];
    return [[field, after(inner, { steps: further, kind, name, junk })]];
  });
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}
