import { InputError, type Issue, unwrap } from '../../kernel/issue.ts';
import { readSum, type Whole } from '../../kernel/money.ts';
import { readSome } from '../../kernel/read.ts';
import { type GivenAnswer, isAssumed, optionsOf, recompute } from '../../kernel/recompute.ts';
import { readRefundFacts } from '../facts/refund-facts.ts';
import { refundPolicyOf, refundPolicyOn } from '../policy/policy-choice.ts';
import { answerRefund } from './answer-refund.ts';
import type { ExchangeQuote } from './exchange-quote.ts';
import type { RefundQuote } from './quote.ts';
import { tryQuoteExchange } from './quote-exchange.ts';

type Path = Issue['path'];

/**
 * Quotes a refund again from the request, the policy and the limit of a quote, and reports every field
 * that differs. Accepts quotes of a settlement: what the ledger knew is in `limit.consumedBefore`.
 */
export function recomputeRefund(
  quote: unknown,
  path: Path,
  issues: Issue[],
): RefundQuote | undefined {
  return recompute<RefundQuote>('refund-quote', quote, path, issues, (given) => {
    const found: Issue[] = [];
    const facts = readRefundFacts(given.request, 'alone', found);
    const choice = refundPolicyOf({ policy: optionsOf(given)?.policy }, found);
    if (facts === undefined || choice === undefined) throw new InputError(found);
    const ready = refundPolicyOn(choice, facts.returnedOn, ['canceledOn'], found);
    if (ready === undefined) throw new InputError(found);
    const consumed = facts.consumed ?? readConsumed(given, [...path, 'limit'], issues);
    return answerRefund(facts, ready, consumed).quote;
  });
}

/** US cents that earlier refunds use of the limit, as a ledger knew them; `undefined` if assumed. */
function readConsumed(given: GivenAnswer, path: Path, issues: Issue[]): Whole | undefined {
  if (isAssumed(given, 'consumedRefunds')) return undefined;
  // A refusal that no limit would change has none, nor has a policy without one.
  if (given['limit'] === null) return 0;
  const limit = readSome<'consumedBefore'>(given['limit'], path, issues);
  if (limit === undefined) return undefined;
  return readSum(limit.consumedBefore, [...path, 'consumedBefore'], issues);
}

/** Quotes an exchange again from the request and the policy of a quote, and reports every field that differs. */
export function recomputeExchange(
  quote: unknown,
  path: Path,
  issues: Issue[],
): ExchangeQuote | undefined {
  return recompute<ExchangeQuote>('exchange-quote', quote, path, issues, (given) =>
    unwrap(tryQuoteExchange(given.request, optionsOf(given))),
  );
}
