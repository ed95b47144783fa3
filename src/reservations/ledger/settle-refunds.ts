import { InputError, type Issue } from '../../kernel/issue.ts';
import { readIterable } from '../../kernel/read.ts';
import {
  createSettlement,
  type SettlementOptions,
  type SettlementResult,
} from './create-settlement.ts';

/**
 * Settles a batch of cancellations, lazily: one result for each record, in order.
 *
 * @throws InputError before the first result where the options are malformed (see
 * `createSettlement`, which also gives the ledgers afterwards), or the records are no iterable.
 *
 * Clauses: as `quoteRefund`; interpretations R-YEAR, R-WHOSE, R-COUNTS besides.
 *
 * @example
 * for (const result of settleRefunds(records)) {
 *   if (result.ok) console.log(result.quote.refund); //=> '10386.41'
 *   else console.log(result.issues[0].message); //=> 'used: expected true or false, got nothing'
 * }
 */
export function* settleRefunds(
  records: Iterable<unknown>,
  options?: SettlementOptions,
): Generator<SettlementResult, void, undefined> {
  const settlement = createSettlement(options);
  const issues: Issue[] = [];
  const given = readIterable(records, ['records'], issues);
  if (issues.length > 0) throw new InputError(issues);
  for (const record of given) yield settlement.settle(record);
}
