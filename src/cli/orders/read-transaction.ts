import {
  type ReservationTransaction,
  readReservationTransaction,
  transactionFields,
  transactionOf,
} from '../../interop/exports/read-reservation-transaction.ts';
import type { Parsed } from '../../kernel/issue.ts';

const paths = Object.fromEntries(transactionFields.map((name) => [name, [name]]));

/** Reads a transaction. The rows of a table need none of the care that a body does, which takes most of the time. */
export function readTransaction(
  value: unknown,
  isRow: boolean | undefined,
): Parsed<ReservationTransaction> {
  if (isRow !== true) return readReservationTransaction(value);
  return transactionOf(value as object, (name) => paths[name] as readonly string[], []);
}
