import { type Issue, type Parsed, unwrap } from '../kernel/issue.ts';
import { writePlan } from './answer/write-plan.ts';
import type { PlanRequestInput } from './facts/plan-request.ts';
import { readPlanRequest } from './facts/read-plan-request.ts';
import type { ReturnPlan } from './return-plan.ts';
import { solve } from './search/solve.ts';

/**
 * Plans which of a customer's reservations to return, how many units and on which day, so that most money ends up with
 * the partner under the yearly limit.
 *
 * The objective is in USD: the refunds, less the monthly payments that fall due after `asOf` and are not cancelled by a
 * return, plus `valuePerDay` for the days for which units are kept. `total` is never above `bound`, which holds for every
 * plan on any days; `optimal` is true if they agree. Up to 12 upfront reservations of whole units under a policy that clips, and up to
 * 4 under one that refuses, were proven to be planned best in 99 of 100 random cases over two years; with monthly payments or
 * `valuePerDay`, up to 6 and 4. The effort is limited by steps, never by time. `kept` has the units that are not returned, and the
 * credit of an exchange, which no limit reduces.
 *
 * @throws InputError with every issue, if the facts are malformed, the policy states no fee, the candidates are of two
 * customers (`other-customer`) or share an id (`duplicate`), the ledger has moved beyond `asOf` (`out-of-order`), or it
 * has answered an id already (`id-conflict`).
 *
 * Clauses and interpretations: as `quoteRefund` and `quoteExchange`, of each return and of what is kept.
 *
 * @example
 * // 45,000 USD of the limit are in use until 2025-07-10.
 * const plan = planReturns({
 *   asOf: '2025-07-02',
 *   candidates: [
 *     { id: 'VM-1', paid: '24000.00', currency: 'USD', term: 'P1Y', used: true, purchasedOn: '2025-01-01' },
 *   ],
 *   ledger: {
 *     customerId: 'contoso', lastDay: '2024-07-10', days: [{ on: '2024-07-10', usd: '45000.00' }], ids: [],
 *   },
 * });
 * plan.returns.map(({ id, on, quote }) => [id, on, quote.refund]); //=> [['VM-1', '2025-07-10', '10126.03']]
 * plan.gain; //=> '5126.03'
 * plan.optimal; //=> true
 */
export function planReturns(request: PlanRequestInput): ReturnPlan {
  return unwrap(tryPlanReturns(request));
}

/**
 * {@link planReturns} for facts of unknown shape: the plan, or every issue. Never throws.
 *
 * @example
 * tryPlanReturns({ asOf: '2025-07-02', candidates: [] }).ok; //=> false
 */
export function tryPlanReturns(request: unknown): Parsed<ReturnPlan> {
  const issues: Issue[] = [];
  const facts = readPlanRequest(request, issues);
  if (facts === undefined) return { ok: false, issues };
  return { ok: true, value: writePlan(facts, solve(facts)) };
}
