import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultSchemas } from '../../src/schemas/catalogue.ts';
import { validatorOf } from './read-schema.ts';
import { results } from './results.ts';

const names = Object.keys(results) as (keyof ResultSchemas)[];

/** Some answers of each kind, always the same. */
function someOf(name: keyof ResultSchemas): unknown[] {
  const sample = fc.sample(results[name] as fc.Arbitrary<unknown>, { seed: 7, numRuns: 50 });
  return sample.filter((result) => result !== undefined).map((r) => JSON.parse(JSON.stringify(r)));
}

/** One thing that may be wrong with an answer. */
interface Flaw {
  readonly kind: 'dropped' | 'added' | 'other-type';
  /** Where: `lines[].days`. */
  readonly field: string;
  readonly flawed: unknown;
}

/** Every way in which one field of a value is missing, too many or of another type. */
function* flawsOf(value: unknown, field = ''): Generator<Flaw> {
  yield { kind: 'other-type', field, flawed: typeof value === 'boolean' ? 'true' : true };
  if (typeof value !== 'object' || value === null) return;
  const isArray = Array.isArray(value);
  if (!isArray) yield { kind: 'added', field, flawed: { ...value, extra: 'extra' } };
  for (const [step, inner] of Object.entries(value)) {
    const within = isArray ? `${field}[]` : `${field}${field && '.'}${step}`;
    if (!isArray) {
      const { [step]: _, ...flawed } = value as Record<string, unknown>;
      yield { kind: 'dropped', field: within, flawed };
    }
    for (const flaw of flawsOf(inner, within)) {
      const flawed = isArray
        ? value.map((one, at) => (at === Number(step) ? flaw.flawed : one))
        : { ...value, [step]: flaw.flawed };
      yield { ...flaw, flawed };
    }
  }
}

const ofRefundQuote = [
  ...['obstacles[].interpretation', 'lines[].atMost', 'lines[].days', 'lines[].termDays'],
  ...['request.billingPlan', 'request.consumedRefunds', 'request.customerId', 'request.id'],
  ...['request.product', 'request.usdRate'],
];
const ofExchangeQuote = [
  ...['obstacles[].interpretation', 'request.newCurrency', 'request.product'],
  ...['lines[].days', 'lines[].termDays'],
];
const ofSoftware = [
  ...['obstacles[].interpretation', 'request.term', 'request.qualifies', 'request.messageRead'],
  ...['request.orderId', 'request.productName', 'request.customer', 'request.customer.name'],
  ...['request.customer.domain', 'request.customer.tenantId'],
  ...['request.purchasedAt', 'request.canceledAt', 'request.cancellationAllowedUntilDate'],
  ...['request.refundableQuantity', 'request.refundableQuantity.details', 'request.quantity'],
  ...['request.billingCycle', 'request.friendlyName', 'request.subscriptionId'],
  ...['request.refundOptions', 'request.refundOptions[].expiresAt'],
];
const ofLinkRequest = ['request.link.firstDownloadedAt', 'request.link.revoked'];
const ofLink = [
  ...['obstacles[].interpretation', 'link.firstDownloadedAt', 'link.revoked'],
  ...ofLinkRequest,
];

/** The fields that an answer need not have. */
const mayBeMissing: { readonly [Name in keyof ResultSchemas]?: readonly string[] } = {
  'refund-quote': ofRefundQuote,
  'exchange-quote': ofExchangeQuote,
  'settlement-result': [
    ...['customerId', 'id', 'repeated'],
    ...ofRefundQuote.map((field) => `quote.${field}`),
  ],
  'settled-refund': [
    'ledger.days[].canceledUsd',
    ...ofRefundQuote.map((field) => `quote.${field}`),
  ],
  'refund-ledger': ['days[].canceledUsd'],
  'refund-comparison': ofRefundQuote.map((field) => `[].quote.${field}`),
  'return-plan': [
    ...ofRefundQuote.flatMap((field) => [
      `returns[].quote.${field}`,
      `baseline.returns[].quote.${field}`,
    ]),
    ...ofRefundQuote.map((field) => field.replace('request.', 'request.candidates[].')),
    ...['request.until', 'request.ledger'],
  ],
  'access-decision': ['request.asOf', 'request.guest'],
  'market-decision': ['request.asOf', 'request.list'],
  'software-cancellation-decision': ofSoftware,
  'software-comparison': ofSoftware.filter((field) => !field.startsWith('obstacles')),
  'download-link-status': ofLinkRequest,
  'link-renewal': ofLink,
  'recorded-download': ofLink,
  'customer-purchase-decision': [
    ...['obstacles[].interpretation', 'request.market', 'request.product', 'request.asOf'],
  ],
  'permission-change-decision': [
    ...['obstacles[].interpretation', 'request.hasSubscription'],
    ...['request.product', 'request.asOf'],
  ],
  'customer-task-decision': ['request.product'],
  'partnership-decision': ['next.removed', 'request.state.removed', 'request.asOf'],
  'reseller-task-decision': [
    ...['request.relationship.agreement', 'request.relationship.partnership.removed'],
    ...['request.relationship.customer.tenantOwner', 'request.asOf'],
  ],
  'support-draft': [
    ...['obstacles[].interpretation', 'request.quote', 'request.impact', 'request.files'],
    ...['request.contact', 'request.contact.preferredContactMethod', 'request.contact.name'],
    ...['request.contact.email', 'request.contact.phone'],
    ...[...ofRefundQuote, ...ofExchangeQuote].map((field) => `request.quote.${field}`),
    ...ofSoftware.map((field) => `request.cancellation.${field}`),
  ],
};

describe.each(names)('%s.json', (name) => {
  const validate = validatorOf(name);

  it('refuses an answer with a field too few, one too many or one of another type', () => {
    let flaws = 0;
    const passed = new Set<string>();
    for (const answer of someOf(name)) {
      expect(validate(answer)).toBe(true);
      for (const { kind, field, flawed } of flawsOf(answer)) {
        if (/\.meta\b/.test(field)) continue; // anything of the caller's
        flaws += 1;
        const isOptional = kind === 'dropped' && mayBeMissing[name]?.includes(field) === true;
        if (validate(flawed) && !isOptional) passed.add(`${kind} ${field}`);
      }
    }
    expect([...passed]).toEqual([]);
    expect(flaws).toBeGreaterThan(100);
  });
});

describe('a figure of a quote', () => {
  const [quote] = someOf('refund-quote') as [Record<string, unknown>];
  const validate = validatorOf('refund-quote');

  it.each(['paid', 'credit', 'fee', 'refundable', 'refund', 'withheld'])(
    '%s is a decimal',
    (field) => {
      for (const text of [
        '',
        '1e3',
        '-1.00',
        '+1.00',
        '01.00',
        '1.',
        '.5',
        '1,000.00',
        '1.00 ',
        '٣',
        '1.0',
      ]) {
        expect([text, validate({ ...quote, [field]: text })]).toEqual([text, false]);
      }
      for (const text of ['0', '0.00', '1000', '12000.000', '999999999999999.9999']) {
        expect([text, validate({ ...quote, [field]: text })]).toEqual([text, true]);
      }
    },
  );
});
