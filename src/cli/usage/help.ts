import { usageOf } from '../commands/question.ts';
import type { Rule } from '../commands/rule.ts';
import { rules } from '../commands/rules.ts';
import { commandUsages } from './command-usage.ts';
import { type OptionName, options, optionUsage } from './options.ts';
import type { CommandUsage } from './usage.ts';

const WIDTH = 98;
const USAGE_WIDTH = 42;
const OPTION_WIDTH = 17;

/** Breaks a text between words; every line but the first is indented. */
function wrapped(text: string, indent: number, width = WIDTH - indent): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

function row(name: string, width: number, about: string): string {
  return `  ${name.padEnd(width)}${wrapped(about, width + 2)}`;
}

function optionRow(name: OptionName): string {
  const { short, value, about } = optionUsage(name);
  const names = short === undefined ? `--${name}` : `-${short}, --${name}`;
  return row(value === undefined ? names : `${names} ${value}`, OPTION_WIDTH + 2, about);
}

function commandRow({ name, about }: CommandUsage): string {
  return row(name, 12, about);
}

function ruleRow({ command, words, takesFacts, about }: Rule): string {
  const facts = takesFacts ? ['FIELD=VALUE...'] : [];
  const usage = [command, usageOf(words), ...facts].filter((part) => part !== '').join(' ');
  return row(usage, USAGE_WIDTH + 1, about);
}

const usageNamed = (name: string): CommandUsage =>
  commandUsages.find((usage) => usage.name === name) as CommandUsage;

const rowsOf = (...names: readonly string[]): string =>
  names.map((name) => commandRow(usageNamed(name))).join('\n');

/** The help of all commands. */
export const help: string = `Usage: partner-rules <command> [options] [FILE]
       partner-rules <command> [options] QUESTION

Reads one JSON record per line (NDJSON) from FILE or standard input and writes one result
per line, in the same order. With a QUESTION, answers it in words.

Refunds and exchanges
${rowsOf('quote', 'settle', 'exchange')}

Ledgers of settle
  ledger import --ledger LEDGERS.db FILE   fills a database from a ledger file
  ledger export --ledger LEDGER            writes every customer's ledger, one per line
  ledger show --ledger LEDGER CUSTOMER     shows a customer's ledger and limit (--on DAY)
  ledger check --ledger LEDGER             verifies every ledger
  ledger forget --ledger LEDGER CUSTOMER ID --reason TEXT
                                           removes an entry and keeps the reason
${rowsOf('limits')}

What people have: exports, orders, spreadsheets (quote, settle and exchange read them too)
${rowsOf('read', 'check')}

${rowsOf('explain')}

Other rules, with the fields of a question (records use the same names in lower case;
for commands that take words, read records from standard input)
${rules.map(ruleRow).join('\n')}

Where to click
${rowsOf('where')}

Published policies for refunds and software
${rowsOf('policies')}

Help
${rowsOf('help', 'completion')}

Questions
  FIELD=VALUE      a text, true or false; OUTER.FIELD=VALUE sets a field of a record
  FIELD:=JSON      a JSON value, for numbers, lists and records

Options (partner-rules help COMMAND lists those of a command)
${(Object.keys(options) as OptionName[]).map(optionRow).join('\n')}

Exit status
  0  every record was answered; a refusal is an answer
  1  some records were rejected; each has a result with its line and all its issues
  2  the command was not valid; nothing was answered
  3  reading or writing failed; the ledger is unchanged
  4  with --exit-code: an answer is no

Examples
${['market', 'can', 'quote', 'settle'].map((name) => examplesOf(usageNamed(name))).join('\n')}
`;

function examplesOf({ examples }: CommandUsage): string {
  return examples.map((example) => `  ${example}`).join('\n');
}

/** The help of one command. */
export function helpOf(usage: CommandUsage): string {
  const { name, forms, about, formats, words, guide } = usage;
  const starts = forms.map((form, at) => {
    const start = `${at === 0 ? 'Usage:' : '      '} partner-rules ${name}`;
    return `${start} ${form}`.trimEnd();
  });
  const sections = [
    starts.join('\n'),
    wrapped(`${about.charAt(0).toUpperCase()}${about.slice(1)}.`.replace('?.', '?'), 0),
  ];
  if (usage.options.length > 0) {
    sections.push(`Options\n${usage.options.map(optionRow).join('\n')}`);
  }
  if (formats.length > 0) sections.push(`Formats\n  ${formatsOf(usage)}`);
  if (words.length > 0) sections.push(`Words\n  ${wrapped(words.join(', '), 2)}`);
  sections.push(`Examples\n${examplesOf(usage)}`);
  sections.push(`Guide: docs/guide/${guide}`);
  return `${sections.join('\n\n')}\n`;
}

function formatsOf({ formats, forms }: CommandUsage): string {
  const takesQuestions = forms.length > 1 && formats.length > 0;
  const list = formats.join(', ');
  if (!takesQuestions) return `${list} (default: ${formats[0]})`;
  return wrapped(`text (default for questions), ${list} (default for files: ${formats[0]})`, 2);
}
