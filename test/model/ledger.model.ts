// What the guide says of ledgers, for tests only: it keeps a plain list of everything that was ever paid, or refused under an id, and
// reads the whole list again for every question. It shares no code with src/.

import {
  type ModelPolicy,
  type ModelRefund,
  type ModelRequest,
  modelRefund,
  multiply,
  parseDecimal,
  roundHalfEven,
} from './refund.model.ts';

export interface LedgerRequest extends ModelRequest {
  readonly customerId: string;
  readonly id?: string | undefined;
}

export interface LedgerPolicy extends ModelPolicy {
  readonly id: string;
}

export type LedgerAnswer =
  | { readonly code: 'before-purchase' | 'id-conflict' | 'out-of-order' }
  | {
      readonly code: 'answered';
      readonly model: ModelRefund;
      /** What was used of the limit before, in USD. */
      readonly consumedBefore: string;
      /** Which request was the first to be answered so. */
      readonly first: number;
      readonly repeated: boolean;
    };

export interface LedgerLimit {
  readonly max: string | null;
  readonly consumed: string;
  readonly available: string | null;
  readonly givenBack: readonly LedgerAmount[];
}

interface LedgerAmount {
  readonly on: string;
  readonly usd: string;
}

/** What was refunded on a day, and what was cancelled, if that differs. */
interface LedgerDay extends LedgerAmount {
  readonly canceledUsd?: string;
}

/** What moved a ledger: a refund that was paid, or one above the limit that was refused under an id. */
interface Entry {
  readonly number: number;
  readonly request: LedgerRequest;
  readonly policy: LedgerPolicy;
  readonly consumedBefore: string;
  readonly model: ModelRefund;
}

/** What is not forgotten of a customer. */
interface Memory {
  /** The last day on which anything was paid. */
  readonly lastDay: string | null;
  readonly paid: readonly Entry[];
  readonly named: readonly Entry[];
}

export class LedgerModel {
  readonly #entries: Entry[] = [];
  #requests = 0;

  settle(request: LedgerRequest, policy: LedgerPolicy): LedgerAnswer {
    const number = this.#requests;
    this.#requests += 1;
    const { customerId, id, canceledOn } = request;
    if (canceledOn < request.purchasedOn) return { code: 'before-purchase' };

    const { lastDay, named } = this.#memoryOf(customerId);
    const known = id === undefined ? undefined : named.find((entry) => entry.request.id === id);
    if (known !== undefined) {
      const isSame = sameFacts(known.request, request) && samePolicy(known.policy, policy);
      if (!isSame) return { code: 'id-conflict' };
      const { model, consumedBefore } = known;
      return { code: 'answered', model, consumedBefore, first: known.number, repeated: true };
    }

    const consumedBefore = this.#consumed(customerId, canceledOn, policy);
    const model = modelRefund(request, policy, consumedBefore);
    const answer: LedgerAnswer = {
      ...{ code: 'answered', model, consumedBefore, first: number, repeated: false },
    };
    // A refusal that does not depend on the ledger moves nothing and is answered on any day.
    if (model.outcome === 'refused' && model.reasons[0] !== 'limit-exceeded') return answer;
    if (lastDay !== null && canceledOn < lastDay) return { code: 'out-of-order' };
    if (model.outcome === 'paid' || id !== undefined) {
      this.#entries.push({ number, request, policy, consumedBefore, model });
    }
    return answer;
  }

