import { describe, expect, it } from 'vitest';
import {
  advancePartnership,
  decideResellerTask,
  type NextStep,
  type PartnershipEvent,
  type ResellerAccess,
  type ResellerRelationship,
  stepsToAccess,
} from '../../src/resellers/index.ts';
import { cases, customers, events, levels, states, subscriptions, taskOf } from './document.ts';
import { codesOf, impostors, issuesOf, junk } from './hostile.ts';

const eventOf: Partial<Record<NextStep, PartnershipEvent>> = {
  'enroll-as-indirect-reseller': events.enroll,
  'open-a-partner-center-account': events['open-account'],
  'send-a-partnership-request': events['send-request'],
  'wait-for-the-reseller-to-accept': events['accept-request'],
};

/** The relationship after a step; `undefined` where it cannot be taken. */
function take(
  relationship: ResellerRelationship | undefined,
  step: NextStep,
): ResellerRelationship | undefined {
  if (relationship === undefined) return undefined;
  const { partnership, customer, subscription } = relationship;
  const event = eventOf[step];
  if (event !== undefined) {
    const { allowed, next } = advancePartnership(partnership, event);
    return allowed ? ({ ...relationship, partnership: next } as ResellerRelationship) : undefined;
  }
  // Delegated administration that stayed after a removal can be completed.
  if (step === 'obtain-the-tenant-owner-permission' && customer.azure) {
    const owned = { ...relationship, customer: { ...customer, tenantOwner: true } };
    return owned as ResellerRelationship;
  }
  if (partnership.stage !== 'established') return undefined;
  switch (step) {
    case 'associate-with-the-customer':
      return { partnership, customer: { ...customer, associated: true }, subscription };
    case 'associate-with-the-subscription':
      return { partnership, customer, subscription: { ...subscription, associated: true } };
    case 'name-as-support-contact':
      return { partnership, customer, subscription: { ...subscription, supportContact: true } };
    default:
      return undefined;
  }
}

function has(relationship: ResellerRelationship | undefined, level: ResellerAccess): boolean {
  return relationship !== undefined && decideResellerTask(taskOf[level], relationship).allowed;
}

const questions = cases.flatMap(({ relationship }) =>
  levels.map((level) => ({ level, relationship, steps: stepsToAccess(level, relationship) })),
);

describe('stepsToAccess', () => {
  it.each<[ResellerAccess, ResellerRelationship, readonly NextStep[]]>([
    [
      'customer-account',
      {
        partnership: states['-- none'],
        customer: customers['-z'],
        subscription: subscriptions['-'],
      },
      [
        'enroll-as-indirect-reseller',
        'open-a-partner-center-account',
        'send-a-partnership-request',
        'wait-for-the-reseller-to-accept',
        'associate-with-the-customer',
        'obtain-the-tenant-owner-permission',
      ],
    ],
    [
      'incentive',
      { partnership: states.established, customer: customers.C, subscription: subscriptions.P },
      ['associate-with-the-subscription'],
    ],
    [
      'subscription',
      { partnership: states.established, customer: customers['-'], subscription: subscriptions.P },
      ['associate-with-the-subscription'],
    ],
    [
      'subscription',
      { partnership: states.established, customer: customers.Cz, subscription: subscriptions['-'] },
      [],
    ],
    [
      'support',
      {
        partnership: states['EA requested'],
        customer: customers['-'],
        subscription: subscriptions['-'],
      },
      ['wait-for-the-reseller-to-accept', 'name-as-support-contact'],
    ],
  ])('tells them for %s', (level, relationship, steps) => {
    expect(stepsToAccess(level, relationship)).toEqual(steps);
  });

  it('reaches the level when the steps are taken in order', () => {
    for (const { level, relationship, steps } of questions) {
      expect(has(steps.reduce(take, relationship as ResellerRelationship | undefined), level)).toBe(
        true,
      );
    }
  });

  it('lists no unnecessary step', () => {
    for (const { level, relationship, steps } of questions) {
      for (const dropped of steps) {
        const others = steps.filter((step) => step !== dropped);
        expect(others).toHaveLength(steps.length - 1);
        const reached = others.reduce(take, relationship as ResellerRelationship | undefined);
        expect(has(reached, level)).toBe(false);
      }
    }
  });

  it('lists none if the reseller has the level, and some if not', () => {
    for (const { level, relationship, steps } of questions) {
      expect(steps.length === 0).toBe(has(relationship, level));
    }
  });

  it('lists one step fewer after each step', () => {
    for (const { level, relationship, steps } of questions) {
      const [first, ...others] = steps;
      const next = first === undefined ? undefined : take(relationship, first);
      if (next !== undefined) expect(stepsToAccess(level, next)).toEqual(others);
    }
  });

  it('returns a new list', () => {
    const { level, relationship, steps } = questions[0] as (typeof questions)[number];
    const before = [...steps];
    (stepsToAccess(level, relationship) as NextStep[]).length = 0;
    expect(stepsToAccess(level, relationship)).toEqual(before);
  });
});

describe('stepsToAccess with malformed input', () => {
  const ask = (level: unknown, relationship: unknown) => () =>
    stepsToAccess(level as ResellerAccess, relationship as ResellerRelationship);
  const { relationship } = questions[0] as (typeof questions)[number];

  it.each(junk)('refuses %s', (_, value) => {
    const paths = issuesOf(ask(value, value)).map(({ path }) => path[0]);
    expect(new Set(paths)).toEqual(new Set(['level', 'relationship']));
  });

  it.each([...impostors, 'handle-support'])('refuses the level %.40j', (word) => {
    expect(codesOf(ask(word, relationship))).toEqual(['level unknown-value']);
  });

  it('refuses a relationship that contradicts itself', () => {
    const early = { ...relationship, subscription: { associated: true, supportContact: false } };
    expect(codesOf(ask('support', early))).toEqual([
      'relationship.subscription.associated contradiction',
    ]);
  });
});
