import { describe, expect, it } from 'vitest';
import {
  createSettlement,
  type ExchangeRequestInput,
  limitOn,
  nextBetterDay,
  openRefundLedger,
  type PolicyOptions,
  type PublishedRefundPolicyId,
  quoteExchange,
  quoteRefund,
  type RefundRequestInput,
  refundCurve,
  refundPolicies,
  refundPolicyVersions,
  settleRefund,
  tryQuoteExchange,
  tryQuoteRefund,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { addDays } from '../arbitraries.ts';

const paid = { paid: '12000.00', currency: 'USD', term: 'P1Y' } as const;

const cancelledOn = (canceledOn: string, policy?: PolicyOptions['policy']) =>
  quoteRefund(
    { ...paid, used: true, purchasedOn: addDays(canceledOn, -100), canceledOn },
    { policy },
  );

const exchangedOn = (day: string, policy?: PolicyOptions['policy']) => {
  const request = {
    ...paid,
    purchasedOn: addDays(day, -100),
    exchangedOn: day,
    newPrice: '15000.00',
  };
  return quoteExchange({ ...request, used: true }, { policy });
};

/** The first day of each version that replaces another with a stated fee. */
const boundaries = (['partner-center', 'azure'] as const).flatMap((source) => {
  const versions = refundPolicyVersions.filter(
    (version) => version.source === source && version.policy.feeRate !== null,
  );
  const ids = versions.map(({ policy }) => policy.id as PublishedRefundPolicyId);
  return versions.slice(1).map(({ from }, at) => {
    const [before, after] = ids.slice(at) as [PublishedRefundPolicyId, PublishedRefundPolicyId];
    return [source, from, before, after] as const;
  });
});

describe.each(boundaries)('the boundary of %s on %s', (source, first, before, after) => {
  const [dayBefore, dayAfter] = [addDays(first, -1), addDays(first, 1)];

  it.each([
    ['the day before', dayBefore, before],
    ['the day', first, after],
    ['the day after', dayAfter, after],
  ])('answers by the source on %s', (_, day, id) => {
    for (const quote of [cancelledOn(day, source), exchangedOn(day, source)]) {
      expect(quote.policy).toBe(refundPolicies[id]);
      expect(quote).toMatchObject({ supersededBy: null });
      expect(quote.notes).not.toContain('superseded');
    }
    // Named in full, the same version gives the same bytes.
    expect(cancelledOn(day, id)).toEqual(cancelledOn(day, source));
  });

  it.each([
    ['the day before', dayBefore, null],
    ['the day', first, after],
    ['the day after', dayAfter, after],
  ])('notes on %s whether the earlier version is superseded', (_, day, by) => {
    for (const quote of [cancelledOn(day, before), exchangedOn(day, before)]) {
      expect(quote).toMatchObject({ policy: { id: before }, supersededBy: by });
      expect(quote.notes.includes('superseded')).toBe(by !== null);
    }
  });

  it('never notes it of the later version', () => {
    for (const day of [dayBefore, first, dayAfter]) {
      expect(cancelledOn(day, after).supersededBy).toBe(null);
    }
  });
});

describe('the boundaries', () => {
  it('are at least those of the versions known in 2026', () => {
    expect(boundaries.length).toBeGreaterThanOrEqual(12);
  });

  it('begin with one between two texts without a fee of known size: exchanges change with it', () => {
    for (const [day, id] of [
      ['2018-10-11', 'partner-center-2018-05'],
      ['2018-10-12', 'partner-center-2018-10'],
      ['2018-10-13', 'partner-center-2018-10'],
    ] as const) {
      const quote = exchangedOn(day, 'partner-center');
      expect([quote.policy.id, quote.supersededBy]).toEqual([id, null]);
      expect(exchangedOn(day, id)).toEqual(quote);
      const first = exchangedOn(day, 'partner-center-2018-05');
      expect(first.supersededBy).toBe(id === 'partner-center-2018-05' ? null : id);
    }
  });

  it('leave one window to each source, so that one ledger serves all its versions', () => {
    for (const source of ['partner-center', 'azure']) {
      const policies = refundPolicyVersions.filter((version) => version.source === source);
      expect(new Set(policies.map(({ policy }) => policy.limitWindow))).toEqual(
        new Set(['365-days']),
      );
    }
  });
});

describe('the name of a source', () => {
  it('answers the reservation of the README from the version in force', () => {
    const request = { ...paid, used: true, purchasedOn: '2026-01-01', canceledOn: '2026-07-02' };
    expect(quoteRefund(request as RefundRequestInput)).toMatchObject({
      refund: '5294.47',
      assumed: expect.arrayContaining(['policy']),
      supersededBy: 'partner-center-2026-01',
    });
    expect(quoteRefund(request as RefundRequestInput, { policy: 'partner-center' })).toMatchObject({
      refund: '6016.44',
      fee: '0.00',
      policy: { id: 'partner-center-2026-01' },
      supersededBy: null,
    });
  });

  const faults = (policy: unknown, day: string): string[] => {
    const request = { ...paid, used: true, purchasedOn: day };
    const options = { policy } as PolicyOptions;
    const refund = tryQuoteRefund({ ...request, canceledOn: day }, options);
    const exchange = tryQuoteExchange({ ...request, exchangedOn: day, newPrice: '1' }, options);
    return [refund, exchange].flatMap((parsed) => (parsed.ok ? [] : faultTexts(parsed.issues)));
  };

  it('is refused before its first version', () => {
    expect(faults('azure', '2020-01-23')).toEqual([
      'canceledOn: before-first-version',
      'exchangedOn: before-first-version',
    ]);
    expect(faults('azure', '2020-01-24')).toEqual([]);
    const parsed = tryQuoteRefund(
      { ...paid, used: true, purchasedOn: '2020-01-23', canceledOn: '2020-01-23' },
      { policy: 'azure' },
    );
    expect(parsed.ok ? '' : parsed.issues[0]?.message).toBe(
      'canceledOn: expected 2020-01-24, from which a text of azure is known, or a later day (or name a version by its id), got "2020-01-23"',
    );
  });

  it('is refused for a refund where the version states no fee', () => {
    expect(faults('partner-center', '2018-10-11')).toEqual([
      'options.policy.feeRate: fee-unstated',
    ]);
    expect(faults('partner-center', '2018-10-12')).toEqual([]);
  });

  it('lists the sources next to the versions if it is unknown', () => {
    const parsed = tryQuoteRefund({}, { policy: 'azur' } as unknown as PolicyOptions);
    const found = parsed.ok ? [] : parsed.issues.filter(({ path }) => path[0] === 'options');
    expect(found).toMatchObject([{ code: 'unknown-value', received: '"azur"' }]);
    expect(found[0]?.message).toContain('did you mean "azure"');
    expect(faults('azure-service', '2022-07-01')).toEqual([
      'options.policy: unknown-value',
      'options.policy: unknown-value',
    ]);
  });

  it('is no name of an inherited property', () => {
    for (const policy of ['__proto__', 'constructor', 'toString', '']) {
      expect(faults(policy, '2025-01-01')).toHaveLength(2);
    }
  });
});

describe('a settlement under a source', () => {
  const record = (id: string, canceledOn: string, more: object = {}) => ({
    ...{ id, customerId: 'contoso', ...paid, paid: '24000.00', used: true },
    ...{ purchasedOn: addDays(canceledOn, -182), canceledOn, ...more },
  });

  it('chooses the version of each record, and lets each count what it may', () => {
    const settlement = createSettlement({ policy: 'partner-center' });
    const results = [
      settlement.settle(record('A', '2023-07-30')),
      settlement.settle(record('B', '2023-07-31')),
      settlement.settle(record('C', '2023-08-01', { paid: '60000.00' })),
    ];
    // 24,000 × 183 ÷ 365 = 12,032.88; less 12 % (1,443.95): 10,588.93.
    const shown = results.map((result) =>
      result.ok
        ? [result.quote.policy.id, result.quote.refund, result.quote.limit?.consumedBefore]
        : result.issues,
    );
    expect(shown).toEqual([
      ['partner-center-2020-08', '10588.93', '0.00'],
      // From here on the cancelled commitment counts: that of A is its credit before the fee.
      ['partner-center-2023-07', '12032.88', '12032.88'],
      ['partner-center-2023-07', '0.00', '24065.76'],
    ]);
    const [ledger] = [...settlement.ledgers()];
    expect(ledger?.days).toEqual([
      { on: '2023-07-30', usd: '10588.93', canceledUsd: '12032.88' },
      { on: '2023-07-31', usd: '12032.88' },
    ]);
    expect(ledger?.ids.map(({ id, policy }) => [id, policy])).toEqual([
      ['A', 'partner-center-2020-08'],
      ['B', 'partner-center-2023-07'],
      ['C', 'partner-center-2023-07'],
    ]);
  });

  it('answers a repeated record as it did, and refuses it with other facts', () => {
    const settlement = createSettlement({ policy: 'partner-center' });
    const first = settlement.settle(record('A', '2023-07-30'));
    settlement.settle(record('N', '2027-03-01'));
    const [saved] = [...settlement.ledgers()];
    const again = createSettlement({ policy: 'partner-center', ledgers: saved ? [saved] : [] });
    expect(again.settle(record('N', '2027-03-01'))).toMatchObject({ ok: true, repeated: true });
    expect(first).toMatchObject({ ok: true, quote: { refund: '10588.93' } });
    const moved = settlement.settle(record('N', '2026-03-01'));
    expect(moved.ok ? [] : faultTexts(moved.issues)).toEqual(['id: id-conflict']);
  });

  it('remembers what only an older version refused', () => {
    const settlement = createSettlement({ policy: 'partner-center' });
    const refused = settlement.settle(record('R', '2024-01-01', { paid: '120000.00' }));
    expect(refused).toMatchObject({ ok: true, quote: { allowed: false } });
    expect([...settlement.ledgers()].map(({ ids }) => ids.map(({ id }) => id))).toEqual([['R']]);
  });

  it('refuses a record before the first version, and goes on', () => {
    const settlement = createSettlement({ policy: 'azure' });
    const early = settlement.settle(record('A', '2020-01-23'));
    expect(early.ok ? [] : faultTexts(early.issues)).toEqual(['canceledOn: before-first-version']);
    expect(settlement.settle(record('B', '2020-01-24')).ok).toBe(true);
  });

  it('shows the limit as the version of the day counts it', () => {
    const { ledger } = settleRefund(
      openRefundLedger('contoso'),
      record('A', '2023-07-30') as RefundRequestInput,
      { policy: 'partner-center' },
    );
    const consumed = (day: string) => limitOn(ledger, day, { policy: 'partner-center' }).consumed;
    expect([consumed('2023-07-30'), consumed('2023-07-31')]).toEqual(['10588.93', '12032.88']);
    expect(() =>
      limitOn(openRefundLedger('x'), '2018-05-10', { policy: 'partner-center' }),
    ).toThrow('day: expected 2018-05-11');
  });
});

describe('what-ifs under a source', () => {
  const request = { ...paid, used: true, purchasedOn: '2023-07-01' } as const;

  it('finds the day on which a new version drops the fee', () => {
    const better = nextBetterDay(
      openRefundLedger('contoso'),
      { ...request, canceledOn: '2023-07-29' },
      { policy: 'partner-center' },
    );
    // 338 of 366 days less 12 %, against 336 of 366 days.
    expect(better).toMatchObject({
      asked: { on: '2023-07-29', refund: '9752.13' },
      better: { on: '2023-07-31', refund: '11016.39' },
      gain: '1264.26',
    });
    expect(() =>
      nextBetterDay(
        openRefundLedger('contoso'),
        { ...request, purchasedOn: '2018-01-01', canceledOn: '2018-05-10' },
        { policy: 'partner-center' },
      ),
    ).toThrow('canceledOn: expected 2018-05-11');
  });

  it('draws each day under its own version, and the jump between two', () => {
    const curve = refundCurve(request, { policy: 'partner-center' });
    expect(curve).toMatchObject({ policy: 'partner-center', supersededBy: [] });
    expect(curve.jumps.map(({ on, because }) => [on, because])).toEqual([
      ['2023-07-07', ['window-ended']],
      ['2023-07-31', ['version-changed']],
      ['2024-07-01', ['term-ended']],
    ]);
    for (const { on, refund } of curve.days.filter((_, at) => at % 13 === 0)) {
      const quote = quoteRefund({ ...request, canceledOn: on }, { policy: 'partner-center' });
      expect(refund).toBe(quote.refund);
    }
  });

  it('names the versions that replace one that was named in full', () => {
    const { supersededBy } = refundCurve({ ...request, term: 'P3Y' }, { policy: 'azure-2022-10' });
    expect(supersededBy).toEqual([
      { policy: 'azure-2024-12', from: '2024-12-05' },
      { policy: 'azure-2026-01', from: '2026-01-15' },
    ]);
    expect(() =>
      refundCurve({ ...request, purchasedOn: '2018-05-10' }, { policy: 'partner-center' }),
    ).toThrow('options.from: expected 2018-05-11');
  });
});

describe('exchanges from 2027-02-01 (AZR-10)', () => {
  const bought = { ...paid, product: 'VirtualMachines' } as const;
  const exchange = (purchasedOn: string, day: string, more: object = {}) =>
    quoteExchange(
      {
        ...bought,
        purchasedOn,
        exchangedOn: day,
        newPrice: '15000.00',
        ...more,
      } as ExchangeRequestInput,
      { policy: 'azure' },
    );

  it('follow the first example: freely before that day, once after it', () => {
    expect(exchange('2026-05-01', '2026-11-01')).toMatchObject({ allowed: true });
    expect(exchange('2026-11-01', '2027-01-15')).toMatchObject({ allowed: true });
    expect(exchange('2027-01-15', '2027-03-01')).toMatchObject({
      allowed: true,
      notes: ['last-exchange'],
    });
    expect(exchange('2027-03-01', '2027-03-01').allowed).toBe(false);
  });

  it('follow the second: bought after it, the next step is a trade-in', () => {
    expect(exchange('2027-03-01', '2027-06-01')).toMatchObject({
      allowed: false,
      obstacles: [
        {
          reason: 'covered-by-savings-plans',
          clause: 'AZR-10',
          nextStep: 'trade-in-for-a-savings-plan',
        },
      ],
    });
  });

  it('follow the third: each of the units that were kept can be exchanged once more', () => {
    const ten = { quantity: 10, quantityToReturn: 2, newPrice: '3000.00' };
    expect(exchange('2026-05-01', '2027-03-01', ten).allowed).toBe(true);
    const eight = { quantity: 8, quantityToReturn: 1, newPrice: '3000.00' };
    expect(exchange('2026-05-01', '2027-03-02', eight).allowed).toBe(true);
  });

  it('follow the fourth: a renewal after that day is a new purchase', () => {
    expect(exchange('2027-03-01', '2027-04-01')).toMatchObject({
      allowed: false,
      reason: 'covered-by-savings-plans',
    });
  });

  it.each([
    ['2027-01-31', true],
    ['2027-02-01', false],
    ['2027-02-02', false],
  ])('bought on %s: %s', (purchasedOn, allowed) => {
    expect(exchange(purchasedOn, '2027-02-02').allowed).toBe(allowed);
  });

  it('leave services without savings plans alone, by statement or as far as it is known', () => {
    const day = ['2027-03-01', '2027-06-01'] as const;
    expect(exchange(...day, { product: 'AVS' })).toMatchObject({
      allowed: true,
      assumed: ['billingPlan', 'savingsPlanEligible'],
      notes: [],
    });
    expect(exchange(...day, { savingsPlanEligible: false })).toMatchObject({
      allowed: true,
      assumed: ['billingPlan'],
      request: { savingsPlanEligible: false },
    });
    expect(exchange(...day, { product: 'AVS', savingsPlanEligible: true }).allowed).toBe(false);
    expect(exchange('2026-03-01', '2027-06-01', { product: 'AVS' }).notes).toEqual([]);
  });

  it('ask whether savings plans cover a service of which nothing is known, if that decides', () => {
    const ask = (purchasedOn: string, day: string, more: object = {}) => {
      const request = { ...bought, purchasedOn, exchangedOn: day, newPrice: '1', ...more };
      const parsed = tryQuoteExchange(request, { policy: 'azure' });
      return parsed.ok ? [] : faultTexts(parsed.issues);
    };
    const unknown = { product: 'CosmosDb' };
    expect(ask('2027-02-01', '2027-02-01', unknown)).toEqual([
      'savingsPlanEligible: missing-field',
    ]);
    expect(ask('2027-02-01', '2027-02-01', { product: undefined })).toHaveLength(1);
    expect(ask('2027-01-31', '2027-02-01', unknown)).toEqual([]);
    expect(ask('2026-02-01', '2026-03-01', unknown)).toEqual([]);
    const several = {
      exchangedOn: '2027-03-01',
      reservationsToExchange: [
        { ...bought, purchasedOn: '2027-02-10' },
        { ...paid, purchasedOn: '2027-02-10' },
      ],
      reservationsToPurchase: [{ price: '50000.00' }],
    };
    const parsed = tryQuoteExchange(several, { policy: 'azure' });
    expect(parsed.ok ? [] : faultTexts(parsed.issues)).toEqual([
      'reservationsToExchange.1.savingsPlanEligible: missing-field',
    ]);
    const [first, second] = several.reservationsToExchange;
    const stated = [first, { ...second, savingsPlanEligible: true }];
    expect(
      quoteExchange({ ...several, reservationsToExchange: stated } as ExchangeRequestInput, {
        policy: 'azure',
      }),
    ).toMatchObject({
      allowed: false,
      obstacles: [
        { reason: 'covered-by-savings-plans', position: 0 },
        { reason: 'covered-by-savings-plans', position: 1 },
      ],
    });
  });

  it.each([
    ['2026-11-02', null],
    ['2026-11-03', '2027-02-01'],
    ['2026-11-04', '2027-02-01'],
    ['2027-01-31', '2027-02-01'],
    ['2027-02-01', null],
  ])('are announced within 90 days before: on %s %s', (day, ruleChangesOn) => {
    for (const policy of ['azure', 'partner-center', 'azure-2027-02', undefined] as const) {
      const quote = quoteExchange(
        { ...bought, purchasedOn: '2026-10-01', exchangedOn: day, newPrice: '15000.00' },
        { policy },
      );
      expect(quote.ruleChangesOn).toBe(ruleChangesOn);
      expect(quote.notes.includes('exchange-rule-changes')).toBe(ruleChangesOn !== null);
    }
  });

  it('are not announced where they concern nothing, or no source is followed', () => {
    expect(exchange('2026-10-01', '2027-01-01', { product: 'AVS' }).ruleChangesOn).toBe(null);
    const ours = { ...refundPolicies['azure-2026-01'], id: 'ours' };
    const request = { ...bought, purchasedOn: '2026-10-01', exchangedOn: '2027-01-01' };
    const quote = quoteExchange({ ...request, newPrice: '15000.00' }, { policy: ours });
    expect([quote.ruleChangesOn, quote.notes]).toEqual([null, []]);
  });
});

describe('an exchange within a product family (RES-17)', () => {
  const request = { ...paid, purchasedOn: '2025-01-01', exchangedOn: '2025-07-02' } as const;
  const reasons = (more: object) => {
    const quote = quoteExchange({
      ...request,
      newPrice: '15000.00',
      ...more,
    } as ExchangeRequestInput);
    return quote.allowed ? quote.because : quote.obstacles.map(({ reason }) => reason);
  };

  it('is refused for another family where both products are given', () => {
    const product = 'SqlDatabases';
    expect(reasons({ product, newProduct: 'CosmosDb' })).toEqual(['other-product-family']);
    expect(reasons({ product, newProduct: product })).toEqual(['RES-9', 'RES-17']);
    expect(reasons({ newProduct: product })).toEqual(['RES-9', 'RES-17']);
    expect(reasons({ product })).toEqual(['RES-9']);
  });

  it('takes the family of any of several that are returned', () => {
    const { exchangedOn: _, ...returned } = request;
    const several = (families: readonly (string | undefined)[], bought: readonly string[]) => {
      const quote = quoteExchange({
        exchangedOn: request.exchangedOn,
        reservationsToExchange: families.map((product) => ({ ...returned, product })),
        reservationsToPurchase: bought.map((product) => ({
          ...{ instalment: '5000.00', term: 'P1Y', product },
        })),
      } as unknown as ExchangeRequestInput);
      return quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason);
    };
    expect(several(['AVS', 'SqlDatabases'], ['SqlDatabases', 'AVS'])).toEqual([]);
    expect(several(['AVS', 'SqlDatabases'], ['CosmosDb'])).toEqual(['other-product-family']);
    expect(several(['AVS', undefined], ['CosmosDb'])).toEqual([]);
  });

  it('reads the new product as a word that is known', () => {
    const parsed = tryQuoteExchange({ ...request, newPrice: '1', newProduct: 'VM' });
    expect(parsed.ok ? [] : faultTexts(parsed.issues)).toEqual(['newProduct: unknown-value']);
  });
});

