import type { DayInput } from '../kernel/day.ts';
import { InputError, type Issue } from '../kernel/issue.ts';
import { ownField } from '../kernel/read.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import type { Allowed, Denied } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import { findOccurrences } from './find-occurrences.ts';
import type {
  Partnership,
  PartnershipEffect,
  PartnershipEvent,
  PartnershipNote,
} from './partnership.ts';
import { readDayOption, readEvent, readPartnership } from './read-relationship.ts';
import type { PartnershipRefusal } from './refusals.ts';
import { refuse } from './refuse.ts';
import { REMOVAL_FROM } from './reseller-tasks.ts';

/** A partnership and what happens to it, in canonical form. */
export interface PartnershipRequest {
  /** The partnership before the event. */
  readonly state: Partnership;
  /** The event. */
  readonly event: PartnershipEvent;
  /** A UTC day as `YYYY-MM-DD`, if one was given. */
  readonly asOf?: string | undefined;
}

/** The day of an event or task. */
export interface ResellerOptions {
  /** If it is not given, the document of 2018 and what later pages add to it apply. */
  readonly asOf?: DayInput | undefined;
}

interface NextPartnership {
  readonly kind: 'partnership';
  /** The partnership afterwards; unchanged if the event is refused or changes nothing. */
  readonly next: Partnership;
  /** The effects of removing a partnership: nothing else changes; empty for other events. */
  readonly effects: readonly PartnershipEffect[];
  readonly notes: readonly PartnershipNote[];
  /** The facts in canonical form. */
  readonly request: PartnershipRequest;
}

export interface AllowedPartnership extends Allowed, NextPartnership {}

export interface DeniedPartnership extends Denied<PartnershipRefusal>, NextPartnership {}

/** A decision on an event, and the partnership afterwards. */
export type PartnershipDecision = AllowedPartnership | DeniedPartnership;

/**
 * Applies an event to the partnership of a provider and an indirect reseller.
 * Every partnership starts as {@link noPartnership}.
 *
 * A request can be sent, and sent again, until the reseller accepts it; its text can be edited, but
 * must still contain the exact personal link. The reseller can enroll and open its account before or
 * after that, in either order, and needs both to accept. Repeating an event changes nothing, except
 * that an established partnership cannot be requested or accepted again.
 *
 * Since 2020-07-03 the provider can remove a partnership: the customers and the delegated administration
 * stay, and nobody is notified. It can be requested again afterwards.
 *
 * @throws InputError with every issue, if the partnership, the event or the day is malformed.
 *
 * Clauses: RSL-2 (`indirect-resellers`, Indirect provider tasks, note), RSL-3 (Connect with indirect
 * resellers), RSL-16 (the same), RSL-15 (the page of 2020-07-03); interpretation R-ACCEPT.
 *
 * @example
 * const link = 'https://partner.example/invitation?id=7';
 * const sent = advancePartnership(noPartnership, { kind: 'send-request', text: `Hi! ${link}`, link });
 * sent.next; //=> { enrolled: false, hasAccount: false, stage: 'requested' }
 * const accepted = advancePartnership(sent.next, { kind: 'accept-request' });
 * accepted.allowed; //=> false
 * accepted.because; //=> ['RSL-2']
 */
export function advancePartnership(
  state: Partnership,
  event: PartnershipEvent,
  options?: ResellerOptions,
): PartnershipDecision {
  const issues: Issue[] = [];
  const before = readPartnership(state, ['state'], issues);
  const asked = readEvent(event, ['event'], issues);
  const asOf = readDayOption(options, issues);
  if (before === undefined || asked === undefined || issues.length > 0) {
    throw new InputError(issues);
  }

  const facts = { state: before, event: asked };
  const request: PartnershipRequest = asOf === undefined ? facts : { ...facts, asOf };
  const reasons = reasonsAgainst(asked, before, asOf);
  const denied = refuse(reasons, [], interpretationsOf[asked.kind]);
  if (denied !== undefined) {
    return { ...denied, kind: 'partnership', next: before, effects: [], notes: [], request };
  }
  return {
    kind: 'partnership',
    allowed: true,
    because: [...clausesOf[asked.kind]],
    interpretations: [...interpretationsOf[asked.kind]],
    next: partnershipAfter(asked, before),
    effects: asked.kind === 'remove-partnership' ? [...effectsOfRemoval] : [],
    notes: asked.kind === 'send-request' ? ['address-needed'] : [],
    request,
  };
}

