import { describe, expectTypeOf, test } from 'vitest';
import { reservationClauses } from '../../src/clauses/index.ts';
import {
  type AllowedRefundQuote,
  type ClauseId,
  createSettlement,
  type DeniedRefundQuote,
  defaultRefundPolicy,
  type ExchangeQuote,
  type ExchangeRefusal,
  type ExchangeRequestInput,
  type InterpretationId,
  type Issue,
  limitOn,
  openRefundLedger,
  type Parsed,
  parseRefundLedger,
  parseRefundPolicy,
  parseRefundRequest,
  quoteExchange,
  quoteRefund,
  type RefundLedger,
  type RefundLine,
  type RefundPolicy,
  type RefundQuote,
  type RefundRefusal,
  type RefundRequest,
  type RefundRequestInput,
  type RefundRow,
  refundPolicies,
  type SettlementResult,
  settleRefund,
  settleRefunds,
  tryQuoteRefund,
} from '../../src/reservations/index.ts';

declare const request: RefundRequestInput;
declare const exchange: ExchangeRequestInput;
declare const quote: RefundQuote;
declare const exchangeQuote: ExchangeQuote;
declare const denied: DeniedRefundQuote;
declare const ledger: RefundLedger;
declare const policy: RefundPolicy;
declare const result: SettlementResult;
declare const line: RefundLine;

const facts = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-07-02',
  used: true,
} as const;

const swap = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '15000.00',
} as const;

describe('what compiles', () => {
  test('facts of every accepted kind', () => {
    quoteRefund(facts);
    quoteRefund({ ...facts, paid: 12_000, purchasedOn: new Date(), consumedRefunds: 1n });
    quoteRefund({ ...facts, paid: { toFixed: () => '12000.00' }, usdRate: undefined });
    quoteRefund({ ...facts, currency: 'CLF', usdRate: 39.5, product: 'RedHat', meta: Symbol('x') });
    quoteRefund({ ...facts, billingPlan: 'Upfront', id: 'CR-1', customerId: 'contoso' });
    quoteExchange({ ...swap, newCurrency: 'USD' });
  });

  test('a canonical request wherever one is asked for', () => {
    const parsed = parseRefundRequest({});
    if (parsed.ok) quoteRefund(parsed.value);
    expectTypeOf<RefundRequest>().toExtend<RefundRequestInput>();
    expectTypeOf(quote.request).toEqualTypeOf<RefundRequest>();
  });

  test('a policy by its name, as it was published, or of one’s own', () => {
    quoteRefund(facts, { policy: 'partner-center-2020-08' });
    quoteRefund(facts, { policy: refundPolicies['partner-center-2018-05'] });
    quoteRefund(facts, { policy: { ...defaultRefundPolicy, id: 'ours', feeRate: '0.1' } });
    quoteRefund(facts, {});
    quoteExchange(swap, { policy: undefined });
    const parsed = parseRefundPolicy({});
    if (parsed.ok) createSettlement({ policy: parsed.value });
  });

  test('an answer that is narrowed first', () => {
    if (quote.allowed) {
      expectTypeOf(quote).toEqualTypeOf<AllowedRefundQuote>();
      expectTypeOf(quote.row).toEqualTypeOf<RefundRow>();
    } else {
      expectTypeOf(quote).toEqualTypeOf<DeniedRefundQuote>();
      expectTypeOf(quote.reason).toEqualTypeOf<RefundRefusal>();
      expectTypeOf(quote.obstacles[0].reason).toEqualTypeOf<RefundRefusal>();
      expectTypeOf(quote.row).toEqualTypeOf<RefundRow | null>();
    }
    if (!exchangeQuote.allowed) {
      expectTypeOf(exchangeQuote.reason).toEqualTypeOf<ExchangeRefusal>();
    }
    expectTypeOf(quote.refund).toBeString();
    expectTypeOf(quote.because).toEqualTypeOf<readonly ClauseId[]>();
    expectTypeOf(quote.interpretations).toEqualTypeOf<readonly InterpretationId[]>();
  });

  test('a line that is told by its code', () => {
    if (line.code === 'fee') expectTypeOf(line.rate).toBeString();
    if (line.code === 'limit') expectTypeOf(line.availableUsd).toBeString();
    expectTypeOf(line.amount).toBeString();
  });

  test('records of unknown shape', () => {
    createSettlement({ ledgers: new Set([ledger]) }).settle(JSON.parse('{}'));
    expectTypeOf(settleRefunds([1, null])).toEqualTypeOf<
      Generator<SettlementResult, void, undefined>
    >();
    expectTypeOf(tryQuoteRefund).parameter(0).toBeUnknown();
    expectTypeOf(tryQuoteRefund(1)).toEqualTypeOf<Parsed<RefundQuote>>();
    if (result.ok) expectTypeOf(result.quote).toEqualTypeOf<RefundQuote>();
    else expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();
  });

  test('a limit that may be absent', () => {
    expectTypeOf(limitOn(ledger, '2025-07-02').available).toEqualTypeOf<string | null>();
    expectTypeOf(openRefundLedger('contoso')).toEqualTypeOf<RefundLedger>();
  });
});

