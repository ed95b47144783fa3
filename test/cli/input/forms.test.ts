import { describe, expect, it } from 'vitest';
import { ExportDates } from '../../../src/cli/input/export-dates.ts';
import { readDocument } from '../../../src/cli/input/json-document.ts';
import { typeOfBody } from '../../../src/cli/input/type-of-body.ts';
import { folder, ndjson, record, results, run } from '../run.ts';

const facts = ['--set', 'used=true', '--set', 'canceledOn=2025-07-02'];
const csv = 'paid,currency,term,purchasedOn\n12000.00,USD,P1Y,2025-01-01\n';

interface Result {
  readonly ok: boolean;
  readonly quote?: { readonly refund: string };
  readonly issues?: readonly { readonly message: string }[];
}

async function quote(text: string | Buffer, ...argv: readonly string[]) {
  const { status, stdout, stderr } = await run(['quote', ...argv], [Buffer.from(text)]);
  const lines = results(stdout) as Result[];
  const messages = lines.flatMap(({ issues = [] }) => issues.map(({ message }) => message));
  return { status, stderr, lines, messages, refunds: lines.map((one) => one.quote?.refund) };
}

describe('CSV', () => {
  it('is read in UTF-16 of either order', async () => {
    const little = Buffer.from(`\uFEFF${csv}`, 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const { stderr, refunds } = await quote(bytes, ...facts);
      expect(refunds).toEqual(['5294.47']);
      expect(stderr).toContain('CSV, UTF-16');
    }
  });

  it.each([
    ['\t', 'tabs', 'sep=<tab>'],
    [';', '";"', 'sep=;'],
  ])('with %j between the columns needs a line that names it', async (separator, name, hint) => {
    const text = csv.replaceAll(',', separator);
    const { status, stderr } = await quote(text, ...facts);
    expect(status).toBe(2);
    expect(stderr).toContain(`has columns separated by ${name}; save it with commas`);
    expect(stderr).toContain(hint);
    const declared = await quote(`sep=${separator}\n${text}`, ...facts);
    expect(declared.refunds).toEqual(['5294.47']);
  });

  it('may have empty lines, which count as rows', async () => {
    const { lines } = await quote(`${csv}\nx,USD,P1Y,2025-01-01\n`, ...facts);
    expect(lines).toMatchObject([
      { ok: true, source: { row: 2 } },
      { ok: false, source: { row: 4 } },
    ]);
  });

  it('without a header has no columns', async () => {
    const { status, stderr } = await quote('sep=;\n', ...facts);
    expect(status).toBe(2);
    expect(stderr).toContain('looks like CSV with 0 columns ()');
  });

  it('with unknown columns shows the first five', async () => {
    const { stderr } = await quote('a,b,c,d,e,f\n', ...facts);
    expect(stderr).toContain('looks like CSV with 6 columns (a, b, c, d, e, …)');
  });

  it('needs true or false, and whole numbers, where these are expected', async () => {
    const text = csv.replaceAll('\n', ',').replace(',12000', ',used,quantity\n12000');
    const { messages } = await quote(`${text}maybe,ten\n`, '--set', 'canceledOn=2025-07-02');
    expect(messages).toEqual([
      'quantity: expected a whole number from 1, got "ten"',
      'used: expected true or false, got "maybe"',
    ]);
  });

  it.each([
    ['"12000.00,USD,P1Y,2025-01-01', 'every opening quote to be closed'],
    ['12"000.00,USD,P1Y,2025-01-01', 'quotes around whole cells only, doubled inside them'],
    [
      '"12"000.00,USD,P1Y,2025-01-01',
      'a separator after a closing quote, and quotes doubled inside cells',
    ],
    [`"${'1'.repeat(2 << 20)}`, 'rows of at most 1 MiB (is a quote left open?)'],
  ])('says why a row cannot be read, and reads none after it (%#)', async (row, expected) => {
    const { lines, messages } = await quote(`${csv}${row}\n`, ...facts);
    expect(lines).toMatchObject([{ ok: true }, { ok: false }]);
    const [message = ''] = messages;
    expect(message.replace(/ \(line \d+\)/, '')).toBe(
      `expected ${expected}; this row and all after it cannot be read, got nothing`,
    );
    expect(message).toMatch(/ \(line \d+\); this row/);
  });
});

describe('one JSON record a line', () => {
  it('has issues for a line that is none, when files are joined', async () => {
    const at = folder({ 'a.csv': csv, 'b.json': `${ndjson(record)}{"paid":\n7\n` });
    const { status, stdout } = await run(['quote', at('a.csv'), at('b.json'), ...facts]);
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      { ok: true, source: { type: 'facts', row: 2 } },
      { ok: true, id: 'CR-1' },
      { ok: false, issues: [{ code: 'malformed-json' }], source: { row: 2 } },
      { ok: false, issues: [{ code: 'not-an-object' }], source: { row: 3 } },
    ]);
  });
});

describe('a JSON document', () => {
  it.each([
    ['[{"paid":"1","paid":"2"}]', 'paid'],
    [`[${'['.repeat(600)}${']'.repeat(600)}]`, 'is JSON nested more than'],
    ['[\n', 'is neither one JSON document nor one JSON record a line'],
  ])('is refused as %#', async (text, message) => {
    const { status, stderr } = await quote(text, ...facts);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('is refused unless it is UTF-8', async () => {
    const { status, stderr } = await quote(Buffer.from('["\xff"]', 'latin1'), ...facts);
    expect(status).toBe(2);
    expect(stderr).toContain('is no UTF-8 text; save it as UTF-8');
  });

  it('is refused above 256 MiB, before it is parsed', async () => {
    const chunk = Buffer.alloc(64 * 1024 * 1024, '[');
    async function* chunks(): AsyncGenerator<Buffer> {
      for (let count = 0; count < 5; count += 1) yield chunk;
    }
    await expect(readDocument(chunks(), 'a.json')).rejects.toThrow(
      'a.json: is one JSON document of more than 256 MiB; export it as CSV',
    );
  });

  it('with nothing in it has no records', async () => {
    const { status, stdout, stderr } = await run(['quote'], '[]');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('facts with our field names, JSON');
    const orders = await run(['read', '-', '--as', 'reservation-orders'], '[]');
    expect(orders.stderr).toContain('reservation orders, JSON');
  });
});

describe('the type of a body', () => {
  it('of the older commerce is that of a subscription', () => {
    expect(typeOfBody({ offerId: 'X', autoRenewEnabled: true })).toBe('subscriptions');
    expect(typeOfBody({ offerId: 'X' })).toBeUndefined();
  });
});

describe('the days of an export', () => {
  it('are the same however many there are', () => {
    const dates = new ExportDates(false);
    expect(dates.dayOf('1/2/2000')).toBe('2000-01-02');
    for (let minute = 0; minute < 10_001; minute += 1) {
      const time = `${Math.floor(minute / 60) % 24}:${String(minute % 60).padStart(2, '0')}`;
      const day = 1 + Math.floor(minute / 1440);
      expect(dates.dayOf(`5/${day}/2023 ${time}`)).toBe(`2023-05-0${day}`);
    }
    expect(dates.dayOf('1/2/2000')).toBe('2000-01-02');
  });
});
