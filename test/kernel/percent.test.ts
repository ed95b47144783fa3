import { describe, expect, it } from 'vitest';
import { percentOf } from '../../src/kernel/percent.ts';

describe('a share in per cent', () => {
  it.each([
    ['0', '0'],
    ['0.1', '10'],
    ['0.12', '12'],
    ['0.125', '12.5'],
    ['0.01', '1'],
    ['0.001', '0.1'],
    ['0.0001', '0.01'],
    ['0.10005', '10.005'],
    ['1', '100'],
    ['1.5', '150'],
    ['10', '1000'],
    ['100.001', '10000.1'],
  ])('%s is %s', (share, percent) => {
    expect(percentOf(share)).toBe(percent);
  });
});
