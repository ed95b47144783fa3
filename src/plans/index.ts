export type {
  PlanCandidate,
  PlanCandidateInput,
  PlanRequest,
  PlanRequestInput,
} from './facts/plan-request.ts';
export { planReturns, tryPlanReturns } from './plan-returns.ts';
export type {
  BaselineReturn,
  ExchangeBar,
  ExchangeHint,
  KeptReason,
  KeptUnits,
  LimitDay,
  PlanBaseline,
  PlanCurrency,
  PlanLimit,
  PlannedReturn,
  PlanWait,
  ReturnPlan,
  ReturnPlanFigures,
} from './return-plan.ts';
