import { groupThousands } from '../../amounts/group-thousands.ts';
import { formatAmount, minus, writtenAmount } from '../../kernel/money.ts';
import type { KeptUnits, PlannedReturn, ReturnPlan } from '../../plans/return-plan.ts';
import type { RefundNote } from '../../reservations/quote/quote.ts';
import {
  type Explanation,
  explanationOf,
  type Line,
  section,
  type Voice,
} from '../form/explanation.ts';
import { countText, moneyText } from '../form/figures.ts';
import { nameTexts, quoteRemarks } from '../form/quote-steps.ts';

/** Explains a plan: what to return when and why it waits, what it comes to, and what is kept. */
export function explainPlan(plan: ReturnPlan, voice: Voice): Explanation {
  const { titles } = voice.words;
  const { request, policy } = plan;
  const customerId = request.ledger?.customerId;
  return explanationOf(
    {
      verdict: verdictOf(plan, voice),
      steps: [
        section(titles.facts, [
          ...nameTexts({ customerId }, policy, voice),
          ...factTexts(plan, voice),
        ]),
        { title: titles.planCalendar, lines: calendarLines(plan, voice) },
        section(titles.planTotals, totalTexts(plan, voice)),
        section(
          titles.planKept,
          plan.kept.map((one) => keptText(one, plan, voice)),
        ),
      ],
      grounds: plan,
      where: plan.returns.length > 0 ? 'reservations.refund' : undefined,
      remarks: quoteRemarks({ ...plan, notes: notesOf(plan) }, voice),
      policy,
    },
    voice,
  );
}

/** Returns the notes of all returns, each once. */
function notesOf({ returns }: ReturnPlan): RefundNote[] {
  return [...new Set(returns.flatMap(({ quote }) => quote.notes))];
}

function verdictOf(
  { returns, total, gain, bound, optimal, request }: ReturnPlan,
  { words: { verdicts, plan } }: Voice,
): string {
  const [first, last] = [returns[0], returns[returns.length - 1]];
  const facts = { count: countText(returns.length), total: usd(total), gain: usd(gain) };
  const { asOf } = request;
  const verdict =
    first === undefined || last === undefined
      ? verdicts.planNothing({ total: facts.total })
      : first.on === last.on
        ? verdicts.planOnOneDay({ ...facts, on: first.on, asOf })
        : verdicts.plan({ ...facts, first: first.on, last: last.on, asOf });
  const missed = formatAmount(minus(cents(bound), cents(total)), 2);
  return `${verdict} ${optimal ? plan.optimal : plan.notOptimal({ amount: usd(missed) })}`;
}

/** Signed US dollars, in cents. */
function cents(amount: string): ReturnType<typeof writtenAmount> {
  return amount.startsWith('-')
    ? minus(0, writtenAmount(amount.slice(1), 2))
    : writtenAmount(amount, 2);
}

/** Formats US dollars, which may have a minus. */
function signed(amount: string): string {
  return amount.startsWith('-') ? `−${groupThousands(amount.slice(1))}` : groupThousands(amount);
}

function usd(amount: string): string {
  return `${signed(amount)} USD`;
}

function factTexts(
  { request, limit, policySource: source }: ReturnPlan,
  { words: { plan } }: Voice,
): string[] {
  const { asOf, candidates } = request;
  const texts = [
    ...(source === null ? [] : [plan.versions({ source })]),
    plan.candidates({ count: countText(candidates.length), asOf }),
  ];
  return limit === null
    ? [...texts, plan.noLimit]
    : [...texts, plan.limit({ max: usd(limit.max), available: usd(limit.available), asOf })];
}

/** The returns in their order, each with what it waits for, and the days on which the limit comes back. */
function calendarLines(plan: ReturnPlan, voice: Voice): Line[] {
  const { limit, returns } = plan;
  const backs = (limit?.days ?? []).filter(({ givenBack }) => givenBack !== '0.00');
  const last = returns[returns.length - 1]?.on ?? '';
  const entries = [
    ...backs
      .filter(({ on }) => on <= last)
      .map(({ on, givenBack }) => ({
        on,
        line: { text: voice.words.plan.givenBack({ on, amount: usd(givenBack) }) },
      })),
    ...returns.map((one) => ({ on: one.on, line: returnLine(one, plan, voice) })),
  ];
  // Stable: what is given back on a day comes before the returns of it.
  return entries.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ line }) => line);
}

function returnLine(
  { id, on, quantityToReturn, waitsFor, quote }: PlannedReturn,
  { policy }: ReturnPlan,
  voice: Voice,
): Line {
  const { plan } = voice.words;
  const facts = {
    on,
    id: voice.fact(id),
    units: countText(quantityToReturn),
    quantity: countText(quote.quantity),
    refund: moneyText(quote.refund, quote.currency),
  };
  const text =
    quote.quantity === quantityToReturn ? plan.returned(facts) : plan.returnedPart(facts);
  const details = [
    ...(waitsFor === null ? [] : [plan.waits[waitsFor]]),
    ...(quote.policy.id === policy.id ? [] : [plan.under({ policy: quote.policy.id })]),
    ...(isZero(quote.withheld)
      ? []
      : [plan.withheld({ amount: moneyText(quote.withheld, quote.currency) })]),
    ...(isZero(quote.remainingCommitment)
      ? []
      : [plan.cancelled({ amount: moneyText(quote.remainingCommitment, quote.currency) })]),
  ];
  return details.length === 0 ? { text } : { text, detail: details.join(' ') };
}

function isZero(amount: string): boolean {
  return Number(amount) === 0;
}

function totalTexts(plan: ReturnPlan, { words }: Voice): string[] {
  const { byCurrency, refunds, instalments, keptValue, total, baseline, gain, request } = plan;
  const { plan: says } = words;
  const foreign = byCurrency.filter(({ currency }) => currency !== 'USD');
  const sum = `${signed(refunds)} − ${signed(instalments)} + ${signed(keptValue)}`;
  return [
    ...foreign.map(({ currency, refund }) =>
      says.inCurrency({ amount: moneyText(refund, currency) }),
    ),
    says.total({ sum, total: signed(total) }),
    says.baseline({ asOf: request.asOf, total: signed(baseline.total) }),
    says.gain({ sum: `${signed(total)} − ${bracketed(baseline.total)}`, gain: signed(gain) }),
  ];
}

/** A negative amount after a sign stands in brackets. */
function bracketed(amount: string): string {
  return amount.startsWith('-') ? `(${signed(amount)})` : signed(amount);
}

function keptText(
  { id, quantity, because, exchange, exchangeBar }: KeptUnits,
  { request }: ReturnPlan,
  { words, fact }: Voice,
): string {
  const { plan } = words;
  const facts = {
    id: fact(id),
    quantity: countText(quantity),
    reason: plan.keptReasons[because],
  };
  const texts = [plan.kept(facts)];
  if (exchange !== null) {
    const { currency, credit, until, onceFrom } = exchange;
    texts.push(plan.exchange({ asOf: request.asOf, credit: moneyText(credit, currency), until }));
    if (onceFrom !== null) texts.push(plan.once({ day: onceFrom }));
  }
  if (exchangeBar === 'coverage-unknown') texts.push(plan.coverageUnknown);
  if (exchangeBar === 'covered-by-savings-plans') {
    const reasons = words.reasons[exchangeBar];
    texts.push(words.verdicts.exchangeDenied({ reasons }));
    texts.push(words.nextSteps['trade-in-for-a-savings-plan']);
  }
  return texts.join(' ');
}
