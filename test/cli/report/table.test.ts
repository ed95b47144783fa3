import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exchange, folder, ndjson, record, run } from '../run.ts';

const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** A table without the lines of versions in force. */
const withoutInForce = (text: string): string =>
  text.replace(/^ {8}(?:Under|This assumes) .*\n/gm, '');

/** The lines of a table without those of versions in force. */
async function table(command: string, input: string, ...argv: string[]): Promise<string[]> {
  const { stdout } = await run([command, '--format', 'table', ...argv], input);
  return withoutInForce(stdout).split('\n');
}

it('shows the verdict of the version in force below a row that another one answers', async () => {
  const lines = async (command: string, input: string, ...argv: string[]): Promise<string[]> => {
    const { stdout } = await run([command, '--format', 'table', ...argv], input);
    return stdout.split('\n').filter((line) => line.startsWith(`${' '.repeat(8)}Under`));
  };
  const used = { ...record, used: true, canceledOn: '2025-07-02' };
  expect(await lines('settle', ndjson(used))).toEqual([
    '        Under partner-center-2024-12 the refund would be 6,016.44 (+721.97).',
  ]);
  expect(await lines('settle', ndjson(used), '--policy', 'partner-center')).toEqual([]);
  expect(await lines('exchange', ndjson(exchange))).toEqual([
    expect.stringMatching(
      /^ {8}Under partner-center-2024-12 the credit would be .* and the amount due/,
    ),
  ]);
});

/** A line with its cells parted by a bar, however wide they are. */
const cells = (line: string | undefined): string | undefined =>
  line?.trim().replace(/ {2,}/g, ' | ');

const section = (lines: readonly string[], title: string): (string | undefined)[] => {
  const from = lines.indexOf(title);
  return lines.slice(from, lines.indexOf('', from)).map(cells);
};

it('has a row for each record: line, ids, day, outcome and amounts', async () => {
  const lines = await table(
    'settle',
    ndjson(
      record,
      { ...record, id: 'CR-2', paid: '120000.00' },
      { ...record, id: 'CR-3', paid: '120000.00' },
      { ...record, id: 'CR-4', product: 'RedHat' },
      record,
    ),
  );
  expect(lines.slice(0, 7).map(cells)).toEqual([
    'Line | Id | Customer | Day | Outcome | Credit | Fee | Refund | Withheld | Currency',
    expect.stringMatching(/^-+( \| -+| -+)*/),
    '1 | CR-1 | contoso | 6 | pro-rated-less-fee | 11,802.74 | 1,416.33 | 10,386.41 | 0.00 | USD',
    '2 | CR-2 | contoso | 6 | pro-rated-less-fee, limit-clipped | 118,027.40 | 14,163.29 | 39,613.59 | 64,250.52 | USD',
    '3 | CR-3 | contoso | 6 | pro-rated-less-fee, limit-reached | 118,027.40 | 14,163.29 | 0.00 | 103,864.11 | USD',
    '4 | CR-4 | contoso | 6 | refused: not-returnable | 0.00 | 0.00 | 0.00 | 0.00 | USD',
    '5 | CR-1 | contoso | 6 | repeated, not paid again | 11,802.74 | 1,416.33 | 10,386.41 | 0.00 | USD',
  ]);
});

