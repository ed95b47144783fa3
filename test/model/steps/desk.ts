import { expect } from 'vitest';
import {
  createSettlement,
  type LimitState,
  limitOn,
  openRefundLedger,
  parseRefundLedger,
  type RefundLedger,
  type RefundPolicy,
  type RefundQuote,
  type Settlement,
  trySettleRefund,
} from '../../../src/reservations/index.ts';

export type DeskAnswer =
  | { readonly ok: true; readonly repeated: boolean; readonly quote: RefundQuote }
  | { readonly ok: false; readonly codes: readonly string[] };

/** The library as its users hold it: a batch that goes on, and beside it each customer's ledger, moved step by step. */
export class Desk {
  policy: RefundPolicy;
  #settlement: Settlement;
  #ledgers = new Map<string, RefundLedger>();

  constructor(policy: RefundPolicy) {
    this.policy = policy;
    this.#settlement = createSettlement({ policy });
  }

  /** Both ways give the same answer, and leave the same ledger. */
  settle(record: { readonly customerId: string }): DeskAnswer {
    const { customerId } = record;
    const { policy } = this;
    const inBatch = this.#settlement.settle(record);
    const step = trySettleRefund(this.ledgerOf(customerId), record, { policy });
    if (step.ok) this.#ledgers.set(customerId, step.value.ledger);
    expectSame(this.inBatchOf(customerId), this.ledgerOf(customerId));
    if (!inBatch.ok || !step.ok) {
      expectSame(inBatch.ok ? inBatch.quote : codesOf(inBatch), step.ok ? step : codesOf(step));
      return { ok: false, codes: codesOf(inBatch) };
    }
    const { repeated = false, quote } = inBatch;
    expectSame({ repeated, quote }, { repeated: step.value.repeated, quote: step.value.quote });
    return { ok: true, repeated, quote };
  }

  ledgerOf(customerId: string): RefundLedger {
    return inOrder(this.#ledgers.get(customerId) ?? openRefundLedger(customerId));
  }

  inBatchOf(customerId: string): RefundLedger {
    for (const ledger of this.#settlement.ledgers()) {
      if (ledger.customerId === customerId) return inOrder(ledger);
    }
    return openRefundLedger(customerId);
  }

  limitOn(customerId: string, day: string): LimitState {
    return limitOn(this.ledgerOf(customerId), day, { policy: this.policy });
  }

  /** The ledgers go to a file and come back. */
  save(): void {
    for (const [customerId, ledger] of this.#ledgers) {
      const parsed = parseRefundLedger(JSON.parse(JSON.stringify(ledger)));
      if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
      expectSame(parsed.value, ledger);
      this.#ledgers.set(customerId, parsed.value);
    }
  }

  /** A new batch goes on from the ledgers of the last one, or from those that went step by step. */
  reopen(from: 'batch' | 'steps', policy: RefundPolicy = this.policy): void {
    const kept = from === 'batch' ? this.#settlement.ledgers() : this.#ledgers.values();
    const ledgers = JSON.parse(JSON.stringify([...kept])) as RefundLedger[];
    this.#settlement = createSettlement({ ledgers, policy });
    this.policy = policy;
  }
}

/** With its ids by name: where policies change, their order tells when a ledger was read and written. */
function inOrder(ledger: RefundLedger): RefundLedger {
  const ids = [...ledger.ids].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...ledger, ids };
}

function codesOf(answer: {
  readonly ok: boolean;
  readonly issues?: readonly { readonly code: string }[];
}): readonly string[] {
  return (answer.issues ?? []).map(({ code }) => code);
}

/** As `toEqual`, but that half a million comparisons take seconds. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    expect(actual).toEqual(expected);
    throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
  }
}
