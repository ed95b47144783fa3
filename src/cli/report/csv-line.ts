import Papa from 'papaparse';

/**
 * The start of a cell that a spreadsheet would run as a formula: `=`, `+`, `-`, `@`, a tab or a line
 * break, also full width. A negative number is none.
 */
const FORMULA = /^(?:[=+@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|-(?!\d+(?:\.\d+)?$))/;

/** Excel reads a CSV file as UTF-8 only if it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The start of a CSV file, with or without a byte order mark. */
export function markIf(hasMark: boolean): string {
  return hasMark ? BYTE_ORDER_MARK : '';
}

/** Formats a row as CSV (RFC 4180). A cell that begins like a formula gets an apostrophe. */
export function csvLine(cells: readonly (string | null | undefined)[]): string {
  return `${Papa.unparse([cells.map((cell) => cell ?? '')], { escapeFormulae: FORMULA, newline: '\n' })}\n`;
}
