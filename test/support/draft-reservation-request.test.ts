import { describe, expect, it } from 'vitest';
import {
  defaultRefundPolicy,
  openRefundLedger,
  quoteExchange,
  quoteRefund,
  settleRefund,
} from '../../src/reservations/index.ts';
import { draftSupportRequest, type SupportFacts } from '../../src/support/index.ts';
import { issuesOf } from '../hostile/issues-of.ts';
import { cancelled, exchange, exchanged, readAgain, refund, refusing } from './answers.ts';
import { factsOf } from './forms.ts';

const contact = {
  preferredContactMethod: 'email',
  name: 'Kim Lee',
  email: 'kim@partner.example',
  phone: '+82 2 555 0100',
} as const;

describe('a request for a refund', () => {
  it('is made from a quote', () => {
    const draft = draftSupportRequest('reservation-refund', {
      quote: refund(),
      contact,
      reservationId: 'R-1',
      reservationOrderId: 'RO-1',
    });
    expect(draft).toStrictEqual({
      kind: 'support-draft',
      request: {
        kind: 'reservation-refund',
        quote: refund(),
        reservationId: 'R-1',
        reservationOrderId: 'RO-1',
        contact,
      },
      allowed: true,
      because: ['SUP-1'],
      interpretations: ['R-CONTACT'],
      complete: true,
      fields: {
        issueType: 'Billing',
        problemType: 'Reservation management',
        category: 'Exchanges and refunds',
        title: 'Refund of Azure reservation R-1',
        description: [
          'Request: refund of an Azure reservation',
          'Reservation ID: R-1',
          'Reservation order ID: RO-1',
          'Customer: fabrikam',
          'Partner reference: case-7',
          'Term: P1Y',
          'Purchased on (UTC): 2025-01-01',
          'Canceled on (UTC): 2025-01-07',
          'Price paid: 12000.00 USD',
          'Refund requested: 10386.41 USD',
        ].join('\n'),
        contact,
      },
      missing: [],
      advised: [],
      assumed: [],
    });
  });

  it('is made from no facts, and lists everything missing', () => {
    expect(draftSupportRequest('reservation-refund', {})).toStrictEqual({
      kind: 'support-draft',
      request: { kind: 'reservation-refund' },
      allowed: true,
      because: ['SUP-1'],
      interpretations: ['R-CONTACT'],
      complete: false,
      fields: {
        issueType: 'Billing',
        problemType: 'Reservation management',
        category: 'Exchanges and refunds',
        title: 'Refund of an Azure reservation',
        description: 'Request: refund of an Azure reservation',
        contact: {},
      },
      missing: [
        { field: 'contact', oneOf: ['contact.preferredContactMethod'] },
        { field: 'contact', oneOf: ['contact.name'] },
        { field: 'contact', oneOf: ['contact.email'] },
        { field: 'contact', oneOf: ['contact.phone'] },
      ],
      advised: ['reservationId', 'reservationOrderId'],
      assumed: ['answer'],
    });
  });

  it('shows the refund after the limit', () => {
    const quote = refund({ paid: '120000.00', canceledOn: '2025-07-02', used: true });
    const { fields } = draftSupportRequest('reservation-refund', { quote });
    expect(fields?.description).toMatch(/^Refund requested: 50000\.00 USD$/m);
  });

  it('accepts the quote of a settlement', () => {
    const { quote } = settleRefund(openRefundLedger('fabrikam'), cancelled);
    const draft = draftSupportRequest('reservation-refund', { quote });
    expect(draft).toEqual({
      ...draftSupportRequest('reservation-refund', { quote: refund() }),
      request: { kind: 'reservation-refund', quote },
    });
  });

  it('writes amounts with the digits of their currency', () => {
    const yen = refund({
      paid: '120000',
      currency: 'JPY',
      usdRate: '0.0065',
      canceledOn: '2025-01-01',
    });
    const dinar = { amount: '1.5', currency: 'KWD' };
    const paidInYen = draftSupportRequest('reservation-refund', { quote: yen });
    expect(paidInYen.fields?.description).toMatch(/^Refund requested: 120000 JPY$/m);
    const inDinar = draftSupportRequest('reservation-refund', { amountRequested: dinar });
    expect(inDinar.fields?.description).toMatch(/^Refund requested: 1\.500 KWD$/m);
  });
});

describe('a request for an exchange', () => {
  it('is made from a quote', () => {
    const draft = draftSupportRequest('reservation-exchange', { quote: exchange(), contact });
    expect(draft).toStrictEqual({
      kind: 'support-draft',
      request: { kind: 'reservation-exchange', quote: exchange(), contact },
      allowed: true,
      because: ['SUP-1'],
      interpretations: ['R-CONTACT'],
      complete: true,
      fields: {
        issueType: 'Billing',
        problemType: 'Reservation management',
        category: 'Exchanges and refunds',
        title: 'Exchange of an Azure reservation',
        description: [
          'Request: exchange of an Azure reservation',
          'Term: P1Y',
          'Purchased on (UTC): 2025-01-01',
          'Exchanged on (UTC): 2025-07-02',
          'Price paid: 12000.00 USD',
          'Price of the new reservation: 15000.00 USD',
          'Credit requested: 6016.44 USD',
        ].join('\n'),
        contact,
      },
      missing: [],
      advised: ['reservationId', 'reservationOrderId'],
      assumed: [],
    });
  });

  it('takes a quote whose new price lies below the credit, where the policy lets it', () => {
    const policy = { ...defaultRefundPolicy, id: 'lenient', exchangeMinimum: 'none' } as const;
    const quote = quoteExchange({ ...exchanged, newPrice: '1.00' }, { policy });
    const { fields } = draftSupportRequest('reservation-exchange', { quote });
    expect(fields?.description).toMatch(/^Credit requested: 6016\.44 USD$/m);
  });
});