type Kind = PartnershipEvent['kind'];

const clausesOf: { readonly [K in Kind]: readonly ClauseId[] } = {
  enroll: ['RSL-2'],
  'open-account': ['RSL-2'],
  'send-request': ['RSL-3', 'RSL-16'],
  'accept-request': ['RSL-2', 'RSL-3'],
  'remove-partnership': ['RSL-15'],
};

/** RSL-15 */
const effectsOfRemoval: readonly PartnershipEffect[] = [
  'customers-stay',
  'delegated-administration-stays',
  'nobody-notified',
];

const interpretationsOf: { readonly [K in Kind]: readonly InterpretationId[] } = {
  enroll: [],
  'open-account': [],
  'send-request': ['R-ACCEPT'],
  'accept-request': ['R-ACCEPT'],
  'remove-partnership': [],
};

function reasonsAgainst(
  event: PartnershipEvent,
  before: Partnership,
  asOf: string | undefined,
): PartnershipRefusal[] {
  const reasons: PartnershipRefusal[] = [];
  if (event.kind === 'remove-partnership') {
    // RSL-15: what is removed is a partnership.
    if (asOf !== undefined && asOf < REMOVAL_FROM) reasons.push('not-yet-offered');
    if (before.stage !== 'established') reasons.push('not-established');
  }
  if (event.kind === 'accept-request') {
    // RSL-2: a reseller without both cannot be worked with.
    if (!before.enrolled) reasons.push('not-enrolled');
    if (!before.hasAccount) reasons.push('no-account');
    // RSL-3: what is accepted is a request.
    if (before.stage === 'none') reasons.push('nothing-to-accept');
    if (before.stage === 'established') reasons.push('already-established');
  }
  if (event.kind === 'send-request') {
    // RSL-3: the text may be edited, the link must stay.
    if (before.stage === 'established') reasons.push('already-established');
    if (!holdsLink(event.text, event.link)) reasons.push('link-missing');
  }
  return reasons;
}

/** Matches the end of a link: a full stop there ends the sentence. */
const AFTER_LINK = /^[.,;:!?]{0,7}(?:$|[^\p{L}\p{N}.,;:!?%_~/&=#+-])/u;
/** As much as that looks at, seven stops and one character of two units: a text may be long. */
const LOOKED_AT = 9;

/** Returns whether a text has the link itself, and not only a longer one that begins so. */
function holdsLink(text: string, link: string): boolean {
  for (const at of findOccurrences(link, text)) {
    if (AFTER_LINK.test(text.slice(at + link.length, at + link.length + LOOKED_AT))) return true;
  }
  return false;
}

/** The partnership after an event that nothing stands against. */
function partnershipAfter(event: PartnershipEvent, before: Partnership): Partnership {
  const { enrolled, hasAccount } = before;
  if (event.kind === 'remove-partnership') {
    return { enrolled, hasAccount, stage: 'none', removed: true };
  }
  // Being enrolled and having an account are told once more.
  if (before.stage === 'established') return before;
  const removed = ownField(before, 'removed');
  const earlier = removed === undefined ? {} : { removed };
  switch (event.kind) {
    case 'enroll':
      return { enrolled: true, hasAccount, stage: before.stage, ...earlier };
    case 'open-account':
      return { enrolled, hasAccount: true, stage: before.stage, ...earlier };
    case 'send-request':
      return { enrolled, hasAccount, stage: 'requested', ...earlier };
    case 'accept-request':
      return { enrolled: true, hasAccount: true, stage: 'established' };
  }
}
