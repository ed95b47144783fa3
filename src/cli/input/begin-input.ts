import { checkSignature, encodingOf, type Form, formOf } from './form.ts';

/** An input whose beginning was looked at. */
export interface BegunInput {
  readonly form: Form;
  readonly isUtf16: boolean;
  /** All of it, as UTF-8. */
  readonly chunks: AsyncIterable<Buffer>;
}

const NEWLINE = 10;
/** More than the first line of any table has. */
const MOST_BEGINNING = 1 << 16;

/** Reads the beginning of an input and recognises its form. Throws a `WrongInput` if it cannot be read. */
export async function beginInput(stream: AsyncIterable<Buffer>, file: string): Promise<BegunInput> {
  const bytes = stream[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  for (let size = 0; size < 4; ) {
    const { value, done } = await bytes.next();
    if (done === true) break;
    first.push(value);
    size += value.length;
  }
  const [only] = first;
  const start = only !== undefined && first.length === 1 ? only : Buffer.concat(first);
  checkSignature(start, file);
  const encoding = encodingOf(start);
  const all = rejoined(start, bytes);
  const text = encoding === 'utf-8' ? all : decoded(all, encoding);

  const chunks = text[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < MOST_BEGINNING && !hasLine(head)) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  const form = formOf(head.toString(), file);
  return { form, isUtf16: encoding !== 'utf-8', chunks: rejoined(head, chunks) };
}

/** Returns whether a line that is not empty has ended. */
function hasLine(head: Buffer): boolean {
  const text = head.toString('latin1');
  const from = text.search(/[^\s\u00ef\u00bb\u00bf]/);
  return from >= 0 && head.indexOf(NEWLINE, from) >= 0;
}

async function* rejoined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
