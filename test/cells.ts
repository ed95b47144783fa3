import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';

/** A question, what the library answers, and what the tables say. */
export type Cell = readonly [question: unknown, answer: unknown, expected: unknown];

declare module 'vitest' {
  interface TaskMeta {
    /** How many cells agree with their table; `test/trust/cells.js` prints and adds them. */
    cells?: number;
  }
}

/** Holds every cell of a table against its answer, and counts the cells. */
export function itHolds(what: string, count: number, cells: () => Iterable<Cell>): void {
  it(what, ({ task }) => {
    let found = 0;
    for (const [question, answer, expected] of cells()) {
      if (!isDeepStrictEqual(answer, expected)) {
        expect({ question, answer }).toStrictEqual({ question, answer: expected });
        expect.fail(`differs, and does not show how: ${JSON.stringify(question)}`);
      }
      found += 1;
    }
    expect(found).toBe(count);
    task.meta.cells = found;
  });
}
