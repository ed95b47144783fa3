import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { SchemaName } from '../../src/schemas/catalogue.ts';
import type { JsonSchema } from '../../src/schemas/formats.ts';
import { generateSchemas, type Schemas } from '../../src/schemas/generate.ts';

/** The schemas as they follow from the types now, whatever was built last. Test files share them. */
export const schemas: Schemas = generateSchemas();

/** A schema of the package, as its file has it. */
export function readSchema(name: SchemaName): JsonSchema {
  return JSON.parse(JSON.stringify(schemas.get(name)));
}

// Compiling takes longer than validating, so that the test files share what was compiled.
const validators = new Map<SchemaName, ValidateFunction>();

/** A schema of the package, ready to validate by itself. */
export function validatorOf(name: SchemaName): ValidateFunction {
  const validator = validators.get(name) ?? new Ajv2020({ strict: true }).compile(readSchema(name));
  validators.set(name, validator);
  return validator;
}
