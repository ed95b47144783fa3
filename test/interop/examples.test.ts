import { describe, expect, it } from 'vitest';
import { allBodies } from './examples.ts';
import { readers } from './readers.ts';

describe('every published example, read by every reader', () => {
  const pairs = allBodies.flatMap(([where, body]) =>
    Object.entries(readers).map(([name, read]) => [name, where, read, body] as const),
  );

  it('is there', () => {
    expect(allBodies).toHaveLength(10 + 35);
  });

  it.each(pairs)('%s of %s gives facts, or issues that name what it lacks', (_, __, read, body) => {
    const parsed = read(body);
    if (parsed.ok) return expect(parsed.value).toBeDefined();
    expect(parsed.issues).not.toEqual([]);
    for (const { path, code, expected, received, message } of parsed.issues) {
      const name = path.at(-1);
      if (name === undefined)
        expect(code).toBe(Array.isArray(body) ? 'not-an-object' : 'not-an-array');
      else expect(message).toMatch(new RegExp(`${name}\\]?: `));
      expect(message).toContain(`expected ${expected}, got ${received}`);
    }
  });

  it.each(allBodies)('%s is not changed by it', (_, body) => {
    const before = JSON.stringify(body);
    for (const read of Object.values(readers)) read(body);
    expect(JSON.stringify(body)).toBe(before);
  });
});
