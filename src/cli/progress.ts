import { groupThousands } from './table.ts';

const WIDTH = 30;

/** One line that tells how far a run has come; `total` is in bytes, where it is known. */
export function progressLine(records: number, done: number, total: number | undefined): string {
  const count = `${groupThousands(String(records))} ${records === 1 ? 'record' : 'records'}`;
  if (total === undefined || total === 0) return count;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  return `[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${Math.floor(share * 100)} % ${count}`;
}
