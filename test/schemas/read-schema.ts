import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema } from './formats.ts';
import type { SchemaName } from './json-schema.ts';

export const schemaFolder: URL = new URL('../../src/schemas/', import.meta.url);

/** A schema of the package, from its file. */
export function readSchema(name: SchemaName): JsonSchema {
  return JSON.parse(readFileSync(new URL(`${name}.json`, schemaFolder), 'utf8'));
}

/** A schema of the package, ready to validate by itself. */
export function validatorOf(name: SchemaName): ValidateFunction {
  return new Ajv2020({ strict: true }).compile(readSchema(name));
}
