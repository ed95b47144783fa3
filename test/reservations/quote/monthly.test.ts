import { describe, expect, it } from 'vitest';
import {
  type RefundQuote,
  type RefundRequestInput,
  tryQuoteRefund,
} from '../../../src/reservations/index.ts';

const REQUEST = {
  currency: 'USD',
  term: 'P1Y',
  billingPlan: 'Monthly',
  instalment: '100.00',
  purchasedOn: '2025-01-15',
  used: false,
} as const;

type Given = Readonly<Record<string, unknown>>;

function quoted({ policy = 'azure-service-2023', ...given }: Given): RefundQuote {
  const parsed = tryQuoteRefund({ ...REQUEST, ...given }, { policy } as never);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return parsed.value;
}

/** The payments made, the month that the last one pays for, and the share of it that is left. */
function periodOf({ completedTransactions, period }: RefundQuote): string {
  if (period === null) return `${completedTransactions ?? '-'}`;
  return `${completedTransactions} ${period.from}..${period.to} ${period.remaining}/${period.days}`;
}

/** Credit, fee, refund, remaining commitment and what is used of the limit. */
function amountsOf(quote: RefundQuote): string {
  if (!quote.allowed) return `${quote.reason} ${quote.remainingCommitment}`;
  const { credit, fee, refund, remainingCommitment, limit } = quote;
  return [credit, fee, refund, remainingCommitment, limit?.consumedAfter].join(' ');
}

const AZURE = { policy: 'azure-2024-12' };
const LARGE = { ...AZURE, term: 'P3Y', instalment: '3000.00', purchasedOn: '2025-01-01' };
const LONG = { ...AZURE, term: 'P3Y', purchasedOn: '2025-01-01' };
const END_OF_MONTH = { purchasedOn: '2025-01-31' };
const LEAP = { purchasedOn: '2024-02-29', term: 'P3Y' };
const THREE_OF_TEN = { instalment: '199.90', quantity: 10, quantityToReturn: 3 };
const ONE_OF_THREE = { ...AZURE, instalment: '10.00', quantity: 3, quantityToReturn: 1 };
const FEE = { policy: 'partner-center-2020-08' };
const UPFRONT = {
  ...{ ...AZURE, billingPlan: 'Upfront', instalment: undefined, paid: '12000.00' },
  ...{ quantity: 10, quantityToReturn: 3, purchasedOn: '2025-01-01' },
};
const FIRST = '2025-01-15..2025-02-15';
const SECOND = '2025-02-15..2025-03-15';

