import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefundPolicy } from '../../src/reservations/index.ts';
import { policyFrom, policyInputs, policyWith } from '../reservations/arbitraries.ts';
import { Book, type Sight } from './steps/book.ts';
import { Desk } from './steps/desk.ts';
import { sequences } from './steps/sequences.ts';

const policies: fc.Arbitrary<RefundPolicy> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(policyFrom('partner-center-2020-08')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      policyFrom('partner-center-2018-10'),
      policyWith({ windowDays: 4, dayWithoutRow: 5, limitWindow: 'calendar-year' }),
      policyWith({ windowDays: 5, dayWithoutRow: 6 }),
      policyFrom('azure-2020-01'),
      policyFrom('azure-2020-07'),
      policyFrom('azure-2024-12'),
      policyWith({ limitWindow: 'calendar-year' }),
      policyWith({ limitWindow: 'calendar-year', overLimit: 'refuse' }),
      policyWith({ limitWindow: 'none' }),
      policyWith({ overLimit: 'refuse' }),
      policyWith({ limitUsd: null }),
      policyWith({ limitUsd: '0.01' }),
    ),
  },
  { weight: 2, arbitrary: policyInputs.map(policyFrom) },
);

const setups = fc.record({
  policies: fc.tuple(policies, policies, policies),
  today: fc.constantFrom(
    ...['2023-12-30', '2024-02-27', '2024-12-29', '2025-01-01', '2025-06-30', '1999-12-31'],
    ...['2099-12-30', '1970-01-01', '9990-12-30'],
  ),
});

const cases = fc.tuple(setups, sequences);

/** Throws where the library and the model disagree. */
function play([setup, sequence]: typeof cases extends fc.Arbitrary<infer T> ? T : never): Book {
  const book = new Book(setup.today, setup.policies);
  fc.modelRun(() => ({ model: book, real: new Desk(book.policy) }), sequence);
  return book;
}

// A sequence is as long as many records: a fifth of the runs of other properties.
const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 5);
let played = 0;
let agreed = 0;

afterAll(() => {
  if (process.env['RUNS'] === undefined) return;
  process.stdout.write(`\n${played} sequences, ${agreed} steps agree\n`);
});

describe('ledgers', () => {
  it('are what a list of everything ever paid makes of them, step by step', () => {
    fc.assert(
      fc.property(cases, (it) => {
        agreed += play(it).steps;
        played += 1;
      }),
      { numRuns },
    );
  });
});

describe('the sequences', () => {
  let books: Book[] = [];
  beforeAll(() => {
    books = fc.sample(cases, { numRuns: 40, seed: 4 }).map(play);
  });

  it('are long', () => {
    const lengths = books.map(({ steps }) => steps).sort((a, b) => a - b);
    expect(lengths.at(-1)).toBeGreaterThan(90);
    expect(lengths[lengths.length / 2]).toBeGreaterThan(30);
  });

  it.each<Sight>([
    'a refund',
    'a clipped refund',
    'nothing left',
    'a refusal above the limit',
    'the limit met exactly',
    'one minor unit above the limit',
    'one cent below the limit',
    'refused for one minor unit',
    'full credit on day 5',
    'a fee on day 6',
    'a repeat',
    'a repeat with other words',
    'other facts',
    'another policy',
    'a forgotten id',
    'a forgotten id of a late day',
    'a late day',
    'a day ahead',
    'a refusal far ahead',
    'an ended term',
    'no returnable product',
    'a day without a row',
    'a malformed record',
    'an exchange',
    'an exchange below its credit',
    'an exchange for exactly its credit',
    'a cancellation of what was exchanged',
    'saved ledgers',
    'a batch that goes on',
    'a change of policy',
    'a new year',
    'a leap day',
    'the end of a month',
    'given back after 365 days',
    'given back at the new year',
    'given back that very day',
    'nothing given back the day before',
    'no decimals',
    'three decimals',
  ])('often come upon %s', (sight) => {
    const share = books.filter(({ seen }) => seen.has(sight)).length / books.length;
    expect(share).toBeGreaterThan(0.05);
  });
});
