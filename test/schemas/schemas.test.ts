import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from './json-schema.ts';
import { readSchema, schemaFolder, validatorOf } from './read-schema.ts';

const written = jsonSchemas();

it('are all there, and no other', () => {
  const files = [...written.keys()].map((name) => `${name}.json`);
  expect(readdirSync(schemaFolder).sort()).toEqual(files.sort());
});

describe.each([...written])('%s.json', (name, schema) => {
  // Where it is stale, `npm run schemas` writes it anew.
  it('is what follows from its type', async () => {
    const path = fileURLToPath(new URL(`${name}.json`, schemaFolder));
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(path);
  });

  it('can be reached by the exports of the package', () => {
    const require = createRequire(import.meta.url);
    expect(require(`partner-rules/schemas/${name}.json`)).toEqual(readSchema(name));
  });

  it('is a JSON Schema of 2020-12 with an id and a title of its own', () => {
    expect(() => validatorOf(name)).not.toThrow();
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:partner-rules:schema:${name}`,
      title: expect.stringMatching(/^[A-Z]/),
      description: expect.stringMatching(name === 'issues' ? /./ : /Clauses?: /),
    });
  });

  it('describes every field, and knows every field of an object', () => {
    for (const part of partsOf(schema)) {
      if (part['type'] !== 'object' || part['properties'] === undefined) continue;
      expect(part['additionalProperties']).toBe(false);
      for (const field of Object.values(part['properties'] as object)) {
        expect(field.description).toMatch(/./);
      }
    }
  });
});

/** Every object within a value, the value itself included. */
function partsOf(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(partsOf);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}
