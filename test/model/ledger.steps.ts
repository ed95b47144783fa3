// What can happen to ledgers, one class of steps after another. Chance alone hardly ever meets a limit to the cent, the first day after a
// window, or an id that was just forgotten, so each of these is made on purpose here.

import fc from 'fast-check';
import { expect } from 'vitest';
import {
  isInputError,
  quoteExchange,
  quoteRefund,
  type RefundQuote,
} from '../../src/reservations/index.ts';
import { amountText, dayOf, dayText, decimalsOf, minorOf } from '../reservations/arbitraries.ts';
import type { Book, Reservation, Sight } from './ledger.book.ts';
import { type Desk, expectSame } from './ledger.desk.ts';
import type { LedgerAnswer, LedgerRequest } from './ledger.model.ts';
import { divide, modelExchange, modelRefund, parseDecimal, roundDown } from './refund.model.ts';

export const customers = ['contoso', 'fabrikam', '__proto__'] as const;

const LAST_DAY = dayOf('9999-12-31');

function saw(book: Book, sight: Sight, isSo = true): void {
  if (isSo) book.seen.add(sight);
}

class Step implements fc.Command<Book, Desk> {
  readonly #act: (book: Book, desk: Desk) => void;
  readonly #text: string;

  constructor(text: string, act: (book: Book, desk: Desk) => void) {
    this.#text = text;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  run(book: Book, desk: Desk): void {
    this.#act(book, desk);
    book.steps += 1;
    expectAgreement(book, desk);
  }

  toString(): string {
    return this.#text;
  }
}

function steps<T>(
  name: string,
  facts: fc.Arbitrary<T>,
  act: (book: Book, desk: Desk, facts: T) => void,
): fc.Arbitrary<Step> {
  return facts.map(
    (it) => new Step(`${name} ${fc.stringify(it)}`, (book, desk) => act(book, desk, it)),
  );
}

// --- What is compared ----------------------------------------------------------------------------

const LATER = [1, 5, 6, 30, 364, 365, 366, 730] as const;

/** The ledgers are what the model says, and so is what they leave of the limit on this day and on later ones. */
function expectAgreement(book: Book, desk: Desk): void {
  for (const customerId of customers) {
    const ledger = desk.ledgerOf(customerId);
    const lastDay = book.ledger.lastDayOf(customerId);
    const from = lastDay !== null && lastDay > book.today ? lastDay : book.today;
    expectSame(ledger.lastDay, lastDay);
    expectSame(ledger.days, book.ledger.daysOf(customerId));
    expectSame(ledger.ids.map(({ id }) => id).sort(), [...book.ledger.idsOf(customerId)].sort());
    expectSame(desk.inBatchOf(customerId), ledger);
    const later = dayIn(from, LATER[book.steps % LATER.length] as number);
    const turnOfYear = dayIn(dayOfYear(from, 0, '12-31'), book.steps % 2);
    for (const day of [from, later, turnOfYear]) {
      expectSame(desk.limitOn(customerId, day), book.ledger.limitOn(customerId, day, book.rules));
    }
    if (lastDay !== null) expectCode(() => desk.limitOn(customerId, dayIn(lastDay, -1)));
  }
}

function expectCode(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!isInputError(error)) throw error;
    expectSame(
      error.issues.map(({ code }) => code),
      ['out-of-order'],
    );
    return;
  }
  throw new Error('A day before the last one has a limit.');
}

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
  expectSame(quote.notes, note === null ? [] : [note]);
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

type Answered = Extract<LedgerAnswer, { code: 'answered' }>;

/** What a quote says but for how the caller put it. */
function saidBy(quote: RefundQuote): string {
  const { request: _, assumed: __, ...said } = quote;
  return JSON.stringify(said);
}

// --- Cancellations -------------------------------------------------------------------------------

type Spelling = 'plain' | 'other words';

