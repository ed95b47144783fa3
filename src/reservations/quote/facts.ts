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
  type Fields,
  NO_TEXT,
  readBoolean,
  readFields,
  readName,
  readWord,
} from '../../kernel/read.ts';
import { type Product, products } from '../policy/products.ts';
import type { ExchangeRequest, RefundRequest } from './request.ts';
import { type Term, terms } from './term.ts';

/** What refunds and exchanges have in common, with the numbers read. */
export interface ReturnFacts {
  /** The decimals of the currency. */
  readonly digits: number;
  /** Minor units. */
  readonly paid: Whole;
  readonly term: Term;
  readonly purchasedOn: Day;
  /** The day of the cancellation or exchange. */
  readonly returnedOn: Day;
  readonly product: Product | undefined;
  readonly billingPlanGiven: boolean;
}

export interface RefundFacts extends ReturnFacts {
  readonly request: RefundRequest;
  readonly used: boolean;
  /** US cents for one minor unit of the currency. */
  readonly centsPerUnit: Ratio;
  /** US cents; `undefined` where the caller gave none. */
  readonly consumed: Whole | undefined;
}

export interface ExchangeFacts extends ReturnFacts {
  readonly request: ExchangeRequest;
  /** Minor units. */
  readonly newPrice: Whole;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const sharedFields = [
  'paid',
  'currency',
  'term',
  'purchasedOn',
  'product',
  'billingPlan',
  'id',
  'customerId',
  'meta',
] as const;

const refundFields: ReadonlySet<string> = new Set<keyof RefundRequest>([
  ...sharedFields,
  'canceledOn',
  'used',
  'consumedRefunds',
  'usdRate',
]);

const exchangeFields: ReadonlySet<string> = new Set<keyof ExchangeRequest>([
  ...sharedFields,
  'exchangedOn',
  'newPrice',
  'newCurrency',
]);

/**
 * Where a cancellation stands: by itself, beside its customer's ledger, which alone knows what is
 * consumed, or in a batch, where it must also name the customer; or by itself on no day in
 * particular (then that of the purchase is taken where none is given).
 */
export type Setting = 'alone' | 'conflicts-with-ledger' | 'in-batch' | 'on-any-day';

/** Reads the facts of a cancellation, or reports every issue. */
export function readRefundFacts(
  input: unknown,
  setting: Setting,
  issues: Issue[],
): RefundFacts | undefined {
  const fields = readFields<keyof RefundRequest>(input, refundFields, [], issues);
  if (fields === undefined) return undefined;

  const canceledOn =
    setting === 'on-any-day' && fields.canceledOn === undefined ? AT_PURCHASE : fields.canceledOn;
  const shared = readShared(fields, 'canceledOn', canceledOn, issues);
  const used = readBoolean(fields.used, ['used'], issues);
  const rate = readUsdRate(fields.usdRate, shared.currency, issues);
  let consumed: Whole | undefined;
  if (fields.consumedRefunds !== undefined) {
    if (setting === 'conflicts-with-ledger' || setting === 'in-batch') {
      const expected = 'no figure beside a ledger, which knows what is consumed';
      issues.push(
        issue(['consumedRefunds'], 'conflicts-with-ledger', expected, fields.consumedRefunds),
      );
    } else {
      consumed = readAmount(fields.consumedRefunds, 'USD', 2, ['consumedRefunds'], issues);
    }
  }
  if (setting === 'in-batch' && fields.customerId === undefined) {
    readName(undefined, ['customerId'], issues);
  }
  if (issues.length > 0) return undefined;

  const request: Mutable<RefundRequest> = {
    paid: formatAmount(shared.paid, shared.digits),
    currency: shared.currency,
    term: shared.term,
    purchasedOn: canonicalDay(fields.purchasedOn, shared.purchasedOn),
    canceledOn: canonicalDay(fields.canceledOn, shared.returnedOn),
    used,
  };
  if (consumed !== undefined) {
    request.consumedRefunds = formatAmount(consumed, 2);
  }
  if (rate !== undefined) request.usdRate = rate.text;
  copyOptional(request, shared, fields);
  return {
    request,
    digits: shared.digits,
    paid: shared.paid,
    term: shared.term,
    purchasedOn: shared.purchasedOn,
    returnedOn: shared.returnedOn,
    product: shared.product,
    billingPlanGiven: shared.billingPlanGiven,
    used,
    centsPerUnit: centsPerUnit(rate ?? one, shared.digits),
    consumed,
  };
}

/** Reads the facts of an exchange, or reports every issue. */
export function readExchangeFacts(input: unknown, issues: Issue[]): ExchangeFacts | undefined {
  const fields = readFields<keyof ExchangeRequest>(input, exchangeFields, [], issues);
  if (fields === undefined) return undefined;

  const shared = readShared(fields, 'exchangedOn', fields.exchangedOn, issues);
  const newPrice = readAmount(
    fields.newPrice,
    shared.currency,
    shared.digits,
    ['newPrice'],
    issues,
  );
  const { newCurrency } = fields;
  if (newCurrency !== undefined && shared.currency !== NO_TEXT && newCurrency !== shared.currency) {
    const expected = `the currency of the price paid, ${shared.currency}`;
    issues.push(issue(['newCurrency'], 'other-currency', expected, newCurrency));
  }
  if (issues.length > 0) return undefined;

  const request: Mutable<ExchangeRequest> = {
    paid: formatAmount(shared.paid, shared.digits),
    currency: shared.currency,
    term: shared.term,
    purchasedOn: canonicalDay(fields.purchasedOn, shared.purchasedOn),
    exchangedOn: canonicalDay(fields.exchangedOn, shared.returnedOn),
    newPrice: formatAmount(newPrice, shared.digits),
  };
  if (newCurrency !== undefined) request.newCurrency = shared.currency;
  copyOptional(request, shared, fields);
  return { ...shared, request, newPrice };
}

/** In the place of a day of return: that of the purchase. */
const AT_PURCHASE: unique symbol = Symbol('at-purchase');

type SharedFields = Fields<(typeof sharedFields)[number]>;

interface Shared extends ReturnFacts {
  readonly currency: string;
}

function readShared(
  fields: SharedFields,
  returnedField: 'canceledOn' | 'exchangedOn',
  returned: unknown,
  issues: Issue[],
): Shared {
  const currency = readCurrency(fields.currency, ['currency'], issues);
  // Without a currency to hold it against, an amount may have the decimals of any.
  const digits = currencyDigits(currency) ?? mostCurrencyDigits;
  const paid = readAmount(fields.paid, currency, digits, ['paid'], issues);
  const term = readWord(fields.term, terms, ['term'], issues);
  const before = issues.length;
  const purchasedOn = readDay(fields.purchasedOn, ['purchasedOn'], issues);
  const returnedOn =
    returned === AT_PURCHASE ? purchasedOn : readDay(returned, [returnedField], issues);
  if (issues.length === before && returnedOn < purchasedOn) {
    const expected = `the day of the purchase (${formatDay(purchasedOn)}) or a later one`;
    issues.push(issue([returnedField], 'before-purchase', expected, returned));
  }
  const product =
    fields.product === undefined
      ? undefined
      : readWord(fields.product, products, ['product'], issues);
  const billingPlanGiven = fields.billingPlan !== undefined;
  if (billingPlanGiven && fields.billingPlan !== 'Upfront') {
    const expected = 'the billing plan Upfront; other plans are not supported yet';
    issues.push(issue(['billingPlan'], 'unsupported', expected, fields.billingPlan));
  }
  if (fields.id !== undefined) readName(fields.id, ['id'], issues);
  if (fields.customerId !== undefined) readName(fields.customerId, ['customerId'], issues);
  return { currency, digits, paid, term, purchasedOn, returnedOn, product, billingPlanGiven };
}

type Worth = Pick<Rate, 'numerator' | 'denominator'>;

const one: Worth = { numerator: 1, denominator: 1 };

/** The rate that was given, if any. */
function readUsdRate(value: unknown, currency: string, issues: Issue[]): Rate | undefined {
  if (value === undefined) {
    if (currency !== 'USD' && currency !== NO_TEXT) {
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

/** Copies the checked optional fields that were given, in one order for all requests. */
function copyOptional(
  request: Mutable<RefundRequest> | Mutable<ExchangeRequest>,
  shared: Shared,
  fields: SharedFields,
): void {
  if (shared.product !== undefined) request.product = shared.product;
  if (shared.billingPlanGiven) request.billingPlan = 'Upfront';
  if (fields.id !== undefined) request.id = fields.id as string;
  if (fields.customerId !== undefined) request.customerId = fields.customerId as string;
  if (fields.meta !== undefined) request.meta = fields.meta;
}
