import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { registerRefundFunctions } from './refund-functions.js';

/** A database in memory with the functions, and with plain SQL to lay beside them. */
export async function openDuckDB(options) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  registerRefundFunctions(connection, options);
  await connection.run(readFileSync(new URL('plain.sql', import.meta.url), 'utf8'));
  return connection;
}
