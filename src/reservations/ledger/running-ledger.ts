import { type Day, formatDay, writtenDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, minus, plus, type Whole, writtenAmount } from '../../kernel/money.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import { answerRefund } from '../quote/answer-refund.ts';
import type { RefundFacts } from '../quote/facts.ts';
import type { RefundQuote } from '../quote/quote.ts';
import { memoryStart, windowStart } from './limit-window.ts';
import type { LedgerId, RefundLedger } from './refund-ledger.ts';

/** The answer to a record, and whether it was given before. */
export interface AccountAnswer {
  readonly quote: RefundQuote;
  readonly repeated: boolean;
}

/** How many forgotten ids may wait for the next sweep, at the least. */
const SWEEP = 8;

/**
 * A customer's ledger in a form that moves: every record costs the same, however many came before.
 * It is private to one settlement.
 */
export class Account {
  readonly customerId: string;
  readonly #policy: ReadyRefundPolicy;
  #lastDay: Day | null = null;
  /** The first day of which every id is known: as far back as the newest day, settled or refused, needs. */
  #memory: Day = Number.NEGATIVE_INFINITY;
  /** The days on which something was counted, in order, and the US cents of each. */
  readonly #days: Day[] = [];
  readonly #cents: Whole[] = [];
  /** Where the days begin that make up `#consumed`. */
  #inWindow = 0;
  #consumed: Whole = 0;
  /** The facts of what was answered under this policy, by id. */
  readonly #facts: Map<string, string> = new Map();
  /** What was answered under other policies, by id: nothing joins them. */
  readonly #foreign: Map<string, LedgerId> = new Map();
  #sweepAt = SWEEP;

  constructor(ledger: RefundLedger, policy: ReadyRefundPolicy) {
    this.customerId = ledger.customerId;
    this.#policy = policy;
    for (const { on, usd } of ledger.days) {
      this.#count(writtenDay(on), writtenAmount(usd, 2));
    }
    if (ledger.lastDay !== null) this.#standAt(writtenDay(ledger.lastDay));
    for (const entry of ledger.ids) {
      this.#lookBackTo(memoryStart(dayIn(entry.facts)));
      if (entry.policy === policy.key) this.#facts.set(entry.id, entry.facts);
      else this.#foreign.set(entry.id, entry);
    }
  }

  /** Whether nothing was ever settled, nor remembered under this policy. */
  get isEmpty(): boolean {
    return this.#lastDay === null && this.#facts.size === 0;
  }

