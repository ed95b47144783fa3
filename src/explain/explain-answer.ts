import { type Issue, issue, type Parsed } from '../kernel/issue.ts';
import { deepWithoutPrototype, ROOT_PATH, readSome, readWord } from '../kernel/read.ts';
import { type AnswerKind, type ExplainableAnswer, recomputers } from './answer.ts';
import { explainCustomerPurchase } from './customers/explain-customer-purchase.ts';
import { explainCustomerTask } from './customers/explain-customer-task.ts';
import { explainDiscounts } from './customers/explain-discounts.ts';
import { explainPermissionChange } from './customers/explain-permission-change.ts';
import { explainAccess } from './explain-access.ts';
import { explainMarket } from './explain-market.ts';
import type { Explanation, Voice } from './form/explanation.ts';
import { forms } from './form/render.ts';
import { explainPlan } from './plans/explain-plan.ts';
import { explainPartnership } from './resellers/explain-partnership.ts';
import { explainResellerTask } from './resellers/explain-reseller-task.ts';
import { explainExchange } from './reservations/explain-exchange.ts';
import { explainRefund } from './reservations/explain-refund.ts';
import { explainHybridBenefit } from './software/explain-hybrid-benefit.ts';
import { explainLinkStatus } from './software/explain-link-status.ts';
import { explainLinkStep } from './software/explain-link-step.ts';
import { explainSoftwareCancellation } from './software/explain-software-cancellation.ts';
import { explainSoftwareComparison } from './software/explain-software-comparison.ts';
import { explainSoftwareExchange } from './software/explain-software-exchange.ts';
import { explainSupportDraft } from './support/explain-support-draft.ts';
import type { Templates } from './words/templates.ts';

/** Lines for a terminal or a mail, or CommonMark. */
export type ExplainFormat = 'text' | 'markdown';

/** Explains an answer with the texts of one language, or returns every issue, those of `issues` first. */
export function explainAnswer(
  answer: unknown,
  words: Templates,
  as: unknown,
  issues: Issue[],
): Parsed<string> {
  const form = forms[readWord(as ?? 'text', ['text', 'markdown'], ['options', 'as'], issues)];
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
  return computed && explainers[kind](deepWithoutPrototype(computed), voice);
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
  'software-comparison': explainSoftwareComparison,
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
