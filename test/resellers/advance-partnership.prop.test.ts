import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  advancePartnership,
  decideResellerTask,
  isInputError,
  noPartnership,
  type Partnership,
  type PartnershipEvent,
} from '../../src/resellers/index.ts';
import { events, names, providerTasks, states } from './document.ts';

const someEvent = fc.constantFrom(...names(events)).map((name): PartnershipEvent => events[name]);
const someState = fc.constantFrom(...names(states)).map((name): Partnership => states[name]);
const someEvents = fc.array(someEvent, { maxLength: 30 });
/** Without a removal, after which a partnership begins anew. */
const someUnendingEvents = fc.array(
  someEvent.filter(({ kind }) => kind !== 'remove-partnership'),
  { maxLength: 30 },
);

const stateAfter = (state: Partnership, happened: readonly PartnershipEvent[]): Partnership =>
  happened.reduce((now, event) => advancePartnership(now, event).next, state);

describe('a partnership', () => {
  test.prop([someUnendingEvents])('once established stays until it is removed', (happened) => {
    expect(stateAfter(states.established, happened)).toEqual(states.established);
  });

  test.prop([someState, someUnendingEvents])(
    'loses nothing until it is removed',
    (state, happened) => {
      const next = stateAfter(state, happened);
      const stages = ['none', 'requested', 'established'];
      expect(Number(next.enrolled)).toBeGreaterThanOrEqual(Number(state.enrolled));
      expect(Number(next.hasAccount)).toBeGreaterThanOrEqual(Number(state.hasAccount));
      expect(stages.indexOf(next.stage)).toBeGreaterThanOrEqual(stages.indexOf(state.stage));
    },
  );

  test.prop([someUnendingEvents])(
    'is established by accepting a request that was sent, and by nothing else',
    (happened) => {
      const first = (event: PartnershipEvent): number => {
        const at = happened.indexOf(event);
        return at === -1 ? Number.POSITIVE_INFINITY : at;
      };
      const ready = Math.max(
        ...names(events)
          .slice(0, 3)
          .map((name) => first(events[name])),
      );
      const isAccepted = happened.lastIndexOf(events['accept-request']) > ready;
      expect(stateAfter(noPartnership, happened).stage === 'established').toBe(isAccepted);
    },
  );

  test.prop([someEvents])('allows no transaction before it is accepted', (happened) => {
    const partnership = stateAfter(noPartnership, happened);
    const customer = { associated: false, azure: false } as const;
    const subscription = { associated: false, supportContact: false } as const;
    for (const task of providerTasks) {
      const decision = decideResellerTask(task, { partnership, customer, subscription });
      expect(decision.allowed).toBe(partnership.stage === 'established');
    }
  });

  test.prop([someState, someEvent])('does not change when an event is repeated', (state, event) => {
    const once = stateAfter(state, [event]);
    expect(stateAfter(once, [event])).toEqual(once);
  });

  test.prop([someState, someEvent])('does not change when an event is refused', (state, event) => {
    const decision = advancePartnership(state, event);
    if (!decision.allowed) expect(decision.next).toEqual(state);
  });

  test.prop([fc.string({ unit: 'binary' }), fc.string(), fc.webUrl()])(
    'is requested by any text around the link',
    (head, tail, link) => {
      const text = `${head} ${link}. ${tail}`;
      expect(advancePartnership(noPartnership, { kind: 'send-request', text, link }).allowed).toBe(
        true,
      );
    },
  );
});

describe('anything at all', () => {
  const someField = fc.oneof(fc.boolean(), fc.constantFrom('none', 'established'), fc.anything());
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    fc.record({ enrolled: someField, hasAccount: someField, stage: someField }),
    fc.record({ kind: fc.constantFrom('enroll', 'send-request'), text: fc.anything() }),
    someState,
    someEvent,
  );

  test.prop([anything, anything])('is answered, or is an InputError', (state, event) => {
    try {
      const { next } = advancePartnership(state as Partnership, event as PartnershipEvent);
      expect(Object.values(states)).toContainEqual(next);
    } catch (error) {
      expect(isInputError(error)).toBe(true);
    }
  });
});
