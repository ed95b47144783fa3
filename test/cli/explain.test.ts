import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/index.ts';
import { decideMarket, quoteExchange, quoteRefund, type RefundQuote } from '../../src/index.ts';
import { exchange, ndjson, record, results, run } from './run.ts';

interface Explained {
  readonly ok: boolean;
  readonly id?: string;
  readonly repeated?: boolean;
  readonly text: string;
}

const explained = async (input: string, ...argv: string[]): Promise<Explained[]> =>
  results((await run(['explain', ...argv], input)).stdout) as Explained[];

const refund = quoteRefund(record);
const ours = ['--policy', 'azure-2020-07'];

describe('explain', () => {
  it('explains what the other commands write, one explanation for each result', async () => {
    const settled = await run(['settle'], ndjson(record, record, { ...record, id: 'CR-2' }));
    const told = await explained(settled.stdout);
    expect(told).toMatchObject([
      { ok: true, index: 0, id: 'CR-1', customerId: 'contoso' },
      { ok: true, index: 1, id: 'CR-1', repeated: true },
      { ok: true, index: 2, id: 'CR-2' },
    ]);
    expect(told[0]).not.toHaveProperty('repeated');
    expect(told[2]?.text).toContain('10,386.41 + 10,386.41 = 20,772.82');
  });

  it.each([
    [['quote'], record, refund],
    [['quote', '--explain'], record, refund],
    [['quote', ...ours], record, quoteRefund(record, { policy: 'azure-2020-07' })],
    [['exchange'], exchange, quoteExchange(exchange)],
    [['market'], { market: 'KR' }, decideMarket('KR')],
  ])('takes the results of %j', async (argv, input, answer) => {
    const { stdout } = await run(argv, ndjson(input));
    const [told] = await explained(stdout, '--locale', 'ko');
    expect(told?.text).toBe(explain(answer, { locale: 'ko' }));
  });

  it('takes answers alone', async () => {
    expect(await explained(ndjson(refund, decideMarket('SZ')))).toMatchObject([
      { text: explain(refund) },
      { text: explain(decideMarket('SZ')) },
    ]);
  });

  it('writes text or Markdown with an empty line between the explanations', async () => {
    for (const as of ['text', 'markdown'] as const) {
      const { stdout } = await run(
        ['explain', '--format', as],
        ndjson(refund, { ok: true, answer: decideMarket('SZ') }),
      );
      expect(stdout).toBe(`${explain(refund, { as })}\n\n${explain(decideMarket('SZ'), { as })}\n`);
    }
  });

  it('says first that a record was settled before', async () => {
    const { stdout } = await run(['settle'], ndjson(record, record));
    const [first = '', repeat = ''] = stdout.split('\n');
    const { quote } = JSON.parse(first) as { quote: RefundQuote };
    const told = async (...argv: string[]): Promise<string> =>
      (await run(['explain', ...argv], repeat)).stdout;
    const before = 'This record was answered before, and is not paid again.';
    expect(await told('--format', 'text')).toBe(`${before}\n${explain(quote)}\n`);
    expect(await told('--format', 'markdown')).toBe(
      `${before}\n\n${explain(quote, { as: 'markdown' })}\n`,
    );
    expect(await told('--format', 'text', '--locale', 'ko')).toMatch(
      /^이미 처리된 기록이며, 다시 지급되지 않습니다\.\n환불액은 10,386\.41 USD이며 /,
    );
  });

  it('reports what it cannot explain by its line, and goes on', async () => {
    const malformed = await run(['settle'], ndjson({ ...record, paid: '-1' }));
    const input = `${malformed.stdout}5\n{"ok":true,"id":"x","customerId":7,"answer":{}}\n${ndjson(refund)}`;
    const told = await run(['explain'], input);
    expect(told.status).toBe(1);
    expect(results(told.stdout)).toMatchObject([
      { ok: false, index: 0, line: 1, id: 'CR-1', issues: [{ code: 'malformed-amount' }] },
      { ok: false, index: 1, line: 2, issues: [{ code: 'not-an-object' }] },
      { ok: false, index: 2, line: 3, id: 'x', issues: [{ code: 'unknown-value' }] },
      { ok: true, index: 3 },
    ]);
    const text = await run(['explain', '--format', 'text'], input);
    expect(text.status).toBe(1);
    expect(text.stdout).toBe(`${explain(refund)}\n`);
    expect(text.stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^partner-rules: line 1: paid: expected an amount in USD/),
      'partner-rules: line 2: expected a result, got 5',
      expect.stringMatching(/^partner-rules: line 3: expected an answer of this library/),
    ]);
  });

  it('says that a result is of a malformed record where it does not say why', async () => {
    for (const issues of [undefined, 'x', [null, 5, {}]]) {
      const { stdout } = await run(['explain'], ndjson({ ok: false, issues }));
      expect(results(stdout)).toMatchObject([
        { ok: false, line: 1, issues: [{ path: ['ok'], code: 'unsupported' }] },
      ]);
    }
  });

  it('explains every result of the demo, in both languages', async () => {
    const cases = [
      ['settle', 'cancellations'],
      ['exchange', 'exchanges'],
    ] as const;
    for (const [command, file] of cases) {
      const path = new URL(`../../docs/demo/${file}.ndjson`, import.meta.url);
      const records = readFileSync(path, 'utf8');
      const { stdout } = await run([command], records);
      for (const locale of ['en', 'ko']) {
        const told = await explained(stdout, '--locale', locale);
        expect(told.filter(({ ok }) => !ok)).toEqual([]);
        expect(told).toHaveLength(records.trimEnd().split('\n').length);
      }
    }
  });
});
