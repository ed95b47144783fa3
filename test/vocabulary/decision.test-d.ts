import { describe, expectTypeOf, it } from 'vitest';
import type { Clause, ClauseId } from '../../src/vocabulary/clauses.ts';
import type { Allowed, Decision, Denied, Obstacle } from '../../src/vocabulary/decision.ts';
import { deny } from '../../src/vocabulary/decision.ts';
import type { InterpretationId } from '../../src/vocabulary/interpretations.ts';
import type { NextStep } from '../../src/vocabulary/next-steps.ts';

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

  it('names its clauses and interpretations either way', () => {
    expectTypeOf(decision.because).toEqualTypeOf<readonly ClauseId[]>();
    expectTypeOf(decision.interpretations).toEqualTypeOf<readonly InterpretationId[]>();
  });

  it('is decided', () => {
    expectTypeOf<{
      allowed: boolean;
      because: readonly ClauseId[];
      interpretations: readonly InterpretationId[];
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
    decision.interpretations[0] = 'R-DAYS';
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
      interpretations: InterpretationId[];
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
      { reason: 'term-ended', clause: 'RES-99', nextStep: 'keep-until-term-end' },
    ]);
    deny([
      // @ts-expect-error: no such step
      { reason: 'term-ended', clause: 'RES-8', nextStep: 'give-up' },
    ]);
    deny([
      {
        reason: 'term-ended',
        clause: 'RES-8',
        // @ts-expect-error: no such interpretation
        interpretation: 'R-X',
        nextStep: 'keep-until-term-end',
      },
    ]);
    expectTypeOf<Omit<Obstacle<Reason>, 'clause'>>().not.toExtend<Obstacle<Reason>>();
    expectTypeOf<Omit<Obstacle<Reason>, 'nextStep'>>().not.toExtend<Obstacle<Reason>>();
  });

  it('may do without an interpretation', () => {
    expectTypeOf<Omit<Obstacle<Reason>, 'interpretation'>>().toExtend<Obstacle<Reason>>();
    expectTypeOf<Obstacle<Reason>['interpretation']>().toEqualTypeOf<
      InterpretationId | undefined
    >();
  });
});

describe('clauses, interpretations and steps', () => {
  it('are closed', () => {
    expectTypeOf<string>().not.toExtend<ClauseId>();
    expectTypeOf<string>().not.toExtend<InterpretationId>();
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
