import { type RefundPolicyVersion, refundPolicyVersions } from '../../reservations/index.ts';
import { type SoftwarePolicyVersion, softwarePolicyVersions } from '../../software/index.ts';
import { Problem } from '../io/problem.ts';

type Version = RefundPolicyVersion | SoftwarePolicyVersion;

const allVersions: readonly Version[] = [...refundPolicyVersions, ...softwarePolicyVersions];

/** The published versions of the rules for refunds and for software, or the one with this id. */
export function versionsOf(id: string | undefined): readonly Version[] {
  if (id === undefined) return allVersions;
  const version = allVersions.find(({ policy }) => policy.id === id);
  if (version !== undefined) return [version];
  const ids = allVersions.map(({ policy }) => policy.id).join(', ');
  throw new Problem(`unknown policy "${id}": expected one of ${ids}`);
}

/** The versions for people: each since when and until when, with its notes; a single one in full. */
export function versionsText(versions: readonly Version[]): string {
  return versions.map(versions.length === 1 ? inFull : inBrief).join('');
}

function inBrief({ policy, from, until, notes }: Version): string {
  const span = until === null ? `since ${from}` : `from ${from} until ${until}`;
  return `${policy.id.padEnd(24)}${span}\n${notes.map((note) => `  ${note}\n`).join('')}`;
}

function inFull(version: Version): string {
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
