import { readDay } from '../kernel/day.ts';
import { InputError, type Issue } from '../kernel/issue.ts';
import { recordsOfReturns, recordsOnLines } from './answer-all.ts';
import { readPolicyOptions } from './commands/policy-option.ts';
import { nameOf, noticeOn, openAll, openInputs, progressOf, type Streams } from './files.ts';
import { screenOf } from './io/screen.ts';
import { ANSWERED, type Job, SOME_MALFORMED } from './job.ts';
import { policyOnDay } from './orders/policy-on-day.ts';
import { writeChecks } from './report/check.ts';
import { writeFacts } from './report/facts.ts';
import type { PlanInvocation } from './usage/arguments.ts';
import type { CheckInvocation, ReadInvocation } from './usage/reading-options.ts';

/** Prepares the check of the vendor's refunds. */
export function prepareCheck(invocation: CheckInvocation, streams: Streams): Job {
  const { source, as, set, format, bom, locale } = invocation;
  const options = readPolicyOptions(invocation);
  const policy = policyOnDay(options.policy === undefined ? { policy: 'azure' } : options);
  const inputs = openInputs(source, streams);
  return async (output) => {
    const opened = await openAll(inputs, as);
    const notice = noticeOn(streams);
    for (const { file, about } of opened) notice(`${nameOf(file)}: ${about}`);
    const agrees = await writeChecks(opened, { set, policy, locale, format, bom, notice }, output);
    return agrees ? ANSWERED : SOME_MALFORMED;
  };
}

/** Prepares the list of the facts of files. */
export function prepareRead({ source, as, set }: ReadInvocation, streams: Streams): Job {
  const inputs = openInputs(source, streams);
  return async (output) => {
    const opened = await openAll(inputs, as);
    const notice = noticeOn(streams);
    for (const { file, about } of opened) notice(`${nameOf(file)}: ${about}`);
    const isRead = await writeFacts(opened, { set, notice }, output, progressOf(inputs, streams));
    return isRead ? ANSWERED : SOME_MALFORMED;
  };
}

/** Prepares a plan of returns, from one file with a record a line or from whatever people's files list. */
export async function preparePlan(invocation: PlanInvocation, streams: Streams): Promise<Job> {
  const { source, as, set, format, locale, from, until, ledger, wait } = invocation;
  const { policy } = readPolicyOptions(invocation);
  for (const [name, given] of Object.entries({ '--from': from, '--until': until })) {
    const issues: Issue[] = [];
    if (given !== undefined) readDay(given, [name], issues);
    if (issues.length > 0) throw new InputError(issues);
  }
  const inputs = openInputs(source, streams);
  const { planAll } = await import('./commands/plan.ts');
  const { planNdjson, planTable, planText } = await import('./report/plan.ts');
  const report = noticeOn(streams);
  const writers = {
    ndjson: () => planNdjson,
    table: () => planTable(screenOf(streams.stdout), report),
    text: () => planText(locale, report),
  };
  return async (output) => {
    const opened = await openAll(inputs, as);
    const [input] = opened;
    const isPlain = opened.length === 1 && as === undefined && Object.keys(set).length === 0;
    const { returnsIn } = await import('./orders/returns.ts');
    // Readers of orders need a day, which is no fact of a candidate.
    const filled = { ...set, canceledOn: set['canceledOn'] ?? from };
    const options = { set: filled, limit: undefined, settles: false, notice: report };
    const batches =
      input?.lines !== undefined && isPlain
        ? recordsOnLines(input.lines, undefined)
        : recordsOfReturns(returnsIn(opened, options));
    const plans = await planAll(batches, { from, until, policy, ledger, wait });
    const write = writers[format]();
    for (const plan of plans) await output.write(write(plan));
    return plans.every(({ ok }) => ok) ? ANSWERED : SOME_MALFORMED;
  };
}
