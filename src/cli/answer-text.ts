import { clauseById } from '../clauses/index.ts';
import type { Clause, ClauseId } from '../kernel/clause.ts';
import type { Obstacle } from '../kernel/decision.ts';
import { escapeText } from '../kernel/parse.ts';

/** What any answer may say of its verdict. What else it holds are facts and figures. */
interface Verdict {
  readonly allowed?: boolean;
  readonly reason?: string;
  readonly obstacles?: readonly Obstacle<string>[];
  readonly because?: readonly ClauseId[];
  readonly readings?: readonly string[];
}

/** An answer for people: the verdict, its figures, what stands in the way, and why. */
export function textOf(answer: object): string {
  const {
    allowed,
    reason: _,
    obstacles = [],
    because = [],
    readings = [],
    ...facts
  } = answer as Verdict;
  const lines: string[] = [];
  if (allowed === true) lines.push('yes');
  if (allowed === false) lines.push(`no: ${obstacles.map(({ reason }) => reason).join(', ')}`);
  const rows = rowsOf(facts, '');
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  for (const [name, text] of rows) lines.push(`  ${name.padEnd(width)}  ${escapeText(text)}`);
  for (const { reason, clause, nextStep } of obstacles) {
    lines.push(`${reason} (${clause}): ${nextStep}`);
  }
  for (const id of because) lines.push(clauseText(clauseById(id)));
  if (readings.length > 0) lines.push(`readings: ${readings.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function clauseText({ id, document, revision, section, statement }: Clause): string {
  return `${id}: ${statement}\n  (${document}, ${revision}, ${section})`;
}

/** The fields of an answer, each with a text; those within others by their path. */
function rowsOf(value: object, path: string): [name: string, text: string][] {
  return Object.entries(value).flatMap(([key, field]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (Array.isArray(field)) {
      const texts = field.map(textOfElement);
      if (texts.length === 0) return [];
      const isList = field.some((element) => typeof element === 'object');
      return isList
        ? texts.map((text, at): [string, string] => [`${name}[${at}]`, text])
        : [[name, texts.join(', ')]];
    }
    if (typeof field === 'object' && field !== null) return rowsOf(field, name);
    return [[name, textOfElement(field)]];
  });
}

function textOfElement(value: unknown): string {
  if (value === null) return 'none';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
