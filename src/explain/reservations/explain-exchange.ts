import { groupThousands } from '../../amounts/group-thousands.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import { writtenDay } from '../../kernel/day.ts';
import { pathText } from '../../kernel/issue.ts';
import { type Whole, writtenAmount } from '../../kernel/money.ts';
import { ROOT_PATH } from '../../kernel/read.ts';
import { type ExchangeFacts, readExchangeFacts } from '../../reservations/facts/exchange-facts.ts';
import type { ReturnFacts } from '../../reservations/facts/refund-facts.ts';
import { readPolicy } from '../../reservations/policy/ready-policy.ts';
import { answerExchange } from '../../reservations/quote/answer-exchange.ts';
import { isInWindow } from '../../reservations/quote/calculate-refund.ts';
import type {
  ExchangeLine,
  ExchangeQuote,
  ReturnedReservationFigures,
} from '../../reservations/quote/exchange-quote.ts';
import { tryQuoteExchange } from '../../reservations/quote/quote-exchange.ts';
import type { ExchangeRefusal } from '../../reservations/refusals.ts';
import {
  type Explanation,
  explanationOf,
  reasonsText,
  section,
  sinceText,
  type Voice,
} from '../form/explanation.ts';
import { countText, equationText, moneyText } from '../form/figures.ts';
import { nameTexts, otherDays, quoteRemarks } from '../form/quote-steps.ts';
import { planTexts } from './plan-steps.ts';

/** Explains the credit of an exchange and the amount still to pay. */
export function explainExchange(quote: ExchangeQuote, voice: Voice): Explanation {
  const { words } = voice;
  const { currency, lines } = quote;
  const facts = readExchangeFacts(quote.request, []) as ExchangeFacts;
  const title = lines.length === 0 ? words.titles.facts : words.titles.calculation({ currency });
  const [first] = facts.returned;
  const { id, customerId } = quote.request;
  return explanationOf(
    {
      verdict: verdictOf(quote, voice),
      steps: [
        section(title, [
          ...nameTexts({ id, customerId, product: first.product }, quote.policy, voice),
          ...factTexts(quote, facts, voice),
          ...lines.flatMap((line) => lineTexts(line, quote, facts, voice)),
        ]),
      ],
      grounds: quote,
      where: quote.allowed ? 'reservations.exchange' : undefined,
      remarks: [...exchangeRemarks(quote, voice), ...exchangeInForce(quote, voice)],
      whatIf: whatIfOf(quote, facts, voice),
      policy: quote.policy,
    },
    voice,
  );
}

/** Returns whether one reservation that is paid up front is exchanged for another. */
function isPlain({ isSingle, returned: [{ billingPlan }] }: ExchangeFacts): boolean {
  return isSingle && billingPlan === 'Upfront';
}

function factTexts(quote: ExchangeQuote, facts: ExchangeFacts, { words }: Voice): string[] {
  const { currency, request, days, lines } = quote;
  const { steps } = words;
  const [first] = facts.returned;
  if (!isPlain(facts) || !('newPrice' in request)) {
    return [
      steps.exchangedOn({
        exchangedOn: request.exchangedOn,
        returned: countText(quote.returned.length),
        bought: countText(quote.purchases.length),
      }),
    ];
  }
  const money = (amount: string): string =>
    lines.length === 0 ? moneyText(amount, currency) : groupThousands(amount);
  return [
    steps.exchange({
      purchasedOn: request.purchasedOn,
      exchangedOn: request.exchangedOn,
      days: sinceText(days.sincePurchase, words),
      term: words.terms[first.term],
      paid: money(quote.paid),
      newPrice: money(quote.newPrice),
    }),
  ];
}

function verdictOf(quote: ExchangeQuote, { words }: Voice): string {
  const { verdicts } = words;
  if (!quote.allowed) {
    return verdicts.exchangeDenied({ reasons: reasonsText(quote.obstacles, words) });
  }
  const { netPayable, currency } = quote;
  const credit = moneyText(quote.refundsTotal, currency);
  if (netPayable.startsWith('-')) {
    return verdicts.exchangeForLess({ credit, more: moneyText(netPayable.slice(1), currency) });
  }
  const due = moneyText(netPayable, currency);
  return quote.refundsTotal === quote.credit && quote.returned.length === 1
    ? verdicts.exchange({ credit, netPayable: due })
    : verdicts.exchangeOfSeveral({ refunds: credit, netPayable: due });
}

