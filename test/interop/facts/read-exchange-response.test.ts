import { describe, expect, it } from 'vitest';
import { quoteExchange, readExchangeResponse } from '../../../src/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const names = ['CalculateExchange', 'Exchange'] as const;
const known = { term: 'P1Y', purchasedOn: '2022-11-01', exchangedOn: '2023-10-22' } as const;
const noPlans = { 'properties.savingsPlansToPurchase': [] };

describe('the answer to an exchange', () => {
  it.each(names)('%s buys a savings plan too, which no rule knows', (name) => {
    expect(complaints(readExchangeResponse(azure(name)))).toEqual([
      'properties.savingsPlansToPurchase unsupported',
      'known.term missing-field',
      'known.purchasedOn missing-field',
      'known.exchangedOn missing-field',
    ]);
  });

  it.each(names)('%s says the rest without it', (name) => {
    const facts = factsOf(readExchangeResponse(changed(azure(name), noPlans), known));
    expect(facts).toEqual({
      paid: '153214.80',
      currency: 'USD',
      newPrice: '153214.80',
      newCurrency: 'USD',
      ...known,
    });
    expect(quoteExchange(facts).credit).toBe('4197.67'); // 10 of 365 days
  });

  it.each([
    ['empty', []],
    ['unsupported', [{}, {}]],
  ])('gives one reservation back, or is %s: %j', (code, reservations) => {
    const body = changed(azure('Exchange'), {
      ...noPlans,
      'properties.reservationsToExchange': reservations,
    });
    expect(complaints(readExchangeResponse(body, known))[0]).toBe(
      `properties.reservationsToExchange ${code}`,
    );
  });

  it('names the returned reservation, which the body of the request does not contain', () => {
    const { properties: _, ...rest } = azure('Exchange') as { properties: unknown };
    expect(complaints(readExchangeResponse({ ...rest, properties: {} }, known))[0]).toBe(
      'properties.reservationsToExchange missing-field',
    );
    const asked = changed(azure('CalculateExchange', 'request'), noPlans);
    expect(complaints(readExchangeResponse(asked, known))[0]).toBe(
      'properties.reservationsToExchange.0.billingInformation not-an-object',
    );
    const list = changed(azure('Exchange'), { 'properties.reservationsToExchange': 'all' });
    expect(complaints(readExchangeResponse(list, known))[0]).toBe(
      'properties.reservationsToExchange not-an-array',
    );
  });

  it('contains the currency of the purchase, unless the caller gives it', () => {
    const body = changed(azure('Exchange'), {
      ...noPlans,
      'properties.purchasesTotal.currencyCode': null,
    });
    expect(complaints(readExchangeResponse(body, known))).toEqual([
      'properties.purchasesTotal.currencyCode missing-field',
    ]);
    expect(factsOf(readExchangeResponse(body, { ...known, newCurrency: 'USD' }))).toBeTruthy();
    expect(factsOf(readExchangeResponse(body, { ...known, newPrice: 153_214.8 }))).toBeTruthy();
    const silent = changed(azure('Exchange'), { ...noPlans, 'properties.purchasesTotal': null });
    expect(complaints(readExchangeResponse(silent, known))).toEqual([
      'known.newPrice missing-field',
    ]);
  });

  it('buys in the currency in which was paid', () => {
    const body = changed(azure('Exchange'), {
      ...noPlans,
      'properties.purchasesTotal.currencyCode': 'EUR',
    });
    expect(complaints(readExchangeResponse(body, known))).toEqual([
      'properties.purchasesTotal.currencyCode other-currency',
    ]);
  });
});
