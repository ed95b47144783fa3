import type { PolicyError } from '../body/policy-errors.ts';
import type { Price } from '../body/price.ts';
import type { ReturnedPrices } from './returned-prices.ts';

/** The part of Microsoft's `calculateExchange` response that a quote contains. */
export interface ExchangeResponse {
  readonly status: 'Succeeded';
  readonly properties: {
    readonly sessionId?: string;
    /** The amount due. */
    readonly netPayable: Price;
    /** The credit toward the purchase. */
    readonly refundsTotal: Price;
    /** The price of the purchase. */
    readonly purchasesTotal: Price;
    readonly reservationsToExchange: ReturnedReservationResponse[];
    readonly reservationsToPurchase: { readonly billingCurrencyTotal: Price }[];
    readonly policyResult: { readonly policyErrors: PolicyError[] };
  };
}

/** The returned reservation. */
export interface ReturnedReservationResponse {
  readonly reservationId?: string;
  readonly quantity?: number;
  readonly billingRefundAmount: Price;
  readonly billingInformation: ReturnedPrices;
}
