import type { Issue } from '../../kernel/issue.ts';
import {
  type ExchangeLine,
  type ExchangeQuote,
  type ExchangeRefusal,
  tryQuoteExchange,
} from '../../reservations/quote/exchange-quote.ts';
import type { ExchangeRequest } from '../../reservations/quote/request.ts';
import {
  type AnswerFields,
  addWithin,
  checkAnswer,
  type Explainer,
} from '../form/answer-fields.ts';
import { explanationOf, reasonsText, section, sinceText, type Voice } from '../form/explanation.ts';
import { countText, moneyText } from '../form/figures.ts';
import { groupThousands } from '../form/group-thousands.ts';
import { nameTexts, otherDays, quoteRemarks } from '../form/quote-steps.ts';
import { readPolicyOfAnswer } from '../form/read-policy.ts';

/** A quote, and a function to quote it again with other facts. */
interface ReadExchange {
  readonly quote: ExchangeQuote;
  readonly again: (change: Partial<ExchangeRequest>) => ExchangeQuote;
}

/** Explains the credit of an exchange and the amount due. */
export const explainExchange: Explainer = (fields, voice, issues) => {
  const read = readExchange(fields, issues);
  if (read === undefined) return undefined;
  const { quote } = read;
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
      whatIf: whatIfOf(read, voice),
      policy: quote.policy,
    },
    voice,
  );
};

function readExchange(fields: AnswerFields, issues: Issue[]): ReadExchange | undefined {
  const ready = readPolicyOfAnswer(fields, issues);
  const options = ready === undefined || ready.assumed ? undefined : { policy: ready.policy };
  const parsed = tryQuoteExchange(fields['request'], options);
  if (!parsed.ok) addWithin(['request'], parsed.issues, issues);
  if (!parsed.ok || issues.length > 0) return undefined;

  const quote = parsed.value;
  const unchecked: (keyof ExchangeQuote)[] = ['request', 'policy'];
  if (fields['lines'] === undefined) unchecked.push('lines');
  if (checkAnswer(fields, quote, issues, unchecked) === undefined) return undefined;
  return {
    quote,
    again(change) {
      const changed = tryQuoteExchange({ ...quote.request, ...change }, { policy: quote.policy });
      return (changed as Extract<typeof changed, { ok: true }>).value;
    },
  };
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
function whatIfOf(read: ReadExchange, voice: Voice): string[] {
  const { quote } = read;
  return casesOf(read, voice)
    .filter(
      ([, changed]) => changed.allowed !== quote.allowed || changed.netPayable !== quote.netPayable,
    )
    .map(([when, changed]) => changedText(when, changed, voice));
}

type Case = readonly [when: string, changed: ExchangeQuote];

function casesOf({ quote, again }: ReadExchange, voice: Voice): Case[] {
  const { whatIf } = voice.words;
  const { request, days, credit } = quote;
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
