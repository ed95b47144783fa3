// Quotes alone, for hosts that limit the size of a script.
export { quoteExchange, tryQuoteExchange } from './quote-exchange.ts';
export { quoteRefund, tryQuoteRefund } from './quote-refund.ts';