describe('a fact beside a quote', () => {
  const given = ['customerId', 'id', 'title', 'amountRequested', 'reservationId'];

  it.each([
    ['reservation-refund', refund(), 'Refund requested: 7.50 EUR'],
    ['reservation-exchange', exchange({ id: 'x', customerId: 'y' }), 'Credit requested: 12 JPY'],
  ] as const)('wins: %s', (kind, quote, amount) => {
    const own = factsOf(kind, given);
    const { fields } = draftSupportRequest(kind, { ...own, quote } as SupportFacts[typeof kind]);
    expect(fields?.title).toBe(own['title']);
    const lines = fields?.description.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining(['Customer: contoso', 'Partner reference: case-1']),
    );
    expect(lines).toContain(amount);
    expect(lines?.filter((line) => /requested/.test(line))).toHaveLength(1);
    expect(lines?.filter((line) => /^(Customer|Partner reference)/.test(line))).toHaveLength(2);
  });
});

describe('a quote that says no', () => {
  const policy2018 = {
    policy: { ...defaultRefundPolicy, id: 'old', document: 'reservations-2018' },
  } as const;
  const ended = { canceledOn: '2026-01-01' };
  const refunds = [
    ['term-ended', refund(ended)],
    ['not-returnable', refund({ product: 'SuseLinux' })],
    ['term-ended, not-returnable', refund({ ...ended, product: 'RedHat' })],
    ['term-ended', quoteRefund({ ...cancelled, ...ended }, policy2018)],
    ['limit-exceeded', quoteRefund({ ...cancelled, paid: '90000.00' }, { policy: refusing })],
    [
      'limit-exceeded',
      quoteRefund(
        { ...cancelled, paid: '90000.00' },
        { policy: { ...policy2018.policy, overLimit: 'refuse' } },
      ),
    ],
  ] as const;
  const exchanges = [
    ['term-ended', exchange({ exchangedOn: '2026-01-01' })],
    ['not-returnable', exchange({ product: 'SuseLinux' })],
    ['term-ended, not-returnable', exchange({ exchangedOn: '2026-02-01', product: 'RedHat' })],
    ['purchase-below-credit', exchange({ newPrice: '1.00' })],
    ['purchase-below-credit', quoteExchange({ ...exchanged, newPrice: '1.00' }, policy2018)],
  ] as const;

  it.each([
    ...refunds.map(([why, quote]) => ['reservation-refund', why, quote] as const),
    ...exchanges.map(([why, quote]) => ['reservation-exchange', why, quote] as const),
  ])('is nothing to ask support for: %s, %s', (kind, why, quote) => {
    if (quote.allowed) return expect.fail('the quote says yes');
    const obstacles = quote.obstacles.map((obstacle) => ({ ...obstacle, reason: 'answer-denied' }));
    for (const answer of [quote, readAgain(quote)]) {
      const facts = { quote: answer, contact } as SupportFacts[typeof kind];
      expect(draftSupportRequest(kind, facts)).toStrictEqual({
        kind: 'support-draft',
        request: { kind, quote, contact },
        allowed: false,
        reason: 'answer-denied',
        obstacles,
        because: [...new Set([...quote.obstacles.map(({ clause }) => clause), 'SUP-1'])],
        interpretations: quote.obstacles.flatMap(({ interpretation }) => interpretation ?? []),
        complete: false,
        fields: null,
        missing: [],
        advised: [],
        assumed: [],
        deniedFor: why.split(', '),
      });
    }
  });
});

describe('a quote that was written down and read again', () => {
  it('makes the same draft', () => {
    const refunded = refund();
    expect(draftSupportRequest('reservation-refund', { quote: readAgain(refunded) })).toEqual(
      draftSupportRequest('reservation-refund', { quote: refunded }),
    );
    const swapped = exchange({ id: 'x-1', customerId: 'fabrikam' });
    expect(draftSupportRequest('reservation-exchange', { quote: readAgain(swapped) })).toEqual(
      draftSupportRequest('reservation-exchange', { quote: swapped }),
    );
  });

  it('may be brief, as the command line prints it', () => {
    const { lines: _, policy, ...brief } = refund();
    const quote = { ...brief, policy: policy.id };
    expect(draftSupportRequest('reservation-refund', { quote: quote as never })).toEqual(
      draftSupportRequest('reservation-refund', { quote: refund() }),
    );
  });

  it('is an issue if a figure is not what its facts lead to', () => {
    const quote = { ...refund(), refund: '12000.00' };
    expect(issuesOf(() => draftSupportRequest('reservation-refund', { quote }))).toMatchObject([
      { path: ['quote', 'refund'], code: 'contradiction', received: '"12000.00"' },
    ]);
  });
});
