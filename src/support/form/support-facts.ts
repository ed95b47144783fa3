import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { AmountInput } from '../../kernel/money.ts';
import type { ExchangeQuote } from '../../reservations/quote/exchange-quote.ts';
import type { RefundQuote } from '../../reservations/quote/quote.ts';
import type { SoftwareCancellationDecision } from '../../software/cancellation/cancellation.ts';
import type { SoftwareCustomer } from '../../software/cancellation/request.ts';
import type { ContactMethod, SupportKind } from '../request-form.ts';

/** Whom the vendor is to reach. */
export interface SupportContact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Whom the vendor is to reach about a reservation, and how. */
export interface ReservationSupportContact extends SupportContact {
  readonly preferredContactMethod: ContactMethod;
}

/** The fields of an object of which some are not there yet. */
export type Unfinished<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | undefined };

/** Money in its currency's major units. */
export interface RequestedAmount<Amount = AmountInput> {
  readonly amount: Amount;
  /** ISO 4217. */
  readonly currency: CurrencyCode;
}

interface SharedFacts<Amount> {
  /** The amount that Microsoft is asked to pay or credit. */
  readonly amountRequested?: RequestedAmount<Amount> | undefined;
  /** Replaces the generated text. */
  readonly title?: string | undefined;
}

interface ReservationSupportFacts<Amount> extends SharedFacts<Amount> {
  /** Found in the reservation's properties; support may ask for it. */
  readonly reservationId?: string | undefined;
  /** Found in the reservation's properties; support may ask for it. */
  readonly reservationOrderId?: string | undefined;
  /** The caller's name for the customer. */
  readonly customerId?: string | undefined;
  /** The caller's name for the refund or exchange. */
  readonly id?: string | undefined;
  readonly contact?: Unfinished<ReservationSupportContact> | undefined;
}

/** The facts of a refund request. Facts given in addition to the quote replace its own. */
export interface RefundSupportFacts<Amount = AmountInput> extends ReservationSupportFacts<Amount> {
  readonly quote?: RefundQuote | undefined;
}

/** The facts of an exchange request. Facts given in addition to the quote replace its own. */
export interface ExchangeSupportFacts<Amount = AmountInput>
  extends ReservationSupportFacts<Amount> {
  readonly quote?: ExchangeQuote | undefined;
}

interface OwnSoftwareFacts<Amount> extends SharedFacts<Amount> {
  /** Replaces the whole customer of the decision: two of them are never mixed. */
  readonly customer?: SoftwareCustomer | undefined;
  readonly productName?: string | undefined;
  readonly orderId?: string | undefined;
  readonly subscriptionId?: string | undefined;
  readonly impact?: string | undefined;
  readonly refundReason?: string | undefined;
  readonly contact?: Unfinished<SupportContact> | undefined;
  /** The names of the files to add. */
  readonly files?: readonly string[] | undefined;
}

/** Either the decision says whether the cancellation asked for support, or the caller does. */
type AskedFor =
  | {
      readonly cancellation: SoftwareCancellationDecision;
      readonly askedForByCancellation?: undefined;
    }
  | { readonly cancellation?: undefined; readonly askedForByCancellation: boolean };

/** The facts of a software request. Facts given in addition to the decision replace its own. */
export type SoftwareSupportFacts<Amount = AmountInput> = OwnSoftwareFacts<Amount> & AskedFor;

/** The facts of each kind of request. */
export interface SupportFacts<Amount = AmountInput> {
  readonly 'reservation-refund': RefundSupportFacts<Amount>;
  readonly 'reservation-exchange': ExchangeSupportFacts<Amount>;
  readonly 'software-cancellation': SoftwareSupportFacts<Amount>;
}

/** The kind of a request and its facts in canonical form. */
export type SupportRequest<Kind extends SupportKind = SupportKind> = Kind extends SupportKind
  ? { readonly kind: Kind } & SupportFacts<string>[Kind]
  : never;
