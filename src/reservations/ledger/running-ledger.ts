import { type Day, formatDay, writtenDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { minus, plus, type Whole } from '../../kernel/money.ts';
import { ownField } from '../../kernel/read.ts';
import type { RefundFacts } from '../facts/refund-facts.ts';
import { newestOf, type PolicyChoice, refundPolicyOn } from '../policy/policy-choice.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import { answerRefund, type Counted, countedCents } from '../quote/answer-refund.ts';
import type { RefundQuote } from '../quote/quote.ts';
import { consumedBefore, dayOfEntry, differencesOf, mayBePaid, writeEntry } from './entry.ts';
import { memoryStart, windowStart } from './limit-window.ts';
import {
  type CountedDay,
  type LedgerId,
  type RefundLedger,
  writeDay,
  writtenCounts,
} from './refund-ledger.ts';

/** The answer to a record, and whether it was given before. */
export interface LedgerAnswer {
  readonly quote: RefundQuote;
  readonly repeated: boolean;
}

/** The least number of forgotten ids that wait for the next sweep. */
const SWEEP = 8;

/**
 * A customer's ledger in a form that moves: every record costs the same, however many came before.
 * It is private to one settlement.
 */
export class RunningLedger {
  readonly customerId: string;
  readonly #choice: PolicyChoice<ReadyRefundPolicy>;
  /** The policy chosen, or the newest version of the source: all versions of a source share one window. */
  readonly #policy: ReadyRefundPolicy;
  #lastDay: Day | null = null;
  /**
   * The first day of which refused ids are known: as far back as the newest day, settled or refused,
   * needs. What was paid is known as far back as the last settled day needs, whatever was refused later.
   */
  #memory: Day = Number.NEGATIVE_INFINITY;
  /** The days on which something was counted, in order. */
  readonly #days: CountedDay[] = [];
  /** The index of the first day that counts in `#consumed`. */
  #inWindow = 0;
  #consumed: Counted = { refundedCents: 0, canceledCents: 0 };
  /** The facts of what was answered under `#policy`, by id. */
  readonly #facts: Map<string, string> = new Map();
  /** Answers under other policies, by id; those of the other versions of a source are among them. */
  readonly #foreign: Map<string, LedgerId> = new Map();
  #sweepAt = SWEEP;

  constructor(ledger: RefundLedger, choice: PolicyChoice<ReadyRefundPolicy>) {
    this.customerId = ledger.customerId;
    this.#choice = choice;
    this.#policy = newestOf(choice);
    for (const day of ledger.days) {
      const counts = writtenCounts(day);
      this.#count(counts.on, counts);
    }
    if (ledger.lastDay !== null) this.#standAt(writtenDay(ledger.lastDay));
    for (const entry of ledger.ids) {
      this.#lookBackTo(memoryStart(dayOfEntry(entry.facts)));
      if (isOf(this.#policy, entry.policy)) this.#facts.set(entry.id, entry.facts);
      else this.#foreign.set(entry.id, entry);
    }
  }

  /** Returns whether nothing was ever settled, nor remembered. */
  get isEmpty(): boolean {
    return this.#lastDay === null && this.#facts.size === 0 && this.#foreign.size === 0;
  }

  /** US cents that use a policy's limit on a day, which is the last day or a later one. */
  consumedOn(day: Day, policy: RefundPolicy): Whole {
    const start = this.#windowStart(day);
    let consumed = countedCents(this.#consumed, policy);
    for (let at = this.#inWindow; (this.#days[at]?.on ?? start) < start; at += 1) {
      consumed = minus(consumed, countedCents(this.#days[at] as CountedDay, policy));
    }
    return consumed;
  }

  /**
   * Answers a record: one whose id is known from the ledger, without paying again; one that is
   * refused whatever the ledger holds, without moving it; any other by settling it, unless its day
   * lies before the last.
   */
  settle(facts: RefundFacts): LedgerAnswer | Issue {
    const id = ownField(facts.request, 'id');
    const day = facts.returnedOn;
    const issues: Issue[] = [];
    const ready = refundPolicyOn(this.#choice, day, ['canceledOn'], issues);
    if (ready === undefined) return issues[0] as Issue;
    const known = id === undefined ? undefined : this.#recall(id);
    if (known !== undefined) return repeat(known, facts, ready);

    const isLate = this.#lastDay !== null && day < this.#lastDay;
    const consumed = isLate ? 0 : this.consumedOn(day, ready.policy);
    const answer = answerRefund(facts, ready, consumed);
    const { quote } = answer;
    if (quote.row === null) return { quote, repeated: false };
    if (isLate) {
      const expected = `${formatDay(this.#lastDay as Day)}, the customer's last settled day, or a later one`;
      return issue(['canceledOn'], 'out-of-order', expected, facts.request.canceledOn);
    }

    const { refundedCents, canceledCents } = answer;
    if (quote.allowed) {
      this.#moveTo(day);
      if (refundedCents !== 0 || canceledCents !== 0) this.#count(day, answer);
    }
    if (id !== undefined) {
      const outcome = quote.allowed ? 'paid' : 'refused';
      const amounts = { outcome, consumed, refundedCents, canceledCents } as const;
      this.#remember(id, day, writeEntry(facts, amounts), ready);
    }
    return { quote, repeated: false };
  }

  #count(on: Day, counted: Counted): void {
    const at = this.#days.length - 1;
    const last = this.#days[at];
    const { refundedCents, canceledCents } = counted;
    if (last?.on === on) {
      this.#days[at] = {
        on,
        refundedCents: plus(last.refundedCents, refundedCents),
        canceledCents: plus(last.canceledCents, canceledCents),
      };
    } else {
      this.#days.push({ on, refundedCents, canceledCents });
    }
    this.#consumed = {
      refundedCents: plus(this.#consumed.refundedCents, refundedCents),
      canceledCents: plus(this.#consumed.canceledCents, canceledCents),
    };
  }

  /** Moves on to a day, and forgets what no window needs. */
  #moveTo(day: Day): void {
    if (day === this.#lastDay) return;
    // An id that is forgotten stays so, even if the last day comes to be its own.
    if (day < this.#memory) this.#sweep();
    this.#standAt(day);
    const needed = Math.min(memoryStart(day), this.#windowStart(day));
    while ((this.#days[0]?.on ?? needed) < needed) {
      this.#days.shift();
      this.#inWindow -= 1;
    }
  }

  /** Gives back what the window has left behind. */
  #standAt(day: Day): void {
    this.#lastDay = day;
    this.#lookBackTo(memoryStart(day));
    const start = this.#windowStart(day);
    while ((this.#days[this.#inWindow]?.on ?? start) < start) {
      const gone = this.#days[this.#inWindow] as CountedDay;
      this.#consumed = {
        refundedCents: minus(this.#consumed.refundedCents, gone.refundedCents),
        canceledCents: minus(this.#consumed.canceledCents, gone.canceledCents),
      };
      this.#inWindow += 1;
    }
  }

  #windowStart(day: Day): Day {
    return windowStart(day, this.#policy.policy.limitWindow);
  }

  #lookBackTo(memory: Day): void {
    this.#memory = Math.max(this.#memory, memory);
  }

  /**
   * Returns whether an id is young enough to be known. What may have been paid is known as long as any window
   * of the last settled day needs it, and that day itself always is: before it a repeat comes too
   * late. What was refused is known as long as the newest day needs it.
   */
  #isRemembered(facts: string): boolean {
    const day = dayOfEntry(facts);
    if (day >= this.#memory || day === this.#lastDay) return true;
    const paidSince = this.#lastDay === null ? day : memoryStart(this.#lastDay);
    return day >= paidSince && mayBePaid(facts);
  }

  #recall(id: string): LedgerId | undefined {
    const facts = this.#facts.get(id);
    const known =
      facts === undefined ? this.#foreign.get(id) : { id, policy: this.#policy.key, facts };
    return known !== undefined && this.#isRemembered(known.facts) ? known : undefined;
  }

  #remember(id: string, day: Day, facts: string, { key }: ReadyRefundPolicy): void {
    this.#foreign.delete(id); // a forgotten one that no sweep has met yet, as may be the other
    this.#facts.delete(id);
    if (key === this.#policy.key) this.#facts.set(id, facts);
    else this.#foreign.set(id, { id, policy: key, facts });
    this.#lookBackTo(memoryStart(day)); // a refusal may be of a later day than the last
    if (this.#facts.size + this.#foreign.size >= this.#sweepAt) this.#sweep();
  }

  #sweep(): void {
    for (const [id, facts] of this.#facts) if (!this.#isRemembered(facts)) this.#facts.delete(id);
    for (const [id, { facts }] of this.#foreign) {
      if (!this.#isRemembered(facts)) this.#foreign.delete(id);
    }
    this.#sweepAt = Math.ceil(1.5 * (this.#facts.size + this.#foreign.size)) + SWEEP;
  }

  toLedger(): RefundLedger {
    const policy = this.#policy.key;
    const own = Array.from(this.#facts, ([id, facts]) => ({ id, policy, facts }));
    const foreign = Array.from(this.#foreign.values(), (entry) => ({ ...entry }));
    return {
      customerId: this.customerId,
      lastDay: this.#lastDay === null ? null : formatDay(this.#lastDay),
      days: this.#days.map(writeDay),
      ids: [...foreign, ...own].filter(({ facts }) => this.#isRemembered(facts)),
    };
  }
}

/** Answers a record whose id is known again, if it has the same policy and facts. */
function repeat(
  known: LedgerId,
  facts: RefundFacts,
  ready: ReadyRefundPolicy,
): LedgerAnswer | Issue {
  if (!isOf(ready, known.policy)) {
    const expected = `the policy under which this id was answered, ${nameOf(known.policy)}`;
    return issue(['id'], 'id-conflict', expected, nameOf(ready.key));
  }
  const differences = differencesOf(known.facts, facts);
  if (differences.length > 0) {
    const expected = `the facts under which this id was answered (${differences.join('; ')})`;
    return issue(['id'], 'id-conflict', expected, known.id);
  }
  const { quote } = answerRefund(facts, ready, consumedBefore(known.facts));
  return { quote, repeated: true };
}

/** Returns whether an entry was answered under a policy, in this version or in 0.1.0. */
function isOf({ key, oldKey }: ReadyRefundPolicy, entryKey: string): boolean {
  return entryKey === key || entryKey === oldKey;
}

/** The id of a policy, without the check that tells changed ones apart. */
function nameOf(key: string): string {
  return key.replace(/ [0-9a-f]{16}$/, '');
}
