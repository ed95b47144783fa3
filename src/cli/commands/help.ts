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

Answers one JSON record a line (NDJSON) from FILE or standard input, and writes one
result a line for each record, in the same order; or answers one question, for people.

Commands about money
  quote      what comes back of each cancelled reservation, each by itself
  settle     the same, with every customer's yearly limit kept over the whole file
  exchange   what an exchange of each reservation credits, and what is left to pay

  explain    in words, each result of the commands that quote and decide (results come as
             records; those of a policy of your own from --explain)

Other rules, with the fields of a question (records have the same in lower case; those
that begin with words take records from standard input only)
${rules.map(ruleLine).join('\n')}

The published versions of the rules for refunds and for software
  policies [ID]    since when and until when each holds, and its notes; one in full

Questions
  FIELD=VALUE      a fact as text, true or false; OUTER.FIELD=VALUE within another
  FIELD:=JSON      a fact as JSON, for numbers, lists and records

Options
  --explain        ndjson: add the lines of the calculation and the whole policy to each quote
  --format FORMAT  ndjson (as it is), table (money: for people, with totals), text (questions
                   and explain) or markdown (explain)
  --ledger FILE    settle: start from the customers' ledgers in FILE, and replace it at
                   the end, after every result was written
  --locale LOCALE  en (as it is) or ko: the language of explanations
  --policy POLICY  a published version (${Object.keys(refundPolicies).join(', ')})
                   or a JSON file with a policy of your own
  --as-of DAY      instead of --policy: the version of the page for partners of that day
  --help           this text
  --version        the version of partner-rules

Exit status
  0  every record was answered (a lawful refusal is an answer)
  1  some records were malformed; each has a result that names its line and every issue
  2  the command itself was wrong: nothing was answered
  3  something could not be read or written; a ledger stays as it was

Examples
  partner-rules market 대한민국
  partner-rules can "Help Desk Agent" customer-permissions.view
  partner-rules quote paid=12000.00 currency=USD term=P1Y used=false \\
    purchasedOn=2025-01-01 canceledOn=2025-01-07
  partner-rules settle cancellations.ndjson | partner-rules explain --format text --locale ko
  partner-rules settle --format table --ledger ledgers.ndjson cancellations.ndjson
  partner-rules settle --policy ours.json < cancellations.ndjson > refunds.ndjson
`;
