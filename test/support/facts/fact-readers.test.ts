import { describe, expect, it } from 'vitest';
import {
  draftSupportRequest,
  type SupportFacts,
  type SupportKind,
} from '../../../src/support/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';
import { cancellation, exchange, refund } from '../answers.ts';
import { factsOf, kinds, sayable } from '../forms.ts';
import { junk } from '../hostile.ts';

const draft = (kind: unknown, facts: unknown) =>
  draftSupportRequest(kind as SupportKind, facts as SupportFacts[SupportKind]);

const stated = { 'software-cancellation': { askedForByCancellation: true } } as Record<
  string,
  object
>;

/** The paths of the issues, and their codes. */
const found = (kind: unknown, facts: unknown): string[] =>
  issuesOf(() => draft(kind, facts)).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('an unknown kind', () => {
  it.each([
    ...['', 'Reservation-refund', 'reservation-refund ', 'refund', '__proto__', 'constructor'],
    ...['toString', 'reservation\u2010refund', 'reѕervation-refund'],
  ])('is an issue: %j', (kind) => {
    expect(found(kind, {})).toEqual(['kind unknown-value']);
  });

  it('is an issue whatever it is, also with facts that are malformed', () => {
    expect(found(undefined, { nonsense: 1 })).toEqual(['kind missing-field']);
    for (const [, value] of junk) expect(found(value, value)).toEqual(['kind unknown-value']);
  });
});

/** `null` gives nothing where a fact is optional. */
const notNull = junk.filter(([what]) => what !== 'null');

describe.each(kinds)('the facts of %s', (kind) => {
  it('are an object', () => {
    expect(found(kind, undefined)).toEqual([' not-an-object']);
    for (const [what, value] of junk) {
      if (!/ownKeys|getter|get throws|revoked/.test(what)) {
        expect(found(kind, value)[0]).toMatch(/^(\w+ unknown-field| not-an-object|askedFor.*)$/);
      }
    }
  });

  it.each(notNull)('are no %s', (_, value) => {
    issuesOf(() => draft(kind, value));
    for (const name of [...Object.keys(factsOf(kind, Object.keys(sayable[kind]))), 'files']) {
      issuesOf(() => draft(kind, { ...stated[kind], [name]: value }));
    }
  });

  it.each(notNull)('are texts and amounts, none of them %s', (_, value) => {
    for (const path of Object.keys(sayable[kind])) {
      const [name = '', field] = path.split('.');
      const fact = field === undefined ? value : { [field]: value };
      const [first] = issuesOf(() => draft(kind, { ...stated[kind], [name]: fact }));
      expect(first?.path.join('.').startsWith(path)).toBe(true);
    }
  });

  it('are reported together, with the suggested name', () => {
    const facts = {
      ...stated[kind],
      titles: 'x',
      title: ' ',
      contact: { nmae: 'x', email: 5, phone: '' },
    };
    expect(found(kind, facts)).toEqual([
      'titles unknown-field',
      'title empty',
      'contact.nmae unknown-field',
      'contact.email wrong-type',
      'contact.phone empty',
    ]);
    const issues = issuesOf(() => draft(kind, { ...stated[kind], titles: 'x' }));
    expect(issues[0]?.message).toBe('titles: expected the field title, got "x"');
  });

  it('are not blank', () => {
    for (const blank of [' ', '\t', '\n', '\u00a0', '\u3000', '\ufeff']) {
      expect(found(kind, { ...stated[kind], title: blank })).toEqual(['title empty']);
    }
    expect(draft(kind, { ...stated[kind], title: '-' }).fields?.title).toBe('-');
  });

  it('are at most 256 characters long', () => {
    const title = 'x'.repeat(256);
    expect(draft(kind, { ...stated[kind], title }).fields?.title).toBe(title);
    expect(found(kind, { ...stated[kind], title: `${title}x` })).toEqual(['title too-long']);
    expect(found(kind, { ...stated[kind], title: 'x'.repeat(2 ** 20) })).toEqual([
      'title too-long',
    ]);
  });

  it('have amounts that are exact and have a currency', () => {
    const amounts: [unknown, string[]][] = [
      [{}, ['amountRequested.currency missing-field', 'amountRequested.amount missing-field']],
      [{ amount: '1' }, ['amountRequested.currency missing-field']],
      [{ amount: '1.005', currency: 'USD' }, ['amountRequested.amount too-many-decimals']],
      [{ amount: '-1', currency: 'USD' }, ['amountRequested.amount malformed-amount']],
      [{ amount: Number.NaN, currency: 'USD' }, ['amountRequested.amount malformed-amount']],
      [{ amount: '1', currency: 'usd' }, ['amountRequested.currency unknown-currency']],
      [{ amount: '1', currency: '__proto__' }, ['amountRequested.currency unknown-currency']],
      [{ amount: '1', currency: 'USD', curency: 1 }, ['amountRequested.curency unknown-field']],
      ['1.00 USD', ['amountRequested not-an-object']],
    ];
    for (const [amountRequested, issues] of amounts) {
      expect(found(kind, { ...stated[kind], amountRequested })).toEqual(issues);
    }
  });

  it('are not read from the prototype', () => {
    const contact = Object.create({ name: 'Mallory', email: 'm@example.com', phone: '1' });
    const facts = Object.assign(Object.create({ title: 'Forged' }), stated[kind], { contact });
    expect(found(kind, facts)).toEqual([' not-an-object']);
    expect(found(kind, { ...stated[kind], contact })).toEqual(['contact not-an-object']);
    const named = JSON.parse('{"__proto__": {"title": "Forged"}}');
    expect(found(kind, { ...stated[kind], ...Object.fromEntries(Object.entries(named)) })).toEqual([
      '__proto__ unknown-field',
    ]);
  });
});

