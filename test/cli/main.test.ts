import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { dirname } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { version } from '../../package.json';
import { main } from '../../src/cli/main.ts';
import {
  limitOn,
  parseRefundLedger,
  quoteExchange,
  quoteRefund,
  refundPolicies,
} from '../../src/index.ts';
import { stepsWithFiles } from './file-steps.ts';
import { exchange, folder, ndjson, record, results, run, runIntoFile } from './run.ts';

describe('the command line', () => {
  it('prints its version', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([
    [[], 'expected a command, one of quote, settle, exchange'],
    [['refund'], 'unknown command "refund"'],
    [['explain', 'a', 'b', 'c'], 'expected at most one FILE, got also "b" "c"'],
    [['settle', 'a', 'used=true'], 'expected only FIELD=VALUE, got "a"'],
    [['quote', '--as', 'sheet'], '--as: expected one of facts, reservation-transactions'],
    [['quote', '--set', 'used'], '--set: expected FIELD=VALUE, got "used"'],
    [['quote', 'used=true', '--set', 'used=true'], '--set and --as can be used only with files'],
    [['settle', '--format', 'xml'], 'unknown format "xml": expected one of ndjson, table, csv'],
    [
      ['quote', '--ledger', 'x'],
      '--ledger can be used only with settle, ledger, limits, plan, not with quote',
    ],
    [['settle', '--format', 'text'], 'unknown format "text": expected one of ndjson, table'],
    [['market', 'KR', '--format', 'table'], 'unknown format "table": expected one of text, ndjson'],
    [['market', 'South', 'Korea'], 'expected MARKET, got "South" "Korea"'],
    [['can', 'admin-agent'], 'expected ROLES... ACTION, got "admin-agent"'],
    [['quote', 'paid=1', 'in'], 'expected only FIELD=VALUE, got "in"'],
    [['quote', 'paid=1', 'paid=2'], 'paid is given more than once'],
    [['quote', 'meta=1', 'meta.a=2'], 'meta.a: meta is already given and is not a record'],
    [['quote', 'used:=yes'], 'used: expected JSON after :=, got "yes"'],
    [
      ['tax', 'KR', '--locale', 'ko'],
      '--locale cannot be used with tax, whose output is not translated',
    ],
    [
      ['policies', '--locale', 'ko'],
      '--locale cannot be used with policies, whose output is not translated',
    ],
    [
      ['market', 'KR', '--policy', 'x'],
      '--policy cannot be used with market (see partner-rules help market)',
    ],
    [
      ['can', 'x', 'y', '--explain'],
      '--explain can be used only with quote, settle, exchange, not with can',
    ],
    [
      ['settle', '--polcy', 'x'],
      'unknown option "--polcy" (did you mean "--policy"?): expected one of --explain',
    ],
    [['settle', '--policy'], '--policy'],
    [
      ['settle', '--policy', '2019'],
      `--policy: expected one of partner-center, azure, ${Object.keys(refundPolicies).join(', ')} or a file (ENOENT: `,
    ],
    ...(['settle', 'quote'] as const).map((command): [string[], string] => [
      [command, '--policy', 'partner-center-2018-05'],
      'partner-rules: --policy partner-center-2018-05: feeRate: expected the early termination fee',
    ]),
    [['settle', 'no-such-file.ndjson'], 'no-such-file.ndjson'],
    [['settle', '.'], 'expected a file of records, got the directory .'],
    [['settle', '--ledger', '/dev/null/x', 'package.json'], 'not a directory'],
    [['settle', '--ledger', ''], '--ledger: expected a file of ledgers, got an empty string'],
  ])('answers nothing for the wrong arguments %j', async (argv, problem) => {
    const { status, stdout, stderr } = await run(argv);
    expect(stderr).toContain(problem);
    expect(stderr).toMatch(/^partner-rules: /);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('escapes and shortens the name of a missing file', async () => {
    const { status, stderr } = await run(['settle', `\u001b[31mred\u202e${'x'.repeat(5_000)}`]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^partner-rules: E.*\\u\{1b\}\[31mred\\u\{202e\}x{900,}…\n$/);
    expect(stderr.length).toBeLessThan(1_020);
  });
});

describe('a reader that closes early, or a full disk', () => {
  it.each([
    ['EPIPE', 141, ''],
    ['ENOSPC', 3, 'partner-rules: the output could not be written completely (ENOSPC)\n'],
  ])('is met without a stack trace by every command line: %s', async (code, status, told) => {
    for (const argv of [['--help'], ['--version'], ['quote']]) {
      const stdout = Object.assign(new PassThrough(), { isTTY: false });
      stdout._write = (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code }));
      const stderr = Object.assign(new PassThrough(), { isTTY: false });
      const stdin = Readable.from([Buffer.from(ndjson(record))]);
      expect(await main(argv, { stdin, stdout, stderr })).toBe(status);
      expect(String(stderr.read() ?? '')).toBe(told);
    }
  });
});

describe('quote', () => {
  it('answers each record by itself, as the library does', async () => {
    const { customerId, ...anonymous } = record;
    const { status, stdout } = await run(
      ['quote', '--explain'],
      ndjson(record, { ...anonymous, id: undefined, consumedRefunds: '45000.00' }),
    );
    expect(status).toBe(0);
    expect(results(stdout)).toEqual([
      { ok: true, index: 0, id: 'CR-1', customerId, quote: quoteRefund(record, {}) },
      {
        ok: true,
        index: 1,
        quote: JSON.parse(
          JSON.stringify(
            quoteRefund({ ...anonymous, id: undefined, consumedRefunds: '45000.00' }, {}),
          ),
        ),
      },
    ]);
  });

  it('leaves out the lines and the full policy without --explain', async () => {
    const { stdout } = await run(['quote'], ndjson(record));
    const { lines: _, ...quote } = quoteRefund(record);
    expect(results(stdout)).toEqual([
      {
        ok: true,
        index: 0,
        id: 'CR-1',
        customerId: 'contoso',
        quote: { ...quote, policy: 'partner-center-2020-08' },
      },
    ]);
  });

  it('answers a lawful refusal with its reason and exit status 0', async () => {
    const { status, stdout } = await run(['quote'], ndjson({ ...record, product: 'SuseLinux' }));
    expect(status).toBe(0);
    expect(results(stdout)).toMatchObject([
      { quote: { allowed: false, reason: 'not-returnable', obstacles: [{ clause: 'RES-11' }] } },
    ]);
  });

  it('reports malformed records with their line and continues', async () => {
    const input = `\n${ndjson(record)}  \nnot json\n${ndjson({ id: 'x', customerId: 7 }, 5, record)}`;
    const { status, stdout } = await run(['quote'], input);
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      { ok: true, index: 0 },
      {
        ok: false,
        index: 1,
        line: 4,
        issues: [{ code: 'malformed-json', received: '"not json"' }],
      },
      { ok: false, index: 2, line: 5, id: 'x', issues: expect.any(Array) },
      { ok: false, index: 3, line: 6, issues: [{ code: 'not-an-object' }] },
      { ok: true, index: 4 },
    ]);
  });

  it('reads a file that begins with a byte order mark, ends lines with CR LF and lacks the last one', async () => {
    const at = folder({
      'in.ndjson': `\uFEFF${ndjson(record, record).trimEnd().replaceAll('\n', '\r\n')}`,
    });
    const { status, stdout } = await run(['quote', at('in.ndjson')]);
    expect(status).toBe(0);
    expect(results(stdout)).toHaveLength(2);
  });

  it('reports a line that is not UTF-8, and answers those around it', async () => {
    const line = Buffer.from(ndjson({ ...record, id: 'é' }));
    const broken = Buffer.from(line);
    broken[broken.indexOf(0xc3)] = 0xff;
    const { status, stdout } = await run(['quote'], [Buffer.concat([line, broken, line])]);
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      { ok: true, id: 'é' },
      { ok: false, index: 1, line: 2, issues: [{ code: 'not-utf-8' }] },
      { ok: true, index: 2 },
    ]);
  });

  it('writes the same bytes for any chunks of input', async () => {
    const input = Buffer.from(
      ndjson({ ...record, id: '대한민국' }, record, { ...record, used: 1 }),
    );
    const whole = await run(['quote'], [input]);
    for (const size of [1, 2, 3, 7, 64, 333]) {
      const chunks: Buffer[] = [];
      for (let at = 0; at < input.length; at += size) chunks.push(input.subarray(at, at + size));
      expect(await run(['quote'], chunks)).toEqual(whole);
    }
  });

  it('rejects a record that is nested too deep to be written again, and answers the others', async () => {
    const meta = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const deep = (depth: number) => ndjson(record).replace('}', `,"meta":${meta(depth)}}`);
    const input = ndjson(record) + deep(499) + deep(500) + deep(20_000) + ndjson(record);
    const { status, stdout } = await run(['quote'], input);
    expect(status).toBe(1);
    const tooDeep = [
      { code: 'too-deep', message: 'expected a record nested at most 500 deep, got an object' },
    ];
    expect(results(stdout)).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: false, line: 3, issues: tooDeep },
      { ok: false, line: 4, issues: tooDeep },
      { ok: true },
    ]);
  });

  it('rejects a line that is longer than any record', async () => {
    const chunks = [ndjson(record), '"', 'x'.repeat(17 << 20), `"\n${ndjson(record)}`];
    const { status, stdout } = await run(
      ['quote'],
      chunks.map((chunk) => Buffer.from(chunk)),
    );
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      { ok: true },
      { ok: false, line: 2, issues: [{ code: 'too-long' }] },
      { ok: true, index: 2 },
    ]);
  });

  it('reads your own policy from a file, with or without a byte order mark', async () => {
    const at = folder({
      'ours.json': '\uFEFF{ "basedOn": "partner-center-2018-05", "id": "ours", "feeRate": "0.1" }',
    });
    const { stdout } = await run(['quote', '--policy', at('ours.json')], ndjson(record));
    expect(results(stdout)).toMatchObject([
      { quote: { policy: 'ours', fee: '1180.27', payee: 'customer', because: ['RES-13'] } },
    ]);
  });

  it('refuses a policy file that is no JSON or no policy', async () => {
    const at = folder({
      'text.json': 'twelve',
      'twice.json': '{ "id": "ours", "feeRate": "0", "feeRate": "0.12" }',
      'b\u001bd.json': '{ "id": "ours", "feeRate": "2" }',
    });
    const text = await run(['quote', '--policy', at('text.json')]);
    expect(text).toMatchObject({ status: 2, stdout: '' });
    expect(text.stderr).toContain('expected a policy as JSON');
    const twice = await run(['quote', '--policy', at('twice.json')]);
    expect(twice).toMatchObject({ status: 2, stdout: '' });
    expect(twice.stderr).toContain('twice.json: feeRate: expected a key that is named once');
    const bad = await run(['quote', '--policy', at('b\u001bd.json')]);
    expect(bad).toMatchObject({ status: 2, stdout: '' });
    const name = `--policy ${at('b\\u{1b}d.json')}`;
    expect(bad.stderr).toContain(`${name}: feeRate: expected a share from 0 to 1, got "2"; `);
    expect(bad.stderr).toContain(`${name}: windowDays: `);
    expect(bad.stderr).not.toContain('options');
  });
});

