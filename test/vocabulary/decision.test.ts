import { describe, expect, it } from 'vitest';
import { deny, type Obstacle } from '../../src/vocabulary/decision.ts';

type Reason = 'term-ended' | 'not-returnable';

const ENDED: Obstacle<Reason> = {
  reason: 'term-ended',
  clause: 'RES-8',
  interpretation: 'R-ENDED',
  nextStep: 'nothing-left-to-return',
};

const NOT_RETURNABLE: Obstacle<Reason> = {
  reason: 'not-returnable',
  clause: 'RES-11',
  nextStep: 'keep-until-term-end',
};

describe('deny', () => {
  it('names the reason, the clause and the interpretation of its one obstacle', () => {
    expect(deny([ENDED])).toEqual({
      allowed: false,
      reason: 'term-ended',
      obstacles: [ENDED],
      because: ['RES-8'],
      interpretations: ['R-ENDED'],
    });
  });

  it('lists no interpretation if there is none', () => {
    expect(deny([NOT_RETURNABLE]).interpretations).toEqual([]);
    expect(deny([{ ...NOT_RETURNABLE, interpretation: undefined }]).interpretations).toEqual([]);
  });

  it('has the reason of the first obstacle and keeps all in order', () => {
    expect(deny([NOT_RETURNABLE, ENDED])).toEqual({
      allowed: false,
      reason: 'not-returnable',
      obstacles: [NOT_RETURNABLE, ENDED],
      because: ['RES-11', 'RES-8'],
      interpretations: ['R-ENDED'],
    });
    expect(deny([ENDED, NOT_RETURNABLE]).reason).toBe('term-ended');
  });

  it('names each clause and each interpretation once', () => {
    const denied = deny([
      ENDED,
      { ...ENDED, interpretation: 'R-DAYS' },
      { ...NOT_RETURNABLE, interpretation: 'R-ENDED' },
      NOT_RETURNABLE,
    ]);
    expect(denied.because).toEqual(['RES-8', 'RES-11']);
    expect(denied.interpretations).toEqual(['R-ENDED', 'R-DAYS']);
    expect(denied.obstacles).toHaveLength(4);
  });
});
