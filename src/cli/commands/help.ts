import { refundPolicies } from '../../reservations/index.ts';
import { usageOf } from './question.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';

const USAGE_WIDTH = 42;

function ruleLine({ command, words, takesFacts, about }: Rule): string {
  const facts = takesFacts ? ['FIELD=VALUE...'] : [];
  const usage = [command, usageOf(words), ...facts].filter((part) => part !== '').join(' ');
  return `  ${usage.padEnd(USAGE_WIDTH)} ${about}`;
}

export const help: string = `Usage: partner-rules <command> [options] [FILE]
       partner-rules <command> [options] QUESTION

Reads one JSON record per line (NDJSON) from FILE or standard input and writes one result
per line, in the same order. With a QUESTION, answers it in words.

Refunds and exchanges
  quote      the refund of each cancelled reservation, each on its own
  settle     the same, applying each customer's yearly limit across the whole file
  exchange   the credit of each exchange and the amount due

Ledgers of settle
  ledger import --ledger LEDGERS.db FILE   fills a database from a ledger file
  ledger export --ledger LEDGER            writes every customer's ledger, one per line
  ledger show --ledger LEDGER CUSTOMER     shows a customer's ledger and limit (--on DAY)
  ledger check --ledger LEDGER             verifies every ledger
  ledger forget --ledger LEDGER CUSTOMER ID --reason TEXT
                                           removes an entry and keeps the reason

  explain    explains each result of the other commands in words (for a policy of your
             own, create the results with --explain)

Other rules, with the fields of a question (records use the same names in lower case;
for commands that take words, read records from standard input)
${rules.map(ruleLine).join('\n')}

Published policies for refunds and software
  policies [ID]    lists each policy with its dates and notes, or shows one in full

Questions
  FIELD=VALUE      a text, true or false; OUTER.FIELD=VALUE sets a field of a record
  FIELD:=JSON      a JSON value, for numbers, lists and records

Options
  --explain        with ndjson: adds the calculation lines and the full policy to each quote
  --format FORMAT  ndjson (default for files), table (quotes with totals), text (default for
                   questions; also for explain) or markdown (explain only)
  --ledger LEDGER  with settle: keeps the customers' ledgers in a file, which is replaced
                   after all results are written, or in a database (LEDGERS.db), which
                   several runs can use at once
  --wait SECONDS   with --ledger: waits for other runs (default: 0 for a file, 30 for a
                   database)
  --quiet          with --ledger: settles without writing results
  --not-after DAY  with settle: rejects records of a later day
  --locale LOCALE  en (default) or ko: the language of explanations
  --policy POLICY  a published policy (${Object.keys(refundPolicies).join(', ')})
                   or a JSON file with your own policy
  --as-of DAY      instead of --policy: the version of the partner policy on that day
  -h, --help       shows this help
  -v, --version    shows the version

Exit status
  0  every record was answered; a refusal is an answer
  1  some records were rejected; each has a result with its line and all its issues
  2  the command was not valid; nothing was answered
  3  reading or writing failed; the ledger is unchanged

Examples
  partner-rules market 대한민국
  partner-rules can "Help Desk Agent" customer-permissions.view
  partner-rules quote paid=12000.00 currency=USD term=P1Y used=false \\
    purchasedOn=2025-01-01 canceledOn=2025-01-07
  partner-rules settle cancellations.ndjson | partner-rules explain --format text --locale ko
  partner-rules settle --format table --ledger ledgers.ndjson cancellations.ndjson
  partner-rules settle --policy ours.json < cancellations.ndjson > refunds.ndjson
`;
