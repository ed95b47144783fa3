import { describe, expect, it } from 'vitest';
import { readRefundResponse } from '../../../src/interop/index.ts';
import { quoteRefund } from '../../../src/reservations/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const response = azure('CalculateRefund');
const known = {
  term: 'P1Y',
  purchasedOn: '2022-11-01',
  canceledOn: '2022-12-20',
  used: true,
  usdRate: '1.2',
  quantity: 1,
} as const;

const billing = 'properties.billingInformation';
const paid = `${billing}.billingCurrencyTotalPaidAmount`;
const commitment = `${billing}.billingCurrencyRemainingCommitmentAmount`;

/** Two of three units of 10.00 each, returned after 3 of 12 payments. */
const monthly = changed(response, {
  'properties.quantity': 2,
  [`${billing}.billingPlan`]: 'Monthly',
  [`${billing}.completedTransactions`]: 3,
  [`${billing}.totalTransactions`]: 12,
  [`${paid}.amount`]: 90,
  [`${commitment}.amount`]: 180,
});
const { quantity: _, ...knownMonthly } = { ...known, purchasedOn: '2022-10-10' };

describe('the answer to a cancellation', () => {
  it.each([
    ['CalculateRefund', '200'],
    ['Return', '202'],
  ] as const)('lacks in %s %s what only the caller knows', (name, part) => {
    expect(complaints(readRefundResponse(azure(name, part)))).toEqual([
      'known.quantity missing-field',
      'known.term missing-field',
      'known.purchasedOn missing-field',
      'known.canceledOn missing-field',
      'known.used missing-field',
      'known.usdRate rate-required',
    ]);
  });

  it('states the rest', () => {
    const facts = factsOf(readRefundResponse(response, known));
    expect(facts).toEqual({
      paid: '24.00',
      currency: 'GBP',
      billingPlan: 'Upfront',
      consumedRefunds: '83.69',
      pricingRefund: '24.92',
      quantityToReturn: 1,
      ...known,
    });
    // 316 of 365 days: a policy without a fee.
    expect(quoteRefund(facts, { policy: 'azure-2022-10' }).refund).toBe('20.78');
  });

  it('accepts its own currency from the caller, and no other', () => {
    expect(readRefundResponse(response, { ...known, currency: 'GBP' })).toEqual(
      readRefundResponse(response, known),
    );
    expect(complaints(readRefundResponse(response, { ...known, currency: 'EUR' }))).toEqual([
      'known.currency other-currency',
    ]);
  });

  it('needs an amount for the one payment to come', () => {
    const body = changed(monthly, {
      [`${billing}.completedTransactions`]: 11,
      [`${paid}.amount`]: 220,
      [`${commitment}.amount`]: 0,
    });
    const parsed = readRefundResponse(body, knownMonthly);
    expect(parsed.ok ? undefined : parsed.issues[0]?.message).toMatch(
      /^properties\.billingInformation\.billingCurrencyRemainingCommitmentAmount: expected an amount for the payment to come/,
    );
  });

  it('prices the returned units alone', () => {
    const body = changed(response, { [`${paid}.amount`]: 93 });
    const facts = factsOf(readRefundResponse(body, { ...known, quantity: 3 }));
    const atOnce = quoteRefund({ ...facts, used: false, canceledOn: '2022-11-02' }, service);
    expect(atOnce.refund).toBe('31.00');
    const parsed = readRefundResponse(body, { ...known, quantity: undefined });
    expect(parsed.ok ? undefined : parsed.issues[0]?.message).toBe(
      'known.quantity: expected how many units were paid for, got nothing',
    );
    const unstated = changed(body, { 'properties.quantity': undefined });
    expect(complaints(readRefundResponse(unstated, known))).toEqual([
      'known.quantityToReturn missing-field',
    ]);
  });

  it('is not done while it has a status alone', () => {
    const parsed = readRefundResponse({ id: '/a/b', name: 'b', status: 'Pending' }, known);
    expect(complaints(parsed)).toEqual(['status unsupported']);
    expect(parsed.ok ? undefined : parsed.issues[0]?.message).toContain(
      'the operation is not done; ask again',
    );
  });

  it('is no order, which the return of a reservation ends with', () => {
    expect(complaints(readRefundResponse(azure('Return'), known))).toEqual(['type unsupported']);
  });

  it.each([
    [{ [`${commitment}.amount`]: 5 }, `${billing}.billingPlan contradiction`],
    [{ [`${billing}.totalTransactions`]: 12 }, `${billing}.totalTransactions contradiction`],
    [{ [`${billing}.billingPlan`]: undefined }, 'known.billingPlan missing-field'],
    [{ [`${billing}.billingPlan`]: 'Yearly' }, `${billing}.billingPlan unknown-value`],
    [{ status: 'Failed' }, 'status contradiction'],
    [{ status: 'Odd' }, 'status unknown-value'],
    [{ 'properties.quantity': 2 }, 'properties.quantity contradiction'],
    [
      { 'properties.pricingRefundAmount.currencyCode': 'GBP' },
      'properties.pricingRefundAmount.currencyCode other-currency',
    ],
  ])('that is paid up front and has %j is an issue', (values, complaint) => {
    expect(complaints(readRefundResponse(changed(response, values), known))).toEqual([complaint]);
  });

  it('is in its own currency, whatever the caller names', () => {
    expect(complaints(readRefundResponse(response, { ...known, currency: 'EUR' }))).toEqual([
      'known.currency other-currency',
    ]);
    const unreadable = changed(response, { [`${paid}.currencyCode`]: 'pounds' });
    expect(complaints(readRefundResponse(unreadable, { ...known, currency: 'GBP' }))).toEqual([
      `${paid}.currencyCode unknown-currency`,
    ]);
    const price = { currency: 'EUR', paid: '30.00' };
    expect(factsOf(readRefundResponse(response, { ...known, ...price }))).toMatchObject(price);
  });

  it('names a fault where it stands, in the body or in what is known', () => {
    const body = changed(response, { [`${paid}.amount`]: 24.005 });
    const parsed = readRefundResponse(body, { ...known, term: 'P2Y' as 'P1Y' });
    expect(complaints(parsed)).toEqual([
      'known.term unknown-value',
      `${paid}.amount too-many-decimals`,
    ]);
    expect(parsed.ok ? undefined : parsed.issues[0]?.message).toBe(
      'known.term: expected one of P1Y, P3Y, P5Y, got "P2Y"',
    );
  });

  it('has its limit in US dollars', () => {
    const limit = 'properties.policyResult.properties.consumedRefundsTotal';
    const inPounds = changed(response, { [limit]: { amount: 1, currencyCode: 'GBP' } });
    expect(complaints(readRefundResponse(inPounds, known))).toEqual([
      `${limit}.currencyCode other-currency`,
    ]);
    const inNothing = changed(response, { [limit]: { amount: 1 } });
    expect(complaints(readRefundResponse(inNothing, known))).toEqual([
      `${limit}.currencyCode missing-field`,
    ]);
    const asKnown = readRefundResponse(inPounds, { ...known, consumedRefunds: '48000' });
    expect(factsOf(asKnown).consumedRefunds).toBe('48000.00');
    const unsaid = changed(response, { [limit]: undefined });
    expect(factsOf(readRefundResponse(unsaid, known))).not.toHaveProperty('consumedRefunds');
  });

  it('is told from what was asked', () => {
    expect(complaints(readRefundResponse(azure('CalculateRefund', 'request'), known))[0]).toBe(
      'properties.billingInformation not-an-object',
    );
  });

  it('rejects a fact with a misspelt name', () => {
    const misspelt = { ...known, cancelledOn: '2022-12-20' };
    expect(complaints(readRefundResponse(response, misspelt))).toEqual([
      'known.cancelledOn unknown-field',
    ]);
    expect(complaints(readRefundResponse(response, 7 as never))[0]).toBe('known not-an-object');
  });
});

