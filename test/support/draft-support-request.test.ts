import { describe, expect, it } from 'vitest';
import {
  contactMethods,
  draftSupportRequest,
  type SupportFacts,
  supportKinds,
} from '../../src/support/index.ts';
import { cancellation, exchange, readAgain, refund } from './answers.ts';
import { askedFor, factsOf, kinds, mayBeAskedFor } from './forms.ts';

type Kind = (typeof kinds)[number];

const draft = (kind: Kind, facts: Record<string, unknown>) =>
  draftSupportRequest(kind, facts as SupportFacts[Kind]);

/** What makes a draft of this kind lawful without an answer. */
const stated = (kind: Kind): Record<string, unknown> =>
  kind === 'software-cancellation' ? { askedForByCancellation: true } : {};

/** The paths of all that a form of this kind asks for, or an agent may ask for. */
const asked = (kind: Kind): string[] => [
  ...askedFor[kind].flat().map((way) => way.replace(/^.*: /, '')),
  ...mayBeAskedFor[kind],
];

describe('the words', () => {
  it('are the kinds and the ways of contact', () => {
    expect(supportKinds).toEqual(kinds);
    expect(contactMethods).toEqual(['email', 'phone']);
    expect([supportKinds, contactMethods].every(Object.isFrozen)).toBe(true);
  });
});

describe.each(kinds)('a draft of %s', (kind) => {
  it('treats undefined facts as missing', () => {
    const absent = Object.fromEntries(asked(kind).map((path) => [path.split('.')[0], undefined]));
    const given = stated(kind);
    expect(draft(kind, { ...absent, ...given })).toEqual(draft(kind, given));
    const contact = { name: undefined, email: undefined, phone: undefined };
    expect(draft(kind, { ...given, contact })).toEqual(draft(kind, given));
  });

  it('is plain JSON and shares nothing that can be changed', () => {
    const all = { ...stated(kind), ...factsOf(kind, asked(kind)) };
    for (const facts of [all, stated(kind)]) {
      const answer = draft(kind, facts);
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      const before = JSON.stringify(answer);
      spoil(answer);
      expect(JSON.stringify(draft(kind, facts))).toBe(before);
    }
  });

  it('shares no mutable state if it is refused', () => {
    const ended = {
      'reservation-refund': { quote: refund({ canceledOn: '2026-01-01', product: 'RedHat' }) },
      'reservation-exchange': { quote: exchange({ newPrice: '1.00' }) },
      'software-cancellation': { askedForByCancellation: false },
    }[kind];
    const before = JSON.stringify(draft(kind, ended));
    const given = JSON.stringify(ended);
    spoil(draft(kind, ended));
    expect(JSON.stringify(draft(kind, ended))).toBe(before);
    expect(JSON.stringify(ended)).toBe(given);
  });

  it('leaves the facts as they are', () => {
    const answers = { quote: kind === 'reservation-refund' ? refund() : exchange() };
    const answer = kind === 'software-cancellation' ? { cancellation: cancellation() } : answers;
    const facts = deepFreeze({ ...factsOf(kind, asked(kind)), ...readAgain(answer) });
    expect(draft(kind, facts).complete).toBe(true);
  });
});

/** Changes everything that lets itself be changed. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner);
    Reflect.set(value, key, 'spoilt');
  }
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  }
  return Object.freeze(value);
}
