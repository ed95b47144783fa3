import { formatAmount, minus, writtenAmount } from '../../kernel/money.ts';
import type { RefundLine, RefundQuote } from '../../reservations/quote/quote.ts';
import type { Explainer } from '../form/answer-fields.ts';
import { explanationOf, reasonsText, section, sinceText, type Voice } from '../form/explanation.ts';
import { countText, moneyText, percentText } from '../form/figures.ts';
import { groupThousands } from '../form/group-thousands.ts';
import { nameTexts, quoteRemarks } from '../form/quote-steps.ts';
import { readRefund } from './read-refund.ts';
import { refundWhatIf } from './refund-what-if.ts';

/** Explains the refund of a cancelled reservation. */
export const explainRefund: Explainer = (fields, voice, issues) => {
  const read = readRefund(fields, issues);
  if (read === undefined) return undefined;
  const { quote } = read;
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
      remarks: quoteRemarks(quote, voice),
      whatIf: refundWhatIf(read, voice),
      policy: quote.policy,
    },
    voice,
  );
};

function verdictOf(quote: RefundQuote, { words }: Voice): string {
  const { verdicts } = words;
  if (!quote.allowed) {
    return verdicts.refundDenied({ reasons: reasonsText(quote.obstacles, words) });
  }
  const refund = moneyText(quote.refund, quote.currency);
  const withheld = moneyText(quote.withheld, quote.currency);
  const payee = words.payees[quote.payee];
  const [note] = quote.notes;
  if (note === 'limit-reached') return verdicts.refundReached({ withheld });
  if (note === 'limit-clipped') return verdicts.refundClipped({ refund, payee, withheld });
  return verdicts.refund({ refund, payee });
}

function factsText(
  { request, days, paid, currency, lines }: RefundQuote,
  { words }: Voice,
): string {
  const { steps } = words;
  return steps.refund({
    purchasedOn: request.purchasedOn,
    canceledOn: request.canceledOn,
    days: sinceText(days.sincePurchase, words),
    term: words.terms[request.term],
    paid: lines.length === 0 ? moneyText(paid, currency) : groupThousands(paid),
    usage: request.used ? steps.used : steps.unused,
  });
}

function lineTexts(line: RefundLine, quote: RefundQuote, { words: { steps } }: Voice): string[] {
  const { clause } = line;
  const amount = groupThousands(line.amount);
  if (line.code === 'limit') return limitTexts(line, quote, steps);
  const of = groupThousands(line.of);
  switch (line.code) {
    case 'credit': {
      if (line.days === undefined) return [steps.creditInFull({ amount, clause })];
      const days = countText(line.days);
      const termDays = countText(line.termDays as number); // they come together
      const sum = `${of} × ${days} ÷ ${termDays}`;
      return [steps.credit({ sum, amount, days, termDays, clause })];
    }
    case 'fee':
      return [steps.fee({ sum: `${of} × ${percentText(line.rate)}`, amount, clause })];
    case 'refundable':
      return [steps.refundable({ sum: `${of} − ${groupThousands(line.less)}`, amount, clause })];
    case 'refund': {
      if (line.atMost === undefined) return [steps.paidOut({ amount, clause })];
      return [steps.paidOutAtMost({ of, atMost: groupThousands(line.atMost), amount, clause })];
    }
    case 'withheld':
      return [steps.withheld({ sum: `${of} − ${groupThousands(line.less)}`, amount, clause })];
  }
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
  if (limit === null || !quote.allowed) return [];
  const usd = usdText(currency);
  const counted = groupThousands(policy.limitCounts === 'refund' ? quote.refund : quote.credit);
  const [after, before] = [limit.consumedAfter, limit.consumedBefore] as const;
  const used = groupThousands(
    formatAmount(minus(writtenAmount(after, 2), writtenAmount(before, 2)), 2),
  );
  const limitAfter = steps.limitAfter({
    sum: `${groupThousands(before)} + ${used}`,
    consumed: usd(after),
    available: usd(limit.available),
  });
  if (currency === 'USD') return [limitAfter];
  const sum = `${counted} × ${groupThousands(request.usdRate as string)}`;
  return [steps.limitUsed({ sum, amount: `${used} USD` }), limitAfter];
}

/** Formats US dollars, with the currency only if the quote is in another. */
function usdText(currency: string): (amount: string) => string {
  return (amount) => (currency === 'USD' ? groupThousands(amount) : moneyText(amount, 'USD'));
}
