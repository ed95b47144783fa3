import { type Issue, type Parsed, unwrap } from '../../kernel/issue.ts';
import { formatAmount, isLess, minus } from '../../kernel/money.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { type Allowed, type Denied, deny, type Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { citations } from '../policy/citations.ts';
import {
  type PolicyOptions,
  policyOf,
  type ReadyPolicy,
  readOptions,
} from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import { type ExchangeFacts, readExchangeFacts } from './facts.ts';
import type { Assumed, QuoteDays } from './quote.ts';
import type { ExchangeRequest, ExchangeRequestInput } from './request.ts';
import {
  assumedOf,
  daysOf,
  interpretationsOfRefusal,
  obstaclesToReturn,
  proRate,
} from './returned-reservation.ts';

/** Why an exchange is lawfully refused. */
export type ExchangeRefusal = 'term-ended' | 'not-returnable' | 'purchase-below-credit';

/** One step of the calculation, which follows from its own operands alone. */
export type ExchangeLine =
  /** `of × days ÷ termDays`, rounded to the minor unit (half-even, or as the policy says). */
  | {
      readonly code: 'credit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly days: number;
      readonly termDays: number;
    }
  /** `of − less`. */
  | {
      readonly code: 'net-payable';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly less: string;
    };

interface ExchangeFigures {
  readonly kind: 'exchange-quote';
  readonly currency: string;
  /** The price that was paid up front for what is given back. */
  readonly paid: string;
  /** What the rest of its term is worth. */
  readonly credit: string;
  /** The price of the new reservation. */
  readonly newPrice: string;
  /** The new price less the credit; `0.00` where the exchange is refused. */
  readonly netPayable: string;
  readonly payee: RefundPolicy['payee'];
  readonly days: QuoteDays;
  readonly lines: readonly ExchangeLine[];
  readonly assumed: readonly Assumed[];
  /** The facts in canonical form. */
  readonly request: ExchangeRequest;
  readonly policy: RefundPolicy;
}

/** What an exchange credits, what is left to pay, why, and by which steps. */
export type ExchangeQuote =
  | (Allowed & ExchangeFigures)
  | (Denied<ExchangeRefusal> & ExchangeFigures);

/**
 * Answers what an exchange of a reservation for another credits, and what is left to pay.
 *
 * Amounts are decimal strings in the currency's major units, days are UTC calendar days. An
 * exchange costs no fee and uses nothing of the refund limit, and its credit is pro-rated on every
 * day, the first five included.
 *
 * @throws InputError with every issue, where the facts are malformed.
 *
 * Clauses: RES-8, RES-9 (`reservations`, How exchanges work), RES-11 (`software`), RES-13 to RES-15
 * (older revisions), AZR-1, AZR-2, AZR-4 and AZR-6 to AZR-8 (the vendor's page for all customers);
 * interpretations R-DAYS, R-PRORATE, R-ROUND, R-ENDED, R-SWAP, R-BASIS, R-WHICH.
 *
 * @example
 * const quote = quoteExchange({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', newPrice: '15000.00',
 *   purchasedOn: '2025-01-01', exchangedOn: '2025-07-02',
 * });
 * quote.credit; //=> '6016.44'
 * quote.netPayable; //=> '8983.56'
 */
export function quoteExchange(
  request: ExchangeRequestInput,
  options?: PolicyOptions,
): ExchangeQuote {
  return unwrap(tryQuoteExchange(request, options));
}

/**
 * {@link quoteExchange} for facts of unknown shape: the quote, or every issue. Never throws.
 *
 * @example
 * tryQuoteExchange({ newPrice: '-1' }).ok; //=> false
 */
export function tryQuoteExchange(request: unknown, options?: PolicyOptions): Parsed<ExchangeQuote> {
  const issues: Issue[] = [];
  const facts = readExchangeFacts(request, issues);
  const ready = policyOf(readOptions(options, issues), issues);
  if (facts === undefined || issues.length > 0) return { ok: false, issues };
  return { ok: true, value: answerExchange(facts, ready) };
}

function answerExchange(facts: ExchangeFacts, ready: ReadyPolicy): ExchangeQuote {
  const { request, digits, newPrice } = facts;
  const { policy } = ready;
  const clause = citations[policy.document].exchange;
  const days = daysOf(facts);
  const kind = 'exchange-quote';
  const common = { currency: request.currency, paid: request.paid, newPrice: request.newPrice };
  const echo = {
    payee: policy.payee,
    days,
    assumed: assumedOf(facts, ready, false),
    request,
    policy,
  };
  const zero = formatAmount(0, digits);

  // R-ENDED, RES-11: within the term, and nothing that cannot be exchanged.
  const obstacles = obstaclesToReturn(facts, days, policy);
  if (obstacles !== null) {
    const denied = deny(obstacles, [], interpretationsOfRefusal(days, ready));
    return { kind, ...denied, ...common, credit: zero, netPayable: zero, lines: [], ...echo };
  }

  // RES-9: the pro-rated rest, toward the new price.
  const creditMinor = proRate(facts.paid, days.remaining, days.term, policy.rounding);
  const credit = formatAmount(creditMinor, digits);
  const creditLine: ExchangeLine = {
    code: 'credit',
    amount: credit,
    clause,
    of: request.paid,
    days: days.remaining,
    termDays: days.term,
  };

  const interpretations: InterpretationId[] = [
    'R-DAYS',
    'R-PRORATE',
    'R-BASIS',
    'R-ROUND',
    'R-SWAP',
  ];
  if (ready.assumed) interpretations.push('R-WHICH');

  // R-SWAP: the new reservation costs at least the credit.
  if (policy.exchangeMinimum === 'credit' && isLess(newPrice, creditMinor)) {
    const belowCredit: Obstacle<ExchangeRefusal> = {
      reason: 'purchase-below-credit',
      clause,
      interpretation: 'R-SWAP',
      nextStep: 'choose-a-more-expensive-reservation',
    };
    const denied = deny<ExchangeRefusal>([belowCredit], [], interpretations);
    return { kind, ...denied, ...common, credit, netPayable: zero, lines: [creditLine], ...echo };
  }

  const netPayable = formatAmount(minus(newPrice, creditMinor), digits);
  const netLine: ExchangeLine = {
    code: 'net-payable',
    amount: netPayable,
    clause,
    of: request.newPrice,
    less: credit,
  };
  return {
    kind,
    allowed: true,
    because: [clause],
    interpretations,
    ...common,
    credit,
    netPayable,
    lines: [creditLine, netLine],
    ...echo,
  };
}
