import { quoteRefund } from '../../../dist/index.js';
import { cases as upfront } from './refund.js';

// The same cancellations, paid up front and paid monthly.

export const cases = upfront.map(({ paid, ...facts }) => ({
  upfront: { ...facts, paid },
  monthly: { ...facts, billingPlan: 'Monthly', instalment: paid },
}));

export const contenders = {
  monthly: (one) => quoteRefund(one.monthly),
  upfront: (one) => quoteRefund(one.upfront),
};
