import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../src/cli/report/csv-line.ts';
import { limitNames } from '../../../src/cli/report/limits.ts';
import { exchange, folder, ndjson, record, results, run } from '../run.ts';

type Row = Readonly<Record<string, string>>;

/** Reads CSV as another program does. */
const rowsOf = (text: string): Row[] =>
  Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;

async function csv(command: string, input: string, ...argv: string[]): Promise<Row[]> {
  const { stdout } = await run([command, '--format', 'csv', ...argv], input);
  return rowsOf(stdout);
}

describe('--format csv', () => {
  it('writes a row for each record, with the figures of the result', async () => {
    const input = ndjson(
      record,
      { ...record, id: 'CR-2', paid: '120000.00' },
      { ...record, id: 'CR-3', product: 'RedHat' },
      { ...record, id: 'CR-4', paid: '1e3', used: 'no' },
      record,
    );
    const { stdout, status } = await run(['settle', '--format', 'csv'], input);
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'line,ok,id,customerId,repeated,allowed,reason,row,notes,currency,paid,credit,fee,refundable,refund,withheld,remainingCommitment,payee,billingPlan,term,purchasedOn,canceledOn,daysSincePurchase,limitConsumedBefore,limitConsumedAfter,limitAvailable,policy,supersededBy,issues',
      '1,true,CR-1,contoso,false,true,,pro-rated-less-fee,superseded,USD,12000.00,11802.74,1416.33,10386.41,10386.41,0.00,0.00,partner,Upfront,P1Y,2025-01-01,2025-01-07,6,0.00,10386.41,39613.59,partner-center-2020-08,partner-center-2024-12,',
    ]);
    const [, second, third, fourth, fifth, ...more] = rowsOf(stdout);
    expect(more).toEqual([]);
    expect(second).toMatchObject({ notes: 'limit-clipped superseded', refund: '39613.59' });
    expect(third).toMatchObject({ allowed: 'false', reason: 'not-returnable', refund: '0.00' });
    expect(fourth).toMatchObject({ line: '4', ok: 'false', id: 'CR-4', refund: '', allowed: '' });
    expect(fourth?.['issues']).toMatch(/^paid: expected an amount .*"1e3"; used: expected true/);
    expect(fifth).toMatchObject({ line: '5', id: 'CR-1', repeated: 'true' });
  });

  it('has the values of the NDJSON under the same names', async () => {
    const several = ndjson(record, { ...record, id: 'CR-2', billingPlan: 'Upfront', used: true });
    const { stdout } = await run(['quote'], several);
    const quotes = results(stdout) as { quote: Record<string, unknown> }[];
    const rows = await csv('quote', several);
    rows.forEach((row, at) => {
      for (const [name, value] of Object.entries(quotes[at]?.quote ?? {})) {
        if (typeof value === 'string' && name in row) expect(row[name]).toBe(value);
      }
    });
  });

  it('writes exchanges, whose amount due may be negative', async () => {
    const at = folder({
      'swap.json':
        '{ "basedOn": "partner-center-2020-08", "id": "swap", "exchangeMinimum": "none" }',
    });
    const input = ndjson(exchange, { ...exchange, id: 'EX-2', newPrice: '16.44' }, 5);
    const { stdout } = await run(
      ['exchange', '--format', 'csv', '--policy', at('swap.json')],
      input,
    );
    expect(stdout).toBe(`\
line,ok,id,customerId,repeated,allowed,reason,currency,paid,credit,newPrice,netPayable,refundsTotal,purchasesTotal,payee,exchangedOn,daysSincePurchase,policy,supersededBy,issues
1,true,EX-1,,false,true,,USD,12000.00,6016.44,15000.00,8983.56,6016.44,15000.00,partner,2025-07-02,182,swap,,
2,true,EX-2,,false,true,,USD,12000.00,6016.44,16.44,-6000.00,6016.44,16.44,partner,2025-07-02,182,swap,,
3,false,,,,,,,,,,,,,,,,,,"expected an object, got 5"
`);
  });

  it('writes why an exchange is refused', async () => {
    const [row] = await csv('exchange', ndjson({ ...exchange, newPrice: '1.00' }));
    expect(row).toMatchObject({ allowed: 'false', reason: 'purchase-below-credit' });
  });

  it('leaves the limit empty for a policy without one', async () => {
    const at = folder({
      'free.json': '{ "basedOn": "partner-center-2020-08", "id": "free", "limitUsd": null }',
    });
    const [row] = await csv('quote', ndjson(record), '--policy', at('free.json'));
    expect(row).toMatchObject({ limitAvailable: '', limitConsumedAfter: '' });
  });

  it('begins with a byte order mark only if it is asked for', async () => {
    const { stdout } = await run(['quote', '--format', 'csv'], ndjson(record));
    const marked = await run(['quote', '--format', 'csv', '--bom'], ndjson(record));
    expect(marked.stdout).toBe(`\uFEFF${stdout}`);
    expect(stdout.startsWith('line,')).toBe(true);
  });

  it('defuses what a spreadsheet would run, and keeps everything else', async () => {
    const id = '=HYPERLINK("http://evil.example","Refund")';
    const [row] = await csv('quote', ndjson({ ...record, id, customerId: '@SUM(1,2)\n"x"' }));
    expect(row).toMatchObject({ id: `'${id}`, customerId: '\'@SUM(1,2)\n"x"' });
  });

  it.each([
    [['quote', '--bom'], '--bom can be used only with --format csv, not with ndjson'],
    [['quote', 'paid=1', '--bom'], '--bom can be used only with --format csv, not with text'],
    [
      ['settle', '--format', 'csv', '--explain'],
      '--explain can be used only with --format ndjson, not with csv',
    ],
    [['can', '--bom', 'a', 'b'], '--bom can be used only with quote, settle, exchange'],
    [['quote', '--format', 'cvs'], 'unknown format "cvs": expected one of ndjson, table, csv'],
    [
      ['quote', '--format', 'tables'],
      'unknown format "tables" (did you mean "table"?): expected one of ndjson, table, csv',
    ],
  ])('is refused in %j', async (argv, problem) => {
    const { status, stdout, stderr } = await run(argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(problem);
  });
});

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['-', "'-"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\r=x', "'\r=x"],
    ['＝x', "'＝x"],
    ['-6000.00', '-6000.00'],
    ['-5', '-5'],
    ['-5.', "'-5."],
    ['a=b', 'a=b'],
    [' =x', ' =x'],
    ['', ''],
    [undefined, ''],
    [null, ''],
  ])('%j is read as %j', (cell, read) => {
    expect(Papa.parse<string[]>(csvLine([cell, 'end'])).data[0]).toEqual([read, 'end']);
  });

  test.prop([fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 6 })])(
    'never begins a formula, and comes back whole',
    (cells) => {
      const { data } = Papa.parse<string[]>(csvLine(cells), { newline: '\n', delimiter: ',' });
      expect(data[0]?.map((cell) => cell.replace(/^'/, ''))).toEqual(
        cells.map((cell) => cell.replace(/^'/, '')),
      );
      for (const cell of data[0] ?? [])
        expect(cell).not.toMatch(/^([=+@\t\r\n]|-(?!\d+(\.\d+)?$))/);
    },
  );
});

describe('limits', () => {
  const settled = async (): Promise<(name: string) => string> => {
    const at = folder();
    const input = ndjson(record, {
      ...record,
      id: 'CR-2',
      customerId: '주식회사',
      paid: '900.00',
      canceledOn: '2025-01-09',
    });
    await run(['settle', '--quiet', '--ledger', at('ledgers')], input);
    return at;
  };

  it('lists every customer on its last settled day, or on any later one', async () => {
    const at = await settled();
    const { status, stdout } = await run(['limits', '--ledger', at('ledgers')]);
    expect(status).toBe(0);
    expect(results(stdout)).toEqual([
      {
        ok: true,
        customerId: 'contoso',
        on: '2025-01-07',
        limit: {
          max: '50000.00',
          consumed: '10386.41',
          available: '39613.59',
          givenBack: [{ on: '2026-01-07', usd: '10386.41' }],
        },
      },
      expect.objectContaining({ customerId: '주식회사', on: '2025-01-09' }),
    ]);
    const later = await run(['limits', '--ledger', at('ledgers'), '--on', '2026-01-07']);
    expect(results(later.stdout)).toMatchObject([
      { limit: { consumed: '0.00', available: '50000.00' } },
      { limit: { consumed: '774.64' } },
    ]);
  });

  it('writes them as a table and as CSV', async () => {
    const at = await settled();
    const shown = async (...argv: string[]): Promise<string> =>
      (await run(['limits', '--ledger', at('ledgers'), '--format', ...argv])).stdout;
    expect(await shown('table')).toBe(`\
Customer                          As of               Used          Left  Available again
contoso                           2025-01-07     10,386.41     39,613.59  10,386.41 on 2026-01-07
주식회사                          2025-01-09        774.64     49,225.36  774.64 on 2026-01-09
`);
    expect(await shown('csv', '--bom')).toBe(`\
\uFEFFok,customerId,on,limit,consumed,available,nextReleaseOn,nextRelease,issues
true,contoso,2025-01-07,50000.00,10386.41,39613.59,2026-01-07,10386.41,
true,주식회사,2025-01-09,50000.00,774.64,49225.36,2026-01-09,774.64,
`);
  });

  it('reports a customer whose limit cannot be given, and lists the others', async () => {
    const at = folder({
      ledgers: ndjson(
        { customerId: 'new', lastDay: null, days: [], ids: [] },
        { customerId: 'late', lastDay: '2025-06-30', days: [], ids: [] },
        { customerId: 7 },
      ),
    });
    const argv = ['limits', '--ledger', at('ledgers'), '--format'];
    const { status, stdout } = await run([...argv, 'csv']);
    expect(status).toBe(1);
    expect(rowsOf(stdout)).toMatchObject([
      { ok: 'true', customerId: 'new', on: '', limit: '' },
      { ok: 'true', customerId: 'late', consumed: '0.00', nextReleaseOn: '' },
      { ok: 'false', issues: expect.stringContaining('line 3: customerId: expected a text') },
    ]);
    const early = await run([...argv, 'table', '--on', '2025-01-01']);
    expect(early.status).toBe(1);
    expect(early.stdout).toContain(
      "customer late: day: expected 2025-06-30, the customer's last settled day, or a later one",
    );
    const plain = await run([...argv, 'table']);
    expect(plain.stdout).toContain('\nnew\nlate ');
  });

  it.each([
    [[], 'limits: --ledger is missing'],
    [['--ledger', 'no-such'], 'there is no ledger '],
    [['--ledger', 'x', 'contoso'], 'limits: expected only options, got "contoso"'],
    [['--ledger', 'x', '--bom'], '--bom can be used only with --format csv, not with ndjson'],
    [['--ledger', 'x', '--format', 'text'], 'unknown format "text"'],
  ])('is refused with %j', async (argv, problem) => {
    const { status, stdout, stderr } = await run(['limits', ...argv]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(problem);
  });
});

it('documents every column', async () => {
  const page = readFileSync(new URL('../../../docs/guide/csv.md', import.meta.url), 'utf8');
  const [, documented = ''] = page.split('## CSV out');
  const named = new Set([...documented.matchAll(/`([A-Za-z]+)`/g)].map(([, name]) => name));
  const written = [
    ...(await csv('quote', ndjson(record))).flatMap((row) => Object.keys(row)),
    ...(await csv('exchange', ndjson(exchange))).flatMap((row) => Object.keys(row)),
    ...limitNames,
  ];
  expect(written.filter((name) => !named.has(name))).toEqual([]);
});