it('sets a whole table, with all that a settlement may hold', async () => {
  const later = '2025-01-08';
  const large = { ...record, paid: '120000.00' };
  const yen = { paid: '120000', currency: 'JPY', usdRate: '0.0067', canceledOn: '2025-01-03' };
  const input = `${ndjson(
    record,
    { ...large, id: 'CR-2' },
    { ...large, id: 'CR-3', canceledOn: later },
    { ...record, id: 'CR-4', customerId: 'fabrikam', product: 'RedHat', canceledOn: later },
    { ...record, id: 'CR-5', customerId: 'litware', ...yen },
    { ...record, id: 'CR-6', paid: '1e3', used: 'no' },
  )}{\n${ndjson(record)}`;
  const { stdout } = await run(['settle', '--format', 'table'], input);
  expect(withoutInForce(stdout)).toBe(`\
 Line  Id              Customer                            Day  Outcome                                  Credit           Fee        Refund      Withheld  Currency
-----  --------------  --------------------------------  -----  ---------------------------------  ------------  ------------  ------------  ------------  --------
    1  CR-1            contoso                               6  pro-rated-less-fee                    11,802.74      1,416.33     10,386.41          0.00  USD
    2  CR-2            contoso                               6  pro-rated-less-fee, limit-clipped    118,027.40     14,163.29     39,613.59     64,250.52  USD
    3  CR-3            contoso                               7  pro-rated-less-fee, limit-reached    117,698.63     14,123.84          0.00    103,574.79  USD
    4  CR-4            fabrikam                              7  refused: not-returnable                    0.00          0.00          0.00          0.00  USD
    5  CR-5            litware                               2  full-credit                             120,000             0       120,000             0  JPY
    6  CR-6            contoso                                  rejected
        paid: expected an amount in USD of at most 15 whole digits and 2 decimals, and no sign, exponent, separator, space or leading zero, got "1e3"
        used: expected true or false, got "no"
    7                                                           rejected
        expected a record as JSON, got "{"
    8  CR-1            contoso                               6  repeated, not paid again              11,802.74      1,416.33     10,386.41          0.00  USD

Totals in USD
                                     Records        Credit           Fee        Refund      Withheld
pro-rated-less-fee                         1     11,802.74      1,416.33     10,386.41          0.00
pro-rated-less-fee, limit-clipped          1    118,027.40     14,163.29     39,613.59     64,250.52
pro-rated-less-fee, limit-reached          1    117,698.63     14,123.84          0.00    103,574.79
refused: not-returnable                    1          0.00          0.00          0.00          0.00
all                                        4    247,528.77     29,703.46     50,000.00    167,825.31

Totals in JPY
                                     Records        Credit           Fee        Refund      Withheld
full-credit                                1       120,000             0       120,000             0
all                                        1       120,000             0       120,000             0

Repeated records, not counted again: 1

Rejected, by issue
malformed-amount                           1
wrong-type                                 1
malformed-json                             1

Refund limits in USD
Customer                          As of               Used          Left  Available again
contoso                           2025-01-08     50,000.00          0.00  50,000.00 on 2026-01-07
litware                           2025-01-03        804.00     49,196.00  804.00 on 2026-01-03
`);
});

it('omits the parts that a run did not have', async () => {
  const head = `\
 Line  Id              Customer                            Day  Outcome                                  Credit           Fee        Refund      Withheld  Currency
-----  --------------  --------------------------------  -----  ---------------------------------  ------------  ------------  ------------  ------------  --------
`;
  expect((await run(['settle', '--format', 'table'])).stdout).toBe(head);
  const input = ndjson(
    { ...record, used: true },
    { ...record, id: 'CR-2', canceledOn: '2026-01-01' },
  );
  const { stdout } = await run(['quote', '--format', 'table'], input);
  expect(withoutInForce(stdout)).toBe(`${head}\
    1  CR-1            contoso                               6  pro-rated-less-fee                    11,802.74      1,416.33     10,386.41          0.00  USD
    2  CR-2            contoso                             365  refused: term-ended                        0.00          0.00          0.00          0.00  USD

Totals in USD
                                     Records        Credit           Fee        Refund      Withheld
pro-rated-less-fee                         1     11,802.74      1,416.33     10,386.41          0.00
refused: term-ended                        1          0.00          0.00          0.00          0.00
all                                        2     11,802.74      1,416.33     10,386.41          0.00
`);
});

it('sets a whole table of exchanges', async () => {
  const input = ndjson(exchange, { ...exchange, id: 'EX-2', newPrice: '16.44' });
  const { stdout } = await run(['exchange', '--format', 'table'], input);
  expect(withoutInForce(stdout)).toBe(`\
 Line  Id              Customer                            Day  Outcome                                  Credit     New price   Net payable  Currency
-----  --------------  --------------------------------  -----  ---------------------------------  ------------  ------------  ------------  --------
    1  EX-1                                                182  exchanged                              6,016.44     15,000.00      8,983.56  USD
    2  EX-2                                                182  refused: purchase-below-credit         6,016.44         16.44          0.00  USD

Totals in USD
                                     Records        Credit     New price   Net payable
exchanged                                  1      6,016.44     15,000.00      8,983.56
refused: purchase-below-credit             1      6,016.44         16.44          0.00
all                                        2     12,032.88     15,016.44      8,983.56
`);
});

