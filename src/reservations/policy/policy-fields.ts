import { formatDay, readDay } from '../../kernel/day.ts';
import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { type AmountInput, formatAmount, readAmount, readRate } from '../../kernel/money.ts';
import { type Fields, isGiven, readBoolean, readName } from '../../kernel/read.ts';
import {
  fieldsOf,
  listOf,
  oneOf,
  type Read,
  type RecordFields,
  required,
  wordOr,
} from '../../kernel/record.ts';
import { refundDocuments } from './citations.ts';
import type { PublishedRefundPolicyId } from './policies.ts';
import { products } from './products.ts';
import type { RefundPolicy } from './refund-policy.ts';

/** The fields that came after version 0.1.0. A policy that leaves them out keeps its meaning, and its key in ledgers. */
const newFields = ['priceBasis', 'exchangeWindow', 'nonExchangeable', 'exchangeEnd'] as const;

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

/** A refund policy: the id of a published one, all fields, or the fields that differ from one. */
export type RefundPolicyInput = PublishedRefundPolicyId | RefundPolicyFields | DerivedRefundPolicy;

const LONGEST_WINDOW = 366;

const readProducts = /* @__PURE__ */ listOf(oneOf(products));

export const policyFields: RecordFields<RefundPolicy> = /* @__PURE__ */ fieldsOf<RefundPolicy>({
  id: required(readName),
  document: required(oneOf(refundDocuments)),
  windowDays: required(daysOrNull('for no window')),
  dayWithoutRow: required(daysOrNull('for none')),
  fullCreditWhenUnused: required(readBoolean),
  feeRate: required(readFeeRate),
  limitUsd: required(readLimit),
  limitWindow: required(oneOf(['365-days', 'calendar-year', 'none'])),
  limitCounts: required(oneOf(['refund', 'canceled-commitment'])),
  overLimit: required(oneOf(['clip', 'refuse'])),
  rounding: required(oneOf(['half-even', 'half-up', 'down'])),
  exchangeMinimum: required(oneOf(['credit', 'none'])),
  priceBasis: required(wordOr('paid', ['paid', 'lower'])),
  exchangeWindow: required(wordOr('pro-rated', ['pro-rated', 'full'])),
  nonReturnable: required(readProducts),
  nonExchangeable: required(readProducts),
  exchangeEnd: required(readExchangeEnd),
  payee: required(oneOf(['partner', 'customer'])),
});

/** The fields in which `null` has a meaning of its own. */
export const nullableFields: readonly (keyof RefundPolicy)[] = Object.freeze([
  'windowDays',
  'dayWithoutRow',
  'feeRate',
  'limitUsd',
  'exchangeEnd',
]);

/** Version 0.1.0 had one list for both kinds of return: that of the refunds implies the other. */
export function impliedFields({
  nonReturnable,
  nonExchangeable,
}: Fields<keyof RefundPolicy>): Fields<keyof RefundPolicy> {
  if (isGiven(nonExchangeable) || !isGiven(nonReturnable)) return {};
  return { nonExchangeable: readProducts(nonReturnable, [], []) }; // its faults are reported once
}

/** Reports fields that contradict each other. */
export function checkPolicy(policy: RefundPolicy, path: Issue['path'], issues: Issue[]): void {
  if (policy.limitCounts === 'canceled-commitment' && policy.overLimit === 'clip') {
    const expected =
      "'refuse' where the canceled commitment counts (to clip a commitment means nothing)";
    issues.push(issue([...path, 'overLimit'], 'contradiction', expected, policy.overLimit));
  }
  if (policy.dayWithoutRow !== null && policy.dayWithoutRow <= (policy.windowDays ?? -1)) {
    const expected = 'a day after the window';
    issues.push(issue([...path, 'dayWithoutRow'], 'contradiction', expected, policy.dayWithoutRow));
  }
}

function daysOrNull(meaningOfNull: string): Read<number | null> {
  return (value, path, issues) => {
    if (value === null) return null;
    if (typeof value === 'number' && Number.isInteger(value)) {
      if (value >= 0 && value <= LONGEST_WINDOW) return value + 0; // never -0
    }
    const expected = `a whole number of days from 0 to ${LONGEST_WINDOW}, or null ${meaningOfNull}`;
    issues.push(issue(path, missing(value, 'wrong-type'), expected, value));
    return null;
  };
}

/** A day, or none: policies of version 0.1.0 leave it out. */
function readExchangeEnd(value: unknown, path: Issue['path'], issues: Issue[]): string | null {
  return isGiven(value) ? formatDay(readDay(value, path, issues)) : null;
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
