import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { results } from '../schemas/results.ts';
import { readAgain, tryExplain } from './answers.ts';

const explainable = [
  ...(['refund-quote', 'exchange-quote', 'access-decision', 'market-decision'] as const),
  'return-plan' as const,
  ...(['software-cancellation-decision', 'software-exchange-decision'] as const),
  ...(['download-link-status', 'link-renewal', 'recorded-download'] as const),
  ...(['customer-purchase-decision', 'permission-change-decision'] as const),
  ...(['customer-task-decision', 'discounted-subscriptions', 'partnership-decision'] as const),
  ...(['reseller-task-decision', 'support-draft'] as const),
];

/** What may be altered to another true answer, or left out. */
const free: ReadonlySet<string> = new Set(['request', 'policy', 'assumed', 'lines']);

function altered(value: unknown): unknown {
  if (typeof value === 'string') return `${value}0`;
  return value === null ? '0.00' : null;
}

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

  test.prop([results[name] as fc.Arbitrary<object | undefined>, fc.nat()])(
    'is not with any figure altered',
    (answer, choice) => {
      const figures = Object.entries(answer ?? {}).filter(
        ([field, value]) => !free.has(field) && value !== undefined,
      );
      if (figures.length === 0) return;
      const [field, value] = figures[choice % figures.length] as [string, unknown];
      expect(tryExplain({ ...answer, [field]: altered(value) })).toMatchObject({ ok: false });
    },
  );
});
