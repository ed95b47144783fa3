import { formatAmount, isLess, minus, plus, type Whole } from '../../kernel/money.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { deny, type Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { obstacleOf } from '../../vocabulary/refusal.ts';
import { daysOf, type QuoteDays } from '../facts/days.ts';
import type { ExchangedFacts, ExchangeFacts } from '../facts/exchange-facts.ts';
import { type Bill, billOf, partOf, shareOf } from '../facts/payment.ts';
import { citations } from '../policy/citations.ts';
import type { ReadyPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import { type ExchangeRefusal, exchangeRefusals } from '../refusals.ts';
import { isInWindow } from './calculate-refund.ts';
import type { ExchangeLine, ExchangeQuote, ReturnedReservationFigures } from './exchange-quote.ts';
import {
  exchangeNotes,
  isCoverageAssumed,
  isLastExchange,
  obstaclesAfterEnd,
  obstaclesToFamilies,
  obstaclesToSame,
  ruleChangeOf,
} from './exchange-rule.ts';
import {
  commitmentLineOf,
  creditLinesOf,
  paidOf,
  planClausesOf,
  planFigures,
  planInterpretationsOf,
  refusedPlanFigures,
} from './plan.ts';
import {
  assumedOf,
  interpretationsOfRefusal,
  obstaclesToReturn,
  supersededByOf,
} from './returned-reservation.ts';

/** One returned reservation: what it is worth on the day of the exchange, in minor units. */
interface Returned {
  readonly facts: ExchangedFacts;
  readonly days: QuoteDays;
  readonly bill: Bill;
  readonly isFull: boolean;
  readonly credit: Whole;
  readonly commitment: Whole;
}

/** Quotes an exchange: the calculation, written down with its clauses, interpretations and lines. */
export function answerExchange(exchange: ExchangeFacts, ready: ReadyPolicy): ExchangeQuote {
  const { request, purchases, isSingle } = exchange;
  const { policy } = ready;
  const { exchange: clause } = citations[policy.document];
  const items = exchange.returned.map((facts) => returnedOf(facts, policy));
  const [first] = items as [Returned, ...Returned[]];
  const { digits, currency } = first.facts;
  const write = (amount: Whole): string => formatAmount(amount, digits);
  const purchasesTotal = sumOf(purchases.map(({ total }) => total));
  const supersededBy = supersededByOf(ready, first.facts);
  const ruleChangesOn = ruleChangeOf(exchange, ready);
  const notes = exchangeNotes(supersededBy, ruleChangesOn, false);
  const common = {
    currency,
    paid: isSingle
      ? paidOf(first.facts, first.bill)
      : write(sumOf(items.map(({ bill }) => bill.paid))),
    newPrice: write(purchasesTotal),
  };
  const bought = {
    purchases: purchases.map(({ total }) => ({ total: write(total) })),
    purchasesTotal: common.newPrice,
  };
  const echo = {
    payee: policy.payee,
    days: first.days,
    assumed: assumedOf(
      {
        product: items.every(({ facts }) => facts.product !== undefined)
          ? first.facts.product
          : undefined,
        isPlanGiven: items.every(({ facts }) => facts.isPlanGiven),
      },
      ready,
      false,
      false,
      items.some(({ facts }) => isCoverageAssumed(facts, policy)),
    ),
    request,
    policy,
    supersededBy,
    ruleChangesOn,
  };

  // R-ENDED, RES-11, AZR-10: within the term, and nothing that cannot be exchanged; RES-17, RES-9: for another one of the same family.
  const obstacles: Obstacle<ExchangeRefusal>[] = items.flatMap(({ facts, days }, position) =>
    [
      ...(obstaclesToReturn(facts, days, policy.nonExchangeable, policy) ?? []),
      ...obstaclesAfterEnd(facts, policy),
    ].map((obstacle) => (isSingle ? obstacle : { ...obstacle, position })),
  );
  obstacles.push(...obstaclesToFamilies(exchange, policy), ...obstaclesToSame(exchange, policy));
  if (isAny(obstacles)) {
    const ended = items.find(({ days }) => days.remaining === 0) ?? first;
    return {
      kind: 'exchange-quote',
      ...deny(obstacles, [], interpretationsOfRefusal(ended.days, ready)),
      ...common,
      credit: write(0),
      netPayable: write(0),
      returned: items.map(({ facts, bill, days }) => ({
        paid: paidOf(facts, bill),
        days,
        credit: write(0),
        ...refusedPlanFigures(facts, bill),
      })),
      ...bought,
      refundsTotal: write(0),
      lines: [],
      notes,
      ...echo,
    };
  }

  // RES-9, PAY-7: the credit and the payments to come of everything returned, toward what is bought.
  const credit = sumOf(items.map((item) => item.credit));
  const refundsTotal = plus(credit, sumOf(items.map(({ commitment }) => commitment)));
  const figures = {
    ...common,
    credit: write(credit),
    returned: items.map(returnedFigures),
    ...bought,
    refundsTotal: write(refundsTotal),
  };
  const isLast = items.some(({ facts }) => isLastExchange(facts, policy));
  const isFamilyGiven = purchases.some(({ product }) => product !== undefined);
  const because = clausesOf(items, clause, [
    ...(isLast ? (['AZR-10'] as const) : []),
    ...(isFamilyGiven ? (['RES-17'] as const) : []),
  ]);
  const interpretations = interpretationsOf(items, ready);
  const isPlain = isSingle && first.bill.monthly === null;
  const lines = [
    ...items.flatMap((item, position) =>
      linesOf(item, policy, clause, isSingle ? undefined : position),
    ),
    ...(isPlain ? [] : totalLines(items, bought.purchases, figures, write)),
  ];

  // R-SWAP: what is bought costs at least what is returned.
  if (policy.exchangeMinimum === 'credit' && isLess(purchasesTotal, refundsTotal)) {
    const cites = citations[policy.document];
    const belowCredit = obstacleOf(exchangeRefusals, 'purchase-below-credit', cites);
    const denied = deny<ExchangeRefusal>([belowCredit], because, interpretations);
    return {
      kind: 'exchange-quote',
      ...denied,
      ...figures,
      netPayable: write(0),
      lines,
      notes,
      ...echo,
    };
  }

  const netPayable = write(minus(purchasesTotal, refundsTotal));
  const netLine: ExchangeLine = {
    code: 'net-payable',
    amount: netPayable,
    clause,
    of: common.newPrice,
    less: figures.refundsTotal,
  };
  return {
    kind: 'exchange-quote',
    allowed: true,
    because,
    interpretations,
    ...figures,
    netPayable,
    lines: [...lines, netLine],
    notes: exchangeNotes(supersededBy, ruleChangesOn, isLast),
    ...echo,
  };
}

function isAny<Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] {
  return items.length > 0;
}

