import type { Issue } from './issue.ts';
import { type Fields, readArray, readFields, readOptional, readWord } from './read.ts';

type Path = Issue['path'];

/** Reads one value, or reports what is wrong with it. `undefined` comes only with an issue. */
export type Read<T> = (value: unknown, path: Path, issues: Issue[]) => T | undefined;

interface RequiredField<T> {
  readonly isOptional: false;
  readonly read: Read<T>;
}

interface OptionalField<T> {
  readonly isOptional: true;
  readonly read: Read<T>;
}

/** A field that must be given. */
export function required<T>(read: Read<T>): RequiredField<T> {
  return { isOptional: false, read };
}

/** A field that may be left out, or be `null` or `undefined`, and then is not in the record. */
export function optional<T>(read: Read<T>): OptionalField<T> {
  return { isOptional: true, read };
}

type FieldTable<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K>
    ? OptionalField<Exclude<T[K], undefined>>
    : RequiredField<T[K]>;
};

/** The fields of a record: their names, how each is read, and their canonical order. */
export interface RecordFields<T> {
  readonly table: FieldTable<T>;
  readonly names: ReadonlySet<string>;
}

/** Declares the fields of a record, in canonical order. A forgotten or optional one does not compile. */
export function fieldsOf<T extends object>(table: FieldTable<T>): RecordFields<T> {
  return { table, names: new Set(Object.keys(table)) };
}

/** Reads a record; its value counts only if no issue was reported. */
export function readRecord<T extends object>(
  record: RecordFields<T>,
  input: unknown,
  path: Path,
  issues: Issue[],
): T | undefined {
  const fields = readFields<keyof T & string>(input, record.names, path, issues);
  return fields === undefined ? undefined : readDeclared(record, fields, path, issues);
}

/** Reads the declared fields of a record that was copied by `readFields`. */
export function readDeclared<T extends object>(
  { table }: RecordFields<T>,
  fields: Fields<keyof T & string>,
  path: Path,
  issues: Issue[],
): T {
  const names = Object.keys(table) as (keyof T & string)[];
  const read = names.map((name): [string, unknown] => {
    const field = table[name];
    const at = [...path, name];
    return field.isOptional
      ? [name, readOptional(fields[name], at, issues, field.read)]
      : [name, field.read(fields[name], at, issues)];
  });
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as T;
}

/** A reader of one of a few known words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
): (value: unknown, path: Path, issues: Issue[]) => Words[number] {
  return (value, path, issues) => readWord(value, words, path, issues);
}

/** A reader of a word that records of version 0.1.0 leave out, and that then is `absent`. */
export function wordOr<const Words extends readonly [string, ...string[]]>(
  absent: Words[number],
  words: Words,
): Read<Words[number]> {
  return (value, path, issues) => readWord(value ?? absent, words, path, issues);
}

/** A reader of arrays, which it freezes. */
export function listOf<T>(
  read: (value: unknown, path: Path, issues: Issue[]) => T,
): Read<readonly T[]> {
  return (value, path, issues) =>
    Object.freeze(readArray(value, path, issues, (element, at) => read(element, at, issues)));
}

/** A reader of a record of its own inside another. */
export function recordOf<T extends object>(record: RecordFields<T>): Read<T> {
  return (value, path, issues) => readRecord(record, value, path, issues);
}
