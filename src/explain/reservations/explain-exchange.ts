import {
  type ExchangeLine,
  type ExchangeQuote,
  type ExchangeRefusal,
  quoteExchange,
} from '../../reservations/quote/quote-exchange.ts';
import type { ExchangeRequest } from '../../reservations/quote/request.ts';
import {
  type Explanation,
  explanationOf,
  reasonsText,
  section,
  sinceText,
  type Voice,
} from '../form/explanation.ts';
import { countText, moneyText } from '../form/figures.ts';
import { groupThousands } from '../form/group-thousands.ts';
import { nameTexts, otherDays, quoteRemarks } from '../form/quote-steps.ts';

/** Explains the credit of an exchange and the amount due. */
export function explainExchange(quote: ExchangeQuote, voice: Voice): Explanation {
  const { words } = voice;
  const { currency, request, days, lines } = quote;
  const title = lines.length === 0 ? words.titles.facts : words.titles.calculation({ currency });
  const money = (amount: string): string =>
    lines.length === 0 ? moneyText(amount, currency) : groupThousands(amount);
  const facts = words.steps.exchange({
    purchasedOn: request.purchasedOn,
    exchangedOn: request.exchangedOn,
    days: sinceText(days.sincePurchase, words),
    term: words.terms[request.term],
    paid: money(quote.paid),
    newPrice: money(quote.newPrice),
  });
  return explanationOf(
    {
      verdict: verdictOf(quote, voice),
      steps: [
        section(title, [
          ...nameTexts(request, quote.policy, voice),
          facts,
          ...lines.map((line) => lineText(line, voice)),
        ]),
      ],
      grounds: quote,
      remarks: quoteRemarks(quote, voice),
      whatIf: whatIfOf(quote, voice),
      policy: quote.policy,
    },
    voice,
  );
}

function verdictOf(quote: ExchangeQuote, { words }: Voice): string {
  const { verdicts } = words;
  if (!quote.allowed) {
    return verdicts.exchangeDenied({ reasons: reasonsText(quote.obstacles, words) });
  }
  const credit = moneyText(quote.credit, quote.currency);
  const { netPayable } = quote;
  return netPayable.startsWith('-')
    ? verdicts.exchangeForLess({ credit, more: moneyText(netPayable.slice(1), quote.currency) })
    : verdicts.exchange({ credit, netPayable: moneyText(netPayable, quote.currency) });
}

function lineText(line: ExchangeLine, { words: { steps } }: Voice): string {
  const { clause } = line;
  const amount = groupThousands(line.amount);
  const of = groupThousands(line.of);
  if (line.code === 'net-payable') {
    return steps.netPayable({ sum: `${of} − ${groupThousands(line.less)}`, amount, clause });
  }
  const days = countText(line.days);
  const termDays = countText(line.termDays);
  return steps.credit({ sum: `${of} × ${days} ÷ ${termDays}`, amount, days, termDays, clause });
}

/** What would change an exchange, each case quoted again. */
function whatIfOf(quote: ExchangeQuote, voice: Voice): string[] {
  return casesOf(quote, voice)
    .filter(
      ([, changed]) => changed.allowed !== quote.allowed || changed.netPayable !== quote.netPayable,
    )
    .map(([when, changed]) => changedText(when, changed, voice));
}

type Case = readonly [when: string, changed: ExchangeQuote];

function casesOf(quote: ExchangeQuote, voice: Voice): Case[] {
  const { whatIf } = voice.words;
  const { request, policy, days, credit } = quote;
  const again = (change: Partial<ExchangeRequest>): ExchangeQuote =>
    quoteExchange({ ...request, ...change }, { policy });
  const denials: readonly ExchangeRefusal[] = quote.allowed
    ? []
    : quote.obstacles.map(({ reason }) => reason);
  if (denials.includes('not-returnable')) {
    return [[whatIf.returnable, again({ product: undefined })]];
  }
  const cases = otherDays(request.purchasedOn, days, null, voice).map(
    ({ on, when }): Case => [when, again({ exchangedOn: on })],
  );
  if (denials.includes('purchase-below-credit')) {
    cases.push([whatIf.newPrice({ price: groupThousands(credit) }), again({ newPrice: credit })]);
  }
  return cases;
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
