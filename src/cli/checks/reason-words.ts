import type { ExplainLocale } from '../../explain/index.ts';
import type { RefundPolicyDifference } from '../../reservations/policy/diff-policies.ts';
import { policyWordsKo } from './policy-words-ko.ts';

/** The sentences of a check in one language. */
export interface ReasonWords {
  readonly same: (values: { readonly name: string }) => string;
  readonly other: (values: {
    readonly name: string;
    readonly own: string;
    readonly because: string;
  }) => string;
  readonly nearest: (values: {
    readonly name: string;
    readonly refund: string;
    readonly because: string;
  }) => string;
  readonly because: (causes: readonly string[]) => string;
  readonly refusing: (values: { readonly policy: string; readonly reason: string }) => string;
  readonly cause: (difference: RefundPolicyDifference, ids: PolicyIds) => string;
  /** The rules of a line of a reconciliation file. */
  readonly line: {
    readonly unit: (values: LineDays) => string;
    readonly total: (values: LineDays) => string;
    readonly even: (values: LineDays) => string;
    readonly full: string;
    readonly none: (values: { readonly days: number; readonly window: number }) => string;
  };
}

interface LineDays {
  readonly days: number;
  readonly cycle: number;
}

/** The ids of the two policies that differ. */
interface PolicyIds {
  readonly a: string;
  readonly b: string;
}

const en: ReasonWords = {
  same: ({ name }) => `The amount is that of ${name}.`,
  other: ({ name, own, because }) => `The amount is that of ${name}, not of ${own}${because}.`,
  nearest: ({ name, refund, because }) =>
    `No known rule gives the amount. The nearest is ${name}, with ${refund}${because}.`,
  because: (causes) => (causes.length === 0 ? '' : `: ${causes.join('; ')}`),
  refusing: ({ policy, reason }) => `${policy}, which refuses it (${reason})`,
  cause: ({ message }) => message,
  line: {
    unit: ({ days, cycle }) =>
      `the pro-rated price of a unit (${days} of ${cycle} days), rounded down, times the quantity`,
    total: ({ days, cycle }) => `the pro-rated total (${days} of ${cycle} days), rounded down`,
    even: ({ days, cycle }) => `the pro-rated total (${days} of ${cycle} days), rounded half-even`,
    full: 'the whole charge, as in the first 24 hours',
    none: ({ days, window }) =>
      `the window of ${window} days (no credit ${days} days after the charge began)`,
  },
};

const ko: ReasonWords = {
  same: ({ name }) => `금액의 기준: ${name}.`,
  other: ({ name, own, because }) =>
    `금액의 기준: ${name}. 다음 기준과 다릅니다: ${own}${because}.`,
  nearest: ({ name, refund, because }) =>
    `이 금액이 나오는 규칙이 없습니다. 가장 가까운 기준: ${name}, 금액 ${refund}${because}.`,
  because: (causes) => (causes.length === 0 ? '' : ` (${causes.join('; ')})`),
  refusing: ({ policy, reason }) => `${policy}, 환불 거부(${reason})`,
  cause: ({ field, a, b }, ids) => `${ids.a}: ${wordsOf(field, a)}; ${ids.b}: ${wordsOf(field, b)}`,
  line: {
    unit: ({ days, cycle }) => `${cycle}일 중 ${days}일분의 단가를 내림하여 수량을 곱한 금액`,
    total: ({ days, cycle }) => `${cycle}일 중 ${days}일분의 합계를 내림한 금액`,
    even: ({ days, cycle }) =>
      `${cycle}일 중 ${days}일분의 합계를 가장 가까운 짝수로 반올림한 금액`,
    full: '첫 24시간에 적용되는 청구액 전액',
    none: ({ days, window }) => `취소 기간 ${window}일(청구 시작 ${days}일 후에는 크레딧 없음)`,
  },
};

function wordsOf(field: RefundPolicyDifference['field'], value: unknown): string {
  const write = policyWordsKo[field] as (value: unknown) => string;
  return write(value);
}

export const reasonWords: { readonly [L in ExplainLocale]: ReasonWords } = { en, ko };
