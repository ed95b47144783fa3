import ts from 'typescript';
import * as library from '../../src/index.ts';

/** What an expression of a block gives, and what the comment after it says. */
export interface Result {
  readonly expression: string;
  readonly got: unknown;
  readonly said: unknown;
}

const COMMENT = /^\s*\/\/=> (.*)/;

/**
 * Runs a block of code as a program that imports the library, and gives the result of each
 * expression that has one in a comment (`//=> …`) after it.
 */
export function runBlock(code: string): Result[] {
  const file = ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true);
  let program = '';
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const { moduleSpecifier, importClause } = statement;
      if (moduleSpecifier.getText() !== "'partner-rules'") throw new Error(statement.getText());
      const names = importClause?.namedBindings?.getText();
      program += `const ${names} = library;\n`;
      continue;
    }
    const [, said] = COMMENT.exec(code.slice(statement.end)) ?? [];
    if (said === undefined) {
      program += `${statement.getText()}\n`;
      continue;
    }
    if (!ts.isExpressionStatement(statement)) throw new Error(statement.getText());
    const expression = statement.expression.getText();
    const told = JSON.stringify(expression);
    program += `results.push({ expression: ${told}, got: ${expression}, said: ${said} });\n`;
  }
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const results: Result[] = [];
  new Function('library', 'results', outputText)(library, results);
  return results;
}
