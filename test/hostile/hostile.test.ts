import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { faultOf, SOME, tryReader } from './attempt.ts';
import { commandReaders } from './commands.ts';
import { functionReaders, readsNothing } from './functions.ts';
import { validOf } from './template.ts';

const readers = [...functionReaders, ...commandReaders];

describe('the list of readers', () => {
  it('has every exported function', async () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object };
    const rooms = Object.keys(exports).filter((path) => /^\.\/\w+$/.test(path));
    const modules = await Promise.all(
      rooms.map((room): Promise<object> => import(`../../src/${room.slice(2)}/index.ts`)),
    );
    const functions = [library, ...modules].flatMap((module) =>
      Object.entries(module).flatMap(([name, value]) =>
        typeof value === 'function' ? [name] : [],
      ),
    );
    const listed = new Set([
      ...functionReaders.map(({ name }) => name),
      ...Object.keys(readsNothing),
    ]);
    expect(functions.length).toBeGreaterThan(100);
    expect([...new Set(functions)].filter((name) => !listed.has(name))).toEqual([]);
  });

  it('has every Standard Schema', () => {
    const schemas = Object.entries(library).flatMap(([name, value]) =>
      '~standard' in Object(value) ? [`${name}['~standard']`] : [],
    );
    expect(schemas.length).toBeGreaterThan(5);
    expect(readers.map(({ name }) => name)).toEqual(expect.arrayContaining(schemas));
  });

  it('has no name twice', () => {
    const names = readers.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe.each(readers)('$name', (reader) => {
  it('takes what is valid', () => {
    expect(faultOf(reader, validOf(reader.args) as unknown[])).toBe('accepted');
  });

  // `node test/hostile/run.js` tries them all, 1,000 or more of each reader.
  it(`refuses ${SOME} hostile inputs with issues`, () => {
    const { inputs, faults } = tryReader(reader, 'some');
    expect(faults).toEqual([]);
    expect(inputs).toBe(SOME);
  });
});

it('leaves no field on every object', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});
