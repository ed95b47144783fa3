import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect } from 'vitest';
import {
  createSettlement,
  openRefundLedger,
  parseRefundLedger,
  type RefundLedger,
  type RefundQuote,
  type Settlement,
  type SettlementResult,
  trySettleRefund,
} from '../../../src/reservations/index.ts';
import { compare, multiply, parseDecimal, roundHalfEven } from '../../model/refund.model.ts';
import {
  amountText,
  type Batch,
  batches,
  dayOf,
  dayText,
  decimalsOf,
  minorOf,
} from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { hostiles, spoilt } from '../hostile.ts';
import {
  type Expected,
  isRemembered,
  later,
  memoryStart,
  ReferenceSettlement,
} from './reference-settlement.ts';

function settled({ policy, records }: Batch): SettlementResult[] {
  const settlement = createSettlement({ policy });
  return records.map((record) => settlement.settle(record));
}

function carriedOver(settlement: Settlement): RefundLedger[] {
  return JSON.parse(JSON.stringify([...settlement.ledgers()])) as RefundLedger[];
}

type Memory = Pick<RefundLedger, 'lastDay'> & { readonly latest: string };

function memoryOf({ lastDay, ids }: RefundLedger): Memory {
  const days = ids.map(({ facts }) => dayText(Number.parseInt(facts, 10)));
  return { lastDay, latest: days.reduce(later, lastDay ?? '') };
}

/** What a result says, whatever its position. */
function saidBy({ index: _, ...result }: SettlementResult): string {
  return JSON.stringify(result);
}

/** A quote that was paid now, not long ago under the same id. */
function paidNow(result: SettlementResult): RefundQuote | null {
  return result.ok && result.quote.allowed && result.repeated !== true ? result.quote : null;
}

/** What a quote uses of the limit in US cents, by the policy's way of counting. */
function countedCents({ refund, credit, request, policy }: RefundQuote): bigint {
  const counted = policy.limitCounts === 'refund' ? refund : credit;
  const usd = multiply(parseDecimal(counted), parseDecimal(request.usdRate ?? '1'));
  return minorOf(roundHalfEven(usd, 2));
}

function expectAnswer(result: SettlementResult, expected: Expected): void {
  if (expected.code === 'malformed') {
    expect(result).toMatchObject({ ok: false });
    return;
  }
  if (expected.code !== 'answered') {
    expect(result).toMatchObject({ ok: false, issues: [{ code: expected.code }] });
    return;
  }
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('; '));
  const { quote } = result;
  expect(result.repeated ?? false).toBe(expected.repeated);
  const { model } = expected;
  if (model.outcome === 'paid') {
    const { row, days, credit, fee, refundable, refund, withheld, note } = model;
    expect(quote).toMatchObject({
      allowed: true,
      row,
      days,
      credit,
      fee,
      refundable,
      refund,
      withheld,
    });
    const notes = quote.supersededBy === null ? [] : ['superseded'];
    expect(quote.notes).toEqual(note === null ? notes : [note, ...notes]);
  } else {
    expect(quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason)).toEqual(model.reasons);
  }
  if (quote.limit !== null) expect(quote.limit.consumedBefore).toBe(expected.consumedBefore);
}

