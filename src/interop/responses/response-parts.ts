import { readCurrency } from '../../kernel/currencies.ts';
import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { formatAmount, isLess, minus, readAmount, type Whole } from '../../kernel/money.ts';
import {
  readBoolean,
  readCount,
  readFields,
  readName,
  readOptional,
  readWord,
} from '../../kernel/read.ts';
import { readElements, readSaid, type Said, type SaidFields } from '../body/body-fields.ts';
import type { PolicyError } from '../body/policy-errors.ts';
import { type Currency, currencyOf, toPrice } from '../body/price.ts';
import type { ReturnedPrices } from './returned-prices.ts';
import { refusalMessages, vendorErrorCodes } from './vendor-errors.ts';

// What the responses to a cancellation and to an exchange are written from.

/** What the vendor's response names and no quote knows. */
export interface ResponseNames {
  /** Microsoft's ID of the reservation. */
  readonly reservationId?: string | undefined;
  readonly quantity?: number | undefined;
  readonly sessionId?: string | undefined;
}

const responseNames: ReadonlySet<string> = new Set<keyof ResponseNames>([
  'reservationId',
  'quantity',
  'sessionId',
]);

/** With fields of its own, as somebody may have put some on every object. */
const nameless: ResponseNames = {
  reservationId: undefined,
  quantity: undefined,
  sessionId: undefined,
};

function readResponseNames(names: unknown, issues: Issue[]): ResponseNames {
  if (names === undefined) return nameless;
  const path = ['names'];
  const fields = readFields<keyof ResponseNames>(names, responseNames, path, issues);
  if (fields === undefined) return nameless;
  return {
    reservationId: readOptional(fields.reservationId, [...path, 'reservationId'], issues, readName),
    quantity: readOptional(fields.quantity, [...path, 'quantity'], issues, readCount),
    sessionId: readOptional(fields.sessionId, [...path, 'sessionId'], issues, readName),
  };
}

/** The fields that hold something. */
export function onlyGiven<T extends object>(
  fields: T,
): {
  readonly [K in keyof T]: Exclude<T[K], undefined>;
} {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as never;
}

/** What both responses are made from: the names, the currency, the price and the credit. */
export function readReturn(
  { currency, paid, credit }: SaidFields<'currency' | 'paid' | 'credit'>,
  names: unknown,
  issues: Issue[],
): {
  readonly given: ResponseNames;
  readonly currency: Currency;
  readonly paid: Whole;
  readonly credit: Whole;
} {
  const given = readResponseNames(names, issues);
  const before = issues.length;
  const money = currencyOf(readCurrency(currency.value, currency.path, issues));
  const price = readQuoteAmount(paid, money, issues);
  const credited = readQuoteAmount(credit, money, issues);
  if (issues.length === before && isLess(price, credited)) {
    const expected = `at most the amount paid, ${formatAmount(price, money.digits)}`;
    issues.push(issue(credit.path, 'contradiction', expected, credit.value));
  }
  return { given, currency: money, paid: price, credit: credited };
}

export function readQuoteAmount({ value, path }: Said, currency: Currency, issues: Issue[]): Whole {
  return readAmount(value, currency.code, currency.digits, path, issues);
}

/** The vendor's `ProratedAmount` is what is used up: the price less the credit. */
export function toReturnedPrices(
  paid: Whole,
  credit: Whole,
  currency: Currency,
  issues: Issue[],
): ReturnedPrices {
  const kept = minus(paid, credit);
  return {
    billingCurrencyTotalPaidAmount: toPrice(paid, currency, ['quote', 'paid'], issues),
    billingCurrencyProratedAmount: toPrice(kept, currency, ['quote', 'credit'], issues),
    billingCurrencyRemainingCommitmentAmount: { amount: 0, currencyCode: currency.code },
  };
}

type Reason = keyof typeof refusalMessages;

const reasons = Object.keys(refusalMessages) as [Reason, ...Reason[]];

/** Every obstacle of a quote, with the vendor's code where it has one. */
export function toPolicyErrors(
  { allowed, obstacles }: SaidFields<'allowed' | 'obstacles'>,
  issues: Issue[],
): PolicyError[] {
  if (readBoolean(allowed.value, allowed.path, issues)) return [];
  const elements = readElements(obstacles, issues);
  if (elements.length === 0 && allowed.value === false) {
    // Without one, the response would be that of a quote that is allowed.
    const code = missing(obstacles.value, 'empty');
    issues.push(issue(obstacles.path, code, 'at least one obstacle', obstacles.value));
  }
  return elements.map((obstacle) => {
    const { reason } = readSaid(obstacle, ['reason'], issues);
    const known: Reason = readWord(reason.value, reasons, reason.path, issues);
    const codes: { readonly [R in Reason]?: string } = vendorErrorCodes;
    return { code: codes[known] ?? known, message: refusalMessages[known] };
  });
}
