import { clauseById } from '../../clauses/index.ts';
import { escapeText } from '../../kernel/issue.ts';
import type { Clause, ClauseId } from '../../vocabulary/clauses.ts';

interface Listed {
  readonly because?: readonly ClauseId[];
}

/** Formats an answer without a verdict: its fields and its clauses. */
export function textOf(answer: object): string {
  const { because = [], ...facts } = answer as Listed;
  const rows = rowsOf(facts, '');
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, text]) => `  ${name.padEnd(width)}  ${escapeText(text)}`);
  for (const id of because) lines.push(clauseText(clauseById(id)));
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
      if (texts.length === 0) return [[name, 'none']];
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
