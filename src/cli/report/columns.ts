import truncatedWidth from 'fast-string-truncated-width';
import colors from 'picocolors';
import { escapeText } from '../../kernel/issue.ts';
import type { Screen } from '../io/screen.ts';

/** One column of a table. */
export interface Column {
  readonly width: number;
  /** Sets the text of a cell to that width. */
  readonly set: (cell: string) => string;
}

/** Names are cut to their column (the NDJSON has them whole); amounts never are. */
export const names = (width: number): Column => ({
  width,
  set: (cell) => {
    const text = cut(escapeText(cell), width);
    return text + ' '.repeat(width - widthOf(text));
  },
});

export const numbers = (width: number): Column => ({
  width,
  set: (cell) => cell.padStart(width),
});

/** The last column of a row: text that is never cut. */
export const rest: Column = { width: 0, set: (cell) => cell };

/** Columns on a terminal: 2 for Hangul, ideographs and emoji. */
function widthOf(text: string): number {
  return truncatedWidth(text).width;
}

function cut(text: string, limit: number): string {
  const { index, ellipsed } = truncatedWidth(text, { limit, ellipsis: '…', ellipsisWidth: 1 });
  return ellipsed ? `${text.slice(0, index)}…` : text.slice(0, index);
}

type Ink = (text: string) => string;

/** The colours of a report. */
interface Inks {
  readonly plain: Ink;
  readonly title: Ink;
  readonly rule: Ink;
  readonly refused: Ink;
  readonly rejected: Ink;
}

export function inksOf({ isColored }: Screen): Inks {
  const { bold, dim, yellow, red } = colors.createColors(isColored);
  return { plain: (text) => text, title: bold, rule: dim, refused: yellow, rejected: red };
}

export function tableRow(
  columns: readonly Column[],
  cells: readonly string[],
  ink: Ink = (text) => text,
): string {
  const set = cells.map((cell, at) => (columns[at] as Column).set(cell));
  return `${ink(set.join('  ').trimEnd())}\n`;
}

/** A line below the titles; below those of several lines as long as the longest. */
export function tableRule(rows: readonly (readonly Column[])[]): string {
  const lines = rows.map((columns) => columns.map(({ width }) => '-'.repeat(width)).join('  '));
  const [first = ''] = lines;
  return lines.length === 1 ? first : '-'.repeat(Math.max(...lines.map(({ length }) => length)));
}
