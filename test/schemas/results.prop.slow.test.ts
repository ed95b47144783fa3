import { type fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { ResultSchemas } from '../../src/schemas/catalogue.ts';
import { answers } from '../clauses/answers.ts';
import { validatorOf } from './read-schema.ts';
import { results } from './results.ts';

const names = Object.keys(results) as (keyof ResultSchemas)[];
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(names)('%s.json', (name) => {
  const validate = validatorOf(name);
  let answered = 0;

  test.prop([results[name] as fc.Arbitrary<unknown>])(
    'holds for every answer to random facts',
    (result) => {
      if (result === undefined) return;
      answered += 1;
      validate(asJson(result));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  it('holds for some', () => {
    expect(answered).toBeGreaterThan(0);
  });
});

/** The schema of what each function answers. */
const schemaOf: { readonly [Name in keyof typeof answers]: keyof ResultSchemas } = {
  quoteRefund: 'refund-quote',
  quoteExchange: 'exchange-quote',
  planReturns: 'return-plan',
  settleRefund: 'refund-quote',
  settleRefunds: 'refund-quote',
  decideAccess: 'access-decision',
  decideMarket: 'market-decision',
  decideSoftwareCancellation: 'software-cancellation-decision',
  decideSoftwareExchange: 'software-exchange-decision',
  decideHybridBenefit: 'hybrid-benefit-decision',
  downloadLinkStatus: 'download-link-status',
  renewDownloadLink: 'link-renewal',
  recordDownload: 'recorded-download',
  decideCustomerPurchase: 'customer-purchase-decision',
  decidePermissionChange: 'permission-change-decision',
  decideCustomerTask: 'customer-task-decision',
  discountedSubscriptions: 'discounted-subscriptions',
  advancePartnership: 'partnership-decision',
  decideResellerTask: 'reseller-task-decision',
  draftSupportRequest: 'support-draft',
};

describe.each(Object.entries(answers))('every answer of %s', (name, sample) => {
  it('matches its schema', () => {
    const validate = validatorOf(schemaOf[name as keyof typeof answers]);
    for (const answer of sample()) {
      if (!validate(asJson(answer))) expect([answer, validate.errors]).toEqual([]);
    }
  });
});
