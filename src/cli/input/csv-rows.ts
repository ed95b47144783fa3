import { type CsvError, type Parser, parse } from 'csv-parse';

/** Some rows of a CSV file, and how many bytes of it were read for them. */
export interface CsvBatch {
  readonly rows: readonly (readonly string[])[];
  readonly bytes: number;
  /** The reason why nothing after these rows can be read, if there is one. */
  readonly fault: string | undefined;
}

/** Longer than any row; without it an open quote would take in the rest of the file. */
const MOST_OF_A_ROW = 1 << 20;

/** Reads the rows of a CSV file (RFC 4180). An empty line is a row of one empty cell. */
export async function* csvRows(
  chunks: AsyncIterable<Buffer>,
  delimiter: string,
): AsyncGenerator<CsvBatch, void, undefined> {
  let rows: string[][] = [];
  let fault: string | undefined;
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    max_record_size: MOST_OF_A_ROW,
    on_record: (cells: string[]) => {
      rows.push(cells);
      return null;
    },
  });
  parser.on('error', (error: CsvError) => {
    fault = sentenceOf(error);
  });
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const taken = (bytes: number): CsvBatch => {
    const batch = { rows, bytes, fault };
    rows = [];
    return batch;
  };
  for await (const chunk of chunks) {
    await done((next) => parser.write(chunk, next));
    if (!isText(utf8, chunk)) fault = 'UTF-8 text';
    yield taken(chunk.length);
    if (fault !== undefined) return;
  }
  await done((next) => parser.end(next));
  parser.destroy();
  yield taken(0);
}

/** Returns whether the bytes go on as UTF-8 text, which the parser does not check. */
function isText(utf8: InstanceType<typeof TextDecoder>, chunk: Buffer): boolean {
  try {
    utf8.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Waits for a step of the parser, which reports a fault as an event too. */
async function done(step: (next: () => void) => Parser | boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    step(() => resolve());
  });
}

function sentenceOf({ code, lines }: CsvError): string {
  return `${expectedInsteadOf(code)} (line ${lines})`;
}

function expectedInsteadOf(code: CsvError['code']): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'every opening quote to be closed';
    case 'INVALID_OPENING_QUOTE':
      return 'quotes around whole cells only, doubled inside them';
    case 'CSV_MAX_RECORD_SIZE':
      return 'rows of at most 1 MiB (is a quote left open?)';
    default: // CSV_INVALID_CLOSING_QUOTE
      return 'a separator after a closing quote, and quotes doubled inside cells';
  }
}
