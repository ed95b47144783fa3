import { ZenEngine } from '@gorules/zen-engine';
import Big from 'big.js';
import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { parseISO } from 'date-fns/parseISO';
import { Decimal } from 'decimal.js';
import * as dinero from 'dinero.js';
import { USD } from 'dinero.js/currencies';
import { Engine } from 'json-rules-engine';
import { quoteRefund } from '../../../dist/index.js';

// One cancellation: strings in, the refund as a string out. All answers follow the default policy.

export const terms = { P1Y: 12, P3Y: 36 };

// Each input is another one: of 500 that come again and again, an engine remembers the texts.
export const cases = Array.from({ length: 4_096 }, (_, at) => {
  const day = (n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const bought = (at * 7) % 301;
  return {
    paid: `${1 + ((at * 7919) % 90001)}.${String((at * 31) % 100).padStart(2, '0')}`,
    currency: 'USD',
    term: at % 3 === 0 ? 'P3Y' : 'P1Y',
    purchasedOn: day(bought),
    canceledOn: day(bought + ((at * 13) % 360)),
    used: at % 2 === 0,
    consumedRefunds: `${(at % 6) * 10000}.${String((at * 17) % 100).padStart(2, '0')}`,
  };
});

/** The least that answers with no check at all: integers of cents, days by hand. */
function unchecked({ paid, term, purchasedOn, canceledOn, used, consumedRefunds }) {
  const from = dayOf(purchasedOn);
  const on = dayOf(canceledOn);
  const end = endOf(purchasedOn, terms[term]);
  const cents = centsOf(paid);
  const isEarly = on - from <= 5;
  const credit = isEarly && !used ? cents : halfEven(cents * (end - on), end - from);
  const fee = isEarly ? 0 : halfEven(credit * 12, 100);
  const left = 5_000_000 - centsOf(consumedRefunds);
  return textOf(Math.min(credit - fee, left < 0 ? 0 : left));
}

function numberAt(text, from, to) {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

function dayNumber(year, month, date) {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return (
    y * 365 +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    date
  );
}

export const dayOf = (text) =>
  dayNumber(numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10));

export function endOf(text, months) {
  const year = numberAt(text, 0, 4) + months / 12;
  const month = numberAt(text, 5, 7);
  const date = numberAt(text, 8, 10);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return dayNumber(year, month, month === 2 && date === 29 && !isLeap ? 28 : date);
}

export function centsOf(text) {
  const point = text.indexOf('.');
  return numberAt(text, 0, point) * 100 + numberAt(text, point + 1, point + 3);
}

export function halfEven(dividend, divisor) {
  const quotient = Math.floor(dividend / divisor);
  const twice = (dividend - quotient * divisor) * 2;
  return twice > divisor || (twice === divisor && quotient % 2 === 1) ? quotient + 1 : quotient;
}

export function textOf(cents) {
  const rest = cents % 100;
  return `${(cents - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

export function daysOf({ purchasedOn, canceledOn, term }) {
  const from = parseISO(purchasedOn);
  const on = parseISO(canceledOn);
  const end = addMonths(from, terms[term]);
  return {
    since: differenceInCalendarDays(on, from),
    remaining: differenceInCalendarDays(end, on),
    length: differenceInCalendarDays(end, from),
  };
}

/** As one writes it with decimal.js and date-fns. */
function decimals(facts) {
  const { since, remaining, length } = daysOf(facts);
  const paid = new Decimal(facts.paid);
  const isEarly = since <= 5;
  const round = (value) => value.toDecimalPlaces(2, Decimal.ROUND_HALF_EVEN);
  const credit = isEarly && !facts.used ? paid : round(paid.times(remaining).div(length));
  const fee = isEarly ? new Decimal(0) : round(credit.times('0.12'));
  const left = Decimal.max(0, new Decimal('50000').minus(facts.consumedRefunds));
  return Decimal.min(credit.minus(fee), left).toFixed(2);
}

function bigs(facts) {
  const { since, remaining, length } = daysOf(facts);
  const paid = new Big(facts.paid);
  const isEarly = since <= 5;
  const round = (value) => value.round(2, Big.roundHalfEven);
  const credit = isEarly && !facts.used ? paid : round(paid.times(remaining).div(length));
  const fee = isEarly ? new Big(0) : round(credit.times('0.12'));
  const left = new Big('50000').minus(facts.consumedRefunds);
  const refundable = credit.minus(fee);
  const most = left.lt(0) ? new Big(0) : left;
  return (refundable.lt(most) ? refundable : most).toFixed(2);
}

function dineros(facts) {
  const { since, remaining, length } = daysOf(facts);
  const money = (cents) => dinero.dinero({ amount: cents, currency: USD });
  const paid = money(centsOf(facts.paid));
  const isEarly = since <= 5;
  // dinero divides by allocation only, so that the rest must be rounded by hand.
  const share = ([part, whole], of) => money(halfEven(dinero.toSnapshot(of).amount * part, whole));
  const credit = isEarly && !facts.used ? paid : share([remaining, length], paid);
  const fee = isEarly ? money(0) : share([12, 100], credit);
  const left = dinero.maximum([
    money(0),
    dinero.subtract(money(5_000_000), money(centsOf(facts.consumedRefunds))),
  ]);
  return dinero.toDecimal(dinero.minimum([dinero.subtract(credit, fee), left]));
}

export const contenders = {
  'partner-rules': (facts) => quoteRefund(facts).refund,
  unchecked,
  'decimal.js + date-fns': decimals,
  'big.js + date-fns': bigs,
  'dinero.js + date-fns': dineros,
};

// Rule engines answer with the row of the table alone (no money), and asynchronously.

const engine = new Engine([
  {
    conditions: {
      all: [
        { fact: 'since', operator: 'lessThanInclusive', value: 5 },
        { fact: 'used', operator: 'equal', value: false },
      ],
    },
    event: { type: 'full-credit' },
  },
  {
    conditions: {
      all: [
        { fact: 'since', operator: 'lessThanInclusive', value: 5 },
        { fact: 'used', operator: 'equal', value: true },
      ],
    },
    event: { type: 'pro-rated' },
  },
  {
    conditions: { all: [{ fact: 'since', operator: 'greaterThan', value: 5 }] },
    event: { type: 'pro-rated-less-fee' },
  },
]);

const zen = new ZenEngine();
const decision = zen.createDecision({
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    {
      id: 'table',
      type: 'decisionTableNode',
      name: 'table',
      position: { x: 0, y: 0 },
      content: {
        hitPolicy: 'first',
        inputs: [
          { id: 'since', name: 'since', field: 'since' },
          { id: 'used', name: 'used', field: 'used' },
        ],
        outputs: [{ id: 'row', name: 'row', field: 'row' }],
        rules: [
          { _id: '1', since: '<= 5', used: 'false', row: '"full-credit"' },
          { _id: '2', since: '<= 5', used: 'true', row: '"pro-rated"' },
          { _id: '3', since: '> 5', used: '', row: '"pro-rated-less-fee"' },
        ],
      },
    },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
  ],
});

const facts = (one) => ({ since: daysOf(one).since, used: one.used });

export const asyncContenders = {
  'json-rules-engine (row only)': async (one) => (await engine.run(facts(one))).events[0].type,
  'zen-engine (row only)': async (one) => (await decision.evaluate(facts(one))).result.row,
};
export const asyncExpected = (one) => quoteRefund(one).row;
