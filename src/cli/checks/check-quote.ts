import type { ExplainLocale } from '../../explain/index.ts';
import { en } from '../../explain/words/en.ts';
import { ko } from '../../explain/words/ko.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import type { Parsed } from '../../kernel/issue.ts';
import {
  type ExchangeQuote,
  type RefundPolicy,
  type RefundQuote,
  refundPolicyVersions,
} from '../../reservations/index.ts';
import { type Checked, compared, type Figure, type Unchecked } from './checked.ts';
import { reasonWords } from './reason-words.ts';

/** A return that the vendor has credited. */
export interface CreditedReturn<Quote> {
  readonly id: string;
  readonly source: Checked['source'];
  /** The UTC day of the return. */
  readonly on: string;
  /** The vendor's amount, in `currency`. */
  readonly theirs: string;
  readonly currency: string;
  quoteUnder(policy: RefundPolicy): Parsed<Quote>;
  /** The amount of a quote that is compared with the vendor's. */
  amountOf(quote: Quote): string;
  /** The differences of a policy from ours that change the amount, in words. */
  causesUnder?(policy: RefundPolicy): readonly string[];
}

/** Compares an amount of the vendor with our quote and, if they differ, with those under all published policies. */
export function checkQuote<Quote extends RefundQuote | ExchangeQuote>(
  credited: CreditedReturn<Quote>,
  policy: RefundPolicy,
  locale: ExplainLocale,
): Checked | Unchecked {
  const { id, source, on, theirs, currency } = credited;
  const own = credited.quoteUnder(policy);
  if (!own.ok) return { ok: false, id, source, issues: own.issues };
  const figureOf = (quote: Quote): Figure => ({
    policy: quote.policy.id,
    refund: credited.amountOf(quote),
    name: nameOf(quote, locale),
  });
  const digits = currencyDigits(currency) as number;
  const others = (): Figure[] =>
    refundPolicyVersions.flatMap((version) => {
      const quoted = credited.quoteUnder(version.policy);
      if (!quoted.ok) return [];
      const because = (): readonly string[] => credited.causesUnder?.(version.policy) ?? [];
      return [{ ...figureOf(quoted.value), because }];
    });
  return {
    ...{ ok: true, id, refundedOn: on, currency },
    ...compared(theirs, figureOf(own.value), digits, locale, others),
    source,
  };
}

function nameOf(quote: RefundQuote | ExchangeQuote, locale: ExplainLocale): string {
  const policy = quote.policy.id;
  if (quote.allowed) return policy;
  const reason = { en, ko }[locale].reasons[quote.reason];
  return reasonWords[locale].refusing({ policy, reason });
}
