import { isUtf8 } from 'node:buffer';
import { readCollection } from '../../interop/body/read-collection.ts';
import { isTooDeep, MOST_DEPTH } from '../io/is-too-deep.ts';
import { withoutMark } from '../io/lines.ts';
import { type ParsedJson, parseJson } from '../io/parse-json.ts';
import { WrongInput } from './wrong-input.ts';

/** The records of a JSON document. */
export interface JsonDocument {
  readonly items: readonly unknown[];
  /** True if further pages exist. */
  readonly hasMore: boolean;
}

/** A document is parsed as a whole. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Reads the records of a JSON document: those of a list in any spelling, or the document itself. */
export async function readDocument(
  chunks: AsyncIterable<Buffer>,
  file: string,
): Promise<JsonDocument> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) {
      throw new WrongInput(
        file,
        'is one JSON document of more than 256 MiB; export it as CSV, or write one record a line',
      );
    }
  }
  const bytes = Buffer.concat(parts);
  if (!isUtf8(bytes)) throw new WrongInput(file, 'is no UTF-8 text; save it as UTF-8');
  const text = withoutMark(bytes.toString());
  const { value, repeated } = parsed(text, file);
  if (repeated !== undefined) throw new WrongInput(file, repeated.message);
  if (isTooDeep(value, MOST_DEPTH + 2)) {
    throw new WrongInput(file, `is JSON nested more than ${MOST_DEPTH + 2} deep`);
  }
  const list = readCollection(value);
  if (!list.ok) return { items: [value], hasMore: false };
  const { nextLink } = value as { readonly nextLink?: unknown };
  return { items: list.value, hasMore: typeof nextLink === 'string' && nextLink !== '' };
}

function parsed(text: string, file: string): ParsedJson {
  try {
    return parseJson(text);
  } catch {
    throw new WrongInput(
      file,
      'is neither one JSON document nor one JSON record a line (is the file complete?)',
    );
  }
}
