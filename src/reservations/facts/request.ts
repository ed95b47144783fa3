import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { DayInput } from '../../kernel/day.ts';
import type { AmountInput } from '../../kernel/money.ts';
import type { Product } from '../policy/products.ts';
import type { Term } from './term.ts';

/** Billing plan of a reservation, in the vendor's words. */
export type BillingPlan = 'Upfront' | 'Monthly';

/** Status of a payment, in the vendor's words. */
export type PaymentStatus = 'Succeeded' | 'Scheduled' | 'Failed' | 'Cancelled';

/** One payment of a monthly plan, as the vendor's orders and price quotes list it. */
export interface ScheduledPayment {
  /** The UTC day on which it is due. */
  readonly dueDate: string;
  /** Amount for all units; left out if it is not known yet. */
  readonly billingCurrencyTotal?: string | undefined;
  readonly status: PaymentStatus;
}

/** The price paid up front. */
interface UpfrontPrice {
  readonly billingPlan?: 'Upfront' | undefined;
  /** The price of all `quantity` units, in `currency`. */
  readonly paid: string;
  readonly instalment?: undefined;
  readonly completedTransactions?: undefined;
  readonly paymentSchedule?: undefined;
}

/** The price paid every month (PAY-1). */
interface MonthlyPrice {
  readonly billingPlan: 'Monthly';
  readonly paid?: undefined;
  /** One payment for all `quantity` units, in `currency`; required without a `paymentSchedule`. */
  readonly instalment?: string | undefined;
  /** The payments made; otherwise all that were due up to and on the day of return. */
  readonly completedTransactions?: number | undefined;
  /** Every payment of the term, in place of `instalment` and `completedTransactions`. */
  readonly paymentSchedule?: readonly ScheduledPayment[] | undefined;
}

/** A reservation that is returned. */
interface ReturnedReservation {
  /** ISO 4217. */
  readonly currency: CurrencyCode;
  readonly term: Term;
  /** The UTC day of the purchase, which is day 0. */
  readonly purchasedOn: string;
  /** The units that `paid` or `instalment` is for; 1 if it is not given. */
  readonly quantity?: number | undefined;
  /** The units that are returned; all of them if it is not given. */
  readonly quantityToReturn?: number | undefined;
  /** The vendor's `reservedResourceType`. */
  readonly product?: Product | undefined;
  /** Today's price with the scope of `paid`, or of `instalment` (PAY-8); an exchange does not use it. */
  readonly currentPrice?: string | undefined;
}

/** Labels that a record carries for its caller. */
interface Labels {
  /** The caller's name for this request, unique for the customer: a repeated cancellation is paid only once. */
  readonly id?: string | undefined;
  /** The caller's name for the customer, whose limit it is. */
  readonly customerId?: string | undefined;
  /** Anything of the caller's. It is returned as it is and never read. */
  readonly meta?: unknown;
}

/** The facts of a cancellation in canonical form. */
export type RefundRequest = (UpfrontPrice | MonthlyPrice) &
  ReturnedReservation &
  Labels & {
    /** The UTC day of the cancellation. */
    readonly canceledOn: string;
    /** True if any of it was used. Only the caller can state it. */
    readonly used: boolean;
    /** Part of the limit that the customer's earlier refunds use on the day of cancellation, in USD. */
    readonly consumedRefunds?: string | undefined;
    /** USD per unit of `currency`; required for every currency except USD. */
    readonly usdRate?: string | undefined;
    /** The USD that the vendor's service counts for the refund (R-PRICING); otherwise refund × `usdRate`. */
    readonly pricingRefund?: string | undefined;
  };

/** A reservation that an exchange returns, in canonical form. */
export type ReturnedItem = (UpfrontPrice | MonthlyPrice) &
  ReturnedReservation & {
    /** True if any of it was used; required only if the policy's window holds for exchanges. */
    readonly used?: boolean | undefined;
    /**
     * True if savings plans cover its service (AZR-10). Without it, what the library knows of `product` decides;
     * required if that is nothing and the answer depends on it.
     */
    readonly savingsPlanEligible?: boolean | undefined;
    /** The vendor's SKU, such as `Standard_D2s_v5`; next to that of what is bought it shows whether they differ (RES-9). */
    readonly sku?: string | undefined;
    /** The vendor's region, such as `westeurope`. */
    readonly region?: string | undefined;
  };

