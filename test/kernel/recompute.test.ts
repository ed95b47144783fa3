import { describe, expect, it } from 'vitest';
import { InputError, type Issue, issue } from '../../src/kernel/issue.ts';
import { recompute } from '../../src/kernel/recompute.ts';

interface Answer {
  readonly kind: 'sum';
  readonly sum: number;
  readonly note?: string | undefined;
  readonly request: object;
}

const add = (answer: unknown, issues: Issue[]): Answer | undefined =>
  recompute<Answer>('sum', answer, ['given'], issues, ({ request }) => ({
    kind: 'sum',
    sum: (request['a'] as number) + (request['b'] as number),
    note: undefined,
    request: { ...request },
  }));

describe('an answer that is computed again', () => {
  it('is the computed one, whatever stands for a field that is not given', () => {
    for (const note of [undefined, null]) {
      const issues: Issue[] = [];
      const computed = add({ kind: 'sum', sum: 3, note, request: { a: 1, b: 2 } }, issues);
      expect(issues).toEqual([]);
      expect(computed).toEqual({ kind: 'sum', sum: 3, note: undefined, request: { a: 1, b: 2 } });
    }
  });

  it('reads a request once', () => {
    let reads = 0;
    const request = {
      get a() {
        reads += 1;
        return reads;
      },
      b: 2,
    };
    expect(add({ kind: 'sum', sum: 3, request }, [])).toMatchObject({ sum: 3 });
    expect(reads).toBe(1);
  });

  it('reports what an InputError reports, by its place in the answer', () => {
    const issues: Issue[] = [];
    const paths = [['a'], [], ['options', 'policy', 'id'], ['options', 'asOf']];
    recompute<Answer>('sum', { kind: 'sum', request: {} }, ['given'], issues, () => {
      throw new InputError(
        paths.map((path) => issue(path, 'missing-field', 'a number', undefined)),
      );
    });
    expect(issues.map(({ message }) => message)).toEqual([
      'given.request.a: expected a number, got nothing',
      'given.request: expected a number, got nothing',
      'given.policy.id: expected a number, got nothing',
      'given.request.asOf: expected a number, got nothing',
    ]);
  });

  it('passes a bug of ours on', () => {
    const bug = new Error('a bug');
    const compute = (): never => {
      throw bug;
    };
    expect(() => recompute<Answer>('sum', { kind: 'sum', request: {} }, [], [], compute)).toThrow(
      bug,
    );
  });
});