it('lines the columns up', async () => {
  const lines = await table('settle', ndjson(record, { ...record, id: 'CR-2', paid: '1.00' }));
  const ends = lines.slice(0, 4).map((line) => /USD$|Currency$|-$/.exec(line)?.index);
  expect(ends[2]).toBe(ends[3]);
  expect(lines[2]?.indexOf('contoso')).toBe(lines[0]?.indexOf('Customer'));
});

it('totals each currency by outcome, and never counts a repeat', async () => {
  const yen = { ...record, currency: 'JPY', paid: '12000', usdRate: '0.0067' };
  const lines = await table(
    'settle',
    ndjson(record, { ...record, id: 'CR-2', used: true }, { ...yen, id: 'CR-3' }, record, {
      ...record,
      id: 'CR-4',
      canceledOn: '2026-01-01',
    }),
  );
  expect(section(lines, 'Totals in USD')).toEqual([
    'Totals in USD',
    'Records | Credit | Fee | Refund | Withheld',
    'pro-rated-less-fee | 2 | 23,605.48 | 2,832.66 | 20,772.82 | 0.00',
    'refused: term-ended | 1 | 0.00 | 0.00 | 0.00 | 0.00',
    'all | 3 | 23,605.48 | 2,832.66 | 20,772.82 | 0.00',
  ]);
  expect(section(lines, 'Totals in JPY')).toContain('all | 1 | 11,803 | 1,416 | 10,387 | 0');
  expect(lines).toContain('Repeated records, not counted again: 1');
});

it('shows every issue of a rejected record below it, and counts them', async () => {
  const lines = await table('settle', `${ndjson({ ...record, paid: '1e3', used: 'no' })}{`);
  expect(lines.slice(2, 7).map(cells)).toEqual([
    '1 | CR-1 | contoso | rejected',
    'paid: expected an amount in USD of at most 15 whole digits and 2 decimals, and no sign, exponent, separator, space or leading zero, got "1e3"',
    'used: expected true or false, got "no"',
    '2 | rejected',
    'expected a record as JSON, got "{"',
  ]);
  expect(section(lines, 'Rejected, by issue')).toEqual([
    'Rejected, by issue',
    'malformed-amount | 1',
    'wrong-type | 1',
    'malformed-json | 1',
  ]);
});

it('shows the limit left for each customer, and when more becomes available', async () => {
  const days = ['2025-01-07', '2025-01-08', '2025-01-09', '2025-01-10'];
  const lines = await table(
    'settle',
    ndjson(
      ...days.map((canceledOn, at) => ({ ...record, id: `CR-${at}`, canceledOn, paid: '100.00' })),
      { ...record, id: 'CR-9', customerId: 'fabrikam' },
      { ...record, id: 'CR-10', customerId: 'litware', product: 'RedHat' },
    ),
  );
  expect(section(lines, 'Refund limits in USD')).toEqual([
    'Refund limits in USD',
    'Customer | As of | Used | Left | Available again',
    'contoso | 2025-01-10 | 344.77 | 49,655.23 | 86.56 on 2026-01-07, 86.31 on 2026-01-08, 2 more later',
    'fabrikam | 2025-01-07 | 10,386.41 | 39,613.59 | 10,386.41 on 2026-01-07',
  ]);
});

it('shows a limit without future releases, and a policy without a limit', async () => {
  const at = folder({
    'free.json': '{ "basedOn": "partner-center-2020-08", "id": "free", "limitUsd": null }',
    ledger: ndjson({ customerId: 'contoso', lastDay: '2025-01-07', days: [], ids: [] }),
  });
  const argv = ['--ledger', at('ledger')];
  const none = await table('settle', '', ...argv);
  expect(none.map(cells)).toContain('contoso | 2025-01-07 | 0.00 | 50,000.00');
  const free = await table('settle', ndjson(record), ...argv, '--policy', at('free.json'));
  expect(free.map(cells)).toContain(
    'contoso | 2025-01-07 | 10,386.41 | no limit | 10,386.41 on 2026-01-07',
  );
});

