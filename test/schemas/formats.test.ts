import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type Format, formats } from '../../src/schemas/formats.ts';

const nines = (digits: number): string => '9'.repeat(digits);

/** What is just within each format, and what is just beyond it. */
const edges: { readonly [Name in Format]?: readonly [within: unknown[], beyond: unknown[]] } = {
  AmountInput: [
    ['0', '1.2345', nines(15), `${nines(15)}.9999`, 0, 999_999_999_999_999],
    ['1.23456', `1${'0'.repeat(15)}`, '01', '-1', '1.', '.5', '1e3', ' 1', 1e15, -0.01, null],
  ],
  UsdInput: [
    ['0', '0.01', `${nines(15)}.99`, 0.5],
    ['0.001', `1${'0'.repeat(15)}`, '1,000.00', 1e15, -1],
  ],
  UsdSumInput: [
    ['0', `${nines(40)}.99`, 0.5],
    [`1${'0'.repeat(40)}`, '0.001', -1],
  ],
  RateInput: [
    ['0.000000000001', '999999.999999999999', '1.10', 0.5, 999_999],
    ['0', '0.00', '1000000', '0.0000000000001', 0, 1e6, -1],
  ],
  ShareInput: [
    ['0', '0.000000000001', '1', '1.0', 0, 0.12, 1],
    ['1.01', '2', '0.0000000000001', 1.01, -0.01],
  ],
  DayInput: [
    ['0000-01-01', '2025-12-31', '2025-01-31T23:59Z', '2025-01-01T00:00:59.123456789-23:59'],
    ['2025-00-01', '2025-13-01', '2025-01-00', '2025-01-32', '2025-1-1', '20250101', 20250101],
  ],
  InstantInput: [
    ['2025-01-01T00:00Z', '2025-01-01T23:59:59.9+14:00'],
    ['2025-01-01', '2025-01-01T24:00Z', '2025-01-01T00:60Z', '2025-01-01T00:00:60Z'],
  ],
  Amount: [
    ['0', '12000', '0.01', '0.001', '0.0001', `${nines(15)}.99`],
    ['0.1', '0.00001', '01', '-1', '', 12000],
  ],
  Usd: [
    ['0.00', `${nines(15)}.99`],
    ['0', '0.1', '0.001', `1${'0'.repeat(15)}.00`],
  ],
  Name: [
    ['n', 'n'.repeat(256), ' '],
    ['', 'n'.repeat(257)],
  ],
  Text: [
    ['n', ' n '],
    ['', ' ', '\n', '\u00a0', 'n'.repeat(257)],
  ],
  Currency: [
    ['USD', 'KRW', 'CLF'],
    ['usd', 'XAU', 'DEM', ''],
  ],
};

describe.each(Object.entries(edges))('the format %s', (name, [within, beyond]) => {
  const validate = new Ajv2020().compile(formats[name as Format]);

  it.each(within)('has %j', (value) => {
    expect(validate(value)).toBe(true);
  });

  it.each(beyond)('has not %j', (value) => {
    expect(validate(value)).toBe(false);
  });
});
