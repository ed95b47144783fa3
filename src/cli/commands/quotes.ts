import { InputError, type Issue } from '../../kernel/index.ts';
import {
  type ExchangeQuote,
  type PolicyOptions,
  type RefundLedger,
  type RefundQuote,
  tryQuoteExchange,
  tryQuoteRefund,
} from '../../reservations/index.ts';
import { namesIn } from '../../reservations/ledger/create-settlement.ts';
import { refundPolicyOf } from '../../reservations/policy/policy-choice.ts';
import type { Answered, Run } from '../io/results.ts';

export const quoteCommands = ['quote', 'settle', 'exchange'] as const;
export type QuoteCommand = (typeof quoteCommands)[number];

export interface Quoted extends Answered {
  readonly quote: RefundQuote | ExchangeQuote;
}

/** Commands about money: each record is quoted. */
export interface QuoteRun extends Run<Quoted> {
  /** The customers' ledgers as they stand; none where the command keeps none. */
  ledgers(): Iterable<RefundLedger>;
}

/** Starts a command that needs no ledger. Throws an `InputError` where the policy is malformed. */
export function startQuotes(
  command: Exclude<QuoteCommand, 'settle'>,
  options: PolicyOptions,
): QuoteRun {
  const issues: Issue[] = [];
  if (command === 'quote') refundPolicyOf(options, issues);
  if (issues.length > 0) throw new InputError(issues);
  const quote = command === 'quote' ? tryQuoteRefund : tryQuoteExchange;
  return {
    answer(record, index, line) {
      const parsed = quote(record, options);
      if (!parsed.ok) {
        const { id, customerId } = namesIn(record);
        return { ok: false, index, line, id, customerId, issues: parsed.issues };
      }
      const { id, customerId } = parsed.value.request;
      return { ok: true, index, id, customerId, quote: parsed.value };
    },
    ledgers: () => [],
  };
}

/** Returns the part of a result that is written. */
export function resultOf(result: Quoted, explain: boolean): object {
  if (explain) return result;
  const { ok, index, id, customerId, repeated, source } = result;
  return { ok, index, id, customerId, repeated, quote: briefOf(result.quote), source };
}

/** Returns a quote without its lines and with the id of its policy, as written without `--explain`. */
export function briefOf(quote: Quoted['quote']): object {
  return 'refund' in quote ? briefRefund(quote) : briefExchange(quote);
}

// Field by field: copying "the rest" of a quote fills the memory with long-lived garbage.

function briefRefund(quote: RefundQuote): object {
  return {
    kind: quote.kind,
    allowed: quote.allowed,
    reason: quote.allowed ? undefined : quote.reason,
    obstacles: quote.allowed ? undefined : quote.obstacles,
    because: quote.because,
    interpretations: quote.interpretations,
    row: quote.row,
    notes: quote.notes,
    currency: quote.currency,
    paid: quote.paid,
    credit: quote.credit,
    fee: quote.fee,
    refundable: quote.refundable,
    refund: quote.refund,
    withheld: quote.withheld,
    billingPlan: quote.billingPlan,
    quantity: quote.quantity,
    quantityToReturn: quote.quantityToReturn,
    instalment: quote.instalment,
    completedTransactions: quote.completedTransactions,
    period: quote.period,
    remainingCommitment: quote.remainingCommitment,
    canceledCommitment: quote.canceledCommitment,
    payee: quote.payee,
    days: quote.days,
    limit: quote.limit,
    assumed: quote.assumed,
    request: quote.request,
    policy: quote.policy.id,
    supersededBy: quote.supersededBy,
  };
}

function briefExchange(quote: ExchangeQuote): object {
  return {
    kind: quote.kind,
    allowed: quote.allowed,
    reason: quote.allowed ? undefined : quote.reason,
    obstacles: quote.allowed ? undefined : quote.obstacles,
    because: quote.because,
    interpretations: quote.interpretations,
    currency: quote.currency,
    paid: quote.paid,
    credit: quote.credit,
    newPrice: quote.newPrice,
    netPayable: quote.netPayable,
    returned: quote.returned,
    purchases: quote.purchases,
    refundsTotal: quote.refundsTotal,
    purchasesTotal: quote.purchasesTotal,
    payee: quote.payee,
    days: quote.days,
    notes: quote.notes,
    assumed: quote.assumed,
    request: quote.request,
    policy: quote.policy.id,
    supersededBy: quote.supersededBy,
    ruleChangesOn: quote.ruleChangesOn,
  };
}
