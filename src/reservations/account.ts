import { type Day, formatDay, readDay } from '../kernel/day.ts';
import { formatAmount, minus, plus, readAmount, type Whole } from '../kernel/money.ts';
import { type Issue, issue } from '../kernel/parse.ts';
import { answerRefund } from './answer-refund.ts';
import type { RefundFacts } from './input.ts';
import type { RefundLedger } from './ledger.ts';
import { memoryStart, windowStart } from './limit-window.ts';
import type { ReadyRefundPolicy } from './policy.ts';
import type { RefundQuote } from './refund-quote.ts';
import type { LimitWindow } from './terms.ts';

interface CountedDay {
  readonly on: Day;
  cents: Whole;
}

/** The answer to a record, and whether it was given before. */
export interface AccountAnswer {
  readonly quote: RefundQuote;
  readonly repeated: boolean;
}

/** How many forgotten ids may wait for the next sweep, at the least. */
const SWEEP = 64;

/**
 * A customer's ledger in a form that moves: every record costs the same, however many came before.
 * It is private to one settlement.
 */
export class Account {
  readonly customerId: string;
  readonly #window: LimitWindow;
  #lastDay: Day | null = null;
  /** In order of the days. Those from `#inWindow` on make up `#consumed`. */
  readonly #days: CountedDay[] = [];
  #inWindow = 0;
  #consumed: Whole = 0;
  /** The facts of what was answered, by id. */
  readonly #facts: Map<string, string> = new Map();
  #sweepAt = SWEEP;

  constructor(ledger: RefundLedger, window: LimitWindow) {
    this.customerId = ledger.customerId;
    this.#window = window;
    for (const { on, usd } of ledger.days) {
      this.#count(readDay(on, [], []), readAmount(usd, 'USD', 2, [], []));
    }
    if (ledger.lastDay !== null) this.#moveTo(readDay(ledger.lastDay, [], []));
    for (const { id, facts } of ledger.ids) this.#facts.set(id, facts);
  }

  /** Whether nothing was ever settled or remembered. */
  get isEmpty(): boolean {
    return this.#lastDay === null && this.#facts.size === 0;
  }

  /** US cents of the limit that are in use on a day, which is the last day or a later one. */
  consumedOn(day: Day): Whole {
    const start = windowStart(day, this.#window);
    let consumed = this.#consumed;
    for (let at = this.#inWindow; at < this.#days.length; at += 1) {
      const counted = this.#days[at] as CountedDay;
      if (counted.on >= start) break;
      consumed = minus(consumed, counted.cents);
    }
    return consumed;
  }

  /**
   * Answers a record: one whose id is known from the ledger, without paying again; one that is
   * refused whatever the ledger holds, without moving it; any other by settling it, unless its day
   * lies before the last.
   */
  settle(facts: RefundFacts, policy: ReadyRefundPolicy): AccountAnswer | Issue {
    const { id } = facts.request;
    const day = facts.returnedOn;
    const known = id === undefined ? undefined : this.#recall(id);
    if (known !== undefined) return this.#repeat(known, facts, policy);

    const isLate = this.#lastDay !== null && day < this.#lastDay;
    const consumed = isLate ? 0 : this.consumedOn(day);
    const { quote, countedCents } = answerRefund(facts, policy, consumed);
    if (quote.row === null) return { quote, repeated: false };
    if (isLate) {
      const expected = `${formatDay(this.#lastDay as Day)}, the customer's last settled day, or a later one`;
      return issue(['canceledOn'], 'out-of-order', expected, facts.request.canceledOn);
    }

    if (quote.allowed) {
      this.#moveTo(day);
      if (countedCents !== 0) this.#count(day, countedCents);
    }
    if (id !== undefined) this.#remember(id, factsText(facts, policy, consumed));
    return { quote, repeated: false };
  }

  #repeat(known: string, facts: RefundFacts, policy: ReadyRefundPolicy): AccountAnswer | Issue {
    const consumedBefore = known.split(' ', 2)[1] as string;
    const consumed = readAmount(consumedBefore, 'USD', 2, [], []);
    if (factsText(facts, policy, consumed) !== known) {
      const expected = `the facts under which this id was answered (${known})`;
      return issue(['id'], 'id-conflict', expected, facts.request.id);
    }
    return { quote: answerRefund(facts, policy, consumed).quote, repeated: true };
  }

  #count(day: Day, cents: Whole): void {
    const last = this.#days.at(-1);
    if (last?.on === day) last.cents = plus(last.cents, cents);
    else this.#days.push({ on: day, cents });
    this.#consumed = plus(this.#consumed, cents);
  }

  /** Gives back what the window has left behind, and forgets what no window needs. */
  #moveTo(day: Day): void {
    this.#lastDay = day;
    this.#consumed = this.consumedOn(day);
    const start = windowStart(day, this.#window);
    while ((this.#days[this.#inWindow]?.on ?? start) < start) this.#inWindow += 1;
    const memory = memoryStart(day);
    while ((this.#days[0]?.on ?? memory) < memory) {
      this.#days.shift();
      this.#inWindow -= 1;
    }
  }

  /** The first day of which ids are still known. */
  #firstKnownDay(): string {
    return this.#lastDay === null ? '' : formatDay(memoryStart(this.#lastDay));
  }

  #recall(id: string): string | undefined {
    const known = this.#facts.get(id);
    return known !== undefined && known >= this.#firstKnownDay() ? known : undefined;
  }

  #remember(id: string, facts: string): void {
    this.#facts.delete(id); // a forgotten one that no sweep has met yet
    this.#facts.set(id, facts);
    if (this.#facts.size < this.#sweepAt) return;
    const first = this.#firstKnownDay();
    for (const [old, text] of this.#facts) if (text < first) this.#facts.delete(old);
    this.#sweepAt = 2 * this.#facts.size + SWEEP;
  }

  toLedger(): RefundLedger {
    const first = this.#firstKnownDay();
    return {
      customerId: this.customerId,
      lastDay: this.#lastDay === null ? null : formatDay(this.#lastDay),
      days: this.#days.map(({ on, cents }) => ({ on: formatDay(on), usd: formatAmount(cents, 2) })),
      ids: [...this.#facts]
        .filter(([, facts]) => facts >= first)
        .map(([id, facts]) => ({ id, facts })),
    };
  }
}

/** Begins with the day, so that texts sort by it. `join` makes one flat string, which is small. */
function factsText(
  { request, used }: RefundFacts,
  { policy }: ReadyRefundPolicy,
  consumed: Whole,
): string {
  return [
    request.canceledOn,
    formatAmount(consumed, 2),
    request.paid,
    request.currency,
    request.term,
    request.purchasedOn,
    used ? 'used' : 'unused',
    request.usdRate ?? '1',
    request.product ?? '-',
    policy.id,
  ].join(' ');
}
