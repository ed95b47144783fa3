import type { Issue } from '../../kernel/issue.ts';
import type { InputType } from './types.ts';

/** The place of a record: its file, its row or line or position in it, counted from 1, and what it is. */
export interface Source {
  readonly file: string;
  readonly row: number;
  readonly type: InputType;
}

/** A record of an input, or why it is none. */
export interface SourceRecord {
  readonly source: Source;
  readonly value?: unknown;
  /** True for a row of a table, whose fields are those of its columns. */
  readonly isRow?: boolean;
  /** True for facts of a reservation, which are a return even without a price. */
  readonly isReturn?: boolean;
  readonly faults?: readonly Issue[];
}

export interface RecordBatch {
  readonly records: readonly SourceRecord[];
  /** The bytes of input that they took. */
  readonly bytes: number;
}

/** An input that was recognised. */
export interface OpenedInput {
  readonly file: string;
  /** The type of its first record. */
  readonly type: InputType;
  /** The type of the input, in words. */
  readonly about: string;
  /** The whole input, if it is facts with one JSON record a line. */
  readonly lines?: AsyncIterable<Buffer>;
  /** True if its records are lines of `partner-rules read`, which can be of several types. */
  readonly isMixed?: boolean;
  readonly batches: AsyncIterable<RecordBatch>;
}
