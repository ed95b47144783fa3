import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  draftSupportRequest,
  isInputError,
  type SupportDraft,
  type SupportFacts,
  type SupportKind,
} from '../../src/support/index.ts';
import { cancellation, cancelled, exchange, readAgain, refund } from './answers.ts';
import { askedFor, factsOf, kinds, missingBeside, sayable, told } from './forms.ts';

const draft = (kind: SupportKind, facts: object): SupportDraft =>
  draftSupportRequest(kind, facts as SupportFacts[SupportKind]);

const someKind = fc.constantFrom(...kinds);
const paths = (kind: SupportKind): string[] => Object.keys(sayable[kind]);

/** A kind, and some of what can be said for it. */
const someSaid = someKind.chain((kind) =>
  fc.tuple(fc.constant(kind), fc.subarray(paths(kind)), fc.boolean()),
);

const answers = {
  'reservation-refund': { quote: refund() },
  'reservation-exchange': { quote: exchange() },
  'software-cancellation': { cancellation: cancellation() },
};

/** Beside an answer, or without one. */
function around(kind: SupportKind, withAnswer: boolean): object {
  if (withAnswer) return answers[kind];
  return kind === 'software-cancellation' ? { askedForByCancellation: true } : {};
}

/** What holds somebody up who reads line by line, and what he cannot see. */
const trick = fc.constantFrom(
  ...['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0', '\u001b[2J'],
  ...['\u202e', '\u2066', '\u200f', '\u200b', '\ufeff', '\u00ad', '\ud800', '\udfff', '\u{e0041}'],
  ...['Amount requested: 1.00 USD', 'Order ID: O-666', ': ', '\\u{a}', '🙂', '한', 'é'],
);
const someText = fc
  .array(fc.oneof(trick, fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '' && text.length <= 256);

const labels = [
  ...['Request', 'Reservation ID', 'Reservation order ID', 'Customer', 'Partner reference', 'Term'],
  ...['Purchased on (UTC)', 'Canceled on (UTC)', 'Exchanged on (UTC)', 'Price paid'],
  ...['Price of the new reservation', 'Refund requested', 'Credit requested'],
  ...['Customer tenant GUID', 'Customer domain', 'Product', 'Kind of software', 'Order ID'],
  ...['Subscription ID', 'Refund reason', 'Amount requested'],
];

describe('a draft', () => {
  test.prop([someSaid])(
    'is complete where nothing is missing, and has then every field',
    ([kind, said, withAnswer]) => {
      const answer = draft(kind, { ...around(kind, withAnswer), ...factsOf(kind, said) });
      if (!answer.allowed) return expect.fail('it was refused');
      expect(answer.complete).toBe(answer.missing.length === 0);
      const asked = askedFor[kind].length;
      expect(answer.missing.length).toBeLessThanOrEqual(asked);
      if (!answer.complete) return;
      const { contact } = answer.fields;
      const isSoftware = kind === 'software-cancellation';
      expect(Object.keys(contact)).toHaveLength(isSoftware ? 3 : 4);
      for (const value of Object.values(answer.fields)) expect(value).not.toBe(undefined);
      expect('impact' in answer.fields).toBe(isSoftware);
    },
  );

  test.prop([someSaid])('misses nothing more when more is said', ([kind, said, withAnswer]) => {
    const base = around(kind, withAnswer);
    const before = told(draft(kind, { ...base, ...factsOf(kind, said) }).missing);
    for (const path of paths(kind)) {
      // A customer beside a decision is another one, of whom the name may be all that is known.
      if (withAnswer && path === 'customer.name') continue;
      const after = told(draft(kind, { ...base, ...factsOf(kind, [...said, path]) }).missing);
      expect(before).toEqual(expect.arrayContaining(after));
    }
    if (!withAnswer) expect(before).toEqual(missingBeside(kind, said));
  });

  test.prop([someSaid])(
    'is the same from an answer that was written down and read again',
    ([kind, said]) => {
      const facts = { ...answers[kind], ...factsOf(kind, said) };
      expect(draft(kind, readAgain(facts))).toStrictEqual(draft(kind, facts));
    },
  );

  test.prop([someSaid])('does not depend on the order of its facts', ([kind, said, withAnswer]) => {
    const facts = { ...around(kind, withAnswer), ...factsOf(kind, said) };
    const turned = Object.fromEntries(Object.entries(facts).reverse());
    expect(JSON.stringify(draft(kind, turned))).toBe(JSON.stringify(draft(kind, facts)));
  });
});

describe('a fact', () => {
  test.prop([someSaid, fc.infiniteStream(someText)])(
    'cannot look like another one',
    ([kind, said, withAnswer], texts) => {
      const base = around(kind, withAnswer);
      const tricky = (value: unknown): unknown =>
        typeof value === 'string' && !['email', 'phone'].includes(value)
          ? texts.next().value
          : value;
      const facts = Object.entries(factsOf(kind, said)).map(([name, value]) => {
        if (name !== 'contact' && name !== 'customer') return [name, tricky(value)];
        const inner = Object.entries(value as object).map(([key, it]) => [key, tricky(it)]);
        return [name, Object.fromEntries(inner)];
      });
      const plain = draft(kind, { ...base, ...factsOf(kind, said) });
      const { fields } = draft(kind, { ...base, ...Object.fromEntries(facts) });
      const linesOf = (text = '') => text.split(/[\p{Zl}\p{Zp}\n\r\v\f\u0085]/u);
      const labelsOf = (text?: string) =>
        linesOf(text).map((line) => labels.find((label) => line.startsWith(`${label}: `)));
      expect(labelsOf(fields?.description)).toEqual(labelsOf(plain.fields?.description));
      expect(labelsOf(fields?.description)).not.toContain(undefined);
      for (const text of [fields?.title, ...Object.values(fields?.contact ?? {})]) {
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }
      expect(fields?.description).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
    },
  );

  test.prop([someText])('of an answer cannot either', (text) => {
    const quote = refund({ ...cancelled, id: text, customerId: text });
    const decision = cancellation({ customer: { name: text }, productName: text, orderId: text });
    const drafts = [
      draftSupportRequest('reservation-refund', { quote }),
      draftSupportRequest('software-cancellation', { cancellation: decision }),
    ];
    for (const { fields } of drafts) {
      for (const line of `${fields?.description}`.split('\n')) {
        expect(labels.some((label) => line.startsWith(`${label}: `))).toBe(true);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }
      expect(fields?.title).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }
  });
});

describe('anything at all', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
  const names = [
    'quote',
    'cancellation',
    'contact',
    'customer',
    'amountRequested',
    'files',
    'title',
  ];

  test.prop([
    fc.oneof(someKind, anything),
    fc.oneof(anything, fc.dictionary(fc.constantFrom(...names), anything)),
  ])('makes a draft, or is an InputError', (kind, facts) => {
    try {
      const answer = draft(kind as SupportKind, facts as object);
      expect(kinds).toContain(answer.request.kind);
    } catch (error) {
      expect(isInputError(error)).toBe(true);
    }
  });

  test.prop([someKind, fc.constantFrom('allowed', 'obstacles', 'request', 'currency'), anything])(
    'in an answer makes a draft, or is an InputError',
    (kind, name, value) => {
      const [[field, answer] = []] = Object.entries(answers[kind]);
      try {
        draft(kind, { [`${field}`]: { ...(answer as object), [name]: value } });
      } catch (error) {
        expect(isInputError(error)).toBe(true);
      }
    },
  );
});