describe('a settlement', () => {
  test.prop([batches])('equals the model, record by record and in its ledgers', (batch) => {
    const settlement = createSettlement({ policy: batch.policy });
    const reference = new ReferenceSettlement(batch.policy);
    batch.records.forEach((record, index) => {
      const result = settlement.settle(record);
      expect(result.index).toBe(index);
      expectAnswer(result, reference.settle(record));
    });
    const ledgers = [...settlement.ledgers()].map((ledger) => ({
      ...ledger,
      ids: ledger.ids.map(({ id }) => id),
    }));
    expect(ledgers).toEqual([...reference.ledgers()]);
  });

  test.prop([batches])('the limit holds in every window of any sequence', (batch) => {
    const { limitUsd, limitWindow } = batch.policy;
    fc.pre(limitUsd !== null);
    const refunds = settled(batch).flatMap((result) => {
      const quote = paidNow(result);
      return quote === null ? [] : [{ customerId: result.customerId, quote }];
    });
    const isInWindow = (from: string, on: string) =>
      limitWindow === '365-days'
        ? dayOf(on) >= dayOf(from) && dayOf(on) - dayOf(from) < 365
        : limitWindow === 'none' || on.slice(0, 4) === from.slice(0, 4);
    // A window that holds too much can be moved until it begins with a refund.
    for (const { customerId, quote } of refunds) {
      const first = quote.request.canceledOn;
      const cents = refunds
        .filter((it) => it.customerId === customerId)
        .filter((it) => isInWindow(first, it.quote.request.canceledOn))
        .reduce((sum, it) => sum + countedCents(it.quote), 0n);
      expect(cents <= minorOf(limitUsd)).toBe(true);
    }
  });

  test.prop([batches])('what a limit withholds is never left of it', (batch) => {
    for (const result of settled(batch)) {
      const quote = paidNow(result);
      if (quote === null || minorOf(quote.withheld) === 0n) continue;
      // Not even one more minor unit would have fitted.
      const more = amountText(minorOf(quote.refund) + 1n, decimalsOf(quote.currency));
      const used = multiply(parseDecimal(more), parseDecimal(quote.request.usdRate ?? '1'));
      const left = minorOf(quote.limit?.max ?? '0.00') - minorOf(quote.limit?.consumedBefore ?? '');
      expect(compare(used, { numerator: left, denominator: 100n }) > 0).toBe(true);
    }
  });

  test.prop([batches, fc.nat()])('splitting a batch anywhere changes nothing', (batch, where) => {
    const { policy, records } = batch;
    const whole = createSettlement({ policy });
    const expected = records.map((record) => saidBy(whole.settle(record)));
    const cut = where % (records.length + 1);
    const before = createSettlement({ policy });
    const first = records.slice(0, cut).map((record) => saidBy(before.settle(record)));
    const after = createSettlement({ policy, ledgers: carriedOver(before) });
    const second = records.slice(cut).map((record) => saidBy(after.settle(record)));
    expect([...first, ...second]).toEqual(expected);
    expect(carriedOver(after)).toEqual(carriedOver(whole));
    expect(JSON.stringify([...after.ledgers()])).toBe(JSON.stringify([...whole.ledgers()]));
  });

  test.prop([batches])('settling step by step changes nothing', (batch) => {
    const { policy, records } = batch;
    const whole = createSettlement({ policy });
    const ledgers = new Map<string, RefundLedger>();
    for (const record of records) {
      const result = whole.settle(record);
      const { customerId } = record;
      const ledger = ledgers.get(customerId) ?? openRefundLedger(customerId);
      const step = trySettleRefund(JSON.parse(JSON.stringify(ledger)), record, { policy });
      if (step.ok) {
        ledgers.set(customerId, step.value.ledger);
        expect(JSON.stringify(step.value.quote)).toBe(JSON.stringify(result.ok && result.quote));
        expect(step.value.repeated).toBe(result.ok && (result.repeated ?? false));
      } else {
        expect(JSON.stringify(step.issues)).toBe(JSON.stringify(result.ok ? [] : result.issues));
      }
    }
    for (const ledger of whole.ledgers()) {
      expect(JSON.stringify(ledgers.get(ledger.customerId))).toBe(JSON.stringify(ledger));
    }
  });

  test.prop([batches, batches, fc.nat()])(
    'a batch under another policy follows on alike, in one go or step by step',
    ({ policy, records }, { policy: other }, where) => {
      const cut = where % (records.length + 1);
      const before = createSettlement({ policy });
      for (const record of records.slice(0, cut)) before.settle(record);
      const after = createSettlement({ policy: other, ledgers: carriedOver(before) });
      const ledgers = new Map(carriedOver(before).map((it) => [it.customerId, it]));
      for (const record of records.slice(cut)) {
        const result = after.settle(record);
        const { customerId } = record;
        const ledger = ledgers.get(customerId) ?? openRefundLedger(customerId);
        const step = trySettleRefund(ledger, record, { policy: other });
        expect(step.ok).toBe(result.ok);
        if (!step.ok || !result.ok) continue;
        ledgers.set(customerId, step.value.ledger);
        expect(JSON.stringify(step.value.quote)).toBe(JSON.stringify(result.quote));
      }
      for (const ledger of after.ledgers()) {
        expect(JSON.stringify(ledgers.get(ledger.customerId))).toBe(JSON.stringify(ledger));
      }
    },
  );

  test.prop([batches])('other customers’ records in between change nothing', (batch) => {
    const results = settled(batch);
    const customers = new Set(batch.records.map(({ customerId }) => customerId));
    for (const customer of customers) {
      const isTheirs = ({ customerId }: { readonly customerId?: string | undefined }) =>
        customerId === customer;
      const alone = settled({ ...batch, records: batch.records.filter(isTheirs) });
      expect(alone.map(saidBy)).toEqual(results.filter(isTheirs).map(saidBy));
    }
  });

  test.prop([batches])('settling twice gives the same bytes', (batch) => {
    expect(JSON.stringify(settled(structuredClone(batch)))).toBe(JSON.stringify(settled(batch)));
  });

  test.prop([batches])('a whole batch sent again is repeated and pays nothing', (batch) => {
    const settlement = createSettlement({ policy: batch.policy });
    const first = batch.records.map((record) => settlement.settle(record));
    const before = carriedOver(settlement);
    const memories = new Map(before.map((ledger) => [ledger.customerId, memoryOf(ledger)]));
    batch.records.forEach((record, position) => {
      const answer = first[position];
      // Without an id nobody can tell, and a conflict or a late day stays what it was.
      if (!('term' in record) || record.id === undefined || answer?.ok !== true) return;
      if (answer.quote.row === null) return;
      const memory = memories.get(record.customerId) as Memory;
      const again = settlement.settle(record);
      if (!isRemembered(record.canceledOn, answer.quote.allowed, memory)) {
        // Out of order, a conflict where a younger record has the id by now, or refused once more.
        expect(again.ok && again.quote.allowed).toBe(false);
        return;
      }
      expect(again).toMatchObject({ ok: true, repeated: true });
      expect(JSON.stringify(again.ok && again.quote)).toBe(JSON.stringify(answer.quote));
    });
    expect(carriedOver(settlement)).toEqual(before);
  });

  test.prop([batches])('what moves nothing could as well not have come', (batch) => {
    const settlement = createSettlement({ policy: batch.policy });
    const moving = batch.records.filter((record) => {
      const result = settlement.settle(record);
      return result.ok && result.repeated !== true && result.quote.row !== null;
    });
    const fewer = createSettlement({ policy: batch.policy });
    for (const record of moving) fewer.settle(record);
    expect(carriedOver(fewer)).toEqual(carriedOver(settlement));
  });

  test.prop([batches])('a ledger never holds more than its windows need', (batch) => {
    const settlement = createSettlement({ policy: batch.policy });
    for (const record of batch.records) {
      settlement.settle(record);
      for (const ledger of settlement.ledgers()) {
        const { lastDay, days, ids } = ledger;
        expect(days.length <= 366).toBe(true);
        const isForGood = batch.policy.limitWindow === 'none';
        const first = lastDay === null || isForGood ? '' : memoryStart(lastDay);
        for (const { on } of days) expect(on >= first && on <= (lastDay ?? '')).toBe(true);
        if (ids.length === 0) continue;
        const memory = memoryOf(ledger);
        const known = batch.records.filter(
          (it) => 'term' in it && it.id !== undefined && isRemembered(it.canceledOn, true, memory),
        );
        expect(ids.length <= known.length).toBe(true);
      }
    }
  });

  test.prop([batches])('every ledger parses to itself', (batch) => {
    const settlement = createSettlement({ policy: batch.policy });
    for (const record of batch.records) settlement.settle(record);
    for (const ledger of carriedOver(settlement)) {
      expect(JSON.stringify(parseRefundLedger(ledger))).toBe(
        JSON.stringify({ ok: true, value: ledger }),
      );
    }
  });

  test.prop([batches])('answers and ledgers share nothing with what comes later', (batch) => {
    const settlement = createSettlement({ policy: batch.policy });
    const answers = batch.records.map((record) => {
      const result = settlement.settle(deepFreeze(structuredClone(record)));
      const text = JSON.stringify(result);
      if (result.ok) vandalise(result.quote);
      for (const ledger of settlement.ledgers()) vandalise(ledger);
      return text;
    });
    expect(answers).toEqual(settled(batch).map((result) => JSON.stringify(result)));
  });

  test.prop([batches, fc.array(hostiles, { maxLength: 4 })])(
    'every record in gives exactly one result out, whatever it is',
    ({ policy, records }, others) => {
      const settlement = createSettlement({ policy });
      let index = 0;
      for (const record of [...others.map(({ make }) => make()), ...records]) {
        const result = settlement.settle(record);
        expect(result.index).toBe(index);
        expect('quote' in result).toBe(result.ok);
        expect(result.ok || result.issues.length > 0).toBe(true);
        index += 1;
      }
    },
  );

  const record = {
    id: 'CR-1',
    customerId: 'contoso',
    paid: '12000.00',
    currency: 'EUR',
    usdRate: '1.1',
    term: 'P1Y',
    purchasedOn: '2025-01-01',
    canceledOn: '2025-07-02',
    used: true,
    product: 'AVS',
    billingPlan: 'Upfront',
    meta: 1,
  };

  test.prop([spoilt(record)])(
    'never throws on a record that is spoilt in one field',
    ({ make }) => {
      const settlement = createSettlement();
      const result = settlement.settle(make());
      expect(result.index).toBe(0);
      // And what it made of it does not spoil the next record.
      const next = settlement.settle({
        ...record,
        id: 'CR-2',
        canceledOn: '9999-12-31',
        term: 'P5Y',
        purchasedOn: '9999-01-01',
      });
      expect(next.ok).toBe(true);
      for (const ledger of settlement.ledgers()) expect(parseRefundLedger(ledger).ok).toBe(true);
    },
  );
});

