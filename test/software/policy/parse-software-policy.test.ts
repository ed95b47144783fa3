import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  decideSoftwareCancellation,
  decideSoftwareExchange,
  defaultSoftwarePolicy,
  downloadLinkStatus,
  parseSoftwarePolicy,
  recordDownload,
  renewDownloadLink,
  type SoftwarePolicy,
  softwareKinds,
  softwarePolicies,
} from '../../../src/software/index.ts';
import { softwareDocuments } from '../../../src/software/policy/citations.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { deepFreeze, isDeeplyFrozen } from '../../reservations/deep.ts';
import {
  revokedProxy,
  spoilt,
  throwingProxy,
  withThrowingGetter,
} from '../../reservations/hostile.ts';
import { billed, faultsOf as faultsOfCall, subscription } from '../facts.ts';

const FULL: SoftwarePolicy = { ...defaultSoftwarePolicy, id: 'ours' };

function policyFrom(input: unknown): SoftwarePolicy {
  const parsed = parseSoftwarePolicy(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function faultsOf(input: unknown): string[] {
  const parsed = parseSoftwarePolicy(input);
  return parsed.ok ? [] : faultTexts(parsed.issues);
}

const orNone = (least: number, most: number) =>
  fc.option(fc.oneof(fc.constantFrom(least, most), fc.integer({ min: least, max: most })));

const policyInputs: fc.Arbitrary<SoftwarePolicy> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 12 }),
  document: fc.constantFrom(...softwareDocuments),
  perpetualDays: orNone(0, 365),
  subscriptionDays: orNone(0, 365),
  perpetualCredit: fc.constantFrom('full', 'unstated'),
  subscriptionCredit: fc.constantFrom('full', 'pro-rated', 'unstated'),
  creditPeriod: fc.constantFrom('term', 'charge-cycle'),
  fullCreditHours: orNone(1, 8_760),
  cancellationDay: fc.constantFrom('not-charged', 'charged'),
  rounding: fc.constantFrom('unit-down', 'total-down', 'half-even'),
  windowEnd: fc.constantFrom('days', 'hours'),
  subscriptionNamedBy: fc.constantFrom('order', 'subscription'),
  nonCancellable: fc.array(fc.constantFrom(...softwareKinds), { maxLength: 4 }),
  linkDays: orNone(1, 366),
  linkDaysFrom: fc.constantFrom('issue', 'first-download'),
  linkDownloads: orNone(1, 1_000_000),
});

