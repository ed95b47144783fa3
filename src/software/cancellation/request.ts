import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { DayInput } from '../../kernel/day.ts';
import type { AmountInput } from '../../kernel/money.ts';
import type { Role } from '../../roles/matrix.ts';
import type { RoleInput } from '../../roles/parse-role.ts';
import type { SoftwareKind, SoftwareTerm } from '../policy/software-policy.ts';

/** The names of a customer: any one of the three is enough. */
export interface SoftwareCustomer {
  readonly name?: string | undefined;
  /** The GUID of the customer's tenant. */
  readonly tenantId?: string | undefined;
  readonly domain?: string | undefined;
}

interface Purchase<Day, Roles> {
  /** The UTC day of the purchase, which is day 0. */
  readonly purchasedOn: Day;
  /** The UTC day of the cancellation. */
  readonly canceledOn: Day;
  /** The roles of the person who cancels. */
  readonly roles: Roles;
  /** True if the software has a cancellation window. Only the caller can state it. */
  readonly qualifies?: boolean | undefined;
  readonly customer?: SoftwareCustomer | undefined;
  readonly productName?: string | undefined;
  readonly orderId?: string | undefined;
  /** True if the box was ticked that the important message has been read, for this order. */
  readonly messageRead?: boolean | undefined;
}

interface Price<Amount> {
  /** The price paid for what is cancelled, in `currency`. */
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
}

interface NotForATerm extends NoTerm {
  readonly kind: Exclude<SoftwareKind, 'subscription'>;
}

interface ForATerm {
  readonly kind: 'subscription';
  readonly term: SoftwareTerm;
}

/** Only a subscription has a term, and its price cannot be pro-rated without one. */
type CancellationOf<Day, Roles, Amount> = Purchase<Day, Roles> &
  (
    | (NoTerm & NoPrice)
    | (NotForATerm & Price<Amount>)
    | (ForATerm & NoPrice)
    | (ForATerm & Price<Amount>)
  );

/** The facts of a software cancellation in canonical form. */
export type SoftwareCancellationRequest = CancellationOf<string, readonly Role[], string>;

/** The facts of a software cancellation as callers have them: amounts and days of any accepted kind. */
export type SoftwareCancellationInput = CancellationOf<
  DayInput,
  Role | readonly RoleInput[],
  AmountInput
>;
