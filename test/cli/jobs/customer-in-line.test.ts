import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { customerInLine, threadOf } from '../../../src/cli/jobs/customer-in-line.ts';

/** A JSON text of a record, with its keys and texts escaped or not, and blanks or none. */
const spelled = (record: object, isEscaped: boolean, indent: number): string => {
  const text = JSON.stringify(record, null, indent).replaceAll('\n', ' ');
  return isEscaped ? text.replaceAll('customerId', 'customer\\u0049d') : text;
};

describe('customerInLine', () => {
  const texts = fc.oneof(
    fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
    fc.constantFrom('customerId', '"customerId":"x"', 'a\\b', 'contoso'),
  );
  const records = fc.record(
    {
      customerId: texts,
      id: texts,
      meta: fc.oneof(fc.record({ customerId: texts }), fc.array(texts, { maxLength: 3 })),
    },
    { requiredKeys: ['customerId'] },
  );

  test.prop([records, fc.boolean(), fc.integer({ min: 0, max: 2 })])(
    'is the customer that the record names, however it is written',
    (record, isEscaped, indent) => {
      const customer = record.customerId.trim() === '' ? '' : record.customerId;
      fc.pre(customer !== '');
      expect(customerInLine(spelled(record, isEscaped, indent))).toBe(customer);
    },
  );

  it.each([
    ['{"meta":{"customerId":"nested"},"customerId":"own"}', 'own'],
    ['{"customerId" : "spaced"}', 'spaced'],
    ['{"customerId":7}', ''],
    ['{"id":"CR-1"}', ''],
    ['[]', ''],
    ['{', ''],
    ['', ''],
  ])('of %s is "%s"', (line, customer) => {
    expect(customerInLine(line)).toBe(customer);
  });

  it('is none of a line that holds no text', () => {
    expect(customerInLine({ fault: 'too-long' })).toBe('');
  });
});

describe('threadOf', () => {
  test.prop([fc.string(), fc.integer({ min: 1, max: 64 })])(
    'is the same thread for the same customer, and one that there is',
    (customer, threads) => {
      const thread = threadOf(customer, threads);
      expect(threadOf(`${customer}`, threads)).toBe(thread);
      expect(thread).toBeLessThan(threads);
      expect(thread).toBeGreaterThanOrEqual(0);
    },
  );

  it('spreads names that differ in a digit', () => {
    const shares = [0, 0, 0, 0];
    for (let n = 0; n < 4_000; n += 1) {
      const thread = threadOf(`customer-${n}`, 4);
      shares[thread] = (shares[thread] as number) + 1;
    }
    expect(Math.min(...shares)).toBeGreaterThan(900);
  });
});
