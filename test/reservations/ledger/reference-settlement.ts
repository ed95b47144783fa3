import type { RefundPolicy } from '../../../src/reservations/index.ts';
import {
  ModelLedger,
  type ModelRefund,
  multiply,
  parseDecimal,
  roundHalfEven,
} from '../../model/refund.model.ts';
import {
  addDays,
  amountText,
  type Batch,
  type BatchRecord,
  minorOf,
  modelPolicyOf,
  modelRequestOf,
} from '../arbitraries.ts';

/** What a record of a batch should be answered. */
export type Expected =
  | { readonly code: 'malformed' | 'id-conflict' | 'out-of-order' }
  | {
      readonly code: 'answered';
      readonly repeated: boolean;
      readonly consumedBefore: string;
      readonly model: ModelRefund;
    };

interface Known {
  readonly facts: string;
  readonly canceledOn: string;
  readonly consumedBefore: string;
  readonly model: ModelRefund;
}

/** US cents. */
interface Counted {
  readonly refunded: bigint;
  readonly canceled: bigint;
}

interface Customer {
  readonly ledger: ModelLedger;
  lastDay: string | null;
  /** The newest day that was settled, or refused under an id. */
  latest: string;
  readonly ids: Map<string, Known>;
  readonly counted: Map<string, Counted>;
}

/** The first day of which a ledger that has come to this day must still know something. */
export function memoryStart(latest: string): string {
  const rolling = addDays(latest, -364);
  const newYear = `${latest.slice(0, 4)}-01-01`;
  return rolling < newYear ? rolling : newYear;
}

/** Settles by the book, with all that ever happened at hand: slow, plain, and for tests only. */
export class ReferenceSettlement {
  readonly #policy: RefundPolicy;
  readonly #customers: Map<string, Customer> = new Map();

  constructor(policy: RefundPolicy) {
    this.#policy = policy;
  }

  settle(record: Batch['records'][number]): Expected {
    if (!('term' in record)) return { code: 'malformed' };
    const customer = this.#customers.get(record.customerId) ?? {
      ledger: new ModelLedger(modelPolicyOf(this.#policy)),
      lastDay: null,
      latest: '',
      ids: new Map(),
      counted: new Map(),
    };
    const { id, canceledOn } = record;
    const known = id === undefined ? undefined : customer.ids.get(id);
    if (known !== undefined) {
      if (known.facts !== factsOf(record)) return { code: 'id-conflict' };
      return { code: 'answered', repeated: true, ...known };
    }

    const request = modelRequestOf(record);
    const consumedBefore = customer.ledger.consumedOn(canceledOn);
    const isLate = customer.lastDay !== null && canceledOn < customer.lastDay;
    if (isLate) {
      // A refusal that needs no ledger is given on any day, and an empty ledger tells whether.
      const model = new ModelLedger(modelPolicyOf(this.#policy)).settle(request);
      if (!isNeverReturnable(model)) return { code: 'out-of-order' };
      return { code: 'answered', repeated: false, consumedBefore, model };
    }
    const model = customer.ledger.settle(request);
    const answered = { code: 'answered', repeated: false, consumedBefore, model } as const;
    if (isNeverReturnable(model)) return answered;

    if (model.outcome === 'paid') {
      customer.lastDay = canceledOn;
      customer.latest = later(customer.latest, canceledOn);
      const before = customer.counted.get(canceledOn) ?? { refunded: 0n, canceled: 0n };
      const refunded = before.refunded + centsOf(model.refund, request.usdRate);
      const canceled = before.canceled + centsOf(model.credit, request.usdRate);
      if (refunded + canceled > 0n) customer.counted.set(canceledOn, { refunded, canceled });
    }
    if (id !== undefined) {
      customer.ids.delete(id);
      customer.ids.set(id, { facts: factsOf(record), canceledOn, consumedBefore, model });
      customer.latest = later(customer.latest, canceledOn);
    }
    // At once, so that nothing forgotten can be known again.
    for (const [name, { canceledOn: day, model }] of customer.ids) {
      if (!isRemembered(day, model.outcome === 'paid', customer)) customer.ids.delete(name);
    }
    if (customer.lastDay !== null || customer.ids.size > 0) {
      this.#customers.set(record.customerId, customer);
    }
    return answered;
  }

  /** What the ledgers should hold, of each customer's answered ids only the names. */
  *ledgers(): Generator<unknown> {
    for (const [customerId, customer] of this.#customers) {
      const { lastDay } = customer;
      const isForGood = this.#policy.limitWindow === 'none';
      yield {
        customerId,
        lastDay,
        days: [...customer.counted]
          .filter(([day]) => lastDay === null || isForGood || day >= memoryStart(lastDay))
          .map(([on, { refunded, canceled }]) => ({
            on,
            usd: amountText(refunded, 2),
            ...(canceled === refunded ? {} : { canceledUsd: amountText(canceled, 2) }),
          })),
        ids: [...customer.ids.keys()],
      };
    }
  }
}

/** Whether an id of this day is known: what was paid is, as far back as the last settled day needs. */
export function isRemembered(
  day: string,
  isPaid: boolean,
  { lastDay, latest }: Pick<Customer, 'lastDay' | 'latest'>,
): boolean {
  if (day === lastDay) return true;
  return day >= memoryStart(isPaid && lastDay !== null ? lastDay : latest);
}

function centsOf(amount: string, usdRate: string): bigint {
  return minorOf(roundHalfEven(multiply(parseDecimal(amount), parseDecimal(usdRate)), 2));
}

export function later(a: string, b: string): string {
  return a < b ? b : a;
}

function isNeverReturnable(model: ModelRefund): boolean {
  return model.outcome === 'refused' && model.reasons[0] !== 'limit-exceeded';
}

function factsOf({ meta, ...facts }: BatchRecord): string {
  return JSON.stringify(facts);
}