describe('a way of contact', () => {
  it('is preferred on the form for reservations only', () => {
    const contact = { preferredContactMethod: 'email' };
    expect(found('software-cancellation', { ...stated['software-cancellation'], contact })).toEqual(
      ['contact.preferredContactMethod unknown-field'],
    );
    for (const method of ['Email', 'fax', 'constructor', 5]) {
      const asked = { contact: { preferredContactMethod: method } };
      expect(found('reservation-refund', asked)).toEqual([
        'contact.preferredContactMethod unknown-value',
      ]);
    }
  });
});

describe('the files', () => {
  it('are names, in their order', () => {
    const facts = { askedForByCancellation: true, files: ['b.pdf', 'a.pdf', 'b.pdf'] };
    const answer = draft('software-cancellation', facts);
    expect(answer.fields).toMatchObject({ files: ['b.pdf', 'a.pdf', 'b.pdf'] });
    const wrong = { askedForByCancellation: true, files: ['a.pdf', '', 5] };
    expect(found('software-cancellation', wrong)).toEqual(['files.1 empty', 'files.2 wrong-type']);
  });
});

describe('an answer that is none', () => {
  const answersOf = [
    ['reservation-refund', 'quote', refund()],
    ['reservation-exchange', 'quote', exchange()],
    ['software-cancellation', 'cancellation', cancellation()],
  ] as const;

  it.each(answersOf)('is an issue, not a crash: %s', (kind, name, answer) => {
    for (const [, value] of notNull) {
      for (const issue of found(kind, { [name]: value })) expect(issue).toMatch(`${name}`);
      for (const field of Object.keys(answer)) {
        if (field === 'lines') continue; // May be left out.
        if ((answer as unknown as Record<string, unknown>)[field] === value) continue;
        const issues = found(kind, { [name]: { ...answer, [field]: value } });
        expect(issues.filter((issue) => !issue.startsWith(`${name}.`))).toEqual([]);
      }
      const request = { ...answer.request, id: value, orderId: value };
      const issues = found(kind, { [name]: { ...answer, request } });
      expect(issues.filter((issue) => !issue.startsWith(`${name}.request`))).toEqual([]);
    }
  });

  it('is an issue if it is of another kind', () => {
    expect(found('reservation-refund', { quote: exchange() })).toEqual([
      'quote.kind unknown-value',
    ]);
    expect(found('reservation-exchange', { quote: refund() })).toEqual([
      'quote.kind unknown-value',
    ]);
    expect(found('reservation-exchange', { quote: {} })).toEqual(['quote.kind missing-field']);
    expect(found('software-cancellation', { quote: refund() })).toContain('quote unknown-field');
    expect(found('reservation-refund', { cancellation: cancellation() })).toEqual([
      'cancellation unknown-field',
    ]);
  });

  it('is an issue if its obstacles are of another rule', () => {
    const quote = refund({ product: 'RedHat' });
    const other = { reason: 'window-passed', clause: 'RES-8', nextStep: 'keep-until-term-end' };
    expect(found('reservation-refund', { quote: { ...quote, obstacles: [other] } })).toEqual([
      'quote.obstacles.0.reason contradiction',
      'quote.obstacles.0.clause contradiction',
    ]);
  });
});
