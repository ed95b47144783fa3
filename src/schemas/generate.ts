import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { fieldComments } from './field-comments.ts';
import {
  answerFormats,
  type Format,
  factFormats,
  formats,
  type JsonSchema,
  numberFormats,
  textFormats,
} from './formats.ts';
import type { FactSchemas, ResultSchemas } from './schemas.ts';

export type SchemaName = keyof FactSchemas | keyof ResultSchemas;

const root = fileURLToPath(new URL('../../', import.meta.url));
const catalogue = `${root}test/schemas/schemas.ts`;

/** So many words make a list that is told once, by its name. */
const MANY_WORDS = 6;

/** Writes the JSON Schema of every type in the catalogue, by its name. */
export function jsonSchemas(): ReadonlyMap<SchemaName, JsonSchema> {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, files: [catalogue] },
    ts.sys,
    root,
  );
  const program = ts.createProgram([catalogue], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(catalogue) as ts.SourceFile;
  const wordLists = wordListsOf(program, checker);
  const schemas = new Map<SchemaName, JsonSchema>();
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const texts =
      statement.name.text === 'FactSchemas' ? { ...textFormats, ...factFormats } : textFormats;
    for (const property of checker.getTypeAtLocation(statement).getProperties()) {
      const name = property.name as SchemaName;
      schemas.set(name, new Writer(checker, wordLists, texts).write(name, property));
    }
  }
  return schemas;
}

/** The exported names of long lists of words, by the words. */
function wordListsOf(program: ts.Program, checker: ts.TypeChecker): ReadonlyMap<string, string> {
  const index = program.getSourceFile(`${root}src/index.ts`) as ts.SourceFile;
  const module = checker.getSymbolAtLocation(index) as ts.Symbol;
  const names = new Map<string, string>();
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (!(symbol.flags & ts.SymbolFlags.TypeAlias)) continue;
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    if (!type.isUnion() || !type.types.every((one) => one.isStringLiteral())) continue;
    if (type.types.length >= MANY_WORDS) names.set(keyOf(wordsOf(type.types)), exported.name);
  }
  return names;
}

const wordsOf = (types: readonly ts.Type[]): string[] =>
  types.flatMap((type) => (type.isStringLiteral() ? type.value : [])).sort();
const keyOf = (words: readonly string[]): string => words.join(' ');

/** Writes one schema and what it defines on the way. */
class Writer {
  readonly #checker: ts.TypeChecker;
  readonly #wordLists: ReadonlyMap<string, string>;
  readonly #texts: Readonly<Record<string, Format>>;
  readonly #definitions = new Map<string, JsonSchema>();

  constructor(
    checker: ts.TypeChecker,
    wordLists: ReadonlyMap<string, string>,
    texts: Readonly<Record<string, Format>>,
  ) {
    this.#checker = checker;
    this.#wordLists = wordLists;
    this.#texts = texts;
  }

