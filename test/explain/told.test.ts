import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { ExplainableAnswer, ExplainLocale } from '../../src/explain/index.ts';
import { en } from '../../src/explain/words/en.ts';
import { ko } from '../../src/explain/words/ko.ts';
import { answers, explain } from './answers.ts';

const languages = Object.entries({ en, ko });

/** An explanation without the texts of its clauses and interpretations, which other tests hold to their tables. */
function toldIn(locale: ExplainLocale, { titles }: typeof en, answer: ExplainableAnswer): string {
  const sections = explain(answer, { locale }).split(/\n(?! )/);
  const others = sections.filter(
    (text) => !text.startsWith(titles.clauses) && !text.startsWith(titles.interpretations),
  );
  return others.join('\n');
}

// Where a sentence changes, `npm run told` writes the file anew: read every line that changes.
it('tells every answer as told.txt has it, in both languages', async () => {
  const told = Object.entries(answers).map(([name, answer]) => {
    const texts = languages.map(([locale, words]) =>
      toldIn(locale as ExplainLocale, words, answer),
    );
    return [`# ${name}`, ...texts].join('\n\n');
  });
  const file = fileURLToPath(new URL('told.txt', import.meta.url));
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot(file);
});
