import { readdirSync, readFileSync } from 'node:fs';

/** The folder of the pages. */
export const folder: URL = new URL('../../docs/interpretations/', import.meta.url);

/** The names and texts of the files in the folder. */
export const pages: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);
