import { readdirSync, readFileSync } from 'node:fs';
import { clauses } from '../../src/clauses/index.ts';
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

/** The files of a folder, and below it, that hold TypeScript, by their paths in the repository. */
function sourcesOf(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort();
}

/** The files that name each clause, out of those of a folder that are asked about. */
export function filesNaming(
  folder: 'src' | 'test',
  isAsked: (path: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const texts = sourcesOf(folder)
    .filter(isAsked)
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')] as const);
  return new Map(
    clauses.map(({ id }) => {
      const name = new RegExp(`\\b${id}\\b`);
      return [id, texts.filter(([, text]) => name.test(text)).map(([path]) => path)];
    }),
  );
}

/** Where a clause is stated or told, and so not yet followed. */
export const isStatement = (path: string): boolean =>
  /^src\/(?:vocabulary|clauses|explain|schemas)\/|\/clauses\.ts$/.test(path);
