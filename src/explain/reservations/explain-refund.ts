import { groupThousands } from '../../amounts/group-thousands.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import { formatAmount, minus, writtenAmount } from '../../kernel/money.ts';
import type { DeniedRefundQuote, RefundLine, RefundQuote } from '../../reservations/quote/quote.ts';
import {
  type Explanation,
  explanationOf,
  reasonsText,
  section,
  sinceText,
  type Voice,
} from '../form/explanation.ts';
import { moneyText, percentText } from '../form/figures.ts';
import { nameTexts, quoteRemarks } from '../form/quote-steps.ts';
import { type ExplainedPlan, planTexts } from './plan-steps.ts';
import { refundInForce, refundWhatIf } from './refund-what-if.ts';

/** Explains the refund of a cancelled reservation. */
export function explainRefund(quote: RefundQuote, voice: Voice): Explanation {
  const { words } = voice;
  const { currency, lines } = quote;
  const title = lines.length === 0 ? words.titles.facts : words.titles.calculation({ currency });
  return explanationOf(
    {
      verdict: verdictOf(quote, voice),
      steps: [
        section(title, [
          ...nameTexts(quote.request, quote.policy, voice),
          factsText(quote, voice),
          ...lines.flatMap((line) => lineTexts(line, quote, voice)),
          ...limitAfterTexts(quote, voice),
        ]),
      ],
      grounds: quote,
      where: quote.allowed ? 'reservations.refund' : undefined,
      remarks: [...quoteRemarks(quote, voice), ...refundInForce(quote, voice)],
      whatIf: refundWhatIf(quote, voice),
      policy: quote.policy,
    },
    voice,
  );
}

function verdictOf(quote: RefundQuote, { words }: Voice): string {
  const { verdicts } = words;
  if (!quote.allowed) {
    return verdicts.refundDenied({ reasons: reasonsText(quote.obstacles, words) });
  }
  const refund = moneyText(quote.refund, quote.currency);
  const withheld = moneyText(quote.withheld, quote.currency);
  const payee = words.payees[quote.payee];
  const canceled = moneyText(quote.remainingCommitment, quote.currency);
  const isCanceling = quote.lines.some((line) => line.code === 'commitment' && line.payments > 0);
  if (quote.notes.includes('limit-reached') || quote.notes.includes('limit-clipped')) {
    const cut = quote.notes.includes('limit-reached')
      ? verdicts.refundReached({ withheld })
      : verdicts.refundClipped({ refund, payee, withheld });
    return isCanceling ? `${cut} ${verdicts.paymentsCancelled({ canceled })}` : cut;
  }
  return isCanceling
    ? verdicts.refundMonthly({ refund, payee, canceled })
    : verdicts.refund({ refund, payee });
}

function factsText(
  { request, days, paid, instalment, currency, lines }: RefundQuote,
  { words }: Voice,
): string {
  const { steps } = words;
  const money = (amount: string): string =>
    lines.length === 0 ? moneyText(amount, currency) : groupThousands(amount);
  const facts = {
    purchasedOn: request.purchasedOn,
    canceledOn: request.canceledOn,
    days: sinceText(days.sincePurchase, words),
    term: words.terms[request.term],
    usage: request.used ? steps.used : steps.unused,
  };
  return instalment === null
    ? steps.refund({ ...facts, paid: money(paid) })
    : steps.refundMonthly({ ...facts, instalment: money(instalment) });
}

function lineTexts(line: RefundLine, quote: RefundQuote, voice: Voice): string[] {
  const { steps } = voice.words;
  const { clause } = line;
  const amount = groupThousands(line.amount);
  if (line.code === 'limit') return limitTexts(line, quote, steps);
  const of = groupThousands(line.of);
  const isFree = quote.policy.feeRate === '0';
  switch (line.code) {
    case 'part':
    case 'credit':
    case 'commitment':
      return planTexts(line, explainedPlan(quote), voice);
    case 'fee':
      if (isFree) return [steps.noFee({ clause })];
      return [steps.fee({ sum: `${of} × ${percentText(line.rate)}`, amount, clause })];
    case 'refundable':
      if (isFree) return [];
      return [steps.refundable({ sum: `${of} − ${groupThousands(line.less)}`, amount, clause })];
    case 'refund': {
      if (line.atMost === undefined) return [steps.paidOut({ amount, clause })];
      return [steps.paidOutAtMost({ of, atMost: groupThousands(line.atMost), amount, clause })];
    }
    case 'withheld':
      return [steps.withheld({ sum: `${of} − ${groupThousands(line.less)}`, amount, clause })];
  }
}

