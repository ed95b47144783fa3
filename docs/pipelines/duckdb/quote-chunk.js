import {
  currencyDigits,
  isInputError,
  refundColumns,
  refundStatuses,
  tryQuoteRefund,
} from '../../../dist/index.js';
import { argumentsOf, columnsOf, isTyped, recordAt } from './arguments.js';

/** The most decimals of any currency: answers are in whole ten-thousandths. */
const DECIMALS = 4;

/**
 * Quotes each row of a chunk and hands its answer to `write(row, answer)`: the figures in whole
 * ten-thousandths, or the issues. Typed rows go through `refundColumns`, all of one currency at a
 * time. What that calls invalid, and what comes as text, is quoted as a record of its own.
 */
export function quoteChunk(chunk, options, write) {
  const vectors = argumentsOf(chunk);
  const quoteRow = (row) => write(row, answerOf(tryQuoteRefund(recordAt(vectors, row), options)));
  const { rowCount } = chunk; // asks the engine each time
  if (!isTyped(vectors)) {
    for (let row = 0; row < rowCount; row += 1) quoteRow(row);
    return;
  }
  for (const { shared, rows } of groupsOf(vectors, rowCount)) {
    const digits = currencyDigits(shared.currency) ?? 0;
    const quoted = quoteGroup({ ...shared, ...columnsOf(vectors, rows, digits) }, options);
    for (let at = 0; at < rows.length; at += 1) {
      const status = refundStatuses[quoted?.status[at] ?? 0];
      if (status === 'invalid') quoteRow(rows[at]);
      else write(rows[at], answerAt(quoted, at, status, digits));
    }
  }
}

/** The rows that share what is said once for all rows of a column. */
function groupsOf({ currency, usdRate, product }, rowCount) {
  const given = { currency };
  if (usdRate !== undefined) given.usdRate = usdRate;
  if (product !== undefined) given.product = product;
  const vectors = Object.values(given);
  const groups = new Map();
  for (let row = 0; row < rowCount; row += 1) {
    const key = vectors.map((vector) => String(vector.getItem(row))).join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { shared: recordAt(given, row), rows: [row] });
    else group.rows.push(row);
  }
  return groups.values();
}

/** Nothing where what the rows share is malformed: each of them then says so. */
function quoteGroup(request, options) {
  try {
    return refundColumns(request, options);
  } catch (error) {
    if (isInputError(error)) return undefined;
    throw error;
  }
}

const paidStatuses = ['full-credit', 'pro-rated', 'pro-rated-less-fee'];

function answerAt({ credit, fee, refund }, at, status, digits) {
  const isPaid = paidStatuses.includes(status);
  const factor = 10 ** (DECIMALS - digits);
  return {
    row: isPaid ? status : null,
    reason: isPaid ? null : status,
    credit: tenThousandths(credit[at], factor),
    fee: tenThousandths(fee[at], factor),
    refund: tenThousandths(refund[at], factor),
  };
}

function tenThousandths(minorUnits, factor) {
  const product = minorUnits * factor;
  return Number.isSafeInteger(product) ? BigInt(product) : BigInt(minorUnits) * BigInt(factor);
}

function answerOf(parsed) {
  if (!parsed.ok) return { issues: parsed.issues };
  const { allowed, row, reason, credit, fee, refund } = parsed.value;
  return {
    row: allowed ? row : null,
    reason: allowed ? null : reason,
    credit: inTenThousandths(credit),
    fee: inTenThousandths(fee),
    refund: inTenThousandths(refund),
  };
}

function inTenThousandths(amount) {
  const [whole, decimals = ''] = amount.split('.');
  const text = whole + decimals.padEnd(DECIMALS, '0');
  const number = Number(text);
  return BigInt(Number.isSafeInteger(number) ? number : text); // quicker from a number
}
