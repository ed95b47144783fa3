import type { Issue } from '../../kernel/issue.ts';
import type { MOST_DEPTH } from './is-too-deep.ts';

/** The ids of a record, repeated in its result. */
export interface Names {
  readonly id?: string | undefined;
  readonly customerId?: string | undefined;
}

/** The place of a record in what people have: its file, and its row, line or position there, counted from 1. */
export interface RecordSource {
  readonly file: string;
  readonly row: number;
  readonly type: string;
}

export interface Answered extends Names {
  readonly ok: true;
  /** The source of the record, unless it has the command's own form. */
  readonly source?: RecordSource | undefined;
  readonly index: number;
  /** True if the record was already settled, so that it is not paid again. */
  readonly repeated?: boolean | undefined;
}

export interface Rejected extends Names {
  readonly ok: false;
  readonly source?: RecordSource | undefined;
  readonly index: number;
  /** Counted from 1. */
  readonly line: number;
  readonly issues: readonly Issue[];
}

/** One run of a command, which answers records one after the other. */
export interface Run<A extends Answered> {
  /** Limit of nesting in its records; {@link MOST_DEPTH} by default. */
  readonly mostDepth?: number;
  answer(record: unknown, index: number, line: number): A | Rejected;
  /** Comes before the answers to a batch of records, if the run must prepare them. */
  begin?(records: readonly unknown[]): void;
  /** Makes the answers to a batch last; only then may they be written. */
  commit?(): void;
}

export function reject(index: number, line: number, issue: Issue): Rejected {
  return { ok: false, index, line, issues: [issue] };
}
