import type { BillingPlan } from '../../reservations/facts/request.ts';
import type { PolicyError } from '../body/policy-errors.ts';
import type { Price } from '../body/price.ts';
import type { ReturnedPrices } from './returned-prices.ts';

/** The part of Microsoft's `calculateRefund` response that a quote contains. */
export interface RefundResponse {
  /** Microsoft's ID of the reservation. */
  readonly id?: string;
  readonly properties: {
    readonly sessionId?: string;
    /** The units that are returned. */
    readonly quantity: number;
    /** The amount that is paid out. */
    readonly billingRefundAmount: Price;
    /** The amount that counts toward the limit, in USD, if the facts state it. */
    readonly pricingRefundAmount?: Price;
    readonly billingInformation: ReturnedPrices & {
      readonly billingPlan: BillingPlan;
      /** The payments that were made, out of those of the term: 1 of 1 for `Upfront`. */
      readonly completedTransactions: number;
      readonly totalTransactions: number;
    };
    readonly policyResult: {
      readonly properties: {
        /** The part of the limit that earlier refunds use; left out if not known. */
        readonly consumedRefundsTotal?: Price;
        /** Left out if no limit applied. */
        readonly maxRefundLimit?: Price;
        readonly policyErrors: PolicyError[];
      };
    };
  };
}
