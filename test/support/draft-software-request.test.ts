import { describe, expect, it } from 'vitest';
import {
  decideSoftwareCancellation,
  type SoftwareCancellationInput,
  type SoftwarePolicyOptions,
} from '../../src/software/index.ts';
import { draftSupportRequest, type SoftwareSupportFacts } from '../../src/support/index.ts';
import { issuesOf } from '../hostile/issues-of.ts';
import { cancellation, readAgain } from './answers.ts';
import { factsOf, subsetsOf, told } from './forms.ts';

const kind = 'software-cancellation';
const contact = { name: 'Kim Lee', email: 'kim@partner.example', phone: '+82 2 555 0100' };
const draft = (facts: object) => draftSupportRequest(kind, facts as SoftwareSupportFacts);
const linesOf = (facts: object): string[] => `${draft(facts).fields?.description}`.split('\n');

describe('a request to cancel software', () => {
  it('is made from the decision that requires it', () => {
    const answer = draftSupportRequest(kind, {
      cancellation: cancellation(),
      impact: 'The customer is billed for it',
      refundReason: 'Bought twice',
      contact,
      files: ['invoice.pdf'],
    });
    expect(answer).toStrictEqual({
      kind: 'support-draft',
      request: {
        kind,
        cancellation: cancellation(),
        impact: 'The customer is billed for it',
        refundReason: 'Bought twice',
        contact,
        files: ['invoice.pdf'],
      },
      allowed: true,
      because: ['SUP-2', 'SOF-2'],
      interpretations: ['R-PRORATE', 'R-BASIS', 'R-ROUND'],
      complete: true,
      fields: {
        problemType: 'CSP Purchase/Refund on behalf of customers',
        impact: 'The customer is billed for it',
        title: 'Cancellation of software order O-1',
        description: [
          'Request: cancellation of a software purchase',
          'Customer: Contoso',
          'Customer domain: contoso.com',
          'Product: SQL Server',
          'Kind of software: subscription',
          'Term: P1Y',
          'Order ID: O-1',
          'Purchased on (UTC): 2025-03-01',
          'Canceled on (UTC): 2025-04-30',
          'Price paid: 1200.00 USD',
          'Refund reason: Bought twice',
          'Amount requested: 1002.74 USD',
        ].join('\n'),
        contact,
        files: ['invoice.pdf'],
      },
      missing: [],
      advised: [],
      assumed: [],
    });
  });

  it('is made from plain facts', () => {
    expect(
      draft({
        askedForByCancellation: true,
        customer: { tenantId: 'T-1' },
        subscriptionId: 'S-1',
        amountRequested: { amount: 5, currency: 'USD' },
        contact: { name: 'Kim Lee' },
      }),
    ).toStrictEqual({
      kind: 'support-draft',
      request: {
        kind,
        askedForByCancellation: true,
        customer: { tenantId: 'T-1' },
        subscriptionId: 'S-1',
        amountRequested: { amount: '5.00', currency: 'USD' },
        contact: { name: 'Kim Lee' },
      },
      allowed: true,
      because: ['SUP-2'],
      interpretations: [],
      complete: false,
      fields: {
        problemType: 'CSP Purchase/Refund on behalf of customers',
        title: 'Cancellation of software subscription S-1',
        description: [
          'Request: cancellation of a software purchase',
          'Customer tenant GUID: T-1',
          'Subscription ID: S-1',
          'Amount requested: 5.00 USD',
        ].join('\n'),
        contact: { name: 'Kim Lee' },
        files: [],
      },
      missing: [
        { field: 'impact', oneOf: ['impact'] },
        { field: 'description', oneOf: ['refundReason'] },
        { field: 'contact', oneOf: ['contact.email'] },
        { field: 'contact', oneOf: ['contact.phone'] },
      ],
      advised: [],
      assumed: [],
    });
  });

  it('has a title with the known facts', () => {
    const titleOf = (facts: object) =>
      draft({ askedForByCancellation: true, ...facts }).fields?.title;
    expect(titleOf({})).toBe('Cancellation of a software purchase');
    expect(titleOf({ subscriptionId: 'S' })).toBe('Cancellation of software subscription S');
    expect(titleOf({ subscriptionId: 'S', orderId: 'O' })).toBe('Cancellation of software order O');
    expect(titleOf({ orderId: 'O', title: 'Help' })).toBe('Help');
  });
});

