import type { Issue } from '../../kernel/issue.ts';

/** What a record may call itself, handed back so that its result is found again. */
export interface Names {
  readonly id?: string | undefined;
  readonly customerId?: string | undefined;
}

export interface Answered extends Names {
  readonly ok: true;
  readonly index: number;
  /** Whether the record was settled before, and was not paid again. */
  readonly repeated?: boolean | undefined;
}

export interface Rejected extends Names {
  readonly ok: false;
  readonly index: number;
  /** Counted from 1. */
  readonly line: number;
  readonly issues: readonly Issue[];
}

/** One run of a command: it answers records one after the other. */
export interface Run<A extends Answered> {
  answer(record: unknown, index: number, line: number): A | Rejected;
}

export function reject(index: number, line: number, issue: Issue): Rejected {
  return { ok: false, index, line, issues: [issue] };
}
