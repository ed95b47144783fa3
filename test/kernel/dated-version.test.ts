import { describe, expect, it } from 'vitest';
import { versionAt, versionOn } from '../../src/kernel/dated-version.ts';
import type { Issue } from '../../src/kernel/issue.ts';
import { issuesOf } from '../hostile/issues-of.ts';

const first = { from: '2018-11-01', id: 'first' };
const second = { from: '2020-03-01', id: 'second' };
const versions = [first, second];

describe('the newest version on a day', () => {
  it.each([
    ['2018-10-31', undefined],
    ['2018-11-01', first],
    ['2018-11-02', first],
    ['2020-02-29', first],
    ['2020-03-01', second],
    ['2020-03-02', second],
  ])('on %s', (day, version) => {
    expect(versionOn(versions, day)).toBe(version);
    if (version !== undefined) expect(versionAt(versions, 'it began', day)).toBe(version);
  });

  it('is that of the UTC day of an instant', () => {
    expect(versionAt(versions, 'it began', '2020-03-01T00:30:00+01:00')).toBe(first);
  });

  it('does not exist before the first version, which the issue names', () => {
    expect(issuesOf(() => versionAt(versions, 'it began', '2018-10-31'))).toMatchObject([
      {
        path: ['day'],
        code: 'before-first-version',
        expected: '2018-11-01, when it began, or a later day',
        received: '"2018-10-31"',
      },
    ]);
    expect(issuesOf(() => versionAt([], 'it began', '2018-10-31'))).toHaveLength(1);
  });

  it('does not exist on a malformed day or after an earlier issue', () => {
    expect(issuesOf(() => versionAt(versions, 'it began', 'now'))).toMatchObject([
      { path: ['day'], code: 'malformed-day' },
    ]);
    const before: Issue = {
      path: ['source'],
      code: 'missing-field',
      expected: 'a source',
      received: 'nothing',
      message: '',
    };
    expect(issuesOf(() => versionAt(versions, 'it began', '2020-03-01', [before]))).toEqual([
      before,
    ]);
  });
});