it('shows no limit for a customer to whom nothing was paid yet', async () => {
  const at = folder({
    'refuse.json': '{ "basedOn": "partner-center-2020-08", "id": "refuse", "overLimit": "refuse" }',
  });
  const lines = await table(
    'settle',
    ndjson({ ...record, paid: '120000.00' }),
    '--policy',
    at('refuse.json'),
  );
  expect(cells(lines[2])).toContain('refused: limit-exceeded');
  expect(lines).not.toContain('Refund limits in USD');
});

it('shows exchanges with the amount due, even if it is negative', async () => {
  const at = folder({
    'swap.json': '{ "basedOn": "partner-center-2020-08", "id": "swap", "exchangeMinimum": "none" }',
  });
  const input = ndjson(exchange, { ...exchange, id: 'EX-2', newPrice: '16.44' });
  const strict = await table('exchange', input);
  expect(section(strict, 'Totals in USD')).toEqual([
    'Totals in USD',
    'Records | Credit | New price | Net payable',
    'exchanged | 1 | 6,016.44 | 15,000.00 | 8,983.56',
    'refused: purchase-below-credit | 1 | 6,016.44 | 16.44 | 0.00',
    'all | 2 | 12,032.88 | 15,016.44 | 8,983.56',
  ]);
  const lenient = await table('exchange', input, '--policy', at('swap.json'));
  expect(cells(lenient[3])).toBe('2 | EX-2 | 182 | exchanged | 6,016.44 | 16.44 | -6,000.00 | USD');
  expect(section(lenient, 'Totals in USD')).toContain('all | 2 | 12,032.88 | 15,016.44 | 2,983.56');
});

it('never cuts an amount', async () => {
  const lines = await table(
    'settle',
    ndjson(
      { ...record, id: 'CR-1', paid: '999999999999999.99' },
      { ...record, id: 'CR-2', paid: '999999999999999.99', currency: 'CLF', usdRate: '40' },
    ),
  );
  expect(lines[2]).toContain('983,561,643,835,616.43');
  expect(lines[3]).toContain('983,561,643,835,616.4285');
  expect(lines.join('\n')).not.toContain('…');
});

it('shows the days and amounts that become available', async () => {
  const days = ['2025-01-07', '2025-01-08', '2025-01-09'];
  const lines = await table(
    'settle',
    ndjson(
      ...days.map((canceledOn, at) => ({
        ...record,
        id: `CR-${at}`,
        canceledOn,
        paid: '12345.67',
      })),
    ),
  );
  expect(lines.at(-2)).toMatch(/ on 2026-01-07, [\d,.]+ on 2026-01-08, 1 more later$/);
});

it('cuts long names and escapes what would disturb the terminal', async () => {
  const lines = await table(
    'settle',
    ndjson({ ...record, id: 'a\u001b[2J\nb', customerId: 'x'.repeat(256) }),
  );
  expect(lines[2]).toContain('a\\u{1b}[2J\\u{…');
  expect(lines[2]).toContain(`${'x'.repeat(31)}…`);
});

it('cuts no character in half', async () => {
  const lines = await table('quote', ndjson({ ...record, id: 'aaaaaaaaaaaa😀zz' }));
  expect(cells(lines[2])).toContain('1 | aaaaaaaaaaaa… | contoso');
  const whole = await table('quote', ndjson({ ...record, id: 'aaaaaaaaaaa😀zz' }));
  expect(cells(whole[2])).toContain('1 | aaaaaaaaaaa😀… | contoso');
});

