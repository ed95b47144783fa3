import { describe, expect, it } from 'vitest';
import {
  isInputError,
  type PolicySource,
  refundPolicyAt,
  refundPolicyVersions,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { addDays } from '../arbitraries.ts';

describe('refundPolicyAt', () => {
  it.each([
    ['partner-center', '2018-05-11', 'partner-center-2018-05'],
    ['partner-center', '2018-10-11', 'partner-center-2018-05'],
    ['partner-center', '2018-10-12', 'partner-center-2018-10'],
    ['partner-center', '2018-11-15T23:59:59.999Z', 'partner-center-2018-10'],
    ['partner-center', '2018-11-15T23:59:59.999-00:01', 'partner-center-2018-11'],
    ['partner-center', '9999-12-31', 'partner-center-2027-02'],
    ['azure', '2020-02-11', 'azure-2020-01'],
    ['azure', '2020-02-12', 'azure-2020-02'],
    ['azure', new Date('2023-01-01'), 'azure-2022-10'],
    ['azure-service', '2022-06-28', 'azure-service-2023'],
  ] as const)('of %s on %s is %s', (source, day, id) => {
    expect(refundPolicyAt(source, day).policy.id).toBe(id);
  });

  it('returns each version from its first day to the day before the next', () => {
    for (const version of refundPolicyVersions) {
      expect(refundPolicyAt(version.source, version.from)).toBe(version);
      const last = version.until === null ? '9999-12-31' : addDays(version.until, -1);
      expect(refundPolicyAt(version.source, last)).toBe(version);
    }
  });

  it.each([
    ['partner-center', '2018-05-10', 'day: before-first-version'],
    ['azure', '2020-01-23', 'day: before-first-version'],
    ['azure', '2020-02-30', 'day: no-such-day'],
    ['__proto__', 'x', 'source: unknown-value, day: malformed-day'],
    [undefined, undefined, 'source: missing-field, day: missing-field'],
  ])('of %s on %s is an input error', (source, day, faults) => {
    const ask = (): unknown => refundPolicyAt(source as PolicySource, day as string);
    expect(ask).toThrow();
    try {
      ask();
    } catch (error) {
      const issues = isInputError(error) ? error.issues : [];
      expect(faultTexts(issues).join(', ')).toBe(faults);
    }
  });
});
