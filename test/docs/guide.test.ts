import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { filesOf, read, root } from './blocks.ts';

const guide = [...filesOf('docs/guide', '.md'), 'docs/apps/vendor-apis.md', 'docs/rulebook.md'];
const text = guide.concat('docs/interpretations/README.md').map(read).join('\n');

const program = ts.createProgram([`${root}src/index.ts`], {
  ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true },
  ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, allowImportingTsExtensions: true },
  ...{ noEmit: true, types: [], skipLibCheck: true },
});
const checker = program.getTypeChecker();
const index = program.getSourceFile(`${root}src/index.ts`) as ts.SourceFile;
const types = checker
  .getExportsOfModule(checker.getSymbolAtLocation(index) as ts.Symbol)
  .map((symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  )
  .filter((symbol) => symbol.flags & ts.SymbolFlags.Type)
  .map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)] as const);

/** Types whose words the guide does not list one by one. `rulebook.test.ts` does so for clauses. */
const unlisted = [
  ...['MarketCode', 'PortalLabel', 'PortalTask', 'Product', 'RequiredFact'],
  ...['Parser', 'StandardProps'],
];
const isOurs = (symbol: ts.Symbol): boolean =>
  symbol.declarations?.some(({ parent }) =>
    /src\/(?!interop)/.test(parent.getSourceFile().fileName),
  ) === true;

/** The words of a closed union, or the fields of an object. */
function wordsOf(type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type];
  if (parts.every((part) => part.isStringLiteral())) return parts.map((part) => part.value);
  return checker
    .getPropertiesOfType(type)
    .filter(isOurs)
    .map((property) => property.name);
}

describe('the guide', () => {
  const listed = types.filter(([name]) => !unlisted.includes(name) && !/Clause/.test(name));

  it('knows the words and fields of the types', () => {
    const all = Object.fromEntries(listed.map(([name, type]) => [name, wordsOf(type)]));
    expect(all['RefundRow']).toEqual(['full-credit', 'pro-rated', 'pro-rated-less-fee']);
    expect(all['RefundQuote']).toContain('withheld');
  });

  it('names every word of a closed union, and every field of an object', () => {
    const isNamed = (word: string): boolean =>
      new RegExp(`[\`{[ .(]${word}[\`,? }\\]:.(=[]`).test(text);
    const missing = listed.flatMap(([name, type]) =>
      wordsOf(type)
        .filter((word) => !isNamed(word))
        .map((word) => `${name}: ${word}`),
    );
    expect(missing).toEqual([]);
  });

  const words = (cell = ''): string[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

  it('has the matrix of roles and actions', () => {
    const rows = [...text.matchAll(/^\| (`[a-z-]+\.[^|]*) \| ([^|]*) \| (ROL-\d) \|$/gm)];
    const told = rows.flatMap(([, actions, roles, clause]) =>
      words(actions).map((action) => [action, { clause, roles: words(roles) }] as const),
    );
    const matrix = Object.entries(library.permissionMatrix).map(([action, { clause }]) => [
      action,
      { clause, roles: library.rolesAllowed(action as library.Action) },
    ]);
    const granted = matrix.filter(
      ([, row]) => (row as { roles: readonly string[] }).roles.length > 0,
    );
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(granted));
  });

  it('has the tasks of customers', () => {
    const [, tasks = ''] = read('docs/guide/customers.md').split('## Tasks');
    const rows = [
      ...tasks.matchAll(/^\| (`[a-z`, -]+`) \| `([a-z-]+)`[^|]* \| ((?:CUS|SOF)-\d+) \|$/gm),
    ];
    const told = rows.flatMap(([, tasks, how, clause]) =>
      words(tasks).map((task) => [task, how, clause] as const),
    );
    expect(told).toHaveLength(7);
    for (const [task, how, clause] of told) {
      const answer = library.decideCustomerTask(task as library.CustomerTask, {
        subscriptionBoughtBy: 'partner',
      });
      expect([task, answer.how, answer.because]).toEqual([task, how, [clause]]);
    }
  });
});
