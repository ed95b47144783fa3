import type { OpenedInput } from '../input/records.ts';
import type { Output } from '../io/output.ts';
import type { Progress } from '../io/progress.ts';
import type { ReadFacts, UnreadFacts } from '../orders/missing-facts.ts';
import type { FactRecord } from '../orders/order-book.ts';
import { readFacts, readJoined } from '../orders/read-facts.ts';
import { joinedRecords } from '../orders/returns.ts';

interface ReadOptions {
  /** Facts for all records. */
  readonly set: FactRecord;
  readonly notice: (sentence: string) => void;
}

type Line = ReadFacts | UnreadFacts;

const WRITE_CHUNK = 1 << 16;

/**
 * Writes the facts of every record of one input as it comes, or of every return that several inputs list, and then
 * a line for each fact that is missing. Returns whether all records were read.
 */
export async function writeFacts(
  inputs: readonly OpenedInput[],
  options: ReadOptions,
  output: Output,
  progress: Progress,
): Promise<boolean> {
  const missing = new Map<string, { records: number; readonly first: Line['source'] }>();
  let isRead = true;
  let index = 0;
  let pending = '';
  try {
    for await (const { lines, bytes } of linesIn(inputs, options)) {
      for (const line of lines) {
        if (!line.ok) isRead = false;
        for (const name of line.ok ? line.missing : []) {
          const known = missing.get(name);
          if (known === undefined) missing.set(name, { records: 1, first: line.source });
          else known.records += 1;
        }
        pending += textOf(line, index);
        index += 1;
        if (pending.length < WRITE_CHUNK) continue;
        await output.write(pending);
        pending = '';
      }
      progress.show(index, bytes);
    }
    for (const [name, { records, first }] of missing) {
      pending += `${JSON.stringify({ missing: name, records, ...howTo(name), first })}\n`;
    }
    await output.write(pending);
    return isRead;
  } finally {
    progress.clear();
  }
}

async function* linesIn(
  inputs: readonly OpenedInput[],
  { set, notice }: ReadOptions,
): AsyncGenerator<{ readonly lines: readonly Line[]; readonly bytes: number }> {
  const [input, other] = inputs;
  if (input !== undefined && other === undefined) {
    for await (const { records, bytes } of input.batches) {
      yield { lines: records.flatMap((record) => readFacts(record, set)), bytes };
    }
    return;
  }
  let others: Line[] = [];
  const joining = joinedRecords(inputs, notice, (record) => {
    others.push(...readFacts(record, set));
  });
  for (let step = await joining.next(); ; step = await joining.next()) {
    if (step.done !== true) {
      yield { lines: others, bytes: step.value.bytes };
      others = [];
      continue;
    }
    for (const entry of step.value) yield { lines: readJoined(entry, set), bytes: 0 };
    return;
  }
}

function textOf(line: Line, index: number): string {
  const { ok, id, source } = line;
  if (!line.ok) return `${JSON.stringify({ ok, index, id, issues: line.issues, source })}\n`;
  const { event, on, billedTo, facts, missing } = line;
  return `${JSON.stringify({ ok, index, id, event, on, billedTo, facts, missing, source })}\n`;
}

const expectations: Readonly<Record<string, string>> = {
  canceledOn: 'the day of the cancellation, as YYYY-MM-DD',
  exchangedOn: 'the day of the exchange, as YYYY-MM-DD',
  used: 'true or false',
  usdRate: 'the USD that one unit of the currency is worth',
  paid: 'the price of all units',
  instalment: 'one payment for all units',
  newPrice: 'the price of the new reservation',
  currency: 'the currency of the price',
  term: 'P1Y, P3Y or P5Y',
  purchasedOn: 'the day of the purchase, as YYYY-MM-DD',
  quantity: 'the units that were paid for',
  billingPlan: 'Upfront or Monthly',
  completedTransactions: 'the payments that were made',
  kind: 'perpetual, subscription, suse-linux-plan or red-hat-plan',
  roles: 'the role of the person who cancels, such as admin-agent',
  subscription: "the customer's subscription, or null if there is none",
};

/** Returns the way to add a missing fact. */
function howTo(name: string): { readonly expected: string; readonly add: string } {
  const sign = name === 'subscription' ? ':=' : '=';
  return { expected: expectations[name] as string, add: `--set ${name}${sign}VALUE` };
}
