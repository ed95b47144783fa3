import type { Issue, Parsed } from '../../kernel/issue.ts';
import type { RefundRequest, RefundRequestInput } from '../../reservations/facts/request.ts';
import { readBodyFields, readOnly, wholeBody } from '../body/body-fields.ts';
import { checkLive, stateNames } from '../body/states.ts';
import { complete, type Known } from './known-facts.ts';
import { readRefund } from './rule-facts.ts';

/**
 * Reads the facts of a cancellation from the reserved instances of an entitlement, as the Partner Center
 * API responds to the link of the entitlement's artifact. It states `purchasedOn`, the UTC day of
 * `effectiveDateTime`, and no price; the caller passes the rest as `known`: `paid`, `currency`, `term`,
 * `canceledOn`, `used`. A state in which nothing is left to return, such as `Cancelled`, is an issue, as is
 * an unknown one.
 *
 * @returns the canonical request, which `quoteRefund` takes, or every issue: below `known` for a fact
 * that is missing; anything except one reservation is an issue too. Never throws.
 *
 * Clauses: the facts that RES-1 to RES-8 need; interpretations R-DAYS, R-PRORATE.
 *
 * @example
 * const artifact = {
 *   type: 'virtual_machine_reserved_instance',
 *   virtualMachineReservations: [{ effectiveDateTime: '2025-01-01T18:15:24.6724884Z' }],
 * };
 * readReservedInstance(artifact, {
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', canceledOn: '2025-01-07', used: false,
 * });
 * //=> { ok: true, value: { paid: '12000.00', …, purchasedOn: '2025-01-01', … } }
 */
export function readReservedInstance(
  artifact: unknown,
  known?: Known<RefundRequestInput>,
): Parsed<RefundRequest> {
  const issues: Issue[] = [];
  const { virtualMachineReservations: reservations } = readBodyFields(
    wholeBody(artifact),
    ['virtualMachineReservations'],
    issues,
  );
  const reservation = readOnly(reservations, 'one reservation', issues);
  if (reservation === undefined) return complete({}, known, issues, readRefund);
  const { effectiveDateTime, ...states } = readBodyFields(
    reservation,
    ['effectiveDateTime', ...stateNames],
    issues,
  );
  checkLive(states, issues);
  return complete({ purchasedOn: effectiveDateTime }, known, issues, readRefund);
}