function recordOf(
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

function send(
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
  const quote = answer.ok ? saidBy(answer.quote) : undefined;
  book.sent.push({ request, answer: expected, record: JSON.stringify(record), quote });
  if (expected.code !== 'answered') {
    expectSame(answer, { ok: false, codes: [expected.code] });
    return expected;
  }
  if (!answer.ok) throw new Error(`${answer.codes.join(', ')} where an answer is due`);
  expectSame(answer.repeated, expected.repeated);
  expectQuote(answer.quote, expected);
  if (expected.repeated) expectSame(quote, book.sent[expected.first]?.quote);
  else if (quotedBefore !== undefined) expectSame(quote, quotedBefore);
  lookAt(book, request, expected);
  return expected;
}

/** As somebody quotes who reads from the ledger what is consumed. */
function quoteBeside(desk: Desk, record: LedgerRequest): string | undefined {
  if (record.canceledOn.slice(0, 10) < record.purchasedOn.slice(0, 10)) return undefined;
  const { policy } = desk;
  const { consumed } = desk.limitOn(record.customerId, record.canceledOn);
  const request = { ...record, consumedRefunds: consumed };
  return saidBy(quoteRefund(request as unknown as Parameters<typeof quoteRefund>[0], { policy }));
}

function lookAt(book: Book, request: LedgerRequest, { model, repeated }: Answered): void {
  saw(book, 'a repeat', repeated);
  if (repeated) return;
  saw(book, 'no decimals', request.digits === 0);
  saw(book, 'three decimals', request.digits === 3);
  if (model.outcome === 'refused') {
    const reasons: readonly string[] = model.reasons;
    saw(book, 'a refusal above the limit', reasons.includes('limit-exceeded'));
    saw(book, 'an ended term', reasons.includes('term-ended'));
    saw(book, 'no returnable product', reasons.includes('not-returnable'));
    saw(book, 'a day without a row', reasons.includes('undefined-by-text'));
    return;
  }
  const withheld = minorOf(model.withheld);
  saw(book, 'a refund', minorOf(model.refund) > 0n);
  saw(book, 'a clipped refund', model.note === 'limit-clipped');
  saw(book, 'nothing left', model.note === 'limit-reached');
  saw(book, 'one minor unit above the limit', withheld === 1n);
  const isWhole = withheld === 0n && minorOf(model.refundable) > 0n;
  saw(book, 'the limit met exactly', isWhole && model.availableUsd === '0.00');
  saw(book, 'one cent below the limit', isWhole && model.availableUsd === '0.01');
  saw(book, 'full credit on day 5', model.days.sincePurchase === 5 && model.row === 'full-credit');
  const isLess = model.row === 'pro-rated-less-fee' && minorOf(model.fee) > 0n;
  saw(book, 'a fee on day 6', model.days.sincePurchase === 6 && isLess);
}

// --- What steps are made of ----------------------------------------------------------------------

const money = fc.constantFrom(
  ...[
    { currency: 'USD', usdRate: '1' },
    { currency: 'USD', usdRate: '1' },
    { currency: 'USD', usdRate: '1' },
    { currency: 'EUR', usdRate: '1.1' },
    { currency: 'GBP', usdRate: '1.33333333333' },
    { currency: 'JPY', usdRate: '0.0067' },
    { currency: 'KWD', usdRate: '3.25' },
  ],
);

const terms = fc.constantFrom('P1Y' as const, 'P1Y' as const, 'P3Y' as const, 'P5Y' as const);

const products = fc.constantFrom(
  ...[
    undefined,
    undefined,
    undefined,
    'VirtualMachines',
    'VirtualMachines',
    'RedHat',
    'Databricks',
  ],
);

const usdCents = fc.oneof(
  { weight: 3, arbitrary: fc.bigInt(0n, 8_000_000n) },
  { weight: 3, arbitrary: fc.bigInt(100_000n, 2_500_000n) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 2_500_000n, 5_000_000n) },
);

const names = fc.constantFrom('none', 'own', 'own', 'own', 'shared', 'old');

/** Which of a list, from its newest on. */
const places = fc.nat({ max: 40 });

function pick<T>(list: readonly T[], place: number): T {
  return list[list.length - 1 - (place % list.length)] as T;
}

function priceIn(currency: string, usdRate: string, worth: bigint): string {
  const digits = decimalsOf(currency);
  const units = divide({ numerator: worth, denominator: 100n }, parseDecimal(usdRate));
  return roundDown(units, digits);
}

