import { describe, expect, it } from 'vitest';
import {
  decideSoftwareCancellation,
  type SoftwareCancellationInput,
  type SoftwarePolicy,
  softwarePolicies,
} from '../../../src/software/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';
import { billed, faultsOf, perpetual, subscription } from '../facts.ts';

const policy = 'software-2023-06';

const hours: SoftwarePolicy = {
  ...softwarePolicies['software-2023-06'],
  id: 'in hours',
  windowEnd: 'hours',
};

describe('a window in hours', () => {
  const at = (purchasedOn: string, canceledOn: string) =>
    decideSoftwareCancellation({ ...billed, purchasedOn, canceledOn }, { policy: hours });

  it.each([
    ['2025-03-01T10:00:00Z', '2025-03-08T09:59:59.999999999Z', true],
    ['2025-03-01T10:00:00Z', '2025-03-08T10:00:00Z', false],
    ['2025-03-01T10:00:00Z', '2025-03-08T10:00:00.000000001Z', false],
    ['2025-03-01T10:00:00Z', '2025-03-07T23:59:59Z', true],
    ['2025-03-01T10:00:00Z', '2025-03-09T00:00:00Z', false],
  ])('from %s to %s is open: %s', (purchasedOn, canceledOn, allowed) => {
    const answer = at(purchasedOn, canceledOn);
    expect(answer).toMatchObject({
      allowed,
      lastDay: '2025-03-08',
      endsAt: '2025-03-08T10:00:00.000Z',
    });
    expect(answer.interpretations).toContain('R-HOURS');
    if (!answer.allowed) {
      expect(answer.obstacles).toEqual([
        {
          ...{ reason: 'window-passed', clause: 'SOF-22', interpretation: 'R-HOURS' },
          nextStep: 'keep-the-software',
        },
      ]);
    }
  });

  it('is decided by days where every instant of them gives the same answer', () => {
    expect(at('2025-03-01', '2025-03-07')).toMatchObject({ allowed: true, endsAt: null });
    expect(at('2025-03-01', '2025-03-09')).toMatchObject({ allowed: false, daysLeft: 0 });
    expect(faultsOf(() => at('2025-03-01', '2025-03-08'))).toEqual([
      'purchasedAt: missing-field',
      'canceledAt: missing-field',
    ]);
    expect(at('2025-03-01T10:00:00Z', '2025-03-07')).toMatchObject({
      endsAt: '2025-03-08T10:00:00.000Z',
    });
  });
});

