import { canonicalDay, readDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, readAmount, timesOver, type Whole } from '../../kernel/money.ts';
import {
  type Fields,
  isGiven,
  NO_TEXT,
  readArray,
  readBoolean,
  readFields,
  readOptional,
  readWord,
} from '../../kernel/read.ts';
import {
  copyLabels,
  emptyFacts,
  labelFields,
  type ReturnFacts,
  readLabels,
  readReturned,
  returnedFields,
} from './refund-facts.ts';
import type {
  ExchangeRequest,
  PurchasedItem,
  ReturnedItem,
  SeveralExchangeRequest,
  SingleExchangeRequest,
} from './request.ts';
import { paymentsOf, type Term, terms } from './term.ts';

/** A reservation that is bought. */
interface PurchaseFacts {
  /** Its price, or all payments of its term, in minor units (PAY-7). */
  readonly total: Whole;
}

/** A reservation that is exchanged, and whether it was used, if that was stated. */
export interface ExchangedFacts extends ReturnFacts {
  readonly used: boolean | undefined;
}

export interface ExchangeFacts {
  readonly request: ExchangeRequest;
  readonly returned: readonly [ExchangedFacts, ...ExchangedFacts[]];
  readonly purchases: readonly PurchaseFacts[];
  /** True if the request is of one reservation for one that is paid up front. */
  readonly isSingle: boolean;
}

const itemFields: ReadonlySet<string> = new Set<keyof ReturnedItem>([...returnedFields, 'used']);
const purchaseFields: ReadonlySet<string> = new Set<keyof PurchasedItem>([
  'price',
  'instalment',
  'term',
  'currency',
]);
const singleFields: ReadonlySet<string> = new Set<keyof SingleExchangeRequest>([
  ...returnedFields,
  ...labelFields,
  'used',
  'exchangedOn',
  'newPrice',
  'newCurrency',
]);
const severalFields: ReadonlySet<string> = new Set<keyof SeveralExchangeRequest>([
  ...labelFields,
  'exchangedOn',
  'reservationsToExchange',
  'reservationsToPurchase',
]);

const MOST_ITEMS = 100;

/** Reads the facts of an exchange, or reports every issue. */
export function readExchangeFacts(input: unknown, issues: Issue[]): ExchangeFacts | undefined {
  return isOfSeveral(input) ? readSeveral(input, issues) : readSingle(input, issues);
}

function isOfSeveral(input: unknown): boolean {
  try {
    return (
      typeof input === 'object' &&
      input !== null &&
      (Object.hasOwn(input, 'reservationsToExchange') ||
        Object.hasOwn(input, 'reservationsToPurchase'))
    );
  } catch {
    return false; // it cannot be read, which the reader of fields reports
  }
}

function readSingle(input: unknown, issues: Issue[]): ExchangeFacts | undefined {
  const fields = readFields<keyof SingleExchangeRequest>(input, singleFields, [], issues);
  if (fields === undefined) return undefined;
  const returned = readReturned(fields, 'exchangedOn', fields.exchangedOn, [], issues);
  const { currency, digits } = returned;
  const used = readUsed(fields.used, ['used'], issues);
  const newPrice = readAmount(fields.newPrice, currency, digits, ['newPrice'], issues);
  checkCurrency(fields.newCurrency, currency, ['newCurrency'], issues);
  readLabels(fields, false, issues);
  if (issues.length > 0) return undefined;

  const request = Object.assign(emptyFacts<SingleExchangeRequest>(), {
    ...returned.given,
    currency,
    term: returned.term,
    purchasedOn: canonicalDay(fields.purchasedOn, returned.purchasedOn),
    exchangedOn: canonicalDay(fields.exchangedOn, returned.returnedOn),
  });
  if (used !== undefined) request.used = used;
  request.newPrice = formatAmount(newPrice, digits);
  copyCurrentPrice(request, returned);
  if (isGiven(fields.newCurrency)) request.newCurrency = currency;
  if (returned.product !== undefined) request.product = returned.product;
  if (returned.isPlanGiven) request.billingPlan = returned.billingPlan;
  copyLabels(request, fields);
  return {
    request: { ...request } as SingleExchangeRequest,
    returned: [{ ...returned, used }],
    purchases: [{ total: newPrice }],
    isSingle: true,
  };
}

function readSeveral(input: unknown, issues: Issue[]): ExchangeFacts | undefined {
  const fields = readFields<keyof SeveralExchangeRequest>(input, severalFields, [], issues);
  if (fields === undefined) return undefined;
  const exchangedOn = readDay(fields.exchangedOn, ['exchangedOn'], issues);
  const isDated = issues.length === 0;
  let currency: string | undefined;
  const returned = readItems(
    fields.reservationsToExchange,
    ['reservationsToExchange'],
    issues,
    (item, path) => {
      const day = isDated ? fields.exchangedOn : undefined;
      const read = readItem(item, day, isDated, currency, path, issues);
      currency ??= read?.facts.currency;
      return read;
    },
  );
  const [first] = returned;
  const purchases = readItems(
    fields.reservationsToPurchase,
    ['reservationsToPurchase'],
    issues,
    (item, path) => readPurchase(item, first?.facts, path, issues),
  );
  readLabels(fields, false, issues);
  if (first === undefined || issues.length > 0) return undefined;

  const request = Object.assign(emptyFacts<SeveralExchangeRequest>(), {
    exchangedOn: canonicalDay(fields.exchangedOn, exchangedOn),
    reservationsToExchange: returned.map(({ request }) => request),
    reservationsToPurchase: purchases.map(({ request }) => request),
  });
  copyLabels(request, fields);
  return {
    request: { ...request } as SeveralExchangeRequest,
    returned: returned.map(({ facts }) => facts) as [ExchangedFacts],
    purchases: purchases.map(({ total }) => ({ total })),
    isSingle: false,
  };
}

