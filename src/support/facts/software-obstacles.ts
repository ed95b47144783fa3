import type { Issue } from '../../kernel/issue.ts';
import { readBoolean } from '../../kernel/read.ts';
import type { CancellationFields } from './read-cancellation.ts';
import { type AnswerObstacle, readObstacles } from './read-obstacles.ts';

type SoftwareObstacle = AnswerObstacle<'software-cancellation'>;

/** SUP-2: support is asked only after the cancellation has asked for it. */
export const notAskedFor: SoftwareObstacle = {
  obstacle: Object.freeze({
    reason: 'support-not-required',
    clause: 'SUP-2',
    nextStep: 'cancel-it-yourself',
  }),
};

/** Why the decision leaves nothing to ask support for. */
export function obstaclesOfDecision(
  decision: CancellationFields | undefined,
  issues: Issue[],
): SoftwareObstacle[] {
  if (decision === undefined) return [];
  const before = issues.length;
  const obstacles = readObstacles('software-cancellation', decision, ['cancellation'], issues);
  if (issues.length > before) return [];
  if (obstacles.length === 0) return [notAskedFor];
  return obstacles.filter(({ deniedFor }) => deniedFor !== 'support-required');
}

/** The same where the caller says whether the cancellation has asked for it. */
export function obstaclesOfStatement(asked: unknown, issues: Issue[]): SoftwareObstacle[] {
  return readBoolean(asked, ['askedForByCancellation'], issues) ? [] : [notAskedFor];
}