describe('the vendor’s own instants', () => {
  const asked = (facts: object) =>
    decideSoftwareCancellation({ ...billed, ...facts } as SoftwareCancellationInput, { policy });
  const until = '2025-03-20T23:59:00Z';

  it.each([
    ['2025-03-19', true, ['vendor-differs']],
    ['2025-03-20', true, ['vendor-differs']],
    ['2025-03-21', false, ['vendor-differs']],
    ['2025-03-20T23:59:00Z', true, ['vendor-differs']],
    ['2025-03-20T23:59:59.999999999Z', true, ['vendor-differs']],
    ['2025-03-21T00:00:00Z', false, ['vendor-differs']],
  ])('decide on %s, open: %s', (canceledOn, allowed, notes) => {
    const answer = asked({ canceledOn, cancellationAllowedUntilDate: until });
    expect(answer).toMatchObject({
      allowed,
      notes,
      lastDay: '2025-03-20',
      endsAt: null,
      request: { cancellationAllowedUntilDate: '2025-03-20T23:59:00.000Z' },
    });
    expect(answer.because[0]).toBe('SOF-25');
    expect(answer.interpretations).not.toContain('R-SIXTY');
    if (!answer.allowed) expect(answer.obstacles[0]).not.toHaveProperty('interpretation');
  });

  it('are as in the sample of the API, where no rule differs', () => {
    const sample = {
      ...({ ...subscription, term: 'P3Y', billingCycle: 'triennial', quantity: 1 } as const),
      ...{ purchasedOn: '2021-09-14T16:44:14.1210743Z', canceledOn: '2021-10-14' },
      cancellationAllowedUntilDate: '2021-10-14T23:59:00Z',
    } as const;
    expect(decideSoftwareCancellation(sample, { policy: 'software' })).toMatchObject({
      allowed: true,
      policy: { id: 'software-2021-06' },
      lastDay: '2021-10-14',
      notes: [],
    });
  });

  it('within a day need the instant of the cancellation on that day', () => {
    const cancellationAllowedUntilDate = '2025-03-06T10:00:00Z';
    const on = (canceledOn: string) => asked({ canceledOn, cancellationAllowedUntilDate });
    expect(on('2025-03-05').allowed).toBe(true);
    expect(on('2025-03-07').allowed).toBe(false);
    expect(issuesOf(() => on('2025-03-06'))).toMatchObject([
      {
        path: ['canceledAt'],
        code: 'missing-field',
        expected: 'the instant of the cancellation, since hours decide on this day',
      },
    ]);
    expect(on('2025-03-06T10:00:00Z').allowed).toBe(true);
    expect(on('2025-03-06T10:00:01Z').allowed).toBe(false);
    const minute = {
      canceledOn: '2025-03-06',
      cancellationAllowedUntilDate: '2025-03-06T23:58:59Z',
    };
    expect(faultsOf(() => asked(minute))).toEqual(['canceledAt: missing-field']);
  });

  it('state a window, so that none is assumed', () => {
    const facts = { qualifies: undefined, canceledOn: '2025-03-05' };
    expect(asked(facts).assumed).toEqual(['qualifies']);
    expect(asked({ ...facts, cancellationAllowedUntilDate: until }).assumed).toEqual([]);
  });

  it('state one even if the text does not', () => {
    const unstated = { ...hours, windowEnd: 'days', subscriptionDays: null } as const;
    const facts = { ...billed, canceledOn: '2025-03-05', cancellationAllowedUntilDate: until };
    expect(decideSoftwareCancellation(facts, { policy: unstated })).toMatchObject({
      allowed: true,
      notes: ['vendor-differs'],
      lastDay: '2025-03-20',
    });
  });

  const options = [
    { type: 'Full', expiresAt: '2025-03-02T10:00:00Z' },
    { type: 'Partial', expiresAt: '2025-03-08T10:00:00Z' },
  ] as const;

  it.each([
    ['2025-03-02T10:00:00Z', 'full', 'SOF-25'],
    ['2025-03-02T10:00:01Z', 'pro-rated', 'SOF-25'],
    ['2025-03-08T10:00:00Z', 'pro-rated', 'SOF-25'],
    ['2025-03-08T10:00:01Z', null, null],
  ])('offer a refund at %s: %s', (canceledOn, basis, clause) => {
    const answer = asked({
      ...{ purchasedOn: '2025-03-01T10:00:00Z', canceledOn, refundOptions: options },
    });
    expect(answer).toMatchObject({ allowed: basis !== null, lastDay: '2025-03-08' });
    expect(answer.credit?.basis ?? null).toBe(basis);
    if (basis !== null) expect(answer.lines.at(-1)?.clause).toBe(clause);
  });

  it('note a refund that the policy has otherwise', () => {
    const on = (canceledOn: string, refundOptions: readonly object[], more: object = {}) =>
      asked({ purchasedOn: '2025-03-01T10:00:00Z', canceledOn, refundOptions, ...more }).notes;
    // The policy has the first 24 hours in full, and seven days pro rata.
    expect(on('2025-03-01T11:00:00Z', options)).toEqual([]);
    expect(on('2025-03-03T11:00:00Z', options)).toEqual([]);
    expect(
      on('2025-03-03T11:00:00Z', [{ type: 'Full', expiresAt: '2025-03-08T12:00:00Z' }]),
    ).toEqual(['vendor-differs']);
    expect(on('2025-03-01T11:00:00Z', [{ ...options[1] }])).toEqual(['vendor-differs']);
  });

  it('may not end, or may be none', () => {
    const early = { canceledOn: '2025-03-05' };
    expect(asked({ ...early, refundOptions: [{ type: 'Partial' }] })).toMatchObject({
      allowed: true,
      lastDay: null,
      endsAt: null,
      daysLeft: null,
      credit: { basis: 'pro-rated' },
      request: { refundOptions: [{ type: 'Partial' }] },
    });
    const none = asked({ ...early, refundOptions: [] });
    expect(none).toMatchObject({ lastDay: '2025-03-08', notes: [] });
    expect(none.request).not.toHaveProperty('refundOptions');
  });

  it('credit nothing that is not stated', () => {
    const partial = { refundOptions: [{ type: 'Partial' }], canceledOn: '2025-03-05' } as const;
    expect(decideSoftwareCancellation({ ...perpetual, ...partial }, { policy })).toMatchObject({
      allowed: true,
      credit: { basis: 'unstated' },
      notes: ['credit-unstated', 'vendor-differs'],
    });
    const full = { refundOptions: [{ type: 'Full' }], canceledOn: '2025-03-05' } as const;
    const old = decideSoftwareCancellation({ ...billed, ...full }, { policy: 'software-2018-09' });
    expect(old).toMatchObject({ credit: { basis: 'full', amount: '1200.00' } });
    expect(old.lines[0]?.clause).toBe('SOF-25');
  });

  const details = [
    { quantity: 3, allowedUntilDateTime: '2025-03-08T10:00:00Z' },
    { quantity: 2, allowedUntilDateTime: '2025-03-12T10:00:00Z' },
  ];

  it.each([
    ['2025-03-08T10:00:00Z', 5, { totalQuantity: 5, details }, true, '2025-03-08'],
    ['2025-03-08T10:00:01Z', 5, { totalQuantity: 5, details }, false, '2025-03-08'],
    ['2025-03-08T10:00:01Z', 3, { totalQuantity: 5, details }, false, '2025-03-08'],
    ['2025-03-08T10:00:01Z', 2, { totalQuantity: 5, details }, true, '2025-03-12'],
    ['2025-03-12T10:00:00Z', 2, { totalQuantity: 5, details }, true, '2025-03-12'],
    ['2025-03-12T10:00:01Z', 2, { totalQuantity: 5, details }, false, '2025-03-12'],
    ['2025-03-08', 2, { totalQuantity: 5, details: [...details].reverse() }, true, '2025-03-12'],
    ['2025-03-07', 5, { totalQuantity: 4, details }, false, null],
    ['2025-03-07', 4, { totalQuantity: 4, details }, true, '2025-03-08'],
    ['2025-03-07', 6, { totalQuantity: 6, details }, false, null],
    ['2025-03-07', 5, { totalQuantity: 5 }, true, null],
    ['2025-03-07', 5, { totalQuantity: 5, details: [] }, true, null],
    ['2025-03-07', 5, { totalQuantity: 0 }, false, null],
  ])(
    'on %s take back %i units of %j: %s',
    (canceledOn, quantity, refundableQuantity, allowed, lastDay) => {
      const answer = asked({ canceledOn, quantity, refundableQuantity });
      expect(answer).toMatchObject({ allowed, lastDay });
      if (!allowed) expect(answer).toMatchObject({ reason: 'window-passed' });
    },
  );

  it('ask for no instant if another of their ends decides', () => {
    const facts = {
      canceledOn: '2025-03-08',
      quantity: 5,
      refundableQuantity: { totalQuantity: 5, details },
    };
    expect(faultsOf(() => asked(facts))).toEqual(['canceledAt: missing-field']);
    const earlier = { cancellationAllowedUntilDate: '2025-03-07T10:00:00Z' };
    expect(asked({ ...facts, ...earlier })).toMatchObject({
      allowed: false,
      lastDay: '2025-03-07',
    });
    const two = [
      { type: 'Partial', expiresAt: '2025-03-08T10:00:00Z' },
      { type: 'Full', expiresAt: '2025-03-09T10:00:00Z' },
    ];
    expect(asked({ canceledOn: '2025-03-08', refundOptions: two })).toMatchObject({
      allowed: true,
      lastDay: '2025-03-09',
      credit: { basis: 'full' },
    });
  });

  it('offer a refund until the last of its kind ends', () => {
    const two = [
      { type: 'Full', expiresAt: '2025-03-09T10:00:00Z' },
      { type: 'Full', expiresAt: '2025-03-05T10:00:00Z' },
      { type: 'Partial' },
    ];
    const on = (canceledOn: string) => asked({ canceledOn, refundOptions: two }).credit?.basis;
    expect(on('2025-03-07')).toBe('full');
    expect(on('2025-03-10')).toBe('pro-rated');
    const open = [{ type: 'Full' }, { type: 'Full', expiresAt: '2025-03-05T10:00:00Z' }];
    expect(asked({ canceledOn: '2025-03-10', refundOptions: open })).toMatchObject({
      lastDay: null,
      credit: { basis: 'full' },
    });
  });

  it('need the units', () => {
    const some = { totalQuantity: 5 };
    const facts = { canceledOn: '2025-03-07', quantity: undefined, refundableQuantity: some };
    expect(issuesOf(() => asked(facts))[0]).toMatchObject({
      path: ['quantity'],
      expected: 'the units of the purchase, as the refundable ones are given',
    });
    const none = { ...facts, refundableQuantity: { totalQuantity: 0 } };
    expect(faultsOf(() => asked(none))).toEqual(['quantity: missing-field']);
  });

  it('end together at the first of their ends', () => {
    const facts = {
      ...{ canceledOn: '2025-03-05', cancellationAllowedUntilDate: until, quantity: 5 },
      refundOptions: [
        { type: 'Partial', expiresAt: '2025-03-15T00:00:00Z' },
        { type: 'Full', expiresAt: '2025-03-02T00:00:00Z' },
      ],
    };
    expect(asked(facts).endsAt).toBe('2025-03-15T00:00:00.000Z');
    const refundableQuantity = { totalQuantity: 5, details };
    expect(asked({ ...facts, refundableQuantity })).toMatchObject({
      endsAt: '2025-03-08T10:00:00.000Z',
      request: {
        refundableQuantity: {
          totalQuantity: 5,
          details: [
            { quantity: 3, allowedUntilDateTime: '2025-03-08T10:00:00.000Z' },
            { quantity: 2, allowedUntilDateTime: '2025-03-12T10:00:00.000Z' },
          ],
        },
      },
    });
  });

  it.each([
    [
      { cancellationAllowedUntilDate: '2025-03-20' },
      ['cancellationAllowedUntilDate: malformed-instant'],
    ],
    [{ refundOptions: {} }, ['refundOptions: not-an-array']],
    [{ refundOptions: [{ type: 'full' }] }, ['refundOptions.0.type: unknown-value']],
    [
      { refundOptions: [{ type: 'Full', expiresAt: 1 }] },
      ['refundOptions.0.expiresAt: malformed-instant'],
    ],
    [{ refundOptions: [1] }, ['refundOptions.0: not-an-object']],
    [
      { refundableQuantity: { totalQuantity: -1 } },
      ['refundableQuantity.totalQuantity: malformed-count'],
    ],
    [
      { refundableQuantity: { totalQuantity: 1, details: [{}] } },
      [
        'refundableQuantity.details.0.quantity: missing-field',
        'refundableQuantity.details.0.allowedUntilDateTime: missing-field',
      ],
    ],
  ])('are read without trust: %j', (facts, faults) => {
    expect(faultsOf(() => asked(facts))).toEqual(faults);
  });

  it('lead to the same answer again, as plain JSON', () => {
    const answer = asked({
      ...{ canceledOn: '2025-03-05T00:00:00Z', cancellationAllowedUntilDate: until, quantity: 5 },
      ...{ refundOptions: options, refundableQuantity: { totalQuantity: 5, details } },
    });
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expect(decideSoftwareCancellation(answer.request, { policy })).toStrictEqual(answer);
  });
});
