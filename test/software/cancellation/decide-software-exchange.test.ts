import { describe, expect, it } from 'vitest';
import { decideSoftwareExchange } from '../../../src/software/index.ts';
import { vandalise } from '../../reservations/deep.ts';

describe('decideSoftwareExchange', () => {
  it.each(['suse-linux-plan', 'red-hat-plan'] as const)('bars %s from it', (kind) => {
    expect(decideSoftwareExchange({ kind })).toStrictEqual({
      kind: 'software-exchange',
      allowed: false,
      reason: 'not-exchangeable',
      obstacles: [{ reason: 'not-exchangeable', clause: 'SOF-3', nextStep: 'keep-the-software' }],
      because: ['SOF-3'],
      interpretations: [],
      request: { kind },
    });
  });

  it.each(['perpetual', 'subscription'] as const)('finds none for %s', (kind) => {
    expect(decideSoftwareExchange({ kind })).toStrictEqual({
      kind: 'software-exchange',
      allowed: false,
      reason: 'no-exchange-rule',
      obstacles: [
        { reason: 'no-exchange-rule', clause: 'SOF-1', nextStep: 'cancel-and-buy-again' },
      ],
      because: ['SOF-1'],
      interpretations: [],
      request: { kind },
    });
  });

  it('returns plain JSON answers that share nothing', () => {
    const before = decideSoftwareExchange({ kind: 'perpetual' });
    expect(JSON.parse(JSON.stringify(before))).toStrictEqual(before);
    vandalise(decideSoftwareExchange({ kind: 'perpetual' }));
    expect(decideSoftwareExchange({ kind: 'perpetual' })).toEqual(before);
  });
});
