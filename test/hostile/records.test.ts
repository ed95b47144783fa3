import { describe, expect, it } from 'vitest';
import { faultOf } from './attempt.ts';
import { functionReaders } from './functions.ts';
import type { Reader } from './reader.ts';
import { GONE, type Place, placesIn, replaced, validOf } from './template.ts';

// One rule for every record that the library reads.

class Fact {}

const isRecord = ({ kind, allowed }: Place): boolean =>
  kind === 'object' && allowed.anything === undefined;

/** What a reader answers, as text; the same text for the same issues. */
function answerOf({ read }: Reader, args: unknown): string {
  try {
    return JSON.stringify(read(...(args as never[]))) ?? 'undefined';
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

/** Calls while `Object.prototype` has some properties. */
function polluted<T>(fields: object, enumerable: boolean, call: () => T): T {
  const names = Object.keys(fields);
  for (const [name, value] of Object.entries(fields)) {
    Object.defineProperty(Object.prototype, name, {
      value,
      enumerable,
      configurable: true,
      writable: true,
    });
  }
  try {
    return call();
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  }
}

// An answer is computed again from its request, and compared: it has no optional facts of its own.
const isOfAnswer = ({ name }: Reader): boolean => /^(explain|tryExplain|to\w+Response)/.test(name);

const readers = functionReaders.filter(({ args }) => placesIn(args).some(isRecord));
const readersOfFacts = readers.filter((reader) => !isOfAnswer(reader));

/** The arguments of a reader, with another value at a place. */
function argumentsOf({ args }: Reader): (path: Place['path'], value: unknown) => unknown[] {
  const valid = validOf(args);
  return (path, value) => replaced(valid, path, value) as unknown[];
}

/** The fields of a reader's records. */
function fieldsOf({ args }: Reader): Place[] {
  const places = placesIn(args);
  // An open record, such as a body, has fields that no rule reads.
  const records = places.filter((place) => isRecord(place) && !place.allowed.open);
  const paths = new Set(records.map(({ path }) => path.join()));
  return places.filter(
    ({ path }) => typeof path.at(-1) === 'string' && paths.has(path.slice(0, -1).join()),
  );
}

describe.each(readers)('the records of $name', (reader) => {
  const valid = validOf(reader.args);
  const records = placesIn(reader.args).filter(isRecord);
  const at = argumentsOf(reader);

  it('are plain objects whose fields are all enumerable', () => {
    const accepted = records.flatMap(({ path, valid: value }) => {
      const own = value as object;
      const others = {
        'an instance of a class': Object.assign(new Fact(), own),
        'an object that inherits its fields': Object.create(own),
        ...Object.fromEntries(
          Object.keys(own).map((name) => [
            `hidden ${name}`,
            Object.defineProperty({ ...own }, name, { enumerable: false }),
          ]),
        ),
      };
      return Object.entries(others)
        .filter(([, other]) => faultOf(reader, at(path, other)) !== undefined)
        .map(([what]) => `${path.join('.')}: ${what}`);
    });
    expect(accepted).toEqual([]);
  });

  it('may have no prototype, and accessors that are enumerable', () => {
    const expected = answerOf(reader, valid);
    for (const { path, valid: value } of records) {
      const bare = Object.assign(Object.create(null), value);
      expect(answerOf(reader, at(path, bare))).toBe(expected);
      const accessors = Object.defineProperties(
        {},
        Object.fromEntries(
          Object.entries(value as object).map(([name, field]) => [
            name,
            { get: () => field, enumerable: true },
          ]),
        ),
      );
      expect(answerOf(reader, at(path, accessors))).toBe(expected);
    }
  });
});

describe.each(readersOfFacts)('the facts of $name', (reader) => {
  const fields = fieldsOf(reader);
  const at = argumentsOf(reader);

  it('get no field from a polluted Object.prototype', () => {
    const changed = fields.flatMap(({ path, valid: value }) => {
      const name = String(path.at(-1));
      const without = at(path, GONE);
      const expected = answerOf(reader, without);
      return [true, false]
        .map((enumerable) =>
          polluted({ [name]: value }, enumerable, () => answerOf(reader, without)),
        )
        .filter((answer) => answer !== expected)
        .map((answer) => `${path.join('.')}: ${answer.slice(0, 80)}`);
    });
    expect(changed).toEqual([]);
  });

  it('may have null or undefined for each optional field', () => {
    for (const { path, allowed } of fields) {
      if (!allowed.optional || allowed.nullable) continue;
      const expected = answerOf(reader, at(path, GONE));
      expect([path, answerOf(reader, at(path, undefined))]).toEqual([path, expected]);
      expect([path, answerOf(reader, at(path, null))]).toEqual([path, expected]);
    }
  });
});

/** A value of each field that any rule reads. */
const facts = Object.fromEntries(
  readersOfFacts.flatMap(fieldsOf).map(({ path, valid }) => [path.at(-1), valid]),
);

describe.each(readers)('the answer of $name', (reader) => {
  it.each([true, false])('gets no fact from Object.prototype, enumerable: %j', (enumerable) => {
    const valid = validOf(reader.args);
    const expected = answerOf(reader, valid);
    expect(polluted(facts, enumerable, () => answerOf(reader, valid))).toBe(expected);
  });
});

it('tries to pollute with every fact', () => {
  expect(Object.keys(facts).length).toBeGreaterThan(100);
});
