import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/index.ts';
import {
  decideMarket,
  draftSupportRequest,
  quoteExchange,
  quoteRefund,
  type RefundQuote,
} from '../../src/index.ts';
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
  it('explains each result of the other commands', async () => {
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

  it('takes the results of records nested as deep as a record may be', async () => {
    const meta = JSON.parse(`${'['.repeat(499)}${']'.repeat(499)}`);
    const settled = await run(['settle', '--explain'], ndjson({ ...record, meta }));
    const [told] = await explained(settled.stdout);
    expect(told?.ok).toBe(true);

    const { quote } = JSON.parse(settled.stdout) as { quote: RefundQuote };
    const draft = draftSupportRequest('reservation-refund', { quote });
    expect((await explained(ndjson({ ok: true, answer: draft })))[0]?.ok).toBe(true);
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

  it('starts with the note that a record was already settled', async () => {
    const { stdout } = await run(['settle'], ndjson(record, record));
    const [first = '', repeat = ''] = stdout.split('\n');
    const { quote } = JSON.parse(first) as { quote: RefundQuote };
    const told = async (...argv: string[]): Promise<string> =>
      (await run(['explain', ...argv], repeat)).stdout;
    const before = 'This record was already settled and is not paid again.';
    expect(await told('--format', 'text')).toBe(`${before}\n${explain(quote)}\n`);
    expect(await told('--format', 'markdown')).toBe(
      `${before}\n\n${explain(quote, { as: 'markdown' })}\n`,
    );
    expect(await told('--format', 'text', '--locale', 'ko')).toMatch(
      /^이미 처리된 기록이며, 다시 지급되지 않습니다\.\n환불액은 10,386\.41 USD이며 /,
    );
  });

  it('reports results that cannot be explained with their line, and continues', async () => {
    const malformed = await run(['settle'], ndjson({ ...record, paid: '-1' }));
    const input = `${malformed.stdout}5\n{"ok":true,"id":"x","answer":{}}\n${ndjson(refund)}`;
    const told = await run(['explain'], input);
    expect(told.status).toBe(1);
    expect(results(told.stdout)).toMatchObject([
      { ok: false, index: 0, line: 1, id: 'CR-1', issues: [{ code: 'malformed-amount' }] },
      { ok: false, index: 1, line: 2, issues: [{ code: 'not-an-object' }] },
      { ok: false, index: 2, line: 3, id: 'x', issues: [{ code: 'missing-field' }] },
      { ok: true, index: 3 },
    ]);
    const text = await run(['explain', '--format', 'text'], input);
    expect(text.status).toBe(1);
    expect(text.stdout).toBe(`${explain(refund)}\n`);
    expect(text.stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^partner-rules: line 1: paid: expected an amount in USD/),
      'partner-rules: line 2: expected a result, got 5',
      expect.stringMatching(/^partner-rules: line 3: kind: expected an answer of this library/),
    ]);
  });

  it.each([
    ['null', 'null'],
    ['5', '5'],
    ['"x"', '"x"'],
  ])('takes %s for no result', async (line, received) => {
    const issue = { path: [], code: 'not-an-object', expected: 'a result', received };
    expect(results((await run(['explain'], line)).stdout)).toEqual([
      {
        ...{ ok: false, index: 0, line: 1 },
        issues: [{ ...issue, message: `expected a result, got ${received}` }],
      },
    ]);
  });

  it('repeats the issues of a malformed record with its line', async () => {
    const told = {
      path: ['policies', 0, 'a\u001b'],
      code: 'malformed-rate',
      expected: 'a rate',
      received: '"\u001b[31mred"',
      message: '\u001b[31mred\nYes: …',
    };
    const input = ndjson(
      { ok: false, line: 7, issues: [told, { ...told, path: [], received: '' }] },
      { ok: false, issues: [{ ...told, expected: 'x'.repeat(8_192), path: ['x'.repeat(256)] }] },
    );
    const { status, stdout, stderr } = await run(['explain', '--format', 'text'], input);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      'partner-rules: line 7: policies[0].a\\u{1b}: expected a rate, got "\\u{1b}[31mred"',
      'partner-rules: line 7: expected a rate, got ',
    ]);
    expect(stderr).toMatch(/line 2: x{60}… \(256 characters\): expected x{8192}, got /);
    const [result] = results((await run(['explain'], input)).stdout);
    expect(result).toEqual({
      ok: false,
      index: 0,
      line: 7,
      issues: [
        {
          ...told,
          received: '"\\u{1b}[31mred"',
          message: 'policies[0].a\\u{1b}: expected a rate, got "\\u{1b}[31mred"',
        },
        { ...told, path: [], received: '', message: 'expected a rate, got ' },
      ],
    });
  });

  it('has the issues of every malformed record', async () => {
    const name = 'n'.repeat(300);
    const long = { basedOn: 'partner-center-2018-05', id: '\u202e'.repeat(256) };
    const cases = [
      [['quote'], { [name]: 1, '': 2, 'a\u202e': '\u0007' }],
      [['curve'], { ...record, policy: long }],
      [['can'], { roles: ['x', 5], action: 'buy' }],
    ] as const;
    for (const [argv, input] of cases) {
      const { status, stdout } = await run(argv, ndjson(input));
      expect(status).toBe(1);
      expect(results((await run(['explain'], stdout)).stdout)).toEqual(results(stdout));
    }
  });

  const issue = {
    path: [],
    code: 'empty',
    expected: 'a text',
    received: 'nothing',
    message: 'expected a text, got nothing',
  };

  it.each([
    [{ line: 0 }, ['line: expected a whole number from 1, got 0']],
    [{ line: 1.5 }, ['line: expected a whole number from 1, got 1.5']],
    [{ line: '1' }, ['line: expected a whole number from 1, got "1"']],
    [{ issues: undefined }, ['issues: expected an array, got nothing']],
    [{ issues: [] }, ['issues: expected at least one issue, got an array']],
    [{ line: null, issues: [null] }, ['issues[0]: expected an object, got null']],
    [
      { issues: [issue, { ...issue, code: 'emty', mesage: 'x' }] },
      [
        'issues[1].mesage: expected the field message, got "x"',
        'issues[1].code: expected one of the 43 known words, such as empty, id-taken, wrong-type, too-long, too-deep (did you mean "empty"?), got "emty"',
      ],
    ],
    [
      { issues: [{ ...issue, path: [-1, 0.5, null, 'x'.repeat(257)] }] },
      ['-1', '0.5', 'null', `"${'x'.repeat(60)}… (257 characters)"`].map(
        (step, at) =>
          `issues[0].path[${at}]: expected a position from 0, or a name of at most 256 characters, got ${step}`,
      ),
    ],
    [
      { issues: [{ path: [], code: 'empty', received: 5, message: 'x'.repeat(8_193) }] },
      [
        'issues[0].expected: expected a text of at most 8192 characters, got nothing',
        'issues[0].received: expected a text of at most 8192 characters, got 5',
        `issues[0].message: expected a text of at most 8192 characters, got "${'x'.repeat(60)}… (8193 characters)"`,
      ],
    ],
  ])('reports a malformed record whose result is malformed itself (%#)', async (part, problems) => {
    const input = `\n${ndjson({ ok: false, id: 'x', line: 9, issues: [issue], ...part })}`;
    const { status, stdout } = await run(['explain'], input);
    expect(status).toBe(1);
    const [result] = results(stdout) as { issues: { message: string }[] }[];
    expect(result).toMatchObject({ ok: false, index: 0, line: 2, id: 'x' });
    expect(result?.issues.map(({ message }) => message)).toEqual(problems);
  });

  it.each([
    [{ ok: 'yes' }, ['ok: expected true or false, got "yes"']],
    [
      { ok: 0, repeated: 1 },
      ['ok: expected true or false, got 0', 'repeated: expected true or false, got 1'],
    ],
    [{ repeated: 'no' }, ['repeated: expected true or false, got "no"']],
    [{ id: 7 }, ['id: expected a text of 1 to 256 characters, got 7']],
    [{ id: '' }, ['id: expected a text of 1 to 256 characters, got an empty string']],
    [
      { customerId: 'x'.repeat(257) },
      [
        `customerId: expected a text of 1 to 256 characters, got "${'x'.repeat(60)}… (257 characters)"`,
      ],
    ],
    [
      { id: 'CR-2', customerId: 'fabrikam' },
      [
        'id: expected CR-1, as in the request of the quote, got "CR-2"',
        'customerId: expected contoso, as in the request of the quote, got "fabrikam"',
      ],
    ],
    [
      { id: 'CR-2', quote: { ...refund, refund: '1.00' } },
      [
        'id: expected CR-1, as in the request of the quote, got "CR-2"',
        'refund: expected "10386.41", which follows from the facts of the answer, got "1.00"',
      ],
    ],
  ])('explains no result that is malformed around its quote (%#)', async (part, problems) => {
    const result = { ok: true, index: 0, id: 'CR-1', customerId: 'contoso', quote: refund };
    const { status, stdout } = await run(['explain'], ndjson({ ...result, ...part }));
    expect(status).toBe(1);
    const [told] = results(stdout) as { issues: { message: string }[] }[];
    expect(told).toMatchObject({ ok: false, index: 0, line: 1 });
    expect(told?.issues.map(({ message }) => message)).toEqual(problems);
  });

  it.each([
    [undefined, 'missing-field'],
    [5, 'wrong-type'],
    ['x'.repeat(8_193), 'too-long'],
  ])('reports issues whose words are malformed (%#)', async (message, code) => {
    const input = ndjson({ ok: false, issues: [{ ...issue, message }] });
    expect(results((await run(['explain'], input)).stdout)).toMatchObject([
      { issues: [{ path: ['issues', 0, 'message'], code }] },
    ]);
  });

  it('reports a malformed id in addition to issues, and keeps the other', async () => {
    const input = ndjson({ ok: false, id: 'x', customerId: 5, issues: [issue] });
    expect(results((await run(['explain'], input)).stdout)).toEqual([
      {
        ok: false,
        index: 0,
        line: 1,
        id: 'x',
        issues: [expect.objectContaining({ path: ['customerId'], code: 'wrong-type' })],
      },
    ]);
  });

  it('accepts a result without the ids of its quote, or with ids that the quote lacks', async () => {
    const { id: _, customerId: __, ...nameless } = record;
    const input = ndjson(
      { ok: true, repeated: false, quote: refund },
      { ok: true, id: 'a', customerId: 'b', quote: quoteRefund(nameless) },
      { id: 'a', answer: decideMarket('SZ') },
    );
    expect(await explained(input)).toEqual([
      { ok: true, index: 0, text: explain(refund) },
      { ok: true, index: 1, id: 'a', customerId: 'b', text: explain(quoteRefund(nameless)) },
      { ok: true, index: 2, id: 'a', text: explain(decideMarket('SZ')) },
    ]);
  });

  it.each([null, 5, 'x', { request: null }, { request: 5 }])(
    'finds no names in a quote that is %j',
    async (quote) => {
      const { stdout } = await run(['explain'], ndjson({ ok: true, id: 'a', quote }));
      expect(results(stdout)).toMatchObject([{ ok: false, id: 'a' }]);
      expect(stdout).not.toContain('contradiction');
    },
  );

  it('reports a line that is no number', async () => {
    const { stdout } = await run(['explain'], '{"ok":false,"line":1e999,"issues":[]}');
    expect(results(stdout)).toMatchObject([
      { line: 1, issues: [{ code: 'malformed-count', path: ['line'] }, { code: 'empty' }] },
    ]);
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
