// A CommonJS script: `node refund.cjs` in a project where the package is installed.
const { explain, quoteRefund } = require('partner-rules');

const quote = quoteRefund(
  {
    paid: '12000.00',
    currency: 'USD',
    term: 'P1Y',
    purchasedOn: '2026-01-01',
    canceledOn: '2026-07-02',
    used: true,
  },
  { policy: 'partner-center' },
);

console.log(quote.allowed ? quote.refund : quote.reason);
console.log(explain(quote));
