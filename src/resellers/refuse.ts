import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Denied, deny } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import { obstacleOf } from '../vocabulary/refusal.ts';
import { type PartnershipRefusal, type ResellerTaskRefusal, refusals } from './refusals.ts';

/** Creates a refusal for the given reasons; `undefined` if there are none. */
export function refuse<Reason extends PartnershipRefusal | ResellerTaskRefusal>(
  reasons: readonly Reason[],
  clauses: readonly ClauseId[],
  interpretations: readonly InterpretationId[],
): Denied<Reason> | undefined {
  const [first, ...others] = reasons.map((reason) => obstacleOf(refusals, reason, undefined));
  return first === undefined
    ? undefined
    : (deny([first, ...others], clauses, interpretations) as Denied<Reason>);
}
