import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { SchemaName } from './catalogue.ts';
import { factFormats, textFormats } from './field-formats.ts';
import type { JsonSchema } from './formats.ts';
import { SchemaWriter } from './schema-writer.ts';
import { wordListsOf } from './word-lists.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ofPackage = `${root}src/schemas/catalogue.ts`;
const index = `${root}src/index.ts`;

/** JSON Schemas by the names of their files. */
export type Schemas = ReadonlyMap<SchemaName, JsonSchema>;

/**
 * Generates the JSON Schema of every type in a catalogue.
 *
 * Throws an `Error` that lists every field without a format or a description.
 */
export function generateSchemas(catalogue: string = ofPackage): Schemas {
  const program = ts.createProgram([catalogue, index], { ...compilerOptions(), types: [] });
  const checker = program.getTypeChecker();
  const wordLists = wordListsOf(exportsOf(program, checker), checker);
  const sources = { checker, wordLists, problems: new Set<string>() };
  const facts = propertiesOf('FactSchemas', catalogue, program);
  const results = propertiesOf('ResultSchemas', catalogue, program);
  const answers = new Set(results.map((one) => checker.getTypeOfSymbol(one)));
  const formatsInFacts = { ...textFormats, ...factFormats };

  const schemas = new Map(
    [
      ...facts.map((one) => [one, new SchemaWriter(sources, formatsInFacts, answers)] as const),
      ...results.map((one) => [one, new SchemaWriter(sources, textFormats, new Set())] as const),
    ].map(([property, writer]) => [property.name as SchemaName, writer.write(property)]),
  );
  if (sources.problems.size > 0) {
    throw new Error(`No JSON Schemas:\n${[...sources.problems].join('\n')}`);
  }
  return schemas;
}

/** Writes the schemas of the package to a folder, as `refund-quote.json` and so on. */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of generateSchemas()) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options;
}

/** The exports of the package. */
function exportsOf(program: ts.Program, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const module = checker.getSymbolAtLocation(program.getSourceFile(index) as ts.SourceFile);
  return checker.getExportsOfModule(module as ts.Symbol);
}

/** The properties of an interface of the catalogue, one for each schema. */
function propertiesOf(name: string, catalogue: string, program: ts.Program): readonly ts.Symbol[] {
  const { statements } = program.getSourceFile(catalogue) as ts.SourceFile;
  return statements
    .filter(ts.isInterfaceDeclaration)
    .filter((one) => one.name.text === name)
    .flatMap((one) => program.getTypeChecker().getTypeAtLocation(one).getProperties());
}
