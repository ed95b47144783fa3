import { createSettlement } from '../../../dist/index.js';

// Cancellations over three years, with every id kept for its window.

const day = (n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);
const days = Array.from({ length: 1_200 }, (_, n) => day(n));

export function records(count, customers = 5_000) {
  return Array.from({ length: count }, (_, at) => {
    const on = Math.floor((at * 1_095) / count);
    return {
      id: `CR-${at}`,
      customerId: `customer-${(at * 7_919) % customers}`,
      paid: `${(at * 104_729) % 2_000}.${String(at % 100).padStart(2, '0')}`,
      currency: 'USD',
      term: 'P1Y',
      used: at % 2 === 0,
      purchasedOn: days[Math.max(0, on - ((at * 13) % 300))],
      canceledOn: days[on],
    };
  });
}

export function settleAll(all) {
  const settlement = createSettlement();
  let refunded = 0;
  for (const record of all) {
    const result = settlement.settle(record);
    refunded += Math.round(Number(result.quote.refund) * 100);
  }
  return refunded;
}

const dayNumbers = new Map(days.map((text, n) => [text, n]));

/** The same ledgers and ids with no check, in integers. */
export function settleUnchecked(all) {
  const accounts = new Map();
  let refunded = 0;
  for (const { id, customerId, paid, used, purchasedOn, canceledOn } of all) {
    let account = accounts.get(customerId);
    if (account === undefined) {
      account = { ids: new Map(), days: [], cents: [], consumed: 0, first: 0 };
      accounts.set(customerId, account);
    }
    if (account.ids.has(id)) continue;
    const from = dayNumbers.get(purchasedOn);
    const on = dayNumbers.get(canceledOn);
    const year = Number(purchasedOn.slice(0, 4));
    const isBeforeLeapDay = purchasedOn.slice(5) < '02-29' ? year : year + 1;
    const term = isBeforeLeapDay % 4 === 0 ? 366 : 365;
    const point = paid.indexOf('.');
    const cents = Number(paid.slice(0, point)) * 100 + Number(paid.slice(point + 1));
    const isEarly = on - from <= 5;
    const credit = isEarly && !used ? cents : halfEven(cents * (term - (on - from)), term);
    const fee = isEarly ? 0 : halfEven(credit * 12, 100);
    while (account.first < account.days.length && account.days[account.first] <= on - 365) {
      account.consumed -= account.cents[account.first];
      account.first += 1;
    }
    const left = Math.max(0, 5_000_000 - account.consumed);
    const refund = Math.min(credit - fee, left);
    account.days.push(on);
    account.cents.push(refund);
    account.consumed += refund;
    account.ids.set(id, refund);
    refunded += refund;
  }
  return refunded;
}

function halfEven(dividend, divisor) {
  const quotient = Math.floor(dividend / divisor);
  const twice = (dividend - quotient * divisor) * 2;
  return twice > divisor || (twice === divisor && quotient % 2 === 1) ? quotient + 1 : quotient;
}
