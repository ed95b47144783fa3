import {
  type Parsed,
  readCollection,
  readExchangeFigures,
  readExchangeResponse,
  readOrderTransactions,
  readPartnerRelationship,
  readPartnerSubscription,
  readReconciliationLine,
  readRefundFigures,
  readRefundResponse,
  readReservation,
  readReservationOrder,
  readReservationTransaction,
  readReservedInstance,
  readReturnedReservations,
  readSelfServeChange,
  readSelfServePolicy,
  readSoftwareEntitlement,
  readSoftwareOrder,
} from '../../src/interop/index.ts';

type Reader = (body: unknown, known?: never) => Parsed<unknown>;

/** Every reader of a body, by its name. */
export const readers: Readonly<Record<string, Reader>> = {
  readCollection,
  readExchangeFigures,
  readExchangeResponse,
  readOrderTransactions,
  readPartnerRelationship,
  readPartnerSubscription,
  readReconciliationLine,
  readRefundFigures,
  readRefundResponse,
  readReservation,
  readReservationOrder,
  readReservationTransaction,
  readReservedInstance,
  readReturnedReservations,
  readSelfServeChange,
  readSelfServePolicy,
  readSoftwareEntitlement,
  readSoftwareOrder,
};

/** The places that a reading which must fail complains of. */
export function complaints(parsed: Parsed<unknown>): string[] {
  if (parsed.ok) throw new Error('There are no issues.');
  return parsed.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
}

/** The facts of a reading that must succeed. */
export function factsOf<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new Error(parsed.issues.map(({ message }) => message).join('; '));
}
