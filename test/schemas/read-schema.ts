import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { JsonSchema } from './formats.ts';
import type { SchemaName } from './json-schema.ts';

export const schemaFolder: URL = new URL('../../src/schemas/', import.meta.url);

/** A schema of the package, from its file. */
export function readSchema(name: SchemaName): JsonSchema {
  return JSON.parse(readFileSync(new URL(`${name}.json`, schemaFolder), 'utf8'));
}

// Compiling takes longer than validating, so that the test files share what was compiled.
const validators = new Map<SchemaName, ValidateFunction>();

/** A schema of the package, ready to validate by itself. */
export function validatorOf(name: SchemaName): ValidateFunction {
  const validator = validators.get(name) ?? new Ajv2020({ strict: true }).compile(readSchema(name));
  validators.set(name, validator);
  return validator;
}
