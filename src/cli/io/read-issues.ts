import {
  escapeText,
  type Issue,
  issue,
  issueAt,
  issueCodes,
  LONGEST_NAME,
  missing,
} from '../../kernel/issue.ts';
import { readArray, readFields, readWord, UNREADABLE_TEXT } from '../../kernel/read.ts';

type Path = Issue['path'];

/**
 * Reads the issues of a rejected record and makes them anew: whoever wrote them may not have escaped
 * them. What it gives is good where nothing was reported.
 */
export function readIssues(told: unknown, path: Path, issues: Issue[]): Issue[] {
  const before = issues.length;
  const read = readArray(told, path, issues, (element, at) => readIssue(element, at, issues));
  if (read.length === 0 && issues.length === before) {
    issues.push(issue(path, 'empty', 'at least one issue', told));
  }
  return read as Issue[];
}

const fieldNames: ReadonlySet<string> = new Set<keyof Issue>([
  'path',
  'code',
  'expected',
  'received',
  'message',
]);

function readIssue(told: unknown, path: Path, issues: Issue[]): Issue | undefined {
  const fields = readFields<keyof Issue>(told, fieldNames, path, issues);
  if (fields === undefined) return undefined;
  const at = readArray(fields.path, [...path, 'path'], issues, (step, where) =>
    readStep(step, where, issues),
  );
  const code = readWord(fields.code, issueCodes, [...path, 'code'], issues);
  const [expected, received, message] = (['expected', 'received', 'message'] as const).map((name) =>
    readWords(fields[name], [...path, name], issues),
  ) as [string, string, string];
  return issueAt(at, { path: at, code, expected, received, message });
}

function readStep(step: unknown, path: Path, issues: Issue[]): string | number {
  if (typeof step === 'string' && step.length <= LONGEST_NAME) return step;
  if (Number.isSafeInteger(step) && (step as number) >= 0) return step as number;
  const expected = `a position from 0, or a name of at most ${LONGEST_NAME} characters`;
  issues.push(issue(path, 'wrong-type', expected, step));
  return UNREADABLE_TEXT;
}

/** More than any issue says, also where it tells a long name with all of it escaped. */
const MOST_WORDS = 8_192;

function readWords(words: unknown, path: Path, issues: Issue[]): string {
  if (typeof words === 'string' && words.length <= MOST_WORDS) return escapeText(words);
  const code = typeof words === 'string' ? 'too-long' : missing(words, 'wrong-type');
  issues.push(issue(path, code, `a text of at most ${MOST_WORDS} characters`, words));
  return UNREADABLE_TEXT;
}
