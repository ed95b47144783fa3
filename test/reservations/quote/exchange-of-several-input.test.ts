import { describe, expect, it } from 'vitest';
import { tryQuoteExchange } from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';

type Given = Readonly<Record<string, unknown>>;

const SERVICE = 'azure-service-2023';
const PAID = { currency: 'USD', term: 'P1Y', paid: '1200.00', purchasedOn: '2025-01-15' } as const;
const REQUEST = {
  exchangedOn: '2025-06-20',
  reservationsToExchange: [PAID, PAID],
  reservationsToPurchase: [{ price: '900000.00' }],
} as const;

function faultsOf({ policy = 'azure-2024-12', ...given }: Given): string[] {
  const parsed = tryQuoteExchange({ ...REQUEST, ...given }, { policy } as never);
  return parsed.ok ? [] : faultTexts(parsed.issues);
}

describe('malformed items', () => {
  const items = (count: number): object[] => Array.from({ length: count }, () => PAID);
  const bought = (count: number): object[] =>
    Array.from({ length: count }, () => ({ price: '900.00' }));
  const EURO = { ...PAID, currency: 'EUR' };

  it.each<[name: string, given: Given, faults: string[]]>([
    [
      '100 and 100',
      { reservationsToExchange: items(100), reservationsToPurchase: bought(100) },
      [],
    ],
    ['101', { reservationsToExchange: items(101) }, ['reservationsToExchange: too-long']],
    ['101 bought', { reservationsToPurchase: bought(101) }, ['reservationsToPurchase: too-long']],
    ['nothing', { reservationsToExchange: [] }, ['reservationsToExchange: empty']],
    ['nothing bought', { reservationsToPurchase: [] }, ['reservationsToPurchase: empty']],
    ['no list', { reservationsToExchange: undefined }, ['reservationsToExchange: missing-field']],
    [
      'no list bought',
      { reservationsToPurchase: undefined },
      ['reservationsToPurchase: missing-field'],
    ],
    [
      'two currencies',
      { reservationsToExchange: [PAID, EURO] },
      ['reservationsToExchange.1.currency: other-currency'],
    ],
    [
      'another currency bought',
      { reservationsToPurchase: [{ price: '5000', currency: 'EUR' }] },
      ['reservationsToPurchase.0.currency: other-currency'],
    ],
    [
      'a price and an instalment',
      { reservationsToPurchase: [{ price: '1', instalment: '1', term: 'P1Y' }] },
      ['reservationsToPurchase.0.price: contradiction'],
    ],
    [
      'an instalment without a term',
      { reservationsToPurchase: [{ instalment: '1' }] },
      ['reservationsToPurchase.0.term: missing-field'],
    ],
    [
      'a price with a term',
      { reservationsToPurchase: [{ price: '1', term: 'P1Y' }] },
      ['reservationsToPurchase.0.term: contradiction'],
    ],
    [
      'neither',
      { reservationsToPurchase: [{}] },
      ['reservationsToPurchase.0.price: missing-field'],
    ],
    ['the single form too', { newPrice: '1' }, ['newPrice: unknown-field']],
    [
      'one bought later',
      { reservationsToExchange: [PAID, { ...PAID, purchasedOn: '2025-06-21' }] },
      ['reservationsToExchange.1.purchasedOn: before-purchase'],
    ],
    ['no day', { exchangedOn: 'x' }, ['exchangedOn: malformed-day']],
    [
      'one that is no object',
      { reservationsToExchange: [PAID, 1] },
      ['reservationsToExchange.1: not-an-object'],
    ],
  ])('%s', (_, given, faults) => {
    expect(faultsOf(given)).toEqual(faults);
  });

  it('want used inside a window that holds for exchanges', () => {
    const reservationsToExchange = [{ ...PAID, used: true }, PAID];
    const onDay = (exchangedOn: string): string[] =>
      faultsOf({ policy: SERVICE, exchangedOn, reservationsToExchange });
    expect(onDay('2025-01-20')).toEqual(['reservationsToExchange.1.used: missing-field']);
    expect(onDay('2025-01-21')).toEqual([]);
    const single = { ...PAID, exchangedOn: '2025-01-20', newPrice: '5000.00' };
    const parsed = tryQuoteExchange(single, { policy: SERVICE });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { path: ['used'], code: 'missing-field' },
    ]);
    expect(tryQuoteExchange(single, { policy: 'azure-2024-12' }).ok).toBe(true);
  });
});

it('rejects a request of several that is no plain object', () => {
  class Exchange {
    exchangedOn = REQUEST.exchangedOn;
    reservationsToExchange = REQUEST.reservationsToExchange;
    reservationsToPurchase = REQUEST.reservationsToPurchase;
  }
  const parsed = tryQuoteExchange(new Exchange());
  expect(parsed.ok ? [] : faultTexts(parsed.issues)).toEqual([': not-an-object']);
});