describe('the worked examples, with the day before and the day after', () => {
  // biome-ignore format: a table is read along its rows and columns
  it.each<[name: string, given: Given, canceledOn: string, period: string, amounts: string]>([
    ['W1', {}, '2025-01-15', `1 ${FIRST} 31/31`, '100.00 0.00 100.00 1100.00 100.00'],
    ['W1 + 1', {}, '2025-01-16', `1 ${FIRST} 30/31`, '100.00 0.00 100.00 1100.00 100.00'],
    ['W2 - 1', {}, '2025-01-19', `1 ${FIRST} 27/31`, '100.00 0.00 100.00 1100.00 100.00'],
    ['W2', {}, '2025-01-20', `1 ${FIRST} 26/31`, '100.00 0.00 100.00 1100.00 100.00'],
    ['W2b - 1', AZURE, '2025-01-19', `1 ${FIRST} 27/31`, '87.10 0.00 87.10 1100.00 1187.10'],
    ['W2b', AZURE, '2025-01-20', `1 ${FIRST} 26/31`, '83.87 0.00 83.87 1100.00 1183.87'],
    ['W2b + 1', AZURE, '2025-01-21', `1 ${FIRST} 25/31`, '80.65 0.00 80.65 1100.00 1180.65'],
    ['W3', {}, '2025-01-21', `1 ${FIRST} 25/31`, '80.65 0.00 80.65 1100.00 80.65'],
    ['W3 + 1', {}, '2025-01-22', `1 ${FIRST} 24/31`, '77.42 0.00 77.42 1100.00 77.42'],
    ['W4 - 1', {}, '2025-02-13', `1 ${FIRST} 2/31`, '6.45 0.00 6.45 1100.00 6.45'],
    ['W4', {}, '2025-02-14', `1 ${FIRST} 1/31`, '3.23 0.00 3.23 1100.00 3.23'],
    ['W5', {}, '2025-02-15', `2 ${SECOND} 28/28`, '100.00 0.00 100.00 1000.00 100.00'],
    ['W5b - 1', { completedTransactions: 1 }, '2025-02-14', `1 ${FIRST} 1/31`, '3.23 0.00 3.23 1100.00 3.23'],
    ['W5b', { completedTransactions: 1 }, '2025-02-15', `1 ${FIRST} 0/31`, '0.00 0.00 0.00 1100.00 0.00'],
    ['W5b + 1', { completedTransactions: 1 }, '2025-02-16', `1 ${FIRST} 0/31`, '0.00 0.00 0.00 1100.00 0.00'],
    ['W6 - 1', {}, '2025-02-16', `2 ${SECOND} 27/28`, '96.43 0.00 96.43 1000.00 96.43'],
    ['W6', {}, '2025-02-17', `2 ${SECOND} 26/28`, '92.86 0.00 92.86 1000.00 92.86'],
    ['W6 + 1', {}, '2025-02-18', `2 ${SECOND} 25/28`, '89.29 0.00 89.29 1000.00 89.29'],
    ['W7 - 1', END_OF_MONTH, '2025-03-14', '2 2025-02-28..2025-03-31 17/31', '54.84 0.00 54.84 1000.00 54.84'],
    ['W7', END_OF_MONTH, '2025-03-15', '2 2025-02-28..2025-03-31 16/31', '51.61 0.00 51.61 1000.00 51.61'],
    ['W7 + 1', END_OF_MONTH, '2025-03-16', '2 2025-02-28..2025-03-31 15/31', '48.39 0.00 48.39 1000.00 48.39'],
    ['W7b - 1', END_OF_MONTH, '2025-04-28', '3 2025-03-31..2025-04-30 2/30', '6.67 0.00 6.67 900.00 6.67'],
    ['W7b', END_OF_MONTH, '2025-04-29', '3 2025-03-31..2025-04-30 1/30', '3.33 0.00 3.33 900.00 3.33'],
    ['W7c', END_OF_MONTH, '2025-04-30', '4 2025-04-30..2025-05-31 31/31', '100.00 0.00 100.00 800.00 100.00'],
    ['W7c + 1', END_OF_MONTH, '2025-05-01', '4 2025-04-30..2025-05-31 30/31', '96.77 0.00 96.77 800.00 96.77'],
    ['W8 - 1', LEAP, '2025-02-27', '12 2025-01-29..2025-02-28 1/30', '3.33 0.00 3.33 2400.00 3.33'],
    ['W8', LEAP, '2025-02-28', '13 2025-02-28..2025-03-29 29/29', '100.00 0.00 100.00 2300.00 100.00'],
    ['W8 + 1', LEAP, '2025-03-01', '13 2025-02-28..2025-03-29 28/29', '96.55 0.00 96.55 2300.00 96.55'],
    ['W9 - 1', {}, '2026-01-13', '12 2025-12-15..2026-01-15 2/31', '6.45 0.00 6.45 0.00 6.45'],
    ['W9', {}, '2026-01-14', '12 2025-12-15..2026-01-15 1/31', '3.23 0.00 3.23 0.00 3.23'],
    ['W9b', {}, '2026-01-15', '12', 'term-ended 0.00'],
    ['W9b + 1', {}, '2026-01-16', '12', 'term-ended 0.00'],
    ['W10 - 1', THREE_OF_TEN, '2025-03-24', '3 2025-03-15..2025-04-15 22/31', '42.56 0.00 42.56 539.73 42.56'],
    ['W10', THREE_OF_TEN, '2025-03-25', '3 2025-03-15..2025-04-15 21/31', '40.62 0.00 40.62 539.73 40.62'],
    ['W10 + 1', THREE_OF_TEN, '2025-03-26', '3 2025-03-15..2025-04-15 20/31', '38.69 0.00 38.69 539.73 38.69'],
    ['W11 - 1', LARGE, '2026-08-10', '20 2026-08-01..2026-09-01 22/31', 'limit-exceeded 48000.00'],
    ['W11', LARGE, '2026-08-11', '20 2026-08-01..2026-09-01 21/31', 'limit-exceeded 48000.00'],
    ['W11b', LARGE, '2026-08-12', '20 2026-08-01..2026-09-01 20/31', '1935.48 0.00 1935.48 48000.00 49935.48'],
    ['W12 - 1', LONG, '2025-12-30', '12 2025-12-01..2026-01-01 2/31', '6.45 0.00 6.45 2400.00 2406.45'],
    ['W12', LONG, '2025-12-31', '12 2025-12-01..2026-01-01 1/31', '3.23 0.00 3.23 2400.00 2403.23'],
    ['W12 + 1', LONG, '2026-01-01', '13 2026-01-01..2026-02-01 31/31', '100.00 0.00 100.00 2300.00 2400.00'],
    ['W13 - 1', FEE, '2025-01-20', `1 ${FIRST} 26/31`, '100.00 0.00 100.00 1100.00 100.00'],
    ['W13', FEE, '2025-01-21', `1 ${FIRST} 25/31`, '80.65 9.68 70.97 1100.00 70.97'],
    ['W13 + 1', FEE, '2025-01-22', `1 ${FIRST} 24/31`, '77.42 9.29 68.13 1100.00 68.13'],
    ['W14 - 1', UPFRONT, '2025-07-01', '-', '1814.79 0.00 1814.79 0.00 1814.79'],
    ['W14', UPFRONT, '2025-07-02', '-', '1804.93 0.00 1804.93 0.00 1804.93'],
    ['W14 + 1', UPFRONT, '2025-07-03', '-', '1795.07 0.00 1795.07 0.00 1795.07'],
    ['W15 - 1', ONE_OF_THREE, '2025-01-25', `1 ${FIRST} 21/31`, '2.26 0.00 2.26 36.67 38.93'],
    ['W15', ONE_OF_THREE, '2025-01-26', `1 ${FIRST} 20/31`, '2.15 0.00 2.15 36.67 38.82'],
    ['W15 + 1', ONE_OF_THREE, '2025-01-27', `1 ${FIRST} 19/31`, '2.04 0.00 2.04 36.67 38.71'],
  ])('%s', (_, given, canceledOn, period, amounts) => {
    const quote = quoted({ ...given, canceledOn });
    expect([periodOf(quote), amountsOf(quote)]).toEqual([period, amounts]);
  });

  it('refuses W11 for credit and commitment together', () => {
    const quote = quoted({ ...LARGE, canceledOn: '2026-08-11' });
    expect(quote).toMatchObject({ credit: '2032.26', canceledCommitment: '50032.26' });
    expect(quote.limit).toMatchObject({ consumedAfter: '0.00' });
    // With 32.26 less of the limit in use before, it is as much as fits.
    expect(quoted({ ...LARGE, canceledOn: '2026-08-12', consumedRefunds: '64.52' }).allowed).toBe(
      true,
    );
    expect(quoted({ ...LARGE, canceledOn: '2026-08-12', consumedRefunds: '64.53' }).allowed).toBe(
      false,
    );
  });
});

