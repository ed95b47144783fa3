import { describe, expect, it } from 'vitest';
import { softwarePolicyAt, softwarePolicyVersions } from '../../../src/software/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';
import { faultsOf } from '../facts.ts';
import * as model from '../model.ts';

describe('softwarePolicyAt', () => {
  it.each([
    ['2018-09-04', 'software-2018-09'],
    ['2019-12-18', 'software-2018-09'],
    ['2019-12-19', 'software-2019-12'],
    ['2020-01-30T23:59:59.999Z', 'software-2019-12'],
    ['2020-01-30T23:59:59.999-00:01', 'software-2020-01'],
    ['2020-06-18', 'software-2020-06'],
    ['2021-02-07', 'software-2020-06'],
    ['2021-05-31', 'software-2021-02'],
    ['2022-07-10', 'software-2021-06'],
    [new Date('2022-07-11'), 'software-2022'],
    ['2023-01-10', 'software-2022'],
    ['2023-01-11', 'software-2023-01'],
    ['2023-06-29', 'software-2023-01'],
    ['2023-06-30', 'software-2023-06'],
    ['9999-12-31', 'software-2023-06'],
  ] as const)('on %s is %s', (day, id) => {
    expect(softwarePolicyAt(day).policy.id).toBe(id);
  });

  it('returns each version from its first day to the day before the next', () => {
    for (const version of softwarePolicyVersions) {
      expect(softwarePolicyAt(version.from)).toBe(version);
      const last =
        version.until === null ? '9999-12-31' : model.dayText(model.dayNumber(version.until) - 1);
      expect(softwarePolicyAt(last)).toBe(version);
    }
  });

  it('rejects days before the first list and malformed days', () => {
    expect(issuesOf(() => softwarePolicyAt('2018-09-03'))).toMatchObject([
      {
        path: ['day'],
        code: 'before-first-version',
        expected: '2018-09-04, when the first text is known, or a later day',
        received: '"2018-09-03"',
      },
    ]);
    expect(faultsOf(() => softwarePolicyAt('2020-02-30'))).toEqual(['day: no-such-day']);
    expect(faultsOf(() => softwarePolicyAt(undefined as never))).toEqual(['day: missing-field']);
  });
});
