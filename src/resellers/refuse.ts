import type { ClauseId, ReadingId } from '../kernel/clause.ts';
import { type Denied, deny, type Obstacle } from '../kernel/decision.ts';
import type { PartnershipRefusal } from './partnership.ts';
import type { ResellerTaskRefusal } from './relationship.ts';
import { refusals } from './reseller-tasks.ts';

/** Denies for every given reason, or gives `undefined` where there is none. */
export function refuse<Reason extends PartnershipRefusal | ResellerTaskRefusal>(
  reasons: readonly Reason[],
  clauses: readonly ClauseId[],
  readings: readonly ReadingId[],
): Denied<Reason> | undefined {
  const [first, ...others] = reasons.map((reason): Obstacle<Reason> => {
    const [clause, nextStep] = refusals[reason];
    return { reason, clause, nextStep };
  });
  return first === undefined ? undefined : deny([first, ...others], clauses, readings);
}
