import ts from 'typescript';
import * as library from '../../src/index.ts';
import { type Block, read, root } from './blocks.ts';

// What a reader gets who pastes a block into a file of their own, in a strict project.

const options: ts.CompilerOptions = {
  ...{ target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [] },
  ...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  ...{
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    noUncheckedIndexedAccess: true,
  },
  ...{
    skipLibCheck: true,
    noEmit: true,
    resolveJsonModule: true,
    allowImportingTsExtensions: true,
  },
  paths: {
    'partner-rules': ['./src/index.ts'],
    'partner-rules/*': ['./src/*/index.ts', './src/*.ts'],
  },
};

// The build generates the JSON Schemas; they may not be there yet. Reading Node's own types would take longer than the rest.
const ambient = `${root}docs/ambient.d.ts`;
const ambientTypes = `
  declare module 'partner-rules/schemas/*' { const schema: object; export default schema; }
  declare const console: { log(...values: unknown[]): void };
`;

/** What the compiler has against each block. */
export function faultsOf(blocks: readonly Block[]): string[] {
  const files = new Map(blocks.map((block, at) => [`${root}docs/block-${at}.ts`, block]));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.getCurrentDirectory = () => root;
  host.fileExists = (name) => name === ambient || files.has(name) || fileExists(name);
  host.getSourceFile = (name, target, ...rest) => {
    const block = files.get(name);
    const text = name === ambient ? ambientTypes : block && withImports(block);
    if (text === undefined) return getSourceFile(name, target, ...rest);
    return ts.createSourceFile(name, text, target);
  };
  const program = ts.createProgram([ambient, ...files.keys()], options, host);
  return [...files].flatMap(([name, { file }]) => {
    const source = program.getSourceFile(name);
    const faults: ts.Diagnostic[] = [...program.getSyntacticDiagnostics(source)];
    faults.push(...program.getSemanticDiagnostics(source));
    return faults.map(({ messageText, start = 0 }) => {
      const text = source?.text ?? '';
      const line = text.slice(text.lastIndexOf('\n', start) + 1).split('\n', 1);
      return `${file}: ${ts.flattenDiagnosticMessageText(messageText, ' ')} ${line}`;
    });
  });
}

/** A doc comment shows no imports: what it names is the library's, or of its own file. */
function withImports({ file, code }: Block): string {
  if (!file.startsWith('src/')) return code;
  const known = Object.keys(library);
  const own = [...read(file).matchAll(/^export (?:function|const) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const names = new Set(code.match(/\w+/g));
  const from = (list: readonly (string | undefined)[], specifier: string): string =>
    `import { ${list.filter((name) => names.has(`${name}`)).join(', ')} } from '${specifier}';`;
  return [
    from(known, 'partner-rules'),
    from(
      own.filter((name) => !known.includes(`${name}`)),
      `../${file}`,
    ),
    `{\n${code}\n}`,
  ].join('\n');
}
