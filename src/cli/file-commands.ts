import { readPolicyOptions } from './commands/policy-option.ts';
import { nameOf, noticeOn, openAll, openInputs, progressOf, type Streams } from './files.ts';
import type { Output } from './io/output.ts';
import { policyOnDay } from './orders/policy-on-day.ts';
import { writeChecks } from './report/check.ts';
import { writeFacts } from './report/facts.ts';
import type { CheckInvocation, ReadInvocation } from './usage/reading-options.ts';

const ANSWERED = 0;
const SOME_MALFORMED = 1;

type Job = (output: Output) => Promise<number>;

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
