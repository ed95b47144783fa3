import { describe, expectTypeOf, it } from 'vitest';
import type { Clause, ClauseId, ReadingId } from '../../src/kernel/clause.ts';
import type { Allowed, Decision, Denied, NextStep, Obstacle } from '../../src/kernel/decision.ts';
import { deny } from '../../src/kernel/decision.ts';

type Reason = 'term-ended' | 'not-returnable';

declare const decision: Decision<Reason>;
declare const denied: Denied<Reason>;
declare const obstacle: Obstacle<Reason>;

describe('a decision', () => {
  it('has a reason only where it is no', () => {
    // @ts-expect-error: perhaps it is a yes
    decision.reason;
    // @ts-expect-error: perhaps it is a yes
    decision.obstacles;
    if (decision.allowed) {
      expectTypeOf(decision).toEqualTypeOf<Allowed>();
      // @ts-expect-error: a yes has no reason
      decision.reason;
    } else {
      expectTypeOf(decision.reason).toEqualTypeOf<Reason>();
    }
  });

  it('names its clauses and readings either way', () => {
    expectTypeOf(decision.because).toEqualTypeOf<readonly ClauseId[]>();
    expectTypeOf(decision.readings).toEqualTypeOf<readonly ReadingId[]>();
  });

  it('is decided', () => {
    expectTypeOf<{
      allowed: boolean;
      because: readonly ClauseId[];
      readings: readonly ReadingId[];
    }>().not.toExtend<Decision<Reason>>();
  });

  it('knows its reasons', () => {
    // @ts-expect-error: no such reason
    if (denied.reason === 'rainy-day') return;
    expectTypeOf<Denied<'rainy-day'>>().not.toExtend<Denied<Reason>>();
  });

  it('cannot be changed', () => {
    // @ts-expect-error: read only
    decision.allowed = true;
    // @ts-expect-error: read only
    decision.because = [];
    // @ts-expect-error: read only
    decision.because.push('RES-1');
    // @ts-expect-error: read only
    decision.readings[0] = 'R-DAYS';
    // @ts-expect-error: read only
    denied.reason = 'term-ended';
    // @ts-expect-error: read only
    denied.obstacles.pop();
    // @ts-expect-error: read only
    denied.obstacles[0].nextStep = 'wait-for-limit';
  });
});

describe('a denial', () => {
  it('has at least one obstacle', () => {
    expectTypeOf(denied.obstacles[0]).toEqualTypeOf<Obstacle<Reason>>();
    // @ts-expect-error: no obstacle
    deny<Reason>([]);
    expectTypeOf<{
      allowed: false;
      reason: Reason;
      obstacles: [];
      because: ClauseId[];
      readings: ReadingId[];
    }>().not.toExtend<Denied<Reason>>();
    expectTypeOf<Omit<Denied<Reason>, 'obstacles'>>().not.toExtend<Denied<Reason>>();
  });

  it('has the reasons of its obstacles', () => {
    expectTypeOf(deny([obstacle])).toEqualTypeOf<Denied<Reason>>();
  });
});

describe('an obstacle', () => {
  it('names a clause, and a step that are known', () => {
    deny([
      // @ts-expect-error: no such clause
      { reason: 'term-ended', clause: 'RES-99', nextStep: 'keep-to-term-end' },
    ]);
    deny([
      // @ts-expect-error: no such step
      { reason: 'term-ended', clause: 'RES-8', nextStep: 'give-up' },
    ]);
    deny([
      // @ts-expect-error: no such reading
      { reason: 'term-ended', clause: 'RES-8', reading: 'R-X', nextStep: 'keep-to-term-end' },
    ]);
    expectTypeOf<Omit<Obstacle<Reason>, 'clause'>>().not.toExtend<Obstacle<Reason>>();
    expectTypeOf<Omit<Obstacle<Reason>, 'nextStep'>>().not.toExtend<Obstacle<Reason>>();
  });

  it('may do without a reading', () => {
    expectTypeOf<Omit<Obstacle<Reason>, 'reading'>>().toExtend<Obstacle<Reason>>();
    expectTypeOf<Obstacle<Reason>['reading']>().toEqualTypeOf<ReadingId | undefined>();
  });
});

describe('clauses, readings and steps', () => {
  it('are closed', () => {
    expectTypeOf<string>().not.toExtend<ClauseId>();
    expectTypeOf<string>().not.toExtend<ReadingId>();
    expectTypeOf<string>().not.toExtend<NextStep>();
    expectTypeOf<string>().not.toExtend<Clause['document']>();
    expectTypeOf<'RES-0'>().not.toExtend<ClauseId>();
    expectTypeOf<'RES-1'>().toExtend<ClauseId>();
  });

  it('cannot be changed', () => {
    const clause = {} as Clause;
    // @ts-expect-error: read only
    clause.statement = '';
  });
});
