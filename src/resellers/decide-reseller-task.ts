import { InputError, type Issue } from '../kernel/issue.ts';
import type { Allowed, Denied } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import { accessOf, clausesGiving, reasonsAgainst } from './access.ts';
import { readRelationship, readTask } from './read-relationship.ts';
import { refuse } from './refuse.ts';
import type { ResellerRelationship, ResellerTaskRefusal } from './relationship.ts';
import { needs, type ResellerAccess, type ResellerTask } from './reseller-tasks.ts';

/** The note on an allowed task: incentives are earned only if the subscription has any. */
export type ResellerNote = 'if-incentives-apply';

/** A task and the relationship that it needs, in canonical form. */
export interface ResellerTaskRequest {
  readonly task: ResellerTask;
  /** The reseller's relationship. */
  readonly relationship: ResellerRelationship;
}

interface ResellerTaskFacts {
  readonly kind: 'reseller-task';
  /** The facts in canonical form. */
  readonly request: ResellerTaskRequest;
  /** Every level of access that the relationship gives, for any task. */
  readonly access: readonly ResellerAccess[];
}

export interface AllowedResellerTask extends Allowed, ResellerTaskFacts {
  readonly notes: readonly ResellerNote[];
}

export interface DeniedResellerTask extends Denied<ResellerTaskRefusal>, ResellerTaskFacts {
  readonly notes: readonly [];
}

/** A decision on a task, and the reseller's access. */
export type ResellerTaskDecision = AllowedResellerTask | DeniedResellerTask;

/**
 * Decides whether a provider can do a task for an indirect reseller, or the reseller for a customer.
 * Only their relationship counts, because the document names no roles.
 *
 * The tasks of the provider (`add-customer`, `submit-order`, `associate-with-subscription`,
 * `name-as-support-contact`) need an established partnership. Those of the reseller
 * (`manage-customer-account`, `manage-subscription`, `earn-incentive`, `handle-support`) also need
 * the access that the provider granted. A refusal lists everything that is missing, each with its
 * next step, in the order in which the steps can be taken.
 *
 * @throws InputError with every issue, if the task is unknown or the relationship is malformed or
 * contradicts itself.
 *
 * Clauses: RSL-2 to RSL-8 (`indirect-resellers`, Connect with indirect resellers, step 4 and table);
 * interpretation R-RELATIONSHIP.
 *
 * @example
 * const decision = decideResellerTask('earn-incentive', {
 *   partnership: { enrolled: true, hasAccount: true, stage: 'established' },
 *   customer: { associated: true, azure: false },
 *   subscription: { associated: false, supportContact: false },
 * });
 * decision.allowed; //=> false
 * decision.because; //=> ['RSL-7']
 * decision.access; //=> ['customer-account', 'subscription']
 */
export function decideResellerTask(
  task: ResellerTask,
  relationship: ResellerRelationship,
): ResellerTaskDecision {
  const issues: Issue[] = [];
  const asked = readTask(task, issues);
  const facts = readRelationship(relationship, issues);
  if (facts === undefined || issues.length > 0) throw new InputError(issues);

  const request: ResellerTaskRequest = { task: asked, relationship: facts };
  const need = needs[asked];
  const access = accessOf(facts);
  const clauses = clausesGiving(need, facts);
  const interpretations: readonly InterpretationId[] = ['R-RELATIONSHIP'];
  const denied = refuse(reasonsAgainst(need, facts), clauses, interpretations);
  if (denied !== undefined) {
    const { reason, obstacles, because } = denied;
    return {
      kind: 'reseller-task',
      allowed: false,
      reason,
      obstacles,
      because,
      interpretations,
      access,
      notes: [],
      request,
    };
  }
  return {
    kind: 'reseller-task',
    allowed: true,
    because: ['RSL-2', 'RSL-3', ...clauses],
    interpretations,
    access,
    notes: asked === 'earn-incentive' ? ['if-incentives-apply'] : [],
    request,
  };
}
