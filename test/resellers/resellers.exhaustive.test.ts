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
  isRemoved,
  levels,
  names,
  type StateName,
  states,
  subscriptions,
  taskOf,
  taskRefusals,
  tasks,
  transactions,
} from './document.ts';
import { codesOf } from './hostile.ts';

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** The clauses of an event that is taken. */
const eventClauses = {
  enroll: ['RSL-2'],
  'open-account': ['RSL-2'],
  'send-request': ['RSL-3', 'RSL-16'],
  'send-request without its link': [],
  'accept-request': ['RSL-2', 'RSL-3'],
  'remove-partnership': ['RSL-15'],
} as const;

const withoutReading = ['enroll', 'open-account', 'remove-partnership'];

const table = new Map(cells.map(([state, event, cell]) => [`${state}, ${event}`, cell]));

/** The whole answer, by the table. */
function answerOf(state: StateName, event: EventName): object {
  const cell = table.get(`${state}, ${event}`);
  const interpretations = withoutReading.includes(event) ? [] : ['R-ACCEPT'];
  const kind = 'partnership';
  const request = { state: states[state], event: events[event] };
  if (typeof cell === 'string') {
    const because = eventClauses[event];
    const effects =
      event === 'remove-partnership'
        ? ['customers-stay', 'delegated-administration-stays', 'nobody-notified']
        : [];
    const notes = event === 'send-request' ? ['address-needed'] : [];
    const next = states[cell];
    return { kind, allowed: true, because, interpretations, next, effects, notes, request };
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
    effects: [],
    notes: [],
  };
}

describe('a partnership', () => {
  itHolds('every state × every event', 11 * 6, function* (): Iterable<Cell> {
    for (const state of names(states)) {
      for (const event of names(events)) {
        const answer = advancePartnership(states[state], events[event]);
        yield [[state, event], answer, answerOf(state, event)];
      }
    }
  });

  itHolds('every state × four events on end', 11 * 6 ** 4, function* (): Iterable<Cell> {
    let sequences: EventName[][] = [[]];
    for (let length = 1; length <= 4; length += 1) {
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

  itHolds('that cannot be × every event', 3 * 6, function* (): Iterable<Cell> {
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
  itHolds('every one × every task', 96 * 8, function* (): Iterable<Cell> {
    for (const it of cases) {
      for (const task of tasks) {
        const refusals = expectedRefusals(task, it);
        const obstacles = refusals.map((reason) => {
          const [clause, nextStep] = taskRefusals[reason];
          return { reason, clause, nextStep };
        });
        const grants = [
          ...expectedGrants(task, it),
          ...(isRemoved(it.state) ? ['RSL-15'] : []),
          ...(task === 'submit-order' ? ['RSL-17'] : []),
        ];
        const isAllowed = obstacles.length === 0;
        const clauses = obstacles.map(({ clause }) => clause);
        yield [
          [it.state, it.customer, it.subscription, task],
          decideResellerTask(task, it.relationship),
          {
            kind: 'reseller-task',
            allowed: isAllowed,
            ...(!isAllowed && { reason: refusals[0], obstacles }),
            because: isAllowed
              ? [...(isRemoved(it.state) ? [] : ['RSL-2', 'RSL-3']), ...grants]
              : unique([...clauses, ...grants]),
            interpretations: ['R-RELATIONSHIP'],
            request: { task, relationship: it.relationship },
            access: expectedAccess(it),
            notes: isAllowed
              ? [
                  ...(task === 'earn-incentive' ? ['if-incentives-apply'] : []),
                  ...(task === 'submit-order' ? ['order-needs-licenses'] : []),
                  ...(transactions.includes(task) ? ['agreement-not-checked'] : []),
                ]
              : [],
          },
        ];
      }
    }
  });

  itHolds('every one × every level of access', 96 * 4, function* (): Iterable<Cell> {
    for (const it of cases) {
      for (const level of levels) {
        const steps = expectedRefusals(taskOf[level], it).map((reason) => taskRefusals[reason][1]);
        yield [[it, level], stepsToAccess(level, it.relationship), steps];
      }
    }
  });

  itHolds('every one before its time × every task', 8 * 21 * 8, function* (): Iterable<Cell> {
    for (const state of names(states)) {
      if (state === 'established' || isRemoved(state)) continue;
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

describe('the agreement', () => {
  const yesNo = [true, false];
  const days = ['2020-01-31', '2020-02-01', '2020-02-02', undefined];
  const missing = ['relationship.agreement missing-field'];

  itHolds(
    'every one × every task × the days around its month',
    4 * 8 * 9,
    function* (): Iterable<Cell> {
      const agreements = [
        undefined,
        ...yesNo.flatMap((provider) =>
          yesNo.flatMap((reseller) =>
            yesNo.map((locationPartnerId) => ({ provider, reseller, locationPartnerId })),
          ),
        ),
      ];
      const all = { state: 'established', customer: 'CzT', subscription: 'SP' } as const;
      const found = cases.find(
        (it) => it.state === all.state && it.customer === all.customer && it.subscription === 'SP',
      );
      for (const asOf of days) {
        for (const task of tasks) {
          const counts = transactions.includes(task) && asOf !== '2020-01-31';
          for (const agreement of agreements) {
            const relationship = { ...found?.relationship, agreement } as ResellerRelationship;
            const facts = [asOf, task, agreement];
            const ask = () => decideResellerTask(task, relationship, { asOf });
            if (agreement === undefined && counts && asOf !== undefined) {
              yield [facts, codesOf(ask), missing];
              continue;
            }
            const answer = ask();
            const reasons = answer.allowed ? [] : answer.obstacles.map(({ reason }) => reason);
            const expected =
              agreement === undefined || !counts
                ? []
                : [
                    ...(agreement.provider ? [] : ['provider-agreement-not-accepted']),
                    ...(agreement.reseller ? [] : ['agreement-not-accepted']),
                    ...(agreement.locationPartnerId ? [] : ['wrong-partner-id']),
                  ];
            const cites = answer.because.includes('RSL-13') && answer.because.includes('RSL-14');
            const isOpen = (answer.notes as readonly string[]).includes('agreement-not-checked');
            yield [
              facts,
              [reasons, cites, isOpen, answer.request.asOf],
              [
                expected,
                counts && agreement !== undefined,
                counts && agreement === undefined,
                asOf,
              ],
            ];
          }
        }
      }
    },
  );

  itHolds('the removal on the days around its page', 3, function* (): Iterable<Cell> {
    for (const [asOf, allowed] of [
      ['2020-07-02', false],
      ['2020-07-03', true],
      ['2020-07-04', true],
    ] as const) {
      const event = { kind: 'remove-partnership' } as const;
      const answer = advancePartnership(states.established, event, { asOf });
      yield [asOf, [answer.allowed, answer.request.asOf], [allowed, asOf]];
    }
  });
});
