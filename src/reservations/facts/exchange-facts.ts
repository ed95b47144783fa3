import { canonicalDay, readDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, readAmount } from '../../kernel/money.ts';
import {
  emptyRecord,
  type Fields,
  isGiven,
  isOwn,
  onlyGiven,
  readArray,
  readBoolean,
  readFields,
  readName,
  readOptional,
  readWord,
} from '../../kernel/read.ts';
import { checkCurrency, type PurchaseFacts, readProduct, readPurchase } from './purchase-facts.ts';
import {
  copyLabels,
  labelFields,
  type ReturnFacts,
  readLabels,
  readReturned,
  returnedFields,
} from './refund-facts.ts';
import type {
  ExchangeRequest,
  ReturnedItem,
  SeveralExchangeRequest,
  SingleExchangeRequest,
} from './request.ts';
import { type Term, terms } from './term.ts';

/** A reservation that is exchanged; whether it was used and savings plans cover it, if that was stated. */
export interface ExchangedFacts extends ReturnFacts {
  readonly used: boolean | undefined;
  readonly savingsPlanEligible: boolean | undefined;
  readonly sku?: string | undefined;
  readonly region?: string | undefined;
}

export interface ExchangeFacts {
  readonly request: ExchangeRequest;
  readonly returned: readonly [ExchangedFacts, ...ExchangedFacts[]];
  readonly purchases: readonly PurchaseFacts[];
  /** True if the request is of one reservation for one that is paid up front. */
  readonly isSingle: boolean;
}

const itemFields: ReadonlySet<string> = new Set<keyof ReturnedItem>([
  ...returnedFields,
  'used',
  'savingsPlanEligible',
  'sku',
  'region',
]);
const singleFields: ReadonlySet<string> = new Set<keyof SingleExchangeRequest>([
  ...returnedFields,
  ...labelFields,
  'used',
  'savingsPlanEligible',
  'sku',
  'region',
  'exchangedOn',
  'newPrice',
  'newCurrency',
  'newProduct',
  'newSku',
  'newRegion',
  'newTerm',
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
      (isOwn(input, 'reservationsToExchange') || isOwn(input, 'reservationsToPurchase'))
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
  const used = readOptional(fields.used, ['used'], issues, readBoolean);
  const savingsPlanEligible = readCoverage(fields.savingsPlanEligible, [], issues);
  const newProduct = readProduct(fields.newProduct, ['newProduct'], issues);
  const kind = readKind(fields, [], issues);
  const newSku = readOptional(fields.newSku, ['newSku'], issues, readName);
  const newRegion = readOptional(fields.newRegion, ['newRegion'], issues, readName);
  const newTerm = readOptional(fields.newTerm, ['newTerm'], issues, readTerm);
  const newPrice = readAmount(fields.newPrice, currency, digits, ['newPrice'], issues);
  checkCurrency(fields.newCurrency, currency, ['newCurrency'], issues);
  readLabels(fields, false, issues);
  if (issues.length > 0) return undefined;

  const request = Object.assign(emptyRecord<SingleExchangeRequest>(), {
    ...returned.given,
    currency,
    term: returned.term,
    purchasedOn: canonicalDay(fields.purchasedOn, returned.purchasedOn),
    exchangedOn: canonicalDay(fields.exchangedOn, returned.returnedOn),
  });
  if (used !== undefined) request.used = used;
  if (savingsPlanEligible !== undefined) request.savingsPlanEligible = savingsPlanEligible;
  request.newPrice = formatAmount(newPrice, digits);
  copyCurrentPrice(request, returned);
  if (isGiven(fields.newCurrency)) request.newCurrency = currency;
  if (newProduct !== undefined) request.newProduct = newProduct;
  Object.assign(request, onlyGiven({ ...kind, newSku, newRegion, newTerm }));
  if (returned.product !== undefined) request.product = returned.product;
  if (returned.isPlanGiven) request.billingPlan = returned.billingPlan;
  copyLabels(request, fields);
  return {
    request: { ...request } as SingleExchangeRequest,
    returned: [{ ...returned, ...kind, used, savingsPlanEligible }],
    purchases: [
      { total: newPrice, product: newProduct, sku: newSku, region: newRegion, term: newTerm },
    ],
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

  const request = Object.assign(emptyRecord<SeveralExchangeRequest>(), {
    exchangedOn: canonicalDay(fields.exchangedOn, exchangedOn),
    reservationsToExchange: returned.map(({ request }) => request),
    reservationsToPurchase: purchases.map(({ request }) => request),
  });
  copyLabels(request, fields);
  return {
    request: { ...request } as SeveralExchangeRequest,
    returned: returned.map(({ facts }) => facts) as [ExchangedFacts],
    purchases: purchases.map(({ request: _, ...facts }) => facts),
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
  const used = readOptional(fields.used, [...path, 'used'], issues, readBoolean);
  const savingsPlanEligible = readCoverage(fields.savingsPlanEligible, path, issues);
  const kind = readKind(fields, path, issues);
  if (currency !== undefined) {
    checkCurrency(fields.currency, currency, [...path, 'currency'], issues);
  }
  if (issues.length > before || !isDated) return undefined;
  const request = Object.assign(emptyRecord<ReturnedItem>(), {
    ...returned.given,
    currency: returned.currency,
    term: returned.term,
    purchasedOn: canonicalDay(fields.purchasedOn, returned.purchasedOn),
  });
  if (used !== undefined) request.used = used;
  if (savingsPlanEligible !== undefined) request.savingsPlanEligible = savingsPlanEligible;
  Object.assign(request, onlyGiven(kind));
  copyCurrentPrice(request, returned);
  if (returned.product !== undefined) request.product = returned.product;
  if (returned.isPlanGiven) request.billingPlan = returned.billingPlan;
  return {
    facts: { ...returned, ...kind, used, savingsPlanEligible },
    request: { ...request } as ReturnedItem,
  };
}

function copyCurrentPrice(
  request: { currentPrice?: string | undefined },
  { currentPrice, digits }: ReturnFacts,
): void {
  if (currentPrice !== undefined) request.currentPrice = formatAmount(currentPrice, digits);
}

/** Reads the SKU and the region of a returned reservation. */
function readKind(
  { sku, region }: Fields<'sku' | 'region'>,
  path: Issue['path'],
  issues: Issue[],
): Pick<ExchangedFacts, 'sku' | 'region'> {
  return {
    sku: readOptional(sku, [...path, 'sku'], issues, readName),
    region: readOptional(region, [...path, 'region'], issues, readName),
  };
}

const readTerm = (value: unknown, path: Issue['path'], issues: Issue[]): Term =>
  readWord(value, terms, path, issues);

function readCoverage(value: unknown, path: Issue['path'], issues: Issue[]): boolean | undefined {
  return readOptional(value, [...path, 'savingsPlanEligible'], issues, readBoolean);
}
