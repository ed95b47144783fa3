import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { Problem } from '../../../src/cli/io/problem.ts';
import { LedgerFile } from '../../../src/cli/ledger/ledger-file.ts';
import type { RefundLedger } from '../../../src/index.ts';
import { stepsWithFiles } from '../file-steps.ts';
import { folder, ndjson, record, runIntoFile } from '../run.ts';

const customer = (name: string): RefundLedger => ({
  customerId: name,
  lastDay: '2025-01-07',
  days: [{ on: '2025-01-07', usd: '12.00' }],
  ids: [],
});

describe('a ledger file', () => {
  test.prop([fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 })])(
    'is not replaced if a byte of it was changed meanwhile',
    async (name, place, change) => {
      const at = folder();
      writeFileSync(at('ledger'), ndjson(customer(name)));
      utimesSync(at('ledger'), 1, 1);
      const file = await LedgerFile.openToReplace(at('ledger'), 0);
      const theirs = readFileSync(at('ledger'));
      const position = place % theirs.length;
      theirs.writeUInt8(theirs.readUInt8(position) ^ change, position);
      writeFileSync(at('ledger'), theirs);
      expect(() => file.replace([customer('ours')])).toThrow(Problem);
      expect(readFileSync(at('ledger'))).toEqual(theirs);
      file.close();
    },
  );

  test.prop([fc.string({ minLength: 1 })])('is replaced if nobody changed it', async (name) => {
    const at = folder();
    writeFileSync(at('ledger'), ndjson(customer(name)));
    const file = await LedgerFile.openToReplace(at('ledger'), 0);
    file.replace([customer('ours')]);
    expect(readFileSync(at('ledger'), 'utf8')).toBe(ndjson(customer('ours')));
    file.close();
  });
});

const records = fc.array(
  fc.record({
    id: fc.uuid(),
    customerId: fc.constantFrom('contoso', 'fabrikam'),
    paid: fc.constantFrom('12000.00', '90000.00', 'malformed'),
  }),
  { maxLength: 20 },
);

test.prop([records, fc.constantFrom('ndjson', 'table')])(
  'whatever was written of the results is on the disk before the ledger is replaced',
  async (given, format) => {
    const at = folder();
    const steps = stepsWithFiles();
    const input = ndjson(...given.map((one) => ({ ...record, ...one })));
    await runIntoFile(['settle', '--format', format, '--ledger', at('ledger')], input, at('out'));
    const replaced = steps.findIndex((step) => step.endsWith(` to ${at('ledger')}`));
    const synced = steps.indexOf(`sync ${at('out')}`);
    expect(synced).toBeGreaterThan(-1);
    expect(synced).toBeLessThan(replaced);
    rmSync(at('ledger'));
  },
);
