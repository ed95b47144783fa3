import { readFileSync } from 'node:fs';
import pg from 'pg';
import { customerKey } from '../shared/customer-key.js';
import { readRequest } from '../shared/read-request.js';

const SENDERS = 4;
/** Requests in one transaction. */
const AT_ONCE = 50;

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
      const batches = [];
      for (let at = 0; at < texts.length; at += AT_ONCE)
        batches.push(texts.slice(at, at + AT_ONCE));
      const senders = Array.from({ length: SENDERS }, async () => {
        const sender = new pg.Client({ connectionString: address });
        await sender.connect();
        while (batches.length > 0) await sendBatch(sender, batches.shift());
        await sender.end();
      });
      await Promise.all(senders);
    },

    async count() {
      const [[count]] = await rowsOf('select count(*)::integer from results');
      return count;
    },

    async requests() {
      return rowsOf('select place::integer, request from requests');
    },

    async results() {
      return rowsOf('select place::integer, result::text from results');
    },

    async ledgers() {
      const rows = await rowsOf('select ledger from customers where ledger is not null');
      return rows.map(([ledger]) => ledger);
    },

    async faults() {
      return rowsOf('select key, fault from customers where fault is not null');
    },

    async replaceLedger(key, ledger) {
      const values = [key, JSON.stringify(ledger)];
      await client.query('update customers set ledger = $2 where key = $1', values);
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

/** Sends in the order of the keys, so that two senders never wait for each other in a circle. */
async function sendBatch(client, texts) {
  const sent = texts.map((text) => [customerKey(readRequest(text)), text]);
  sent.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  await client.query(
    'select send_request(key, request) from unnest($1::text[], $2::text[]) as sent (key, request)',
    [sent.map(([key]) => key), sent.map(([, text]) => text)],
  );
}
