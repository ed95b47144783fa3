import { describe, expect, it } from 'vitest';
import {
  decideSoftwareCancellation,
  defaultSoftwarePolicy,
  type PublishedSoftwarePolicyId,
  type SoftwarePolicyOptions,
  softwarePolicies,
  softwarePolicyVersions,
} from '../../../src/software/index.ts';
import { isDeeplyFrozen, vandalise } from '../../reservations/deep.ts';
import { billed, perpetual, subscription, without } from '../facts.ts';
import * as model from '../model.ts';
import {
  creditClause,
  ids,
  newest,
  succession,
  table,
  transcribed,
  windowClause,
} from '../policy-table.ts';

describe('the published policies for software', () => {
  it.each(table)('%s holds the numbers of its text', (...row) => {
    const id = row[0] as PublishedSoftwarePolicyId;
    expect(softwarePolicies[id]).toEqual(transcribed(row));
  });

  it('are these and no others, the newest of the documents by default', () => {
    expect(Object.keys(softwarePolicies)).toEqual(ids);
    expect(defaultSoftwarePolicy).toBe(softwarePolicies['software-2020-06']);
  });

  it('are frozen to the ground, and plain JSON', () => {
    for (const value of [softwarePolicies, softwarePolicyVersions]) {
      expect(isDeeplyFrozen(value)).toBe(true);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  });
});

describe('the versions', () => {
  it('hold every published policy once, each until the next begins', () => {
    expect(
      softwarePolicyVersions.map(({ policy, source, from, until }) => [
        policy.id,
        source,
        from,
        until,
      ]),
    ).toEqual(
      table.map(([id, from], at) => [id, 'partner-center', from, table[at + 1]?.[1] ?? null]),
    );
  });

  it('were last held against the sources on a day that is known', () => {
    for (const { lastVerified, from } of softwarePolicyVersions) {
      expect(lastVerified).toMatch(/^2\d{3}-\d{2}-\d{2}$/);
      expect(lastVerified > from).toBe(true);
    }
  });

  it('explain what the numbers do not show, and where sources disagree', () => {
    const notesOf = (id: string): string =>
      softwarePolicyVersions
        .filter(({ policy }) => policy.id === id)
        .flatMap(({ notes }) => notes)
        .join('\n');
    expect(notesOf('software-2018-09')).toMatch(/No credit is stated.*nothing is calculated/s);
    expect(notesOf('software-2020-06')).toContain('2020-06-26');
    expect(notesOf('software-2021-02')).toContain('no longer stated');
    expect(notesOf('software-2021-06')).toMatch(
      /the day of the purchase.*older orders.*2021-06-03.*never downloaded/s,
    );
    expect(notesOf('software-2022')).toMatch(/2022-07-11.*2022-10-14.*168 hours/s);
    for (const id of ids.filter((it) => it !== 'software-2020-06')) {
      expect(notesOf(id)).toContain('as in the text of 2020-06-18');
    }
  });
});

const windows = table.flatMap(
  ([id = '', , , perpetualDays, subscriptionDays]): [
    PublishedSoftwarePolicyId,
    'perpetual' | 'subscription',
    number,
  ][] => [
    [id as PublishedSoftwarePolicyId, 'perpetual', Number(perpetualDays)],
    [id as PublishedSoftwarePolicyId, 'subscription', Number(subscriptionDays)],
  ],
);

describe('the window', () => {
  it.each(windows)('of %s lets %s go up to day %i', (policy, kind, days) => {
    const order = kind === 'perpetual' ? perpetual : billed;
    const on = (after: number) =>
      decideSoftwareCancellation(
        { ...order, canceledOn: model.dayText(model.dayNumber('2025-03-01') + after) },
        { policy },
      );
    const lastDay = model.dayText(model.dayNumber('2025-03-01') + days);
    expect(on(days - 1)).toMatchObject({ allowed: true, lastDay, daysLeft: 1 });
    expect(on(days)).toMatchObject({ allowed: true, lastDay, daysLeft: 0 });
    expect(on(days).because).toContain(windowClause[policy]);
    expect(on(days + 1)).toMatchObject({
      allowed: false,
      reason: 'window-passed',
      obstacles: [
        { reason: 'window-passed', clause: windowClause[policy], interpretation: 'R-SIXTY' },
      ],
      because: [windowClause[policy]],
      interpretations: ['R-SIXTY', ...(policy === newest ? [] : ['R-WHEN'])],
      lastDay,
      daysLeft: 0,
      assumed: [],
      policy: softwarePolicies[policy],
    });
  });

  it.each([
    ['software-2021-06', '9999-12-01', '9999-12-02'],
    ['software-2022', '9999-12-24', '9999-12-25'],
  ] as const)('of %s needs its own days before the year 10000', (policy, last, late) => {
    const bought = (purchasedOn: string) => () =>
      decideSoftwareCancellation({ ...billed, purchasedOn, canceledOn: purchasedOn }, { policy });
    expect(bought(last)()).toMatchObject({ lastDay: '9999-12-31' });
    const days = softwarePolicies[policy].subscriptionDays;
    expect(bought(late)).toThrow(`a day at least ${days} days before the end of the year 9999`);
  });

  it('is counted in calendar days, although one source states 168 hours', () => {
    const answer = decideSoftwareCancellation(
      {
        ...billed,
        purchasedOn: '2025-03-01T00:00:00Z',
        canceledOn: '2025-03-08T23:59:59Z',
      },
      { policy: 'software-2022' },
    );
    expect(answer).toMatchObject({ allowed: true, daysLeft: 0 });
  });

  it.each(['perpetual', 'subscription'] as const)('that a policy does not state for %s', (kind) => {
    const field = kind === 'perpetual' ? 'perpetualDays' : 'subscriptionDays';
    const policy = { ...defaultSoftwarePolicy, id: 'ours', [field]: null };
    const order = {
      ...(kind === 'perpetual' ? perpetual : subscription),
      purchasedOn: '9999-12-31',
    };
    const late = { ...order, canceledOn: '9999-12-31' };
    expect(decideSoftwareCancellation(late, { policy })).toMatchObject({
      allowed: false,
      reason: 'undefined-by-text',
      obstacles: [{ reason: 'undefined-by-text', clause: 'SOF-1', nextStep: 'keep-the-software' }],
      because: ['SOF-1'],
      interpretations: [],
      lastDay: null,
      daysLeft: null,
      daysSincePurchase: 0,
      credit: null,
    });
    const other = kind === 'perpetual' ? subscription : perpetual;
    expect(decideSoftwareCancellation(other, { policy })).toMatchObject({
      allowed: true,
      lastDay: '2025-04-30',
    });
    expect(
      decideSoftwareCancellation({ ...late, messageRead: false, roles: [] }, { policy }),
    ).toMatchObject({
      obstacles: [{ reason: 'undefined-by-text' }, { reason: 'not-granted' }],
      missing: ['messageRead'],
    });
  });
});

const early = { canceledOn: '2025-03-06' } as const;

describe('the credit', () => {
  it.each(ids.filter((id) => id !== 'software-2018-09'))(
    'of %s is in full or pro rata',
    (policy) => {
      const cited = creditClause[policy];
      const whole = decideSoftwareCancellation({ ...perpetual, ...early }, { policy });
      expect(whole).toMatchObject({
        credit: { basis: 'full', amount: '1200.00' },
        lines: [{ clause: cited }],
        ...succession(policy),
      });
      const rest = decideSoftwareCancellation({ ...billed, ...early }, { policy });
      const isCycle = softwarePolicies[policy].creditPeriod === 'charge-cycle';
      // 1,200.00 × 360 ÷ 365 = 1,183.5616…
      expect(rest).toMatchObject({
        credit: { basis: 'pro-rated', amount: '1183.56', days: 360, termDays: 365 },
        ...succession(policy),
      });
      expect(rest.lines.map(({ clause }) => clause)).toEqual(isCycle ? ['SOF-24', cited] : [cited]);
      const ofCycle = isCycle ? ['SOF-20', 'SOF-24'] : [];
      const granted = policy === 'software-2023-06' ? ['SOF-4', 'ROL-14'] : ['SOF-4'];
      const particulars = policy === 'software-2023-06' ? 'SOF-22' : 'SOF-5';
      const becauseOf = (more: string[]) => [
        ...new Set([windowClause[policy], cited, ...more, ...granted, particulars, 'SOF-7']),
      ];
      expect(whole.because).toEqual(becauseOf([]));
      expect(rest.because).toEqual(becauseOf(ofCycle));
    },
  );

  it.each([perpetual, subscription, without(perpetual, 'paid', 'currency')])(
    'of software-2018-09 is not stated, and not guessed (%#)',
    (order) => {
      const answer = decideSoftwareCancellation(order, { policy: 'software-2018-09' });
      expect(answer).toStrictEqual({
        kind: 'software-cancellation',
        allowed: true,
        because: ['SOF-13', 'SOF-4', 'SOF-5', 'SOF-7'],
        interpretations: ['R-SIXTY', 'R-WHEN'],
        lastDay: '2025-04-30',
        endsAt: null,
        daysLeft: 0,
        daysSincePurchase: 60,
        allowedRoles: ['admin-agent'],
        ignoredRoles: [],
        missing: [],
        credit: { basis: 'unstated', amount: null, currency: null, invoice: null },
        lines: [],
        effects: [
          'keys-revoked',
          'download-links-revoked',
          'listed-without-key',
          'dashboard-may-lag-15-minutes',
          'both-stop-using',
          'partner-uninstalls',
          'partner-removes-downloads-and-links',
        ],
        notes: ['credit-unstated', 'superseded'],
        supersededBy: newest,
        assumed: [],
        request: answer.request,
        policy: softwarePolicies['software-2018-09'],
      });
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      const before = JSON.stringify(answer);
      vandalise(decideSoftwareCancellation(order, { policy: 'software-2018-09' }));
      expect(
        JSON.stringify(decideSoftwareCancellation(order, { policy: 'software-2018-09' })),
      ).toBe(before);
    },
  );

  it('of a subscription can be in full by a policy of one’s own', () => {
    const policy = { ...defaultSoftwarePolicy, id: 'ours', subscriptionCredit: 'full' } as const;
    expect(decideSoftwareCancellation(subscription, { policy }).credit).toStrictEqual({
      basis: 'full',
      amount: '1200.00',
      currency: 'USD',
      invoice: 'next-monthly',
    });
  });

  it('is that of one day on the last day of the term, and none after it', () => {
    const policy = { ...defaultSoftwarePolicy, id: 'ours', subscriptionDays: 365 };
    const late = { ...subscription, canceledOn: '2026-02-28' };
    expect(decideSoftwareCancellation(late, { policy })).toMatchObject({
      allowed: true,
      credit: { amount: '3.29', days: 1, termDays: 365 },
    });
    const ended = { ...subscription, canceledOn: '2026-03-01' };
    expect(decideSoftwareCancellation(ended, { policy })).toMatchObject({
      reason: 'term-ended',
      obstacles: [
        { clause: 'SOF-2', interpretation: 'R-ENDED', nextStep: 'nothing-left-to-return' },
      ],
      daysLeft: 0,
    });
  });
});

describe('plans of other makers', () => {
  const plans = ['suse-linux-plan', 'red-hat-plan'] as const;
  const planOf = (kind: (typeof plans)[number]) => ({ ...without(perpetual, 'kind'), kind });

  it.each(plans)(
    '%s could be cancelled until 2020-01-31, for a credit that is not stated',
    (kind) => {
      for (const policy of ['software-2018-09', 'software-2019-12'] as const) {
        expect(decideSoftwareCancellation(planOf(kind), { policy })).toMatchObject({
          allowed: true,
          lastDay: '2025-04-30',
          credit: { basis: 'unstated', amount: null },
          notes: ['credit-unstated', 'superseded'],
        });
      }
    },
  );

  it.each(plans)('%s cannot be cancelled since', (kind) => {
    for (const policy of ids.slice(2)) {
      expect(decideSoftwareCancellation({ ...planOf(kind), ...early }, { policy })).toMatchObject({
        reason: 'not-cancellable',
        obstacles: [{ clause: policy === 'software-2020-01' ? 'SOF-15' : 'SOF-3' }],
        credit: null,
      });
    }
  });

  it('have the window of software with a term', () => {
    const plan = { ...planOf('red-hat-plan'), ...early };
    expect(decideSoftwareCancellation(plan, { policy: 'software-2022' }).lastDay).toBe(
      '2025-03-08',
    );
  });
});

describe('the policy of a call', () => {
  it('is the default one if none is given, and the answer lists the assumption', () => {
    const bare = decideSoftwareCancellation(subscription);
    expect(bare).toMatchObject({ assumed: ['policy'], policy: defaultSoftwarePolicy });
    expect(bare.interpretations).toContain('R-WHICH');
    for (const options of [undefined, {}, { policy: undefined }]) {
      expect(decideSoftwareCancellation(subscription, options)).toStrictEqual(bare);
    }
    const named = decideSoftwareCancellation(subscription, { policy: 'software-2020-06' });
    const interpretations = bare.interpretations.filter(
      (interpretation) => interpretation !== 'R-WHICH',
    );
    expect(named).toStrictEqual({ ...bare, interpretations, assumed: [] });
  });

  it('may be any of one’s own, and is echoed as it was read', () => {
    const own = { basedOn: 'software-2022', id: 'ours', perpetualDays: 45 };
    const options = { policy: own } as unknown as SoftwarePolicyOptions;
    const { policy, lastDay } = decideSoftwareCancellation(perpetual, options);
    expect(lastDay).toBe('2025-04-15');
    expect(policy).toEqual({
      ...softwarePolicies['software-2022'],
      id: 'ours',
      perpetualDays: 45,
    });
    expect(isDeeplyFrozen(policy)).toBe(true);
    expect(decideSoftwareCancellation(perpetual, { policy })).toMatchObject({ policy, lastDay });
  });
});