describe('a quote of monthly payment', () => {
  it('is written out in full', () => {
    const quote = quoted({ ...THREE_OF_TEN, canceledOn: '2025-03-25' });
    expect(quote).toMatchObject({
      because: ['AZS-1', 'PAY-1', 'PAY-2', 'PAY-3'],
      paid: '599.70',
      billingPlan: 'Monthly',
      quantity: 10,
      quantityToReturn: 3,
      instalment: '199.90',
      completedTransactions: 3,
      period: { from: '2025-03-15', to: '2025-04-15', days: 31, used: 10, remaining: 21 },
      remainingCommitment: '539.73',
      canceledCommitment: '580.35',
      notes: [],
      assumed: ['product', 'consumedRefunds'],
    });
    const units = { quantityToReturn: 3, quantity: 10 };
    const credit = { of: '199.90', ...units, clause: 'PAY-2' };
    expect(quote.lines).toEqual([
      { code: 'part', amount: '59.97', ...credit },
      { code: 'credit', amount: '40.62', days: 21, termDays: 31, ...credit },
      ...quote.lines.slice(2, 6),
      {
        ...{ code: 'commitment', amount: '539.73', clause: 'PAY-3', of: '1799.10' },
        ...{ payments: 9, ...units },
      },
    ]);
    expect(quote.lines.map(({ code }) => code)).toEqual([
      ...['part', 'credit', 'fee', 'refundable', 'limit', 'refund', 'commitment'],
    ]);
  });

  it('notes that the partners’ texts do not know monthly payment', () => {
    const quote = quoted({ ...FEE, canceledOn: '2025-01-21' });
    expect(quote.notes).toEqual(['plan-not-in-text', 'superseded']);
    expect(quote.interpretations).toContain('R-MONTHLY-FEE');
    const inWindow = quoted({ ...FEE, canceledOn: '2025-01-20' });
    expect(inWindow.notes).toEqual(['plan-not-in-text', 'superseded']);
    expect(inWindow.interpretations).not.toContain('R-MONTHLY-FEE');
  });

  it('says that a payment due on the day of cancellation counts as made, unless the caller counted', () => {
    const onDueDay = (given: Given): boolean =>
      quoted({ canceledOn: '2025-02-15', ...given }).interpretations.includes('R-DUE');
    expect(onDueDay({})).toBe(true);
    expect(onDueDay({ canceledOn: '2025-02-16' })).toBe(false);
    expect(onDueDay({ completedTransactions: 2 })).toBe(false);
  });

  it('takes 2^53 - 1 units', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const given = { quantity: most, quantityToReturn: most - 1, canceledOn: '2025-03-25' };
    expect(quoted(given)).toMatchObject({ refund: '67.74', remainingCommitment: '900.00' });
  });
});