/** A reservation that an exchange buys: its price up front, or one of its monthly payments. */
export type PurchasedItem =
  | {
      readonly price: string;
      readonly instalment?: undefined;
      readonly term?: undefined;
      readonly currency?: CurrencyCode | undefined;
      /** The vendor's `reservedResourceType`, which must be that of a returned one (RES-17). */
      readonly product?: Product | undefined;
      /** The vendor's SKU and region. */
      readonly sku?: string | undefined;
      readonly region?: string | undefined;
    }
  | {
      readonly price?: undefined;
      readonly instalment: string;
      readonly term: Term;
      readonly currency?: CurrencyCode | undefined;
      readonly product?: Product | undefined;
      readonly sku?: string | undefined;
      readonly region?: string | undefined;
    };

/** The facts of an exchange of one reservation for one that is paid up front, in canonical form. */
export type SingleExchangeRequest = ReturnedItem &
  Labels & {
    /** The UTC day of the exchange. */
    readonly exchangedOn: string;
    /** The price of the new reservation, in `currency`. */
    readonly newPrice: string;
    /** The currency of the new price, if it is known; it must be `currency`. */
    readonly newCurrency?: CurrencyCode | undefined;
    /** The vendor's `reservedResourceType` of the new reservation, which must be that of `product` (RES-17). */
    readonly newProduct?: Product | undefined;
    /** The vendor's SKU of the new reservation, its region, and its term: with all three, it must differ in one (RES-9). */
    readonly newSku?: string | undefined;
    readonly newRegion?: string | undefined;
    readonly newTerm?: Term | undefined;
  };

/** The facts of an exchange of several reservations, in canonical form. All prices have one currency. */
export interface SeveralExchangeRequest extends Labels {
  /** The UTC day of the exchange. */
  readonly exchangedOn: string;
  /** 1 to 100. */
  readonly reservationsToExchange: readonly ReturnedItem[];
  /** 1 to 100. */
  readonly reservationsToPurchase: readonly PurchasedItem[];
}

/** The facts of an exchange in canonical form. */
export type ExchangeRequest = SingleExchangeRequest | SeveralExchangeRequest;

/** The same facts as callers have them. */
type AsGivenFields<Facts> = {
  readonly [Name in keyof Facts]: Name extends keyof GivenKinds
    ? Facts[Name] extends undefined
      ? undefined
      : GivenKinds[Name] | Extract<Facts[Name], undefined>
    : Facts[Name];
};

/** An amount, or the vendor's object of an amount and its currency, which must be the request's. */
export type PriceInput =
  | AmountInput
  | { readonly amount: AmountInput; readonly currencyCode?: CurrencyCode | undefined };

interface GivenKinds {
  readonly paid: AmountInput;
  readonly instalment: AmountInput;
  readonly newPrice: AmountInput;
  readonly price: AmountInput;
  readonly consumedRefunds: AmountInput;
  readonly usdRate: AmountInput;
  readonly currentPrice: PriceInput;
  readonly pricingRefund: PriceInput;
  readonly purchasedOn: DayInput;
  readonly canceledOn: DayInput;
  readonly exchangedOn: DayInput;
  readonly paymentSchedule: readonly ScheduledPaymentInput[];
  readonly reservationsToExchange: readonly AsGiven<ReturnedItem>[];
  readonly reservationsToPurchase: readonly AsGiven<PurchasedItem>[];
}

/** {@link AsGivenFields} of each member of a union. */
type AsGiven<Facts> = Facts extends unknown ? AsGivenFields<Facts> : never;

/** A payment of a schedule as callers have it. The vendor's other fields are accepted and not read. */
export interface ScheduledPaymentInput {
  readonly dueDate: DayInput;
  readonly billingCurrencyTotal?: PriceInput | null | undefined;
  readonly status: PaymentStatus;
}

/** The facts of a cancellation as callers have them: amounts and days of any accepted kind. */
export type RefundRequestInput = AsGiven<RefundRequest>;

/** The facts of an exchange as callers have them: amounts and days of any accepted kind. */
export type ExchangeRequestInput = AsGiven<ExchangeRequest>;
