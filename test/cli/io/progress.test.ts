import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Progress, progressLine } from '../../../src/cli/io/progress.ts';

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

/** What a terminal is shown of records that are answered at these times after the beginning, one each. */
function shownAt(...times: readonly number[]): string {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(5_000);
  onTestFinished(() => clock.mockRestore());
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  const progress = new Progress({ stdout: new PassThrough(), stderr }, 0);
  times.forEach((time, at) => {
    clock.mockReturnValue(5_000 + time);
    progress.show(at + 1, 1);
  });
  progress.clear();
  return String(stderr.read() ?? '');
}

it.each([
  [[999], ''],
  [[1_000], '\r\u001b[K1 record\r\u001b[K'],
  [[999, 1_000, 1_199, 1_200], '\r\u001b[K2 records\r\u001b[K4 records\r\u001b[K'],
  [[3_000, 3_199, 3_250, 3_449], '\r\u001b[K1 record\r\u001b[K3 records\r\u001b[K'],
])('is shown after a second, and then five times a second at most: after %j ms', (times, shown) => {
  expect(shownAt(...times)).toBe(shown);
});