/** Reads 1 to 100 items; those without an issue are given. */
function readItems<Item>(
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
  read: (item: unknown, path: Issue['path']) => Item | undefined,
): Item[] {
  const before = issues.length;
  const items = readArray(input, path, issues, (item, at) => ({ item, at }));
  if (issues.length > before) return [];
  if (items.length > MOST_ITEMS) {
    issues.push(
      issue(path, 'too-long', `at most ${MOST_ITEMS} reservations`, `${items.length} of them`),
    );
    return [];
  }
  if (items.length === 0) issues.push(issue(path, 'empty', 'a reservation at least', input));
  return items.flatMap(({ item, at }) => read(item, at) ?? []);
}

interface ReadItem {
  readonly facts: ExchangedFacts;
  readonly request: ReturnedItem;
}

function readItem(
  input: unknown,
  exchangedOn: unknown,
  isDated: boolean,
  currency: string | undefined,
  path: Issue['path'],
  issues: Issue[],
): ReadItem | undefined {
  const before = issues.length;
  const fields = readFields<keyof ReturnedItem>(input, itemFields, path, issues);
  if (fields === undefined) return undefined;
  const ofItem: Issue[] = [];
  const returned = readReturned(fields, 'exchangedOn', exchangedOn, path, ofItem);
  // A day of exchange that is malformed was reported once for all items.
  issues.push(...ofItem.filter((one) => isDated || one.path[0] !== 'exchangedOn'));
  const used = readUsed(fields.used, [...path, 'used'], issues);
  if (currency !== undefined) {
    checkCurrency(fields.currency, currency, [...path, 'currency'], issues);
  }
  if (issues.length > before || !isDated) return undefined;
  const request = Object.assign(emptyFacts<ReturnedItem>(), {
    ...returned.given,
    currency: returned.currency,
    term: returned.term,
    purchasedOn: canonicalDay(fields.purchasedOn, returned.purchasedOn),
  });
  if (used !== undefined) request.used = used;
  copyCurrentPrice(request, returned);
  if (returned.product !== undefined) request.product = returned.product;
  if (returned.isPlanGiven) request.billingPlan = returned.billingPlan;
  return { facts: { ...returned, used }, request: { ...request } as ReturnedItem };
}

function readPurchase(
  input: unknown,
  first: ReturnFacts | undefined,
  path: Issue['path'],
  issues: Issue[],
): (PurchaseFacts & { readonly request: PurchasedItem }) | undefined {
  const fields = readFields<keyof PurchasedItem>(input, purchaseFields, path, issues);
  // Without a well-formed returned item there is no currency to read amounts in.
  if (fields === undefined || first === undefined) return undefined;
  const { currency, digits } = first;
  const before = issues.length;
  checkCurrency(fields.currency, currency, [...path, 'currency'], issues);
  const bought = isGiven(fields.instalment)
    ? readMonthlyPurchase(fields, first, path, issues)
    : readUpfrontPurchase(fields, first, path, issues);
  if (issues.length > before) return undefined;
  const ofCurrency = isGiven(fields.currency) ? { currency } : {};
  const { amount, term } = bought;
  const text = formatAmount(amount, digits);
  return term === undefined
    ? { total: amount, request: { price: text, ...ofCurrency } }
    : {
        total: timesOver(amount, paymentsOf(term), 1, 'down'),
        request: { instalment: text, term, ...ofCurrency },
      };
}

interface Bought {
  readonly amount: Whole;
  readonly term?: Term;
}

function readUpfrontPurchase(
  { price, term }: Fields<keyof PurchasedItem>,
  { currency, digits }: ReturnFacts,
  path: Issue['path'],
  issues: Issue[],
): Bought {
  if (isGiven(term)) {
    const expected = 'nothing next to a price (a term goes with an instalment)';
    issues.push(issue([...path, 'term'], 'contradiction', expected, term));
  }
  return { amount: readAmount(price, currency, digits, [...path, 'price'], issues) };
}

function readMonthlyPurchase(
  { price, instalment, term }: Fields<keyof PurchasedItem>,
  { currency, digits }: ReturnFacts,
  path: Issue['path'],
  issues: Issue[],
): Bought {
  if (isGiven(price)) {
    const expected = 'nothing next to an instalment (give the one or the other)';
    issues.push(issue([...path, 'price'], 'contradiction', expected, price));
  }
  return {
    amount: readAmount(instalment, currency, digits, [...path, 'instalment'], issues),
    term: readWord(term, terms, [...path, 'term'], issues),
  };
}

function copyCurrentPrice(
  request: { currentPrice?: string | undefined },
  { currentPrice, digits }: ReturnFacts,
): void {
  if (currentPrice !== undefined) request.currentPrice = formatAmount(currentPrice, digits);
}

function readUsed(value: unknown, path: Issue['path'], issues: Issue[]): boolean | undefined {
  return readOptional(value, path, issues, readBoolean);
}

/** All prices of an exchange have one currency. */
function checkCurrency(
  value: unknown,
  currency: string,
  path: Issue['path'],
  issues: Issue[],
): void {
  if (!isGiven(value) || currency === NO_TEXT || value === currency) return;
  issues.push(issue(path, 'other-currency', `the currency of the price paid, ${currency}`, value));
}
