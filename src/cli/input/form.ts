import { withoutMark } from '../io/lines.ts';
import { WrongInput } from './wrong-input.ts';

/** The form of an input, which its first bytes show. */
export type Form = { readonly kind: 'ndjson' | 'json' } | CsvForm;

export interface CsvForm {
  readonly kind: 'csv';
  readonly delimiter: string;
  /** True if the first line is Excel's `sep=`, which names the delimiter. */
  readonly isDeclared: boolean;
}

/** Forms that cannot be read, by their first bytes, and what to do instead. */
const signatures: readonly (readonly [bytes: string, sentence: string])[] = [
  [
    '504b0304',
    'is a ZIP archive or an Excel workbook (XLSX); unpack it, or save the sheet as CSV UTF-8',
  ],
  ['504b0506', 'is an empty ZIP archive; export the file again'],
  ['d0cf11e0', 'is an old Excel workbook (XLS); save the sheet as CSV UTF-8'],
  ['1f8b', 'is compressed (gzip); unpack it first, for example with gunzip'],
  ['25504446', 'is a PDF; export the data as CSV or JSON'],
  ['50415231', 'is a Parquet file; export it as CSV, or convert it first'],
  ['fffe0000', 'is UTF-32 text; save it as UTF-8'],
  ['0000feff', 'is UTF-32 text; save it as UTF-8'],
];

/** Refuses what is no text. Throws a `WrongInput`. */
export function checkSignature(head: Buffer, file: string): void {
  const hex = head.subarray(0, 8).toString('hex');
  const [, sentence] = signatures.find(([bytes]) => hex.startsWith(bytes)) ?? [];
  if (sentence !== undefined) throw new WrongInput(file, sentence);
}

/** The encoding that a byte order mark names. */
export function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The beginning of a list of the vendor's on one line, as services send it. */
const COLLECTION =
  /^\{\s*"(?:items|value|data|totalCount|totalRecords|count|nextLink|links|@odata\.\w+)"\s*:/i;

/** Recognises the form of a text by its beginning. Throws a `WrongInput` if it is none that can be read. */
export function formOf(beginning: string, file: string): Form {
  const text = withoutMark(beginning).trimStart();
  const [line = ''] = text.split('\n', 1);
  const first = line.trim();
  if (text.includes('\u0000')) {
    throw new WrongInput(
      file,
      'is no UTF-8 text (UTF-16 without a byte order mark?); save it as UTF-8',
    );
  }
  if (first.startsWith('<')) {
    throw new WrongInput(
      file,
      'is HTML or XML, perhaps a page to sign in; sign in and export it again',
    );
  }
  if (first.startsWith('[')) return { kind: 'json' };
  if (first.startsWith('{')) {
    return { kind: /[{[,]$/.test(first) || COLLECTION.test(first) ? 'json' : 'ndjson' };
  }
  // Not trimmed, as the delimiter can be a tab.
  const [, declared] = /^"?sep=(.)"?\r?$/i.exec(line) ?? [];
  if (declared !== undefined) return { kind: 'csv', delimiter: declared, isDeclared: true };
  if (isJson(first)) return { kind: 'ndjson' };
  if (first.includes(',')) return { kind: 'csv', delimiter: ',', isDeclared: false };
  const other = [';', '\t', '|'].find((delimiter) => first.split(delimiter).length > 2);
  if (other !== undefined) {
    const name = other === '\t' ? 'tabs' : `"${other}"`;
    throw new WrongInput(
      file,
      `has columns separated by ${name}; save it with commas, or name the separator in a first line sep=${other === '\t' ? '<tab>' : other}`,
    );
  }
  return { kind: 'ndjson' };
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
