import ts from 'typescript';
import { fieldDescriptions } from './field-descriptions.ts';
import { listBounds, numberFormats, openTypes } from './field-formats.ts';
import { type Format, formats, type JsonSchema } from './formats.ts';
import { keyOf, wordsOf } from './word-lists.ts';

/** Inputs that the writers of all schemas share. */
export interface Sources {
  readonly checker: ts.TypeChecker;
  /** The exported names of long lists of words, by their words. */
  readonly wordLists: ReadonlyMap<string, string>;
  /** Fields without a format or a description, to be reported together. */
  readonly problems: Set<string>;
}

/** Writes one schema and the definitions that it refers to. */
export class SchemaWriter {
  readonly #sources: Sources;
  readonly #checker: ts.TypeChecker;
  readonly #textFormats: Readonly<Record<string, Format>>;
  readonly #answers: ReadonlySet<ts.Type>;
  readonly #definitions = new Map<string, JsonSchema>();

  /** `answers` are the types that the schema describes only as answers of the library. */
  constructor(
    sources: Sources,
    textFormats: Readonly<Record<string, Format>>,
    answers: ReadonlySet<ts.Type>,
  ) {
    this.#sources = sources;
    this.#checker = sources.checker;
    this.#textFormats = textFormats;
    this.#answers = answers;
  }

  /** Writes the schema of a property of the catalogue. */
  write(property: ts.Symbol): JsonSchema {
    const { name } = property;
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

  /** The schema of a field's type. A named type is defined once and referred to. */
  #of(type: ts.Type, field: string): JsonSchema {
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
    const text = this.#checker.typeToString(type);
    this.#sources.problems.add(`${field}: JSON cannot hold the type ${text}`);
    return {};
  }

  #format(format: Format): JsonSchema {
    return this.#define(format, () => formats[format]);
  }

  #textFormatOf(field: string): Format {
    const format = lookUp(this.#textFormats, field);
    if (format === undefined) {
      this.#sources.problems.add(`${field}: add the format of this text to field-formats.ts`);
    }
    return format ?? 'Words';
  }

  #array(type: ts.TypeReference, field: string): JsonSchema {
    const elements = this.#checker.getTypeArguments(type);
    const [first] = elements;
    if (first === undefined) return { type: 'array', maxItems: 0 };
    const items = this.#of(first, field);
    return this.#checker.isTupleType(type)
      ? { type: 'array', minItems: 1, items }
      : { type: 'array', ...lookUp(listBounds, field), items };
  }

  #object(type: ts.Type): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const given = this.#checker.getTypeOfSymbol(property);
      if (given.flags & ts.TypeFlags.Undefined) continue;
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
      const field = fieldOf(property);
      const description = this.#commentOn(property) || lookUp(fieldDescriptions, field);
      if (description === undefined) {
        this.#sources.problems.add(
          `${field}: add a doc comment, or a line in field-descriptions.ts`,
        );
      }
      const schema = this.#isAnswer(property) ? this.#format('Answer') : this.#of(given, field);
      properties[property.name] = { description, ...schema };
    }
    const additionalProperties = openTypes.has(type.symbol?.name);
    return { type: 'object', properties, required, additionalProperties };
  }

  /** Returns whether a field is declared as one of the answers; a union with `undefined` hides that in its type. */
  #isAnswer(property: ts.Symbol): boolean {
    const declaration = property.valueDeclaration;
    const isTyped = declaration !== undefined && ts.isPropertySignature(declaration);
    const node = isTyped ? declaration.type : undefined;
    const nodes = node !== undefined && ts.isUnionTypeNode(node) ? node.types : [node];
    return nodes.some(
      (one) => one !== undefined && this.#answers.has(this.#checker.getTypeFromTypeNode(one)),
    );
  }

  #union(type: ts.UnionType, field: string): JsonSchema {
    const types = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined));
    const nulls = types.filter((one) => one.flags & ts.TypeFlags.Null);
    const given = types.filter((one) => !nulls.includes(one));
    const choices = given.some(isBeyondJson)
      ? [
          this.#format(`${this.#textFormatOf(field)}Input` as Format),
          ...given.filter((one) => this.#isObjectOfJson(one)).map((one) => this.#of(one, field)),
        ]
      : this.#choices(given, field);
    choices.push(...nulls.map(() => ({ type: 'null' })));
    return choices.length === 1 ? (choices[0] as JsonSchema) : { anyOf: choices };
  }

  /** Returns whether JSON can hold an object that callers may give in place of a text. */
  #isObjectOfJson(type: ts.Type): boolean {
    const isDecimal = type.getProperty('toFixed') !== undefined;
    return isObject(type) && !isBeyondJson(type) && !isDecimal;
  }

  #choices(types: readonly ts.Type[], field: string): JsonSchema[] {
    const words = wordsOf(types);
    const booleans = types.filter((one) => one.flags & ts.TypeFlags.BooleanLiteral);
    const isBoolean = booleans.length === 2;
    const others = types.filter(
      (one) => !one.isStringLiteral() && !(isBoolean && booleans.includes(one)),
    );
    const choices = others.map((one) => this.#of(one, field));
    if (isBoolean) choices.unshift({ type: 'boolean' });
    // Next to `string` the words are only suggestions.
    if (words.length > 0 && !others.some(isText)) choices.unshift(this.#words(words));
    return choices;
  }

  #words(words: readonly string[]): JsonSchema {
    const name = this.#sources.wordLists.get(keyOf(words));
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

/** Returns whether a type is `string`, or the `string & {}` of a union that suggests words. */
function isText(type: ts.Type): boolean {
  return type.isIntersection() ? type.types.some(isText) : (type.flags & ts.TypeFlags.String) !== 0;
}

/** Returns whether callers may give the type but JSON cannot hold it: the text next to it is then an input. */
const isBeyondJson = (type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.BigInt) !== 0 || type.symbol?.name === 'Date';

/** `Type.field`, by the interface or type that declares it; `field` if none does. */
function fieldOf(property: ts.Symbol): string {
  let node: ts.Node | undefined = property.declarations?.[0];
  for (; node !== undefined; node = node.parent) {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      return `${node.name.text}.${property.name}`;
    }
  }
  return property.name;
}

/** Looks up a field by `Type.field`, then by its name alone. */
function lookUp<Value>(table: Readonly<Record<string, Value>>, field: string): Value | undefined {
  return table[field] ?? table[field.replace(/^.*\./, '')];
}