describe('the amount requested', () => {
  it.each([
    [
      'the whole price of perpetual software',
      { kind: 'perpetual', term: undefined },
      '1200.00 USD',
      [],
    ],
    [
      'the rest of the term of a subscription',
      { term: 'P3Y', canceledOn: '2025-03-31' },
      '1167.15 USD', // 1,200.00 × 1066 ÷ 1096
      ['R-PRORATE', 'R-BASIS', 'R-ROUND'],
    ],
    [
      'the whole price on the day of purchase',
      { canceledOn: '2025-03-01' },
      '1200.00 USD',
      ['R-PRORATE', 'R-BASIS', 'R-ROUND'],
    ],
  ])('is %s', (_, change, amount, interpretations) => {
    const answer = draft({ cancellation: cancellation(change) });
    expect(answer.fields?.description).toContain(`\nAmount requested: ${amount}`);
    expect(answer).toMatchObject({ because: ['SUP-2', 'SOF-2'], interpretations });
  });

  it('is missing if the decision has no price', () => {
    for (const unpriced of [
      { term: 'P1Y' },
      { term: undefined },
      { kind: 'perpetual', term: undefined },
    ]) {
      const change = { paid: undefined, currency: undefined, ...unpriced };
      const answer = draft({ cancellation: cancellation(change) });
      expect(told(answer.missing)).toContain('description: amountRequested');
      expect(answer).toMatchObject({ because: ['SUP-2'], interpretations: [] });
      expect(answer.fields?.description).not.toMatch(/Price paid|Amount requested/);
    }
  });
});

describe('facts in a decision and next to it', () => {
  const paths = ['customer.tenantId', 'orderId', 'amountRequested'];
  const inDecision = {
    customer: { domain: 'fabrikam.com' },
    orderId: 'O-9',
    price: { paid: '365.00', currency: 'EUR' },
  };

  it('is missing only if neither has it, and the given fact replaces that of the decision', () => {
    for (const names of subsetsOf(['customer', 'orderId', 'price'] as const)) {
      const has = (name: keyof typeof inDecision): boolean => names.includes(name);
      const decision = cancellation({
        customer: has('customer') ? inDecision.customer : undefined,
        orderId: has('orderId') ? inDecision.orderId : undefined,
        paid: has('price') ? inDecision.price.paid : undefined,
        currency: has('price') ? inDecision.price.currency : undefined,
        kind: 'perpetual',
        term: undefined,
      });
      for (const beside of subsetsOf(paths)) {
        const answer = draft({ ...factsOf(kind, beside), cancellation: decision });
        const expected = [
          beside.includes('customer.tenantId')
            ? 'Customer tenant GUID: 45411344-b09d-47e7-9653-542006bf9766'
            : has('customer') && 'Customer domain: fabrikam.com',
          beside.includes('orderId') ? 'Order ID: O-1' : has('orderId') && 'Order ID: O-9',
          beside.includes('amountRequested')
            ? 'Amount requested: 1002.74 USD'
            : has('price') && 'Amount requested: 365.00 EUR',
        ];
        const lines = answer.fields?.description
          .split('\n')
          .filter((line) => /^(Customer|Order|Amount)/.test(line));
        expect(lines).toEqual(expected.filter((line) => line !== false));
        // The credit's clause stands only beside the credit's own amount.
        const isCredit = has('price') && !beside.includes('amountRequested');
        expect(answer.because).toEqual(isCredit ? ['SUP-2', 'SOF-2'] : ['SUP-2']);
        expect(told(answer.missing).filter((part) => !/contact|impact|Reason/.test(part))).toEqual(
          [
            'description: customer.tenantId or description: customer.domain',
            'description: orderId or description: subscriptionId',
            'description: amountRequested',
          ].filter((__, at) => expected[at] === false),
        );
      }
    }
  });

  it('is never mixed of two customers', () => {
    const beside = { cancellation: cancellation(), customer: { tenantId: 'T-1' } };
    expect(linesOf(beside).filter((line) => /^Customer/.test(line))).toEqual([
      'Customer tenant GUID: T-1',
    ]);
    const empty = { cancellation: cancellation(), customer: {} };
    expect(linesOf(empty)).toEqual(linesOf({ cancellation: cancellation() }));
  });

  it('is required if the decision has only the customer’s name', () => {
    const answer = draft({ cancellation: cancellation({ customer: { name: 'Contoso' } }) });
    expect(told(answer.missing)).toContain(
      'description: customer.tenantId or description: customer.domain',
    );
    expect(answer.fields?.description).toContain('\nCustomer: Contoso\n');
  });

  it('accepts another product name', () => {
    const facts = { cancellation: cancellation(), productName: 'Windows Server' };
    expect(linesOf(facts)).toContain('Product: Windows Server');
    expect(linesOf(facts)).not.toContain('Product: SQL Server');
  });
});

