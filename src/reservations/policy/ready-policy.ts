import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { type Rate, readRate, type Whole, writtenAmount } from '../../kernel/money.ts';
import { type PolicyFamily, readPublished } from '../../kernel/published.ts';
import { isOwn, ROOT_PATH, UNREADABLE_TEXT } from '../../kernel/read.ts';
import { type Successor, successorsOf } from '../../kernel/succession.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { citations } from './citations.ts';
import {
  defaultRefundPolicy,
  type PublishedRefundPolicyId,
  refundPolicies,
  refundPolicyVersions,
} from './policies.ts';
import { checkPolicy, impliedFields, nullableFields, policyFields } from './policy-fields.ts';
import type { RefundPolicy } from './refund-policy.ts';

/** A policy with its numbers read. */
export interface ReadyPolicy {
  readonly policy: RefundPolicy;
  /** Its name in ledgers: its id, and for one that is not published a check of the rest. */
  readonly key: string;
  /** Its name in entries of version 0.1.0, which knew fewer fields. */
  readonly oldKey: string;
  /** True if the caller named no policy. */
  readonly assumed: boolean;
  /** `null` if the text names no size. */
  readonly fee: Rate | null;
  /** US cents; `null` for no limit. */
  readonly limit: Whole | null;
  /** The later versions of its source; none for a policy that is not published. */
  readonly successors: readonly Successor[];
  /** The clauses of a refund, by its row. */
  readonly because: Readonly<Record<'inWindow' | 'afterWindow', RowClauses>>;
}

/** The clause of the row comes first. */
type RowClauses = Readonly<Record<'unused' | 'used', readonly [ClauseId, ...ClauseId[]]>>;

const readyPublished: ReadonlyMap<RefundPolicy, ReadyPolicy> = new Map(
  Object.values(refundPolicies).map((policy) => [policy, ready(policy)]),
);
/** The default, which the caller did not name. */
export const assumedPolicy: ReadyPolicy = { ...ready(defaultRefundPolicy), assumed: true };

const family: PolicyFamily<RefundPolicy, PublishedRefundPolicyId> = {
  published: refundPolicies,
  fields: policyFields,
  nullable: nullableFields,
  implied: impliedFields,
  check: checkPolicy,
};

/** Reads a policy as {@link readPublished} does, and its numbers. */
export function readPolicy(input: unknown, path: Issue['path'], issues: Issue[]): ReadyPolicy {
  const policy = readPublished(family, input, path, issues);
  if (policy === undefined) return assumedPolicy;
  const known = readyPublished.get(policy);
  if (known !== undefined) return known;
  if (isOwn(refundPolicies, policy.id)) return ready(policy);
  return { ...ready(policy), ...keysOf(policy) };
}

function ready(policy: RefundPolicy): ReadyPolicy {
  return {
    policy,
    key: policy.id,
    oldKey: policy.id,
    assumed: false,
    fee: policy.feeRate === null ? null : readRate(policy.feeRate, ROOT_PATH, []),
    limit: policy.limitUsd === null ? null : writtenAmount(policy.limitUsd, 2),
    successors: successorsOf(refundPolicyVersions, policy.id),
    because: {
      inWindow: clausesOf(policy, 'inWindow'),
      afterWindow: clausesOf(policy, 'afterWindow'),
    },
  };
}

/** The clause of each row and what else makes every refund; that of the limit where there is one. */
function clausesOf(
  { document, limitUsd }: RefundPolicy,
  part: 'inWindow' | 'afterWindow',
): RowClauses {
  const { everyRefund, limit, [part]: row } = citations[document];
  const others = everyRefund.filter((clause) => limitUsd !== null || clause !== limit);
  return {
    unused: Object.freeze([row.unused, ...others] as const),
    used: Object.freeze([row.used, ...others] as const),
  };
}

/** A field that came after version 0.1.0 counts only if it changes what a policy of that version means. */
function keysOf(policy: RefundPolicy): Pick<ReadyPolicy, 'key' | 'oldKey'> {
  const { priceBasis, exchangeWindow, nonExchangeable, exchangeEnd, ...old } = policy;
  const isOldList = JSON.stringify(nonExchangeable) === JSON.stringify(old.nonReturnable);
  const changes = {
    ...(priceBasis === 'paid' ? {} : { priceBasis }),
    ...(exchangeWindow === 'pro-rated' ? {} : { exchangeWindow }),
    ...(isOldList ? {} : { nonExchangeable }),
    ...(exchangeEnd === null ? {} : { exchangeEnd }),
  };
  const keyOf = (fields: object): string => `${policy.id} ${checkOf(JSON.stringify(fields))}`;
  return { key: keyOf({ ...old, ...changes }), oldKey: keyOf(old) };
}

/** 64 bits (FNV-1a from two offsets) that tell a changed policy from the one that had its id before. */
function checkOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x01000193);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

const LONGEST_KEY = 256 + ' 0123456789abcdef'.length;

/** The policy of a ledger's answers, as its entries write it. */
export function readPolicyKey(value: unknown, path: Issue['path'], issues: Issue[]): string {
  if (typeof value === 'string' && value !== '' && value.length <= LONGEST_KEY) return value;
  const code = value === '' ? 'empty' : typeof value === 'string' ? 'too-long' : 'wrong-type';
  issues.push(issue(path, missing(value, code), 'the policy of an answered cancellation', value));
  return UNREADABLE_TEXT;
}

/** The published policy that a ledger knows by a key, if its fee is stated. */
export function publishedRefundPolicy(key: string): ReadyRefundPolicy | undefined {
  const policy = Object.values(refundPolicies).find(({ id }) => id === key);
  const ready = policy && readyPublished.get(policy);
  return ready !== undefined && isFeeStated(ready) ? ready : undefined;
}

/** A policy under which refunds can be quoted: its fee is known. */
export interface ReadyRefundPolicy extends ReadyPolicy {
  readonly fee: Rate;
}

/** The policy, or an issue where its fee is unstated. */
export function withFeeStated(
  ready: ReadyPolicy,
  path: Issue['path'],
  issues: Issue[],
): ReadyRefundPolicy | undefined {
  if (isFeeStated(ready)) return ready;
  const expected = `the early termination fee as a share of the credit, since ${ready.policy.id} leaves its size open (derive a policy with basedOn and feeRate)`;
  issues.push(issue([...path, 'feeRate'], 'fee-unstated', expected, null));
  return undefined;
}

function isFeeStated(ready: ReadyPolicy): ready is ReadyRefundPolicy {
  return ready.fee !== null;
}
