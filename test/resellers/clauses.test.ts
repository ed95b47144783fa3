import { describe, expect, it } from 'vitest';
import { resellerClauses } from '../../src/clauses/index.ts';
import {
  advancePartnership,
  type ClauseId,
  decideResellerTask,
  noPartnership,
  type ResellerRelationship,
  type ResellerTask,
} from '../../src/resellers/index.ts';
import { customers, events, states, subscriptions } from './document.ts';

describe('resellerClauses', () => {
  it('has RSL-1 to RSL-17, each once and in order', () => {
    const ids = Array.from({ length: 17 }, (_, position) => `RSL-${position + 1}`);
    expect(resellerClauses.map(({ id }) => id)).toEqual(ids);
  });

  it('cites for each its document, revision and section', () => {
    const later: { readonly [id: string]: readonly string[] } = {
      'RSL-13': ['indirect-resellers-2020-02', '2020-02-01'],
      'RSL-14': ['indirect-resellers-2020-02', '2020-02-01'],
      'RSL-15': ['indirect-resellers-2020-07', '2020-07-03'],
    };
    for (const { id, document, revision, section, statement } of resellerClauses) {
      expect([document, revision]).toEqual(later[id] ?? ['indirect-resellers', '2018-10-29']);
      expect(section).not.toBe('');
      expect(statement).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is frozen to the ground', () => {
    expect(Object.isFrozen(resellerClauses)).toBe(true);
    expect(resellerClauses.every(Object.isFrozen)).toBe(true);
  });
});

describe('each clause', () => {
  const partner = (
    customer: keyof typeof customers,
    subscription: keyof typeof subscriptions,
  ): ResellerRelationship => ({
    partnership: states.established,
    customer: customers[customer],
    subscription: subscriptions[subscription],
  });
  const stranger: ResellerRelationship = {
    partnership: noPartnership,
    customer: customers['-'],
    subscription: subscriptions['-'],
  };

  it.each<[ClauseId, ResellerTask, ResellerRelationship, ResellerRelationship]>([
    ['RSL-2', 'submit-order', partner('-', '-'), stranger],
    ['RSL-3', 'submit-order', partner('-', '-'), stranger],
    ['RSL-4', 'add-customer', partner('-', '-'), stranger],
    ['RSL-5', 'manage-customer-account', partner('C', '-'), partner('-', 'SP')],
    ['RSL-6', 'manage-customer-account', partner('CzT', '-'), partner('Cz', '-')],
    ['RSL-7', 'earn-incentive', partner('-', 'S'), partner('C', 'P')],
    ['RSL-8', 'handle-support', partner('-', 'P'), partner('C', 'S')],
  ])('%s on %s: one meets it, another does not', (clause, task, meets, doesNot) => {
    const yes = decideResellerTask(task, meets);
    const no = decideResellerTask(task, doesNot);
    expect([yes.allowed, no.allowed]).toEqual([true, false]);
    expect(yes.because).toContain(clause);
    expect(no.because).toContain(clause);
  });

  it.each<[ClauseId, keyof typeof states, keyof typeof states]>([
    ['RSL-2', 'EA requested', 'E- requested'],
    ['RSL-3', 'EA requested', 'EA none'],
  ])('%s on accepting: %s meets it, %s does not', (clause, meets, doesNot) => {
    const accept = events['accept-request'];
    const yes = advancePartnership(states[meets], accept);
    expect(yes).toMatchObject({ allowed: true, because: ['RSL-2', 'RSL-3'] });
    const no = advancePartnership(states[doesNot], accept);
    expect(no).toMatchObject({ allowed: false, because: [clause] });
  });
});
