import { readFileSync } from 'node:fs';
import type { ClauseId, InterpretationId } from '../../src/index.ts';

const root = new URL('../../', import.meta.url);

/** The words of a union of the vocabulary, in its order. */
function wordsOf(file: string, union: string): string[] {
  const source = readFileSync(new URL(`src/vocabulary/${file}`, root), 'utf8');
  const [, words = ''] = new RegExp(`export type ${union} =([^;]*);`).exec(source) ?? [];
  return [...words.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
}

/** Every clause of the vocabulary. */
export const clauseIds: readonly ClauseId[] = wordsOf('clauses.ts', 'ClauseId') as ClauseId[];

/** Every interpretation of the vocabulary. */
export const interpretationIds: readonly InterpretationId[] = wordsOf(
  'interpretations.ts',
  'InterpretationId',
) as InterpretationId[];
