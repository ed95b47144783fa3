import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { results, run } from '../cli/run.ts';

// Small files in the shapes that people have, with invented values, and what `partner-rules read` finds in each.

const folder = fileURLToPath(new URL('./samples/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => name !== 'expected.json')
  .sort();

interface Line {
  readonly ok?: boolean;
  readonly missing?: string | readonly string[];
  readonly event?: string;
  readonly facts?: object;
  readonly issues?: readonly { readonly message: string }[];
  readonly source: { readonly row: number };
}

/** What was read of a file: its facts, and messages for people. */
async function found(name: string): Promise<object> {
  const { status, stdout, stderr } = await run(['read', `${folder}${name}`]);
  const lines = results(stdout) as readonly Line[];
  const about = stderr.replaceAll(folder, '').replaceAll('partner-rules: ', '').trim();
  const records = lines.flatMap(({ ok, event, facts, missing, issues, source }): object[] => {
    if (ok === undefined) return [];
    const row = source.row;
    return ok
      ? [{ row, event, facts, missing }]
      : [{ row, issues: issues?.map(({ message }) => message) }];
  });
  return { status, about: about.split('\n'), records };
}

describe('the samples', () => {
  it('are at least 40', () => {
    expect(files.length).toBeGreaterThanOrEqual(40);
  });

  it('give the facts and messages that are expected', async () => {
    const all: Record<string, object> = {};
    for (const name of files) all[name] = await found(name);
    await expect(`${JSON.stringify(all, undefined, 1)}\n`).toMatchFileSnapshot(
      `${folder}expected.json`,
    );
  });
});
