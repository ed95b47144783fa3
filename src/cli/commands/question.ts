import { isTooDeep, MOST_DEPTH } from '../io/is-too-deep.ts';
import { Problem } from '../io/problem.ts';

/** The source of the records: a file (`-` is standard input), or one record in the arguments. */
export type Source =
  | { readonly file: string; readonly others?: readonly string[] }
  | { readonly question: object };

const LIST = '...';
const FACT = /^(\w+(?:\.\w+)*)(:?)=(.*)/s;

/**
 * Finds a question or a file in the words after a command. `fields` are those that a question may
 * give by their place, before any `FIELD=VALUE`; the first may be a list (`roles...`), which takes
 * all the words that the others leave it. With `several` there may be more than one file. Throws a `Problem` where there is neither.
 */
export function readSource(
  words: readonly string[],
  fields: readonly string[],
  files: 'one' | 'several' = 'one',
): Source {
  const facts = words.filter((word) => FACT.test(word));
  const others = words.filter((word) => !FACT.test(word));
  const [file = '-', ...surplus] = others;
  const isFile = facts.length === 0 && (fields.length === 0 || file === '-');
  if (isFile && surplus.length === 0) return { file };
  if (isFile && files === 'several') return { file, others: surplus };
  if (isFile) throw new Problem(`expected at most one FILE, got also "${surplus.join('" "')}"`);

  const record = emptyRecord();
  if (others.length > 0) addByPlace(record, others, fields);
  for (const fact of facts) addFact(record, fact);
  if (isTooDeep(record)) throw new Problem(`expected facts nested at most ${MOST_DEPTH} deep`);
  return { question: record };
}

type FactRecord = Record<string, unknown>;

/** Without a prototype, so that any name is but a name. */
function emptyRecord(): FactRecord {
  return Object.create(null) as FactRecord;
}

function addByPlace(record: FactRecord, words: readonly string[], fields: readonly string[]): void {
  const spare = words.length - fields.length;
  const isList = fields[0]?.endsWith(LIST);
  if (spare < 0 || (spare > 0 && !isList)) {
    const expected = fields.length === 0 ? 'only FIELD=VALUE' : usageOf(fields);
    throw new Problem(`expected ${expected}, got "${words.join('" "')}"`);
  }
  fields.forEach((field, at) => {
    if (field.endsWith(LIST)) record[field.slice(0, -LIST.length)] = words.slice(0, spare + 1);
    else record[field] = words[spare + at];
  });
}

/** Formats the positional fields for the help. */
export function usageOf(fields: readonly string[]): string {
  return fields.map((field) => field.toUpperCase()).join(' ');
}

type FactParts = readonly [fact: string, path: string, colon: string, text: string];

/** Adds `FIELD=TEXT` (or `true`, `false`) or `FIELD:=JSON`; `OUTER.FIELD` stands in the record `OUTER`. */
function addFact(record: FactRecord, fact: string): void {
  const [, path, colon, text] = FACT.exec(fact) as readonly string[] as FactParts;
  const names = path.split('.');
  const last = names.pop() as string;
  let inner = record;
  for (const name of names) {
    const next = Object.hasOwn(inner, name) ? inner[name] : emptyRecord();
    if (!isRecord(next)) throw new Problem(`${path}: ${name} is already given and is not a record`);
    put(inner, name, next);
    inner = next;
  }
  if (Object.hasOwn(inner, last)) throw new Problem(`${path} is given more than once`);
  put(inner, last, colon === '' ? textOrTruth(text) : jsonOf(path, text));
}

/** Sets a field, whatever its name: JSON gives records whose `__proto__` is no field. */
function put(record: FactRecord, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, enumerable: true });
}

function isRecord(value: unknown): value is FactRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOrTruth(text: string): unknown {
  return text === 'true' || text === 'false' ? text === 'true' : text;
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(`${path}: expected JSON after :=, got "${text}"`);
  }
}
