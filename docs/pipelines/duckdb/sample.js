import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('cancellations.csv', import.meta.url));

/** The sample file, quoted: each row's refund, and its row of the table, its reason or its issues. */
export async function sample(connection) {
  const answers = await connection.runAndReadAll(`
    WITH quotes AS (
      SELECT id, refund_quote(
        paid, currency, term, purchased_on, canceled_on, used, consumed, usd_rate
      ) AS quote
      FROM read_csv('${file}', all_varchar = true)
    )
    SELECT
      id,
      quote.refund AS refund,
      coalesce(
        quote.row::VARCHAR,
        quote.reason::VARCHAR,
        array_to_string([issue.path || ' ' || issue.code FOR issue IN quote.issues], ', ')
      ) AS said
    FROM quotes
    ORDER BY id`);
  return answers.getRowObjectsJson();
}
