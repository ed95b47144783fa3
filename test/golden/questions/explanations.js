// Answers in words, in both languages.

import { cancellations, decisions, exchanges, quotes } from './answers.js';

export function* explanations() {
  const answers = [...quotes, ...exchanges, ...cancellations, ...decisions];
  for (const [at, answer] of answers.entries()) {
    const as = at % 4 === 0 ? 'markdown' : 'text';
    yield ['explain', answer, { locale: 'en', as }];
    yield ['explain', answer, { locale: 'ko', as }];
  }
  yield ['explain', quotes[0], { locale: 'tr' }];
  yield ['tryExplain', { refund: '1.00' }];
  yield ['clauseById', 'RES-3'];
  yield ['clauseById', 'toString'];
}
