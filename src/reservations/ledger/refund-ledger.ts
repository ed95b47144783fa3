import { type Day, type DayInput, formatDay, readDay, writtenDay } from '../../kernel/day.ts';
import { InputError, type Issue, issue } from '../../kernel/issue.ts';
import {
  type AmountInput,
  formatAmount,
  isLess,
  plus,
  readSum,
  type Whole,
  writtenAmount,
} from '../../kernel/money.ts';
import { isGiven, readArray, readFields, readName, UNREADABLE_TEXT } from '../../kernel/read.ts';
import { type Parser, standardSchema } from '../../kernel/standard-schema.ts';
import { publishedRefundPolicy, readPolicyKey } from '../policy/ready-policy.ts';
import { answerRefund, type Counted } from '../quote/answer-refund.ts';
import { type Entry, readEntry } from './entry.ts';
import { memoryStart } from './limit-window.ts';

/** The refunds of one UTC day, in USD. */
export interface LedgerDay {
  readonly on: string;
  /** The sum of what was refunded. */
  readonly usd: string;
  /** The sum of the commitments that were cancelled, if it differs: what a policy may count instead. */
  readonly canceledUsd?: string | undefined;
}

/** A cancellation that was answered, kept so that a repeat of it gets the same answer. */
export interface LedgerId {
  readonly id: string;
  /** The policy under which it was answered: its id, and for one of your own a check of the rest. */
  readonly policy: string;
  /**
   * The facts that were answered, separated by spaces: day of cancellation, `v2`, `paid` or `refused`,
   * USD consumed before, USD refunded, USD cancelled, price or instalment, currency, term, day of
   * purchase, `used` or `new`, USD rate, product, billing plan, quantity, quantity returned, payments
   * made, current price, pricing refund, schedule; `-` for what was not given. Days are counted from
   * 1970-01-01. Entries of version 0.1.0 have no `v2` and fewer facts, and are read as well.
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
  readonly days: readonly {
    readonly on: DayInput;
    readonly usd: AmountInput;
    readonly canceledUsd?: AmountInput | undefined;
  }[];
}

/**
 * The ledger of a customer to whom nothing was refunded yet.
 *
 * @throws InputError if the customer's name is empty or longer than 256 characters.
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
const dayFields: ReadonlySet<string> = new Set<keyof LedgerDay>(['on', 'usd', 'canceledUsd']);
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
  const beforeDays = issues.length;
  const lastDay = readLastDay(fields.lastDay, [...path, 'lastDay'], issues);
  let previous: Day | undefined;
  const days = readArray(fields.days, [...path, 'days'], issues, (element, at) => {
    const day = readLedgerDay(element, at, issues);
    if (day === undefined) return noDay;
    const { on } = day;
    const isLate = lastDay === null || (lastDay !== undefined && on > lastDay);
    if (isLate || (previous !== undefined && on <= previous)) {
      const expected = isLate
        ? 'a day up to lastDay'
        : `a day after ${formatDay(previous as Day)}, each named once and in order`;
      issues.push(issue([...at, 'on'], 'out-of-order', expected, formatDay(on)));
    }
    previous = on;
    return day;
  });
  // What is malformed itself does not make its entries so.
  const cover =
    issues.length > beforeDays ? undefined : { days, since: firstDay(lastDay), used: new Map() };
  const known = new Set<string>();
  const ids = readArray(fields.ids, [...path, 'ids'], issues, (element, at) => {
    const entry = readLedgerId(element, at, cover, issues);
    if (known.has(entry.id)) {
      issues.push(issue([...at, 'id'], 'duplicate', 'an id that no other entry has', entry.id));
    }
    if (entry.id !== UNREADABLE_TEXT) known.add(entry.id);
    return entry;
  });
  if (issues.length > before) return undefined;
  return {
    customerId,
    lastDay: typeof lastDay === 'number' ? formatDay(lastDay) : null,
    days: days.map((day) => writeDay(day)),
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

/** The amounts that a ledger counts on a day, in US cents. */
export interface CountedDay {
  readonly on: Day;
  readonly refundedCents: Whole;
  readonly canceledCents: Whole;
}

const noDay: CountedDay = { on: 0, refundedCents: 0, canceledCents: 0 };

export function writeDay({ on, refundedCents, canceledCents }: CountedDay): LedgerDay {
  const day = { on: formatDay(on), usd: formatAmount(refundedCents, 2) };
  const canceledUsd = formatAmount(canceledCents, 2);
  return canceledUsd === day.usd ? day : { ...day, canceledUsd };
}

/** The numbers of a day that a ledger wrote. */
export function writtenCounts({ on, usd, canceledUsd = usd }: LedgerDay): CountedDay {
  return {
    on: writtenDay(on),
    refundedCents: writtenAmount(usd, 2),
    canceledCents: writtenAmount(canceledUsd, 2),
  };
}

function readLedgerDay(
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
): CountedDay | undefined {
  const before = issues.length;
  const fields = readFields<keyof LedgerDay>(input, dayFields, path, issues);
  if (fields === undefined) return undefined;
  const on = readDay(fields.on, [...path, 'on'], issues);
  const refundedCents = readSum(fields.usd, [...path, 'usd'], issues);
  const canceledCents = isGiven(fields.canceledUsd)
    ? readSum(fields.canceledUsd, [...path, 'canceledUsd'], issues)
    : refundedCents;
  return issues.length > before ? undefined : { on, refundedCents, canceledCents };
}

/** The facts that the entries of a ledger are checked against. */
interface Cover {
  readonly days: readonly CountedDay[];
  /** The first day that `days` still tells of. */
  readonly since: Day;
  /** The amounts that the entries so far account for, by day. */
  readonly used: Map<Day, Counted>;
}

function firstDay(lastDay: Day | null | undefined): Day {
  return typeof lastDay === 'number' ? memoryStart(lastDay) : Number.NEGATIVE_INFINITY;
}

function readLedgerId(
  input: unknown,
  path: Issue['path'],
  cover: Cover | undefined,
  issues: Issue[],
): LedgerId {
  const fields = readFields<keyof LedgerId>(input, idFields, path, issues);
  if (fields === undefined)
    return { id: UNREADABLE_TEXT, policy: UNREADABLE_TEXT, facts: UNREADABLE_TEXT };
  const id = readName(fields.id, [...path, 'id'], issues);
  const policy = readPolicyKey(fields.policy, [...path, 'policy'], issues);
  const at = [...path, 'facts'];
  const entry = readEntry(fields.facts, at, issues);
  if (entry === undefined) return { id, policy, facts: UNREADABLE_TEXT };
  const read = { id, policy, facts: fields.facts as string };
  const { returnedOn } = entry.facts;
  // A store may keep entries for a while that the days have forgotten already.
  if (cover === undefined || returnedOn < cover.since) return read;
  const counted = sumOf(cover.used.get(returnedOn), countedBy(entry, policy));
  cover.used.set(returnedOn, counted);
  if (!covers(cover.days.find(({ on }) => on === returnedOn) ?? noDay, counted)) {
    const usd = formatAmount(counted.refundedCents, 2);
    const expected = `no more than what days has of ${formatDay(returnedOn)} (the entries up to this one sum to ${usd} USD)`;
    issues.push(issue(at, 'malformed-entry', expected, fields.facts));
  }
  return read;
}

/** Returns the amounts that an entry accounts for; none for one of version 0.1.0 under a policy of the caller's own, which states none. */
function countedBy({ facts, consumed, amounts }: Entry, policy: string): Counted {
  if (amounts !== undefined) return amounts;
  const ready = publishedRefundPolicy(policy);
  if (ready === undefined) return noDay;
  const { refundedCents } = answerRefund(facts, ready, consumed);
  // Its days hold one figure, which is this one or more.
  return { refundedCents, canceledCents: refundedCents };
}

function sumOf(a: Counted = noDay, b: Counted): Counted {
  return {
    refundedCents: plus(a.refundedCents, b.refundedCents),
    canceledCents: plus(a.canceledCents, b.canceledCents),
  };
}

function covers(day: Counted, { refundedCents, canceledCents }: Counted): boolean {
  return !isLess(day.refundedCents, refundedCents) && !isLess(day.canceledCents, canceledCents);
}
