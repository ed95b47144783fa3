// What steps are made of. Chance alone hardly ever makes an id that was just forgotten, so old ones are taken on purpose.

import fc from 'fast-check';
import { amountText, decimalsOf } from '../../reservations/arbitraries.ts';
import type { LedgerRequest } from '../ledger.model.ts';
import { divide, parseDecimal, roundDown } from '../refund.model.ts';
import type { Book, Reservation } from './book.ts';

export const money: fc.Arbitrary<{ readonly currency: string; readonly usdRate: string }> =
  fc.constantFrom(
    ...[
      { currency: 'USD', usdRate: '1' },
      { currency: 'USD', usdRate: '1' },
      { currency: 'USD', usdRate: '1' },
      { currency: 'EUR', usdRate: '1.1' },
      { currency: 'GBP', usdRate: '1.33333333333' },
      { currency: 'JPY', usdRate: '0.0067' },
      { currency: 'KWD', usdRate: '3.25' },
    ],
  );

export const terms: fc.Arbitrary<Reservation['term']> = fc.constantFrom(
  'P1Y' as const,
  'P1Y' as const,
  'P3Y' as const,
  'P5Y' as const,
);

export const products: fc.Arbitrary<string | undefined> = fc.constantFrom(
  ...[
    undefined,
    undefined,
    undefined,
    'VirtualMachines',
    'VirtualMachines',
    'RedHat',
    'Databricks',
  ],
);

export const usdCents: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 3, arbitrary: fc.bigInt(0n, 8_000_000n) },
  { weight: 3, arbitrary: fc.bigInt(100_000n, 2_500_000n) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 2_500_000n, 5_000_000n) },
);

export const names: fc.Arbitrary<string> = fc.constantFrom(
  'none',
  'own',
  'own',
  'own',
  'shared',
  'old',
);

/** Which of a list, from its newest on. */
export const places: fc.Arbitrary<number> = fc.nat({ max: 40 });

export function pick<T>(list: readonly T[], place: number): T {
  return list[list.length - 1 - (place % list.length)] as T;
}

export function priceIn(currency: string, usdRate: string, worth: bigint): string {
  const digits = decimalsOf(currency);
  const units = divide({ numerator: worth, denominator: 100n }, parseDecimal(usdRate));
  return roundDown(units, digits);
}

/** A price that can be written: of no more than 15 digits before the decimals. */
export function priceText(minor: bigint, digits: number): string {
  const most = 10n ** BigInt(15 + digits) - 1n;
  return amountText(minor < 0n ? 0n : minor > most ? most : minor, digits);
}

export function nameOf(book: Book, kind: string, place: number): string | undefined {
  if (kind === 'none') return undefined;
  if (kind === 'shared') return 'CR';
  const named = book.sent.filter(({ request }) => request.id !== undefined);
  if (kind === 'old' && named.length > 0) return pick(named, place).request.id;
  return `CR-${book.steps}`;
}

export function buyFor(book: Book, reservation: Reservation): void {
  book.bought.push(reservation);
  book.open.push(reservation);
}

/** One that is still there or, where none is, any that ever was. */
export function reservationAt(book: Book, place: number): Reservation {
  if (book.open.length > 0) return pick(book.open, place);
  if (book.bought.length === 0) {
    const first = {
      customerId: 'contoso',
      paid: '12000.00',
      currency: 'USD',
      term: 'P1Y',
    } as const;
    buyFor(book, { ...first, purchasedOn: book.today });
  }
  return pick(book.bought, place);
}

export function close(book: Book, reservation: Reservation): void {
  const at = book.open.indexOf(reservation);
  if (at >= 0) book.open.splice(at, 1);
}

export function requestFor(
  reservation: Reservation,
  facts: Pick<LedgerRequest, 'canceledOn' | 'usdRate' | 'used' | 'id'>,
): LedgerRequest {
  const { isExchanged: _, ...bought } = reservation;
  return { ...bought, digits: decimalsOf(reservation.currency), ...facts };
}

export const rateOf: Readonly<Record<string, readonly string[]>> = {
  USD: ['1'],
  EUR: ['1.1', '1.05', '0.99999999999'],
  GBP: ['1.33333333333', '1.25'],
  JPY: ['0.0067', '0.01'],
  KWD: ['3.25', '3.333'],
};
