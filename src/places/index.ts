export {
  InputError,
  type Issue,
  type IssueCode,
  isInputError,
} from '../kernel/issue.ts';
export type { DocumentKey } from '../vocabulary/documents.ts';
export type { NextStep } from '../vocabulary/next-steps.ts';
export type {
  ConditionCheck,
  Directions,
  OwnCustomerTask,
  Place,
  Portal,
  PortalTask,
  Way,
} from './directions.ts';
export type { PortalLabel } from './labels.ts';
export { portalTasks, whereTo } from './where-to.ts';
