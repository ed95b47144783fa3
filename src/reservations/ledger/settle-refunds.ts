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
 * const record = {
 *   id: 'CR-1', customerId: 'contoso', paid: '12000.00', currency: 'USD', term: 'P1Y', used: false,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-01-07',
 * };
 * for (const result of settleRefunds([record, { ...record, id: 'CR-2', used: undefined }])) {
 *   if (result.ok) console.log(result.quote.refund);
 *   else console.log(result.issues[0]?.message);
 * }
 * // 10386.41
 * // used: expected true or false, got nothing
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
