/**
 * The vendor's published error codes for what a quote is refused for. It has published none for the
 * other reasons, which are written as they are.
 */
export const vendorErrorCodes: {
  readonly 'limit-exceeded': 'RefundLimitExceeded';
  readonly 'not-returnable': 'SelfServiceRefundNotSupported';
} = Object.freeze({
  'limit-exceeded': 'RefundLimitExceeded',
  'not-returnable': 'SelfServiceRefundNotSupported',
});
