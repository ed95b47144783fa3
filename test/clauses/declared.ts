import ts from 'typescript';
import { filesOf, read } from '../docs/blocks.ts';

/** A function or table of `src` that declares clauses in its doc comment. */
export interface Declaration {
  readonly name: string;
  readonly file: string;
  /** The clauses that it computes itself. */
  readonly clauses: readonly string[];
  /** The functions whose clauses it has too, since it answers through them. */
  readonly as: readonly string[];
}

/**
 * Every exported function and table, with the clauses that the `Clauses:` line of its doc comment
 * declares; those that declare the fewest come first.
 */
export const declarations: readonly Declaration[] = filesOf('src', '.ts')
  .flatMap(declarationsIn)
  .sort((a, b) => a.clauses.length - b.clauses.length);

/** The clauses that a function computes, itself or through another one. */
export function clausesOf(name: string): readonly string[] {
  const declared = declarations.find((one) => one.name === name);
  return declared === undefined ? [] : [...declared.clauses, ...declared.as.flatMap(clausesOf)];
}

function declarationsIn(file: string): Declaration[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) => {
    const name = nameOf(statement);
    const comments = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
    const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment) ?? '';
    const tags = tagTexts(comments.at(-1));
    if (name === undefined) return [];
    return [{ name, file, ...clausesIn(`${text}\n\n${tags}`) }];
  });
}

/** The texts of a comment's tags: a `Clauses:` line after `@throws` is part of it. */
function tagTexts(comment: ts.JSDoc | undefined): string {
  const tags = (comment?.tags ?? []).filter((tag) => tag.tagName.text !== 'example');
  return tags.map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? '').join('\n\n');
}

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text;
  if (!ts.isVariableStatement(statement)) return undefined;
  return statement.declarationList.declarations[0]?.name.getText();
}

/** The clauses of a doc comment. Those of which it only reads the facts are not computed by it. */
export function clausesIn(comment: string): Pick<Declaration, 'clauses' | 'as'> {
  const [, line = ''] =
    /^Clauses?(?: and interpretations)?: ((?:.|\n(?!\n))*)/m.exec(comment) ?? [];
  const text = line
    .replaceAll(/\s+/g, ' ')
    .replace(/^the \w+ that .* (?:needs?|names?|gives?)\b/, '');
  const [, others = ''] = /\bas ((?:`\w+`(?:, | and )?)+)/.exec(text) ?? [];
  const as = [...others.matchAll(/\w+/g)].map(([name]) => name).filter((name) => name !== 'and');
  const clauses = [...text.matchAll(/\b([A-Z]{3})-(\d+)(?: to \1-(\d+))?/g)].flatMap(
    ([, family, first, last = first]) =>
      Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, at) => `${family}-${Number(first) + at}`,
      ),
  );
  return { as, clauses: [...new Set(clauses)] };
}
