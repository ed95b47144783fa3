import { type RefundQuote, tryQuoteRefund } from '../../../src/reservations/index.ts';
import { minorOf } from '../../reservations/arbitraries.ts';
import type { LedgerAnswer, LedgerRequest } from '../ledger.model.ts';
import type { Book, Sent } from './book.ts';
import { type Desk, expectSame } from './desk.ts';

function expectQuote(quote: RefundQuote, { model, consumedBefore }: Answered): void {
  if (model.outcome === 'refused') {
    expectSame(quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason), model.reasons);
    expectSame(minorOf(quote.refund) === 0n, true);
    if (quote.limit === null) return;
    expectSame(quote.limit.consumedBefore, consumedBefore);
    expectSame(quote.limit.consumedAfter, consumedBefore);
    return;
  }
  const { row, days, credit, fee, refundable, refund, withheld, note } = model;
  const figures = { allowed: true, row, days, credit, fee, refundable, refund, withheld };
  expectSame(
    Object.fromEntries(Object.keys(figures).map((key) => [key, quote[key as keyof RefundQuote]])),
    figures,
  );
  // `superseded` depends on no ledger.
  const notes = quote.notes.filter((one) => one !== 'superseded');
  expectSame(notes, note === null ? [] : [note]);
  const { limitUsd } = quote.policy;
  expectSame(
    quote.limit,
    limitUsd === null
      ? null
      : {
          currency: 'USD',
          max: limitUsd,
          consumedBefore,
          consumedAfter: model.consumedAfterUsd,
          available: model.availableUsd,
        },
  );
}

export type Answered = Extract<LedgerAnswer, { code: 'answered' }>;

/** What a quote says but for how the caller put it. */
function saidBy(quote: RefundQuote): string {
  const { request: _, assumed: __, ...said } = quote;
  return JSON.stringify(said);
}

export type Spelling = 'plain' | 'other words';

export function recordOf(
  request: LedgerRequest,
  spelling: Spelling,
): LedgerRequest & { readonly [name: string]: unknown } {
  const { digits: _, usdRate, product, id, ...facts } = request;
  const plain = {
    ...facts,
    ...(request.currency === 'USD' ? {} : { usdRate }),
    ...(product === undefined ? {} : { product }),
    ...(id === undefined ? {} : { id }),
  };
  if (spelling === 'plain') return plain as LedgerRequest & Record<string, unknown>;
  return {
    ...plain,
    paid: request.paid.includes('.') ? request.paid.replace(/\.?0+$/, '') : request.paid,
    usdRate: usdRate.includes('.') ? `${usdRate}0` : `${usdRate}.0`,
    canceledOn: `${request.canceledOn}T23:59:59.999Z`,
    purchasedOn: `${request.purchasedOn}T00:00:00+00:00`,
    billingPlan: 'Upfront',
    meta: { note: 'again' },
  } as unknown as LedgerRequest & Record<string, unknown>;
}

/** Sends a cancellation to be settled, and compares the answer with the model's and with a quote. */
export function send(
  book: Book,
  desk: Desk,
  request: LedgerRequest,
  spelling: Spelling = 'plain',
): LedgerAnswer {
  const { customerId, canceledOn } = request;
  const record = recordOf(request, spelling);
  const lastDay = book.ledger.lastDayOf(customerId);
  const isLate = lastDay !== null && canceledOn < lastDay;
  const quotedBefore = isLate ? undefined : quoteBeside(desk, record);
  const expected = book.ledger.settle(request, book.rules);
  const answer = desk.settle(record);
  const said = answer.ok ? saidBy(answer.quote) : '';
  const bytes = answer.ok ? JSON.stringify(answer.quote) : '';
  book.sent.push({ request, answer: expected, record: JSON.stringify(record), said, bytes });
  if (expected.code !== 'answered') {
    expectSame(answer, { ok: false, codes: [expected.code] });
    return expected;
  }
  if (!answer.ok) throw new Error(`${answer.codes.join(', ')} where an answer is due`);
  expectSame(answer.repeated, expected.repeated);
  expectQuote(answer.quote, expected);
  if (expected.repeated) {
    const first = book.sent[expected.first] as Sent;
    expectSame(said, first.said);
    if (JSON.stringify(record) === first.record) expectSame(bytes, first.bytes);
  } else if (quotedBefore !== undefined) {
    expectSame(said, quotedBefore);
  }
  lookAt(book, request, expected);
  return expected;
}

/** As somebody quotes who reads from the ledger what is consumed. */
function quoteBeside(desk: Desk, record: LedgerRequest): string | undefined {
  if (record.canceledOn.slice(0, 10) < record.purchasedOn.slice(0, 10)) return undefined;
  const { consumed } = desk.limitOn(record.customerId, record.canceledOn);
  const request = { ...record, consumedRefunds: consumed };
  const quoted = tryQuoteRefund(request, { policy: desk.policy });
  if (quoted.ok) return saidBy(quoted.value);
  // Amounts have at most 15 digits before the decimals; the sums of a ledger may have more.
  expectSame(
    quoted.issues.map(({ code, path }) => [code, ...path, minorOf(consumed) >= 10n ** 17n]),
    [['too-large', 'consumedRefunds', true]],
  );
  return undefined;
}

function lookAt(book: Book, request: LedgerRequest, { model, repeated }: Answered): void {
  book.saw('a repeat', repeated);
  if (repeated) return;
  book.saw('no decimals', request.digits === 0);
  book.saw('three decimals', request.digits === 3);
  if (model.outcome === 'refused') {
    const reasons: readonly string[] = model.reasons;
    book.saw('a refusal above the limit', reasons.includes('limit-exceeded'));
    book.saw('an ended term', reasons.includes('term-ended'));
    book.saw('no returnable product', reasons.includes('not-returnable'));
    book.saw('a day without a row', reasons.includes('undefined-by-text'));
    return;
  }
  const withheld = minorOf(model.withheld);
  book.saw('a refund', minorOf(model.refund) > 0n);
  book.saw('a clipped refund', model.note === 'limit-clipped');
  book.saw('nothing left', model.note === 'limit-reached');
  book.saw('one minor unit above the limit', withheld === 1n);
  const isWhole = withheld === 0n && minorOf(model.refundable) > 0n;
  book.saw('the limit met exactly', isWhole && model.availableUsd === '0.00');
  book.saw('one cent below the limit', isWhole && model.availableUsd === '0.01');
  book.saw('full credit on day 5', model.days.sincePurchase === 5 && model.row === 'full-credit');
  const isLess = model.row === 'pro-rated-less-fee' && minorOf(model.fee) > 0n;
  book.saw('a fee on day 6', model.days.sincePurchase === 6 && isLess);
}