/** A price that can be written: of no more than 15 digits before the decimals. */
function priceText(minor: bigint, digits: number): string {
  const most = 10n ** BigInt(15 + digits) - 1n;
  return amountText(minor < 0n ? 0n : minor > most ? most : minor, digits);
}

/** No day beyond the last that can be written. */
function dayIn(day: string, days: number): string {
  return dayText(Math.min(dayOf(day) + days, LAST_DAY));
}

/** A day of the next year but so many. */
function dayOfYear(from: string, years: number, monthAndDay: string): string {
  const year = Math.min(9999, Number(from.slice(0, 4)) + years);
  return `${String(year).padStart(4, '0')}-${monthAndDay}`;
}

function nameOf(book: Book, kind: string, place: number): string | undefined {
  if (kind === 'none') return undefined;
  if (kind === 'shared') return 'CR';
  const named = book.sent.filter(({ request }) => request.id !== undefined);
  if (kind === 'old' && named.length > 0) return pick(named, place).request.id;
  return `CR-${book.steps}`;
}

// --- The steps -----------------------------------------------------------------------------------

const buy = steps(
  'buy',
  fc.record({
    customerId: fc.constantFrom(...customers),
    money,
    term: terms,
    usdCents,
    product: products,
    ago: fc.constantFrom(0, 0, 0, 1, 5, 6, 183, 364, 366),
  }),
  (book, _, facts) => {
    const { currency, usdRate } = facts.money;
    buyFor(book, {
      customerId: facts.customerId,
      paid: priceIn(currency, usdRate, facts.usdCents),
      currency,
      term: facts.term,
      purchasedOn: dayIn(book.today, -facts.ago),
      product: facts.product,
    });
  },
);

function buyFor(book: Book, reservation: Reservation): void {
  book.bought.push(reservation);
  book.open.push(reservation);
}

/** One that is still there or, where none is, any that ever was. */
function reservationAt(book: Book, place: number): Reservation {
  if (book.open.length > 0) return pick(book.open, place);
  if (book.bought.length === 0) {
    const first = {
      customerId: 'contoso',
      paid: '12000.00',
      currency: 'USD',
      term: 'P1Y',
    } as const;
    buyFor(book, { ...first, purchasedOn: book.today });
  }
  return pick(book.bought, place);
}

function close(book: Book, reservation: Reservation): void {
  const at = book.open.indexOf(reservation);
  if (at >= 0) book.open.splice(at, 1);
}

function requestFor(
  reservation: Reservation,
  facts: Pick<LedgerRequest, 'canceledOn' | 'usdRate' | 'used' | 'id'>,
): LedgerRequest {
  const { isExchanged: _, ...bought } = reservation;
  return { ...bought, digits: decimalsOf(reservation.currency), ...facts };
}

const rateOf: Readonly<Record<string, readonly string[]>> = {
  USD: ['1'],
  EUR: ['1.1', '1.05', '0.99999999999'],
  GBP: ['1.33333333333', '1.25'],
  JPY: ['0.0067', '0.01'],
  KWD: ['3.25', '3.333'],
};

const cancel = steps(
  'cancel',
  fc.record({
    place: places,
    shift: fc.oneof(
      { weight: 12, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.constantFrom(-1, -2, -150, -364, -365, -366) },
      { weight: 1, arbitrary: fc.constantFrom(1, 2) },
    ),
    rate: fc.nat({ max: 2 }),
    used: fc.boolean(),
    name: names,
    spelling: fc.constantFrom<Spelling>('plain', 'plain', 'other words'),
  }),
  (book, desk, { place, shift, rate, used, name, spelling }) => {
    const reservation = reservationAt(book, place);
    const { customerId, currency, purchasedOn } = reservation;
    const rates = rateOf[currency] as readonly string[];
    const shifted = dayIn(book.today, shift);
    const canceledOn = shifted < purchasedOn ? purchasedOn : shifted;
    const id = nameOf(book, name, place);
    const usdRate = rates[rate % rates.length] as string;
    const old = book.sent.filter(
      ({ request }) => id !== undefined && request.id === id && request.customerId === customerId,
    );
    const answer = send(
      book,
      desk,
      requestFor(reservation, { canceledOn, usdRate, used, id }),
      spelling,
    );
    saw(book, 'a late day', answer.code === 'out-of-order');
    saw(book, 'a day ahead', answer.code === 'answered' && canceledOn > book.today);
    if (answer.code !== 'answered' || answer.repeated) return;
    const wasKnown = old.some(({ answer: it }) => it.code === 'answered' && movesIds(it));
    saw(book, 'a forgotten id', wasKnown);
    saw(book, 'a cancellation of what was exchanged', reservation.isExchanged === true);
    if (answer.model.outcome === 'paid') close(book, reservation);
  },
);

