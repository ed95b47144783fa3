import { type Issue, issue, type Parsed, unwrap } from '../kernel/issue.ts';
import { ROOT_PATH, readOptionalFields, readSome, readWord } from '../kernel/read.ts';
import { type AnswerKind, type ExplainableAnswer, recomputers } from './answer.ts';
import { explainCustomerPurchase } from './customers/explain-customer-purchase.ts';
import { explainCustomerTask } from './customers/explain-customer-task.ts';
import { explainDiscounts } from './customers/explain-discounts.ts';
import { explainPermissionChange } from './customers/explain-permission-change.ts';
import { explainAccess } from './explain-access.ts';
import { explainMarket } from './explain-market.ts';
import type { Explanation, Voice } from './form/explanation.ts';
import { forms } from './form/render.ts';
import { type ExplainLocale, wordsOf } from './locales.ts';
import { explainPlan } from './plans/explain-plan.ts';
import { explainPartnership } from './resellers/explain-partnership.ts';
import { explainResellerTask } from './resellers/explain-reseller-task.ts';
import { explainExchange } from './reservations/explain-exchange.ts';
import { explainRefund } from './reservations/explain-refund.ts';
import { explainHybridBenefit } from './software/explain-hybrid-benefit.ts';
import { explainLinkStatus } from './software/explain-link-status.ts';
import { explainLinkStep } from './software/explain-link-step.ts';
import { explainSoftwareCancellation } from './software/explain-software-cancellation.ts';
import { explainSoftwareExchange } from './software/explain-software-exchange.ts';
import { explainSupportDraft } from './support/explain-support-draft.ts';
import type { Templates } from './words/templates.ts';

/** Lines for a terminal or a mail, or CommonMark. */
export type ExplainFormat = 'text' | 'markdown';

export interface ExplainOptions {
  /** Default: `en`. */
  readonly locale?: ExplainLocale | undefined;
  /** Default: `text`. */
  readonly as?: ExplainFormat | undefined;
}

/**
 * Explains an answer of this library in words: the answer in a sentence, the calculation, the
 * obstacles with their next steps, the rules and interpretations applied, the assumptions, and what
 * would change the result, with each case decided again.
 *
 * It needs only the answer, even after a round trip through JSON; in a quote, `lines` can be missing
 * and `policy` can be the id of a published one. The answer is recomputed from its facts first. Texts
 * of the caller are escaped, so that they cannot look like anything else.
 *
 * @throws InputError with every issue, if the answer cannot be read, or differs from the one that
 * follows from its facts (`contradiction`), or an option is unknown.
 *
 * @example
 * const quote = quoteRefund({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', used: false,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-01-07',
 * });
 * const text = explain(quote);
 * text.split('\n')[0]; //=> 'The refund is 10,386.41 USD, paid to the partner.'
 * text.includes('12,000.00 × 359 ÷ 365 = 11,802.74'); //=> true
 * text.split('\n').find((line) => line.includes('2025-01-06')); //=> '  One day earlier, on 2025-01-06, the refund would be 12,000.00 (+1,613.59).'
 * explain(quote, { locale: 'ko' }).split('\n')[0];
 * //=> '환불액은 10,386.41 USD이며 파트너에게 지급됩니다.'
 */
export function explain(answer: ExplainableAnswer, options?: ExplainOptions): string {
  return unwrap(tryExplain(answer, options));
}

/**
 * {@link explain} for an answer of unknown shape: the explanation, or every issue. Never throws.
 *
 * @example
 * tryExplain({ allowed: true }).ok; //=> false
 */
export function tryExplain(answer: unknown, options?: ExplainOptions): Parsed<string> {
  const issues: Issue[] = [];
  const { words, form } = readOptions(options, issues);
  const fields = readSome<string>(answer, ROOT_PATH, issues);
  if (fields === undefined) return { ok: false, issues };
  if (fields['kind'] === undefined) {
    issues.push(issue(['kind'], 'missing-field', 'an answer of this library', undefined));
    return { ok: false, issues };
  }
  const kind = readWord(fields['kind'], kinds, ['kind'], issues);
  if (issues.length > 0) return { ok: false, issues };
  const explanation = explanationOfKind(kind, fields, { words, fact: form.fact }, issues);
  if (explanation === undefined) return { ok: false, issues };
  return { ok: true, value: form.write(explanation) };
}

/** Computes the answer again, and explains what was computed; `undefined` if they differ. */
function explanationOfKind<Kind extends AnswerKind>(
  kind: Kind,
  fields: object,
  voice: Voice,
  issues: Issue[],
): Explanation | undefined {
  const computed = recomputers[kind](fields, ROOT_PATH, issues);
  return computed === undefined ? undefined : explainers[kind](computed, voice);
}

const optionNames: ReadonlySet<string> = new Set<keyof ExplainOptions>(['locale', 'as']);

function readOptions(
  options: unknown,
  issues: Issue[],
): { readonly words: Templates; readonly form: (typeof forms)[ExplainFormat] } {
  const { locale, as } = readOptionalFields<keyof ExplainOptions>(
    options,
    optionNames,
    ['options'],
    issues,
  );
  return {
    words: wordsOf[readWord(locale ?? 'en', ['en', 'ko'], ['options', 'locale'], issues)],
    form: forms[readWord(as ?? 'text', ['text', 'markdown'], ['options', 'as'], issues)],
  };
}

const explainers: {
  readonly [Kind in AnswerKind]: (
    answer: Extract<ExplainableAnswer, { readonly kind: Kind }>,
    voice: Voice,
  ) => Explanation;
} = {
  'refund-quote': explainRefund,
  'exchange-quote': explainExchange,
  'return-plan': explainPlan,
  'access-decision': explainAccess,
  'market-decision': explainMarket,
  'software-cancellation': explainSoftwareCancellation,
  'software-exchange': explainSoftwareExchange,
  'link-status': explainLinkStatus,
  'link-renewal': explainLinkStep,
  'recorded-download': explainLinkStep,
  'customer-purchase': explainCustomerPurchase,
  'permission-change': explainPermissionChange,
  'customer-task': explainCustomerTask,
  'discounted-subscriptions': explainDiscounts,
  partnership: explainPartnership,
  'reseller-task': explainResellerTask,
  'hybrid-benefit': explainHybridBenefit,
  'support-draft': explainSupportDraft,
};

const kinds = Object.keys(explainers) as [AnswerKind];
