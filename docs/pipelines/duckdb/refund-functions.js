import {
  ANY,
  DECIMAL,
  DuckDBDecimalValue,
  DuckDBScalarFunction,
  ENUM,
  LIST,
  listValue,
  STRUCT,
  structValue,
  VARCHAR,
} from '@duckdb/node-api';
import { createSettlement, refundStatuses, tryQuoteRefund } from '../../../dist/index.js';
import { argumentsOf, recordAt } from './arguments.js';
import { quoteChunk } from './quote-chunk.js';

// 15 whole digits and 4 decimals: every amount of every currency.
const WIDTH = 19;
const SCALE = 4;
const AMOUNT = DECIMAL(WIDTH, SCALE);
const STATUS = ENUM(refundStatuses);
const ISSUE = STRUCT({
  path: VARCHAR,
  code: VARCHAR,
  expected: VARCHAR,
  received: VARCHAR,
  message: VARCHAR,
});
const QUOTE = STRUCT({
  refund: AMOUNT,
  credit: AMOUNT,
  fee: AMOUNT,
  withheld: AMOUNT,
  row: STATUS,
  reason: STATUS,
  issues: LIST(ISSUE),
});

/**
 * Adds the functions of this page to a connection. `options` are those of `quoteRefund`, such as
 * `{ policy: 'azure-2020-07' }`.
 */
export function registerRefundFunctions(connection, options = {}) {
  const facts = { parameterTypes: Array(7).fill(ANY), varArgsType: ANY, specialHandling: true };
  const functions = [
    { name: 'refund', ...facts, returnType: AMOUNT, mainFunction: refund },
    { name: 'refund_quote', ...facts, returnType: QUOTE, mainFunction: refundQuote },
    { name: 'refund_json', ...facts, returnType: VARCHAR, mainFunction: refundJson },
    {
      name: 'settle_refunds',
      parameterTypes: [LIST(ANY)],
      returnType: LIST(VARCHAR),
      mainFunction: settleRefunds,
    },
  ];
  for (const each of functions) {
    connection.registerScalarFunction(DuckDBScalarFunction.create(each));
  }

  /** What is paid out; NULL where the facts are malformed. */
  function refund(_info, chunk, output) {
    quoteChunk(chunk, options, (row, answer) => {
      output.setItem(row, answer.issues === undefined ? decimal(answer.refund) : null);
    });
    output.flush();
  }

  /** The figures with their row of the table or the reason of a refusal, or the issues. */
  function refundQuote(_info, chunk, output) {
    quoteChunk(chunk, options, (row, answer) => output.setItem(row, quoteOf(answer)));
    output.flush();
  }

  /** The whole answer of `tryQuoteRefund` as JSON, with clauses and every line of the calculation. */
  function refundJson(_info, chunk, output) {
    const vectors = argumentsOf(chunk);
    for (let row = 0, { rowCount } = chunk; row < rowCount; row += 1) {
      output.setItem(row, JSON.stringify(tryQuoteRefund(recordAt(vectors, row), options)));
    }
    output.flush();
  }

  /** One customer's records as JSON, in order, to one result for each, with the yearly limit kept. */
  function settleRefunds(_info, chunk, output) {
    const lists = chunk.getColumnVector(0);
    for (let row = 0, { rowCount } = chunk; row < rowCount; row += 1) {
      const records = lists.getItem(row);
      const settlement = createSettlement(options);
      const results = records?.items.map((text) => JSON.stringify(settlement.settle(parsed(text))));
      output.setItem(row, results === undefined ? null : listValue(results));
    }
    output.flush();
  }
}

const decimal = (tenThousandths) => new DuckDBDecimalValue(tenThousandths, WIDTH, SCALE);

const nothing = { refund: null, credit: null, fee: null, withheld: null, row: null, reason: null };

function quoteOf({ issues, row, reason, credit, fee, refund }) {
  if (issues !== undefined)
    return structValue({ ...nothing, issues: listValue(issues.map(issueOf)) });
  return structValue({
    refund: decimal(refund),
    credit: decimal(credit),
    fee: decimal(fee),
    withheld: decimal(credit - fee - refund),
    row,
    reason,
    issues: noIssues,
  });
}

const noIssues = listValue([]);

const issueOf = ({ path, ...told }) => structValue({ path: path.join('.'), ...told });

/** What is no JSON is settled as the text that it is, which is no record. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
