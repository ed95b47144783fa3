import type { ExplainLocale } from '../../explain/index.ts';
import { en } from '../../explain/words/en.ts';
import { ko } from '../../explain/words/ko.ts';
import {
  readExchangeFigures,
  type VendorExchangeFigures,
} from '../../interop/responses/read-exchange-figures.ts';
import { readRefundFigures } from '../../interop/responses/read-refund-figures.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import type { Issue } from '../../kernel/issue.ts';
import {
  type ExchangeQuote,
  parseRefundRequest,
  type RefundPolicy,
  refundPolicyVersions,
  tryQuoteExchange,
} from '../../reservations/index.ts';
import type { FactRecord, OrderGroup } from '../orders/order-book.ts';
import { returnsOf } from '../orders/order-requests.ts';
import type { ReturnRecord } from '../orders/return-record.ts';
import { checkedRefund } from './check-refunds.ts';
import {
  type Checked,
  type CheckOptions,
  compared,
  type Figure,
  type Unchecked,
} from './checked.ts';
import { reasonWords } from './reason-words.ts';

/** Checks what the vendor's service answers about returns of an order against our quotes. */
export function checkAnswers(group: OrderGroup, options: CheckOptions): (Checked | Unchecked)[] {
  if (group.answers.length === 0) return [];
  const bodies = new Map(group.answers.map(({ source, value }) => [source, value]));
  return returnsOf(group, options.set).map((made) => {
    const { id = group.id, source, issues = [], facts } = made;
    if (facts === undefined || issues.length > 0) return { ok: false, id, issues, source };
    const found: Issue[] = [];
    const checked = checkAnswer(bodies.get(source), made, facts, found, options);
    return checked ?? { ok: false, id, issues: found, source };
  });
}

function checkAnswer(
  body: unknown,
  { id = '', source }: ReturnRecord,
  facts: FactRecord,
  issues: Issue[],
  { policy: policyOn, locale }: CheckOptions,
): Checked | Unchecked | undefined {
  const isExchange = source.type === 'exchange-answers';
  const policy = policyOn(facts[isExchange ? 'exchangedOn' : 'canceledOn'], issues);
  if (policy === undefined) return undefined;
  if (isExchange) {
    const figures = readExchangeFigures(body);
    if (figures.ok) return checkedExchange(facts, figures.value, policy, locale, { id, source });
    issues.push(...figures.issues);
    return undefined;
  }
  const figures = readRefundFigures(body);
  const request = parseRefundRequest(facts);
  if (figures.ok && request.ok) {
    const { refund, currency } = figures.value;
    return checkedRefund(request.value, refund, currency, policy, locale, { id, source });
  }
  for (const read of [figures, request]) if (!read.ok) issues.push(...read.issues);
  return undefined;
}

function checkedExchange(
  facts: FactRecord,
  { credit, currency }: VendorExchangeFigures,
  policy: RefundPolicy,
  locale: ExplainLocale,
  labels: Pick<Checked, 'id' | 'source'>,
): Checked | Unchecked {
  const own = tryQuoteExchange(facts, { policy });
  if (!own.ok) return { ok: false, ...labels, issues: own.issues };
  const digits = currencyDigits(currency) as number;
  return {
    ...{ ok: true, id: labels.id, refundedOn: own.value.request.exchangedOn, currency },
    ...compared(credit, figureOf(own.value, locale), digits, locale, () =>
      refundPolicyVersions.flatMap((version): Figure[] => {
        const quoted = tryQuoteExchange(facts, { policy: version.policy });
        return quoted.ok ? [figureOf(quoted.value, locale)] : [];
      }),
    ),
    source: labels.source,
  };
}

function figureOf(quote: ExchangeQuote, locale: ExplainLocale): Figure {
  const policy = quote.policy.id;
  if (quote.allowed) return { policy, refund: quote.refundsTotal, name: policy };
  const reason = { en, ko }[locale].reasons[quote.reason];
  const name = reasonWords[locale].refusing({ policy, reason });
  return { policy, refund: quote.netPayable, name };
}