function sumOf(amounts: readonly Whole[]): Whole {
  return amounts.reduce(plus, 0);
}

function returnedOf(facts: ExchangedFacts, policy: RefundPolicy): Returned {
  const days = daysOf(facts);
  const bill = billOf(facts.payment, facts);
  const isFull =
    policy.exchangeWindow === 'full' &&
    policy.fullCreditWhenUnused &&
    facts.used === false &&
    isInWindow(days.sincePurchase, policy);
  const credit = isFull
    ? partOf(bill.shared, facts.units, policy.rounding)
    : shareOf(bill.shared, facts.units, bill.remaining, bill.days, policy.rounding);
  const commitment = partOf(bill.toCome, facts.units, policy.rounding);
  return { facts, days, bill, isFull, credit, commitment };
}

/** The credit of a reservation in an exchange, in minor units; whatever it is exchanged for. */
export function exchangeCreditOf(facts: ExchangedFacts, policy: RefundPolicy): Whole {
  return returnedOf(facts, policy).credit;
}

function returnedFigures(item: Returned): ReturnedReservationFigures {
  const { facts, bill, days, credit, commitment } = item;
  const write = (amount: Whole): string => formatAmount(amount, facts.digits);
  return {
    paid: paidOf(facts, bill),
    days,
    credit: write(credit),
    ...planFigures(facts, bill, write(commitment), write(plus(credit, commitment))),
  };
}

function linesOf(
  { facts, bill, isFull, credit, commitment }: Returned,
  { rounding }: RefundPolicy,
  clause: ClauseId,
  position: number | undefined,
): ExchangeLine[] {
  const part = partOf(bill.shared, facts.units, rounding);
  const basis = { basis: bill.shared, isFull };
  const cancelled = commitmentLineOf(facts, bill, formatAmount(commitment, facts.digits));
  const lines = [
    ...creditLinesOf(facts, bill, basis, formatAmount(credit, facts.digits), clause, part),
    ...(cancelled === null ? [] : [cancelled]),
  ];
  return position === undefined ? lines : lines.map((line) => ({ ...line, item: position }));
}

function totalLines(
  items: readonly Returned[],
  purchases: readonly { readonly total: string }[],
  totals: { readonly refundsTotal: string; readonly purchasesTotal: string },
  write: (amount: Whole) => string,
): ExchangeLine[] {
  const credit = sumOf(items.map((item) => item.credit));
  const commitment = sumOf(items.map((item) => item.commitment));
  return [
    {
      code: 'refunds-total',
      amount: totals.refundsTotal,
      clause: 'PAY-7',
      of: [write(credit), write(commitment)],
    },
    {
      code: 'purchases-total',
      amount: totals.purchasesTotal,
      clause: 'PAY-7',
      of: purchases.map(({ total }) => total),
    },
  ];
}

/** The clause of the exchange comes first. */
function clausesOf(
  items: readonly Returned[],
  clause: ClauseId,
  further: readonly ClauseId[],
): readonly ClauseId[] {
  const clauses = new Set<ClauseId>([clause]);
  for (const { facts, bill, isFull } of items) {
    const ofPlan = planClausesOf(facts, bill, { basis: bill.shared, isFull });
    for (const one of ofPlan) clauses.add(one);
  }
  if (items.length > 1 || items.some(({ bill }) => bill.monthly !== null)) clauses.add('PAY-7');
  for (const one of further) clauses.add(one);
  return [...clauses];
}

function interpretationsOf(
  items: readonly Returned[],
  { assumed, policy }: ReadyPolicy,
): readonly InterpretationId[] {
  const interpretations = new Set<InterpretationId>([
    'R-DAYS',
    'R-PRORATE',
    'R-BASIS',
    'R-ROUND',
    'R-SWAP',
  ]);
  if (assumed) interpretations.add('R-WHICH');
  for (const { facts, bill, isFull } of items) {
    for (const id of planInterpretationsOf(facts, bill)) interpretations.add(id);
    if (isFull && policy.document === 'azure-service-2023') interpretations.add('R-WINDOW');
  }
  return [...interpretations];
}
