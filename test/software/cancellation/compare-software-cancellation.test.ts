import { describe, expect, it } from 'vitest';
import {
  type ComparedSoftwareCancellation,
  compareSoftwareCancellation,
  decideSoftwareCancellation,
  parseSoftwarePolicy,
  type SoftwareCancellationInput,
  softwarePolicies,
  softwarePolicyVersions,
} from '../../../src/software/index.ts';
import { billed, faultsOf, perpetual, subscription } from '../facts.ts';

const rowsOf = (facts: object, policies?: readonly unknown[]) =>
  compareSoftwareCancellation(
    { ...perpetual, ...facts } as SoftwareCancellationInput,
    policies as never,
  ).rows;

const brief = (row: ComparedSoftwareCancellation) =>
  row.ok
    ? [row.policy, row.allowed, row.credit?.amount ?? null, row.difference?.credit ?? null]
    : [row.policy, row.issues.map(({ path, code }) => `${path.join('.')}: ${code}`)];

describe('a software cancellation under several policies', () => {
  it('has a row for every published version, in their order', () => {
    const { kind, request, policies, rows } = compareSoftwareCancellation(perpetual);
    expect(kind).toBe('software-comparison');
    expect(policies).toEqual(softwarePolicyVersions.map(({ policy }) => policy.id));
    expect(rows.map(({ policy }) => policy)).toEqual(policies);
    expect(request).toEqual(decideSoftwareCancellation(perpetual).request);
    // Day 60: the window of 30 days has closed since 2021.
    expect(rows.map(brief)).toEqual([
      ['software-2018-09', true, null, null],
      ['software-2019-12', true, '1200.00', null],
      ['software-2020-01', true, '1200.00', null],
      ['software-2020-06', true, '1200.00', null],
      ['software-2021-02', true, '1200.00', null],
      ...['software-2021-06', 'software-2022', 'software-2023-01', 'software-2023-06'].map(
        (policy) => [policy, false, null, null],
      ),
    ]);
  });

  it('has in each row the verdict, the last day, the credit and the reasons of its decision', () => {
    const facts = { ...billed, canceledOn: '2025-03-05', roles: ['sales-agent'] } as const;
    const { rows, because, interpretations } = compareSoftwareCancellation(facts);
    for (const row of rows) {
      const policy = row.policy as keyof typeof softwarePolicies;
      const decision = decideSoftwareCancellation(facts, { policy });
      expect(row).toEqual({
        ok: true,
        policy,
        allowed: decision.allowed,
        reasons: decision.allowed ? [] : decision.obstacles.map(({ reason }) => reason),
        lastDay: decision.lastDay,
        credit: decision.credit,
        difference: row.ok ? row.difference : undefined,
      });
      expect(because).toEqual(expect.arrayContaining([...decision.because]));
      expect(interpretations).toEqual(expect.arrayContaining([...decision.interpretations]));
    }
    expect(because).toEqual([...new Set(because)]);
    expect(rows.map((row) => row.ok && row.allowed)).toEqual([...Array(8).fill(false), true]);
  });

  it('differs by credit from the first that could be followed', () => {
    const facts = { ...billed, canceledOn: '2025-03-05' };
    const policies = ['software-2022', 'software-2020-06', 'software-2023-06'];
    expect(rowsOf(facts, policies).map(brief)).toEqual([
      ['software-2022', true, '1186.84', null],
      ['software-2020-06', true, '1186.85', '0.01'],
      ['software-2023-06', true, '1186.84', '0.00'],
    ]);
    // What is refused is credited with nothing.
    const late = rowsOf({ canceledOn: '2025-04-20' }, ['software-2020-06', 'software-2023-06']);
    expect(late[1]).toMatchObject({
      allowed: false,
      reasons: ['window-passed'],
      lastDay: '2025-03-31',
      credit: null,
      difference: { from: 'software-2020-06', credit: '-1200.00' },
    });
    const unknown = rowsOf({}, ['software-2018-09', 'software-2020-06']);
    expect(unknown[1]).toMatchObject({ credit: { amount: '1200.00' }, difference: null });
    const free = rowsOf({ paid: undefined, currency: undefined }, ['software', 'software-2020-06']);
    expect(free[1]).toMatchObject({ allowed: true, difference: null });
  });

  it('lists the facts that a policy needs in addition', () => {
    const facts = { ...subscription, canceledOn: '2025-03-05' };
    const rows = rowsOf(facts, ['software-2022', 'software-2020-06', 'software-2021-06']);
    expect(rows.map(brief)).toEqual([
      ['software-2022', ['billingCycle: missing-field', 'quantity: missing-field']],
      ['software-2020-06', true, '1186.85', null],
      ['software-2021-06', ['billingCycle: missing-field', 'quantity: missing-field']],
    ]);
  });

  it('takes the version in force for the name of the source', () => {
    const rows = rowsOf({}, ['software']);
    expect(rows).toMatchObject([{ policy: 'software-2023-06', allowed: false }]);
    const early = { purchasedOn: '2018-09-03', canceledOn: '2018-09-03' };
    expect(rowsOf(early, ['software']).map(brief)).toEqual([
      ['software', ['purchasedOn: before-first-version']],
    ]);
  });

  it('takes policies of one’s own, which it returns with its answer', () => {
    const parsed = parseSoftwarePolicy({ basedOn: 'software-2022', id: 'ours', perpetualDays: 90 });
    const ours = parsed.ok ? parsed.value : expect.fail('no policy');
    const answer = compareSoftwareCancellation(perpetual, [
      ours,
      softwarePolicies['software-2022'],
    ]);
    expect(answer.policies).toEqual([ours, 'software-2022']);
    expect(answer.rows.map(brief)).toEqual([
      ['ours', true, '1200.00', null],
      ['software-2022', false, null, '-1200.00'],
    ]);
    const needy = { ...subscription, canceledOn: '2025-03-05' };
    expect(rowsOf(needy, [ours])[0]).toMatchObject({ ok: false, policy: 'ours' });
  });

  it('keeps the roles that are none', () => {
    const roles = ['admin-agent', 'Azure hero'];
    const answer = compareSoftwareCancellation({ ...perpetual, roles }, ['software-2020-06']);
    expect(answer).toMatchObject({
      ignoredRoles: ['Azure hero'],
      request: { roles: ['admin-agent'] },
      rows: [{ allowed: true }],
    });
  });

  it('has no rows for no policies', () => {
    expect(compareSoftwareCancellation(perpetual, [])).toMatchObject({
      because: [],
      interpretations: [],
      rows: [],
      policies: [],
    });
  });

  it('reports every malformed fact and policy at once', () => {
    const bad = { ...perpetual, paid: 'free', roles: 5 };
    expect(faultsOf(() => rowsOf(bad, ['software-2020-07', 5, 'software']))).toEqual([
      'roles: unknown-value',
      'paid: malformed-amount',
      'policies.0: unknown-value',
      'policies.1: not-an-object',
    ]);
    expect(faultsOf(() => rowsOf({}, 'software' as never))).toEqual(['policies: not-an-array']);
  });
});