describe('an exchange for a different reservation', () => {
  const returned = {
    ...paid,
    used: true,
    purchasedOn: '2026-01-01',
    exchangedOn: '2026-07-02',
    newPrice: '15000.00',
    ...({ sku: 'Standard_D2s_v5', region: 'West US' } as const),
  };
  const same = { newSku: 'standard_d2s_v5', newRegion: 'westus', newTerm: 'P1Y' } as const;
  const reasonsOf = (facts: object): string[] => {
    const quote = quoteExchange({ ...returned, ...facts }, { policy: 'azure-2026-01' });
    return quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason);
  };

  it('is refused if SKU, region and term are the same, whatever their case and spaces', () => {
    expect(reasonsOf(same)).toEqual(['same-reservation']);
    const quote = quoteExchange({ ...returned, ...same }, { policy: 'azure-2026-01' });
    expect(quote.request).toMatchObject({ sku: 'Standard_D2s_v5', region: 'West US', ...same });
    expect(quote).toMatchObject({
      obstacles: [{ interpretation: 'R-SWAP', nextStep: 'choose-another-reservation' }],
    });
  });

  it.each([
    ['another SKU', { ...same, newSku: 'Standard_D4s_v5' }],
    ['another region', { ...same, newRegion: 'westus2' }],
    ['another term', { ...same, newTerm: 'P3Y' }],
    ['an unknown SKU', { ...same, newSku: undefined }],
    ['an unknown region', { ...same, region: undefined }],
    ['an unknown term', { ...same, newTerm: undefined }],
  ])('is allowed for %s', (_, facts) => {
    expect(reasonsOf(facts)).toEqual([]);
  });

  it('is refused among several if one purchase is what is returned', () => {
    const { newPrice: _, exchangedOn, ...item } = returned;
    const purchase = { instalment: '2000.00', term: 'P1Y', sku: 'Standard_D2s_v5' } as const;
    const several = (region: string) =>
      quoteExchange(
        {
          exchangedOn,
          reservationsToExchange: [item],
          reservationsToPurchase: [{ price: '1.00' }, { ...purchase, region }],
        },
        { policy: 'azure-2026-01' },
      );
    expect(several('westus')).toMatchObject({ reason: 'same-reservation' });
    expect(several('westus2')).toMatchObject({ allowed: true });
    expect(several('westus').request).toMatchObject({
      reservationsToExchange: [{ sku: 'Standard_D2s_v5', region: 'West US' }],
      reservationsToPurchase: [{ price: '1.00' }, { ...purchase, region: 'westus' }],
    });
  });
});
