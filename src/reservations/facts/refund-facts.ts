import { currencyDigits, mostCurrencyDigits, readCurrency } from '../../kernel/currencies.ts';
import { canonicalDay, type Day, formatDay, readDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import {
  formatAmount,
  type Rate,
  type Ratio,
  readAmount,
  readRate,
  times,
  type Whole,
} from '../../kernel/money.ts';
import {
  emptyRecord,
  type Fields,
  isGiven,
  readBoolean,
  readFields,
  readName,
  readWord,
  UNREADABLE_TEXT,
} from '../../kernel/read.ts';
import { type Product, products } from '../policy/products.ts';
import {
  type PaymentFacts,
  type PaymentField,
  paymentFields,
  readPayment,
} from './payment-facts.ts';
import { readPrice } from './price.ts';
import type { RefundRequest, ReturnedItem } from './request.ts';
import { type Term, terms } from './term.ts';

/** A reservation that is returned, with the numbers read. */
export interface ReturnFacts extends PaymentFacts {
  /** The decimals of the currency. */
  readonly digits: number;
  readonly currency: string;
  readonly term: Term;
  readonly purchasedOn: Day;
  /** The day of the cancellation or exchange. */
  readonly returnedOn: Day;
  readonly product: Product | undefined;
  /** Minor units; `undefined` if it was not given. */
  readonly currentPrice: Whole | undefined;
}

export interface RefundFacts extends ReturnFacts {
  readonly request: RefundRequest;
  readonly used: boolean;
  /** US cents for one minor unit of the currency. */
  readonly centsPerUnit: Ratio;
  /** US cents; `undefined` if it was not given. */
  readonly consumed: Whole | undefined;
  /** US cents that the vendor's service counts; `undefined` if it was not given. */
  readonly pricingRefund: Whole | undefined;
}

export const labelFields: readonly ['id', 'customerId', 'meta'] = ['id', 'customerId', 'meta'];
export type ReturnedField =
  | PaymentField
  | 'currency'
  | 'term'
  | 'purchasedOn'
  | 'product'
  | 'currentPrice';

export const returnedFields: readonly ReturnedField[] = [
  ...paymentFields,
  'currency',
  'term',
  'purchasedOn',
  'product',
  'currentPrice',
];

const refundFields: ReadonlySet<string> = new Set<keyof RefundRequest>([
  ...returnedFields,
  ...labelFields,
  'canceledOn',
  'used',
  'consumedRefunds',
  'usdRate',
  'pricingRefund',
]);

/**
 * Where a cancellation stands: alone; next to its customer's ledger, which knows what is consumed; in
 * a batch, where it must also name the customer; or alone and on no day in particular (the day of
 * the purchase is taken if none is given).
 */
export type Setting = 'alone' | 'next-to-ledger' | 'in-batch' | 'on-any-day';

/** Reads the facts of a cancellation, or reports every issue. */
export function readRefundFacts(
  input: unknown,
  setting: Setting,
  issues: Issue[],
): RefundFacts | undefined {
  const fields = readFields<keyof RefundRequest>(input, refundFields, [], issues);
  if (fields === undefined) return undefined;

  const isAnyDay = setting === 'on-any-day' && !isGiven(fields.canceledOn);
  const canceledOn = isAnyDay ? AT_PURCHASE : fields.canceledOn;
  const returned = readReturned(fields, 'canceledOn', canceledOn, [], issues);
  const { currency, digits, currentPrice } = returned;
  const used = readBoolean(fields.used, ['used'], issues);
  const rate = readUsdRate(fields.usdRate, currency, issues);
  const pricingRefund = isGiven(fields.pricingRefund)
    ? readPrice(fields.pricingRefund, 'USD', 2, ['pricingRefund'], issues)
    : undefined;
  const consumed = readConsumed(fields.consumedRefunds, setting, issues);
  readLabels(fields, setting === 'in-batch', issues);
  if (issues.length > 0) return undefined;

  const facts = emptyRecord<RefundRequest>();
  Object.assign(facts, returned.given);
  facts.currency = currency as RefundRequest['currency'];
  facts.term = returned.term;
  facts.purchasedOn = canonicalDay(fields.purchasedOn, returned.purchasedOn);
  facts.canceledOn = canonicalDay(fields.canceledOn, returned.returnedOn);
  facts.used = used;
  if (currentPrice !== undefined) facts.currentPrice = formatAmount(currentPrice, digits);
  if (consumed !== undefined) facts.consumedRefunds = formatAmount(consumed, 2);
  if (rate !== undefined) facts.usdRate = rate.text;
  if (pricingRefund !== undefined) facts.pricingRefund = formatAmount(pricingRefund, 2);
  if (returned.product !== undefined) facts.product = returned.product;
  if (returned.isPlanGiven) facts.billingPlan = returned.billingPlan;
  copyLabels(facts, fields);
  const request = { ...facts } as RefundRequest;
  return {
    request,
    digits,
    currency,
    billingPlan: returned.billingPlan,
    isPlanGiven: returned.isPlanGiven,
    payment: returned.payment,
    units: returned.units,
    given: returned.given,
    term: returned.term,
    purchasedOn: returned.purchasedOn,
    returnedOn: returned.returnedOn,
    product: returned.product,
    used,
    currentPrice,
    centsPerUnit: centsPerUnit(rate ?? one, digits),
    consumed,
    pricingRefund,
  };
}

/** Reads a reservation that is returned on a day, which stands in the request at `dayField`. */
export function readReturned(
  fields: Fields<ReturnedField>,
  dayField: 'canceledOn' | 'exchangedOn',
  day: unknown,
  path: Issue['path'],
  issues: Issue[],
): ReturnFacts {
  const at = (name: keyof ReturnedItem): Issue['path'] =>
    path.length === 0 ? [name] : [...path, name];
  const currency = readCurrency(fields.currency, at('currency'), issues);
  // Without a currency to hold it against, an amount may have the decimals of any.
  const digits = currencyDigits(currency) ?? mostCurrencyDigits;
  const before = issues.length;
  const term = readWord(fields.term, terms, at('term'), issues);
  const purchasedOn = readDay(fields.purchasedOn, at('purchasedOn'), issues);
  const returnedOn = day === AT_PURCHASE ? purchasedOn : readDay(day, [dayField], issues);
  if (issues.length === before && returnedOn < purchasedOn) {
    // Of several, the one that was bought later is named.
    issues.push(
      path.length === 0
        ? issue(
            [dayField],
            'before-purchase',
            `the day of the purchase (${formatDay(purchasedOn)}) or a later one`,
            day,
          )
        : issue(
            at('purchasedOn'),
            'before-purchase',
            `the day of the exchange (${formatDay(returnedOn)}) or an earlier one`,
            fields.purchasedOn,
          ),
    );
  }
  const isDated = issues.length === before;
  const product = isGiven(fields.product)
    ? readWord(fields.product, products, at('product'), issues)
    : undefined;
  const purchase = { currency, digits, term, product, purchasedOn, returnedOn, isDated };
  const payment = readPayment(fields, purchase, path, issues);
  const currentPrice = isGiven(fields.currentPrice)
    ? readPrice(fields.currentPrice, currency, digits, at('currentPrice'), issues)
    : undefined;
  // Field by field: to spread a record into another takes longer than to read it.
  return {
    billingPlan: payment.billingPlan,
    isPlanGiven: payment.isPlanGiven,
    payment: payment.payment,
    units: payment.units,
    given: payment.given,
    currency,
    digits,
    term,
    purchasedOn,
    returnedOn,
    product,
    currentPrice,
  };
}

/** In place of a day of return: the day of the purchase. */
const AT_PURCHASE: unique symbol = Symbol('at-purchase');

function readConsumed(value: unknown, setting: Setting, issues: Issue[]): Whole | undefined {
  if (!isGiven(value)) return undefined;
  if (setting === 'next-to-ledger' || setting === 'in-batch') {
    const expected = 'no figure next to a ledger, which knows what is consumed';
    issues.push(issue(['consumedRefunds'], 'conflicts-with-ledger', expected, value));
    return undefined;
  }
  return readAmount(value, 'USD', 2, ['consumedRefunds'], issues);
}

/** Checks the labels that were given; `needsCustomer` in a batch. */
export function readLabels(
  fields: Fields<(typeof labelFields)[number]>,
  needsCustomer: boolean,
  issues: Issue[],
): void {
  if (isGiven(fields.id)) readName(fields.id, ['id'], issues);
  if (isGiven(fields.customerId) || needsCustomer) {
    readName(fields.customerId, ['customerId'], issues);
  }
}

/** Copies the checked labels that were given, in one order for all requests. */
export function copyLabels(
  request: { id?: string | undefined; customerId?: string | undefined; meta?: unknown },
  fields: Fields<(typeof labelFields)[number]>,
): void {
  if (isGiven(fields.id)) request.id = fields.id as string;
  if (isGiven(fields.customerId)) request.customerId = fields.customerId as string;
  // `null` is the caller's own too.
  if (fields.meta !== undefined) request.meta = fields.meta;
}

type Worth = Pick<Rate, 'numerator' | 'denominator'>;

const one: Worth = { numerator: 1, denominator: 1 };

/** The rate that was given, if any. */
function readUsdRate(value: unknown, currency: string, issues: Issue[]): Rate | undefined {
  if (!isGiven(value)) {
    if (currency !== 'USD' && currency !== UNREADABLE_TEXT) {
      const expected = `the USD that one ${currency} is worth, since the limit is in USD`;
      issues.push(issue(['usdRate'], 'rate-required', expected, value));
    }
    return undefined;
  }
  const before = issues.length;
  const rate = readRate(value, ['usdRate'], issues);
  if (issues.length > before) return undefined;
  if (rate.numerator === 0) {
    issues.push(issue(['usdRate'], 'malformed-rate', 'a rate above 0', value));
  } else if (currency === 'USD' && rate.text !== '1') {
    issues.push(issue(['usdRate'], 'rate-not-one', '1, as the currency is USD itself', value));
  }
  return rate;
}

/** US cents for one minor unit of a currency with these decimals. */
function centsPerUnit({ numerator, denominator }: Worth, digits: number): Ratio {
  const per100Cents = denominator * 10 ** digits; // both sides are powers of ten
  if (per100Cents > 10) return { numerator, denominator: per100Cents / 100 };
  const factor = { numerator: 100 / per100Cents, denominator: 1 };
  return { numerator: times(numerator, factor, 'down'), denominator: 1 };
}
