import { startExplanations } from '../../src/cli/commands/explanations.ts';
import { readSource } from '../../src/cli/commands/question.ts';
import { quoteCommands } from '../../src/cli/commands/quotes.ts';
import { rules, startRule } from '../../src/cli/commands/rules.ts';
import { startUnkept } from '../../src/cli/commands/settlements.ts';
import { answerLine, readLine } from '../../src/cli/io/answer-line.ts';
import type { Answered, Run } from '../../src/cli/io/results.ts';
import { answerOf } from './answers.ts';
import {
  change,
  discounts,
  exchange,
  type Facts,
  link,
  onAnyDay,
  purchase,
  record,
  refund,
  relationship,
  reservationFacts,
  role,
  software,
} from './facts.ts';
import { named, type Reader } from './reader.ts';
import { anything, list, name, open, optional, spelled } from './template.ts';

// What the command line reads: lines of JSON, and questions in words.

const roles = list(spelled(role));
const download = {
  link,
  asOf: '2025-03-05T08:00:00Z',
  policy: optional('software-2020-06'),
};

/** Valid records of every command. */
const records: Readonly<Record<string, Facts>> = {
  quote: refund,
  settle: record,
  exchange,
  can: { roles, action: 'software.buy' },
  actions: { roles },
  roles: { action: 'software.buy' },
  market: { market: spelled('KR'), asOf: optional('2020-01-01') },
  tax: { market: spelled('KR') },
  'cancel-software': { ...software, roles, policy: optional('software-2020-06') },
  'exchange-software': { kind: 'perpetual' },
  'hybrid-benefit': {
    license: 'windows-server-standard',
    softwareAssurance: true,
    commercial: true,
  },
  link: download,
  'renew-link': download,
  'record-download': download,
  'customer-purchase': purchase,
  'customer-permission': { ...change, roles },
  'customer-task': { task: 'exchange', subscriptionBoughtBy: 'partner' },
  discounts,
  partnership: {
    state: { enrolled: false, hasAccount: false, stage: 'none' },
    event: { kind: 'enroll' },
  },
  'reseller-task': { task: 'earn-incentive', relationship },
  'reseller-access': { level: 'support', relationship },
  support: { kind: 'reservation-refund', ...reservationFacts },
  'compare-software': { ...software, roles, policies: optional(['software-2020-06']) },
  compare: { ...refund, policies: optional(['partner-center-2020-08']) },
  curve: {
    ...onAnyDay,
    policy: optional('partner-center-2020-08'),
    from: optional('2025-02-01'),
    to: optional('2025-02-03'),
  },
};

const starts: Readonly<Record<string, () => Run<Answered>>> = Object.fromEntries([
  ...quoteCommands.map((command) => [command, () => startUnkept(command, {}, undefined)]),
  ...rules.map((rule) => [rule.command, () => startRuleOf(rule.command)]),
]);

function startRuleOf(command: string): Run<Answered> {
  return startRule(rules.find((rule) => rule.command === command) as (typeof rules)[number]);
}

function answer(run: Run<Answered>, line: string): unknown {
  return answerLine(run, readLine(line), 0, 1);
}

const lines: readonly Reader[] = Object.entries(starts).map(([command, start]) =>
  named(
    `a line of ${command}`,
    (facts: unknown) => answer(start(), JSON.stringify(facts)),
    [{ ...records[command], id: optional(name('I-1')), meta: anything(1) }],
    'issues',
    'json',
  ),
);

/** Every reading by the command line. */
export const commandReaders: readonly Reader[] = [
  ...lines,
  named(
    'a line of explain',
    (facts: unknown) =>
      answer(startExplanations({ locale: 'en', as: 'text' }), JSON.stringify(facts)),
    [answerOf('access')],
    'issues',
    'json',
  ),
  named(
    'a result for explain',
    (result: unknown) =>
      answer(startExplanations({ locale: 'ko', as: 'markdown' }), JSON.stringify(result)),
    [
      open({
        ok: optional(true),
        index: anything(0),
        id: optional(name('I-1')),
        customerId: optional(name('contoso')),
        repeated: optional(true),
        answer: answerOf('access'),
      }),
    ],
    'issues',
    'json',
  ),
  named(
    'a line',
    (line: string) => answer(startRuleOf('exchange-software'), line),
    [spelled('{"kind":"perpetual"}')],
    'issues',
    'text',
  ),
  named(
    'a question',
    (...words: string[]) => {
      const source = readSource(words, []);
      return 'file' in source
        ? { ok: true }
        : answer(startRuleOf('cancel-software'), JSON.stringify(source.question));
    },
    [
      'kind=subscription',
      'term=P1Y',
      spelled('paid:=1200'),
      'currency=USD',
      'purchasedOn=2025-03-01',
      'canceledOn=2025-04-29',
      spelled('roles=admin-agent'),
      'messageRead=true',
    ],
    'problem',
    'text',
  ),
];
