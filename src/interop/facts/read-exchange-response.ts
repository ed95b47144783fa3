import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { plus, type Whole } from '../../kernel/money.ts';
import { type Fields, readArray } from '../../kernel/read.ts';
import type { ExchangeRequest, ExchangeRequestInput } from '../../reservations/facts/request.ts';
import {
  type BodyFields,
  type BodyValue,
  readBodyFields,
  readElements,
  wholeBody,
} from '../body/body-fields.ts';
import { isOfKind } from '../body/body-type.ts';
import { currencyOf, isSame, readPrice, readPriceIn } from '../body/price.ts';
import { type ReservedKind, readReservedKind } from '../body/reserved-kind.ts';
import { isDone } from '../body/states.ts';
import { completed, finish, KNOWN, type Known, readKnown } from './known-facts.ts';
import { billingNames, readReturnedPayment } from './returned-payment.ts';
import { readExchange } from './rule-facts.ts';

type SeveralInput = Extract<ExchangeRequestInput, { readonly reservationsToExchange: unknown }>;

type Each = 'reservationsToExchange' | 'reservationsToPurchase';

/** Facts that the caller adds to the answer to an exchange of several reservations. */
export type KnownOfSeveral = Known<Omit<SeveralInput, Each>> & {
  /** The facts of each returned reservation, in the order of the answer. */
  readonly reservationsToExchange?:
    | readonly Known<SeveralInput['reservationsToExchange'][number]>[]
    | undefined;
};

/** Facts that the caller adds to the answer to an exchange. */
export type KnownOfExchange = Known<Exclude<ExchangeRequestInput, SeveralInput>> | KnownOfSeveral;

/**
 * Reads the facts of an exchange from the response of Microsoft's `calculateExchange` or `exchange`.
 * `readExchangeFigures` reads the amounts that Microsoft would credit.
 *
 * The response states prices and quantities only. Pass the rest as `known`: `exchangedOn`, and
 * for the returned reservation `term`, `purchasedOn`, and `used` if the policy has a window for exchanges.
 * If it returns several, `known.reservationsToExchange` has the facts of each, in the same order. In
 * addition, for each:
 *
 * - A remaining commitment above 0 means `Monthly`: `completedTransactions`. `instalment` is one of the equal
 *   payments that make the commitment; if there are none, the caller passes it too.
 * - A remaining commitment of 0: `billingPlan`, and `quantity`, the units that were paid for; for `Monthly`
 *   also `instalment`, as all payments were made.
 *
 * Of a reservation that is bought its `reservedResourceType`, `sku`, `location` and `term` are `newProduct`, `newSku`, `newRegion`
 * and `newTerm`; of several the first three are `product`, `sku` and `region`.
 *
 * An answer that buys a savings plan, which is no reservation, is an issue.
 *
 * @returns the canonical request, which `quoteExchange` takes, or every issue: below `known` for a fact
 * that the caller must add. An operation that is not done, or a body of another type, is one issue.
 * Never throws.
 *
 * Clauses: the facts that RES-9 and PAY-7 need; interpretations R-DAYS, R-SWAP, R-ORDER.
 *
 * @example
 * const price = (amount: number) => ({ amount, currencyCode: 'USD' });
 * const response = {
 *   properties: {
 *     purchasesTotal: price(15000),
 *     reservationsToExchange: [
 *       {
 *         quantity: 1,
 *         billingInformation: {
 *           billingCurrencyTotalPaidAmount: price(600),
 *           billingCurrencyRemainingCommitmentAmount: price(600),
 *         },
 *       },
 *     ],
 *   },
 * };
 * readExchangeResponse(response, {
 *   term: 'P1Y', purchasedOn: '2025-01-01', exchangedOn: '2025-06-15', completedTransactions: 6,
 * });
 * //=> { ok: true, value: { instalment: '100.00', …, newPrice: '15000.00', newCurrency: 'USD' } }
 */
export function readExchangeResponse(
  response: unknown,
  known?: KnownOfExchange,
): Parsed<ExchangeRequest> {
  const issues: Issue[] = [];
  const whole = wholeBody(response);
  if (!isOfKind(whole, 'answer', issues) || !isDone(whole, issues)) return { ok: false, issues };
  const body = readBodyFields(whole, ['properties'], issues);
  const properties = readBodyFields(body.properties, names, issues);
  checkNoSavingsPlan(properties.savingsPlansToPurchase, issues);
  const given = readKnown(known, issues);
  const returned = readReturned(properties.reservationsToExchange, issues);
  return returned.length > 1 || given['reservationsToExchange'] !== undefined
    ? readSeveral(returned, properties, given, issues)
    : readSingle(returned[0], properties, given, issues);
}

const names = [
  'purchasesTotal',
  'reservationsToExchange',
  'reservationsToPurchase',
  'savingsPlansToPurchase',
] as const;

type Properties = BodyFields<(typeof names)[number]>;

function readReturned(list: BodyValue, issues: Issue[]): BodyValue[] {
  const before = issues.length;
  const returned = readElements(list, issues);
  if (returned.length === 0 && issues.length === before) {
    const code = list.value === undefined ? 'missing-field' : 'empty';
    issues.push(issue(list.path, code, 'a reservation that is returned', list.value));
  }
  return returned;
}

