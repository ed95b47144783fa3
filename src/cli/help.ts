import { refundPolicies } from '../reservations/index.ts';

export const help: string = `Usage: partner-rules <command> [options] [FILE]

Answers one JSON record a line (NDJSON) from FILE or standard input, and writes one
result a line for each record, in the same order.

Commands
  quote      what comes back of each cancelled reservation, each by itself
  settle     the same, with every customer's yearly limit kept over the whole file
  exchange   what an exchange of each reservation credits, and what is left to pay

Options
  --explain        add the lines of the calculation and the whole policy to each quote
  --format FORMAT  ndjson (as it is) or table (for people, with totals)
  --ledger FILE    settle: start from the customers' ledgers in FILE, and replace it at
                   the end, after every result was written
  --policy POLICY  a published version (${Object.keys(refundPolicies).join(', ')})
                   or a JSON file with a policy of your own
  --help           this text
  --version        the version of partner-rules

Exit status
  0  every record was answered (a lawful refusal is an answer)
  1  some records were malformed; each has a result that names its line and every issue
  2  the command itself was wrong: nothing was answered
  3  something could not be read or written; a ledger stays as it was

Examples
  partner-rules settle cancellations.ndjson
  partner-rules settle --format table --ledger ledgers.ndjson cancellations.ndjson
  partner-rules settle --policy ours.json < cancellations.ndjson > refunds.ndjson
  echo '{"paid":"12000.00","currency":"USD","term":"P1Y","used":false,
    "purchasedOn":"2025-01-01","canceledOn":"2025-01-07"}' | tr -d '\\n' |
    partner-rules quote --explain
`;
