import fc from 'fast-check';
import { isInputError } from '../../../src/reservations/index.ts';
import type { Book } from './book.ts';
import { dayIn, dayOfYear } from './days.ts';
import { type Desk, expectSame } from './desk.ts';

export const customers = ['contoso', 'fabrikam', '__proto__'] as const;

/** One thing that happens; after it the library and the model must agree. */
export class Step implements fc.Command<Book, Desk> {
  readonly #act: (book: Book, desk: Desk) => void;
  readonly #text: string;

  constructor(text: string, act: (book: Book, desk: Desk) => void) {
    this.#text = text;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  run(book: Book, desk: Desk): void {
    this.#act(book, desk);
    book.steps += 1;
    expectAgreement(book, desk);
  }

  toString(): string {
    return this.#text;
  }
}

/** Steps of one kind, with facts of their own. */
export function steps<T>(
  name: string,
  facts: fc.Arbitrary<T>,
  act: (book: Book, desk: Desk, facts: T) => void,
): fc.Arbitrary<Step> {
  return facts.map(
    (it) => new Step(`${name} ${fc.stringify(it)}`, (book, desk) => act(book, desk, it)),
  );
}

const LATER = [1, 5, 6, 30, 364, 365, 366, 730] as const;

/** The ledgers are what the model says, and so is what they leave of the limit on this day and on later ones. */
function expectAgreement(book: Book, desk: Desk): void {
  for (const customerId of customers) {
    const ledger = desk.ledgerOf(customerId);
    const lastDay = book.ledger.lastDayOf(customerId);
    const from = lastDay !== null && lastDay > book.today ? lastDay : book.today;
    expectSame(ledger.lastDay, lastDay);
    expectSame(ledger.days, book.ledger.daysOf(customerId));
    expectSame(ledger.ids.map(({ id }) => id).sort(), [...book.ledger.idsOf(customerId)].sort());
    expectSame(desk.inBatchOf(customerId), ledger);
    const later = dayIn(from, LATER[book.steps % LATER.length] as number);
    const turnOfYear = dayIn(dayOfYear(from, 0, '12-31'), book.steps % 2);
    for (const day of [from, later, turnOfYear]) {
      expectSame(desk.limitOn(customerId, day), book.ledger.limitOn(customerId, day, book.rules));
    }
    if (lastDay !== null) expectLate(() => desk.limitOn(customerId, dayIn(lastDay, -1)));
  }
}

function expectLate(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!isInputError(error)) throw error;
    expectSame(
      error.issues.map(({ code }) => code),
      ['out-of-order'],
    );
    return;
  }
  throw new Error('A day before the last one has a limit.');
}
