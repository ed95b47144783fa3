import { type Issue, unwrap } from '../../kernel/issue.ts';
import { optionsOf, recompute } from '../../kernel/recompute.ts';
import type { Role } from '../../roles/matrix.ts';
import { withIgnored } from '../../roles/read-role.ts';
import type { SoftwareCancellationDecision } from './cancellation.ts';
import { tryDecideSoftwareCancellation } from './decide-software-cancellation.ts';

/** Decides again from the request and the policy of a decision, and reports every field that differs. */
export function recomputeSoftwareCancellation(
  decision: unknown,
  path: Issue['path'],
  issues: Issue[],
): SoftwareCancellationDecision | undefined {
  return recompute<SoftwareCancellationDecision>(
    'software-cancellation',
    decision,
    path,
    issues,
    (given) => {
      const roles = withIgnored(given.request['roles'] as readonly Role[], given);
      return unwrap(tryDecideSoftwareCancellation({ ...given.request, roles }, optionsOf(given)));
    },
  );
}
