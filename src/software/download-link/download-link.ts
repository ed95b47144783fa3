import { dayOf, formatInstant, type Instant, isBefore } from '../../kernel/instant.ts';
import { subsetsOf } from '../../kernel/subsets.ts';
import { type Denied, deny, type Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import type { PublishedSoftwarePolicyId } from '../policy/policies.ts';
import { supersededByOn } from '../policy/ready-policy.ts';
import type { SoftwarePolicy } from '../policy/software-policy.ts';
import type { DownloadLink, LinkFacts } from './link-facts.ts';

// What the answers about download links have in common.

/** The limits of a link: its time and its downloads. */
export type LinkExpiry = 'time' | 'downloads';

/** A link and the instant at which it is looked at, in canonical form. */
export interface LinkRequest {
  /** The link before the answer. */
  readonly link: DownloadLink;
  /** The instant, as ISO text in UTC. */
  readonly asOf: string;
}

/** The policy of an answer about a link. */
export interface LinkPolicyFigures {
  /** The limits of this link that the document does not state. */
  readonly unstated: readonly LinkExpiry[];
  /** The fact that was not given and is assumed: the default policy. */
  readonly assumed: readonly 'policy'[];
  /** The facts in canonical form. */
  readonly request: LinkRequest;
  /** The policy applied. Published policies are frozen and shared. */
  readonly policy: SoftwarePolicy;
  /** `superseded`: a later version was in force on the day of the link's creation. */
  readonly notes: readonly 'superseded'[];
  /** That version; `null` if there is none, and for a policy that is not published. */
  readonly supersededBy: PublishedSoftwarePolicyId | null;
}

/** SOF-9: whether its time is over. */
export function isOutOfTime({ expiresAt, asOf }: LinkFacts): boolean {
  return expiresAt !== null && !isBefore(asOf, expiresAt);
}

/** SOF-9: whether its downloads are used up. */
export function isUsedUp({ downloads, chosen }: LinkFacts): boolean {
  const { linkDownloads } = chosen.policy;
  return linkDownloads !== null && downloads >= linkDownloads;
}

// Frozen, so that answers which are asked for by the million can share them.
const nothing: readonly [] = Object.freeze([]);
const onlyTime: readonly LinkExpiry[] = Object.freeze(['time'] as const);
const onlyDownloads: readonly LinkExpiry[] = Object.freeze(['downloads'] as const);
const timeAndDownloads: readonly LinkExpiry[] = Object.freeze(['time', 'downloads'] as const);
const thePolicy: readonly 'policy'[] = Object.freeze(['policy'] as const);
const superseded: readonly 'superseded'[] = Object.freeze(['superseded'] as const);
const interpretationSets = subsetsOf<InterpretationId>(['R-LINK', 'R-WHICH', 'R-WHEN']);

/** The limits of the link that the policy's text does not state. */
export function unstatedOf({ expiresAt, chosen }: LinkFacts): readonly LinkExpiry[] {
  const isCounted = chosen.policy.linkDownloads !== null;
  if (expiresAt !== null) return isCounted ? nothing : onlyDownloads;
  return isCounted ? onlyTime : timeAndDownloads;
}

/** The facts that were assumed. */
export function assumedOf({ chosen }: LinkFacts): readonly 'policy'[] {
  return chosen.assumed ? thePolicy : nothing;
}

/** The note on a policy that was superseded when the link was created. */
export function notesOf({ supersededBy }: LinkFacts): readonly 'superseded'[] {
  return supersededBy === null ? nothing : superseded;
}

/** The interpretations by which the policy was chosen: none was named, or its text has changed since. */
export function interpretationsOfChoice(facts: LinkFacts): readonly InterpretationId[] {
  return interpretationSets[bitsOfChoice(facts)] as readonly InterpretationId[];
}

/** The same after the interpretation of a link's time and downloads. */
export function interpretationsOfLimits(facts: LinkFacts): readonly InterpretationId[] {
  return interpretationSets[1 | bitsOfChoice(facts)] as readonly InterpretationId[];
}

function bitsOfChoice({ chosen, asOf }: LinkFacts): number {
  return (chosen.assumed ? 2 : 0) | (supersededByOn(chosen, dayOf(asOf)) === null ? 0 : 4);
}

/** Returns whether the policy's text says nothing of how long this link works, nor how often. */
export function isUnstated({ expiresAt, chosen }: LinkFacts): boolean {
  return expiresAt === null && chosen.policy.linkDownloads === null;
}

/** The link with this count, in canonical form. */
export function linkOf(
  { issuedAt, firstDownloadedAt, revoked }: LinkFacts,
  downloads: number,
  first: Instant | undefined = firstDownloadedAt,
): DownloadLink {
  const link: { -readonly [K in keyof DownloadLink]: DownloadLink[K] } = {
    issuedAt: formatInstant(issuedAt),
    downloads,
  };
  if (first !== undefined) link.firstDownloadedAt = formatInstant(first);
  if (revoked !== undefined) link.revoked = revoked;
  return link;
}

/** The facts of an answer in canonical form. */
export function linkRequestOf(facts: LinkFacts): LinkRequest {
  return { link: linkOf(facts, facts.downloads), asOf: formatInstant(facts.asOf) };
}

/** The link as it was, which a refusal returns next to its reason. */
type RefusedLink<Kind extends string, Reason extends string> = Denied<Reason> &
  LinkPolicyFigures & { readonly kind: Kind; readonly link: DownloadLink };

/** Refuses to use or to renew a link, which stays as it was. */
export function refuseLink<Kind extends string, Reason extends string>(
  kind: Kind,
  facts: LinkFacts,
  obstacle: Obstacle<Reason>,
  furtherInterpretations: readonly InterpretationId[],
): RefusedLink<Kind, Reason> {
  // Field by field: to spread one answer into another takes longer than all that made it.
  const { reason, obstacles, because, interpretations } = deny(
    [obstacle],
    [],
    furtherInterpretations,
  );
  const request = linkRequestOf(facts);
  return {
    kind,
    allowed: false,
    reason,
    obstacles,
    because,
    interpretations,
    link: request.link,
    unstated: unstatedOf(facts),
    assumed: assumedOf(facts),
    request,
    policy: facts.chosen.policy,
    notes: notesOf(facts),
    supersededBy: facts.supersededBy,
  };
}