function lineTexts(
  line: ExchangeLine,
  quote: ExchangeQuote,
  { returned }: ExchangeFacts,
  voice: Voice,
): string[] {
  const { steps } = voice.words;
  const { clause } = line;
  const amount = groupThousands(line.amount);
  switch (line.code) {
    case 'net-payable': {
      const sum = `${groupThousands(line.of)} − ${groupThousands(line.less)}`;
      return [steps.netPayable({ sum, amount, clause })];
    }
    case 'refunds-total':
      return [steps.towardPurchase({ equation: equationText(sumText(line.of), amount), clause })];
    case 'purchases-total':
      return [steps.newTotal({ equation: equationText(sumText(line.of), amount), clause })];
    default: {
      const position = line.item ?? 0;
      // A quote has a plan and facts for each item of its lines, and a known currency.
      const plan = quote.returned[position] as ReturnedReservationFigures;
      const { term } = returned[position] as ReturnFacts;
      const digits = currencyDigits(quote.currency) as number;
      const texts = planTexts(line, { plan, term, digits, isExchanged: true }, voice);
      if (line.item === undefined) return texts;
      const item = countText(position + 1);
      return texts.map((text) => steps.returnedItem({ item, text }));
    }
  }
}

function sumText(amounts: readonly string[]): string {
  return amounts.map(groupThousands).join(' + ');
}

/** Explains the cases that would change an exchange, each quoted again. */
function whatIfOf(quote: ExchangeQuote, facts: ExchangeFacts, voice: Voice): string[] {
  return casesOf(quote, facts, voice)
    .filter(
      ([, changed]) => changed.allowed !== quote.allowed || changed.netPayable !== quote.netPayable,
    )
    .map(([when, changed]) => changedText(when, changed, voice));
}

/** Returns the remarks; the change of the rule with its day. */
function exchangeRemarks(quote: ExchangeQuote, voice: Voice): string[] {
  const { notes, whatIf } = voice.words;
  const rule = notes['exchange-rule-changes'];
  const { ruleChangesOn } = quote;
  return quoteRemarks(quote, voice).map((text) =>
    text === rule && ruleChangesOn !== null
      ? whatIf.ruleChangesOn({ day: ruleChangesOn, rule })
      : text,
  );
}

/** Returns the verdict and amounts of the version in force on that day, if it has replaced the policy. */
export function exchangeInForce({ request, supersededBy }: ExchangeQuote, voice: Voice): string[] {
  if (supersededBy === null) return [];
  const { whatIf } = voice.words;
  const when = whatIf.underVersion({ policy: supersededBy });
  const inForce = tryQuoteExchange(request, { policy: supersededBy });
  if (inForce.ok) return [changedText(when, inForce.value, voice)];
  const facts = inForce.issues.map(({ path }) => pathText(path)).join(voice.words.listed);
  return [whatIf.needs({ when, facts })];
}

type Case = readonly [when: string, changed: ExchangeQuote];

/** The cases of one reservation; those of several would be too many to read. */
function casesOf(quote: ExchangeQuote, facts: ExchangeFacts, voice: Voice): Case[] {
  const { whatIf } = voice.words;
  const { request, policy, days, refundsTotal } = quote;
  const [returned] = facts.returned;
  const [bought] = facts.purchases;
  if (bought === undefined || !('newPrice' in request)) return [];
  const ready = readPolicy(policy, ROOT_PATH, []);
  const again = (change: Partial<typeof returned>): ExchangeQuote =>
    answerExchange({ ...facts, returned: [{ ...returned, ...change }] }, ready);
  const denials: readonly ExchangeRefusal[] = quote.allowed
    ? []
    : quote.obstacles.map(({ reason }) => reason);
  if (denials.includes('not-returnable')) {
    return [[whatIf.returnable, again({ product: undefined })]];
  }
  const cases = otherDays(request.purchasedOn, days, null, voice)
    .map(({ on, when }) => ({ when, returnedOn: writtenDay(on) }))
    .filter(({ returnedOn }) => isCertain(returned, returnedOn, policy))
    .map(({ when, returnedOn }): Case => [when, again({ returnedOn })]);
  if (denials.includes('purchase-below-credit')) {
    const price = answerExchange(
      { ...facts, purchases: [{ ...bought, total: totalOf(quote) }] },
      ready,
    );
    cases.push([whatIf.newPrice({ price: groupThousands(refundsTotal) }), price]);
  }
  return cases;
}

/** Returns whether the credit of another day follows from what was stated: within a window, use decides it. */
function isCertain(
  { used, purchasedOn }: ExchangeFacts['returned'][number],
  day: number,
  policy: ExchangeQuote['policy'],
): boolean {
  const needsUse = policy.exchangeWindow === 'full' && policy.fullCreditWhenUnused;
  return !needsUse || used !== undefined || !isInWindow(day - purchasedOn, policy);
}

function totalOf({ refundsTotal, currency }: ExchangeQuote): Whole {
  return writtenAmount(refundsTotal, currencyDigits(currency) as number);
}

function changedText(when: string, changed: ExchangeQuote, { words }: Voice): string {
  const { whatIf } = words;
  if (!changed.allowed) {
    return whatIf.denied({ when, reasons: reasonsText(changed.obstacles, words) });
  }
  return whatIf.exchange({
    when,
    credit: groupThousands(changed.credit),
    netPayable: groupThousands(changed.netPayable),
  });
}
