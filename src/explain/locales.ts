import { en } from './words/en.ts';
import { ko } from './words/ko.ts';
import type { Templates } from './words/templates.ts';

/** The languages of explanations. */
export type ExplainLocale = 'en' | 'ko';

/** The texts of each language. */
export const wordsOf: { readonly [L in ExplainLocale]: Templates } = { en, ko };
