import { existsSync } from 'node:fs';
import { groupThousands } from '../../amounts/group-thousands.ts';
import { attempt, type Issue } from '../../kernel/issue.ts';
import {
  type LimitState,
  limitOn,
  type PolicyOptions,
  parseRefundLedger,
} from '../../reservations/index.ts';
import { openKeptLedger } from '../commands/kept-ledger.ts';
import { type PolicyOption, readPolicyOptions } from '../commands/policy-option.ts';
import type { Output } from '../io/output.ts';
import { Problem } from '../io/problem.ts';
import type { Screen } from '../io/screen.ts';
import { ledgerPath } from '../ledger/ledger-path.ts';
import { inksOf, tableRow } from './columns.ts';
import { csvLine, markIf } from './csv-line.ts';
import { layoutOf } from './layout.ts';

/** The command that lists every customer's limit. */
export interface LimitsInvocation extends PolicyOption {
  readonly kind: 'limits';
  readonly ledger: string;
  readonly wait: number | undefined;
  /** The day of the limits; by default each customer's last settled day. */
  readonly on: string | undefined;
  readonly format: 'ndjson' | 'table' | 'csv';
  readonly bom: boolean;
}

/** A customer's limit on a day, both `null` before the first settlement; or why there is none. */
type CustomerLimit =
  | {
      readonly ok: true;
      readonly customerId: string;
      readonly on: string | null;
      readonly limit: LimitState | null;
    }
  | { readonly ok: false; readonly place: string; readonly issues: readonly Issue[] };

interface LimitsWriter {
  readonly header: string;
  readonly row: (limit: CustomerLimit) => string;
}

const DONE = 0;
const FAULTY = 1;

/** Prepares the list of every customer's limit. */
export function prepareLimits(
  invocation: LimitsInvocation,
  screen: Screen,
): (output: Output) => Promise<number> {
  const path = ledgerPath(invocation.ledger);
  if (!existsSync(path)) throw new Problem(`there is no ledger ${path}`);
  const options = readPolicyOptions(invocation);
  const writers = { ndjson, table: () => table(screen), csv: () => csv(invocation.bom) };
  const { header, row } = writers[invocation.format]();
  return async (output) => {
    const kept = await openKeptLedger(invocation, path);
    let status = DONE;
    try {
      await output.write(header);
      for (const { place, ledger } of kept.ledgers()) {
        const limit = limitOfCustomer(place, ledger, invocation.on, options);
        if (!limit.ok) status = FAULTY;
        await output.write(row(limit));
      }
    } finally {
      kept.close();
    }
    return status;
  };
}

function limitOfCustomer(
  place: string,
  given: unknown,
  day: string | undefined,
  options: PolicyOptions,
): CustomerLimit {
  const parsed = parseRefundLedger(given);
  if (!parsed.ok) return { ok: false, place, issues: parsed.issues };
  const { customerId, lastDay } = parsed.value;
  const on = day ?? lastDay;
  if (on === null) return { ok: true, customerId, on, limit: null };
  const limit = attempt(() => limitOn(parsed.value, on, options));
  if (limit.ok) return { ok: true, customerId, on, limit: limit.value };
  return { ok: false, place: `customer ${customerId}`, issues: limit.issues };
}

function ndjson(): LimitsWriter {
  return { header: '', row: (limit) => `${JSON.stringify(limit)}\n` };
}

const titles = ['Customer', 'As of', 'Used', 'Left', 'Available again'];

function table(screen: Screen): LimitsWriter {
  const { limits: columns } = layoutOf(screen.width, 0);
  const { title, rejected } = inksOf(screen);
  return {
    header: tableRow(columns, titles, title),
    row(found) {
      if (!found.ok) return `${rejected(messageOf(found))}\n`;
      const { customerId, on, limit } = found;
      return tableRow(
        columns,
        limit === null ? [customerId] : limitCells(customerId, `${on}`, limit),
      );
    },
  };
}

const MOST_GIVE_BACKS = 2;

/** The cells of a customer in a table of limits. */
export function limitCells(customerId: string, on: string, limit: LimitState): string[] {
  const { consumed, available, givenBack } = limit;
  const comesBack = givenBack
    .slice(0, MOST_GIVE_BACKS)
    .map(({ on, usd }) => `${groupThousands(usd)} on ${on}`);
  const more = givenBack.length - comesBack.length;
  if (more > 0) comesBack.push(`${more} more later`);
  const left = available === null ? 'no limit' : groupThousands(available);
  return [customerId, on, groupThousands(consumed), left, comesBack.join(', ')];
}

/** The columns of limits in CSV. */
export const limitNames: readonly string[] = [
  ...['ok', 'customerId', 'on', 'limit', 'consumed', 'available'],
  ...['nextReleaseOn', 'nextRelease', 'issues'],
];

function csv(hasMark: boolean): LimitsWriter {
  return {
    header: markIf(hasMark) + csvLine(limitNames),
    row(found) {
      if (!found.ok) return csvLine(['false', ...Array(7).fill(''), messageOf(found)]);
      const { customerId, on, limit } = found;
      const next = limit?.givenBack[0];
      const figures = [limit?.max, limit?.consumed, limit?.available, next?.on, next?.usd];
      return csvLine(['true', customerId, on, ...figures, '']);
    },
  };
}

function messageOf({ place, issues }: Extract<CustomerLimit, { ok: false }>): string {
  return new Problem(`${place}: ${issues.map(({ message }) => message).join('; ')}`).message;
}
