import { describe, expect, it } from 'vitest';
import {
  type CustomerTask,
  type CustomerTaskFacts,
  decideCustomerTask,
} from '../../src/customers/index.ts';
import {
  faultsOf,
  impostors,
  issuesOf,
  junk,
  noFacts,
  spoil,
  withThrowingGetter,
} from './hostile.ts';
import { tasks } from './rulebook.ts';

const sold = { subscriptionBoughtBy: 'partner' } as const;
const notSold = { subscriptionBoughtBy: 'other' } as const;

describe('decideCustomerTask', () => {
  it.each(tasks)('gives plain JSON, and answers of %s that share nothing', (task) => {
    for (const facts of [sold, notSold]) {
      const decision = decideCustomerTask(task, facts);
      const before = JSON.stringify(decision);
      expect(JSON.parse(before)).toEqual(decision);
      const { task: asked, ...others } = decision.request;
      expect(decideCustomerTask(asked, others)).toEqual(decision);
      spoil(decision);
      expect(JSON.stringify(decideCustomerTask(task, facts))).toBe(before);
      expect(facts).toHaveProperty('subscriptionBoughtBy');
    }
  });
});

describe('decideCustomerTask with malformed facts', () => {
  const ask = (task: unknown, facts: unknown) => () =>
    decideCustomerTask(task as CustomerTask, facts as CustomerTaskFacts);

  it('reports every issue at once', () => {
    expect(faultsOf(ask('canel', { subscriptionBougthBy: 'partner' }))).toEqual([
      'task: unknown-value',
      'subscriptionBougthBy: unknown-field',
      'subscriptionBoughtBy: missing-field',
    ]);
    expect(issuesOf(ask('exchanges', sold))[0]?.expected).toContain('did you mean "exchange"?');
    expect(faultsOf(ask(undefined, undefined))).toEqual(['task: missing-field', ': not-an-object']);
  });

  it.each(impostors)('refuses %j for each word', (word) => {
    expect(faultsOf(ask(word, { subscriptionBoughtBy: word }))).toEqual([
      'task: unknown-value',
      'subscriptionBoughtBy: unknown-value',
    ]);
  });

  it.each(junk)('refuses %s for each word', (_, value) => {
    expect(faultsOf(ask(value, { subscriptionBoughtBy: value }))).toEqual([
      'task: unknown-value',
      'subscriptionBoughtBy: unknown-value',
    ]);
  });

  it.each(noFacts)('refuses %s for facts', (_, value) => {
    expect(faultsOf(ask('manage', value))[0]).toMatch(/^: (not-an-object|unreadable)$/);
  });

  it('refuses facts that throw, or are inherited', () => {
    expect(faultsOf(ask('manage', withThrowingGetter({}, 'subscriptionBoughtBy')))).toEqual([
      ': unreadable',
    ]);
    expect(faultsOf(ask('manage', Object.create(sold)))).toEqual([': not-an-object']);
  });
});
