import { readFileSync } from 'node:fs';
import type { Term } from '../../src/reservations/index.ts';

/** What is known of a purchase in addition to the recorded answer. */
export interface Purchase {
  readonly term: Term;
  readonly originalQuantity: number;
  /** `null` for a purchase within the window, whose day is not known. */
  readonly benefitStartsOn: string | null;
  readonly billingPlan?: 'Monthly';
  readonly completedTransactions?: number;
}

interface Recorded<Operation extends string, Facts> {
  readonly id: string;
  readonly operation: Operation;
  readonly requestedAt: string;
  readonly facts: Facts;
  readonly response: object;
}

export type RecordedRefund = Recorded<'calculateRefund' | 'calculateRefund+return', Purchase>;
export type RecordedExchange = Recorded<
  'calculateExchange' | 'calculateExchange+exchange',
  readonly Purchase[]
>;

/** A price quote, whose payments are summed up. */
export interface RecordedPrice {
  readonly id: string;
  readonly operation: 'calculatePrice';
  readonly request: { readonly term: Term; readonly billingPlan: 'Upfront' | 'Monthly' };
  readonly response: {
    readonly currency: string;
    readonly billingCurrencyTotal: string;
    readonly paymentSchedule: {
      readonly firstDueDate: string;
      readonly count: number;
      readonly instalment: string;
    } | null;
  };
}

const file = new URL('recordings.json', import.meta.url);
const all: readonly (RecordedRefund | RecordedExchange | RecordedPrice)[] = JSON.parse(
  readFileSync(file, 'utf8'),
).recordings;

export const refunds: readonly RecordedRefund[] = all.filter((one): one is RecordedRefund =>
  one.operation.startsWith('calculateRefund'),
);
export const exchanges: readonly RecordedExchange[] = all.filter((one): one is RecordedExchange =>
  one.operation.startsWith('calculateExchange'),
);
export const prices: readonly RecordedPrice[] = all.filter(
  (one): one is RecordedPrice => one.operation === 'calculatePrice',
);

/** A body with its amounts as JSON numbers, as they come over the wire. */
export function onTheWire(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (name, value) =>
    name === 'amount' && typeof value === 'string' ? Number(value) : value,
  );
}
