import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { generateSchemas, writeSchemas } from '../../src/schemas/generate.ts';
import { readSchema, schemas, validatorOf } from './read-schema.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const names = [...schemas.keys()];
const folder = mkdtempSync(join(tmpdir(), 'partner-rules-schemas-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the schemas', () => {
  it('are written one to a file', () => {
    const written = join(folder, 'dist/schemas');
    writeSchemas(written);
    expect(readdirSync(written).sort()).toEqual(names.map((name) => `${name}.json`).sort());
    for (const name of names) {
      const text = readFileSync(join(written, `${name}.json`), 'utf8');
      expect(JSON.parse(text)).toEqual(readSchema(name));
    }
  });

  it('are listed in the documentation', () => {
    const page = readFileSync(pathOf('../../docs/apps/schemas.md'), 'utf8');
    const [, tables = ''] = /## JSON Schemas\n(.*?)\n### /s.exec(page) ?? [];
    const cells = [...tables.matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell = '']) => cell);
    const listed = cells.flatMap((cell) => cell.replaceAll('`', '').split(', '));
    expect(listed.sort()).toEqual([...names].sort());
  });

  // `npx vitest run test/schemas --update` writes these files anew.
  it.each(['refund-request', 'refund-quote', 'market-decision'] as const)(
    'include the %s of the snapshot',
    async (name) => {
      const text = `${JSON.stringify(readSchema(name), null, 2)}\n`;
      await expect(text).toMatchFileSnapshot(pathOf(`snapshots/${name}.json`));
    },
  );

  it('are not generated if a field has no format, no description or a type unknown to JSON', () => {
    const catalogue = join(folder, 'catalogue.ts');
    writeFileSync(
      catalogue,
      `interface Person {
        readonly nickname: string;
        /** How many there are. */
        readonly count: bigint;
      }
      declare const counts: { total: number };
      export interface FactSchemas {
        person: Person;
        counts: typeof counts;
      }`,
    );
    expect(() => generateSchemas(catalogue)).toThrow(
      [
        'No JSON Schemas:',
        'Person.nickname: add a doc comment, or a line in field-descriptions.ts',
        'Person.nickname: add the format of this text to field-formats.ts',
        'Person.count: JSON cannot hold the type bigint',
        'total: add a doc comment, or a line in field-descriptions.ts',
      ].join('\n'),
    );
  });
});

describe.each([...schemas])('%s.json', (name, schema) => {
  it('is a JSON Schema of 2020-12 with an id and a title of its own', () => {
    expect(() => validatorOf(name)).not.toThrow();
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:partner-rules:schema:${name}`,
      title: expect.stringMatching(/^[A-Z]/),
      description: expect.stringMatching(name === 'issues' ? /./ : /Clauses?: /),
    });
  });

  it('describes every field', () => {
    for (const part of partsOf(schema)) {
      if (part['type'] !== 'object' || part['properties'] === undefined) continue;
      const isOpen = /other fields are accepted/.test(String(part['description']));
      expect(part['additionalProperties']).toBe(isOpen);
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
