import { expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';

it.each([
  [0, 0, 0, '0 records'],
  [1, 5, 0, '1 record'],
  [1_234_567, 5, 0, '1,234,567 records'],
  [10, 0, 100, `[${' '.repeat(30)}] 0 % 10 records`],
  [10, 50, 100, `[${'#'.repeat(15)}${' '.repeat(15)}] 50 % 10 records`],
  [10, 99, 100, `[${'#'.repeat(30)}] 99 % 10 records`],
  [10, 101, 100, `[${'#'.repeat(30)}] 100 % 10 records`],
])('after %i records and %i of %s bytes', (records, done, total, line) => {
  expect(progressLine(records, done, total)).toBe(line);
});
