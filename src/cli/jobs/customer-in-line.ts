import { namesIn } from '../../reservations/ledger/create-settlement.ts';
import { readLine } from '../io/answer-line.ts';
import type { Line } from '../io/lines.ts';

const KEY = '"customerId"';
const START = `${KEY}:"`;

/**
 * Returns the customer of the record on a line; an empty text if the record names none. A line is parsed only if it has
 * escapes, or its key more than once: parsing takes much longer.
 */
export function customerInLine(line: Line): string {
  if (typeof line !== 'string') return '';
  const start = line.indexOf(START) + START.length;
  const isPlain = start >= START.length && !line.includes('\\') && line.indexOf(KEY, start) < 0;
  if (isPlain && line.indexOf(KEY) === start - START.length) {
    return line.slice(start, line.indexOf('"', start));
  }
  const read = readLine(line);
  return ('record' in read ? namesIn(read.record).customerId : undefined) ?? '';
}

/** The position of the thread that answers for a customer. */
export function threadOf(customer: string, threads: number): number {
  // FNV-1a spreads even names that differ in one digit.
  let hash = 0x811c9dc5;
  for (let at = 0; at < customer.length; at += 1) {
    hash = Math.imul(hash ^ customer.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % threads;
}
