import { readLine } from '../io/answer-line.ts';
import { lineBatches } from '../io/lines.ts';
import { beginInput } from './begin-input.ts';
import { readDocument } from './json-document.ts';
import { isReadLine, recordsOfReadLine } from './read-lines.ts';
import type { OpenedInput, RecordBatch, SourceRecord } from './records.ts';
import { typeOfBody } from './type-of-body.ts';
import { type InputType, titles } from './types.ts';

/** Recognises an input. Throws a `WrongInput` if it is none that can be read. */
export async function openRecords(
  stream: AsyncIterable<Buffer>,
  file: string,
  wanted: InputType | undefined,
): Promise<OpenedInput> {
  const begun = await beginInput(stream, file);
  const { form } = begun;
  const encoding = begun.isUtf16 ? ', UTF-16' : '';
  if (form.kind === 'csv') {
    // Loaded only now: most runs read no CSV.
    const { openCsv } = await import('./csv-input.ts');
    return openCsv(begun, form, file, wanted);
  }
  if (form.kind === 'json') {
    const { items, hasMore } = await readDocument(begun.chunks, file);
    const records = items.flatMap((value, at) => recordsOf(value, file, at + 1, wanted));
    const isMixed = isReadLine(items[0]);
    const type = typeOf(items[0], wanted);
    const more = hasMore ? '; it is one page of several (nextLink)' : '';
    const about = `${titles[type]}, JSON${encoding}${more}`;
    return { file, type, about, isMixed, batches: only({ records, bytes: 0 }) };
  }
  const { first, chunks } = await firstRecord(begun.chunks);
  const isMixed = isReadLine(first);
  const type = typeOf(first, wanted);
  return {
    file,
    type,
    isMixed,
    about: `${isMixed ? 'facts of partner-rules read' : titles[type]}, one JSON record a line${encoding}`,
    ...(type === 'facts' && !isMixed ? { lines: chunks } : {}),
    batches: lineRecords(chunks, file, wanted),
  };
}

/** The type of an input, by its first record. */
function typeOf(first: unknown, wanted: InputType | undefined): InputType {
  if (wanted !== undefined) return wanted;
  return (isReadLine(first) ? undefined : typeOfBody(first)) ?? 'facts';
}

function recordsOf(
  value: unknown,
  file: string,
  row: number,
  wanted: InputType | undefined,
): readonly SourceRecord[] {
  const read = wanted === undefined ? recordsOfReadLine(value) : undefined;
  return read ?? [{ source: { file, row, type: wanted ?? typeOfBody(value) ?? 'facts' }, value }];
}

async function* only(batch: RecordBatch): AsyncGenerator<RecordBatch> {
  yield batch;
}

/** The first record of an input with one a line, and the whole input. */
async function firstRecord(
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly first: unknown; readonly chunks: AsyncIterable<Buffer> }> {
  const rest = chunks[Symbol.asyncIterator]();
  const { value: head, done } = await rest.next();
  if (done === true) return { first: undefined, chunks };
  // A byte order mark counts as white space.
  const [line = ''] = head.toString().trimStart().split('\n', 1);
  const read = readLine(line);
  return { first: 'record' in read ? read.record : undefined, chunks: after(head, rest) };
}

async function* after(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* lineRecords(
  chunks: AsyncIterable<Buffer>,
  file: string,
  wanted: InputType | undefined,
): AsyncGenerator<RecordBatch> {
  let row = 0;
  for await (const { lines, bytes } of lineBatches(chunks)) {
    const records: SourceRecord[] = [];
    for (const text of lines) {
      row += 1;
      if (typeof text === 'string' && text.trim() === '') continue;
      const read = readLine(text);
      const source = { file, row, type: wanted ?? 'facts' } as const;
      if ('fault' in read) records.push({ source, faults: [read.fault] });
      else records.push(...recordsOf(read.record, file, row, wanted));
    }
    yield { records, bytes };
  }
}
