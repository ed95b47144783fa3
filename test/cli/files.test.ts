import { describe, expect, it } from 'vitest';
import { folder, results, run } from './run.ts';

const csv = 'market,asOf\nKR,2020-01-01\nBR,\n';

describe('a file that is not one JSON record a line', () => {
  it.each([
    ['m.csv', csv, /m\.csv: is CSV; this command reads one JSON record a line .* Convert it first/],
    [
      'm.json',
      '{\n  "market": "KR"\n}\n',
      /m\.json: is one JSON document; .* jq -c "\.\[\]" writes/,
    ],
    ['m.json', '[{"market":"KR"},\n{"market":"BR"}]', /m\.json: is one JSON document/],
    ['m.html', '<!doctype html>\n<html>\n', /m\.html: is HTML or XML, perhaps a page to sign in/],
    ['m.xlsx', 'PK\u0003\u0004...', /m\.xlsx: is a ZIP archive or an Excel workbook/],
  ])(
    'is refused in one sentence by every command that reads lines: %s',
    async (name, text, told) => {
      const at = folder({ [name]: text });
      for (const argv of [['discounts'], ['compare'], ['explain']]) {
        const { status, stdout, stderr } = await run([...argv, at(name)]);
        expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
        expect(stderr).toMatch(told);
        expect(stderr.match(/\n/g)).toHaveLength(1);
      }
    },
  );

  it('is refused from standard input too', async () => {
    const { status, stderr } = await run(['market'], csv);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^partner-rules: standard input: is CSV; /);
  });

  it('has records if its first line is one, whatever follows', async () => {
    const { status, stdout } = await run(['market'], '{"market":"KR"}\nmarket,asOf\n[\n');
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      { ok: true, answer: { allowed: true } },
      { ok: false, line: 2, issues: [{ code: 'malformed-json' }] },
      { ok: false, line: 3 },
    ]);
  });
});
