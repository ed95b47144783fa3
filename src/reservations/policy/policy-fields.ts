import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { type AmountInput, formatAmount, readAmount, readRate } from '../../kernel/money.ts';
import { type Fields, readArray, readBoolean, readName, readWord } from '../../kernel/read.ts';
import type { PublishedRefundPolicyId } from './policies.ts';
import { type Product, products } from './products.ts';
import { type RefundPolicy, refundDocuments } from './refund-policy.ts';

/** The fields that came after version 0.1.0. A policy that leaves them out keeps its meaning, and its key in ledgers. */
export const newFields = ['priceBasis', 'exchangeWindow', 'nonExchangeable'] as const;

export type PolicyField = keyof RefundPolicy | 'basedOn';

/** Every field of a policy, as callers give it: amounts and rates of any accepted kind. */
export interface RefundPolicyFields
  extends Omit<RefundPolicy, 'feeRate' | 'limitUsd' | (typeof newFields)[number]>,
    Partial<Pick<RefundPolicy, (typeof newFields)[number]>> {
  readonly feeRate: AmountInput | null;
  readonly limitUsd: AmountInput | null;
}

/** The fields that differ from a published policy. */
export type DerivedRefundPolicy = {
  readonly [Field in keyof RefundPolicyFields]?: RefundPolicyFields[Field] | undefined;
} & {
  /** The published policy that supplies the other fields. */
  readonly basedOn: PublishedRefundPolicyId;
};

/** A software policy: the id of a published one, all fields, or the fields that differ from one. */
export type RefundPolicyInput = PublishedRefundPolicyId | RefundPolicyFields | DerivedRefundPolicy;

export const policyFields: ReadonlySet<string> = new Set<PolicyField>([
  'basedOn',
  'id',
  'document',
  'windowDays',
  'dayWithoutRow',
  'fullCreditWhenUnused',
  'feeRate',
  'limitUsd',
  'limitWindow',
  'limitCounts',
  'overLimit',
  'rounding',
  'exchangeMinimum',
  'priceBasis',
  'exchangeWindow',
  'nonReturnable',
  'nonExchangeable',
  'payee',
]);

const LONGEST_WINDOW = 366;

/** Reads every field of a policy; none has a default. */
export function readPolicyFields(
  given: Fields<PolicyField>,
  path: Issue['path'],
  issues: Issue[],
): RefundPolicy {
  const at = (name: PolicyField): Issue['path'] => [...path, name];
  const policy: RefundPolicy = {
    id: readName(given.id, at('id'), issues),
    document: readWord(given.document, refundDocuments, at('document'), issues),
    windowDays: readDays(given.windowDays, 'for no window', at('windowDays'), issues),
    dayWithoutRow: readDays(given.dayWithoutRow, 'for none', at('dayWithoutRow'), issues),
    fullCreditWhenUnused: readBoolean(
      given.fullCreditWhenUnused,
      at('fullCreditWhenUnused'),
      issues,
    ),
    feeRate: readFeeRate(given.feeRate, at('feeRate'), issues),
    limitUsd: readLimit(given.limitUsd, at('limitUsd'), issues),
    limitWindow: readWord(
      given.limitWindow,
      ['365-days', 'calendar-year', 'none'],
      at('limitWindow'),
      issues,
    ),
    limitCounts: readWord(
      given.limitCounts,
      ['refund', 'canceled-commitment'],
      at('limitCounts'),
      issues,
    ),
    overLimit: readWord(given.overLimit, ['clip', 'refuse'], at('overLimit'), issues),
    rounding: readWord(given.rounding, ['half-even', 'half-up', 'down'], at('rounding'), issues),
    exchangeMinimum: readWord(
      given.exchangeMinimum,
      ['credit', 'none'],
      at('exchangeMinimum'),
      issues,
    ),
    priceBasis: readWord(given.priceBasis ?? 'paid', ['paid', 'lower'], at('priceBasis'), issues),
    exchangeWindow: readWord(
      given.exchangeWindow ?? 'pro-rated',
      ['pro-rated', 'full'],
      at('exchangeWindow'),
      issues,
    ),
    nonReturnable: readProducts(given.nonReturnable, at('nonReturnable'), issues),
    // Left out by a policy of version 0.1.0, which had one list for both.
    nonExchangeable:
      given.nonExchangeable === undefined
        ? readProducts(given.nonReturnable, at('nonReturnable'), [])
        : readProducts(given.nonExchangeable, at('nonExchangeable'), issues),
    payee: readWord(given.payee, ['partner', 'customer'], at('payee'), issues),
  };
  if (policy.limitCounts === 'canceled-commitment' && policy.overLimit === 'clip') {
    const expected =
      "'refuse' where the canceled commitment counts (to clip a commitment means nothing)";
    issues.push(issue(at('overLimit'), 'contradiction', expected, policy.overLimit));
  }
  if (policy.dayWithoutRow !== null && policy.dayWithoutRow <= (policy.windowDays ?? -1)) {
    const expected = 'a day after the window';
    issues.push(issue(at('dayWithoutRow'), 'contradiction', expected, policy.dayWithoutRow));
  }
  return Object.freeze(policy);
}

function readProducts(value: unknown, path: Issue['path'], issues: Issue[]): readonly Product[] {
  return Object.freeze(
    readArray(value, path, issues, (product, position) =>
      readWord(product, products, position, issues),
    ),
  );
}

function readDays(
  value: unknown,
  meaningOfNull: string,
  path: Issue['path'],
  issues: Issue[],
): number | null {
  if (value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value)) {
    if (value >= 0 && value <= LONGEST_WINDOW) return value;
  }
  const expected = `a whole number of days from 0 to ${LONGEST_WINDOW}, or null ${meaningOfNull}`;
  issues.push(issue(path, missing(value, 'wrong-type'), expected, value));
  return null;
}

function readFeeRate(value: unknown, path: Issue['path'], issues: Issue[]): string | null {
  if (value === null) return null;
  const rate = readRate(value, path, issues);
  // More than the credit would make the refund negative.
  if (Number(rate.text) > 1) issues.push(issue(path, 'too-large', 'a share from 0 to 1', value));
  return rate.text;
}

function readLimit(value: unknown, path: Issue['path'], issues: Issue[]): string | null {
  return value === null ? null : formatAmount(readAmount(value, 'USD', 2, path, issues), 2);
}