  /** US cents of the limit that are in use on a day, which is the last day or a later one. */
  consumedOn(day: Day): Whole {
    const start = this.#windowStart(day);
    let consumed = this.#consumed;
    for (let at = this.#inWindow; (this.#days[at] ?? start) < start; at += 1) {
      consumed = minus(consumed, this.#cents[at] as Whole);
    }
    return consumed;
  }

  /**
   * Answers a record: one whose id is known from the ledger, without paying again; one that is
   * refused whatever the ledger holds, without moving it; any other by settling it, unless its day
   * lies before the last.
   */
  settle(facts: RefundFacts): AccountAnswer | Issue {
    const { id } = facts.request;
    const day = facts.returnedOn;
    const known = id === undefined ? undefined : this.#recall(id);
    if (known !== undefined) return this.#repeat(known, facts);

    const isLate = this.#lastDay !== null && day < this.#lastDay;
    const consumed = isLate ? 0 : this.consumedOn(day);
    const { quote, countedCents } = answerRefund(facts, this.#policy, consumed);
    if (quote.row === null) return { quote, repeated: false };
    if (isLate) {
      const expected = `${formatDay(this.#lastDay as Day)}, the customer's last settled day, or a later one`;
      return issue(['canceledOn'], 'out-of-order', expected, facts.request.canceledOn);
    }

    if (quote.allowed) {
      this.#moveTo(day);
      if (countedCents !== 0) this.#count(day, countedCents);
    }
    if (id !== undefined) this.#remember(id, day, factsText(facts, consumed));
    return { quote, repeated: false };
  }

  #repeat(known: LedgerId, facts: RefundFacts): AccountAnswer | Issue {
    const consumedBefore = known.facts.split(' ', 2)[1] as string;
    const consumed = writtenAmount(consumedBefore, 2);
    const { key } = this.#policy;
    if (known.policy !== key) {
      const expected = `the policy under which this id was answered, ${known.policy}`;
      return issue(['id'], 'id-conflict', expected, key);
    }
    const given = factsText(facts, consumed);
    if (known.facts !== given) {
      const expected = `the facts under which this id was answered (${withoutConsumed(known.facts)})`;
      return issue(['id'], 'id-conflict', expected, withoutConsumed(given));
    }
    return { quote: answerRefund(facts, this.#policy, consumed).quote, repeated: true };
  }

  #count(day: Day, cents: Whole): void {
    const last = this.#days.length - 1;
    if (this.#days[last] === day) {
      this.#cents[last] = plus(this.#cents[last] as Whole, cents);
    } else {
      this.#days.push(day);
      this.#cents.push(cents);
    }
    this.#consumed = plus(this.#consumed, cents);
  }

  /** Moves on to a day, and forgets what no window needs. */
  #moveTo(day: Day): void {
    if (day === this.#lastDay) return;
    // An id that is forgotten stays so, even if the last day comes to be its own.
    if (day < this.#memory) this.#sweep();
    this.#standAt(day);
    const needed = Math.min(memoryStart(day), this.#windowStart(day));
    while ((this.#days[0] ?? needed) < needed) {
      this.#days.shift();
      this.#cents.shift();
      this.#inWindow -= 1;
    }
  }

  /** Gives back what the window has left behind. */
  #standAt(day: Day): void {
    this.#lastDay = day;
    this.#lookBackTo(memoryStart(day));
    this.#consumed = this.consumedOn(day);
    const start = this.#windowStart(day);
    while ((this.#days[this.#inWindow] ?? start) < start) this.#inWindow += 1;
  }

  #windowStart(day: Day): Day {
    return windowStart(day, this.#policy.policy.limitWindow);
  }

  #lookBackTo(memory: Day): void {
    this.#memory = Math.max(this.#memory, memory);
  }

  /**
   * Whether an id is young enough to be known. Those of the last day always are, since they may have
   * been paid: before it a repeat comes too late, and after it there are none but refusals.
   */
  #isRemembered(facts: string): boolean {
    const day = dayIn(facts);
    return day >= this.#memory || day === this.#lastDay;
  }

  #recall(id: string): LedgerId | undefined {
    const facts = this.#facts.get(id);
    const known =
      facts === undefined ? this.#foreign.get(id) : { id, policy: this.#policy.key, facts };
    return known !== undefined && this.#isRemembered(known.facts) ? known : undefined;
  }

  #remember(id: string, day: Day, facts: string): void {
    this.#foreign.delete(id); // a forgotten one that no sweep has met yet, as may be the other
    this.#facts.delete(id);
    this.#facts.set(id, facts);
    this.#lookBackTo(memoryStart(day)); // a refusal may be of a later day than the last
    if (this.#facts.size >= this.#sweepAt) this.#sweep();
  }

  #sweep(): void {
    for (const [id, facts] of this.#facts) if (!this.#isRemembered(facts)) this.#facts.delete(id);
    for (const [id, { facts }] of this.#foreign) {
      if (!this.#isRemembered(facts)) this.#foreign.delete(id);
    }
    this.#sweepAt = Math.ceil(1.5 * this.#facts.size) + SWEEP;
  }

  toLedger(): RefundLedger {
    const policy = this.#policy.key;
    const own = Array.from(this.#facts, ([id, facts]) => ({ id, policy, facts }));
    const foreign = Array.from(this.#foreign.values(), (entry) => ({ ...entry }));
    return {
      customerId: this.customerId,
      lastDay: this.#lastDay === null ? null : formatDay(this.#lastDay),
      days: this.#days.map((day, at) => ({
        on: formatDay(day),
        usd: formatAmount(this.#cents[at] as Whole, 2),
      })),
      ids: [...foreign, ...own].filter(({ facts }) => this.#isRemembered(facts)),
    };
  }
}

/**
 * The facts of an answer as short text: the ledger of a million answers is mostly this. `join` makes
 * one flat string where a template would keep its parts alive.
 */
function factsText(facts: RefundFacts, consumed: Whole): string {
  const { request } = facts;
  return [
    facts.returnedOn,
    formatAmount(consumed, 2),
    request.paid,
    request.currency,
    request.term,
    facts.purchasedOn,
    facts.used ? 'used' : 'new',
    request.usdRate ?? '1',
    request.product ?? '-',
  ].join(' ');
}

/** The day of cancellation, which comes first. */
function dayIn(facts: string): Day {
  return Number.parseInt(facts, 10);
}

/** The facts that the caller gave, without what the ledger added. */
function withoutConsumed(facts: string): string {
  return facts.replace(/ \S+/, '');
}