  limitOn(customerId: string, day: string, policy: LedgerPolicy): LedgerLimit {
    const consumed = this.#consumed(customerId, day, policy);
    const max = policy.limitUsd;
    return {
      max,
      consumed,
      available: max === null ? null : usd(larger(0n, cents(max) - cents(consumed))),
      givenBack: summedByDay(
        this.#counted(customerId, day, policy).flatMap((entry) => {
          const on = givenBackOn(entry.request.canceledOn, policy);
          return on === null ? [] : [{ on, cents: centsOf(entry, policy.limitCounts) }];
        }),
      ),
    };
  }

  lastDayOf(customerId: string): string | null {
    return this.#memoryOf(customerId).lastDay;
  }

  /** What a ledger still knows to have been paid, day by day. */
  daysOf(customerId: string): readonly LedgerDay[] {
    const { paid } = this.#memoryOf(customerId);
    const sums = (counts: LimitCounts): Map<string, string> => {
      const amounts = paid.map((entry) => ({
        ...{ on: entry.request.canceledOn, cents: centsOf(entry, counts) },
      }));
      return new Map(summedByDay(amounts).map(({ on, usd }) => [on, usd]));
    };
    const [refunded, canceled] = [sums('refund'), sums('canceled-commitment')];
    return [...new Set([...refunded.keys(), ...canceled.keys()])].sort().map((on) => {
      const day = { on, usd: refunded.get(on) ?? '0.00' };
      const canceledUsd = canceled.get(on) ?? '0.00';
      return canceledUsd === day.usd ? day : { ...day, canceledUsd };
    });
  }

  idsOf(customerId: string): readonly string[] {
    return this.#memoryOf(customerId).named.map(({ request }) => String(request.id));
  }

  #consumed(customerId: string, day: string, policy: LedgerPolicy): string {
    const counted = this.#counted(customerId, day, policy);
    return usd(counted.reduce((sum, entry) => sum + centsOf(entry, policy.limitCounts), 0n));
  }

  /** Of everything ever paid what uses the limit on a day; without windows, of what is not forgotten. */
  #counted(customerId: string, day: string, policy: LedgerPolicy): readonly Entry[] {
    if (policy.limitWindow === 'none') {
      return this.#memoryOf(customerId).paid.filter(({ request }) => request.canceledOn <= day);
    }
    return this.#entries.filter(({ request: { customerId: customer, canceledOn }, model }) => {
      if (customer !== customerId || model.outcome !== 'paid' || canceledOn > day) return false;
      const comesBack = givenBackOn(canceledOn, policy);
      return comesBack === null || day < comesBack;
    });
  }

  /** Goes through all that ever happened, and forgets what the guide says is forgotten. */
  #memoryOf(customerId: string): Memory {
    let lastDay: string | null = null;
    let latest = '';
    let paid: Entry[] = [];
    let named: Entry[] = [];
    for (const entry of this.#entries) {
      const { request, policy, model } = entry;
      if (request.customerId !== customerId) continue;
      const { canceledOn } = request;
      if (canceledOn > latest) latest = canceledOn;
      if (request.id !== undefined) named.push(entry);
      if (model.outcome === 'paid') {
        // A refund of one more on the same day forgets nothing more: a policy without windows may have kept it.
        if (canceledOn !== lastDay && policy.limitWindow !== 'none') {
          const start = memoryStart(canceledOn);
          paid = paid.filter((earlier) => earlier.request.canceledOn >= start);
        }
        lastDay = canceledOn;
        paid.push(entry);
      }
      // Of what was paid nothing is forgotten inside its window, whatever was refused on a day far ahead.
      const start = memoryStart(latest);
      const paidSince = lastDay === null ? '' : memoryStart(lastDay);
      const last = lastDay;
      named = named.filter(({ request: { canceledOn: day }, model: { outcome } }) =>
        outcome === 'paid' ? day >= paidSince || day === last : day >= start || day === last,
      );
    }
    return { lastDay, paid, named };
  }
}

/** The first day of both windows, the 365 days and the calendar year. */
function memoryStart(day: string): string {
  const newYear = `${day.slice(0, 4)}-01-01`;
  const rolling = dayPlus(day, -364);
  return rolling < newYear ? rolling : newYear;
}

/** `null` where it never comes back, or on no day that can be written. */
function givenBackOn(day: string, { limitWindow }: LedgerPolicy): string | null {
  if (limitWindow === 'none') return null;
  const nextYear = String(Number(day.slice(0, 4)) + 1).padStart(4, '0');
  const on = limitWindow === '365-days' ? dayPlus(day, 365) : `${nextYear}-01-01`;
  return on.length === 'YYYY-MM-DD'.length ? on : null;
}

function dayPlus(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, -'T00:00:00.000Z'.length);
}

function sameFacts(a: LedgerRequest, b: LedgerRequest): boolean {
  const facts = ['paid', 'currency', 'usdRate', 'term', 'purchasedOn', 'canceledOn'] as const;
  return facts.every((fact) => a[fact] === b[fact]) && a.used === b.used && a.product === b.product;
}

/** Policies of the same id may differ in the rest. */
function samePolicy(a: LedgerPolicy, b: LedgerPolicy): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

type LimitCounts = LedgerPolicy['limitCounts'];

/** What an entry uses of a limit that counts so, whatever the policy counted under which it was answered. */
function centsOf({ model, request }: Entry, counts: LimitCounts): bigint {
  if (model.outcome === 'refused') return 0n;
  const counted = counts === 'refund' ? model.refund : model.credit;
  const inUsd = multiply(parseDecimal(counted), parseDecimal(request.usdRate));
  return cents(roundHalfEven(inUsd, 2));
}

function summedByDay(
  amounts: readonly { readonly on: string; readonly cents: bigint }[],
): LedgerAmount[] {
  const days = [...new Set(amounts.map(({ on }) => on))].sort();
  return days
    .map((on) => ({
      on,
      cents: amounts.reduce((sum, it) => (it.on === on ? sum + it.cents : sum), 0n),
    }))
    .filter((it) => it.cents > 0n)
    .map((it) => ({ on: it.on, usd: usd(it.cents) }));
}

function cents(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

function usd(amount: bigint): string {
  const figures = amount.toString().padStart(3, '0');
  return `${figures.slice(0, -2)}.${figures.slice(-2)}`;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
