import type { Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type Terminal = Writable & {
  readonly isTTY?: boolean;
  /** The width of a terminal in columns. */
  readonly columns?: number;
  hasColors?(): boolean;
};

/** The screen that a report is written for. */
export interface Screen {
  /** In columns; `undefined` for a file or pipe, which has any width. */
  readonly width: number | undefined;
  readonly isColored: boolean;
}

/** Returns how a stream shows text. Node decides about colours: none with `NO_COLOR` or a dumb terminal. */
export function screenOf(stream: Terminal): Screen {
  if (stream.isTTY !== true) return { width: undefined, isColored: false };
  return { width: stream.columns, isColored: stream.hasColors?.() === true };
}