describe('a cancellation that does not require support', () => {
  const refused = {
    kind: 'support-draft',
    allowed: false,
    reason: 'support-not-required',
    obstacles: [
      { reason: 'support-not-required', clause: 'SUP-2', nextStep: 'cancel-it-yourself' },
    ],
    because: ['SUP-2'],
    interpretations: [],
    complete: false,
    fields: null,
    missing: [],
    advised: [],
    assumed: [],
    deniedFor: [],
  };

  it('needs no support if it is allowed', () => {
    const decision = cancellation({ messageRead: true });
    expect(decision.allowed).toBe(true);
    const request = { kind, cancellation: decision, contact };
    for (const given of [decision, readAgain(decision)]) {
      expect(draft({ cancellation: given, contact })).toStrictEqual({ ...refused, request });
    }
  });

  it('is done by oneself where the caller says that it did not ask', () => {
    const facts = { askedForByCancellation: false, contact };
    expect(draft(facts)).toStrictEqual({ ...refused, request: { kind, ...facts } });
  });

  it('is known by its decision alone, or by the statement alone', () => {
    const both = { cancellation: cancellation(), askedForByCancellation: true };
    expect(issuesOf(() => draft(both))).toMatchObject([
      {
        path: ['askedForByCancellation'],
        code: 'contradiction',
        expected: 'no such field together with a decision, which already contains it',
        received: 'true',
      },
    ]);
    expect(issuesOf(() => draft({ contact }))).toMatchObject([
      { path: ['askedForByCancellation'], code: 'missing-field' },
    ]);
  });
});

describe('a cancellation that is refused for another reason', () => {
  const changes = {
    'not-eligible': { qualifies: false },
    'window-passed': { canceledOn: '2025-05-01' },
    'not-cancellable': { kind: 'red-hat-plan', term: undefined },
    'not-granted': { roles: 'sales-agent' },
  };
  const reasons = Object.keys(changes) as (keyof typeof changes)[];
  const clauses = {
    'not-eligible': 'SOF-1',
    'window-passed': 'SOF-1',
    'not-cancellable': 'SOF-3',
    'not-granted': 'SOF-4',
  };

  it.each(subsetsOf(reasons).filter((some) => some.length > 0))(
    'is nothing for support: %s %s %s %s',
    (...some) => {
      const why = some.filter((reason) => reason !== undefined);
      const decision = cancellation(Object.assign({}, ...why.map((reason) => changes[reason])));
      if (decision.allowed) return expect.fail('the decision says yes');
      for (const answer of [decision, readAgain(decision)]) {
        expect(draft({ cancellation: answer, contact })).toStrictEqual({
          kind: 'support-draft',
          request: { kind, cancellation: decision, contact },
          allowed: false,
          reason: 'answer-denied',
          obstacles: decision.obstacles.map((it) => ({ ...it, reason: 'answer-denied' })),
          because: [...new Set(why.map((reason) => clauses[reason])), 'SUP-2'],
          interpretations: why.includes('window-passed') ? ['R-SIXTY'] : [],
          complete: false,
          fields: null,
          missing: [],
          advised: [],
          assumed: [],
          deniedFor: why,
        });
      }
    },
  );
});

describe('a decision that was written down and read again', () => {
  it('makes the same draft', () => {
    const facts = { contact, impact: 'None', refundReason: 'Bought twice' };
    const again = { ...facts, cancellation: readAgain(cancellation()) };
    expect(draft(again)).toStrictEqual(draft({ ...facts, cancellation: cancellation() }));
    expect(draft(again).complete).toBe(true);
  });

  it('is an issue if anything in it is not what its facts lead to', () => {
    const within = (canceledOn: string) => ({
      cancellation: { ...cancellation(), request: { ...cancellation().request, canceledOn } },
    });
    expect(draft(within('2025-04-30')).allowed).toBe(true);
    expect(issuesOf(() => draft(within('2025-05-01')))[0]).toMatchObject({
      path: ['cancellation', 'reason'],
      code: 'contradiction',
      expected: '"window-passed", which follows from the facts of the answer',
    });
    expect(issuesOf(() => draft(within('2025-02-28')))).toMatchObject([
      {
        path: ['cancellation', 'request', 'canceledOn'],
        code: 'before-purchase',
        message: expect.stringMatching(/^cancellation\.request\.canceledOn: expected /),
      },
    ]);
  });
});

