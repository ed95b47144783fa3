import type { PolicyError } from '../body/policy-errors.ts';
import type { Price } from '../body/price.ts';
import type { ReturnedPrices } from './returned-prices.ts';

/** The part of Microsoft's `calculateRefund` response that a quote contains. */
export interface RefundResponse {
  /** Microsoft's ID of the reservation. */
  readonly id?: string;
  readonly properties: {
    readonly sessionId?: string;
    readonly quantity?: number;
    /** The refund. */
    readonly billingRefundAmount: Price;
    readonly billingInformation: ReturnedPrices & {
      readonly billingPlan: 'Upfront';
      readonly completedTransactions: 1;
      readonly totalTransactions: 1;
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
