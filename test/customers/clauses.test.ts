import { describe, expect, it } from 'vitest';
import { customerClauses } from '../../src/clauses/index.ts';
import {
  type CustomerSubscription,
  decideCustomerPurchase,
  decideCustomerTask,
  decidePermissionChange,
  discountedSubscriptions,
} from '../../src/customers/index.ts';

const october = ['customer-permission-2022-10', '2022-10-13'];
const later: { readonly [id: string]: readonly string[] } = {
  'CUS-11': october,
  'CUS-12': october,
  'CUS-13': october,
  'CUS-14': ['software', '2020-06-18'],
};

describe('customerClauses', () => {
  it('has CUS-1 to CUS-14, each once and in order', () => {
    const ids = Array.from({ length: 14 }, (_, position) => `CUS-${position + 1}`);
    expect(customerClauses.map(({ id }) => id)).toEqual(ids);
  });

  it('cites for each its document, revision and section', () => {
    for (const clause of customerClauses) {
      expect([clause.document, clause.revision]).toEqual(
        later[clause.id] ?? ['customer-permission', '2020-05-13'],
      );
      expect(clause.section).toMatch(/^[A-Z]/);
      expect(clause.statement).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(customerClauses.map(({ statement }) => statement)).size).toBe(14);
  });

  it('is frozen to the ground', () => {
    expect(Object.isFrozen(customerClauses)).toBe(true);
    expect(customerClauses.every(Object.isFrozen)).toBe(true);
  });
});

const ours: CustomerSubscription = {
  offer: 'azure-global',
  boughtBy: 'partner',
  userRole: 'owner',
};
const buy = (subscription: CustomerSubscription, permission: 'on' | 'off') =>
  decideCustomerPurchase({ subscription, permission });
const turnOn = (role: 'admin-agent' | 'sales-agent', hasSubscription: boolean) =>
  decidePermissionChange({ roles: role, current: 'off', wanted: 'on', hasSubscription });
const ask = (task: 'manage' | 'renew') =>
  decideCustomerTask(task, { subscriptionBoughtBy: 'partner' });

describe('each clause', () => {
  it.each([
    ['CUS-1', buy(ours, 'on'), buy(ours, 'off')],
    ['CUS-2', turnOn('admin-agent', true), turnOn('sales-agent', true)],
    ['CUS-3', buy(ours, 'on'), buy({ ...ours, boughtBy: 'other' }, 'on')],
    ['CUS-3', turnOn('admin-agent', true), turnOn('admin-agent', false)],
    ['CUS-4', buy(ours, 'on'), buy({ ...ours, userRole: 'other' }, 'on')],
    ['CUS-7', ask('manage'), ask('renew')],
  ])('%s allows, and refuses', (clause, yes, no) => {
    expect(yes.allowed).toBe(true);
    expect(yes.because).toContain(clause);
    expect(no).toMatchObject({ allowed: false, obstacles: [{ clause }] });
    expect(no.because).toContain(clause);
  });

  it.each(['CUS-5', 'CUS-6', 'CUS-7', 'CUS-8'])('%s tells of a purchase that is made', (clause) => {
    expect(buy(ours, 'on').because).toContain(clause);
    expect(buy(ours, 'off').because).not.toContain(clause);
    expect(turnOn('admin-agent', true).because).toContain(clause);
    expect(turnOn('admin-agent', false).because).not.toContain(clause);
  });

  it('has the discount in CUS-9 and the log in CUS-10', () => {
    const parties = { customerId: 'contoso', partnerId: 'us' };
    const facts = { ...parties, scope: 'shared', subscriptions: [] } as const;
    expect(discountedSubscriptions(facts).because).toEqual(['CUS-9']);
    expect(turnOn('admin-agent', true).because).toContain('CUS-10');
    expect(turnOn('sales-agent', true).because).not.toContain('CUS-10');
  });
});
