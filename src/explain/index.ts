export * from '../vocabulary/index.ts';
export type { ExplainableAnswer } from './answer.ts';
export { type ExplainOptions, explain, tryExplain } from './explain.ts';
export type { ExplainFormat } from './explain-answer.ts';
export type { ExplainLocale } from './locales.ts';
