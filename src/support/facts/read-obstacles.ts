import { type Issue, issue } from '../../kernel/issue.ts';
import { type Fields, readArray, readBoolean, readWord } from '../../kernel/read.ts';
import type { Obstacle } from '../../vocabulary/decision.ts';
import type { DraftRefusal } from '../form/support-draft.ts';
import { type RefusalsOf, refusals } from '../refusals.ts';
import type { SupportKind } from '../request-form.ts';
import { readSome } from './fact-readers.ts';

type Path = Issue['path'];

/** What stood in the way of the answer, and so stands in the way of the draft. */
export interface AnswerObstacle<Kind extends SupportKind> {
  /** Why the answer says no; left out where it says yes. */
  readonly deniedFor?: RefusalsOf[Kind] | undefined;
  readonly obstacle: Obstacle<DraftRefusal>;
}

/** Reads why an answer says no: nothing where it says yes. */
export function readObstacles<Kind extends SupportKind>(
  kind: Kind,
  answer: Fields<'allowed' | 'obstacles'>,
  path: Path,
  issues: Issue[],
): AnswerObstacle<Kind>[] {
  const before = issues.length;
  const isAllowed = readBoolean(answer.allowed, [...path, 'allowed'], issues);
  if (isAllowed || issues.length > before) return [];

  const at = [...path, 'obstacles'];
  const obstacles = readArray(answer.obstacles, at, issues, (element, where) =>
    readObstacle(kind, element, where, issues),
  ).filter((obstacle) => obstacle !== undefined);
  if (obstacles.length === 0 && issues.length === before) {
    issues.push(issue(at, 'empty', 'at least one obstacle', answer.obstacles));
  }
  return obstacles;
}

function readObstacle<Kind extends SupportKind>(
  kind: Kind,
  input: unknown,
  path: Path,
  issues: Issue[],
): AnswerObstacle<Kind> | undefined {
  const fields = readSome<'reason' | 'clause'>(input, path, issues);
  if (fields === undefined) return undefined;
  const ofKind = refusals[kind];
  const reasons = Object.keys(ofKind) as [RefusalsOf[Kind], ...RefusalsOf[Kind][]];
  const deniedFor = readWord(fields.reason, reasons, [...path, 'reason'], issues);
  const { clauses, ...wayOn } = ofKind[deniedFor];
  const clause = readWord(fields.clause, clauses, [...path, 'clause'], issues);
  return { deniedFor, obstacle: { reason: 'answer-denied', clause, ...wayOn } };
}
