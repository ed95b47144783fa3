import { describe, expect, it } from 'vitest';
import { groupThousands } from '../../../src/amounts/group-thousands.ts';
import {
  differenceText,
  instantText,
  moneyText,
  percentText,
} from '../../../src/explain/form/figures.ts';

describe('figures', () => {
  it.each([
    ['0', '0'],
    ['999.99', '999.99'],
    ['1000', '1,000'],
    ['-1234567.8901', '-1,234,567.8901'],
  ])('have their thousands grouped: %s', (amount, grouped) => {
    expect(groupThousands(amount)).toBe(grouped);
  });

  it.each([
    ['0', '0 %'],
    ['0.12', '12 %'],
    ['0.1', '10 %'],
    ['0.005', '0.5 %'],
    ['0.123456789012', '12.3456789012 %'],
    ['1', '100 %'],
  ])('of shares are per cent: %s', (share, text) => {
    expect(percentText(share)).toBe(text);
  });

  it.each([
    ['12000.00', '10386.41', 'USD', '+1,613.59'],
    ['10386.41', '12000.00', 'USD', '−1,613.59'],
    ['1.000', '1.000', 'KWD', '+0.000'],
    ['999999999999999.99', '0.00', 'USD', '+999,999,999,999,999.99'],
    ['0', '1234', 'JPY', '−1,234'],
  ])('differ: %s from %s', (amount, than, currency, text) => {
    expect(differenceText(amount, than, currency)).toBe(text);
  });

  it('have their currency, and instants their zone', () => {
    expect(moneyText('12000.00', 'USD')).toBe('12,000.00 USD');
    expect(instantText('2025-03-15T10:00:00.000Z')).toBe('2025-03-15 10:00:00 UTC');
    expect(instantText('2025-03-15T10:00:00.000000001Z')).toBe('2025-03-15 10:00:00.000000001 UTC');
  });
});
