import { describe, expect, it } from 'vitest';
import {
  type Issue,
  type RefundQuote,
  type ScheduledPaymentInput,
  tryQuoteRefund,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { addMonthsClamped } from '../../model/refund.model.ts';
import { revokedProxy, withThrowingGetter } from '../hostile.ts';

/** What differs from a payment of 100.00 that was made if it was due by 2025-04-20. */
type Change = Partial<ScheduledPaymentInput> | readonly Partial<ScheduledPaymentInput>[];

const TODAY = '2025-04-20';

/** Twelve payments from 2025-01-15 on, each with its change, or several in its place. */
function schedule(changes: Readonly<Record<number, Change>> = {}): ScheduledPaymentInput[] {
  return Array.from({ length: 12 }, (_, k) => k).flatMap((k) => {
    const dueDate = addMonthsClamped('2025-01-15', k);
    const status = dueDate <= TODAY ? 'Succeeded' : 'Scheduled';
    const payment = { dueDate, billingCurrencyTotal: '100.00', status } as const;
    return [changes[k] ?? {}].flat().map((change) => ({ ...payment, ...change }));
  });
}

function asked(given: object): ReturnType<typeof tryQuoteRefund> {
  const request = {
    ...{ currency: 'USD', term: 'P1Y', billingPlan: 'Monthly', used: false },
    ...{ purchasedOn: '2025-01-15', canceledOn: TODAY },
  };
  return tryQuoteRefund({ ...request, ...given }, { policy: 'azure-service-2023' });
}

function quoted(paymentSchedule: readonly object[], given: object = {}): RefundQuote {
  const parsed = asked({ paymentSchedule, ...given });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return parsed.value;
}

function issuesOf(paymentSchedule: unknown, given: object = {}): readonly Issue[] {
  const parsed = asked({ paymentSchedule, ...given });
  return parsed.ok ? [] : parsed.issues;
}

function faultsOf(paymentSchedule: unknown, given: object = {}): string[] {
  return faultTexts(issuesOf(paymentSchedule, given));
}

const contradiction = ['paymentSchedule: contradiction'];

describe('a schedule of equal payments', () => {
  it('gives the figures that the instalment gives', () => {
    const { request: _, interpretations: __, ...listed } = quoted(schedule());
    const single = asked({ instalment: '100.00' });
    const {
      request: ___,
      interpretations: ____,
      ...same
    } = (single.ok && single.value) as RefundQuote;
    expect(listed).toEqual(same);
    expect(listed).toMatchObject({
      ...{
        paid: '400.00',
        completedTransactions: 4,
        refund: '83.33',
        remainingCommitment: '800.00',
      },
      period: { from: '2025-04-15', to: '2025-05-15', days: 30, used: 5, remaining: 25 },
    });
  });

  it('is echoed in canonical form', () => {
    const given = schedule({ 0: { billingCurrencyTotal: { amount: 100, currencyCode: 'USD' } } });
    const withMore = given.map((entry) => ({
      ...entry,
      dueDate: `${entry.dueDate}T10:00:00Z`,
      paymentDate: 'x',
    }));
    expect(quoted(withMore).request.paymentSchedule).toEqual(schedule());
  });
});

describe('a failed payment', () => {
  it.each<[name: string, again: Change]>([
    ['made on the same day', [{ status: 'Failed' }, {}]],
    [
      'tried three times',
      [{ status: 'Failed' }, { status: 'Cancelled' }, { status: 'Failed' }, {}],
    ],
    ['of no amount', [{ status: 'Failed', billingCurrencyTotal: undefined }, {}]],
    ['of another amount', [{ status: 'Failed', billingCurrencyTotal: '7.00' }, {}]],
  ])('%s is passed over', (_, again) => {
    const { request: __, ...quote } = quoted(schedule({ 2: again }));
    const { request: ___, ...plain } = quoted(schedule());
    expect(quote).toEqual(plain);
  });

  it('that was made days later is passed over, and pays from its new due day', () => {
    const again = [{ status: 'Failed' }, { dueDate: '2025-04-18' }] as const;
    expect(quoted(schedule({ 3: again }))).toMatchObject({
      ...{ completedTransactions: 4, paid: '400.00', refund: '92.59' },
      period: { from: '2025-04-18', to: '2025-05-15', days: 27, used: 2, remaining: 25 },
    });
  });

  it('that nobody repeated was not made: nothing is left of the month before', () => {
    for (const status of ['Failed', 'Cancelled', 'Scheduled'] as const) {
      expect(quoted(schedule({ 3: { status } }))).toMatchObject({
        ...{
          completedTransactions: 3,
          paid: '300.00',
          refund: '0.00',
          remainingCommitment: '900.00',
        },
        period: { from: '2025-03-15', to: '2025-04-15', days: 31, used: 31, remaining: 0 },
      });
    }
  });

  it('leaves a gap that is still to be paid', () => {
    expect(quoted(schedule({ 1: { status: 'Failed' } }))).toMatchObject({
      ...{
        completedTransactions: 3,
        paid: '300.00',
        refund: '83.33',
        remainingCommitment: '900.00',
      },
    });
  });

  it('is kept if the vendor’s months are short: all twelve entries are payments', () => {
    const drifting = {
      5: { dueDate: '2025-06-16', status: 'Cancelled' },
      6: { dueDate: '2025-07-15' },
    } as const;
    expect(quoted(schedule(drifting))).toMatchObject({
      completedTransactions: 4,
      remainingCommitment: '800.00',
    });
  });

  it('with two that could repeat it is a contradiction', () => {
    const drifting = { dueDate: '2025-06-16', status: 'Cancelled' } as const;
    const again = [{ status: 'Failed' }, { dueDate: '2025-02-18' }] as const;
    expect(faultsOf(schedule({ 1: again, 5: drifting }))).toEqual(contradiction);
  });
});

describe('amounts that change by month', () => {
  const varying = {
    ...{ 2: { billingCurrencyTotal: '90.00' }, 3: { billingCurrencyTotal: '120.00' } },
    ...{ 4: { billingCurrencyTotal: '110.00' } },
  };

  it('share the last payment, and cancel what is listed', () => {
    expect(quoted(schedule(varying))).toMatchObject({
      ...{ paid: '410.00', instalment: '120.00', refund: '100.00', remainingCommitment: '810.00' },
      notes: [],
    });
  });

  it('are estimated by the last known one if they are missing', () => {
    const unknown = Object.fromEntries(
      [5, 6, 7, 8, 9, 10, 11].map((k) => [k, { billingCurrencyTotal: undefined }]),
    );
    const quote = quoted(schedule({ ...varying, ...unknown }));
    expect(quote).toMatchObject({ remainingCommitment: '880.00', notes: ['commitment-estimated'] });
    expect(quote.interpretations).toContain('R-RATE');
  });

  it('are required of what was made, and of the first', () => {
    const unknown = { billingCurrencyTotal: undefined };
    expect(faultsOf(schedule({ 2: unknown }))).toEqual([
      'paymentSchedule.2.billingCurrencyTotal: missing-field',
    ]);
    // Failed and never made: what it costs cannot be known from a later one.
    expect(faultsOf(schedule({ 0: { ...unknown, status: 'Failed' } }))).toEqual([
      'paymentSchedule.0.billingCurrencyTotal: missing-field',
    ]);
  });
});

describe('a schedule', () => {
  it.each<[name: string, schedule: unknown, faults: string[]]>([
    ['of eleven payments', schedule({ 11: [] }), contradiction],
    ['of thirteen payments', schedule({ 11: [{}, { dueDate: '2026-01-01' }] }), contradiction],
    ['of none', [], contradiction],
    ['in another order', schedule({ 4: { dueDate: '2025-07-01' } }), contradiction],
    ['with a due day twice', schedule({ 4: { dueDate: '2025-06-15' } }), contradiction],
    ['that begins on another day', schedule({ 0: { dueDate: '2025-01-16' } }), contradiction],
    ['that begins before', schedule({ 0: { dueDate: '2025-01-14' } }), contradiction],
    ['that goes on after the term', schedule({ 11: { dueDate: '2026-01-15' } }), contradiction],
    [
      'of which nothing was paid',
      schedule().map((it) => ({ ...it, status: 'Failed' })),
      contradiction,
    ],
    [
      'in two currencies',
      schedule({ 2: { billingCurrencyTotal: { amount: '1', currencyCode: 'EUR' } } }),
      ['paymentSchedule.2.billingCurrencyTotal.currencyCode: other-currency'],
    ],
    [
      'of an unknown status',
      schedule({ 2: { status: 'Paid' as never } }),
      ['paymentSchedule.2.status: unknown-value'],
    ],
    [
      'without a status',
      schedule({ 2: { status: undefined as never } }),
      ['paymentSchedule.2.status: missing-field'],
    ],
    [
      'with no day',
      schedule({ 2: { dueDate: '2025-02-30' } }),
      ['paymentSchedule.2.dueDate: no-such-day'],
    ],
    [
      'with no amount',
      schedule({ 2: { billingCurrencyTotal: '1e3' } }),
      ['paymentSchedule.2.billingCurrencyTotal: malformed-amount'],
    ],
    ['with no payment', [...schedule().slice(1), 7], ['paymentSchedule.11: not-an-object']],
    [
      'with one that cannot be read',
      [...schedule().slice(1), revokedProxy()],
      ['paymentSchedule.11: unreadable'],
    ],
    [
      'with a getter that throws',
      [...schedule().slice(1), withThrowingGetter({ status: 'Failed' }, 'status')],
      ['paymentSchedule.11: unreadable'],
    ],
    ['that is no list', {}, ['paymentSchedule: not-an-array']],
  ])('%s is an input error', (_, given, faults) => {
    expect(faultsOf(given)).toEqual(faults);
  });

  it('excludes the fields that it states', () => {
    expect(faultsOf(schedule(), { instalment: '100.00', completedTransactions: 4 })).toEqual([
      'instalment: contradiction',
      'completedTransactions: contradiction',
    ]);
  });

  it('counts what was made by the day of cancellation alone', () => {
    const onTime = schedule({ 4: { status: 'Succeeded' } });
    expect(quoted(onTime)).toMatchObject({
      completedTransactions: 4,
      remainingCommitment: '800.00',
    });
    expect(quoted(onTime, { canceledOn: '2025-05-15' })).toMatchObject({
      completedTransactions: 5,
    });
  });
});