  write(name: SchemaName, property: ts.Symbol): JsonSchema {
    const schema = this.#inline(this.#checker.getTypeOfSymbol(property), name);
    const words = name.replaceAll('-', ' ');
    const definitions = [...this.#definitions].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:partner-rules:schema:${name}`,
      title: words.charAt(0).toUpperCase() + words.slice(1),
      ...{ ...schema, description: this.#commentOn(property) },
      ...(definitions.length === 0 ? {} : { $defs: Object.fromEntries(definitions) }),
    };
  }

  /** A type as it stands in a field: what has a name is defined once and referred to. */
  #of(type: ts.Type, field: string): JsonSchema {
    const answer = answerFormats[field];
    if (answer !== undefined) return this.#format(answer);
    const name = this.#nameOf(type);
    if (name === undefined) return this.#inline(type, field);
    return this.#define(name, () => {
      const description = this.#commentOn(type.aliasSymbol ?? type.symbol);
      const schema = this.#inline(type, field);
      return description === '' ? schema : { description, ...schema };
    });
  }

  #nameOf(type: ts.Type): string | undefined {
    if (!type.isUnionOrIntersection() && !(type.flags & ts.TypeFlags.Object)) return undefined;
    if (type.aliasSymbol !== undefined) {
      const isOfObjects = !type.isUnion() || type.types.every(isObject);
      const isGeneric = type.aliasTypeArguments !== undefined;
      return isOfObjects && !isGeneric ? type.aliasSymbol.name : undefined;
    }
    return type.isClassOrInterface() ? type.symbol.name : undefined;
  }

  #define(name: string, write: () => JsonSchema): JsonSchema {
    if (!this.#definitions.has(name)) this.#definitions.set(name, write());
    return { $ref: `#/$defs/${name}` };
  }

  #inline(type: ts.Type, field: string): JsonSchema {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.isUnion()) return this.#union(type, field);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (flags & ts.TypeFlags.BooleanLiteral) {
      return { const: this.#checker.typeToString(type) === 'true' };
    }
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (isText(type)) return this.#format(this.#textFormatOf(field));
    if (flags & ts.TypeFlags.Number) return this.#format(lookUp(numberFormats, field) ?? 'Count');
    if (this.#checker.isTupleType(type) || this.#checker.isArrayType(type)) {
      return this.#array(type as ts.TypeReference, field);
    }
    if (isObject(type)) return this.#object(type);
    throw new Error(`${field}: ${this.#checker.typeToString(type)} has no JSON Schema`);
  }

  #format(format: Format): JsonSchema {
    return this.#define(format, () => formats[format]);
  }

  #textFormatOf(field: string): Format {
    const format = lookUp(this.#texts, field);
    if (format === undefined) throw new Error(`${field} is a text of no known format`);
    return format;
  }

  #array(type: ts.TypeReference, field: string): JsonSchema {
    const elements = this.#checker.getTypeArguments(type);
    const [first] = elements;
    if (first === undefined) return { type: 'array', maxItems: 0 };
    const items = this.#of(first, field);
    return this.#checker.isTupleType(type)
      ? { type: 'array', minItems: 1, items }
      : { type: 'array', items };
  }

  #object(type: ts.Type): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const given = this.#checker.getTypeOfSymbol(property);
      if (given.flags & ts.TypeFlags.Undefined) continue;
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
      const field = `${ownerOf(property)}.${property.name}`;
      const description = this.#commentOn(property) || lookUp(fieldComments, field);
      if (description === undefined) throw new Error(`${field} has no description`);
      properties[property.name] = { description, ...this.#of(given, field) };
    }
    return { type: 'object', properties, required, additionalProperties: false };
  }

  #union(type: ts.UnionType, field: string): JsonSchema {
    const types = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined));
    const nulls = types.filter((one) => one.flags & ts.TypeFlags.Null);
    const given = types.filter((one) => !nulls.includes(one));
    const choices = given.some(isBeyondJson)
      ? [this.#format(`${this.#textFormatOf(field)}Input` as Format)]
      : this.#choices(given, field);
    choices.push(...nulls.map(() => ({ type: 'null' })));
    return choices.length === 1 ? (choices[0] as JsonSchema) : { anyOf: choices };
  }

  #choices(types: readonly ts.Type[], field: string): JsonSchema[] {
    const words = wordsOf(types);
    const booleans = types.filter((one) => one.flags & ts.TypeFlags.BooleanLiteral);
    const others = types.filter((one) => !one.isStringLiteral() && !booleans.includes(one));
    const choices = others.map((one) => this.#of(one, field));
    if (booleans.length === 2) choices.unshift({ type: 'boolean' });
    else choices.unshift(...booleans.map((one) => this.#inline(one, field)));
    // Beside any text, words are only suggested.
    if (words.length > 0 && !others.some(isText)) choices.unshift(this.#words(words));
    return choices;
  }

  #words(words: readonly string[]): JsonSchema {
    const name = this.#wordLists.get(keyOf(words));
    const list = words.length === 1 ? { const: words[0] } : { enum: words };
    return name === undefined ? list : this.#define(name, () => list);
  }

  #commentOn(symbol: ts.Symbol | undefined): string {
    const parts = symbol?.getDocumentationComment(this.#checker);
    return ts.displayPartsToString(parts).replaceAll(/\s+/g, ' ').trim();
  }
}

const isObject = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 && !isText(type);

/** `string`, also `string & {}`, beside which words are only suggested. */
function isText(type: ts.Type): boolean {
  return type.isIntersection() ? type.types.some(isText) : (type.flags & ts.TypeFlags.String) !== 0;
}

/** What callers may give and JSON cannot hold: then the text of the same format is an input's. */
const isBeyondJson = (type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.BigInt) !== 0 || type.symbol?.name === 'Date';

/** The name of the interface or type in whose text a field stands. */
function ownerOf(property: ts.Symbol): string {
  let node: ts.Node | undefined = property.declarations?.[0];
  while (node !== undefined) {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node.name.text;
    node = node.parent;
  }
  return '';
}

/** What a table has for a field, by its type and name or by its name alone. */
function lookUp<Value>(table: Readonly<Record<string, Value>>, field: string): Value | undefined {
  return table[field] ?? table[field.replace(/^.*\./, '')];
}
