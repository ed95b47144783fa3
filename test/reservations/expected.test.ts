import { describe, expect, it } from 'vitest';
import {
  createSettlement,
  nextBetterDay,
  openRefundLedger,
  parseRefundLedger,
  parseRefundPolicy,
  quoteRefund,
  refundCurve,
  settleRefund,
} from '../../src/reservations/index.ts';
import { issuesOf } from '../hostile/issues-of.ts';

const REQUEST = {
  id: 'CR-1',
  customerId: 'contoso',
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-07-02',
  used: true,
} as const;

const { id: _, customerId: __, ...facts } = REQUEST;
const { ledger } = settleRefund(openRefundLedger('contoso'), REQUEST);

describe('what an issue expected', () => {
  it.each<[what: string, call: () => unknown, expected: string]>([
    [
      'of an id that was answered under another policy',
      () => settleRefund(ledger, REQUEST, { policy: 'azure-2024-12' }),
      'the policy under which this id was answered, partner-center-2020-08',
    ],
    [
      'of an id that was answered with other facts',
      () => settleRefund(ledger, { ...REQUEST, used: false }),
      'the facts under which this id was answered (20271 12000.00 USD P1Y 20089 used 1 -)',
    ],
    [
      'of a second ledger of a customer',
      () => createSettlement({ ledgers: [ledger, ledger] }),
      'a customer that no ledger before names',
    ],
    [
      'of a rate that is missing',
      () => quoteRefund({ ...facts, currency: 'EUR' } as never),
      'the USD that one EUR is worth, since the limit is in USD',
    ],
    [
      'of a day before the last settled one',
      () => nextBetterDay(ledger, { ...REQUEST, canceledOn: '2025-07-01' }),
      "2025-07-02, the customer's last settled day, or a later one",
    ],
    [
      'of a curve that begins too early',
      () => refundCurve(facts, { from: '2024-12-31' }),
      'the day of the purchase (2025-01-01) or a later one',
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
});
