import { describe, expect, it } from 'vitest';
import { writtenDay } from '../../src/kernel/day.ts';
import type { Issue } from '../../src/kernel/issue.ts';
import {
  isSource,
  sourceVersions,
  successorsOf,
  supersedingOn,
  versionInForce,
} from '../../src/kernel/succession.ts';

const versions = [
  { policy: { id: 'a-1' }, source: 'a', from: '2020-01-01' },
  { policy: { id: 'a-2' }, source: 'a', from: '2021-01-01' },
  { policy: { id: 'b-1' }, source: 'b', from: '2020-06-01' },
  { policy: { id: 'a-3' }, source: 'a', from: '2022-01-01' },
];

describe('the successors of a version', () => {
  it('are the later ones of its source', () => {
    const idsOf = (id: string) => successorsOf(versions, id).map((one) => one.id);
    expect(idsOf('a-1')).toEqual(['a-2', 'a-3']);
    expect(idsOf('a-3')).toEqual([]);
    expect(idsOf('b-1')).toEqual([]);
    expect(idsOf('c')).toEqual([]);
  });

  it.each([
    ['2020-12-31', null],
    ['2021-01-01', 'a-2'],
    ['2021-12-31', 'a-2'],
    ['2022-01-01', 'a-3'],
  ])('supersede it on %s by %s', (day, id) => {
    expect(supersedingOn(successorsOf(versions, 'a-1'), writtenDay(day))).toBe(id);
  });
});

describe('the versions of a source', () => {
  const ofA = versions.filter(({ source }) => source === 'a');
  const source = sourceVersions('a', ofA, ({ policy }) => policy.id);

  it('are told from one version', () => {
    expect(isSource(source)).toBe(true);
    expect(isSource({ policy: 'a-1' })).toBe(false);
  });

  it.each([
    ['2020-01-01', 'a-1'],
    ['2020-12-31', 'a-1'],
    ['2021-01-01', 'a-2'],
    ['9999-12-31', 'a-3'],
  ])('have on %s the version %s in force', (day, id) => {
    const issues: Issue[] = [];
    expect(versionInForce(source, writtenDay(day), ['on'], issues)).toBe(id);
    expect(issues).toEqual([]);
  });

  it('have none before the first', () => {
    const issues: Issue[] = [];
    expect(versionInForce(source, writtenDay('2019-12-31'), ['on'], issues)).toBeUndefined();
    expect(issues).toMatchObject([
      {
        path: ['on'],
        code: 'before-first-version',
        expected:
          '2020-01-01, from which a text of a is known, or a later day (or name a version by its id)',
        received: '"2019-12-31"',
      },
    ]);
  });
});
