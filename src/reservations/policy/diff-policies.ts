import { escapeText, InputError, type Issue } from '../../kernel/issue.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { citations } from './citations.ts';
import type { PublishedRefundPolicyId } from './policies.ts';
import { policyWords } from './policy-words.ts';
import { readPolicy } from './ready-policy.ts';
import type { RefundPolicy } from './refund-policy.ts';

/** The fields in which two policies can differ; their ids are only names. */
export type RefundPolicyField = Exclude<keyof RefundPolicy, 'id'>;

/** One field in which two policies differ. */
export type RefundPolicyDifference = {
  readonly [Field in RefundPolicyField]: {
    readonly field: Field;
    readonly a: RefundPolicy[Field];
    readonly b: RefundPolicy[Field];
    /** The clause that says it; `null` if no clause does. */
    readonly clauseA: ClauseId | null;
    readonly clauseB: ClauseId | null;
    /** Both in words, each after the id of its policy. */
    readonly message: string;
  };
}[RefundPolicyField];

/**
 * Lists the differences of two refund policies, as data and in words: one entry for each field,
 * in the order in which policies are written. Products are compared as a set.
 *
 * @throws InputError with every issue, if one of the two is no policy. One that states no fee is
 * a policy.
 *
 * Clauses: the numbers that RES-1 to RES-9, RES-11, RES-13 to RES-15, RES-16, AZR-1 to AZR-10, AZS-1, PAY-7 and PAY-8 give.
 *
 * @example
 * const differences = diffPolicies('partner-center-2018-11', 'partner-center-2020-08');
 * differences.map(({ field }) => field); //=> ['document', 'nonReturnable', 'nonExchangeable']
 * diffPolicies('azure-2020-01', 'azure-2020-02')[1]?.message;
 * //=> 'azure-2020-01: a fee of 12 % of the credit; azure-2020-02: no fee'
 */
export function diffPolicies(
  a: RefundPolicy | PublishedRefundPolicyId,
  b: RefundPolicy | PublishedRefundPolicyId,
): RefundPolicyDifference[] {
  const issues: Issue[] = [];
  const first = readPolicy(a, ['a'], issues).policy;
  const second = readPolicy(b, ['b'], issues).policy;
  if (issues.length > 0) throw new InputError(issues);
  return differencesOf(first, second);
}

const fields = Object.keys(policyWords) as RefundPolicyField[];

/** {@link diffPolicies} for policies that were read. */
export function differencesOf(a: RefundPolicy, b: RefundPolicy): RefundPolicyDifference[] {
  const different = fields.filter((field) => keyOf(a, field) !== keyOf(b, field));
  return different.map((field) => {
    const difference = {
      field,
      a: a[field],
      b: b[field],
      clauseA: clauseOf(a, field),
      clauseB: clauseOf(b, field),
      message: escapeText(`${a.id}: ${wordsOf(a, field)}; ${b.id}: ${wordsOf(b, field)}`),
    };
    return difference as RefundPolicyDifference;
  });
}

/** A text that two values have in common where they mean the same. */
function keyOf(policy: RefundPolicy, field: RefundPolicyField): string {
  const value = policy[field];
  return JSON.stringify(Array.isArray(value) ? [...new Set(value)].sort() : value);
}

function wordsOf<Field extends RefundPolicyField>(policy: RefundPolicy, field: Field): string {
  return policyWords[field](policy[field]);
}

/** The clause that says what stands in a field, as far as the document has one. */
function clauseOf(policy: RefundPolicy, field: RefundPolicyField): ClauseId | null {
  const cites = citations[policy.document];
  switch (field) {
    case 'document':
    case 'rounding':
      return null;
    case 'windowDays':
    case 'dayWithoutRow':
      return cites.inWindow.used;
    case 'fullCreditWhenUnused':
      return cites.inWindow.unused;
    case 'feeRate':
      return cites.afterWindow.used;
    case 'limitUsd':
    case 'limitWindow':
    case 'limitCounts':
    case 'overLimit':
      return cites.limit;
    case 'exchangeMinimum':
    case 'exchangeWindow':
      return cites.exchange;
    case 'priceBasis':
      return policy.priceBasis === 'lower' ? 'PAY-8' : null;
    case 'nonExchangeable':
      return policy.nonExchangeable.length === 0 ? null : cites.nonReturnable;
    case 'nonReturnable':
      return policy.nonReturnable.length === 0 ? null : cites.nonReturnable;
    case 'exchangeEnd':
      return policy.exchangeEnd === null ? null : 'AZR-10';
    case 'payee':
      return cites.payee;
  }
}
