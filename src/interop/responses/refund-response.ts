import type { PolicyError } from '../body/policy-errors.ts';
import type { Price } from '../body/price.ts';
import type { ReturnedPrices } from './returned-prices.ts';

/** What the vendor's `calculateRefund` responds, as far as a quote can say it. */
export interface RefundResponse {
  /** The vendor's ID of the reservation. */
  readonly id?: string;
  readonly properties: {
    readonly sessionId?: string;
    readonly quantity?: number;
    /** What is paid out. */
    readonly billingRefundAmount: Price;
    readonly billingInformation: ReturnedPrices & {
      readonly billingPlan: 'Upfront';
      readonly completedTransactions: 1;
      readonly totalTransactions: 1;
    };
    readonly policyResult: {
      readonly properties: {
        /** What earlier refunds use of the limit; left out where that is not known. */
        readonly consumedRefundsTotal?: Price;
        /** Left out where no limit had a part in the answer. */
        readonly maxRefundLimit?: Price;
        readonly policyErrors: PolicyError[];
      };
    };
  };
}
