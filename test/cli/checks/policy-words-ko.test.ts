import { describe, expect, it } from 'vitest';
import { policyWordsKo } from '../../../src/cli/checks/policy-words-ko.ts';
import { type RefundPolicy, refundPolicyVersions } from '../../../src/reservations/index.ts';

const fields = Object.keys(policyWordsKo) as (keyof typeof policyWordsKo)[];

/** A field of a policy in Korean. */
function wordsOf(policy: RefundPolicy, field: (typeof fields)[number]): string {
  const write = policyWordsKo[field] as (value: unknown) => string;
  return write(policy[field]);
}

describe('the fields of policies in Korean', () => {
  const policies = refundPolicyVersions.map(({ policy }) => policy);
  const [first] = policies as [RefundPolicy];
  const others: readonly Partial<RefundPolicy>[] = [
    { limitWindow: 'calendar-year' },
    { limitWindow: 'none' },
    { limitUsd: null },
    { overLimit: 'refuse' },
    { exchangeMinimum: 'none' as never },
    { exchangeWindow: 'full' },
    { priceBasis: 'paid' },
    { dayWithoutRow: 5 },
    { feeRate: null },
    { nonReturnable: [], nonExchangeable: [] },
  ];

  it('differ wherever the values do', () => {
    const all = [...policies, ...others.map((changed) => ({ ...first, ...changed }))];
    for (const field of fields) {
      const values = new Map(all.map((policy) => [JSON.stringify(policy[field]), policy]));
      const words = [...values.values()].map((policy) => wordsOf(policy, field));
      for (const text of words) expect(text).toMatch(/[가-힣]/);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
