import { describe, expect, it } from 'vitest';
import {
  type Issue,
  isInputError,
  limitOn,
  openRefundLedger,
  parseRefundLedger,
  type RefundLedger,
  type RefundPolicy,
  type RefundRequestInput,
  refundPolicies,
  type SettledRefund,
  settleRefund,
  trySettleRefund,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { addDays, policyFrom, policyWith } from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { revokedProxy } from '../hostile.ts';
import type { UpfrontInput } from '../request.ts';

const REQUEST = {
  id: 'CR-1',
  paid: '12000.00',
  currency: 'USD',
  term: 'P3Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-06',
  used: false,
} as const satisfies RefundRequestInput;

const EMPTY = openRefundLedger('contoso');
const REFUSING = policyWith({ overLimit: 'refuse' });

/** Settles one request after another, each with the ledger that the one before left. */
function settleAll(
  requests: readonly Partial<UpfrontInput>[],
  options?: { readonly policy: RefundPolicy },
): SettledRefund[] {
  let ledger = EMPTY;
  return requests.map((given) => {
    const step = settleRefund(ledger, { ...REQUEST, ...given }, options);
    ledger = step.ledger;
    return step;
  });
}

function ledgerAfter(
  requests: readonly Partial<UpfrontInput>[],
  options?: { readonly policy: RefundPolicy },
): RefundLedger {
  return settleAll(requests, options).at(-1)?.ledger ?? EMPTY;
}

function issuesOf(ledger: unknown, request: unknown, options?: unknown): readonly Issue[] {
  const parsed = trySettleRefund(ledger, request, options as undefined);
  return parsed.ok ? [] : parsed.issues;
}

function faultsOf(ledger: unknown, request: unknown, options?: unknown): string[] {
  return faultTexts(issuesOf(ledger, request, options));
}

describe('settleRefund', () => {
  it('writes the refund into the ledger', () => {
    const { ledger, quote, repeated } = settleRefund(EMPTY, {
      ...REQUEST,
      term: 'P1Y',
      canceledOn: '2025-07-02',
      used: true,
    });
    expect(repeated).toBe(false);
    expect(quote).toMatchObject({
      allowed: true,
      refund: '5294.47',
      assumed: ['policy', 'product', 'billingPlan'],
      limit: { consumedBefore: '0.00', consumedAfter: '5294.47', available: '44705.53' },
    });
    expect(ledger).toMatchObject({
      customerId: 'contoso',
      lastDay: '2025-07-02',
      days: [{ on: '2025-07-02', usd: '5294.47' }],
      ids: [{ id: 'CR-1' }],
    });
    expect(parseRefundLedger(JSON.parse(JSON.stringify(ledger)))).toEqual({
      ok: true,
      value: ledger,
    });
  });

  it('quotes with what is left', () => {
    const [first, second, third] = settleAll([
      { id: 'CR-1', paid: '48000.00' },
      { id: 'CR-2', paid: '2000.00' },
      { id: 'CR-3', paid: '0.01' },
    ]);
    expect(first?.quote).toMatchObject({ refund: '48000.00', notes: ['superseded'] });
    expect(second?.quote).toMatchObject({ refund: '2000.00', limit: { available: '0.00' } });
    expect(third?.quote).toMatchObject({
      refund: '0.00',
      withheld: '0.01',
      notes: ['limit-reached', 'superseded'],
    });
    expect(third?.ledger.days).toEqual([
      { on: '2025-01-06', usd: '50000.00', canceledUsd: '50000.01' },
    ]);
    expect(third?.ledger.ids.map(({ id }) => id)).toEqual(['CR-1', 'CR-2', 'CR-3']);
  });

  it.each([
    [363, '2026-01-04', '0.00', 'limit-reached'],
    [364, '2026-01-05', '0.00', 'limit-reached'],
    [365, '2026-01-06', '50000.00', 'superseded'],
    [366, '2026-01-07', '50000.00', 'superseded'],
  ])('has %i days later, on %s, %s left', (days, canceledOn, refund, note) => {
    expect(addDays('2025-01-06', days)).toBe(canceledOn);
    const unused = { purchasedOn: canceledOn, canceledOn, id: 'CR-2', paid: '50000.00' };
    const second = settleAll([{ paid: '50000.00' }, unused])[1];
    expect(second?.quote).toMatchObject({ allowed: true, refund });
    expect(second?.quote.notes[0]).toBe(note);
  });

  it.each([
    ['2024-12-31', '2024-12-31', '0.00'],
    ['2024-12-30', '2024-12-31', '0.00'],
    ['2024-01-01', '2024-12-31', '0.00'], // 365 days later in a leap year
    ['2024-12-31', '2025-01-01', '50000.00'],
    ['2025-01-01', '2025-12-31', '0.00'],
    ['2025-01-01', '2026-01-01', '50000.00'],
  ])('by calendar years: what was used up on %s leaves on %s %s', (first, then, refund) => {
    const options = { policy: policyWith({ limitWindow: 'calendar-year' }) };
    const on = (day: string) => ({ purchasedOn: day, canceledOn: day, paid: '50000.00', id: day });
    const [, second] = settleAll([on(first), { ...on(then), id: 'CR-2' }], options);
    expect(second?.quote.refund).toBe(refund);
  });

  it('without a window gives nothing back, ever', () => {
    const options = { policy: policyWith({ limitWindow: 'none' }) };
    const on = (day: string) => ({ purchasedOn: day, canceledOn: day, paid: '30000.00', id: day });
    const steps = [on('2020-02-29'), on('2025-01-01'), on('9999-12-31')];
    const refunds = settleAll(steps, options).map((step) => step?.quote.refund);
    expect(refunds).toEqual(['30000.00', '20000.00', '0.00']);
  });

  it('counts commitments where the policy says so', () => {
    const options = {
      policy: policyWith({ limitCounts: 'canceled-commitment', overLimit: 'refuse' }),
    };
    const day = { term: 'P1Y', canceledOn: '2025-07-02', used: true } as const;
    const [first] = settleAll([day], options);
    expect(first?.ledger.days).toEqual([
      { on: '2025-07-02', usd: '5294.47', canceledUsd: '6016.44' },
    ]);
    expect(first?.quote.limit).toMatchObject({ consumedAfter: '6016.44' });
  });

  it('counts other currencies in dollars', () => {
    const [euros] = settleAll([{ paid: '120000.00', currency: 'EUR', usdRate: '1.10' }]);
    expect(euros?.quote.refund).toBe('45454.54');
    expect(euros?.ledger.days).toEqual([
      { on: '2025-01-06', usd: '49999.99', canceledUsd: '132000.00' },
    ]);
  });

  it('writes down a refund of nothing as a settled day, without an amount', () => {
    const ledger = ledgerAfter([{ paid: '0' }]);
    expect(ledger).toMatchObject({ lastDay: '2025-01-06', days: [], ids: [{ id: 'CR-1' }] });
  });

  it('keeps no id where none is given', () => {
    expect(ledgerAfter([{ id: undefined }, { id: undefined }])).toMatchObject({
      days: [{ on: '2025-01-06', usd: '24000.00' }],
      ids: [],
    });
  });

  it('settles without a limit', () => {
    const options = { policy: policyWith({ limitUsd: null }) };
    const [first, second] = settleAll(
      [{ paid: '90000.00' }, { paid: '1.00', id: 'CR-2' }],
      options,
    );
    expect(first?.quote).toMatchObject({ refund: '90000.00', limit: null });
    expect(second?.ledger.days).toEqual([{ on: '2025-01-06', usd: '90001.00' }]);
  });

  it('forgets what no window needs any more', () => {
    const ledger = ledgerAfter([
      {},
      { id: 'CR-2', purchasedOn: '2025-12-01', canceledOn: '2026-01-06' },
    ]);
    expect(ledger.days.map(({ on }) => on)).toEqual(['2026-01-06']);
    expect(ledger.ids.map(({ id }) => id)).toEqual(['CR-2']);
    // A calendar year is longer than 364 days: its first day may still be asked for on its last.
    const on = (day: string) => ({ purchasedOn: day, canceledOn: day, id: day });
    expect(ledgerAfter([on('2024-01-01'), on('2024-12-31')]).days).toHaveLength(2);
    expect(ledgerAfter([on('2024-01-01'), on('2025-01-01')]).days).toHaveLength(1);
    expect(ledgerAfter([on('2023-12-31'), on('2024-12-29')]).days).toHaveLength(2);
    expect(ledgerAfter([on('2023-12-31'), on('2024-12-30')]).days).toHaveLength(1);
  });

  it('changes no ledger, and shares nothing with one', () => {
    const ledger = deepFreeze(ledgerAfter([{}]));
    const request = deepFreeze({ ...REQUEST, id: 'CR-2' });
    const before = JSON.stringify(settleRefund(ledger, request));
    const step = settleRefund(ledger, request);
    vandalise(step);
    expect(JSON.stringify(settleRefund(ledger, request))).toBe(before);
  });

  it('gives a ledger of its own where nothing moved', () => {
    const ledger = ledgerAfter([{}]);
    const { ledger: after } = settleRefund(ledger, { ...REQUEST, product: 'RedHat', id: 'CR-2' });
    vandalise(after);
    expect(ledger).toEqual(ledgerAfter([{}]));
  });
});

describe('a repeated id', () => {
  const later = {
    id: 'CR-2',
    paid: '1000.00',
    purchasedOn: '2025-03-01',
    canceledOn: '2025-03-01',
  };

  it('gets the same bytes and pays nothing', () => {
    const first = settleRefund(EMPTY, REQUEST);
    const again = settleRefund(first.ledger, REQUEST);
    expect(again.repeated).toBe(true);
    expect(JSON.stringify(again.quote)).toBe(JSON.stringify(first.quote));
    expect(JSON.stringify(again.ledger)).toBe(JSON.stringify(first.ledger));
  });

  it('gets them after others, when nothing is left and in another window too', () => {
    const steps = settleAll([{ paid: '49000.00' }, later, { ...later, id: 'CR-3', paid: '9.00' }]);
    const ledger = steps.at(-1)?.ledger ?? EMPTY;
    expect(steps.map(({ quote }) => quote.refund)).toEqual(['49000.00', '1000.00', '0.00']);
    for (const step of steps) {
      const again = settleRefund(JSON.parse(JSON.stringify(ledger)), step.quote.request);
      expect(again.repeated).toBe(true);
      expect(JSON.stringify(again.quote)).toBe(JSON.stringify(step.quote));
      expect(JSON.stringify(again.ledger)).toBe(JSON.stringify(ledger));
    }
  });

  it('may be written differently: the facts are the same', () => {
    const first = settleRefund(EMPTY, REQUEST);
    const again = settleRefund(first.ledger, {
      ...REQUEST,
      paid: 12_000n,
      purchasedOn: new Date('2025-01-01T05:00:00Z'),
      canceledOn: '2025-01-06T23:59:59Z',
      customerId: undefined,
    });
    expect(again.repeated).toBe(true);
    expect(JSON.stringify(again.quote)).toBe(JSON.stringify(first.quote));
  });

  it('may say what went without saying before: only the echo of that differs', () => {
    const { ledger, quote } = settleRefund(EMPTY, REQUEST);
    const said = {
      ...REQUEST,
      billingPlan: 'Upfront',
      usdRate: '1',
      customerId: 'contoso',
    } as const;
    const again = settleRefund(ledger, said, { policy: 'partner-center-2020-08' });
    expect(again.repeated).toBe(true);
    const { assumed: _, interpretations, request, ...figures } = again.quote;
    expect(quote).toMatchObject(figures);
    expect([...interpretations, 'R-WHICH']).toEqual(quote.interpretations);
    expect(request).toEqual({ ...quote.request, ...said });
  });

  it('may come with another meta, which is handed back', () => {
    const { ledger } = settleRefund(EMPTY, { ...REQUEST, meta: 1 });
    const again = settleRefund(ledger, { ...REQUEST, meta: 2 });
    expect(again.repeated).toBe(true);
    expect(again.quote.request.meta).toBe(2);
  });

  it('of a refusal above the limit gets it again, though it would fit by now', () => {
    const options = { policy: REFUSING };
    const steps = settleAll(
      [
        { paid: '50000.00' },
        { ...later },
        // Nothing is in use any more on this day.
        { id: 'CR-3', paid: '1.00', purchasedOn: '2026-01-06', canceledOn: '2026-01-06' },
      ],
      options,
    );
    const refused = steps[1];
    expect(refused?.quote).toMatchObject({ allowed: false, reason: 'limit-exceeded' });
    expect(refused?.ledger.lastDay).toBe('2025-01-06');
    expect(refused?.ledger.ids.map(({ id }) => id)).toEqual(['CR-1', 'CR-2']);
    for (const { ledger } of [steps[1], steps[2]] as SettledRefund[]) {
      const again = settleRefund(
        JSON.parse(JSON.stringify(ledger)),
        { ...REQUEST, ...later },
        options,
      );
      expect(again.repeated).toBe(true);
      expect(JSON.stringify(again.quote)).toBe(JSON.stringify(refused?.quote));
      expect(again.ledger).toEqual(ledger);
    }
  });

  const otherFacts: Record<string, Partial<UpfrontInput>> = {
    paid: { paid: '12000.01' },
    currency: { currency: 'EUR', usdRate: '1' },
    term: { term: 'P1Y' },
    'day of purchase': { purchasedOn: '2025-01-02' },
    'day of cancellation': { canceledOn: '2025-01-05' },
    'later day of cancellation': { canceledOn: '2025-01-07' },
    use: { used: true },
    product: { product: 'VirtualMachines' },
    'product that cannot be returned': { product: 'RedHat' },
    'ended term': { canceledOn: '2028-01-01' },
  };

  for (const [name, given] of Object.entries(otherFacts)) {
    it(`with another ${name} is a conflict`, () => {
      const { ledger } = settleRefund(EMPTY, REQUEST);
      const issues = issuesOf(ledger, { ...REQUEST, ...given });
      expect(issues).toMatchObject([{ path: ['id'], code: 'id-conflict' }]);
      expect(faultsOf(ledger, { ...REQUEST, ...given, id: 'CR-2' })).not.toContain(
        'id: id-conflict',
      );
    });
  }

  it('with another rate is a conflict', () => {
    const euros = { ...REQUEST, currency: 'EUR', usdRate: '1.1' };
    const { ledger } = settleRefund(EMPTY, euros);
    expect(faultsOf(ledger, { ...euros, usdRate: '1.10' })).toEqual([]);
    expect(faultsOf(ledger, { ...euros, usdRate: '1.11' })).toEqual(['id: id-conflict']);
  });

  it('under another policy is a conflict', () => {
    const { ledger } = settleRefund(EMPTY, REQUEST);
    expect(faultsOf(ledger, REQUEST, { policy: policyWith({ id: 'other' }) })).toEqual([
      'id: id-conflict',
    ]);
    const policy2018 = { basedOn: 'partner-center-2018-05', id: 'x', feeRate: '0.12' };
    expect(faultsOf(ledger, REQUEST, { policy: policyFrom(policy2018) })).toEqual([
      'id: id-conflict',
    ]);
    expect(faultsOf(ledger, REQUEST, { policy: 'partner-center-2020-08' })).toEqual([]);
  });

  it('under another policy of the same name is a conflict too, not another answer', () => {
    const used = { ...REQUEST, used: true, canceledOn: '2025-07-02' };
    const first = settleRefund(EMPTY, used, {
      policy: policyWith({ id: 'ours', feeRate: '0.12' }),
    });
    const again = trySettleRefund(first.ledger, used, {
      policy: policyWith({ id: 'ours', feeRate: '0.5' }),
    });
    // Either of the two is safe: the first answer, or none.
    if (again.ok) expect(again.value.quote.refund).toBe(first.quote.refund);
    else expect(again.issues).toMatchObject([{ path: ['id'], code: 'id-conflict' }]);
  });

  const otherPolicies: Partial<RefundPolicy>[] = [
    { document: 'reservations-2018' },
    { windowDays: 4 },
    { windowDays: null },
    { fullCreditWhenUnused: false },
    { feeRate: '0.13' },
    { feeRate: '0.22' },
    { limitUsd: '50000.01' },
    { limitUsd: '50000.10' },
    { limitUsd: null },
    { limitWindow: 'calendar-year' },
    { limitCounts: 'canceled-commitment', overLimit: 'refuse' },
    { overLimit: 'refuse' },
    { exchangeMinimum: 'none' },
    { nonReturnable: ['RedHat', 'SuseLinux'] },
    { payee: 'customer' },
  ];

  it.each(otherPolicies)('under the same policy with %o is a conflict', (given) => {
    const { ledger } = settleRefund(EMPTY, REQUEST, { policy: policyWith({}) });
    expect(faultsOf(ledger, REQUEST, { policy: policyWith(given) })).toEqual(['id: id-conflict']);
  });

  it('knows its policy however that is written', () => {
    const ours = policyWith({ feeRate: '0.5' });
    const { ledger } = settleRefund(EMPTY, REQUEST, { policy: ours });
    const { id, ...rest } = ours;
    const rewritten = [
      { ...ours },
      { ...rest, id },
      { basedOn: 'partner-center-2020-08', id, feeRate: 0.5 },
      JSON.parse(JSON.stringify({ ...ours, feeRate: '0.500', limitUsd: '50000' })),
    ];
    for (const policy of rewritten) {
      const again = settleRefund(ledger, REQUEST, { policy: policy as RefundPolicy });
      expect(again.repeated).toBe(true);
    }
  });

  it.each([
    ...['__proto__', 'constructor', 'toString', ' ', 'a b', 'a  b', '\n', 'a\nb', '\t', '계약-7'],
    ...['🧾', '\u0000', '\ud800', '-', '"', '\\', '2025-01-06', 'x'.repeat(256), 'é', 'e\u0301'],
  ])('may be any text: %j', (id) => {
    const first = settleRefund(EMPTY, { ...REQUEST, id });
    const ledger = JSON.parse(JSON.stringify(first.ledger)) as RefundLedger;
    expect(ledger.ids).toHaveLength(1);
    const again = settleRefund(ledger, { ...REQUEST, id });
    expect(again.repeated).toBe(true);
    expect(JSON.stringify(again.quote)).toBe(JSON.stringify(first.quote));
    expect(settleRefund(ledger, { ...REQUEST, id: `${id.slice(0, 250)}x!` }).repeated).toBe(false);
  });

  it('does not mistake one text for another that looks like it', () => {
    const { ledger } = settleRefund(EMPTY, { ...REQUEST, id: 'é' });
    expect(settleRefund(ledger, { ...REQUEST, id: 'e\u0301' }).repeated).toBe(false);
    expect(settleRefund(ledger, { ...REQUEST, id: 'É' }).repeated).toBe(false);
  });

  it('may be any text under a policy of any name', () => {
    for (const name of ['a b', '\n', '__proto__', '정책', '-', 'x'.repeat(256)]) {
      const options = { policy: policyWith({ id: name }) };
      const { ledger } = settleRefund(EMPTY, REQUEST, options);
      const again = settleRefund(JSON.parse(JSON.stringify(ledger)), REQUEST, options);
      expect(again.repeated).toBe(true);
    }
  });

  it('is known until its day is out of every window, and is then out of order', () => {
    const on = (canceledOn: string, id: string) => ({ purchasedOn: canceledOn, canceledOn, id });
    const known = ledgerAfter([{}, on('2026-01-05', 'CR-2')]);
    expect(settleRefund(known, REQUEST).repeated).toBe(true);
    const forgotten = ledgerAfter([{}, on('2026-01-06', 'CR-2')]);
    expect(faultsOf(forgotten, REQUEST)).toEqual(['canceledOn: out-of-order']);
    const again = settleRefund(forgotten, { ...REQUEST, ...on('2026-01-06', 'CR-1') });
    expect(again.repeated).toBe(false);
  });

  it('is not known from a lawful refusal that needs no ledger', () => {
    const refused = { ...REQUEST, product: 'RedHat' } as const;
    const { ledger } = settleRefund(EMPTY, refused);
    expect(ledger).toEqual(EMPTY);
    expect(settleRefund(ledger, REQUEST)).toMatchObject({
      repeated: false,
      quote: { allowed: true },
    });
  });
});

describe('the order of the days', () => {
  it('holds on the last settled day, and not one day before', () => {
    const ledger = ledgerAfter([{}]);
    expect(faultsOf(ledger, { ...REQUEST, id: 'CR-2' })).toEqual([]);
    const issues = issuesOf(ledger, { ...REQUEST, id: 'CR-2', canceledOn: '2025-01-05' });
    expect(issues).toMatchObject([
      { path: ['canceledOn'], code: 'out-of-order', received: '"2025-01-05"' },
    ]);
    expect(issues[0]?.expected).toContain('2025-01-06');
  });

  it('is moved by a refund of nothing', () => {
    const ledger = ledgerAfter([{ paid: '0', canceledOn: '2025-03-01' }]);
    expect(faultsOf(ledger, { ...REQUEST, id: 'CR-2' })).toEqual(['canceledOn: out-of-order']);
  });

  it.each<[string, Partial<UpfrontInput>]>([
    ['term-ended', { canceledOn: '2028-01-01' }],
    ['term-ended', { term: 'P1Y', purchasedOn: '2023-01-01', canceledOn: '2024-06-01' }],
    ['not-returnable', { product: 'RedHat' }],
    ['not-returnable', { product: 'RedHat', canceledOn: '2025-01-02' }],
  ])('is not moved by %s, which may come late: %o', (reason, given) => {
    const ledger = ledgerAfter([{}]);
    const step = settleRefund(ledger, { ...REQUEST, id: 'CR-2', ...given });
    expect(step.quote).toMatchObject({ allowed: false, reason });
    expect(step.repeated).toBe(false);
    expect(JSON.stringify(step.ledger)).toBe(JSON.stringify(ledger));
  });

  it('is not moved by a refusal above the limit, which may not come late', () => {
    const options = { policy: REFUSING };
    const ledger = ledgerAfter([{}], options);
    const over = { ...REQUEST, id: 'CR-2', paid: '50000.00' };
    const step = settleRefund(ledger, { ...over, canceledOn: '2025-02-01' }, options);
    expect(step.quote).toMatchObject({ allowed: false, reason: 'limit-exceeded' });
    expect(step.ledger).toMatchObject({ lastDay: ledger.lastDay, days: ledger.days });
    const next = { ...REQUEST, id: 'CR-3', canceledOn: '2025-01-31' };
    expect(faultsOf(step.ledger, next, options)).toEqual([]);
    const late = { ...over, canceledOn: '2025-01-05' };
    expect(faultsOf(ledger, late, options)).toEqual(['canceledOn: out-of-order']);
  });
});

describe('what a step reports', () => {
  it('is another customer than the ledger’s', () => {
    expect(settleRefund(EMPTY, { ...REQUEST, customerId: 'contoso' }).quote.allowed).toBe(true);
    expect(issuesOf(EMPTY, { ...REQUEST, customerId: 'fabrikam' })).toMatchObject([
      { path: ['customerId'], code: 'other-customer', received: '"fabrikam"' },
    ]);
    expect(
      faultsOf(openRefundLedger('__proto__'), { ...REQUEST, customerId: 'constructor' }),
    ).toEqual(['customerId: other-customer']);
  });

  it('is a figure beside a ledger that knows it', () => {
    for (const consumedRefunds of ['0', '1.00', 0, 'x', revokedProxy()]) {
      expect(faultsOf(EMPTY, { ...REQUEST, consumedRefunds })).toEqual([
        'consumedRefunds: conflicts-with-ledger',
      ]);
    }
    expect(faultsOf(EMPTY, { ...REQUEST, consumedRefunds: undefined })).toEqual([]);
    expect(faultsOf(EMPTY, { ...REQUEST, consumedRefunds: null })).toEqual([]);
  });

  it('is every issue of the ledger, the facts and the policy at once', () => {
    const ledger = { ...EMPTY, customerId: '', note: 1 };
    const request = { ...REQUEST, used: 'no', consumedRefunds: '1', cancelledOn: '2025-01-06' };
    expect(faultsOf(ledger, request, { polcy: 1, policy: 'x' }).sort()).toEqual([
      'cancelledOn: unknown-field',
      'consumedRefunds: conflicts-with-ledger',
      'ledger.customerId: empty',
      'ledger.note: unknown-field',
      'options.polcy: unknown-field',
      'options.policy: unknown-value',
      'used: wrong-type',
    ]);
    let error: unknown;
    try {
      settleRefund(ledger, request as unknown as RefundRequestInput);
    } catch (thrown) {
      error = thrown;
    }
    expect(isInputError(error) && error.issues).toHaveLength(5);
  });

  it('is what is no ledger and no request', () => {
    for (const value of [undefined, null, 1, 'x', [], () => 1]) {
      expect(faultsOf(value, value)).toEqual(['ledger: not-an-object', ': not-an-object']);
    }
    expect(faultsOf(revokedProxy(), revokedProxy())).toEqual([
      'ledger: unreadable',
      ': unreadable',
    ]);
  });

  it('is a misspelt option, though all else is well', () => {
    const options = { polcy: 'partner-center-2020-08' };
    expect(faultsOf(EMPTY, REQUEST, options)).toEqual(['options.polcy: unknown-field']);
  });

  it('is a policy without a fee', () => {
    const options = { policy: 'partner-center-2018-05' };
    expect(faultsOf(EMPTY, REQUEST, options)).toEqual(['options.policy.feeRate: fee-unstated']);
  });
});

describe('a ledger under two policies', () => {
  it('serves the other window too', () => {
    const on = (day: string, id: string) => ({
      purchasedOn: day,
      canceledOn: day,
      id,
      paid: '30000.00',
    });
    const calendar = { policy: policyWith({ id: 'calendar', limitWindow: 'calendar-year' }) };
    const rolling = { policy: refundPolicies['partner-center-2020-08'] };
    const ledger = ledgerAfter([on('2024-01-01', 'CR-1'), on('2024-12-31', 'CR-2')], rolling);
    expect(limitOn(ledger, '2024-12-31', rolling).consumed).toBe('30000.00');
    expect(limitOn(ledger, '2024-12-31', calendar).consumed).toBe('60000.00');
    const next = { ...REQUEST, ...on('2024-12-31', 'CR-3') };
    expect(settleRefund(ledger, next, rolling).quote.refund).toBe('20000.00');
    expect(settleRefund(ledger, next, calendar).quote).toMatchObject({
      refund: '0.00',
      limit: { consumedBefore: '60000.00' },
    });
  });

  it('remembers the ids of both, each under its own', () => {
    const ours = { policy: policyWith({ id: 'ours' }) };
    const theirs = { policy: policyWith({ id: 'theirs' }) };
    let { ledger } = settleRefund(EMPTY, { ...REQUEST, id: 'A' }, ours);
    ({ ledger } = settleRefund(ledger, { ...REQUEST, id: 'B' }, theirs));
    ({ ledger } = settleRefund(ledger, { ...REQUEST, id: 'C' }, ours));
    expect(ledger.ids.map(({ id }) => id).sort()).toEqual(['A', 'B', 'C']);
    for (const [id, known, other] of [
      ['A', ours, theirs],
      ['B', theirs, ours],
      ['C', ours, theirs],
    ] as const) {
      expect(settleRefund(ledger, { ...REQUEST, id }, known).repeated).toBe(true);
      expect(faultsOf(ledger, { ...REQUEST, id }, other)).toEqual(['id: id-conflict']);
    }
  });
});