function movesIds({ model }: Answered): boolean {
  return model.outcome === 'paid' || model.reasons[0] === 'limit-exceeded';
}

const hit = steps(
  'hit the limit',
  fc.record({
    customerId: fc.constantFrom(...customers),
    money,
    term: terms,
    since: fc.constantFrom(0, 0, 3, 5, 6, 30, 183, 364),
    used: fc.boolean(),
    by: fc.constantFrom(-1n, 0n, 0n, 1n),
  }),
  (book, desk, { customerId, money: { currency, usdRate }, term, since, used, by }) => {
    const bought = { customerId, currency, term, purchasedOn: dayIn(book.today, -since) };
    const facts = { canceledOn: book.today, usdRate, used, id: `CR-${book.steps}` };
    const request = requestFor({ ...bought, paid: '0' }, facts);
    const paid = priceThatHits(book, request, by);
    const answer = send(book, desk, { ...request, paid });
    if (answer.code !== 'answered' || by !== 1n) return;
    saw(
      book,
      'refused for one minor unit',
      answer.model.outcome === 'refused' && answer.model.reasons[0] === 'limit-exceeded',
    );
  },
);

/** A price of which what comes back is so many minor units above what is left of the limit. */
function priceThatHits(book: Book, request: LedgerRequest, by: bigint): string {
  const { digits, customerId, canceledOn } = request;
  const { rules } = book;
  const { available } = book.ledger.limitOn(customerId, canceledOn, rules);
  const left = divide(parseDecimal(available ?? '50000.00'), parseDecimal(request.usdRate));
  const target = minorOf(roundDown(left, digits)) + by;
  if (target <= 0n) return priceText(0n, digits);
  let price = target;
  for (let tries = 0; tries < 8; tries += 1) {
    const paid = priceText(price, digits);
    const answer = modelRefund({ ...request, paid }, { ...rules, limitUsd: null }, '0.00');
    if (answer.outcome === 'refused') break;
    const counted = minorOf(rules.limitCounts === 'refund' ? answer.refundable : answer.credit);
    const missing = target - counted;
    if (missing === 0n || counted === 0n) break;
    const more = (missing * price) / counted;
    price += more !== 0n ? more : missing > 0n ? 1n : -1n;
  }
  return priceText(price, digits);
}

const repeat = steps(
  'repeat',
  fc.record({
    place: fc.oneof(places, fc.nat({ max: 3 })),
    twist: fc.constantFrom(
      ...[
        'none',
        'none',
        'none',
        'none',
        'words',
        'words',
        'paid',
        'used',
        'day',
        'product',
        'rate',
      ],
    ),
  }),
  (book, desk, { place, twist }) => {
    const known = book.sent.filter(({ request }) => request.id !== undefined);
    if (known.length === 0) return;
    const { request, answer: before } = pick(known, place);
    const answer = send(
      book,
      desk,
      twisted(request, twist),
      twist === 'words' ? 'other words' : 'plain',
    );
    const wasKept = before.code === 'answered' && movesIds(before) && !before.repeated;
    if (answer.code === 'answered' && answer.repeated) {
      saw(book, 'a repeat with other words', twist === 'words');
    } else if (answer.code === 'id-conflict') {
      const isSame = twist === 'none' || twist === 'words';
      saw(book, isSame ? 'another policy' : 'other facts');
    } else if (wasKept && answer.code === 'out-of-order') {
      saw(book, 'a forgotten id of a late day');
    }
  },
);

