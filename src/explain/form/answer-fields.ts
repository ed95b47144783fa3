import { clauses } from '../../clauses/catalogue.ts';
import { type Issue, isInputError, issue, missing } from '../../kernel/issue.ts';
import { type Fields, readArray, readFields, readWord } from '../../kernel/read.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { en } from '../words/en.ts';
import type { Explanation, Grounds, Voice } from './explanation.ts';

type Path = Issue['path'];

/** The fields of an answer, not yet looked at. */
export type AnswerFields = Fields<string>;

const nothing: ReadonlySet<string> = new Set();

/** The fields of something that may hold more than is asked of it. */
export function readSome(input: unknown, path: Path, issues: Issue[]): AnswerFields | undefined {
  const found: Issue[] = [];
  const fields = readFields<string>(input, nothing, path, found);
  // Where there are fields, all that was found is that nobody knows them.
  if (fields === undefined) issues.push(...found);
  return fields;
}

/** Asks a rule again with facts of an answer; `path` is where in the answer they stand. */
export function askAgain<T>(ask: () => T, path: Path, issues: Issue[]): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (!isInputError(error)) throw error;
    addWithin(path, error.issues, issues);
    return undefined;
  }
}

/** Adds what was found in a part of the answer. */
export function addWithin(path: Path, found: readonly Issue[], issues: Issue[]): void {
  for (const one of found) {
    const where = [...path, ''].join(one.path.length === 0 ? ': ' : '.');
    issues.push({ ...one, path: [...path, ...one.path], message: where + one.message });
  }
}

/**
 * Holds what an answer says against what its facts lead to, field by field, so that nothing is
 * explained that was not computed. What else it holds is not looked at.
 */
export function checkAnswer<Answer extends object>(
  fields: AnswerFields,
  computed: Answer,
  issues: Issue[],
  unchecked: readonly (keyof Answer)[] = [],
): Answer | undefined {
  const before = issues.length;
  for (const [name, value] of Object.entries(computed)) {
    if (unchecked.includes(name as keyof Answer)) continue;
    const given = fields[name];
    if (isSame(given, value)) continue;
    const expected = 'the value that follows from the facts of the answer';
    issues.push(issue([name], missing(given, 'contradiction'), expected, given));
  }
  return issues.length > before ? undefined : computed;
}

/** The same where an answer tells few of its facts: holds it against every one that there could be. */
export function findAnswer<Answer extends object>(
  fields: AnswerFields,
  possible: Iterable<Answer>,
  expected: string,
  issues: Issue[],
): Answer | undefined {
  for (const answer of possible) if (isSame(fields, answer)) return answer;
  issues.push(issue([], 'contradiction', expected, fields));
  return undefined;
}

function isSame(given: unknown, computed: unknown): boolean {
  if (typeof computed !== 'object' || computed === null) return given === computed;
  try {
    if (Array.isArray(computed)) {
      if (!Array.isArray(given) || given.length !== computed.length) return false;
    }
    return Object.entries(computed).every(([name, value]) =>
      isSame((given as AnswerFields)[name], value),
    );
  } catch {
    return false; // nothing that has fields, or a Proxy or a getter that throws
  }
}

const clauseIds = clauses.map(({ id }) => id) as [ClauseId];
const interpretationIds = Object.keys(en.interpretations) as [InterpretationId];

/** Reads what led to an answer that does not tell all its facts. */
export function readGrounds(fields: AnswerFields, issues: Issue[]): Grounds {
  return {
    because: readWords(fields['because'], clauseIds, ['because'], issues),
    interpretations: readWords(
      fields['interpretations'],
      interpretationIds,
      ['interpretations'],
      issues,
    ),
  };
}

/** Reads a list of known words. */
export function readWords<Word extends string>(
  input: unknown,
  words: readonly [Word, ...Word[]],
  path: Path,
  issues: Issue[],
): Word[] {
  return readArray(input, path, issues, (element, at) => readWord(element, words, at, issues));
}

/** Reads an answer and says it; nothing where there are issues. */
export type Explainer = (
  fields: AnswerFields,
  voice: Voice,
  issues: Issue[],
) => Explanation | undefined;
