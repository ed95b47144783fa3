import { refundColumns, refundStatuses } from '../../../dist/index.js';

// A million cancellations as typed arrays, in and out. Amounts are US cents, days are those since
// 1970-01-01. Every row has its own consumption of the limit.

const FIRST = 19_723; // 2024-01-01
const months = [12, 36, 60];

export function columnsOf(rows) {
  const fill = (column, valueAt) => {
    for (let at = 0; at < rows; at += 1) column[at] = valueAt(at);
    return column;
  };
  const bought = (at) => FIRST + ((at * 7) % 730);
  return {
    currency: 'USD',
    paid: fill(new Float64Array(rows), (at) => (at * 104_729) % 9_000_000),
    termMonths: fill(new Uint8Array(rows), (at) => months[at % 3]),
    purchasedOn: fill(new Int32Array(rows), bought),
    canceledOn: fill(new Int32Array(rows), (at) => bought(at) + ((at * 13) % 380)),
    used: fill(new Uint8Array(rows), (at) => at % 2),
    consumedUsdCents: fill(new Float64Array(rows), (at) => (at % 6) * 1_000_000),
  };
}

export function outOf(rows) {
  return {
    credit: new Float64Array(rows),
    fee: new Float64Array(rows),
    refund: new Float64Array(rows),
    status: new Uint8Array(rows),
  };
}

const code = (status) => refundStatuses.indexOf(status);
const FULL_CREDIT = code('full-credit');
const PRO_RATED = code('pro-rated');
const PRO_RATED_LESS_FEE = code('pro-rated-less-fee');
const TERM_ENDED = code('term-ended');

export function quoteColumns(columns, out) {
  refundColumns(columns, { out });
}

/** The same figures under the default policy with no check at all. */
export function quoteUnchecked(columns, { credit, fee, refund, status }) {
  const { paid, termMonths, purchasedOn, canceledOn, used, consumedUsdCents } = columns;
  for (let at = 0; at < paid.length; at += 1) {
    const from = purchasedOn[at];
    const on = canceledOn[at];
    const end = endOf(from, termMonths[at] / 12);
    if (on >= end) {
      credit[at] = 0;
      fee[at] = 0;
      refund[at] = 0;
      status[at] = TERM_ENDED;
      continue;
    }
    const isEarly = on - from <= 5;
    const isFull = isEarly && used[at] === 0;
    const credited = isFull ? paid[at] : halfEven(paid[at] * (end - on), end - from);
    const charged = isEarly ? 0 : halfEven(credited * 12, 100);
    const left = 5_000_000 - consumedUsdCents[at];
    credit[at] = credited;
    fee[at] = charged;
    refund[at] = Math.min(credited - charged, left < 0 ? 0 : left);
    status[at] = isFull ? FULL_CREDIT : isEarly ? PRO_RATED : PRO_RATED_LESS_FEE;
  }
}

/** Years from 1 March: the leap day is the last of its year. */
function endOf(day, years) {
  const fromMarch0000 = day + 719_468;
  const guess = Math.floor((fromMarch0000 + 2) / 365.2425);
  const year = startOf(guess) > fromMarch0000 ? guess - 1 : guess;
  const same = startOf(year + years) + fromMarch0000 - startOf(year);
  return Math.min(same, startOf(year + years + 1) - 1) - 719_468;
}

function startOf(year) {
  return Math.floor(year * 365.25) - Math.floor(year / 100) + Math.floor(year / 400);
}

function halfEven(dividend, divisor) {
  const quotient = Math.floor(dividend / divisor);
  const twice = (dividend - quotient * divisor) * 2;
  return twice > divisor || (twice === divisor && quotient % 2 === 1) ? quotient + 1 : quotient;
}