function twisted(request: LedgerRequest, twist: string): LedgerRequest {
  const { paid, digits, used, canceledOn, product, currency } = request;
  if (twist === 'paid') return { ...request, paid: priceText(minorOf(paid) + 1n, digits) };
  if (twist === 'used') return { ...request, used: !used };
  if (twist === 'day') return { ...request, canceledOn: dayIn(canceledOn, 1) };
  if (twist === 'rate' && currency !== 'USD') return { ...request, usdRate: '2.5' };
  if (twist !== 'product') return request;
  return { ...request, product: product === undefined ? 'VirtualMachines' : undefined };
}

const exchange = steps(
  'exchange',
  fc.record({
    place: places,
    term: terms,
    price: fc.oneof(
      fc.tuple(fc.constant('credit'), fc.constantFrom(-1n, 0n, 1n)),
      fc.tuple(fc.constant('worth'), usdCents),
    ),
  }),
  (book, desk, { place, term, price: [kind, amount] }) => {
    const reservation = reservationAt(book, place);
    const { customerId, currency, product, paid } = reservation;
    const digits = decimalsOf(currency);
    if (reservation.purchasedOn > book.today) return;
    const given = {
      ...{ paid, term: reservation.term, purchasedOn: reservation.purchasedOn },
      ...(product === undefined ? {} : { product }),
      exchangedOn: book.today,
    };
    const anyPrice = { ...book.rules, exchangeMinimum: 'none' as const };
    const priced = modelExchange({ ...given, digits, newPrice: '0' }, anyPrice);
    const credit = priced.outcome === 'allowed' ? minorOf(priced.credit) : 0n;
    const minor = kind === 'credit' ? credit + amount : amount;
    const newPrice = priceText(minor, digits);
    const expected = modelExchange({ ...given, digits, newPrice }, book.rules);

    const before = [desk.ledgerOf(customerId), desk.inBatchOf(customerId)];
    const quote = quoteExchange({ ...given, currency, newPrice } as never, { policy: desk.policy });
    if (expected.outcome === 'refused') {
      expectSame(
        quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason),
        expected.reasons,
      );
    } else {
      const { credit: credited, netPayable } = quote;
      const figures = { outcome: quote.allowed && 'allowed', credit: credited, netPayable };
      expectSame(figures, expected);
    }
    // Sent to be settled it is refused, since it has no part in the limit.
    const settled = desk.settle({ ...given, customerId, currency, newPrice } as never);
    expect(settled).toMatchObject({ ok: false });
    expectSame([desk.ledgerOf(customerId), desk.inBatchOf(customerId)], before);

    if (expected.outcome === 'refused') {
      saw(book, 'an exchange below its credit', expected.reasons[0] === 'purchase-below-credit');
      return;
    }
    saw(book, 'an exchange');
    saw(book, 'an exchange for exactly its credit', minorOf(newPrice) === credit && credit > 0n);
    close(book, reservation);
    const bought = { customerId, paid: newPrice, currency, term, product };
    buyFor(book, { ...bought, purchasedOn: book.today, isExchanged: true });
  },
);

const spoil = steps(
  'spoil',
  fc.record({
    place: places,
    fault: fc.constantFrom(
      ...['before-purchase', 'beside-ledger', 'rate', 'unknown-field', 'missing-field'],
    ),
  }),
  (book, desk, { place, fault }) => {
    const reservation = reservationAt(book, place);
    const { currency, purchasedOn, customerId } = reservation;
    const usdRate = rateOf[currency]?.[0] as string;
    const facts = { canceledOn: book.today, usdRate, used: true, id: nameOf(book, 'old', place) };
    const request = requestFor(reservation, facts);
    const { usdRate: _, ...unrated } = recordOf(request, 'plain');
    const { used: __, ...unsaid } = recordOf(request, 'plain');
    const isDollar = currency === 'USD';
    const [record, code] = {
      'before-purchase': [
        { ...recordOf(request, 'plain'), canceledOn: dayIn(purchasedOn, -1) },
        'before-purchase',
      ],
      'beside-ledger': [
        { ...recordOf(request, 'plain'), consumedRefunds: '0.00' },
        'beside-ledger',
      ],
      rate: isDollar
        ? [{ ...unrated, usdRate: '1.1' }, 'rate-not-one']
        : [unrated, 'rate-required'],
      'unknown-field': [
        { ...recordOf(request, 'plain'), exchangedOn: book.today },
        'unknown-field',
      ],
      'missing-field': [unsaid, 'missing-field'],
    }[fault] as [{ readonly customerId: string }, string];
    const before = [desk.ledgerOf(customerId), desk.inBatchOf(customerId)];
    expectSame(desk.settle(record), { ok: false, codes: [code] });
    expectSame([desk.ledgerOf(customerId), desk.inBatchOf(customerId)], before);
    saw(book, 'a malformed record');
  },
);

