import { issue } from '../../kernel/issue.ts';
import type { BegunInput } from './begin-input.ts';
import { type CsvBatch, csvRows } from './csv-rows.ts';
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
  let rows: CsvBatch['rows'] = [];
  let fault: string | undefined;
  while (rows.length <= (isDeclared ? 1 : 0) && fault === undefined) {
    const { value: batch, done } = await batches.next();
    if (done === true) break;
    rows = [...rows, ...batch.rows];
    fault = batch.fault;
  }
  const [header = [], ...others] = isDeclared ? rows.slice(1) : rows;
  const table = tableOf(header, wanted, file);
  const ignored = table.ignored.length === 0 ? '' : `; not read: ${table.ignored.join(', ')}`;
  return {
    file,
    type: table.type,
    about: `${titles[table.type]}, CSV${isUtf16 ? ', UTF-16' : ''}${ignored}`,
    batches: tableRecords(table, { rows: others, bytes: 0, fault }, batches, file),
  };
}

async function* tableRecords(
  table: CsvTable,
  head: CsvBatch,
  rest: AsyncIterable<CsvBatch>,
  file: string,
): AsyncGenerator<RecordBatch> {
  const { type, width, recordOf } = table;
  // The header is row 1, as a spreadsheet counts.
  let row = 1;
  const recordsIn = ({ rows, fault, bytes }: CsvBatch): RecordBatch => {
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
