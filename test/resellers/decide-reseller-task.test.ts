import { describe, expect, it } from 'vitest';
import {
  decideResellerTask,
  type ResellerRelationship,
  type ResellerTask,
  resellerAccessLevels,
  resellerTasks,
} from '../../src/resellers/index.ts';
import {
  cases,
  customers,
  isRemoved,
  levels,
  providerTasks,
  states,
  subscriptions,
  taskOf,
  tasks,
} from './document.ts';
import { codesOf, impostors, issuesOf, junk, notBooleans } from './hostile.ts';

const partner = {
  partnership: states.established,
  customer: customers.C,
  subscription: subscriptions['-'],
};

describe('decideResellerTask', () => {
  it('has eight tasks and four levels of access', () => {
    expect(resellerTasks).toEqual(tasks);
    expect(resellerAccessLevels).toEqual(levels);
    expect(Object.isFrozen(resellerTasks) && Object.isFrozen(resellerAccessLevels)).toBe(true);
    expect(cases).toHaveLength(8 * 3 + 3 * 24);
  });

  it('lists what is missing, with clauses and next steps', () => {
    const relationship: ResellerRelationship = {
      partnership: states['E- requested'],
      customer: customers['-z'],
      subscription: subscriptions['-'],
    };
    expect(decideResellerTask('manage-customer-account', relationship)).toEqual({
      kind: 'reseller-task',
      allowed: false,
      reason: 'no-account',
      obstacles: [
        { reason: 'no-account', clause: 'RSL-2', nextStep: 'open-a-partner-center-account' },
        { reason: 'not-accepted', clause: 'RSL-3', nextStep: 'wait-for-the-reseller-to-accept' },
        {
          reason: 'not-associated-with-customer',
          clause: 'RSL-5',
          nextStep: 'associate-with-the-customer',
        },
        {
          reason: 'not-tenant-owner',
          clause: 'RSL-6',
          nextStep: 'obtain-the-tenant-owner-permission',
        },
      ],
      because: ['RSL-2', 'RSL-3', 'RSL-5', 'RSL-6'],
      interpretations: ['R-RELATIONSHIP'],
      request: { task: 'manage-customer-account', relationship },
      access: [],
      notes: [],
    });
  });

  it('cites the clauses that allow it, and lists the access of the reseller', () => {
    expect(decideResellerTask('manage-subscription', partner)).toEqual({
      kind: 'reseller-task',
      allowed: true,
      because: ['RSL-2', 'RSL-3', 'RSL-5'],
      interpretations: ['R-RELATIONSHIP'],
      request: { task: 'manage-subscription', relationship: partner },
      access: ['customer-account', 'subscription'],
      notes: [],
    });
  });

  it('allows no task before the reseller has accepted', () => {
    for (const { state, relationship } of cases) {
      if (state === 'established' || isRemoved(state)) continue;
      for (const task of tasks) expect(decideResellerTask(task, relationship).allowed).toBe(false);
    }
  });

  it('allows a provider everything within a partnership', () => {
    for (const { state, relationship } of cases) {
      if (state !== 'established') continue;
      for (const task of providerTasks) {
        expect(decideResellerTask(task, relationship).allowed).toBe(true);
      }
    }
  });

  it('allows a reseller the task of each level that it has', () => {
    for (const { relationship } of cases) {
      for (const level of levels) {
        const { allowed, access } = decideResellerTask(taskOf[level], relationship);
        expect(allowed).toBe(access.includes(level));
      }
    }
  });

  it('returns plain JSON answers that share nothing', () => {
    for (const { relationship } of cases) {
      for (const task of tasks) {
        const ask = () => decideResellerTask(task, relationship);
        const before = JSON.stringify(ask());
        expect(JSON.parse(before)).toEqual(ask());
        for (const value of Object.values(ask())) {
          if (!Array.isArray(value)) continue;
          for (const entry of value)
            if (typeof entry === 'object') Object.assign(entry, { clause: '' });
          value.length = 0;
        }
        expect(JSON.stringify(ask())).toBe(before);
      }
    }
  });
});

