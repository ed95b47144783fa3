import { format, inspect } from 'node:util';
import ts from 'typescript';
import { expect } from 'vitest';
import * as library from '../../src/index.ts';
import type { SchemaName } from '../../src/schemas/catalogue.ts';
import { readSchema } from '../schemas/read-schema.ts';
import { type Block, root } from './blocks.ts';

// A block shows its results in comments: `//=> …` after an expression gives its value (`…` stands for further fields), and where the
// block prints something, its other comments that fill a line are the lines that it prints.

const RESULT = /^[ \t]*(?:\n[ \t]*)?\/\/=> (.*(?:\n[ \t]*\/\/ {4,}.*)*)/;

interface Shown {
  readonly expression: ts.Expression;
  /** The result as it is written, and where. */
  readonly written: string;
  readonly from: number;
}

/** The code of a block with the results that it really has: the same code, where they are the ones that it shows. */
export async function withResults(block: Block): Promise<string> {
  const { code } = block;
  const file = ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true);
  const shown = resultsIn(file);
  if (shown.length !== code.match(/\/\/=>/g)?.length && code.includes('//=>')) {
    throw new Error(`${block.file}: a result stands after something that is no expression`);
  }
  const edits: Edit[] = file.statements.filter(ts.isImportDeclaration).map(asLoading);
  for (const [at, { expression }] of shown.entries()) {
    const text = `results[${at}] = ${expression.getText()}`;
    edits.push({ from: expression.getStart(), to: expression.end, text });
  }
  const results: unknown[] = [];
  const printed = await run(block, edited(code, edits), results);
  const corrections = shown.flatMap(({ written, from }, at): Edit[] => {
    if (!(at in results)) throw new Error(`${block.file}: never comes to //=> ${written}`);
    if (isMet(results[at], written)) return [];
    return [{ from, to: from + written.length, text: literal(results[at]) }];
  });
  return printed.length === 0
    ? edited(code, corrections)
    : withPrinted(edited(code, corrections), printed);
}

/** The results in a block, each after its expression. */
function resultsIn(file: ts.SourceFile): Shown[] {
  const shown: Shown[] = [];
  const visit = (node: ts.Node): void => {
    const [comment, written] = RESULT.exec(file.text.slice(node.end)) ?? [];
    if (ts.isExpressionStatement(node) && comment !== undefined && written !== undefined) {
      const from = node.end + comment.length - written.length;
      shown.push({ expression: node.expression, written, from });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return shown;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function edited(code: string, edits: readonly Edit[]): string {
  const last = [...edits].sort((a, b) => b.from - a.from);
  return last.reduce(
    (text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to),
    code,
  );
}

/** An import as an expression that a function can hold. */
function asLoading(statement: ts.ImportDeclaration): Edit {
  const { importClause, moduleSpecifier } = statement;
  const named = importClause?.namedBindings;
  const names: string[] =
    importClause?.name === undefined ? [] : [`default: ${importClause.name.text}`];
  if (named !== undefined && ts.isNamedImports(named)) {
    for (const { isTypeOnly, name, propertyName } of named.elements) {
      if (!isTypeOnly) names.push(`${(propertyName ?? name).text}: ${name.text}`);
    }
  }
  const text =
    importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      ? ''
      : `const { ${names.join(', ')} } = await load(${moduleSpecifier.getText()});`;
  return { from: statement.getStart(), to: statement.end, text };
}

/** Runs the program, and gives the lines that it prints. */
async function run({ file, code }: Block, program: string, results: unknown[]): Promise<string[]> {
  const printed: string[] = [];
  const console = { log: (...values: unknown[]) => printed.push(...format(...values).split('\n')) };
  // A doc comment shows no imports: what it names is the library's, or of its own file.
  const own = /^src\/.*\.ts$/.test(file) ? await import(`${root}${file}`) : {};
  const scope = file.startsWith('src/') ? { ...library, ...own } : {};
  const { outputText } = ts.transpileModule(`return (async () => {\n${program}\n})();`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  try {
    const start = new Function('load', 'console', 'results', ...Object.keys(scope), outputText);
    await start(load, console, results, ...Object.values(scope));
  } catch (error) {
    throw new Error(`${file}: ${String(error)}\n${code}`, { cause: error });
  }
  return printed;
}

/** What a program of the docs imports: this library and its schemas from the sources. */
async function load(specifier: string): Promise<unknown> {
  const [, schema] = /^partner-rules\/schemas\/(.*)\.json$/.exec(specifier) ?? [];
  if (schema !== undefined) return { default: readSchema(schema as SchemaName) };
  const [, locale] = /^partner-rules\/explain\/(en|ko)$/.exec(specifier) ?? [];
  if (locale !== undefined) return import(`${root}src/explain/${locale}.ts`);
  return /^partner-rules\b/.test(specifier) ? library : import(specifier);
}

/** Whether a result is the one that is written. */
function isMet(got: unknown, written: string): boolean {
  const text = written
    .replace(/\n[ \t]*\/\//g, ' ')
    .replace(/(?<=[{,]\s+)…(?=,|\s*\})/g, '[rest]: true');
  try {
    const wanted = new Function('rest', `return (${text});`)(REST);
    expect(got).toEqual(open(wanted));
    return true;
  } catch {
    return false;
  }
}

const REST = Symbol('rest');

/** The same value, of which objects with `…` may have further fields. */
function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, of]) => [name, open(of)]));
  return REST in value ? expect.objectContaining(fields) : fields;
}

function literal(value: unknown): string {
  const text = inspect(value, {
    depth: null,
    breakLength: Number.POSITIVE_INFINITY,
    compact: true,
  });
  return text.replace(/\[ /g, '[').replace(/ \]/g, ']');
}

const COMMENT = /^([ \t]*)\/\/(?!=>| {4}) ?(.*)$/gm;

/** The code with the lines that it prints in its comments: each in its place where there are as many, at the end otherwise. */
function withPrinted(code: string, printed: readonly string[]): string {
  if ([...code.matchAll(COMMENT)].length === printed.length) {
    let at = 0;
    return code.replace(COMMENT, (_, indent) => `${indent}// ${printed[at++]}`.trimEnd());
  }
  const bare = code.replace(/^[ \t]*\/\/(?!=>| {4}).*\n/gm, '');
  return `${bare}${printed.map((line) => `// ${line}\n`).join('')}`;
}