describe('on a terminal', () => {
  const korean = { ...record, id: '환불-1', customerId: '주식회사 대한민국 클라우드 서비스' };
  const input = ndjson(record, korean, { ...record, id: 'CR-3', product: 'RedHat' }, 5);
  const shown = async (columns: number, text = input): Promise<string[]> => {
    const { stdout } = await run(['settle', '--format', 'table'], text, { stdout: true, columns });
    return withoutInForce(stdout).split('\n');
  };
  /** Hangul is two columns wide, and nothing else here is. */
  const widthOf = (line: string): number => line.length + (line.match(/[가-힣]/g) ?? []).length;

  it.each([163, 140, 120, 114])('of %i columns a record is one line that fits', async (columns) => {
    const lines = await shown(columns);
    const rows = lines.slice(0, lines.indexOf(''));
    expect(rows).toHaveLength(2 + 4 + 1);
    expect(rows.filter((line) => widthOf(line) > columns)).toEqual([]);
    const ends = [2, 3, 4].map((at) => widthOf(`${lines[at]}`));
    expect(new Set(ends).size).toBe(1);
  });

  it.each([113, 100, 80])('of %i columns a record is two lines that fit', async (columns) => {
    const lines = await shown(columns);
    const rows = lines.slice(0, lines.indexOf(''));
    expect(rows).toHaveLength(3 + 3 * 2 + 2);
    expect(rows.filter((line) => widthOf(line) > columns)).toEqual([]);
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
  });

  it('of 80 columns looks like this', async () => {
    expect((await shown(80, ndjson(record, korean))).join('\n')).toBe(`\
 Line  Id           Customer                    Day  Outcome
             Credit           Fee        Refund      Withheld  Currency
------------------------------------------------------------------------------
    1  CR-1         contoso                       6  pro-rated-less-fee
          11,802.74      1,416.33     10,386.41          0.00  USD
    2  환불-1       주식회사 대한민국 클라…       6  pro-rated-less-fee
          11,802.74      1,416.33     10,386.41          0.00  USD

Totals in USD
                 Records        Credit           Fee        Refund      Withheld
pro-rated-le…          2     23,605.48      2,832.66     20,772.82          0.00
all                    2     23,605.48      2,832.66     20,772.82          0.00

Refund limits in USD
Customer      As of               Used          Left  Available again
contoso       2025-01-07     10,386.41     39,613.59  10,386.41 on 2026-01-07
주식회사 대…  2025-01-07     10,386.41     39,613.59  10,386.41 on 2026-01-07
`);
  });

  it('of hardly any columns still shows every amount', async () => {
    const lines = await shown(20);
    expect(lines.join('\n')).toContain('11,802.74');
    expect(lines.join('\n')).toContain('10,386.41');
  });

  it('is coloured only if the terminal has colours', async () => {
    const table = async (terminal: object): Promise<string> =>
      (await run(['settle', '--format', 'table'], input, terminal)).stdout;
    const plain = await table({});
    expect(plain).not.toContain('\u001b');
    expect(await table({ stdout: true, hasColors: false })).toBe(plain);
    expect(await table({ stdout: true })).toBe(plain);
    expect(await table({ hasColors: true })).toBe(plain);
    const colored = (await table({ stdout: true, hasColors: true })).replaceAll('\u001b', 'ESC');
    expect(colored).toMatch(/^ESC\[1m Line /);
    expect(colored).toMatch(/ESC\[33m +3 {2}CR-3 .*refused: not-returnable.*USDESC\[39m\n/);
    expect(colored).toMatch(/ESC\[31m +4 .*rejectedESC\[39m\n {8}expected/);
    expect(colored.replace(/ESC\[\d+m/g, '')).toBe(plain);
  });
});

it('has no colours in a real terminal with NO_COLOR', () => {
  const at = folder({ 'in.ndjson': ndjson(record) });
  const shown = (env: Readonly<Record<string, string>>): string =>
    spawnSync(
      'script',
      [
        '-qec',
        `"${process.execPath}" "${cli}" quote --format table ${at('in.ndjson')}`,
        '/dev/null',
      ],
      { encoding: 'utf8', env: { PATH: `${process.env['PATH']}`, TERM: 'xterm-256color', ...env } },
    ).stdout;
  expect(shown({})).toContain('\u001b[1m');
  expect(shown({ NO_COLOR: '1' })).not.toContain('\u001b');
  expect(shown({ TERM: 'dumb' })).not.toContain('\u001b');
});
