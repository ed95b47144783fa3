import type { Issue } from '../../kernel/issue.ts';
import { optionsOf, recompute } from '../../kernel/recompute.ts';
import type { SoftwareCancellationDecision } from './cancellation.ts';
import { decideSoftwareCancellation } from './decide-software-cancellation.ts';
import type { SoftwareCancellationInput } from './request.ts';

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
    (given) =>
      decideSoftwareCancellation(
        given.request as unknown as SoftwareCancellationInput,
        optionsOf(given),
      ),
  );
}