describe('a decision under another policy', () => {
  const under = (options: SoftwarePolicyOptions, change: object = {}) =>
    decideSoftwareCancellation(
      { ...cancellation().request, ...change } as SoftwareCancellationInput,
      options,
    );

  it('is drafted by that policy, also when it was written down and read again', () => {
    const billed = { billingCycle: 'annual', quantity: 3, canceledOn: '2025-03-08' };
    const decision = under({ policy: 'software-2022' }, billed);
    for (const answer of [decision, readAgain(decision)]) {
      const made = draft({ cancellation: answer, contact });
      expect(made.because).toEqual(['SUP-2', 'SOF-19', 'SOF-20', 'SOF-24']);
      expect(made.interpretations).toEqual(['R-TODAY', 'R-BASIS', 'R-UNIT']);
      // 1,200.00 ÷ 3 × 358 ÷ 365 = 392.328…, three times
      expect(made.fields?.description).toContain('\nBilling cycle: annual\nQuantity: 3\n');
      expect(made.fields?.description).toContain('\nAmount requested: 1176.96 USD');
    }
  });

  it('names the subscription, and asks for what names it', () => {
    const early = { canceledOn: '2025-03-05', customer: undefined };
    const named = { ...early, friendlyName: 'SQL of Contoso', subscriptionId: 'S-1' };
    const decision = under({ policy: 'software' }, named);
    expect(decision).toMatchObject({ reason: 'support-required', missing: ['customer'] });
    const made = draft({ cancellation: decision, contact });
    expect(made.fields?.description).toContain('\nSubscription: SQL of Contoso\n');
    expect(made.fields?.description).toContain('\nSubscription ID: S-1');
    // Without the billing cycle there is no amount to request.
    expect(told(made.missing)).toContain('description: amountRequested');
    expect(made.because).toEqual(['SUP-2']);
    const unnamed = under({ policy: 'software' }, { ...early, orderId: undefined });
    expect(unnamed.missing).toEqual(['customer', 'subscription']);
    expect(draft({ cancellation: unnamed, contact }).missing).toContainEqual({
      field: 'description',
      oneOf: ['orderId', 'subscriptionId'],
    });
  });

  it('requests no amount where no credit is stated', () => {
    const decision = under({ policy: 'software-2018-09' });
    const made = draft({ cancellation: decision, contact });
    expect(made).toMatchObject({ because: ['SUP-2'], interpretations: [] });
    expect(told(made.missing)).toContain('description: amountRequested');
  });

  it.each([
    ['software-2020-01', { kind: 'red-hat-plan', term: undefined }, 'not-cancellable', 'SOF-15'],
    ['software-2018-09', { canceledOn: '2025-05-01' }, 'window-passed', 'SOF-13'],
    ['software-2021-06', { canceledOn: '2025-04-01' }, 'window-passed', 'SOF-17'],
    ['software-2022', { canceledOn: '2025-03-01', qualifies: false }, 'not-eligible', 'SOF-19'],
  ] as const)('of %s is nothing for support: %o', (policy, change, reason, clause) => {
    const answer = draft({ cancellation: under({ policy }, change), contact });
    expect(answer).toMatchObject({ deniedFor: [reason], because: [clause, 'SUP-2'] });
  });

  const { policy } = cancellation();
  const open = { policy: { ...policy, id: 'ours', subscriptionDays: null } };

  it('is refused if no window is stated', () => {
    const decision = under(open);
    expect(draft({ cancellation: decision, contact })).toMatchObject({
      reason: 'answer-denied',
      deniedFor: ['undefined-by-text'],
    });
  });

  it('must be a policy', () => {
    const broken = { ...under({ policy }), policy: { ...policy, linkDays: 0 } };
    expect(issuesOf(() => draft({ cancellation: broken }))).toMatchObject([
      { path: ['cancellation', 'policy', 'linkDays'], code: 'wrong-type' },
    ]);
  });
});
