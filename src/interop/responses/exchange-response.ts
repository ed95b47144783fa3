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
    /** The amount that goes toward the purchase: the refunds and the remaining commitments. */
    readonly refundsTotal: Price;
    /** The lifetime total of everything that is bought. */
    readonly purchasesTotal: Price;
    readonly reservationsToExchange: ReturnedReservationResponse[];
    readonly reservationsToPurchase: { readonly billingCurrencyTotal: Price }[];
    readonly policyResult: { readonly policyErrors: PolicyError[] };
  };
}

/** A reservation that is returned. */
export interface ReturnedReservationResponse {
  readonly reservationId?: string;
  readonly quantity: number;
  readonly billingRefundAmount: Price;
  readonly billingInformation: ReturnedPrices;
}
