import { describe, expect, it } from 'vitest';
import {
  createSettlement,
  limitOn,
  nextBetterDay,
  openRefundLedger,
  parseRefundLedger,
  parseRefundPolicy,
  quoteRefund,
  refundCurve,
  refundPolicyAt,
  settleRefund,
} from '../../src/reservations/index.ts';
import { issuesOf } from '../hostile/issues-of.ts';
import { REQUEST } from './request.ts';

const named = { ...REQUEST, id: 'CR-1', customerId: 'contoso' };
const { ledger } = settleRefund(openRefundLedger('contoso'), named);

describe('the expectation of an issue', () => {
  it.each<[what: string, call: () => unknown, expected: string]>([
    [
      'of an id that was answered under another policy',
      () => settleRefund(ledger, named, { policy: 'azure-2024-12' }),
      'the policy under which this id was answered, partner-center-2020-08',
    ],
    [
      'of an id that was answered with other facts',
      () => settleRefund(ledger, { ...named, used: false }),
      'the facts under which this id was answered (used was used, is new)',
    ],
    [
      'of a second ledger of a customer',
      () => createSettlement({ ledgers: [ledger, ledger] }),
      'a customer that no ledger before names',
    ],
    [
      'of a rate that is missing',
      () => quoteRefund({ ...REQUEST, currency: 'EUR' } as never),
      'the USD that one EUR is worth, since the limit is in USD',
    ],
    [
      'of a day before the last settled one',
      () => nextBetterDay(ledger, { ...named, canceledOn: '2025-07-01' }),
      "2025-07-02, the customer's last settled day, or a later one",
    ],
    [
      'of a curve that begins too early',
      () => refundCurve(REQUEST, { from: '2024-12-31' }),
      'the day of the purchase (2025-01-01) or a later one',
    ],
    [
      'of a figure beside a ledger',
      () => settleRefund(ledger, { ...named, consumedRefunds: '1.00' } as never),
      'no figure next to a ledger, which knows what is consumed',
    ],
    [
      'of a ledger of somebody else',
      () => settleRefund(ledger, { ...named, customerId: 'fabrikam' }),
      'the customer of the ledger, contoso',
    ],
    [
      'of a settlement before the last day',
      () => settleRefund(ledger, { ...named, id: 'CR-2', canceledOn: '2025-07-01' }),
      "2025-07-02, the customer's last settled day, or a later one",
    ],
    [
      'of the limit on a day before the last settled one',
      () => limitOn(ledger, '2025-07-01'),
      "2025-07-02, the customer's last settled day, or a later one",
    ],
    [
      'of a rate of nothing',
      () => quoteRefund({ ...REQUEST, currency: 'EUR', usdRate: '0' }),
      'a rate above 0',
    ],
    [
      'of a rate of the dollar',
      () => quoteRefund({ ...REQUEST, usdRate: '1.1' }),
      '1, as the currency is USD itself',
    ],
    [
      'of a policy without a fee',
      () => quoteRefund(REQUEST, { policy: 'partner-center-2018-05' as never }),
      'the early termination fee as a share of the credit, since partner-center-2018-05 leaves its size open (derive a policy with basedOn and feeRate)',
    ],
    [
      'of refunds consumed before',
      () => quoteRefund({ ...REQUEST, consumedRefunds: '1.001' }),
      'an amount in USD of at most 15 whole digits and 2 decimals',
    ],
    [
      'of a day before the first text of a source',
      () => refundPolicyAt('azure', '2020-01-23'),
      '2020-01-24, when the first text of azure is known, or a later day',
    ],
    [
      'of a curve that ends before it begins',
      () => refundCurve(REQUEST, { from: '2025-02-02', to: '2025-02-01' }),
      '2025-02-02, the first day, or a later one',
    ],
    [
      'of a curve of too many days',
      () => refundCurve(REQUEST, { to: '2099-12-31' }),
      'at most 3660 days from the first to the last',
    ],
  ])('%s', (_, call, expected) => {
    expect(issuesOf(call)).toMatchObject([{ expected }]);
  });

  it.each<[field: string, given: object, expected: string]>([
    [
      'windowDays',
      { windowDays: -1 },
      'a whole number of days from 0 to 366, or null for no window',
    ],
    [
      'dayWithoutRow',
      { dayWithoutRow: -1 },
      'a whole number of days from 0 to 366, or null for none',
    ],
    ['dayWithoutRow', { windowDays: 5, dayWithoutRow: 5 }, 'a day after the window'],
    ['feeRate', { feeRate: '1.01' }, 'a share from 0 to 1'],
    [
      'limitUsd',
      { limitUsd: '1.001' },
      'an amount in USD of at most 15 whole digits and 2 decimals',
    ],
    [
      'id',
      { id: 'partner-center-2020-08', windowDays: 6 },
      'an id of your own, because the policy differs from the published one with this id',
    ],
    [
      'overLimit',
      { limitCounts: 'canceled-commitment', overLimit: 'clip' },
      "'refuse' where the canceled commitment counts (to clip a commitment means nothing)",
    ],
  ])('of the %s of a policy', (_, given, expected) => {
    const parsed = parseRefundPolicy({ basedOn: 'partner-center-2020-08', id: 'ours', ...given });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ expected }]);
  });

  it('of the policy in a ledger', () => {
    const ids = ledger.ids.map((entry) => ({ ...entry, policy: '' }));
    const parsed = parseRefundLedger({ ...ledger, ids });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { expected: 'the policy of an answered cancellation' },
    ]);
  });

  it.each<[what: string, change: object, path: string, expected: string]>([
    ['a day after the last', { lastDay: '2025-07-01' }, 'days.0.on', 'a day up to lastDay'],
    ['a day where there is no last', { lastDay: null }, 'days.0.on', 'a day up to lastDay'],
    [
      'a day twice',
      { days: [...ledger.days, ...ledger.days] },
      'days.1.on',
      'a day after 2025-07-02, each named once and in order',
    ],
    [
      'an id twice',
      { days: [{ on: '2025-07-02', usd: '20000.00' }], ids: [...ledger.ids, ...ledger.ids] },
      'ids.1.id',
      'an id that no other entry has',
    ],
    [
      'an entry that no day has',
      { days: [] },
      'ids.0.facts',
      'no more than what days has of 2025-07-02 (the entries up to this one sum to 5294.47 USD)',
    ],
    [
      'other facts',
      { ids: [{ ...ledger.ids[0], facts: 'none' }] },
      'ids.0.facts',
      'the facts of an answered cancellation, as a ledger writes them (parts separated by one space each)',
    ],
  ])('of a ledger with %s', (_, change, path, expected) => {
    const parsed = parseRefundLedger({ ...ledger, ...change });
    const issues = parsed.ok ? [] : parsed.issues;
    expect(issues.map((issue) => [issue.path.join('.'), issue.expected])).toEqual([
      [path, expected],
    ]);
  });
});
