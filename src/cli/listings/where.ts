import { wayTexts, whereLines } from '../../explain/form/where.ts';
import { type ExplainLocale, wordsOf } from '../../explain/locales.ts';
import type { Templates } from '../../explain/words/templates.ts';
import { type PortalTask, portalTasks, whereTo } from '../../places/index.ts';
import { Problem } from '../io/problem.ts';

/** Shows the way to a task, or to every task. Throws an `InputError` if the task is unknown. */
export function whereText(
  names: readonly string[],
  format: 'text' | 'ndjson',
  locale: ExplainLocale,
): string {
  const [name, ...surplus] = names;
  if (surplus.length > 0)
    throw new Problem(`where: expected at most one TASK, got also "${surplus.join('" "')}"`);
  if (name !== undefined) whereTo(name as PortalTask);
  const tasks = name === undefined ? portalTasks : [name as PortalTask];
  if (format === 'ndjson') {
    return tasks.map((task) => `${JSON.stringify({ task, where: whereTo(task) })}\n`).join('');
  }
  const words = wordsOf[locale];
  if (name !== undefined) return inFull(name as PortalTask, words);
  return tasks.map((task) => inBrief(task, words)).join('');
}

function inBrief(task: PortalTask, words: Templates): string {
  const where = whereTo(task);
  const texts = where === null ? [words.nothingToClick] : wayTexts(where, words);
  return [task, ...texts.map((text) => `  ${text}`)].map((line) => `${line}\n`).join('');
}

function inFull(task: PortalTask, words: Templates): string {
  const lines = whereLines(task, words);
  const texts = lines.flatMap(({ text, detail }) => [
    text,
    ...(detail === undefined ? [] : [detail]),
  ]);
  const told = texts.length === 0 ? [words.nothingToClick] : texts;
  return told.map((text) => `${text}\n`).join('');
}
