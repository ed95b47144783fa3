import { type Day, type DayInput, formatDay, readDay } from '../../kernel/day.ts';
import { InputError, type Issue, issue, missing } from '../../kernel/issue.ts';
import { type AmountInput, formatAmount, readSum, type Whole } from '../../kernel/money.ts';
import { NO_TEXT, readArray, readFields, readName } from '../../kernel/read.ts';
import { type Parser, standardSchema } from '../../kernel/standard-schema.ts';
import { readPolicyKey } from '../policy/ready-policy.ts';

/** What was refunded (or counted) on one UTC day, in USD. */
export interface LedgerDay {
  readonly on: string;
  readonly usd: string;
}

/** A cancellation that was answered, kept so that a repeat of it gets the same answer. */
export interface LedgerId {
  readonly id: string;
  /** The policy under which it was answered: its id, and for one of your own a check of the rest. */
  readonly policy: string;
  /**
   * The facts that were answered, parted by spaces: day of cancellation, USD consumed before, price
   * paid, currency, term, day of purchase, `used` or `new`, USD rate, product or `-`. Days are
   * counted from 1970-01-01.
   */
  readonly facts: string;
}

/**
 * One customer's refunds, as far back as a limit can need them: plain JSON, to be kept by any
 * engine between two steps.
 */
export interface RefundLedger {
  readonly customerId: string;
  /** The last UTC day on which something was settled. */
  readonly lastDay: string | null;
  /** In order of the days, each named once. */
  readonly days: readonly LedgerDay[];
  readonly ids: readonly LedgerId[];
}

/** A ledger as it may come from a file or a store: amounts and days of any accepted kind. */
export interface RefundLedgerInput extends Omit<RefundLedger, 'lastDay' | 'days'> {
  readonly lastDay: DayInput | null;
  readonly days: readonly { readonly on: DayInput; readonly usd: AmountInput }[];
}

/**
 * The ledger of a customer to whom nothing was refunded yet.
 *
 * @throws InputError where the customer's name is empty or longer than 256 characters.
 *
 * Clause: the state that RES-5 needs; interpretation R-WHOSE.
 *
 * @example
 * openRefundLedger('contoso.onmicrosoft.com');
 * //=> { customerId: 'contoso.onmicrosoft.com', lastDay: null, days: [], ids: [] }
 */
export function openRefundLedger(customerId: string): RefundLedger {
  const issues: Issue[] = [];
  const name = readName(customerId, ['customerId'], issues);
  if (issues.length > 0) throw new InputError(issues);
  return { customerId: name, lastDay: null, days: [], ids: [] };
}

const ledgerFields: ReadonlySet<string> = new Set<keyof RefundLedger>([
  'customerId',
  'lastDay',
  'days',
  'ids',
]);
const dayFields: ReadonlySet<string> = new Set<keyof LedgerDay>(['on', 'usd']);
const idFields: ReadonlySet<string> = new Set<keyof LedgerId>(['id', 'policy', 'facts']);

/**
 * Checks a ledger, as it may come from a file or a store. The amounts are in USD, the days are UTC.
 *
 * @returns the ledger in canonical form (parsing it again changes nothing), or every issue.
 *
 * Clause: the state that RES-5 needs; interpretations R-YEAR, R-WHOSE.
 *
 * @example
 * parseRefundLedger({
 *   customerId: 'contoso', lastDay: '2025-07-02', days: [{ on: '2025-07-02', usd: 5294.47 }], ids: [],
 * });
 * //=> { ok: true, value: { …, days: [{ on: '2025-07-02', usd: '5294.47' }], ids: [] } }
 */
export const parseRefundLedger: Parser<RefundLedgerInput, RefundLedger> =
  /* @__PURE__ */ standardSchema('parseRefundLedger', (input) => {
    const issues: Issue[] = [];
    const ledger = readLedger(input, [], issues);
    return ledger === undefined ? { ok: false, issues } : { ok: true, value: ledger };
  });

export function readLedger(
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
): RefundLedger | undefined {
  const before = issues.length;
  const fields = readFields<keyof RefundLedger>(input, ledgerFields, path, issues);
  if (fields === undefined) return undefined;

  const customerId = readName(fields.customerId, [...path, 'customerId'], issues);
  const lastDay = readLastDay(fields.lastDay, [...path, 'lastDay'], issues);
  let previous: Day | undefined;
  const days = readArray(fields.days, [...path, 'days'], issues, (element, at) => {
    const day = readLedgerDay(element, at, issues);
    if (day === undefined) return { on: NO_TEXT, usd: NO_TEXT };
    const { on } = day;
    const isLate = lastDay === null || (lastDay !== undefined && on > lastDay);
    if (isLate || (previous !== undefined && on <= previous)) {
      const expected = isLate
        ? 'a day up to lastDay'
        : `a day after ${formatDay(previous as Day)}, each named once and in order`;
      issues.push(issue([...at, 'on'], 'out-of-order', expected, formatDay(on)));
    }
    previous = on;
    return { on: formatDay(on), usd: formatAmount(day.cents, 2) };
  });
  const known = new Set<string>();
  const ids = readArray(fields.ids, [...path, 'ids'], issues, (element, at) => {
    const entry = readLedgerId(element, at, issues);
    if (known.has(entry.id)) {
      issues.push(issue([...at, 'id'], 'duplicate', 'an id that no other entry has', entry.id));
    }
    if (entry.id !== NO_TEXT) known.add(entry.id);
    return entry;
  });
  if (issues.length > before) return undefined;
  return {
    customerId,
    lastDay: typeof lastDay === 'number' ? formatDay(lastDay) : null,
    days,
    ids,
  };
}

/** `null` where nothing was settled yet, `undefined` where it is no day. */
function readLastDay(value: unknown, path: Issue['path'], issues: Issue[]): Day | null | undefined {
  if (value === null) return null;
  const before = issues.length;
  const day = readDay(value, path, issues);
  return issues.length > before ? undefined : day;
}

function readLedgerDay(
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
): { readonly on: Day; readonly cents: Whole } | undefined {
  const before = issues.length;
  const fields = readFields<keyof LedgerDay>(input, dayFields, path, issues);
  if (fields === undefined) return undefined;
  const on = readDay(fields.on, [...path, 'on'], issues);
  const cents = readSum(fields.usd, [...path, 'usd'], issues);
  return issues.length > before ? undefined : { on, cents };
}

const FACTS =
  /^-?\d{1,7} \d{1,40}\.\d\d \d{1,15}(?:\.\d{1,4})? [A-Z]{3} P[135]Y -?\d{1,7} (?:used|new) \d{1,6}(?:\.\d{1,12})? (?:\w{1,40}|-)$/;

function readLedgerId(input: unknown, path: Issue['path'], issues: Issue[]): LedgerId {
  const fields = readFields<keyof LedgerId>(input, idFields, path, issues);
  if (fields === undefined) return { id: NO_TEXT, policy: NO_TEXT, facts: NO_TEXT };
  const id = readName(fields.id, [...path, 'id'], issues);
  const policy = readPolicyKey(fields.policy, [...path, 'policy'], issues);
  const { facts } = fields;
  if (typeof facts === 'string' && FACTS.test(facts)) return { id, policy, facts };
  const expected = 'the facts of an answered cancellation, as a ledger writes them';
  issues.push(issue([...path, 'facts'], missing(facts, 'malformed-entry'), expected, facts));
  return { id, policy, facts: NO_TEXT };
}
