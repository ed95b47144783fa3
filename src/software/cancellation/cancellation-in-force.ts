import type { Parsed } from '../../kernel/issue.ts';
import type { SoftwareCancellationDecision } from './cancellation.ts';
import { tryDecideSoftwareCancellation } from './decide-software-cancellation.ts';

/**
 * Decides a cancellation again under the version in force on the day of the purchase, which may need more
 * facts; `null` if that version is the one that was followed.
 */
export function cancellationInForce({
  request,
  supersededBy,
}: SoftwareCancellationDecision): Parsed<SoftwareCancellationDecision> | null {
  if (supersededBy === null) return null;
  return tryDecideSoftwareCancellation(request, { policy: supersededBy });
}
