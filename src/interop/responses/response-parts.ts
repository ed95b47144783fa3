import { type Issue, issue } from '../../kernel/issue.ts';
import { minus, type Whole, writtenAmount } from '../../kernel/money.ts';
import { isGiven, readArray, readFields, readName, readOptional } from '../../kernel/read.ts';
import { refusalMessages } from '../../reservations/refusals.ts';
import type { Decision } from '../../vocabulary/decision.ts';
import type { PolicyError } from '../body/policy-errors.ts';
import { type Currency, type Price, toPrice } from '../body/price.ts';
import type { ReturnedPrices } from './returned-prices.ts';
import { vendorErrorCodes } from './vendor-errors.ts';

// What the responses to a cancellation and to an exchange are written from.

/** Values of the vendor's response that no quote contains. */
export interface ResponseNames {
  /** Microsoft's ID of the reservation; for an exchange of several, the ID of each in their order. */
  readonly reservationId?: string | readonly string[] | undefined;
  readonly sessionId?: string | undefined;
}

const responseNames: ReadonlySet<string> = new Set<keyof ResponseNames>([
  'reservationId',
  'sessionId',
]);

/** The names that are given, as they are written. */
export interface GivenNames {
  /** Of each reservation; empty if none is given. */
  readonly reservationIds: readonly string[];
  readonly sessionId: string | undefined;
}

const nameless: GivenNames = { reservationIds: [], sessionId: undefined };

/** Reads the names for as many reservations as a response has. */
export function readNames(names: unknown, reservations: number, issues: Issue[]): GivenNames {
  if (!isGiven(names)) return nameless;
  const path = ['names'];
  const fields = readFields<keyof ResponseNames>(names, responseNames, path, issues);
  if (fields === undefined) return nameless;
  return {
    reservationIds: readIds(fields.reservationId, reservations, [...path, 'reservationId'], issues),
    sessionId: readOptional(fields.sessionId, [...path, 'sessionId'], issues, readName),
  };
}

function readIds(
  value: unknown,
  reservations: number,
  path: Issue['path'],
  issues: Issue[],
): readonly string[] {
  if (!isGiven(value)) return [];
  if (reservations === 1 && !isArray(value)) return [readName(value, path, issues)];
  const before = issues.length;
  const ids = readArray(value, path, issues, (id, at) => readName(id, at, issues));
  if (issues.length === before && ids.length !== reservations) {
    const expected = `the IDs of the ${reservations} reservations that are returned`;
    issues.push(issue(path, 'contradiction', expected, value));
  }
  return ids;
}

function isArray(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false; // a revoked Proxy, which is no name either
  }
}

/** R-ORDER: the vendor's `ProratedAmount` is all that was paid and is not refunded. */
export function toReturnedPrices(
  paid: string,
  refund: string,
  remainingCommitment: string,
  currency: Currency,
  issues: Issue[],
): ReturnedPrices {
  const write = (amount: Whole, name: string): Price =>
    toPrice(amount, currency, ['quote', name], issues);
  const price = writtenAmount(paid, currency.digits);
  const kept = minus(price, writtenAmount(refund, currency.digits));
  const open = writtenAmount(remainingCommitment, currency.digits);
  return {
    billingCurrencyTotalPaidAmount: write(price, 'paid'),
    billingCurrencyProratedAmount: write(kept, 'credit'),
    billingCurrencyRemainingCommitmentAmount: write(open, 'remainingCommitment'),
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
