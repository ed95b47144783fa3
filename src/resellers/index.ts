export type { Clause, ClauseId, DocumentKey, ReadingId } from '../kernel/clause.ts';
export type { Allowed, Decision, Denied, NextStep, Obstacle } from '../kernel/decision.ts';
export {
  InputError,
  type Issue,
  type IssueCode,
  isInputError,
  type Parsed,
} from '../kernel/issue.ts';
export {
  type AllowedPartnership,
  advancePartnership,
  type DeniedPartnership,
  type PartnershipDecision,
} from './advance-partnership.ts';
export {
  type AllowedResellerTask,
  type DeniedResellerTask,
  decideResellerTask,
  type ResellerNote,
  type ResellerTaskDecision,
} from './decide-reseller-task.ts';
export type {
  EstablishedPartnership,
  Partnership,
  PartnershipEvent,
  PartnershipRefusal,
  UnacceptedPartnership,
} from './partnership.ts';
export type {
  ResellerCustomer,
  ResellerRelationship,
  ResellerSubscription,
  ResellerTaskRefusal,
} from './relationship.ts';
export {
  noPartnership,
  type ResellerAccess,
  type ResellerTask,
  resellerAccessLevels,
  resellerTasks,
} from './reseller-tasks.ts';
export { stepsToAccess } from './steps-to-access.ts';
