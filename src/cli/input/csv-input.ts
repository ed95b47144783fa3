import { issue } from '../../kernel/issue.ts';
import type { BegunInput } from './begin-input.ts';
import { csvRows } from './csv-rows.ts';
import { type CsvTable, tableOf } from './csv-table.ts';
import type { CsvForm } from './form.ts';
import type { OpenedInput, RecordBatch, SourceRecord } from './records.ts';
import { type InputType, titles } from './types.ts';

/** Recognises a CSV file by its header. Throws a `WrongInput` if it is none that can be read. */
export async function openCsv(
  { chunks, isUtf16 }: BegunInput,
  { delimiter, isDeclared }: CsvForm,
  file: string,
  wanted: InputType | undefined,
): Promise<OpenedInput> {
  const batches = csvRows(chunks, delimiter);
  let rows: readonly (readonly string[])[] = [];
  let first = await batches.next();
  for (; first.done !== true; first = await batches.next()) {
    rows = [...rows, ...first.value.rows];
    if (rows.length > (isDeclared ? 1 : 0) || first.value.fault !== undefined) break;
  }
  const [header = [], ...others] = isDeclared ? rows.slice(1) : rows;
  const table = tableOf(header, wanted, file);
  const ignored = table.ignored.length === 0 ? '' : `; not read: ${table.ignored.join(', ')}`;
  const head = { rows: others, bytes: 0, ...(first.done === true ? {} : faultIn(first.value)) };
  return {
    file,
    type: table.type,
    about: `${titles[table.type]}, CSV${isUtf16 ? ', UTF-16' : ''}${ignored}`,
    batches: tableRecords(table, head, batches, file),
  };
}

type Rows = Awaited<ReturnType<ReturnType<typeof csvRows>['next']>>['value'] & object;

function faultIn({ fault }: Rows): { readonly fault?: string } {
  return fault === undefined ? {} : { fault };
}

async function* tableRecords(
  table: CsvTable,
  head: Rows,
  rest: AsyncIterable<Rows>,
  file: string,
): AsyncGenerator<RecordBatch> {
  const { type, width, recordOf } = table;
  // The header is row 1, as a spreadsheet counts.
  let row = 1;
  const recordsIn = ({ rows, fault, bytes }: Rows): RecordBatch => {
    const records: SourceRecord[] = [];
    for (const cells of rows) {
      row += 1;
      if (cells.length === 1 && cells[0] === '') continue;
      const source = { file, row, type };
      if (cells.length === width) records.push({ source, value: recordOf(cells), isRow: true });
      else {
        const expected = `${width} cells, as the header has`;
        const got = issue([], 'malformed-csv', expected, cells.length);
        records.push({ source, faults: [got] });
      }
    }
    if (fault !== undefined) {
      const source = { file, row: row + 1, type };
      const expected = `${fault}; this row and all after it cannot be read`;
      records.push({ source, faults: [issue([], 'malformed-csv', expected, undefined)] });
    }
    return { records, bytes };
  };
  yield recordsIn(head);
  for await (const batch of rest) yield recordsIn(batch);
}