describe('decideResellerTask with malformed input', () => {
  const ask = (task: unknown, relationship: unknown) => () =>
    decideResellerTask(task as ResellerTask, relationship as ResellerRelationship);
  const withParts = (parts: object): (() => unknown) =>
    ask('submit-order', { ...partner, ...parts });

  it.each(junk)('refuses %s', (_, value) => {
    const paths = issuesOf(ask(value, value)).map(({ path }) => path[0]);
    expect(new Set(paths)).toEqual(new Set(['task', 'relationship']));
    for (const part of ['partnership', 'customer', 'subscription']) {
      const found = issuesOf(withParts({ [part]: value })).map(({ path }) => path.slice(0, 2));
      expect(found[0]).toEqual(['relationship', part]);
    }
  });

  it.each(impostors)('refuses the task %.40j', (word) => {
    expect(codesOf(ask(word, partner))).toEqual(['task unknown-value']);
    const partnership = { ...states.established, stage: word };
    expect(codesOf(withParts({ partnership }))).toEqual([
      'relationship.partnership.stage unknown-value',
    ]);
  });

  it('names the task that a misspelt one meant', () => {
    expect(issuesOf(ask('submit-orders', partner))[0]?.expected).toContain('"submit-order"');
  });

  it.each(notBooleans)('refuses %s for a yes or no', (_, value) => {
    const code = value === undefined ? 'missing-field' : 'wrong-type';
    const customer = { associated: value, azure: value };
    const subscription = { associated: value, supportContact: value };
    expect(codesOf(withParts({ customer, subscription }))).toEqual([
      `relationship.customer.associated ${code}`,
      `relationship.customer.azure ${code}`,
      `relationship.subscription.associated ${code}`,
      `relationship.subscription.supportContact ${code}`,
    ]);
    expect(codesOf(withParts({ customer: { ...customers.CzT, tenantOwner: value } }))).toEqual([
      `relationship.customer.tenantOwner ${code}`,
    ]);
  });

  it.each([true, false])('refuses %j for the tenant owner of no tenant', (value) => {
    const customer = { ...customers.C, tenantOwner: value };
    expect(codesOf(withParts({ customer }))).toEqual([
      'relationship.customer.tenantOwner contradiction',
    ]);
    expect(issuesOf(withParts({ customer }))[0]?.expected).toBe(
      'no such field for a customer that is not an Azure customer',
    );
  });

  it('refuses a removed partnership that is established', () => {
    const partnership = { ...partner.partnership, removed: true };
    expect(codesOf(withParts({ partnership }))).toEqual([
      'relationship.partnership.removed contradiction',
    ]);
    const unknown = { enrolled: true, hasAccount: true, stage: 'none', removed: false };
    expect(codesOf(withParts({ partnership: unknown }))).toContain(
      'relationship.partnership.removed unknown-value',
    );
  });

  it('refuses a malformed day', () => {
    const ask = () => decideResellerTask('submit-order', partner, { asOf: '2020-02-30' });
    expect(codesOf(ask)).toEqual(['options.asOf no-such-day']);
  });

  it('accepts a missing tenant owner', () => {
    for (const tenantOwner of [undefined, null]) {
      const customer = { ...customers.C, tenantOwner };
      expect(withParts({ customer })()).toEqual(decideResellerTask('submit-order', partner));
    }
  });

  it('does not require the tenant owner if the kind of customer is not known', () => {
    for (const tenantOwner of [undefined, true]) {
      const customer = { associated: true, azure: 'yes', tenantOwner };
      expect(codesOf(withParts({ customer }))).toEqual(['relationship.customer.azure wrong-type']);
    }
  });

  it('rejects access granted before the reseller accepted', () => {
    for (const partnership of Object.values(states)) {
      const early = { partnership, customer: customers.CzT, subscription: subscriptions.SP };
      if (partnership.stage === 'established' || 'removed' in partnership) {
        expect(ask('submit-order', early)).not.toThrow();
        continue;
      }
      expect(codesOf(ask('submit-order', early))).toEqual([
        'relationship.customer.associated contradiction',
        'relationship.subscription.associated contradiction',
        'relationship.subscription.supportContact contradiction',
      ]);
      for (const { expected, received } of issuesOf(ask('submit-order', early))) {
        expect([expected, received]).toEqual([
          'false, because the partnership is not established',
          'true',
        ]);
      }
    }
  });

  it('draws nothing from a partnership that is malformed itself', () => {
    const partnership = { enrolled: true, hasAccount: true, stage: 'stablished' };
    const [found, ...others] = issuesOf(withParts({ partnership, subscription: subscriptions.SP }));
    expect(found?.expected).toContain('"established"');
    expect(others).toEqual([]);
  });

  it('reports every issue at once', () => {
    const relationship = {
      partnership: { enrolled: false, hasAccount: true, stage: 'established' },
      customer: { asociated: true, azure: true },
      subscription: [],
      role: 'admin-agent',
    };
    expect(codesOf(ask('order', relationship))).toEqual([
      'task unknown-value',
      'relationship.role unknown-field',
      'relationship.partnership.enrolled contradiction',
      'relationship.customer.asociated unknown-field',
      'relationship.customer.associated missing-field',
      'relationship.customer.tenantOwner missing-field',
      'relationship.subscription not-an-object',
    ]);
  });
});
