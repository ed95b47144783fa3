import type { Database } from './sqlite.ts';

/** `PrLg`, so that a database of another program is recognized. */
const APPLICATION_ID = 0x50_72_4c_67;
const SCHEMA_VERSION = 1;

/** The public format of a ledger in a database; `docs/ledger-store.md` explains it. */
const SCHEMA = `
CREATE TABLE customers (
  customer INTEGER PRIMARY KEY,
  customer_id TEXT NOT NULL UNIQUE,
  last_day TEXT,
  days TEXT NOT NULL
) STRICT;
CREATE TABLE answers (
  answer INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customers,
  id TEXT NOT NULL,
  policy TEXT NOT NULL,
  facts TEXT NOT NULL,
  day INTEGER GENERATED ALWAYS AS (CAST(facts AS INTEGER)) VIRTUAL,
  UNIQUE (customer, id)
) STRICT;
CREATE INDEX answers_by_day ON answers (customer, day);
CREATE TABLE forgotten (
  customer_id TEXT NOT NULL,
  id TEXT NOT NULL,
  policy TEXT NOT NULL,
  facts TEXT NOT NULL,
  usd TEXT NOT NULL,
  reason TEXT NOT NULL,
  forgotten_at TEXT NOT NULL
) STRICT;
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
`;

export function createSchema(database: Database): void {
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(`BEGIN;${SCHEMA}COMMIT;`);
}

/** Describes why a database is not a ledger; returns `undefined` if it is one. */
export function faultOfSchema(database: Database): string | undefined {
  const numberIn = (pragma: string) => database.prepare(`PRAGMA ${pragma}`).get()?.[pragma];
  if (numberIn('application_id') !== APPLICATION_ID) return 'is a database of another program';
  const version = numberIn('user_version') as number;
  if (version > SCHEMA_VERSION) {
    return `was written by a later version of partner-rules (schema ${version}, expected ${SCHEMA_VERSION})`;
  }
  return version === SCHEMA_VERSION ? undefined : `has no known schema (${version})`;
}

const NEEDS_QUOTES = /^"|[\p{Cc}\p{Cs}]/u;

/**
 * Returns a name as it is stored: itself, or as a JSON string if SQLite would cut or change it
 * (control characters, half of a surrogate pair) or if it looks like a JSON string already.
 */
export function storedName(name: string): string {
  return NEEDS_QUOTES.test(name) ? JSON.stringify(name) : name;
}

/** The name that was stored. Throws a `SyntaxError` if no name is stored like that. */
export function nameFrom(stored: string): unknown {
  return stored.startsWith('"') ? JSON.parse(stored) : stored;
}
