import { describe } from 'vitest';
import {
  advancePartnership,
  decideResellerTask,
  type Partnership,
  type ResellerRelationship,
  stepsToAccess,
} from '../../src/resellers/index.ts';
import { type Cell, itHolds } from '../cells.ts';
import {
  cases,
  cells,
  customers,
  type EventName,
  eventRefusals,
  events,
  expectedAccess,
  expectedGrants,
  expectedRefusals,
  levels,
  names,
  type StateName,
  states,
  subscriptions,
  taskOf,
  taskRefusals,
  tasks,
} from './document.ts';
import { codesOf } from './hostile.ts';

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** The clauses of an event that is taken. */
const eventClauses = {
  enroll: ['RSL-2'],
  'open-account': ['RSL-2'],
  'send-request': ['RSL-3'],
  'send-request without its link': [],
  'accept-request': ['RSL-2', 'RSL-3'],
} as const;

const table = new Map(cells.map(([state, event, cell]) => [`${state}, ${event}`, cell]));

/** The whole answer, by the table. */
function answerOf(state: StateName, event: EventName): object {
  const cell = table.get(`${state}, ${event}`);
  const interpretations = event === 'enroll' || event === 'open-account' ? [] : ['R-ACCEPT'];
  const kind = 'partnership';
  const request = { state: states[state], event: events[event] };
  if (typeof cell === 'string') {
    const because = eventClauses[event];
    return { kind, allowed: true, because, interpretations, next: states[cell], request };
  }
  const obstacles = (cell ?? []).map((reason) => {
    const [clause, nextStep] = eventRefusals[reason];
    return { reason, clause, nextStep };
  });
  return {
    kind,
    request,
    allowed: false,
    reason: cell?.[0],
    obstacles,
    because: unique(obstacles.map(({ clause }) => clause)),
    interpretations,
    next: states[state],
  };
}

describe('a partnership', () => {
  itHolds('every state × every event', 9 * 5, function* (): Iterable<Cell> {
    for (const state of names(states)) {
      for (const event of names(events)) {
        const answer = advancePartnership(states[state], events[event]);
        yield [[state, event], answer, answerOf(state, event)];
      }
    }
  });

  itHolds('every state × five events on end', 9 * 5 ** 5, function* (): Iterable<Cell> {
    let sequences: EventName[][] = [[]];
    for (let length = 1; length <= 5; length += 1) {
      sequences = sequences.flatMap((path) => names(events).map((event) => [...path, event]));
    }
    for (const state of names(states)) {
      for (const path of sequences) {
        let reached: Partnership = states[state];
        let expected: StateName = state;
        for (const event of path) {
          reached = advancePartnership(reached, events[event]).next;
          const cell = table.get(`${expected}, ${event}`);
          if (typeof cell === 'string') expected = cell;
        }
        yield [[state, path], reached, states[expected]];
      }
    }
  });

  itHolds('that cannot be × every event', 3 * 5, function* (): Iterable<Cell> {
    for (const [enrolled, hasAccount] of [
      [false, true],
      [true, false],
      [false, false],
    ] as const) {
      const state = { enrolled, hasAccount, stage: 'established' } as Partnership;
      const codes = [
        ...(enrolled ? [] : ['state.enrolled contradiction']),
        ...(hasAccount ? [] : ['state.hasAccount contradiction']),
      ];
      for (const event of names(events)) {
        const found = codesOf(() => advancePartnership(state, events[event]));
        yield [[state, event], found, codes];
      }
    }
  });
});

describe('a relationship', () => {
  itHolds('every one × every task', 48 * 8, function* (): Iterable<Cell> {
    for (const it of cases) {
      for (const task of tasks) {
        const refusals = expectedRefusals(task, it);
        const obstacles = refusals.map((reason) => {
          const [clause, nextStep] = taskRefusals[reason];
          return { reason, clause, nextStep };
        });
        const grants = expectedGrants(task, it);
        const isAllowed = obstacles.length === 0;
        const clauses = obstacles.map(({ clause }) => clause);
        yield [
          [it.state, it.customer, it.subscription, task],
          decideResellerTask(task, it.relationship),
          {
            kind: 'reseller-task',
            allowed: isAllowed,
            ...(!isAllowed && { reason: refusals[0], obstacles }),
            because: isAllowed ? ['RSL-2', 'RSL-3', ...grants] : unique([...clauses, ...grants]),
            interpretations: ['R-RELATIONSHIP'],
            request: { task, relationship: it.relationship },
            access: expectedAccess(it),
            notes: isAllowed && task === 'earn-incentive' ? ['if-incentives-apply'] : [],
          },
        ];
      }
    }
  });

  itHolds('every one × every level of access', 48 * 4, function* (): Iterable<Cell> {
    for (const it of cases) {
      for (const level of levels) {
        const steps = expectedRefusals(taskOf[level], it).map((reason) => taskRefusals[reason][1]);
        yield [[it, level], stepsToAccess(level, it.relationship), steps];
      }
    }
  });

  itHolds('every one before its time × every task', 8 * 21 * 8, function* (): Iterable<Cell> {
    for (const state of names(states)) {
      if (state === 'established') continue;
      for (const customer of Object.values(customers)) {
        for (const subscription of Object.values(subscriptions)) {
          const early = [
            ...(customer.associated ? ['customer.associated'] : []),
            ...(subscription.associated ? ['subscription.associated'] : []),
            ...(subscription.supportContact ? ['subscription.supportContact'] : []),
          ];
          if (early.length === 0) continue;
          const partnership = states[state];
          const relationship = { partnership, customer, subscription } as ResellerRelationship;
          const codes = early.map((path) => `relationship.${path} contradiction`);
          for (const task of tasks) {
            const found = codesOf(() => decideResellerTask(task, relationship));
            yield [[relationship, task], found, codes];
          }
        }
      }
    }
  });
});
