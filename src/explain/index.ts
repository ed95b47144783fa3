export * from '../vocabulary/index.ts';
export type { ExplainableAnswer } from './answer.ts';
export {
  type ExplainFormat,
  type ExplainLocale,
  type ExplainOptions,
  explain,
  tryExplain,
} from './explain.ts';
