import { type Issue, issue, missing, type Parsed } from '../../kernel/issue.ts';
import { type ResellerTaskRefusal, refusals } from '../../resellers/refusals.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { NextStep } from '../../vocabulary/next-steps.ts';
import { readBodyFields, wholeBody } from '../body/body-fields.ts';

/** The refusals of tasks that Microsoft's service has error codes for. */
export type ResellerErrorReason = Extract<
  ResellerTaskRefusal,
  'not-enrolled' | 'agreement-not-accepted' | 'provider-agreement-not-accepted' | 'wrong-partner-id'
>;

/** The Partner Center error codes for orders with an indirect reseller, by the refusal that they mean. */
export const resellerErrorCodes: { readonly [Reason in ResellerErrorReason]: number } =
  Object.freeze({
    'not-enrolled': 800016,
    'agreement-not-accepted': 900123,
    'provider-agreement-not-accepted': 900124,
    'wrong-partner-id': 2072,
  });

const reasons = Object.keys(resellerErrorCodes) as ResellerErrorReason[];

/** An error of Microsoft's service, as a refusal of this library. */
export interface ResellerError {
  readonly code: number;
  readonly reason: ResellerErrorReason;
  readonly clause: ClauseId;
  readonly nextStep: NextStep;
}

/**
 * Reads an error body of the Partner Center API that concerns an indirect reseller: what is missing, and
 * what to do. The code may be a number or its digits.
 *
 * @returns the refusal, or an issue if the code is missing or another one. Never throws.
 *
 * Clauses: the refusals that RSL-2, RSL-13 and RSL-14 name (`indirect-resellers` and later pages).
 *
 * @example
 * readResellerError({ code: 900123, description: 'Not accepted.' });
 * //=> { ok: true, value: { code: 900123, reason: 'agreement-not-accepted', clause: 'RSL-13', nextStep: 'have-the-reseller-accept-the-agreement' } }
 */
export function readResellerError(body: unknown): Parsed<ResellerError> {
  const issues: Issue[] = [];
  const { code } = readBodyFields(wholeBody(body), ['code'], issues);
  if (issues.length > 0) return { ok: false, issues };
  const reason = reasons.find((one) => isCode(resellerErrorCodes[one], code.value));
  if (reason === undefined) {
    const expected = `one of the error codes ${Object.values(resellerErrorCodes).join(', ')}`;
    issues.push(issue(code.path, missing(code.value, 'unknown-value'), expected, code.value));
    return { ok: false, issues };
  }
  const { clause, nextStep } = refusals[reason];
  const value = { code: resellerErrorCodes[reason], reason, clause: clause as ClauseId, nextStep };
  return { ok: true, value };
}

function isCode(code: number, given: unknown): boolean {
  return given === code || given === String(code);
}