function readSingle(
  returned: BodyValue | undefined,
  { purchasesTotal, reservationsToPurchase }: Properties,
  given: Fields<string>,
  issues: Issue[],
): Parsed<ExchangeRequest> {
  const newPrice = readPrice(purchasesTotal, issues);
  if (given['newPrice'] === undefined && given['newCurrency'] === undefined) {
    checkCurrency(newPrice, issues);
  }
  const [bought, ...others] = readElements(reservationsToPurchase, issues);
  const kind = bought && others.length === 0 ? readBoughtKind(bought, issues) : undefined;
  const stated = {
    ...(returned === undefined ? {} : readItem(returned, given, KNOWN, issues)),
    newProduct: kind?.product,
    newSku: kind?.sku,
    newRegion: kind?.region,
    newTerm: kind?.term,
    newPrice: newPrice.amount,
    newCurrency: newPrice.currencyCode,
  };
  return finish(completed(stated, given, KNOWN), issues, readExchange);
}

function readItem(
  item: BodyValue,
  given: Fields<string>,
  knownPath: Issue['path'],
  issues: Issue[],
): ReturnType<typeof readReturnedPayment> {
  const { quantity, billingInformation } = readBodyFields(
    item,
    ['quantity', 'billingInformation'],
    issues,
  );
  const billing = readBodyFields(billingInformation, billingNames, issues);
  return readReturnedPayment({ quantity, billing }, given, knownPath, issues);
}

function readSeveral(
  returned: readonly BodyValue[],
  properties: Properties,
  { reservationsToExchange: each, ...given }: { readonly [name: string]: unknown },
  issues: Issue[],
): Parsed<ExchangeRequest> {
  const at = [...KNOWN, 'reservationsToExchange'];
  const ofEach = each === undefined ? [] : readArray(each, at, issues, (one) => one);
  if (ofEach.length > returned.length) {
    const expected = `facts of each of the ${returned.length} reservations that the answer returns`;
    issues.push(issue(at, 'contradiction', expected, each));
  }
  const items = returned.map((item, position) => {
    const path = [...at, position];
    const one = readKnown(ofEach[position], issues, path);
    return completed(readItem(item, one, path, issues), one, path);
  });
  const purchases = readPurchases(properties, issues);
  const whole = completed({}, given, KNOWN);
  return finish(
    {
      facts: {
        ...whole.facts,
        reservationsToExchange: items.map(({ facts }) => facts),
        reservationsToPurchase: purchases.map((stated) => valuesOf(stated)),
      },
      placeOf: ([list, position, ...rest]) => {
        if (list === 'reservationsToPurchase') {
          const bought = purchases[Number(position)];
          const fact = bought?.[rest[0] as keyof Purchase] ?? properties.reservationsToPurchase;
          return fact.path;
        }
        const item = list === 'reservationsToExchange' ? items[Number(position)] : undefined;
        if (item !== undefined) return item.placeOf(rest);
        return whole.placeOf([list, position, ...rest].filter((step) => step !== undefined));
      },
    },
    issues,
    readExchange,
  );
}

/** The lifetime total of everything that is bought, which must make the total of the answer. */
function readPurchases(
  { reservationsToPurchase, purchasesTotal }: Properties,
  issues: Issue[],
): readonly Purchase[] {
  const total = readPrice(purchasesTotal, issues);
  checkCurrency(total, issues);
  const bought = readElements(reservationsToPurchase, issues).map((purchase) => {
    const { billingCurrencyTotal } = readBodyFields(purchase, ['billingCurrencyTotal'], issues);
    return { price: billingCurrencyTotal, kind: readBoughtKind(purchase, issues) };
  });
  if (bought.length === 0) return [pricedAt(total)];
  checkSum(
    bought.map(({ price }) => price),
    purchasesTotal,
    issues,
  );
  return bought.map(({ price, kind: { product, sku, region } }) => ({
    ...pricedAt(readPrice(price, [])),
    ...{ product, sku, region },
  }));
}

/** A purchase, each of its facts with its place. */
type Purchase = BodyFields<'price' | 'currency'> &
  Partial<BodyFields<'product' | 'sku' | 'region'>>;

function pricedAt({ amount, currencyCode }: BodyFields<'amount' | 'currencyCode'>): Purchase {
  return { price: amount, currency: currencyCode };
}

function valuesOf(purchase: Purchase): object {
  const entries = Object.entries<BodyValue>(purchase);
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}

/** The kind of what is bought stands below the `properties` of a purchase. */
function readBoughtKind(purchase: BodyValue, issues: Issue[]): ReservedKind {
  const { properties } = readBodyFields(purchase, ['properties'], issues);
  return readReservedKind(properties, issues);
}

function checkSum(bought: readonly BodyValue[], total: BodyValue, issues: Issue[]): void {
  const { amount, currencyCode } = readPrice(total, []);
  if (amount.value === undefined || typeof currencyCode.value !== 'string') return;
  const before = issues.length;
  const currency = currencyOf(currencyCode.value);
  const sum = bought
    .map((price) => readPriceIn(price, currency, issues))
    .reduce<Whole>((all, one) => plus(all, one), 0);
  const stated = readPriceIn(total, currency, issues);
  if (issues.length > before || isSame(sum, stated)) return;
  const expected = 'the sum of what is bought (billingCurrencyTotal)';
  issues.push(issue(amount.path, 'contradiction', expected, amount.value));
}

/** An amount without a currency is not taken for one in that of the price paid. */
function checkCurrency(
  { amount, currencyCode }: BodyFields<'amount' | 'currencyCode'>,
  issues: Issue[],
): void {
  if (amount.value === undefined || currencyCode.value !== undefined) return;
  issues.push(
    issue(currencyCode.path, 'missing-field', 'the currency of the new price', undefined),
  );
}

/** RES-9 speaks of another reservation, and of nothing else. */
function checkNoSavingsPlan(plans: BodyValue, issues: Issue[]): void {
  if (readElements(plans, issues).length === 0) return;
  const expected = 'no savings plan, because an exchange buys another reservation';
  issues.push(issue(plans.path, 'unsupported', expected, plans.value));
}