function explainedPlan(quote: RefundQuote): ExplainedPlan {
  const digits = currencyDigits(quote.currency) as number; // a quote's currency is known
  return { plan: quote, term: quote.request.term, digits, isExchanged: false };
}

/** Returns the lines of the limit in USD and, if needed, in the currency of the quote. */
function limitTexts(
  line: Extract<RefundLine, { code: 'limit' }>,
  { limit, currency }: RefundQuote,
  steps: Voice['words']['steps'],
): string[] {
  const { max, consumedBefore } = limit as NonNullable<typeof limit>; // it has a line
  const usd = usdText(currency);
  const text = steps.limit({
    max: usd(max),
    consumed: usd(consumedBefore),
    available: usd(line.availableUsd),
    clause: line.clause,
  });
  if (currency === 'USD') return [text];
  const sum = `${usd(line.availableUsd)} ÷ ${groupThousands(line.usdRate)}`;
  return [text, steps.limitConverted({ sum, amount: groupThousands(line.amount), currency })];
}

/** Returns the lines on the limit that the refund uses, in USD, and what it leaves. */
function limitAfterTexts(quote: RefundQuote, { words: { steps } }: Voice): string[] {
  const { limit, currency, request, policy } = quote;
  if (limit === null) return [];
  if (!quote.allowed) return exceedingTexts(quote, steps);
  const usd = usdText(currency);
  const isRefund = policy.limitCounts === 'refund';
  const counted = groupThousands(isRefund ? quote.refund : quote.canceledCommitment);
  const [after, before] = [limit.consumedAfter, limit.consumedBefore] as const;
  const used = groupThousands(
    formatAmount(minus(writtenAmount(after, 2), writtenAmount(before, 2)), 2),
  );
  const limitAfter = steps.limitAfter({
    sum: `${groupThousands(before)} + ${used}`,
    consumed: usd(after),
    available: usd(limit.available),
  });
  const texts = quote.billingPlan === 'Monthly' ? [countedText(quote, quote.refund, steps)] : [];
  // The USD that Microsoft's service counts are a fact, and follow from no sum.
  const isStated =
    isRefund && request.pricingRefund !== undefined && quote.refund === quote.refundable;
  if (currency === 'USD' || isStated) return [...texts, limitAfter];
  const sum = `${counted} × ${groupThousands(request.usdRate as string)}`;
  return [...texts, steps.limitUsed({ sum, amount: `${used} USD` }), limitAfter];
}

/** Explains the part of the limit that a monthly reservation uses, in its currency. */
function countedText(
  { policy, credit, remainingCommitment, canceledCommitment }: RefundQuote,
  refund: string,
  steps: Voice['words']['steps'],
): string {
  if (policy.limitCounts === 'refund') {
    return steps.refundCounts({ amount: groupThousands(refund) });
  }
  return steps.commitmentCounts({
    credit: groupThousands(credit),
    canceled: groupThousands(remainingCommitment),
    amount: groupThousands(canceledCommitment),
  });
}

/** Explains the part of the limit that a refused monthly reservation would have used. */
function exceedingTexts(quote: DeniedRefundQuote, steps: Voice['words']['steps']): string[] {
  const { obstacles, billingPlan, refundable } = quote;
  const isExceeding = obstacles.some(({ reason }) => reason === 'limit-exceeded');
  return isExceeding && billingPlan === 'Monthly' ? [countedText(quote, refundable, steps)] : [];
}

/** Formats US dollars, with the currency only if the quote is in another. */
function usdText(currency: string): (amount: string) => string {
  return (amount) => (currency === 'USD' ? groupThousands(amount) : moneyText(amount, 'USD'));
}
