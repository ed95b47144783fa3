import type { PolicyError } from '../body/policy-errors.ts';
import type { Price } from '../body/price.ts';
import type { ReturnedPrices } from './returned-prices.ts';

/** What the vendor's `calculateExchange` responds, as far as a quote can say it. */
export interface ExchangeResponse {
  readonly status: 'Succeeded';
  readonly properties: {
    readonly sessionId?: string;
    /** What is left to pay. */
    readonly netPayable: Price;
    /** What goes toward the purchase. */
    readonly refundsTotal: Price;
    /** What that costs which is bought. */
    readonly purchasesTotal: Price;
    readonly reservationsToExchange: ReturnedReservationResponse[];
    readonly reservationsToPurchase: { readonly billingCurrencyTotal: Price }[];
    readonly policyResult: { readonly policyErrors: PolicyError[] };
  };
}

/** The reservation that is given back. */
export interface ReturnedReservationResponse {
  readonly reservationId?: string;
  readonly quantity?: number;
  readonly billingRefundAmount: Price;
  readonly billingInformation: ReturnedPrices;
}
