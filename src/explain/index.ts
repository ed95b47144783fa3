export * from '../vocabulary/index.ts';
export type { ExplainableAnswer } from './answer.ts';
export {
  type ExplainFormat,
  type ExplainOptions,
  explain,
  tryExplain,
} from './explain.ts';
export type { ExplainLocale } from './locales.ts';
