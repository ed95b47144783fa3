import { InputError, type Issue, issue } from '../kernel/issue.ts';
import { ownField } from '../kernel/read.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import type { Allowed, Denied } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import { accessOf, clausesGiving, reasonsAgainst } from './access.ts';
import type { ResellerOptions } from './advance-partnership.ts';
import { readDayOption, readRelationship, readTask } from './read-relationship.ts';
import type { ResellerTaskRefusal } from './refusals.ts';
import { refuse } from './refuse.ts';
import type { ResellerAgreement, ResellerRelationship } from './relationship.ts';
import {
  AGREEMENT_FROM,
  needs,
  type ResellerAccess,
  type ResellerTask,
  transactions,
} from './reseller-tasks.ts';

/** A note on an allowed task. */
export type ResellerNote =
  /** Incentives are earned only if the subscription has any. */
  | 'if-incentives-apply'
  /** An order needs subscriptions and the number of licenses. */
  | 'order-needs-licenses'
  /** Nothing was given of the agreement that transactions need since 2020-02. */
  | 'agreement-not-checked';

/** A task and the relationship that it needs, in canonical form. */
export interface ResellerTaskRequest {
  readonly task: ResellerTask;
  /** The reseller's relationship. */
  readonly relationship: ResellerRelationship;
  /** A UTC day as `YYYY-MM-DD`, if one was given. */
  readonly asOf?: string | undefined;
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
 * the access that the provider granted, which outlives a removed partnership. A refusal lists everything
 * that is missing, each with its next step, in the order in which the steps can be taken.
 *
 * Since February 2020 adding customers, submitting orders and associating resellers also need the accepted
 * Microsoft Partner Agreement and the PartnerID of the location account (`agreement`). Without it and
 * without a day, a note states that this was not checked.
 *
 * @throws InputError with every issue, if the task is unknown, the relationship is malformed or
 * contradicts itself, the day is malformed, or `agreement` is missing although the day and task need it.
 *
 * Clauses: RSL-2 to RSL-8 (`indirect-resellers`, Connect with indirect resellers, step 4 and table),
 * RSL-17 (Add new customers, step 3), RSL-13 to RSL-15 (later pages); interpretation R-RELATIONSHIP.
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
  options?: ResellerOptions,
): ResellerTaskDecision {
  const issues: Issue[] = [];
  const asked = readTask(task, issues);
  const facts = readRelationship(relationship, issues);
  const asOf = readDayOption(options, issues);
  const needsAgreement = transactions.has(asked) && (asOf === undefined || asOf >= AGREEMENT_FROM);
  const agreement = facts && ownField(facts, 'agreement');
  if (needsAgreement && asOf !== undefined && facts !== undefined && agreement === undefined) {
    const path = ['relationship', 'agreement'];
    issues.push(
      issue(path, 'missing-field', 'the facts of the Microsoft Partner Agreement', undefined),
    );
  }
  if (facts === undefined || issues.length > 0) throw new InputError(issues);

  const question = { task: asked, relationship: facts };
  const request: ResellerTaskRequest = asOf === undefined ? question : { ...question, asOf };
  const need = needs[asked];
  const access = accessOf(facts);
  const isRemoved = ownField(facts.partnership, 'removed') === true;
  const counted = needsAgreement ? agreement : undefined;
  const clauses: readonly ClauseId[] = [
    ...clausesGiving(need, facts),
    ...(isRemoved ? (['RSL-15'] as const) : []),
    ...(counted === undefined ? [] : (['RSL-13', 'RSL-14'] as const)),
    ...(asked === 'submit-order' ? (['RSL-17'] as const) : []),
  ];
  const interpretations: readonly InterpretationId[] = ['R-RELATIONSHIP'];
  const reasons = [...reasonsAgainst(need, facts), ...reasonsOfAgreement(counted)];
  const denied = refuse(reasons, clauses, interpretations);
  if (denied !== undefined) {
    return { ...denied, kind: 'reseller-task', access, notes: [], request };
  }
  return {
    kind: 'reseller-task',
    allowed: true,
    because: isRemoved ? clauses : ['RSL-2', 'RSL-3', ...clauses],
    interpretations,
    access,
    notes: notesOn(asked, needsAgreement && agreement === undefined),
    request,
  };
}

/** RSL-13, RSL-14 */
function reasonsOfAgreement(agreement: ResellerAgreement | undefined): ResellerTaskRefusal[] {
  if (agreement === undefined) return [];
  const reasons: ResellerTaskRefusal[] = [];
  if (!agreement.provider) reasons.push('provider-agreement-not-accepted');
  if (!agreement.reseller) reasons.push('agreement-not-accepted');
  if (!agreement.locationPartnerId) reasons.push('wrong-partner-id');
  return reasons;
}

function notesOn(task: ResellerTask, isAgreementOpen: boolean): ResellerNote[] {
  const notes: ResellerNote[] = [];
  if (task === 'earn-incentive') notes.push('if-incentives-apply');
  if (task === 'submit-order') notes.push('order-needs-licenses');
  if (isAgreementOpen) notes.push('agreement-not-checked');
  return notes;
}
