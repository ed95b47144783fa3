import { type RefundPolicyVersion, refundPolicyVersions } from '../reservations/index.ts';
import { Problem } from './problem.ts';

/** The published versions of the refund rules, or the one with this id. */
export function versionsOf(id: string | undefined): readonly RefundPolicyVersion[] {
  if (id === undefined) return refundPolicyVersions;
  const version = refundPolicyVersions.find(({ policy }) => policy.id === id);
  if (version !== undefined) return [version];
  const ids = refundPolicyVersions.map(({ policy }) => policy.id).join(', ');
  throw new Problem(`unknown policy "${id}": expected one of ${ids}`);
}

/** The versions for people: each since when and until when, with its notes; a single one in full. */
export function versionsText(versions: readonly RefundPolicyVersion[]): string {
  return versions.map(versions.length === 1 ? inFull : inBrief).join('');
}

function inBrief({ policy, from, until, notes }: RefundPolicyVersion): string {
  const span = until === null ? `since ${from}` : `from ${from} until ${until}`;
  return `${policy.id.padEnd(24)}${span}\n${notes.map((note) => `  ${note}\n`).join('')}`;
}

function inFull(version: RefundPolicyVersion): string {
  const { policy, source, lastVerified } = version;
  const rows = Object.entries({ source, lastVerified, ...policy }).filter(
    ([name]) => name !== 'id',
  );
  const lines = rows.map(([name, value]: [string, unknown]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
    return `  ${name.padEnd(22)}${text === '' ? 'none' : text}\n`;
  });
  return `${inBrief(version)}${lines.join('')}`;
}