describe('exchange', () => {
  it('answers each record as the library does', async () => {
    const { status, stdout } = await run(['exchange', '--explain'], ndjson(exchange));
    expect(status).toBe(0);
    expect(results(stdout)).toEqual([
      { ok: true, index: 0, id: 'EX-1', quote: quoteExchange(exchange, {}) },
    ]);
  });

  it('leaves out the lines without --explain, and lists the reasons of a refusal', async () => {
    const { stdout } = await run(['exchange'], ndjson(exchange, { ...exchange, newPrice: '1.00' }));
    const { lines: _, ...quote } = quoteExchange(exchange);
    expect(results(stdout)).toMatchObject([
      { quote: { ...quote, policy: 'partner-center-2020-08' } },
      { quote: { allowed: false, reason: 'purchase-below-credit', netPayable: '0.00' } },
    ]);
    expect(stdout).not.toContain('"lines"');
  });

  it('needs no fee, so the 2018 policy works too', async () => {
    const argv = ['exchange', '--policy', 'partner-center-2018-05'];
    const { status, stdout } = await run(argv, ndjson(exchange));
    expect(status).toBe(0);
    expect(results(stdout)).toMatchObject([{ quote: { credit: '6016.44', because: ['RES-13'] } }]);
  });
});

const large = { ...record, paid: '120000.00' } as const;

