import { settleAfter } from '../shared/settle-after.js';

/** Requests of a customer that are settled in one transaction, at most. */
const MOST = 50;

/**
 * Settles the next requests of the customer who waits longest and on whom nobody works: results and
 * ledger are written in one transaction. Returns how many requests it settled.
 * A customer whose ledger is corrupt keeps nobody waiting: their requests are answered with its fault.
 */
export async function settleNext(client) {
  await client.query('begin');
  const [customer] = await rowsOf(
    client,
    `select key, ledger, next_request from customers where next_request is not null
      order by next_request limit 1 for update skip locked`,
  );
  if (customer === undefined) {
    await client.query('commit');
    return 0;
  }
  const { key, ledger, next_request } = customer;
  const requests = await rowsOf(
    client,
    'select place, request from requests where key = $1 and place >= $2 order by place limit $3',
    [key, next_request, MOST + 1],
  );
  const batch = requests.slice(0, MOST);
  const next = requests[MOST]?.place ?? null;
  const settled = settleAfter(
    key,
    ledger,
    batch.map(({ request }) => request),
  );
  await client.query('insert into results select * from unnest($1::bigint[], $2::json[])', [
    batch.map(({ place }) => place),
    settled.results,
  ]);
  await client.query(
    'update customers set ledger = coalesce($2, ledger), fault = $3, next_request = $4 where key = $1',
    [key, ...ledgerAndFault(settled), next],
  );
  await client.query('commit');
  return batch.length;
}

/** A ledger that is put aside stays as it was, to the byte. */
function ledgerAndFault({ ledger, fault }) {
  return fault === null ? [ledger, null] : [null, JSON.stringify(fault)];
}

async function rowsOf(client, query, values) {
  const { rows } = await client.query(query, values);
  return rows;
}
