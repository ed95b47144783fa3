import { clauseById } from '../../clauses/clause-by-id.ts';
import { defaultRefundPolicy } from '../../reservations/policy/policies.ts';
import type { RefundPolicy } from '../../reservations/policy/refund-policy.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import type { Templates } from '../words/templates.ts';
import type { Assumption, Note, Reason } from '../words/texts.ts';
import { countText } from './figures.ts';

/** A line of an explanation, and what stands below it. */
export interface Line {
  readonly text: string;
  readonly detail?: string | undefined;
}

export interface Section {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** What is said of an answer, in the order in which it is said. */
export interface Explanation {
  readonly verdict: string;
  readonly sections: readonly Section[];
}

/** In whose words something is said. */
export interface Voice {
  readonly words: Templates;
  /** Writes a text of the caller's, so that it can look like nothing else. */
  readonly fact: (text: string) => string;
}

/** What any answer has. */
export interface Grounds {
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
  readonly obstacles?: readonly Obstacle<Reason>[] | undefined;
}

interface Remarkable {
  readonly assumed?: readonly Assumption[] | undefined;
  readonly notes?: readonly Note[] | undefined;
}

/** What the explanation of one kind of answer has of its own. */
export interface Told {
  readonly verdict: string;
  readonly steps: readonly Section[];
  readonly grounds: Grounds;
  readonly remarks?: readonly string[] | undefined;
  readonly whatIf?: readonly string[] | undefined;
  /** The policy that chose among the interpretations. */
  readonly policy?: RefundPolicy | undefined;
}

/** Puts an explanation together; a section with nothing in it is left out. */
export function explanationOf(told: Told, { words }: Voice): Explanation {
  const { titles } = words;
  const { because, interpretations, obstacles = [] } = told.grounds;
  const sections = [
    ...told.steps,
    section(
      titles.obstacles,
      obstacles.map((obstacle) => obstacleText(obstacle, words)),
    ),
    { title: titles.clauses, lines: because.map((id) => clauseLine(id, words)) },
    section(
      titles.interpretations,
      interpretations.map((id) => {
        const sentence = sentenceOf(id, words, told.policy ?? defaultRefundPolicy);
        return words.interpretation({ id, sentence });
      }),
    ),
    section(titles.remarks, told.remarks ?? []),
    section(titles.whatIf, told.whatIf ?? []),
  ];
  return { verdict: told.verdict, sections: sections.filter(({ lines }) => lines.length > 0) };
}

export function section(title: string, lines: readonly string[]): Section {
  return { title, lines: lines.map((text) => ({ text })) };
}

function obstacleText({ reason, clause, nextStep }: Obstacle<Reason>, words: Templates): string {
  return words.obstacle({
    reason: words.reasons[reason],
    clause,
    nextStep: words.nextSteps[nextStep],
  });
}

function clauseLine(id: ClauseId, words: Templates): Line {
  const clause = clauseById(id);
  const { document, revision, section: place } = clause;
  return {
    text: words.clause({ id, statement: words.statementOf(clause) }),
    detail: words.source({ document: words.documents[document], revision, section: place }),
  };
}

/** What an interpretation says; a policy can choose some of them otherwise. */
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

/** What was taken for granted, and what one should look at. */
export function remarksOf({ assumed = [], notes = [] }: Remarkable, words: Templates): string[] {
  return [...assumed.map((fact) => words.assumed[fact]), ...notes.map((note) => words.notes[note])];
}

/** Each reason once, as one phrase. */
export function reasonsText(
  obstacles: readonly { readonly reason: Reason }[],
  words: Templates,
): string {
  const reasons = new Set(obstacles.map(({ reason }) => words.reasons[reason]));
  return [...reasons].join(words.reasonsJoined);
}

/** The names of some words, as one list. */
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

/** How long after a purchase something happened. */
export function sinceText(days: number, words: Templates): string {
  return words.dayCount({ days: daysText(days, words) });
}

type Outcome =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly obstacles: readonly Obstacle<Reason>[] };

/** What the answer is once its obstacles are put right, as asked again with other facts. */
export function turningText(obstacles: number, putRight: Outcome, words: Templates): string {
  const { whatIf } = words;
  if (!putRight.allowed) {
    return whatIf.stillDenied({ reasons: reasonsText(putRight.obstacles, words) });
  }
  return obstacles === 1 ? whatIf.resolved : whatIf.allResolved({ count: countText(obstacles) });
}

/** The same where the answer does not tell the facts with which it could be asked again. */
export function obstaclesCounted(obstacles: number, { whatIf }: Templates): string[] {
  if (obstacles === 0) return [];
  return [
    obstacles === 1 ? whatIf.onlyObstacle : whatIf.allObstacles({ count: countText(obstacles) }),
  ];
}