describe('settle', () => {
  it.each([
    ['a folder', '.'],
    ['a device', '/dev/null'],
    ['a link that leads nowhere', 'nowhere'],
    ['a file in a folder that is not there', 'no/such/ledger'],
  ])('answers nothing where the ledger would be %s', async (_, name) => {
    const at = folder();
    symlinkSync(at('missing'), at('nowhere'));
    const path = name.startsWith('/') ? name : at(name);
    const { status, stdout, stderr } = await run(['settle', '--ledger', path], ndjson(record));
    expect(stderr).toMatch(/^partner-rules: (expected a file of ledgers|ENOENT)/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(readdirSync(at('.'))).toEqual(['nowhere']);
  });

  it('answers nothing if the ledger is not UTF-8', async () => {
    const at = folder();
    const ledger = Buffer.from(
      '{"customerId":"caf\xe9","lastDay":null,"days":[],"ids":[]}',
      'latin1',
    );
    writeFileSync(at('ledger'), ledger);
    const { status, stdout, stderr } = await run(['settle', '--ledger', at('ledger')], '');
    expect(stderr).toContain('line 1: expected UTF-8 text');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(readFileSync(at('ledger'))).toEqual(ledger);
  });

  it('sends nothing to the terminal that would disturb it, whatever the files hold', async () => {
    const evil = '\u001b[31mEVIL\u001b]0;x\u0007';
    const at = folder({
      ledger: ndjson({
        customerId: 'contoso',
        lastDay: null,
        days: [],
        ids: [{ id: 'CR-1', policy: evil, facts: '20095 0.00 12000.00 USD P1Y 20089 new 1 -' }],
      }),
      'evil.json': JSON.stringify({ basedOn: 'partner-center-2018-05', id: evil }),
    });
    const argv = ['settle', '--format', 'table', '--ledger', at('ledger')];
    const table = await run(argv, ndjson(record, { ...record, id: evil, customerId: evil }));
    const policy = await run(['settle', '--policy', at('evil.json')]);
    for (const shown of [table.stdout, table.stderr, policy.stderr]) {
      expect(shown).toMatch(/EVIL|^$/);
      expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    }
  });

  it('applies the limit of each customer across the file and marks repeated records', async () => {
    const { status, stdout } = await run(
      ['settle'],
      ndjson(large, { ...large, id: 'CR-2' }, large, {
        ...large,
        id: 'CR-3',
        customerId: 'fabrikam',
      }),
    );
    expect(status).toBe(0);
    const [first, second, repeat, other] = results(stdout) as {
      readonly repeated?: boolean;
      readonly quote: { readonly refund: string };
    }[];
    expect(first?.quote.refund).toBe('50000.00');
    expect(second?.quote.refund).toBe('0.00');
    expect(repeat).toMatchObject({ index: 2, repeated: true });
    expect(repeat?.quote).toEqual(first?.quote);
    expect(other?.quote.refund).toBe('50000.00');
    expect(first).not.toHaveProperty('repeated');
  });

  it('reports what does not fit the ledger with its line', async () => {
    const { status, stdout } = await run(
      ['settle'],
      ndjson(
        record,
        { ...record, paid: '1.00' },
        { ...record, id: 'CR-2', canceledOn: '2025-01-06' },
      ),
    );
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      { ok: true },
      { ok: false, index: 1, line: 2, id: 'CR-1', issues: [{ code: 'id-conflict' }] },
      { ok: false, index: 2, line: 3, customerId: 'contoso', issues: [{ code: 'out-of-order' }] },
    ]);
  });

  it('carries the ledgers from one run to the next', async () => {
    const at = folder();
    const argv = ['settle', '--ledger', at('ledger')];
    await run(argv, ndjson(large));
    const { stdout } = await run(argv, ndjson({ ...large, id: 'CR-2', canceledOn: '2025-01-08' }));
    expect(results(stdout)).toMatchObject([
      { quote: { refund: '0.00', notes: ['limit-reached', 'superseded'] } },
    ]);

    const text = readFileSync(at('ledger'), 'utf8');
    const [line] = results(text);
    expect(text).toBe(ndjson(line));
    const ledger = parseRefundLedger(line);
    expect(ledger.ok && limitOn(ledger.value, '2025-01-08')).toEqual({
      max: '50000.00',
      consumed: '50000.00',
      available: '0.00',
      givenBack: [{ on: '2026-01-07', usd: '50000.00' }],
    });
  });

  it('gives the same answers file by file as in one run', async () => {
    const days = ['2025-01-07', '2025-01-07', '2025-02-28', '2026-01-06', '2026-01-07'];
    const records = days.map((canceledOn, at) => ({
      ...record,
      term: 'P3Y',
      paid: '60000.00',
      id: `CR-${at % 4}-${canceledOn}`,
      customerId: at % 2 === 0 ? 'contoso' : '파브리캄',
      canceledOn,
    }));
    const at = folder();
    const whole = await run(['settle', '--ledger', at('whole')], ndjson(...records));
    const parts = [];
    for (const one of records) {
      parts.push(await run(['settle', '--ledger', at('parts')], ndjson(one)));
    }
    const quotes = (text: string) => results(text).map((one) => (one as { quote: unknown }).quote);
    expect(parts.flatMap(({ stdout }) => quotes(stdout))).toEqual(quotes(whole.stdout));
    expect(readFileSync(at('parts'), 'utf8')).toBe(readFileSync(at('whole'), 'utf8'));
  });

  it('writes the same ledger again if every record was known', async () => {
    const at = folder();
    const argv = ['settle', '--ledger', at('ledger')];
    await run(argv, ndjson(record, { ...record, id: 'CR-2', customerId: 'fabrikam' }));
    const before = readFileSync(at('ledger'), 'utf8');
    const again = await run(
      argv,
      ndjson(record, { ...record, id: 'CR-2', customerId: 'fabrikam' }),
    );
    expect(readFileSync(at('ledger'), 'utf8')).toBe(before);
    expect(results(again.stdout)).toMatchObject([{ repeated: true }, { repeated: true }]);
  });

  it('reads a ledger of many customers and long lines', async () => {
    const at = folder();
    const argv = ['settle', '--ledger', at('ledger')];
    const many = Array.from({ length: 600 }, (_, n) => ({
      ...record,
      id: `CR-${n}-${'x'.repeat(200)}`,
      customerId: n < 300 ? 'contoso' : `customer ${n}`,
    }));
    await run(argv, ndjson(...many));
    const { status, stdout } = await run(argv, ndjson(...many));
    expect(status).toBe(0);
    expect(results(stdout).every((one) => (one as { repeated?: boolean }).repeated)).toBe(true);
  });

  it.each([
    ['not a ledger\n', 'line 1: expected a ledger as JSON'],
    ['\n{"customerId":"a","days":[],"days":[]}\n', /ledger, line 2: days: expected /],
    ['\n{}\n', /^partner-rules: \S+ledger, line 2: customerId: expected a text of/],
    [
      `\n${ndjson({ customerId: 'a', lastDay: null, days: [], ids: [] })}\n{"days":5}`,
      /\S+ledger, line 4: lastDay: expected .*; \S+ledger, line 4: days: expected an array, got 5/,
    ],
    [
      ndjson(
        { customerId: 'a', lastDay: null, days: [], ids: [] },
        { customerId: 'a', lastDay: null, days: [], ids: [] },
      ),
      'ledger, line 2: customerId: expected a customer that no ledger before names, got "a"\n',
    ],
  ])('answers nothing if a ledger is malformed', async (text, problem) => {
    const at = folder({ ledger: text });
    const { status, stdout, stderr } = await run(
      ['settle', '--ledger', at('ledger')],
      ndjson(record),
    );
    expect(stderr).toMatch(problem);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(readFileSync(at('ledger'), 'utf8')).toBe(text);
  });

  it('reads a ledger with the changes of an editor', async () => {
    const at = folder({
      ledger: '\uFEFF{"customerId":"contoso","lastDay":null,"days":[],"ids":[]}\r\n \t\r\n\r\n',
    });
    expect(await run(['settle', '--ledger', at('ledger')])).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(results(readFileSync(at('ledger'), 'utf8'))).toMatchObject([{ customerId: 'contoso' }]);
  });

  it.each([
    ['none', 0],
    ['ledger', 0],
    ['malformed', 2],
  ])('closes every file that it opened: with the ledger %s', async (name, status) => {
    const at = folder({ malformed: '{\n' });
    await run(['settle', '--ledger', at('ledger')], ndjson(record));
    const steps = stepsWithFiles();
    expect((await run(['settle', '--ledger', at(name)], ndjson(record))).status).toBe(status);
    const pathsOf = (step: string) =>
      steps.filter((it) => it.startsWith(step)).map((it) => it.slice(step.length));
    expect(pathsOf('close ')).toEqual(pathsOf('open '));
    expect(pathsOf('open ').length).toBeGreaterThan(1);
  });

  it('syncs the new ledger before it replaces the old one', async () => {
    const at = folder();
    const steps = stepsWithFiles();
    await run(['settle', '--ledger', at('ledger')], ndjson(record));
    const lasting = steps.filter((step) => /^(sync|rename) /.test(step));
    expect(lasting.shift()).toMatch(/ledger\.lock\.[-0-9a-f]{36}$/);
    const fresh = lasting[0]?.replace('sync ', '');
    const renamed = `rename ${fresh} to ${at('ledger')}`;
    expect(fresh).toMatch(/ledger\.[-0-9a-f]{36}\.new$/);
    expect(lasting).toEqual([`sync ${fresh}`, renamed, `sync ${dirname(at('ledger'))}`]);
  });

  it('settles into a null output only if it is quiet', async () => {
    const at = folder();
    const argv = ['settle', '--ledger', at('ledger')];
    expect(await runIntoFile(argv, ndjson(record), devNull)).toBe(2);
    expect(readdirSync(at('.'))).toEqual([]);
    expect(await runIntoFile([...argv, '--quiet'], ndjson(record), devNull)).toBe(0);
    expect(readdirSync(at('.'))).toEqual(['ledger']);
  });

  it('syncs the results before it replaces the ledger', async () => {
    const at = folder();
    const steps = stepsWithFiles();
    await runIntoFile(['settle', '--ledger', at('ledger')], ndjson(record), at('out'));
    const ofResults = steps.indexOf(`sync ${at('out')}`);
    expect(ofResults).toBeGreaterThan(steps.indexOf(`open ${at('out')}`));
    expect(ofResults).toBeLessThan(steps.findIndex((step) => step.endsWith(` to ${at('ledger')}`)));
  });

  it('distinguishes an empty ledger file from a ledger without customers', async () => {
    const at = folder({ cut: '' });
    const cut = await run(['settle', '--ledger', at('cut')], ndjson(record));
    expect(cut.stderr).toContain(
      'cut is empty, so it may have been cut off; if it should start empty, delete the file',
    );
    expect(cut).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(at('cut'), 'utf8')).toBe('');

    const argv = ['settle', '--ledger', at('none')];
    expect((await run(argv)).status).toBe(0);
    expect(readFileSync(at('none'), 'utf8')).toBe('\n');
    expect((await run(argv, ndjson(record))).status).toBe(0);
    expect(results(readFileSync(at('none'), 'utf8'))).toMatchObject([{ customerId: 'contoso' }]);
  });

  it('replaces the file that a link names, keeps its mode and leaves no other file', async () => {
    const at = folder();
    await run(['settle', '--ledger', at('ledger')], ndjson(record));
    expect(statSync(at('ledger')).mode & 0o777).toBe(0o600);
    symlinkSync(at('ledger'), at('link'));
    await run(['settle', '--ledger', at('link')], ndjson({ ...record, id: 'CR-2' }));
    expect(results(readFileSync(at('ledger'), 'utf8'))).toMatchObject([
      { ids: [{ id: 'CR-1' }, { id: 'CR-2' }] },
    ]);
    expect(readdirSync(at('.')).sort()).toEqual(['ledger', 'link']);
  });

  it('keeps the permissions of the ledger', async () => {
    const at = folder();
    const argv = ['settle', '--ledger', at('ledger')];
    await run(argv, ndjson(record));
    chmodSync(at('ledger'), 0o666);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(at('ledger'), 12_345, 23_456);
    const before = statSync(at('ledger'));
    await run(argv, ndjson({ ...record, id: 'CR-2' }));
    const { ino, uid, gid, mode } = statSync(at('ledger'));
    expect(ino).not.toBe(before.ino);
    expect({ uid, gid, mode }).toEqual({ uid: before.uid, gid: before.gid, mode: before.mode });
    if (isRoot) expect({ uid, gid }).toEqual({ uid: 12_345, gid: 23_456 });
  });

  it('removes the leftovers of killed runs, and nothing else', async () => {
    const killed = '01234567-89ab-cdef-0123-456789abcdef.new';
    const others = [
      `other.${killed}`,
      `ledger.other.${killed}`,
      'ledger.new',
      `ledger.${killed}.bak`,
      `ledger-${killed}`,
    ];
    const at = folder({ [`ledger.${killed}`]: '{"customerId":"con' });
    for (const name of others) writeFileSync(at(name), '');
    // What another run is writing is no older than a day.
    const youngest = 'ledger.11234567-89ab-cdef-0123-456789abcdef.new';
    writeFileSync(at(youngest), '');
    others.push(youngest);
    const clock = vi.spyOn(Date, 'now').mockReturnValue(1_700_000_000_000);
    onTestFinished(() => clock.mockRestore());
    const [days, day] = [1_700_000_000 - 86_401, 1_700_000_000 - 86_400];
    for (const name of readdirSync(at('.'))) utimesSync(at(name), days, days);
    utimesSync(at(youngest), day, day);
    await run(['settle', '--ledger', at('ledger')], ndjson(record));
    expect(readdirSync(at('.')).sort()).toEqual(['ledger', ...others].sort());
    mkdirSync(at(`ledger.${killed}`));
    utimesSync(at(`ledger.${killed}`), days, days);
    expect((await run(['settle', '--ledger', at('ledger')], ndjson(record))).status).toBe(0);
  });

  it('reports which ledger could not be replaced, and leaves it unchanged', async () => {
    const at = folder();
    mkdirSync(at('books'));
    const argv = ['settle', '--ledger', at('books/ledger')];
    async function* meanwhile() {
      yield Buffer.from(ndjson(record));
      rmSync(at('books'), { recursive: true });
    }
    const stdout = Object.assign(new PassThrough().resume(), { isTTY: false });
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    const status = await main(argv, { stdin: Readable.from(meanwhile()), stdout, stderr });
    expect(status).toBe(3);
    expect(String(stderr.read())).toMatch(
      /^partner-rules: .*books\/ledger could not be replaced and is unchanged \(ENOENT: .*\)\n$/,
    );
  });

  it('leaves a ledger alone that somebody else changed meanwhile', async () => {
    const at = folder();
    const argv = ['settle', '--ledger', at('ledger')];
    await run(argv, ndjson(record));
    async function* meanwhile() {
      yield Buffer.from(ndjson({ ...record, id: 'CR-2' }));
      unlinkSync(at('ledger'));
      writeFileSync(at('ledger'), 'theirs');
    }
    const stdout = Object.assign(new PassThrough().resume(), { isTTY: false });
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    const status = await main(argv, { stdin: Readable.from(meanwhile()), stdout, stderr });
    expect(status).toBe(3);
    expect(String(stderr.read())).toContain('was changed by another program in the meantime');
    expect(readFileSync(at('ledger'), 'utf8')).toBe('theirs');
    expect(readdirSync(at('.'))).toEqual(['ledger']);
  });

  it('leaves a ledger alone that somebody else wrote to in place', async () => {
    const at = folder();
    const argv = ['settle', '--ledger', at('ledger')];
    await run(argv, ndjson(record));
    utimesSync(at('ledger'), 1, 1);
    const theirs = readFileSync(at('ledger'), 'utf8').replace('CR-1', 'CR-7');
    async function* meanwhile() {
      yield Buffer.from(ndjson({ ...record, id: 'CR-2' }));
      writeFileSync(at('ledger'), theirs);
    }
    const stdout = Object.assign(new PassThrough().resume(), { isTTY: false });
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    const status = await main(argv, { stdin: Readable.from(meanwhile()), stdout, stderr });
    expect(status).toBe(3);
    expect(String(stderr.read())).toContain('was changed by another program in the meantime');
    expect(readFileSync(at('ledger'), 'utf8')).toBe(theirs);
  });

  it('leaves the ledger unchanged if the output cannot be written', async () => {
    const at = folder();
    const argv = ['settle', '--ledger', at('ledger')];
    await run(argv, ndjson(record));
    const before = readFileSync(at('ledger'), 'utf8');
    for (const [code, expected] of [
      ['EPIPE', 141],
      ['ENOSPC', 3],
    ] as const) {
      const stdout = Object.assign(new PassThrough(), { isTTY: false });
      stdout._write = (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code }));
      const stderr = Object.assign(new PassThrough(), { isTTY: false });
      const stdin = Readable.from([Buffer.from(ndjson({ ...record, id: 'CR-2' }))]);
      expect(await main(argv, { stdin, stdout, stderr })).toBe(expected);
      const told: unknown = stderr.read();
      expect(told === null ? '' : String(told)).toBe(
        code === 'EPIPE'
          ? ''
          : 'partner-rules: the output could not be written completely (ENOSPC)\n',
      );
      expect(readFileSync(at('ledger'), 'utf8')).toBe(before);
    }
  });

  it('stops reading after the reader closes', async () => {
    let asked = 0;
    async function* endless() {
      const chunk = Buffer.from(ndjson({ ...record, id: undefined }).repeat(200));
      for (;;) {
        asked += 1;
        yield chunk;
      }
    }
    let read = 0;
    const stdout = Object.assign(new PassThrough(), { isTTY: false });
    stdout._write = (chunk: Buffer, _encoding, done) => {
      read += chunk.length;
      done(read < 1_000_000 ? null : Object.assign(new Error('closed'), { code: 'EPIPE' }));
    };
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    expect(await main(['settle'], { stdin: Readable.from(endless()), stdout, stderr })).toBe(141);
    expect(asked).toBeLessThan(100);
    expect(stderr.read()).toBeNull();
  });

  it('hands results on once they are more than 64 KiB', async () => {
    const answered = (meta: string) => run(['market'], ndjson({ meta, market: 'KR' }));
    const { length } = (await answered('')).stdout;
    const metas = ['x'.repeat(65_536 - length), 'y', 'x'.repeat(65_537 - length), 'z'];
    const written: number[] = [];
    const stdout = Object.assign(new PassThrough(), { isTTY: false });
    stdout._write = (chunk: Buffer, _encoding, done) => {
      written.push(String(chunk).length);
      done();
    };
    const input = ndjson(...metas.map((meta) => ({ meta, market: 'KR' })));
    const stdin = Readable.from([Buffer.from(input)]);
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    expect(await main(['market'], { stdin, stdout, stderr })).toBe(0);
    expect(written).toEqual([65_536 + length + 1, 65_537, length + 1]);
  });

  it('throws a bug of its own on, instead of hiding it', async () => {
    const stdin = Readable.from([7]); // no Buffer
    const stdout = Object.assign(new PassThrough(), { isTTY: false });
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    await expect(main(['settle'], { stdin, stdout, stderr })).rejects.toThrow();
  });
});

describe('the progress of long work', () => {
  it('is shown on a terminal that gets no results, and wiped away', async () => {
    const at = folder({ 'in.ndjson': ndjson(record) });
    const clock = vi.spyOn(Date, 'now');
    let now = 0;
    clock.mockImplementation(() => {
      now += 600;
      return now;
    });
    const chunks = Array.from({ length: 4 }, (_, n) =>
      Buffer.from(ndjson({ ...record, id: `${n}` })),
    );
    const piped = await run(['settle'], chunks, { stderr: true });
    const file = await run(['settle', at('in.ndjson')], '', { stderr: true });
    const both = await run(['settle'], chunks, { stdout: true, stderr: true });
    clock.mockRestore();
    expect(piped.stderr).toContain('\r\u001b[K2 records');
    expect(piped.stderr.endsWith('\r\u001b[K')).toBe(true);
    expect(file.stderr).toContain(`[${'#'.repeat(30)}] 100 % 1 record\r`);
    expect(both.stderr).toBe('');
  });
});
