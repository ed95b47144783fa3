import type { Issue } from '../../kernel/issue.ts';
import { minus, writtenAmount } from '../../kernel/money.ts';
import { readCount, readFields, readName, readOptional } from '../../kernel/read.ts';
import type { Decision } from '../../vocabulary/decision.ts';
import type { PolicyError } from '../body/policy-errors.ts';
import { type Currency, toPrice } from '../body/price.ts';
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

export function readResponseNames(names: unknown, issues: Issue[]): ResponseNames {
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

/** The vendor's `ProratedAmount` is what is used up: the price less the credit. */
export function toReturnedPrices(
  { paid, credit }: { readonly paid: string; readonly credit: string },
  currency: Currency,
  issues: Issue[],
): ReturnedPrices {
  const price = writtenAmount(paid, currency.digits);
  const kept = minus(price, writtenAmount(credit, currency.digits));
  return {
    billingCurrencyTotalPaidAmount: toPrice(price, currency, ['quote', 'paid'], issues),
    billingCurrencyProratedAmount: toPrice(kept, currency, ['quote', 'credit'], issues),
    billingCurrencyRemainingCommitmentAmount: { amount: 0, currencyCode: currency.code },
  };
}

type Reason = keyof typeof refusalMessages;

/** Every obstacle of a quote, with the vendor's code if it has one. */
export function toPolicyErrors(quote: Decision<Reason>): PolicyError[] {
  if (quote.allowed) return [];
  const codes: { readonly [R in Reason]?: string } = vendorErrorCodes;
  return quote.obstacles.map(({ reason }) => ({
    code: codes[reason] ?? reason,
    message: refusalMessages[reason],
  }));
}
