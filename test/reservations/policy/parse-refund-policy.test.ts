import { fc, test } from '@fast-check/vitest';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  defaultRefundPolicy,
  parseRefundPolicy,
  type RefundPolicy,
  refundPolicies,
  tryQuoteRefund,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { policyFrom, policyInputs, policyWith } from '../arbitraries.ts';
import { deepFreeze, isDeeplyFrozen } from '../deep.ts';
import { revokedProxy, spoilt, throwingProxy } from '../hostile.ts';
import { REQUEST } from '../request.ts';

const FULL: RefundPolicy = { ...defaultRefundPolicy, id: 'ours' };

function faultsOf(input: unknown): string[] {
  const parsed = parseRefundPolicy(input);
  return parsed.ok ? [] : faultTexts(parsed.issues);
}

describe('parseRefundPolicy', () => {
  it('returns a published policy for its id', () => {
    for (const [id, policy] of Object.entries(refundPolicies)) {
      expect(parseRefundPolicy(id)).toEqual({ ok: true, value: policy });
      expect(policyFrom(policy)).toBe(policy);
      expect(policyFrom({ ...policy })).toEqual(policy);
      expect(policyFrom({ basedOn: id, id })).toEqual(policy);
      expect(policyFrom({ basedOn: id })).toEqual(policy);
    }
  });

  it('takes missing fields from the policy in basedOn', () => {
    expect(policyFrom({ basedOn: 'partner-center-2018-05', id: 'x', feeRate: '0.12' })).toEqual({
      ...refundPolicies['partner-center-2018-05'],
      id: 'x',
      feeRate: '0.12',
    });
    expect(policyFrom({ basedOn: 'partner-center-2020-08', id: 'x', limitUsd: undefined })).toEqual(
      {
        ...defaultRefundPolicy,
        id: 'x',
      },
    );
    expect(
      policyFrom({ basedOn: 'partner-center-2020-08', id: 'x', limitUsd: null }).limitUsd,
    ).toBe(null);
  });

  it('takes a whole policy without basedOn', () => {
    expect(parseRefundPolicy(FULL)).toEqual({ ok: true, value: FULL });
    expect(parseRefundPolicy(deepFreeze({ ...FULL }))).toEqual({ ok: true, value: FULL });
  });

  it('writes numbers in one way', () => {
    const rates: readonly (readonly [unknown, string])[] = [
      [0.12, '0.12'],
      ['0.1200', '0.12'],
      [new Decimal('0.12'), '0.12'],
      [0, '0'],
      ['0.000', '0'],
      [1n, '1'],
      ['1.000000000000', '1'],
      ['0.000000000001', '0.000000000001'],
    ];
    for (const [feeRate, text] of rates) {
      expect(policyFrom({ ...FULL, feeRate }).feeRate).toBe(text);
    }
    const limits: readonly (readonly [unknown, string | null])[] = [
      [50_000, '50000.00'],
      ['1800.5', '1800.50'],
      [0n, '0.00'],
      [new Decimal('999999999999999.99'), '999999999999999.99'],
      [null, null],
    ];
    for (const [limitUsd, text] of limits) {
      expect(policyFrom({ ...FULL, limitUsd }).limitUsd).toBe(text);
    }
  });

  it('freezes what it gives, and leaves alone what it got', () => {
    const input = { ...FULL, nonReturnable: ['AVS'] };
    const policy = policyFrom(input);
    expect(isDeeplyFrozen(policy)).toBe(true);
    input.nonReturnable.push('RedHat');
    expect(policy.nonReturnable).toEqual(['AVS']);
    expect(Object.isFrozen(input)).toBe(false);
  });

  it('may leave the fee unstated, for exchanges', () => {
    expect(policyFrom({ ...FULL, feeRate: null }).feeRate).toBe(null);
  });

  const { priceBasis, exchangeWindow, nonExchangeable, exchangeEnd, ...old } = FULL;

  it('takes a policy of version 0.1.0 in its meaning there', () => {
    const nonReturnable = ['AVS'];
    expect(policyFrom({ ...old, nonReturnable })).toEqual({
      ...old,
      nonReturnable,
      priceBasis: 'paid',
      exchangeWindow: 'pro-rated',
      nonExchangeable: ['AVS'],
      exchangeEnd: null,
    });
    expect(
      policyFrom({ ...old, priceBasis, exchangeWindow, nonExchangeable, exchangeEnd }),
    ).toEqual(FULL);
    const derived = { basedOn: 'azure-2024-12', id: 'x' };
    expect(policyFrom({ ...derived, nonReturnable }).nonExchangeable).toEqual(['AVS']);
    expect(policyFrom({ ...derived, nonReturnable, nonExchangeable: [] })).toMatchObject({
      nonReturnable,
      nonExchangeable: [],
    });
    expect(policyFrom(derived).nonExchangeable).toEqual([]);
  });

  const { nonReturnable: _, ...required } = old;

  it.each([...Object.keys(required), 'nonReturnable'])('misses %s without basedOn', (name) => {
    const { [name as keyof RefundPolicy]: __, ...others } = FULL;
    expect(faultsOf(others)).toEqual([`${name}: missing-field`]);
    expect(faultsOf({ ...FULL, [name]: undefined })).toEqual([`${name}: missing-field`]);
  });

  it('takes a fee of a share from 0 to 1', () => {
    for (const [feeRate, code] of [
      ['1.000000000001', 'too-large'],
      [1.01, 'too-large'],
      ['12', 'too-large'],
      ['0.1234567890123', 'too-many-decimals'],
      ['12 %', 'malformed-rate'],
      ['-0.12', 'malformed-rate'],
      ['', 'malformed-rate'],
      ['.12', 'malformed-rate'],
      [Number.NaN, 'malformed-rate'],
      [1 / 3, 'imprecise-number'],
      [true, 'wrong-type'],
      [{}, 'wrong-type'],
      [[], 'wrong-type'],
    ] as const) {
      expect(faultsOf({ ...FULL, feeRate })).toEqual([`feeRate: ${code}`]);
    }
  });

  it('takes a limit in whole cents', () => {
    for (const [limitUsd, code] of [
      ['50000.001', 'too-many-decimals'],
      ['50,000', 'malformed-amount'],
      [-1, 'malformed-amount'],
      [Number.POSITIVE_INFINITY, 'malformed-amount'],
      ['1000000000000000', 'too-large'],
      [false, 'wrong-type'],
    ] as const) {
      expect(faultsOf({ ...FULL, limitUsd })).toEqual([`limitUsd: ${code}`]);
    }
  });

  it('takes a window of 0 to 366 whole days, or none', () => {
    for (const windowDays of [0, -0, 1, 5, 366, null]) {
      expect(faultsOf({ ...FULL, windowDays })).toEqual([]);
    }
    for (const windowDays of [-1, 367, 5.5, Number.NaN, 1e21, '5', 5n, true, {}, [], Object(5)]) {
      expect(faultsOf({ ...FULL, windowDays })).toEqual(['windowDays: wrong-type']);
    }
  });

  it('rejects unknown words', () => {
    const unknown = ['', 'x', null, 1, true, {}, [], 'constructor', '__proto__', revokedProxy()];
    for (const name of [
      ...['document', 'limitWindow', 'limitCounts', 'overLimit', 'exchangeMinimum', 'payee'],
      'basedOn',
    ]) {
      for (const value of unknown) {
        if (name === 'basedOn' && value === null) continue; // not given
        expect(faultsOf({ ...FULL, [name]: value })).toEqual([`${name}: unknown-value`]);
      }
    }
    for (const value of ['true', 0, 1, null, {}, []]) {
      const name = 'fullCreditWhenUnused';
      expect(faultsOf({ ...FULL, [name]: value })).toEqual([`${name}: wrong-type`]);
    }
  });

  it('takes a list of products', () => {
    const fault = (nonReturnable: unknown) => faultsOf({ ...FULL, nonReturnable });
    expect(fault([])).toEqual([]);
    expect(fault(['RedHat', 'Suse', null])).toEqual([
      'nonReturnable.1: unknown-value',
      'nonReturnable.2: unknown-value',
    ]);
    for (const value of ['RedHat', null, {}, 1, new Set(['RedHat']), { length: 1, 0: 'RedHat' }]) {
      expect(fault(value)).toEqual(['nonReturnable: not-an-array']);
    }
    expect(fault(revokedProxy([]))).toEqual(['nonReturnable: unreadable']);
    expect(fault(throwingProxy('get', []))).toEqual(['nonReturnable: unreadable']);
  });

  it('has an id of its own unless it is the published one', () => {
    const id = 'partner-center-2020-08';
    expect(faultsOf({ ...defaultRefundPolicy, feeRate: '0.13' })).toEqual(['id: id-taken']);
    expect(faultsOf({ basedOn: 'partner-center-2018-05', id })).toEqual(['id: id-taken']);
    expect(faultsOf({ basedOn: id, windowDays: 6 })).toEqual(['id: id-taken']);
    expect(faultsOf({ basedOn: id, id: '' })).toEqual(['id: empty']);
    expect(faultsOf({ basedOn: id, id: 'x'.repeat(257) })).toEqual(['id: too-long']);
    expect(faultsOf({ basedOn: id, id: 7 })).toEqual(['id: wrong-type']);
  });

  it('clips no commitments', () => {
    const counting = { limitCounts: 'canceled-commitment', overLimit: 'clip' };
    expect(faultsOf({ ...FULL, ...counting })).toEqual(['overLimit: contradiction']);
    expect(faultsOf({ ...FULL, limitCounts: 'canceled-commitment' })).toEqual([
      'overLimit: contradiction',
    ]);
    expect(faultsOf({ ...FULL, ...counting, overLimit: 'refuse' })).toEqual([]);
    expect(faultsOf({ ...FULL, overLimit: 'refuse' })).toEqual([]);
  });

  it('knows its fields, and names the nearest', () => {
    const parsed = parseRefundPolicy({ ...FULL, feerate: '0.13' });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { path: ['feerate'], code: 'unknown-field', expected: 'the field feeRate' },
    ]);
    expect(faultsOf(JSON.parse(`{"basedOn": "partner-center-2020-08", "__proto__": {}}`))).toEqual([
      '__proto__: unknown-field',
    ]);
  });

  it('names the version that a misspelt one meant', () => {
    const parsed = parseRefundPolicy('partner-center-2020-8');
    expect(parsed.ok ? '' : parsed.issues[0]?.message).toContain('"partner-center-2020-08"');
    const giant = parseRefundPolicy('x'.repeat(10_000_000));
    expect(giant.ok ? '' : giant.issues[0]?.message.length).toBeLessThan(500);
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
  });

  it('what becomes of the input later is nothing to an answer', () => {
    const policy = { ...FULL, feeRate: '0.5' };
    const before = tryQuoteRefund(REQUEST, { policy });
    policy.feeRate = '0.25';
    expect(before.ok && before.value.policy.feeRate).toBe('0.5');
    expect(before.ok && before.value.fee).toBe('3008.22');
  });

  test.prop([policyInputs])('a parsed policy parses to itself', (input) => {
    const policy = policyFrom(input);
    expect(JSON.stringify(policy)).toBe(JSON.stringify(input));
    expect(JSON.stringify(policyFrom(policy))).toBe(JSON.stringify(policy));
    expect(JSON.stringify(policyFrom(JSON.parse(JSON.stringify(policy))))).toBe(
      JSON.stringify(policy),
    );
    expect(isDeeplyFrozen(policy)).toBe(true);
  });

  const bases = fc.constantFrom(...Object.values(refundPolicies));

  test.prop([policyInputs, bases, fc.infiniteStream(fc.boolean())])(
    'what is given wins, and the rest is of the base',
    (input, base, coins) => {
      const given = Object.fromEntries(
        Object.entries(input).filter(([name]) => name === 'id' || coins.next().value === true),
      ) as Partial<RefundPolicy>;
      // One list alone is for both, as in version 0.1.0.
      const { nonReturnable: barred } = given;
      const both = barred === undefined ? {} : { nonExchangeable: barred };
      const expected = { ...base, ...both, ...given };
      const parsed = parseRefundPolicy({ basedOn: base.id, ...given });
      const contradicts =
        (expected.limitCounts === 'canceled-commitment' && expected.overLimit === 'clip') ||
        (expected.dayWithoutRow !== null &&
          expected.windowDays !== null &&
          expected.dayWithoutRow <= expected.windowDays);
      expect(parsed).toMatchObject(contradicts ? { ok: false } : { ok: true, value: expected });
    },
  );

  test.prop([policyInputs])('a policy passed to a quote is parsed as here', (input) => {
    const quoted = tryQuoteRefund(REQUEST, { policy: input });
    expect(quoted.ok && quoted.value.policy).toEqual(policyFrom(input));
  });

  test.prop([policyInputs.chain((input) => spoilt({ ...input, basedOn: undefined }))])(
    'never throws, and what it gives parses to itself',
    ({ make }) => {
      const parsed = parseRefundPolicy(make());
      if (parsed.ok) expect(parseRefundPolicy(parsed.value)).toEqual(parsed);
      else expect(parsed.issues.length).toBeGreaterThan(0);
    },
  );

  it('serves the tests as they make policies', () => {
    expect(policyWith({})).toEqual(FULL);
    expect(() => policyFrom({ basedOn: 'x' })).toThrow('basedOn');
  });
});

it('keeps its name in bundles', () => {
  expect(parseRefundPolicy).toHaveProperty('name', 'parseRefundPolicy');
});