const clock = steps(
  'clock',
  fc.record({
    to: fc.constantFrom(
      ...[
        'days',
        'days',
        'days',
        'given back',
        'given back',
        'window',
        'new year',
        'leap',
        'month',
      ],
    ),
    days: fc.constantFrom(0, 1, 1, 2, 4, 5, 6, 7, 30, 90, 182, 183, 364, 365, 366, 367, 800),
    by: fc.constantFrom(-1, 0, 0, 1),
    place: places,
  }),
  (book, desk, { to, days, by, place }) => {
    const before = book.today;
    const customerId = pick(customers, place);
    const first = book.ledger.limitOn(customerId, later(before, book, customerId), book.rules);
    const target = {
      days: dayIn(before, days),
      'given back': first.givenBack[0]?.on,
      window: book.open.length === 0 ? undefined : dayIn(pick(book.open, place).purchasedOn, 5),
      'new year': dayOfYear(before, 1, '01-01'),
      leap: nextLeapDay(before),
      month: dayIn(`${dayIn(`${before.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1),
    }[to];
    const day = target === undefined || to === 'days' ? target : dayIn(target, by);
    if (day === undefined || day <= before) return;
    book.today = day;
    saw(book, 'a new year', day.slice(0, 4) !== before.slice(0, 4));
    saw(book, 'a leap day', day.endsWith('-02-29'));
    saw(book, 'the end of a month', to === 'month' && by === 0);
    if (to !== 'given back') return;
    const after = desk.limitOn(customerId, later(day, book, customerId));
    const isLess = minorOf(after.consumed) < minorOf(first.consumed);
    saw(book, 'given back that very day', by === 0 && isLess);
    saw(book, 'nothing given back the day before', by === -1 && !isLess);
    const { limitWindow } = book.policy;
    saw(book, 'given back after 365 days', isLess && limitWindow === '365-days');
    saw(book, 'given back at the new year', isLess && limitWindow === 'calendar-year');
  },
);

function later(day: string, book: Book, customerId: string): string {
  const lastDay = book.ledger.lastDayOf(customerId);
  return lastDay !== null && lastDay > day ? lastDay : day;
}

function nextLeapDay(day: string): string | undefined {
  for (let years = 0; years < 9; years += 1) {
    const leapDay = dayIn(dayOfYear(day, years, '03-01'), -1);
    if (leapDay.endsWith('29') && leapDay > day) return leapDay;
  }
  return undefined;
}

const changePolicy = steps('policy', fc.nat({ max: 2 }), (book, desk, place) => {
  const policy = pick(book.policies, place);
  saw(book, 'a change of policy', policy !== book.policy);
  book.policy = policy;
  desk.reopen('batch', policy);
});

const save = steps('save', fc.constant('the ledgers'), (book, desk) => {
  desk.save();
  saw(book, 'saved ledgers');
});

const reopen = steps('reopen', fc.constantFrom('batch', 'steps'), (book, desk, from) => {
  desk.reopen(from);
  saw(book, 'a batch that goes on');
});

const kinds: readonly (readonly [number, fc.Arbitrary<Step>])[] = [
  [5, buy],
  [7, cancel],
  [3, hit],
  [4, repeat],
  [2, exchange],
  [1, spoil],
  [6, clock],
  [1, changePolicy],
  [1, save],
  [1, reopen],
];

/** Up to 100 steps, and long ones as often as short ones. */
export const sequences: fc.Arbitrary<Iterable<fc.Command<Book, Desk>>> = fc.noBias(
  fc.commands(
    kinds.flatMap(([weight, arbitrary]) => Array.from({ length: weight }, () => arbitrary)),
    { maxCommands: 100, size: 'max' },
  ),
);