describe('the current price', () => {
  const pro = { ...AZURE, canceledOn: '2025-01-21' };

  it.each<[name: string, given: Given, refund: string, commitment: string]>([
    ['below the instalment', { ...pro, currentPrice: '80' }, '64.52', '1100.00'],
    ['one cent below', { ...pro, currentPrice: '99.99' }, '80.64', '1100.00'],
    ['equal', { ...pro, currentPrice: '100' }, '80.65', '1100.00'],
    ['one cent above', { ...pro, currentPrice: '100.01' }, '80.65', '1100.00'],
    ['nothing', { ...pro, currentPrice: '0' }, '0.00', '1100.00'],
    [
      'as the vendor writes it',
      { ...pro, currentPrice: { amount: 80, currencyCode: 'USD' } },
      '64.52',
      '1100.00',
    ],
    [
      'for the service, which takes what was paid',
      { canceledOn: '2025-01-21', currentPrice: '80' },
      '80.65',
      '1100.00',
    ],
    ['for partners', { ...FEE, canceledOn: '2025-01-21', currentPrice: '80' }, '70.97', '1100.00'],
    [
      'of an upfront price',
      { ...UPFRONT, canceledOn: '2025-07-02', currentPrice: '6000' },
      '902.47',
      '0.00',
    ],
  ])('%s', (_, given, refund, remainingCommitment) => {
    expect(quoted(given)).toMatchObject({ refund, remainingCommitment });
  });

  it('is cited if it is the lower one, and assumed if it is not given', () => {
    expect(quoted({ ...pro, currentPrice: '80' }).because).toContain('PAY-8');
    expect(quoted({ ...pro, currentPrice: '100' }).because).not.toContain('PAY-8');
    expect(quoted(pro).assumed).toContain('currentPrice');
    expect(quoted({ ...pro, currentPrice: '100' }).assumed).not.toContain('currentPrice');
    expect(quoted({ ...FEE, canceledOn: '2025-01-21' }).assumed).not.toContain('currentPrice');
  });
});

describe('the refund that the vendor states in USD', () => {
  const euros: RefundRequestInput = {
    ...{ ...REQUEST, currency: 'EUR', usdRate: '1.1', canceledOn: '2025-01-21' },
  };

  it.each([
    [{}, '80.65', '88.72'],
    [{ pricingRefund: '88.71' }, '80.65', '88.71'],
    [{ pricingRefund: { amount: 88.73, currencyCode: 'USD' } }, '80.65', '88.73'],
    [{ pricingRefund: '50000.00' }, '80.65', '50000.00'],
  ])('is what counts: %j', (given, refund, consumedAfter) => {
    expect(quoted({ ...euros, ...given })).toMatchObject({ refund, limit: { consumedAfter } });
  });

  it('is refused above what is left', () => {
    expect(quoted({ ...euros, pricingRefund: '50000.01' })).toMatchObject({
      reason: 'limit-exceeded',
    });
  });

  it('does not count if the policy counts commitments', () => {
    const { limit } = quoted({ ...euros, ...AZURE, pricingRefund: '1.00' });
    expect(limit).toMatchObject({ consumedAfter: '1298.72' });
  });
});
