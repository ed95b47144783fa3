import { nearest } from '../../kernel/read.ts';
import { countFields, countIn } from './counts.ts';
import { ExportDates } from './export-dates.ts';
import { tableTypes } from './table-types.ts';
import { type InputType, inputTypes, titles } from './types.ts';
import { WrongInput } from './wrong-input.ts';

/** A table whose columns are known. */
export interface CsvTable {
  readonly type: InputType;
  /** The names of columns that are not read. */
  readonly ignored: readonly string[];
  /** The number of cells of every row. */
  readonly width: number;
  /** Reads a row; a cell that is empty gives nothing. */
  readonly recordOf: (cells: readonly string[]) => Readonly<Record<string, unknown>>;
}

/** Recognises a table by its header. Throws a `WrongInput` if it is none that can be read. */
export function tableOf(
  header: readonly string[],
  wanted: InputType | undefined,
  file: string,
): CsvTable {
  const names = header.map((name) => name.trim());
  const known = new Set(names.map((name) => name.toLowerCase()));
  const found = tableTypes.find(({ type, marks }) =>
    wanted === undefined ? isMarked(known, type, marks) : type === wanted,
  );
  if (found === undefined) throw new WrongInput(file, unknownTable(names, wanted));
  const { type, columns, required } = found;
  const missing = required.filter((name) => !known.has(name.toLowerCase()));
  if (missing.length > 0) {
    const lacks = missing.map(pascal).join(', ');
    throw new WrongInput(
      file,
      `${titles[type]} without the column${missing.length > 1 ? 's' : ''} ${lacks}; export it with all columns`,
    );
  }
  const places = names.map((name) => columns.find((one) => isSame(one, name)));
  const twice = places.find((name, at) => name !== undefined && places.indexOf(name) < at);
  if (twice !== undefined) throw new WrongInput(file, `has the column ${twice} more than once`);
  const ignored = names.filter((_, at) => places[at] === undefined);
  if (type === 'facts') refuseMisspelt(ignored, columns, file);
  return { type, ignored, width: names.length, recordOf: readerOf(type, places) };
}

/** Tables of the vendor have all of their marks, and our own one of them. */
function isMarked(known: ReadonlySet<string>, type: InputType, marks: readonly string[]): boolean {
  const isKnown = (name: string): boolean => known.has(name.toLowerCase());
  return type === 'facts' ? marks.some(isKnown) : marks.every(isKnown);
}

function unknownTable(names: readonly string[], wanted: InputType | undefined): string {
  const columns = `${names.length} columns (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''})`;
  if (wanted !== undefined) return `has ${columns}, and ${titles[wanted]} do not come as CSV`;
  const types = tableTypes.map(({ type }) => titles[type]).join(', ');
  return `looks like CSV with ${columns}, which are not those of ${types}; name the columns as in docs/guide/csv.md, or see --as (${inputTypes.join(', ')})`;
}

/** An unknown column is no fact, unless its name is almost that of one. */
function refuseMisspelt(
  ignored: readonly string[],
  columns: readonly string[],
  file: string,
): void {
  for (const name of ignored) {
    const near = nearest(name, columns);
    if (near === undefined) continue;
    throw new WrongInput(file, `has the column "${name}" (did you mean "${near}"?)`);
  }
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function pascal(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

type Cell = (text: string) => unknown;

const asText = (text: string): string => text;
const asTruth: Cell = (text) =>
  /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;

const factCells: Readonly<Record<string, Cell>> = {
  used: asTruth,
  ...Object.fromEntries(countFields.map((name) => [name, countIn])),
};

function readerOf(type: InputType, places: readonly (string | undefined)[]): CsvTable['recordOf'] {
  const isReconciliation = type === 'reconciliation';
  const dates = new ExportDates(isReconciliation);
  const asDay: Cell = (text) => dates.dayOf(text);
  // Excel keeps the apostrophe that marks a text.
  const plain = isReconciliation ? (text: string) => text.replace(/^'/, '') : asText;
  const cellOf = (name: string): Cell => {
    if (type === 'facts') return factCells[name] ?? asText;
    return /date$/i.test(name) ? asDay : asText;
  };
  const read = places.flatMap((name, at) =>
    name === undefined ? [] : [{ name, at, cell: cellOf(name) }],
  );
  return (cells) => {
    const record: Record<string, unknown> = {};
    for (const { name, at, cell } of read) {
      const text = plain(cells[at] as string);
      if (text !== '') record[name] = cell(text);
    }
    return record;
  };
}
