import { readFileSync } from 'node:fs';
import pg from 'pg';
import { customerKey } from '../shared/customer-key.js';
import { readRequest } from '../shared/read-request.js';

/** Requests in one transaction. */
const AT_ONCE = 100;

/** What is counted of the workers who were killed. */
export const CUT = 'a transaction was cut off and undone';

/** The sender of requests to a database of one's own, and the reader of what came of them. */
export async function openPipeline(address) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(readFileSync(new URL('schema.sql', import.meta.url), 'utf8'));

  async function rowsOf(query) {
    const { rows } = await client.query({ text: query, rowMode: 'array' });
    return rows;
  }

  return {
    async send(texts) {
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        const some = texts.slice(at, at + AT_ONCE);
        await client.query(
          'select send_request(key, request) from unnest($1::text[], $2::text[]) as sent (key, request)',
          [some.map((text) => customerKey(readRequest(text))), some],
        );
      }
    },

    async count() {
      const [[count]] = await rowsOf('select count(*)::integer from results');
      return count;
    },

    async results() {
      return rowsOf('select place::integer, result::text from results');
    },

    async ledgers() {
      const rows = await rowsOf('select ledger from customers where ledger is not null');
      return rows.map(([ledger]) => ledger);
    },

    async interruptions() {
      const [[times]] = await rowsOf(
        'select xact_rollback::integer from pg_stat_database where datname = current_database()',
      );
      return { [CUT]: times };
    },

    async close() {
      await client.end();
    },
  };
}
