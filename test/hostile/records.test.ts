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

/** Calls while `Object.prototype` has a property. */
function polluted<T>(name: string, descriptor: PropertyDescriptor, call: () => T): T {
  Object.defineProperty(Object.prototype, name, {
    ...descriptor,
    configurable: true,
    writable: true,
  });
  try {
    return call();
  } finally {
    Reflect.deleteProperty(Object.prototype, name);
  }
}

// An answer is computed again from its request, and compared: it has no optional facts of its own.
const isOfFacts = ({ name }: Reader): boolean => !/^(explain|tryExplain|to\w+Response)/.test(name);

const readers = functionReaders.filter(({ args }) => placesIn(args).some(isRecord));

describe.each(readers)('the records of $name', (reader) => {
  const valid = validOf(reader.args);
  const places = placesIn(reader.args);
  const records = places.filter(isRecord);
  const at = (path: Place['path'], value: unknown): unknown[] =>
    replaced(valid, path, value) as unknown[];
  /** The fields of the records, with their paths. */
  const fields = places.filter(
    ({ path }) =>
      typeof path.at(-1) === 'string' &&
      // What an open record holds is no fact of its own: a body or an answer.
      records.some(
        (record) => !record.allowed.open && record.path.join() === path.slice(0, -1).join(),
      ),
  );

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

  it.runIf(isOfFacts(reader))('get no field from a polluted Object.prototype', () => {
    const changed = fields.flatMap(({ path, valid: value }) => {
      const name = String(path.at(-1));
      const without = at(path, GONE);
      const expected = answerOf(reader, without);
      return [true, false]
        .map((enumerable) => polluted(name, { value, enumerable }, () => answerOf(reader, without)))
        .filter((answer) => answer !== expected)
        .map((answer) => `${path.join('.')}: ${answer.slice(0, 80)}`);
    });
    expect(changed).toEqual([]);
  });

  it.runIf(isOfFacts(reader))('may have null or undefined for each optional field', () => {
    for (const { path, allowed } of fields) {
      if (!allowed.optional || allowed.nullable) continue;
      const expected = answerOf(reader, at(path, GONE));
      expect([path, answerOf(reader, at(path, undefined))]).toEqual([path, expected]);
      expect([path, answerOf(reader, at(path, null))]).toEqual([path, expected]);
    }
  });
});