describe('what does not compile', () => {
  test('a cancellation with a fact missing', () => {
    const { used: _, ...noUse } = facts;
    // @ts-expect-error nobody can infer whether it was used
    quoteRefund(noUse);
    const { paid: __, ...noPrice } = facts;
    // @ts-expect-error no price
    quoteRefund(noPrice);
    const { currency: ___, ...noCurrency } = facts;
    // @ts-expect-error no currency
    quoteRefund(noCurrency);
    const { canceledOn: ____, ...noDay } = facts;
    // @ts-expect-error there is no today
    quoteRefund(noDay);
    // @ts-expect-error nothing at all
    quoteRefund();
    // @ts-expect-error an exchange is no cancellation
    quoteRefund(swap);
    // @ts-expect-error and the other way round
    quoteExchange(facts);
  });

  test('a fact of a wrong type', () => {
    // @ts-expect-error no such term
    quoteRefund({ ...facts, term: 'P2Y' });
    // @ts-expect-error a term is no number of years
    quoteRefund({ ...facts, term: 1 });
    // @ts-expect-error not supported yet
    quoteRefund({ ...facts, billingPlan: 'Monthly' });
    // @ts-expect-error no such product
    quoteRefund({ ...facts, product: 'Suse' });
    // @ts-expect-error an amount, not whether there is one
    quoteRefund({ ...facts, consumedRefunds: true });
    // @ts-expect-error used or not
    quoteRefund({ ...facts, used: 'yes' });
    // @ts-expect-error unknown is not unused
    quoteRefund({ ...facts, used: undefined });
    // @ts-expect-error nothing is undefined here, not null
    quoteRefund({ ...facts, consumedRefunds: null });
    // @ts-expect-error a day is no number
    quoteRefund({ ...facts, canceledOn: 1_751_414_400_000 });
    // @ts-expect-error toFixed gives text
    quoteRefund({ ...facts, paid: { toFixed: () => 12_000 } });
    // @ts-expect-error an id is text
    quoteRefund({ ...facts, id: 7 });
  });

  test('a misspelt fact', () => {
    // @ts-expect-error it would overpay
    quoteRefund({ ...facts, consumedRefund: '48000.00' });
    // @ts-expect-error canceledOn
    quoteRefund({ ...facts, cancelledOn: '2025-07-02' });
    // @ts-expect-error newPrice
    quoteExchange({ ...swap, newprice: '1.00' });
  });

  test('an option that nobody knows', () => {
    // @ts-expect-error policy
    quoteRefund(facts, { polcy: 'partner-center-2020-08' });
    // @ts-expect-error no such version
    quoteRefund(facts, { policy: 'partner-center-2019-01' });
    // @ts-expect-error an unfinished policy goes through parseRefundPolicy
    quoteRefund(facts, { policy: { feeRate: '0.1' } });
    // @ts-expect-error ledgers are for batches
    quoteRefund(facts, { ledgers: [] });
    // @ts-expect-error ledgers, not customers
    createSettlement({ ledgers: ['contoso'] });
  });

  test('an answer that was not looked at', () => {
    // @ts-expect-error an allowed quote has no obstacles
    quote.obstacles;
    // @ts-expect-error nor a reason
    quote.reason;
    // @ts-expect-error a denied quote may have no row
    const row: RefundRow = denied.row;
    // @ts-expect-error a denied quote has no note on its limit
    denied.notes[0] === 'limit-clipped';
    // @ts-expect-error the limit may have had no part in it
    quote.limit.available;
    // @ts-expect-error a batch may answer with issues
    result.quote;
    // @ts-expect-error a parsed request may be none
    parseRefundRequest({}).value;
    // @ts-expect-error a ledger may be none
    settleRefund(parseRefundLedger({}), facts);
    // @ts-expect-error not every line has a rate
    line.rate;
    if (!exchangeQuote.allowed) {
      // @ts-expect-error an exchange is never refused for the limit
      exchangeQuote.reason === 'limit-exceeded';
    }
    return row;
  });

  test('to change what is not one’s own', () => {
    // @ts-expect-error a quote
    quote.refund = '0.00';
    // @ts-expect-error its days
    quote.days.remaining = 365;
    // @ts-expect-error its lines
    quote.lines.push(line);
    // @ts-expect-error its clauses
    quote.because[0] = 'RES-1';
    // @ts-expect-error its request
    quote.request.paid = '0.00';
    // @ts-expect-error a policy
    policy.feeRate = '0';
    // @ts-expect-error its list
    policy.nonReturnable.push('AVS');
    // @ts-expect-error a published policy
    refundPolicies['partner-center-2020-08'].limitUsd = null;
    // @ts-expect-error the published policies
    refundPolicies['partner-center-2020-08'] = policy;
    // @ts-expect-error a ledger
    ledger.lastDay = null;
    // @ts-expect-error its days
    ledger.days.push({ on: '2025-07-02', usd: '1.00' });
    // @ts-expect-error its ids
    ledger.ids.length = 0;
    for (const clause of reservationClauses) {
      // @ts-expect-error a clause
      clause.statement = '';
    }
  });

  test('words that are none', () => {
    // @ts-expect-error no such clause
    const clause: ClauseId = 'RES-99';
    // @ts-expect-error no such interpretation
    const interpretation: InterpretationId = 'R-NONE';
    // @ts-expect-error no such refusal
    const refusal: RefundRefusal = 'purchase-below-credit';
    // @ts-expect-error a refund cannot be clipped otherwise
    const other: RefundPolicy = { ...policy, overLimit: 'cut' };
    // @ts-expect-error a window of days is a number
    const windowDays: RefundPolicy = { ...policy, windowDays: '5' };
    return [clause, interpretation, refusal, other, windowDays, request, exchange];
  });
});