describe('parseSoftwarePolicy', () => {
  it('returns a published policy for its id', () => {
    for (const [id, policy] of Object.entries(softwarePolicies)) {
      expect(policyFrom(id)).toBe(policy);
      expect(policyFrom(policy)).toBe(policy);
      for (const same of [{ ...policy }, { basedOn: id, id }, { basedOn: id }]) {
        expect(policyFrom(same)).toEqual(policy);
      }
    }
  });

  it('takes missing fields from the policy in basedOn', () => {
    const given = { basedOn: 'software-2022', id: 'x', subscriptionDays: 14, linkDays: undefined };
    expect(policyFrom(given)).toEqual({
      ...softwarePolicies['software-2022'],
      id: 'x',
      subscriptionDays: 14,
    });
    expect(policyFrom({ ...given, linkDays: null }).linkDays).toBe(null);
  });

  it('accepts a full policy without basedOn, and does not change it', () => {
    expect(parseSoftwarePolicy(FULL)).toEqual({ ok: true, value: FULL });
    expect(policyFrom(deepFreeze({ ...FULL }))).toEqual(FULL);
    const input = { ...FULL, nonCancellable: ['perpetual'] };
    const policy = policyFrom(input);
    input.nonCancellable.push('subscription');
    expect(policy.nonCancellable).toEqual(['perpetual']);
    expect(isDeeplyFrozen(policy)).toBe(true);
    expect(Object.isFrozen(input)).toBe(false);
  });

  const newer = {
    creditPeriod: 'term',
    fullCreditHours: null,
    cancellationDay: 'not-charged',
    rounding: 'half-even',
    windowEnd: 'days',
    subscriptionNamedBy: 'order',
  };

  it.each(Object.entries(newer))(
    'takes %s as %s if a policy of version 0.1.0 leaves it out',
    (name, value) => {
      const { [name as keyof SoftwarePolicy]: _, ...others } = FULL;
      expect(policyFrom(others)).toMatchObject({ [name]: value });
      expect(policyFrom({ ...others, basedOn: 'software-2023-06' })).toMatchObject({
        [name]: softwarePolicies['software-2023-06'][name as keyof SoftwarePolicy],
      });
    },
  );

  it.each(Object.keys(FULL).filter((name) => !Object.hasOwn(newer, name)))(
    'misses %s without basedOn',
    (name) => {
      const { [name as keyof SoftwarePolicy]: _, ...others } = FULL;
      expect(faultsOf(others)).toEqual([`${name}: missing-field`]);
      expect(faultsOf({ ...FULL, [name]: undefined })).toEqual([`${name}: missing-field`]);
    },
  );

  it.each([
    ['perpetualDays', 0, 365],
    ['subscriptionDays', 0, 365],
    ['fullCreditHours', 1, 8_760],
    ['linkDays', 1, 366],
    ['linkDownloads', 1, 1_000_000],
  ])('takes of %s whole numbers from %i to %i, or null', (name, least, most) => {
    for (const value of [least, least + 1, most - 1, most, null]) {
      expect(faultsOf({ ...FULL, [name]: value })).toEqual([]);
    }
    for (const value of [
      least - 1,
      most + 1,
      5.5,
      Number.NaN,
      1e21,
      '5',
      5n,
      true,
      {},
      Object(5),
    ]) {
      expect(faultsOf({ ...FULL, [name]: value })).toEqual([`${name}: wrong-type`]);
    }
    const parsed = parseSoftwarePolicy({ ...FULL, [name]: -1 });
    expect(parsed.ok ? '' : parsed.issues[0]?.expected).toBe(
      `a whole number from ${least} to ${most}, or null if it is not stated`,
    );
  });

  it('writes no days as 0, never as -0', () => {
    expect(Object.is(policyFrom({ ...FULL, perpetualDays: -0 }).perpetualDays, 0)).toBe(true);
  });

  it('rejects unknown words', () => {
    const unknown = ['', 'x', null, 1, true, {}, [], 'constructor', '__proto__', revokedProxy()];
    const names = ['document', 'perpetualCredit', 'subscriptionCredit', 'linkDaysFrom', 'basedOn'];
    for (const name of names) {
      for (const value of unknown) {
        if (name === 'basedOn' && value === null) continue; // not given
        expect(faultsOf({ ...FULL, [name]: value })).toEqual([`${name}: unknown-value`]);
      }
    }
    expect(faultsOf({ ...FULL, perpetualCredit: 'pro-rated' })).toEqual([
      'perpetualCredit: unknown-value',
    ]);
    expect(faultsOf({ ...FULL, document: 'software-2019-07' })).toEqual([
      'document: unknown-value',
    ]);
  });

  it('accepts a list of kinds', () => {
    const fault = (nonCancellable: unknown) => faultsOf({ ...FULL, nonCancellable });
    expect(fault([])).toEqual([]);
    expect(fault(['perpetual', 'suse', null])).toEqual([
      'nonCancellable.1: unknown-value',
      'nonCancellable.2: unknown-value',
    ]);
    for (const value of ['perpetual', null, {}, new Set()]) {
      expect(fault(value)).toEqual(['nonCancellable: not-an-array']);
    }
    expect(fault(throwingProxy('get', []))).toEqual(['nonCancellable: unreadable']);
  });

  it('has an id of its own unless it is the published one', () => {
    const id = 'software-2020-06';
    expect(faultsOf({ ...defaultSoftwarePolicy, linkDays: 15 })).toEqual(['id: id-taken']);
    expect(faultsOf({ basedOn: 'software-2022', id })).toEqual(['id: id-taken']);
    const taken = parseSoftwarePolicy({ basedOn: 'software-2022', id });
    expect(taken.ok ? [] : taken.issues).toMatchObject([
      {
        expected:
          'an id of your own, because the policy differs from the published one with this id',
      },
    ]);
    expect(faultsOf({ basedOn: id, linkDays: 0 })).toEqual(['linkDays: wrong-type']);
    expect(faultsOf({ basedOn: id, id: '' })).toEqual(['id: empty']);
    expect(faultsOf({ basedOn: id, id: 'x'.repeat(257) })).toEqual(['id: too-long']);
  });

  it('suggests the nearest field or version', () => {
    const field = parseSoftwarePolicy({ ...FULL, linkDay: 5 });
    expect(field.ok ? [] : field.issues).toMatchObject([
      { path: ['linkDay'], code: 'unknown-field', expected: 'the field linkDays' },
    ]);
    const version = parseSoftwarePolicy('software-2020-6');
    expect(version.ok ? '' : version.issues[0]?.message).toContain('"software-2020-06"');
    for (const name of ['__proto__', 'constructor', 'toString', '', 'software']) {
      expect(faultsOf(name)).toEqual([': unknown-value']);
    }
  });

  it('reports all wrong fields at once', () => {
    const wrong = Object.fromEntries(Object.keys(FULL).map((name) => [name, Symbol('wrong')]));
    expect(faultsOf(wrong).map((fault) => fault.split(':')[0])).toEqual(Object.keys(FULL));
  });

  it('reports a malformed policy only once', () => {
    for (const input of [undefined, null, 1, true, [], () => 1]) {
      expect(faultsOf(input)).toEqual([': not-an-object']);
    }
    expect(faultsOf(revokedProxy())).toEqual([': unreadable']);
    expect(faultsOf(withThrowingGetter(FULL, 'linkDays'))).toEqual([': unreadable']);
  });

  it('finds no field on every object', () => {
    const given = JSON.stringify({ basedOn: 'software-2022', id: 'x' });
    const expected = policyFrom(JSON.parse(given));
    try {
      Object.assign(Object.prototype, {
        linkDays: 9,
        perpetualDays: 9,
        policy: 'software-2018-09',
      });
      expect(policyFrom(JSON.parse(given))).toEqual(expected);
      const { policy } = decideSoftwareCancellation(subscription, {});
      expect(policy).toBe(defaultSoftwarePolicy);
    } finally {
      for (const name of ['linkDays', 'perpetualDays', 'policy']) {
        Reflect.deleteProperty(Object.prototype, name);
      }
    }
  });

  test.prop([policyInputs])('a parsed policy parses to itself', (input) => {
    const policy = policyFrom(input);
    expect(JSON.stringify(policy)).toBe(JSON.stringify(input));
    expect(policyFrom(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
    expect(isDeeplyFrozen(policy)).toBe(true);
  });

  test.prop([policyInputs, fc.nat(400)])(
    'any policy is followed to its last day',
    (input, after) => {
      const day = new Date(Date.UTC(2025, 2, 1 + after)).toISOString().slice(0, 10);
      const at = (date: string) => `${date}T12:00:00Z`;
      const facts = { ...billed, purchasedOn: at('2025-03-01'), canceledOn: at(day) };
      const answer = decideSoftwareCancellation(facts, { policy: input });
      const { subscriptionDays, nonCancellable, subscriptionCredit } = input;
      const last = input.windowEnd === 'hours' ? after + 1 : after; // over at the very instant
      const isIn = subscriptionDays !== null && last <= subscriptionDays && after < 365;
      expect(answer.allowed).toBe(isIn && !nonCancellable.includes('subscription'));
      expect(answer.policy).toEqual(input);
      if (answer.allowed) {
        const isFull =
          subscriptionCredit === 'pro-rated' && after * 24 < (input.fullCreditHours ?? 0);
        expect(answer.credit.basis).toBe(isFull ? 'full' : subscriptionCredit);
        expect(Number(answer.credit.amount)).toBeGreaterThanOrEqual(0);
      }
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    },
  );

  test.prop([spoilt({ ...FULL, basedOn: undefined })])(
    'never throws, and what it gives parses to itself',
    ({ make }) => {
      const parsed = parseSoftwarePolicy(make());
      if (parsed.ok) expect(parseSoftwarePolicy(parsed.value)).toEqual(parsed);
      else expect(parsed.issues.length).toBeGreaterThan(0);
    },
  );
});

const link = { issuedAt: '2025-03-01T10:00:00Z', downloads: 1 };
const asOf = '2025-03-02T10:00:00Z';
type Call = (options: unknown) => unknown;
const calls: Record<string, Call> = {
  decideSoftwareCancellation: (options) =>
    decideSoftwareCancellation(subscription, options as object),
  downloadLinkStatus: (options) => downloadLinkStatus(link, asOf, options as object),
  renewDownloadLink: (options) => renewDownloadLink(link, asOf, options as object),
  recordDownload: (options) => recordDownload(link, asOf, options as object),
};

describe.each(Object.keys(calls))('the options of %s', (name) => {
  const call = calls[name] as Call;
  const faults = (options: unknown): string[] => faultsOfCall(() => call(options));

  it.each([
    ['software-2022', 'options: not-an-object'],
    [{ polcy: 'software-2022' }, 'options.polcy: unknown-field'],
    [{ policy: 'software-2023' }, 'options.policy: unknown-value'],
    [{ policy: '__proto__' }, 'options.policy: unknown-value'],
    [{ policy: 1 }, 'options.policy: not-an-object'],
    [{ policy: { ...FULL, linkDays: 0 } }, 'options.policy.linkDays: wrong-type'],
    [{ policy: { basedOn: 'x', ...FULL } }, 'options.policy.basedOn: unknown-value'],
  ])('are read without trust (%#)', (options, fault) => {
    expect(faults(options)).toEqual([fault]);
  });

  it('are read without trust where nothing can be read', () => {
    expect(faults(revokedProxy())).toEqual(['options: unreadable']);
    expect(faults({ policy: revokedProxy() })).toEqual(['options.policy: unreadable']);
  });
});

it('an exchange of software follows no policy', () => {
  expect(decideSoftwareExchange).toHaveLength(1);
});

it('wrong facts are reported together with a wrong policy', () => {
  const wrong = { policy: 'x' } as never;
  expect(faultsOfCall(() => decideSoftwareCancellation(undefined as never, wrong))).toEqual([
    'options.policy: unknown-value',
    ': not-an-object',
  ]);
  expect(faultsOfCall(() => decideSoftwareCancellation({} as never, wrong))).toHaveLength(5);
  expect(faultsOfCall(() => recordDownload({} as never, 'x', wrong))).toEqual([
    'options.policy: unknown-value',
    'link.downloads: missing-field',
    'link.issuedAt: missing-field',
    'asOf: malformed-instant',
  ]);
});

it('keeps its name in bundles', () => {
  expect(parseSoftwarePolicy).toHaveProperty('name', 'parseSoftwarePolicy');
});
