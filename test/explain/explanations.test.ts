import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { ExplainableAnswer, ExplainLocale } from '../../src/explain/index.ts';
import { en } from '../../src/explain/words/en.ts';
import { ko } from '../../src/explain/words/ko.ts';
import type { Templates } from '../../src/explain/words/templates.ts';
import { answers, explain } from './answers.ts';

const languages: readonly [ExplainLocale, Templates][] = [
  ['en', en],
  ['ko', ko],
];

/** Explains without the texts of clauses and interpretations, which other tests compare. */
function explainBriefly(
  locale: ExplainLocale,
  { titles }: Templates,
  answer: ExplainableAnswer,
): string {
  const sections = explain(answer, { locale }).split(/\n(?! )/);
  const others = sections.filter(
    (text) => !text.startsWith(titles.clauses) && !text.startsWith(titles.interpretations),
  );
  return others.join('\n');
}

// After a change of a sentence, `npm run explanations` writes the file again: read every changed line.
it('explains every kind of answer as explanations.txt has it, in both languages', async () => {
  const all = Object.entries(answers).map(([name, answer]) => {
    const texts = languages.map(([locale, words]) => explainBriefly(locale, words, answer));
    return [`# ${name}`, ...texts].join('\n\n');
  });
  const file = fileURLToPath(new URL('explanations.txt', import.meta.url));
  await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot(file);
});