const service = { policy: 'azure-service-2023' } as const;

describe('the answer to a cancellation that is paid monthly', () => {
  it('states one payment for the returned units', () => {
    const facts = factsOf(readRefundResponse(monthly, knownMonthly));
    expect(facts).toEqual({
      instalment: '20.00',
      quantity: 2,
      completedTransactions: 3,
      billingPlan: 'Monthly',
      currency: 'GBP',
      consumedRefunds: '83.69',
      pricingRefund: '24.92',
      ...knownMonthly,
    });
    expect(quoteRefund(facts, service)).toMatchObject({
      refund: '13.55', // 20.00 × 21 ÷ 31
      remainingCommitment: '180.00',
    });
  });

  it('states one payment for all units that the caller knows', () => {
    const facts = factsOf(readRefundResponse(monthly, { ...knownMonthly, quantity: 3 }));
    expect(facts).toMatchObject({ instalment: '30.00', quantity: 3, quantityToReturn: 2 });
    expect(quoteRefund(facts, service)).toMatchObject({
      paid: '90.00',
      refund: '13.55',
      remainingCommitment: '180.00',
    });
  });

  it.each([
    [{ [`${commitment}.amount`]: 180.01 }, {}, 'known.instalment missing-field'],
    [{ [commitment]: undefined }, {}, 'known.instalment missing-field'],
    [{ [`${commitment}.amount`]: 0 }, {}, `${commitment} contradiction`],
    [{ [`${billing}.completedTransactions`]: 12 }, {}, `${commitment} contradiction`],
    [{ [`${paid}.currencyCode`]: undefined }, {}, 'known.currency missing-field'],
    [{ [`${commitment}.amount`]: -1 }, {}, `${commitment}.amount malformed-amount`],
    [{ [`${commitment}.currencyCode`]: 'EUR' }, {}, `${commitment}.currencyCode other-currency`],
    [{ [`${paid}.amount`]: 90.01 }, {}, 'known.instalment missing-field'],
    [{ [`${paid}.amount`]: 50 }, {}, 'known.instalment missing-field'],
    [{ [`${paid}.amount`]: 80 }, { quantity: 3 }, 'known.quantity contradiction'],
    [{}, { quantity: 2 }, 'known.quantity contradiction'],
    [{}, { instalment: '21.00' }, 'known.instalment contradiction'],
    [{}, { instalment: '30.00' }, 'known.instalment contradiction'],
    [{}, { instalment: '20.00', quantity: 3 }, 'known.instalment contradiction'],
    [{}, { instalment: 'ten' }, 'known.instalment malformed-amount'],
    [{}, { paid: '90.00' }, 'known.paid contradiction'],
    [{}, { term: undefined }, 'known.term missing-field'],
    [{}, { billingPlan: 'Upfront', quantity: 3 } as const, 'known.billingPlan contradiction'],
    [{ [`${billing}.totalTransactions`]: 36 }, {}, `${billing}.totalTransactions contradiction`],
    [
      { [`${billing}.totalTransactions`]: 13 },
      { term: undefined },
      `${billing}.totalTransactions contradiction`,
    ],
    [
      { [`${billing}.completedTransactions`]: 13 },
      {},
      `${billing}.completedTransactions contradiction`,
    ],
    [
      { [`${billing}.completedTransactions`]: undefined },
      { completedTransactions: 13 },
      'known.completedTransactions contradiction',
    ],
    [
      { [`${billing}.completedTransactions`]: 0 },
      {},
      `${billing}.completedTransactions malformed-count`,
    ],
    [
      { [`${billing}.completedTransactions`]: 0 },
      { completedTransactions: 3 },
      `${billing}.completedTransactions malformed-count`,
    ],
    [{ 'properties.quantity': 0 }, {}, 'properties.quantity malformed-count'],
    [{ 'properties.quantity': undefined }, {}, 'known.quantityToReturn missing-field'],
    [
      { [`${billing}.completedTransactions`]: undefined },
      {},
      'known.completedTransactions missing-field',
    ],
    [
      { [`${billing}.completedTransactions`]: 12, [`${commitment}.amount`]: 0 },
      {},
      'known.instalment missing-field',
    ],
  ])('%j, known %j, is an issue', (values, more, complaint) => {
    const parsed = readRefundResponse(changed(monthly, values), {
      ...knownMonthly,
      ...more,
    } as never);
    expect(complaints(parsed)).toContain(complaint);
    // No payment is asked for if another fact is the reason.
    const asked = complaints(parsed).filter((one) => one.startsWith('known.instalment'));
    expect(asked).toEqual(complaint.startsWith('known.instalment') ? [complaint] : []);
  });

  it('does not need what was paid so far', () => {
    const facts = factsOf(
      readRefundResponse(changed(monthly, { [paid]: undefined }), knownMonthly),
    );
    expect(facts).toMatchObject({ instalment: '20.00', quantity: 2 });
  });

  it('says what to pass if a division is not exact', () => {
    const body = changed(monthly, { [`${commitment}.amount`]: 180.01 });
    const parsed = readRefundResponse(body, knownMonthly);
    expect(parsed.ok ? [] : parsed.issues.map(({ message }) => message)).toEqual([
      'known.instalment: expected one payment for the returned units, as 180.01 for 2 of 2 is not 9 equal payments, got nothing',
    ]);
  });

  it('takes the payment of the caller if it leaves the commitment', () => {
    // 10.00 for 3 units, one of which is returned after 1 of 12 payments: 36.67 is not 11 × 3.33.
    const part = changed(monthly, {
      'properties.quantity': 1,
      [`${billing}.completedTransactions`]: 1,
      [`${paid}.amount`]: 10,
      [`${commitment}.amount`]: 36.67,
    });
    const asked = { ...knownMonthly, purchasedOn: '2022-12-09' };
    expect(complaints(readRefundResponse(part, asked))).toEqual(['known.instalment missing-field']);
    const facts = factsOf(readRefundResponse(part, { ...asked, instalment: 10, quantity: 3 }));
    expect(quoteRefund(facts, { policy: 'azure-2024-12' })).toMatchObject({
      refund: '2.15',
      remainingCommitment: '36.67',
    });
  });

  it('takes the payment of the caller if all were made', () => {
    const all = changed(monthly, {
      [`${billing}.completedTransactions`]: 12,
      [`${commitment}.amount`]: 0,
      [`${paid}.amount`]: 360,
    });
    const last = { ...knownMonthly, canceledOn: '2023-10-09' };
    expect(complaints(readRefundResponse(all, last))).toEqual(['known.instalment missing-field']);
    const ofReturned = factsOf(readRefundResponse(all, { ...last, instalment: '20.00' }));
    expect(ofReturned).toMatchObject({ instalment: '20.00', quantity: 2 });
    const ofAll = factsOf(readRefundResponse(all, { ...last, instalment: '30.00', quantity: 3 }));
    for (const facts of [ofReturned, ofAll]) {
      expect(quoteRefund(facts, service)).toMatchObject({
        refund: '0.67', // 20.00 × 1 ÷ 30
        remainingCommitment: '0.00',
      });
    }
  });

  it('takes the payments of the caller in place of its own', () => {
    const paymentSchedule = Array.from({ length: 12 }, (__, k) => ({
      dueDate: new Date(Date.UTC(2022, 9 + k, 10)),
      billingCurrencyTotal: k < 3 ? '10.00' : '20.00',
      status: k < 3 ? ('Succeeded' as const) : ('Scheduled' as const),
    }));
    const facts = factsOf(readRefundResponse(monthly, { ...knownMonthly, paymentSchedule }));
    expect(facts).not.toHaveProperty('instalment');
    expect(quoteRefund(facts, service)).toMatchObject({
      refund: '6.77', // 10.00 × 21 ÷ 31
      remainingCommitment: '180.00',
    });
  });
});
