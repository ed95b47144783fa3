export * from '../kernel/index.ts';
export type { Clause, ClauseId } from './clauses.ts';
export type { Allowed, Decision, Denied, Obstacle } from './decision.ts';
export type { DocumentKey } from './documents.ts';
export type { InterpretationId } from './interpretations.ts';
export type { NextStep } from './next-steps.ts';
