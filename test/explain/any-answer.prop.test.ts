import { type fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { results } from '../schemas/results.ts';
import { readAgain, tryExplain } from './answers.ts';

const explainable = [
  ...(['refund-quote', 'exchange-quote', 'access-decision', 'market-decision'] as const),
  ...(['software-cancellation-decision', 'software-exchange-decision'] as const),
  ...(['download-link-status', 'link-renewal', 'recorded-download'] as const),
  ...(['customer-purchase-decision', 'permission-change-decision'] as const),
  ...(['customer-task-decision', 'discounted-subscriptions', 'partnership-decision'] as const),
  ...(['reseller-task-decision', 'support-draft'] as const),
];

describe.each(explainable)('any %s', (name) => {
  test.prop([results[name] as fc.Arbitrary<unknown>])('is explained', (answer) => {
    if (answer === undefined) return;
    expect(tryExplain(readAgain(answer))).toMatchObject({ ok: true });
  });

  test.prop([results[name] as fc.Arbitrary<unknown>])(
    'is not with its verdict turned',
    (answer) => {
      const { allowed, ...others } = (answer ?? {}) as { readonly allowed?: boolean };
      if (allowed === undefined) return;
      expect(tryExplain({ allowed: !allowed, ...others })).toMatchObject({ ok: false });
    },
  );
});