describe('the generator', () => {
  let results: { readonly results: SettlementResult[] }[];

  beforeAll(() => {
    const sample = fc.sample(batches, { numRuns: 1_000, seed: 1 });
    results = sample.map((batch) => ({ results: settled(batch) }));
  });

  function share(isSo: (result: SettlementResult) => boolean): number {
    return results.filter((it) => it.results.some(isSo)).length / results.length;
  }

  test.each<[string, (result: SettlementResult) => boolean]>([
    ['a repeated id', (it) => it.ok && it.repeated === true],
    ['a conflict', (it) => !it.ok && it.issues[0]?.code === 'id-conflict'],
    ['a late day', (it) => !it.ok && it.issues[0]?.code === 'out-of-order'],
    ['a clipped refund', (it) => it.ok && it.quote.notes[0] === 'limit-clipped'],
    ['nothing left', (it) => it.ok && it.quote.notes[0] === 'limit-reached'],
    ['a refusal above the limit', (it) => it.ok && !it.quote.allowed && it.quote.row !== null],
    ['a refusal that needs no ledger', (it) => it.ok && it.quote.row === null],
    ['a malformed record', (it) => !it.ok && it.issues.length > 1],
  ])('often makes %s', (_, isSo) => {
    expect(share(isSo)).toBeGreaterThan(0.05);
  });
});
