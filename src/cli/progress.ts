import { groupThousands } from './table.ts';

const WIDTH = 30;

/** One line that tells how far a run has come; both sizes are in bytes, `total` is 0 where it is not known. */
export function progressLine(records: number, done: number, total: number): string {
  const count = `${groupThousands(String(records))} ${records === 1 ? 'record' : 'records'}`;
  if (total === 0) return count;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  return `[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${Math.floor(share * 100)} % ${count}`;
}
