import { type Day, writtenDay } from './day.ts';

/** A published version: its policy, its source, and the day from which it is in force. */
export interface SourcedVersion {
  readonly policy: { readonly id: string };
  readonly source: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
}

/** A later version of the same source, and its first day. */
export interface Successor {
  readonly id: string;
  readonly from: Day;
}

/**
 * Returns the later versions of a published policy's source, from oldest to newest; none for a policy
 * that is not published. `versions` go from oldest to newest within a source.
 */
export function successorsOf(
  versions: readonly SourcedVersion[],
  id: string,
): readonly Successor[] {
  const at = versions.findIndex(({ policy }) => policy.id === id);
  const own = versions[at];
  return versions
    .slice(at + 1)
    .filter(({ source }) => source === own?.source)
    .map(({ policy, from }) => ({ id: policy.id, from: writtenDay(from) }));
}

/** Returns the id of the version in force on a day if it has replaced an earlier one; otherwise `null`. */
export function supersedingOn(successors: readonly Successor[], day: Day): string | null {
  let id: string | null = null;
  for (const successor of successors) {
    if (successor.from > day) break;
    id = successor.id;
  }
  return id;
}
