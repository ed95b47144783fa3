import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { DayInput } from '../../kernel/day.ts';
import type { AmountInput } from '../../kernel/money.ts';
import type { Product } from '../policy/products.ts';
import type { Term } from './term.ts';

/** The facts of a cancellation in canonical form. */
export interface RefundRequest {
  /** The full price paid up front for what is returned, in `currency`. */
  readonly paid: string;
  /** ISO 4217. */
  readonly currency: CurrencyCode;
  readonly term: Term;
  /** The UTC day of the purchase, which is day 0. */
  readonly purchasedOn: string;
  /** The UTC day of the cancellation. */
  readonly canceledOn: string;
  /** Whether any of it was used. Nobody but the caller knows. */
  readonly used: boolean;
  /** What the customer's earlier refunds use of the limit on the day of cancellation, in USD. */
  readonly consumedRefunds?: string | undefined;
  /** USD per unit of `currency`; needed for every currency but USD. */
  readonly usdRate?: string | undefined;
  /** The vendor's `reservedResourceType`. */
  readonly product?: Product | undefined;
  /** Other billing plans are not supported yet. */
  readonly billingPlan?: 'Upfront' | undefined;
  /** The caller's name for this cancellation, unique for the customer: a repeat is paid only once. */
  readonly id?: string | undefined;
  /** The caller's name for the customer, whose limit it is. */
  readonly customerId?: string | undefined;
  /** Anything of the caller's. It is handed back as it is and never looked at. */
  readonly meta?: unknown;
}

/** The facts of a cancellation as callers have them: amounts and days of any accepted kind. */
export interface RefundRequestInput
  extends Omit<
    RefundRequest,
    'paid' | 'purchasedOn' | 'canceledOn' | 'consumedRefunds' | 'usdRate'
  > {
  readonly paid: AmountInput;
  readonly purchasedOn: DayInput;
  readonly canceledOn: DayInput;
  readonly consumedRefunds?: AmountInput | undefined;
  readonly usdRate?: AmountInput | undefined;
}

/** The facts of an exchange in canonical form. */
export interface ExchangeRequest {
  /** The full price paid up front for what is given back, in `currency`. */
  readonly paid: string;
  /** ISO 4217. */
  readonly currency: CurrencyCode;
  readonly term: Term;
  /** The UTC day of the purchase, which is day 0. */
  readonly purchasedOn: string;
  /** The UTC day of the exchange. */
  readonly exchangedOn: string;
  /** The price of the new reservation, in `currency`. */
  readonly newPrice: string;
  /** The currency of the new price, where it is known; it must be `currency`. */
  readonly newCurrency?: CurrencyCode | undefined;
  /** The vendor's `reservedResourceType` of what is given back. */
  readonly product?: Product | undefined;
  /** Other billing plans are not supported yet. */
  readonly billingPlan?: 'Upfront' | undefined;
  readonly id?: string | undefined;
  readonly customerId?: string | undefined;
  /** Anything of the caller's. It is handed back as it is and never looked at. */
  readonly meta?: unknown;
}

/** The facts of an exchange as callers have them: amounts and days of any accepted kind. */
export interface ExchangeRequestInput
  extends Omit<ExchangeRequest, 'paid' | 'purchasedOn' | 'exchangedOn' | 'newPrice'> {
  readonly paid: AmountInput;
  readonly purchasedOn: DayInput;
  readonly exchangedOn: DayInput;
  readonly newPrice: AmountInput;
}
