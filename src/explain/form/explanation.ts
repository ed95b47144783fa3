import { clauseById } from '../../clauses/clause-by-id.ts';
import type { PortalTask } from '../../places/directions.ts';
import { defaultRefundPolicy } from '../../reservations/policy/policies.ts';
import type { RefundPolicy } from '../../reservations/policy/refund-policy.ts';
import type { Role } from '../../roles/matrix.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { Obstacle } from '../../vocabulary/decision.ts';
import { pageOf } from '../../vocabulary/documents.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import type { Templates } from '../words/templates.ts';
import type { Assumption, Note, Reason } from '../words/texts.ts';
import { countText } from './figures.ts';
import { whereLines, whereText } from './where.ts';

/** A line of an explanation, with an optional detail below it. */
export interface Line {
  readonly text: string;
  readonly detail?: string | undefined;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** An explanation: the answer in one sentence, and the sections that follow. */
export interface Explanation {
  readonly verdict: string;
  readonly sections: readonly Section[];
}

/** The language of an explanation, and its way to escape texts. */
export interface Voice {
  readonly words: Templates;
  /** Escapes a text of the caller, so that it cannot look like anything else. */
  readonly fact: (text: string) => string;
}

/** The fields that every answer has. */
interface Grounds {
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
  readonly obstacles?: readonly Obstacle<Reason>[] | undefined;
}

interface Remarkable {
  readonly assumed?: readonly Assumption[] | undefined;
  readonly notes?: readonly Note[] | undefined;
}

/** The parts of an explanation that depend on the kind of answer. */
export interface AnswerParts {
  readonly verdict: string;
  readonly steps: readonly Section[];
  readonly grounds: Grounds;
  /** The task that the answer allows, for the way to it. */
  readonly where?: PortalTask | undefined;
  readonly remarks?: readonly string[] | undefined;
  readonly whatIf?: readonly string[] | undefined;
  /** The policy that decides some of the interpretations. */
  readonly policy?: RefundPolicy | undefined;
}

/** Assembles an explanation; empty sections are left out. */
export function explanationOf(parts: AnswerParts, { words }: Voice): Explanation {
  const { titles } = words;
  const { because, interpretations, obstacles = [] } = parts.grounds;
  const sections = [
    ...parts.steps,
    { title: titles.obstacles, lines: obstacles.map((obstacle) => obstacleLine(obstacle, words)) },
    { title: titles.where, lines: parts.where === undefined ? [] : whereLines(parts.where, words) },
    { title: titles.clauses, lines: because.map((id) => clauseLine(id, words)) },
    section(
      titles.interpretations,
      interpretations.map((id) => {
        const sentence = sentenceOf(id, words, parts.policy ?? defaultRefundPolicy);
        return words.interpretation({ id, sentence });
      }),
    ),
    section(titles.remarks, parts.remarks ?? []),
    section(titles.whatIf, parts.whatIf ?? []),
  ];
  return { verdict: parts.verdict, sections: sections.filter(({ lines }) => lines.length > 0) };
}

export function section(title: string, lines: readonly string[]): Section {
  return { title, lines: lines.map((text) => ({ text })) };
}

function obstacleLine({ reason, clause, nextStep }: Obstacle<Reason>, words: Templates): Line {
  const text = words.obstacle({
    reason: words.reasons[reason],
    clause,
    nextStep: words.nextSteps[nextStep],
  });
  return { text, detail: whereText(nextStep, words) };
}

function clauseLine(id: ClauseId, words: Templates): Line {
  const clause = clauseById(id);
  const { document, revision, section: place } = clause;
  return {
    text: words.clause({ id, statement: words.statementOf(clause) }),
    detail: words.source({ document: words.pages[pageOf[document]], revision, section: place }),
  };
}

/** Returns the sentence of an interpretation, which for some depends on the policy. */
function sentenceOf(
  id: InterpretationId,
  { interpretations }: Templates,
  policy: RefundPolicy,
): string {
  switch (id) {
    case 'R-ROUND':
      return interpretations[id][policy.rounding];
    case 'R-YEAR':
      return interpretations[id][policy.limitWindow];
    case 'R-COUNTS':
      return interpretations[id][policy.limitCounts];
    case 'R-OVER':
      return interpretations[id][policy.overLimit];
    default:
      return interpretations[id];
  }
}

/** Returns the assumptions and notes of an answer. */
export function remarksOf({ assumed = [], notes = [] }: Remarkable, words: Templates): string[] {
  return [...assumed.map((fact) => words.assumed[fact]), ...notes.map((note) => words.notes[note])];
}

/** Joins the reasons, each once. */
export function reasonsText(
  obstacles: readonly { readonly reason: Reason }[],
  words: Templates,
): string {
  const reasons = new Set(obstacles.map(({ reason }) => words.reasons[reason]));
  return [...reasons].join(words.reasonsJoined);
}

/** Joins the names of some words. */
export function listText<Word extends string>(
  list: readonly Word[],
  names: { readonly [W in Word]: string },
  words: Templates,
  between: string = words.listed,
): string {
  return list.map((word) => names[word]).join(between);
}

export function daysText(days: number, words: Templates): string {
  return words.days({ count: countText(days) });
}

/** Formats the time since the purchase: `6 days later`. */
export function sinceText(days: number, words: Templates): string {
  return words.dayCount({ days: daysText(days, words) });
}

type Outcome =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly obstacles: readonly Obstacle<Reason>[] };

/** Returns the sentence on the answer without its obstacles, decided again with other facts. */
export function turningText(obstacles: number, putRight: Outcome, words: Templates): string {
  const { whatIf } = words;
  if (!putRight.allowed) {
    return whatIf.stillDenied({ reasons: reasonsText(putRight.obstacles, words) });
  }
  return obstacles === 1 ? whatIf.resolved : whatIf.allResolved({ count: countText(obstacles) });
}

/** Counts the obstacles of an answer that cannot be decided again. */
export function obstaclesCounted(obstacles: number, { whatIf }: Templates): string[] {
  if (obstacles === 0) return [];
  return [
    obstacles === 1 ? whatIf.onlyObstacle : whatIf.allObstacles({ count: countText(obstacles) }),
  ];
}

/** Returns the sentence on the roles that were asked for. */
export function rolesText(roles: readonly Role[], words: Templates): string {
  const { steps } = words;
  if (roles.length === 0) return steps.noRoles;
  return steps.rolesAsked({ roles: listText(roles, words.roles, words) });
}

/** Returns the sentence on the names that were ignored, if there are any. */
export function ignoredRolesText(ignored: readonly string[], { words, fact }: Voice): string[] {
  if (ignored.length === 0) return [];
  return [words.steps.rolesIgnored({ roles: ignored.map(fact).join(words.listed) })];
}

export function guestText(guest: boolean | undefined, { steps }: Templates): string[] {
  if (guest === undefined) return [];
  return [guest ? steps.guest : steps.noGuest];
}

interface Newest {
  readonly version: string;
  readonly allowed: boolean;
}

/** Returns the sentence on the newest version, and whether it answers otherwise. */
export function newestText(
  { allowed }: { readonly allowed: boolean },
  newest: Newest | null,
  { whatIf }: Templates,
): string[] {
  if (newest === null) return [];
  const { version } = newest;
  if (newest.allowed === allowed) return [whatIf.newest.same({ version })];
  return [newest.allowed ? whatIf.newest.yes({ version }) : whatIf.newest.no({ version })];
}
