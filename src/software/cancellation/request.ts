import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { DayInput } from '../../kernel/day.ts';
import type { InstantInput } from '../../kernel/instant.ts';
import type { AmountInput } from '../../kernel/money.ts';
import type { Role } from '../../roles/matrix.ts';
import type { RoleInput } from '../../roles/parse-role.ts';
import type { BillingCycle, SoftwareKind, SoftwareTerm } from '../policy/software-policy.ts';

/** The names of a customer: any one of the three is enough. */
export interface SoftwareCustomer {
  readonly name?: string | undefined;
  /** The GUID of the customer's tenant. */
  readonly tenantId?: string | undefined;
  readonly domain?: string | undefined;
}

/** A refund that the vendor offers for a subscription (SOF-25). */
export interface RefundOption<Instant = InstantInput> {
  /** In full, or pro-rated. */
  readonly type: 'Full' | 'Partial';
  /** The last instant at which it is available; without it, it does not end. */
  readonly expiresAt?: Instant | undefined;
}

/** The units that the vendor still takes back, and until when (SOF-25). */
export interface RefundableQuantity<Instant = InstantInput> {
  /** All of them. */
  readonly totalQuantity: number;
  /** The units that were bought together; without it, the total counts. */
  readonly details?: readonly RefundableUnits<Instant>[] | undefined;
}

/** Units of a subscription that were bought together. */
export interface RefundableUnits<Instant = InstantInput> {
  /** Their number. */
  readonly quantity: number;
  /** The last instant at which they can be cancelled. */
  readonly allowedUntilDateTime: Instant;
}

/** The vendor's own instants, which decide instead of the policy. */
interface VendorInstants<Instant> {
  /** The last instant at which the vendor allows the cancellation. */
  readonly cancellationAllowedUntilDate?: Instant | undefined;
  /** The refunds that the vendor offers; an empty list states nothing. */
  readonly refundOptions?: readonly RefundOption<Instant>[] | undefined;
  /** The units that the vendor still takes back. */
  readonly refundableQuantity?: RefundableQuantity<Instant> | undefined;
}

interface Purchase<Day, Instant, Roles> extends VendorInstants<Instant> {
  /** The UTC day of the purchase, or of the completion of a renewal, which is day 0. */
  readonly purchasedOn: Day;
  /** The instant of the purchase; taken from `purchasedOn` if that is an instant. Needed only if hours decide. */
  readonly purchasedAt?: Instant | undefined;
  /** The UTC day of the cancellation. */
  readonly canceledOn: Day;
  /** The instant of the cancellation; taken from `canceledOn` if that is an instant. Needed only if hours decide. */
  readonly canceledAt?: Instant | undefined;
  /** The roles of the person who cancels. */
  readonly roles: Roles;
  /** True if the software has a cancellation window. Only the caller can state it. */
  readonly qualifies?: boolean | undefined;
  /** The units of the purchase, which are cancelled together. */
  readonly quantity?: number | undefined;
  readonly customer?: SoftwareCustomer | undefined;
  readonly productName?: string | undefined;
  readonly orderId?: string | undefined;
  /** True if the box was ticked that the important message has been read, for this order. */
  readonly messageRead?: boolean | undefined;
  /** The name that the partner gave to the subscription. */
  readonly friendlyName?: string | undefined;
  /** The ID of the subscription. */
  readonly subscriptionId?: string | undefined;
}

interface Price<Amount> {
  /** The price paid for all units, in `currency`: of the charge cycle if `billingCycle` is given, otherwise of the term. */
  readonly paid: Amount;
  /** ISO 4217. */
  readonly currency: CurrencyCode;
}

interface NoPrice {
  readonly paid?: undefined;
  readonly currency?: undefined;
}

interface NoTerm {
  readonly kind: SoftwareKind;
  readonly term?: undefined;
  readonly billingCycle?: undefined;
}

interface NotForATerm extends NoTerm {
  readonly kind: Exclude<SoftwareKind, 'subscription'>;
}

interface ForATerm {
  readonly kind: 'subscription';
  readonly term: SoftwareTerm;
  /** The charge cycle: how often the subscription is paid. Never longer than the term. */
  readonly billingCycle?: BillingCycle | undefined;
}

/** Only a subscription has a term, and its price cannot be pro-rated without one. */
type CancellationOf<Day, Instant, Roles, Amount> = Purchase<Day, Instant, Roles> &
  (
    | (NoTerm & NoPrice)
    | (NotForATerm & Price<Amount>)
    | (ForATerm & NoPrice)
    | (ForATerm & Price<Amount>)
  );

/** The facts of a software cancellation in canonical form. */
export type SoftwareCancellationRequest = CancellationOf<string, string, readonly Role[], string>;

/** The facts of a software cancellation as callers have them: amounts, days and instants of any accepted kind. */
export type SoftwareCancellationInput = CancellationOf<
  DayInput,
  InstantInput,
  Role | readonly RoleInput[],
  AmountInput
>;
