import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currencyDigits, defaultRefundPolicy, quoteExchange, settleRefunds } from '../src/index.ts';
import type { SingleExchangeRequest, Term } from '../src/reservations/index.ts';
import {
  ModelLedger,
  type ModelPolicy,
  type ModelRefund,
  modelExchange,
} from './model/refund.model.ts';
import type { UpfrontRequest } from './reservations/request.ts';

// The sample data of docs/demo, held against the model and against what it promises to show.

const demo = new URL('../docs/demo/', import.meta.url);

function read<T>(name: string): T[] {
  const lines = readFileSync(new URL(name, demo), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

const policy: ModelPolicy = { ...defaultRefundPolicy, feeRate: '0.12' };
const digits = (currency: string): number => currencyDigits(currency) as number;
const day = (text: string): string => new Date(text).toISOString().slice(0, 10);

type SampleExchange = Extract<SingleExchangeRequest, { readonly paid: string }>;
type Sample = UpfrontRequest & { readonly id: string; readonly customerId: string };
const cancellations = read<Sample>('cancellations.ndjson');
const results = [...settleRefunds(cancellations)];

describe('the sample cancellations', () => {
  it('are answered as the model says, each customer by a ledger of their own', () => {
    const ledgers = new Map<string, ModelLedger>();
    const known = new Map<string, ModelRefund>();
    for (const [index, sample] of cancellations.entries()) {
      const ledger = ledgers.get(sample.customerId) ?? new ModelLedger(policy);
      ledgers.set(sample.customerId, ledger);
      const expected =
        known.get(sample.id) ??
        ledger.settle({
          ...sample,
          digits: digits(sample.currency),
          usdRate: sample.usdRate ?? '1',
          purchasedOn: day(sample.purchasedOn),
          canceledOn: day(sample.canceledOn),
        });
      known.set(sample.id, expected);

      const result = results[index];
      if (!result?.ok) throw new Error(`${sample.id} was not answered`);
      const { quote } = result;
      if (expected.outcome === 'refused') {
        expect(quote).toMatchObject({ allowed: false, reason: expected.reasons[0] });
        continue;
      }
      const { outcome: _, countedUsd, consumedAfterUsd, availableUsd, note, ...figures } = expected;
      const superseded = quote.request.canceledOn < '2023-07-31' ? [] : ['superseded'];
      expect(quote).toMatchObject({
        ...figures,
        allowed: true,
        notes: [...(note === null ? [] : [note]), ...superseded],
        limit: { consumedAfter: consumedAfterUsd, available: availableUsd },
      });
    }
  });

  it('show what a sample should', () => {
    expect(cancellations.length).toBeGreaterThanOrEqual(60);
    const quotes = results.flatMap((result) => (result.ok ? [result.quote] : []));
    const clauses = new Set(quotes.flatMap(({ because }) => because));
    for (const clause of ['RES-1', 'RES-2', 'RES-3', 'RES-4', 'RES-8', 'RES-11'] as const) {
      expect(clauses).toContain(clause);
    }
    const days = new Set(quotes.map((quote) => quote.days.sincePurchase));
    for (const number of [4, 5, 6]) expect(days).toContain(number);
    expect(new Set(quotes.map(({ currency }) => currency))).toEqual(new Set(['USD', 'EUR', 'JPY']));
    expect(new Set(quotes.map(({ request }) => request.term))).toEqual(
      new Set<Term>(['P1Y', 'P3Y', 'P5Y']),
    );
    expect(new Set(quotes.flatMap(({ notes }) => notes))).toEqual(
      new Set(['limit-clipped', 'limit-reached', 'superseded']),
    );
    expect(new Set(cancellations.map(({ customerId }) => customerId)).size).toBeGreaterThan(5);
    expect(quotes.some(({ request }) => request.canceledOn.endsWith('-02-29'))).toBe(true);
    expect(quotes.some(({ request }) => request.purchasedOn.endsWith('-02-29'))).toBe(true);
    expect(results.filter((result) => result.ok && result.repeated)).toHaveLength(1);
  });
});

it('answers the sample exchanges as the model says', () => {
  for (const sample of read<SampleExchange>('exchanges.ndjson')) {
    const expected = modelExchange({ ...sample, digits: digits(sample.currency) }, policy);
    const quote = quoteExchange(sample);
    if (expected.outcome === 'allowed') {
      const { credit, netPayable } = expected;
      expect(quote).toMatchObject({ allowed: true, credit, netPayable });
    } else {
      expect(quote).toMatchObject({ allowed: false, reason: expected.reasons[0] });
    }
  }
});

it('runs the demo, which rejects just the expected records, fits 80 columns and ends with the results', () => {
  const run = new URL('run.js', demo).pathname;
  const { status, stdout } = spawnSync(process.execPath, [run], { encoding: 'utf8' });
  expect(stdout).not.toContain('FAILED');
  expect(status).toBe(0);

  const lines = stdout.trimEnd().split('\n');
  const isWide = /[\u1100-\u115f\u2e80-\ud7a3\uf900-\ufaff\uff00-\uff60]/g;
  const widths = lines.map((line) => line.length + (line.match(isWide)?.length ?? 0));
  expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  expect(lines.slice(-23)).toEqual(
    expect.arrayContaining(['Results', expect.stringMatching(/ USD refunded, /)]),
  );
});
