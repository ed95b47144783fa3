export {
  InputError,
  type Issue,
  type IssueCode,
  isInputError,
  type Parsed,
} from '../kernel/issue.ts';
export type { Clause, ClauseId } from '../vocabulary/clauses.ts';
export type { Allowed, Decision, Denied, Obstacle } from '../vocabulary/decision.ts';
export type { DocumentKey } from '../vocabulary/documents.ts';
export type { InterpretationId } from '../vocabulary/interpretations.ts';
export type { NextStep } from '../vocabulary/next-steps.ts';
export {
  type AllowedPartnership,
  advancePartnership,
  type DeniedPartnership,
  type PartnershipDecision,
  type PartnershipRequest,
  type ResellerOptions,
} from './advance-partnership.ts';
export {
  type AllowedResellerTask,
  type DeniedResellerTask,
  decideResellerTask,
  type ResellerNote,
  type ResellerTaskDecision,
  type ResellerTaskRequest,
} from './decide-reseller-task.ts';
export type {
  EstablishedPartnership,
  Partnership,
  PartnershipEffect,
  PartnershipEvent,
  PartnershipNote,
  UnacceptedPartnership,
} from './partnership.ts';
export type { PartnershipRefusal, ResellerTaskRefusal } from './refusals.ts';
export type {
  ResellerAgreement,
  ResellerCustomer,
  ResellerRelationship,
  ResellerSubscription,
} from './relationship.ts';
export {
  noPartnership,
  type ResellerAccess,
  type ResellerTask,
  resellerAccessLevels,
  resellerTasks,
} from './reseller-tasks.ts';
export { stepsToAccess } from './steps-to-access.ts';
