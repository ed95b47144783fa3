import { describe, expect, it } from 'vitest';
import {
  compareRefund,
  compareSoftwareCancellation,
  quoteRefund,
  refundCurve,
  refundPolicies,
} from '../../../src/index.ts';
import { exchange, folder, ndjson, record, results, run } from '../run.ts';

const facts = [
  ...['paid=12000.00', 'currency=USD', 'term=P1Y', 'used=true', 'purchasedOn=2025-01-01'],
] as const;

/** What a wrong command says. */
async function problemOf(argv: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(argv);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  return stderr;
}

describe('compare', () => {
  it('shows why one page charges 12 % and another none', async () => {
    const policies = 'policies:=["partner-center-2020-08","azure-2020-02","azure-2020-07"]';
    const asked = ['compare', ...facts, 'canceledOn=2025-07-02', policies];
    expect(await run(asked)).toEqual({
      status: 0,
      stderr: '',
      stdout: `policy                            refund             difference  how
partner-center-2020-08          5,294.47  USD                    pro-rated, less a fee of 721.97; superseded
    in force on this day: partner-center-2024-12, 6,016.44 (+721.97)
azure-2020-02                   6,016.44  USD           +721.97  pro-rated, less a fee of 0.00; superseded
    partner-center-2020-08: a fee of 12 % of the credit; azure-2020-02: no fee
    in force on this day: azure-2024-12, 6,016.44 (+0.00)
azure-2020-07                   6,016.44  USD           +721.97  pro-rated, less a fee of 0.00; superseded
    partner-center-2020-08: a fee of 12 % of the credit; azure-2020-07: no fee
    in force on this day: azure-2024-12, 6,016.44 (+0.00)
`,
    });
  });

  it('shows by how much a refund is smaller', async () => {
    const policies = 'policies:=["azure-2020-07","partner-center-2020-08"]';
    const { stdout } = await run(['compare', ...facts, 'canceledOn=2025-07-02', policies]);
    expect(stdout).toContain(
      'partner-center-2020-08          5,294.47  USD           -721.97  pro-rated, less',
    );
  });

  it('shows when the limit reduces the refund, or leaves nothing', async () => {
    const policies = 'policies:=["partner-center-2020-08","azure-2020-07"]';
    const compared = async (consumed: string, canceledOn = '2025-01-07'): Promise<string> => {
      const when = [`canceledOn=${canceledOn}`, `consumedRefunds=${consumed}`];
      return (await run(['compare', ...facts, ...when, policies])).stdout;
    };
    const cut = await compared('48000.00');
    expect(cut).toMatch(
      /2020-08 +2,000\.00 {2}USD +pro-rated, less a fee of 1,416\.33; reduced by the limit; superseded\n/,
    );
    expect(await compared('50000.00', '2025-01-06')).toMatch(
      /2020-08 +0\.00 {2}USD +pro-rated; nothing left of the limit; superseded\n/,
    );
    expect(await compared('30000.00')).not.toContain('; the limit');
    expect(cut).toContain('in force on this day: partner-center-2024-12, refused: the amount');
  });

  it('uses all published policies if none are given', async () => {
    const asked = ['compare', ...facts, 'canceledOn=2025-01-06'];
    const { stdout } = await run(asked.map((word) => word.replace('12000', '60000')));
    expect(stdout).toContain(
      'partner-center-2018-05  not quoted: its document does not state the fee\n',
    );
    expect(stdout).toMatch(
      /partner-center-2018-10 +0\.00 {2}USD +refused: the applicable document has no rule/,
    );
    expect(stdout).toMatch(/azure-2020-07 +0\.00 {2}USD +\+0\.00 {2}refused: the amount exceeds/);
    expect(stdout.split('\n').filter((line) => /^\w/.test(line))).toHaveLength(1 + 16);
    const early = ['compare', ...facts, 'canceledOn=2025-01-02'];
    expect((await run(early)).stdout).toMatch(/partner-center-2020-08 .* pro-rated; superseded\n/);
    const unused = early.map((word) => word.replace('used=true', 'used=false'));
    expect((await run(unused)).stdout).toMatch(
      /partner-center-2020-08 .* the whole price; superseded\n/,
    );
  });

  it('says that a source has no version for the day', async () => {
    const early = ['purchasedOn=2019-01-01', 'canceledOn=2019-02-01', 'policies:=["azure"]'];
    const { status, stdout } = await run(['compare', ...facts.slice(0, -1), ...early]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\nazure +not quoted: canceledOn: expected 2020-01-24, from which/);
  });

  it('answers records with a row for each policy, its quote without the lines', async () => {
    const policies = ['azure-2020-01', { basedOn: 'azure-2020-01', id: 'ours', feeRate: '0.5' }];
    const { status, stdout } = await run(
      ['compare'],
      ndjson({ ...record, meta: 1, policies }, { ...record, policies: 'azure-2020-01' }),
    );
    expect(status).toBe(1);
    const ours = { ...refundPolicies['azure-2020-01'], id: 'ours', feeRate: '0.5' };
    const rows = compareRefund(record, ['azure-2020-01', ours]).map((row) => {
      if (!row.ok) throw new Error('Both state a fee.');
      const { lines, ...quote } = row.quote;
      return { ...row, quote: { ...quote, policy: row.policy } };
    });
    expect(results(stdout)).toEqual([
      { ok: true, index: 0, id: 'CR-1', meta: 1, answer: JSON.parse(JSON.stringify({ rows })) },
      expect.objectContaining({ ok: false, line: 2, id: 'CR-1' }),
    ]);
  });
});

describe('compare-software', () => {
  const software = {
    ...({ kind: 'perpetual', paid: '500.00', currency: 'USD' } as const),
    ...{ purchasedOn: '2025-03-01', canceledOn: '2025-04-20' },
    ...{
      customer: { domain: 'contoso.com' },
      productName: 'SQL',
      orderId: 'O-1',
      messageRead: true,
    },
  };
  const named = 'policies:=["software-2020-06","software"]';
  const words = Object.entries(software).map(
    ([name, value]) => `${name}:=${JSON.stringify(value)}`,
  );
  const asked = ['compare-software', ...words, 'roles=AdminAgents', named];

  it('shows the verdict, the credit and the reasons under each policy, in both languages', async () => {
    const { status, stdout } = await run(asked);
    expect(status).toBe(0);
    expect(stdout).toContain(`Policies under which the purchase can be cancelled: 1 of 2.
`);
    expect(stdout).toContain(`Under each policy
  software-2020-06: allowed until 2025-04-30; the credit is 500.00 USD.
  software-2023-06: refused; the cancellation window has closed.
`);
    const korean = await run([...asked, '--locale', 'ko']);
    expect(korean.stdout).toContain(`정책별 결과
  software-2020-06: 2025-04-30까지 허용됩니다. 크레딧은 500.00 USD입니다.
  software-2023-06: 거절됩니다. 이유: 취소 가능 기간이 지났습니다.
`);
  });

  it('answers records with a row for every published version, which can be explained again', async () => {
    const facts = { ...software, roles: 'admin-agent' } as const;
    const { stdout } = await run(['compare-software'], ndjson({ ...facts, id: 'A' }));
    const answer = compareSoftwareCancellation(facts);
    expect(results(stdout)).toMatchObject([{ id: 'A', answer }]);
    const explained = await run(['explain', '--format', 'text'], stdout);
    expect(explained.stdout).toContain(
      'Policies under which the purchase can be cancelled: 5 of 9.',
    );
  });

  it('reports missing roles and malformed policies', async () => {
    const { stdout } = await run(['compare-software'], ndjson({ ...software, policies: ['x'] }));
    expect(results(stdout)).toMatchObject([
      { ok: false, issues: [{ path: ['roles'] }, { path: ['policies', 0] }] },
    ]);
  });
});

describe('curve', () => {
  it('shows the days on either side of each jump, with its causes', async () => {
    expect(await run(['curve', ...facts])).toEqual({
      status: 0,
      stderr: '',
      stdout: `USD, partner-center-2020-08
2025-01-01  day     0       12,000.00  pro-rated
2025-01-06  day     5       11,835.62  pro-rated
2025-01-07  day     6       10,386.41  pro-rated-less-fee
2025-12-31  day   364           28.93  pro-rated-less-fee
2026-01-01  day   365            0.00  refused: term-ended
2025-01-07: 11,835.62 -> 10,386.41 (-1,449.21): window-ended
2026-01-01: 28.93 -> 0.00 (-28.93): term-ended
from 2023-07-31 in force: partner-center-2023-07
from 2024-12-05 in force: partner-center-2024-12
`,
    });
  });

  it('shows the first day and the last without jumps', async () => {
    const asked = ['curve', ...facts, 'from=2025-03-01', 'to=2025-03-05'];
    expect((await run(asked)).stdout).toBe(`USD, partner-center-2020-08
2025-03-01  day    59        8,853.04  pro-rated-less-fee
2025-03-05  day    63        8,737.32  pro-rated-less-fee
from 2023-07-31 in force: partner-center-2023-07
from 2024-12-05 in force: partner-center-2024-12
`);
  });

  it('lists every cause of a jump', async () => {
    const policy = { basedOn: 'partner-center-2020-08', id: 'ours', overLimit: 'refuse' };
    const asked = ['curve', ...facts, 'to=2025-01-07', `policy:=${JSON.stringify(policy)}`];
    const { stdout } = await run(asked.map((word) => word.replace('12000', '56000')));
    expect(stdout).toContain('\n2025-01-07: 0.00 -> 48,469.92 (48,469.92): window-ended, limit\n');
  });

  it('writes every day as NDJSON', async () => {
    const asked = ['curve', ...facts, 'from=2025-01-05', 'to=2025-01-08', 'policy=azure-2020-01'];
    const { stdout } = await run([...asked, '--format', 'ndjson']);
    const { id: _, customerId: __, canceledOn: ___, ...request } = record;
    const options = { from: '2025-01-05', to: '2025-01-08', policy: 'azure-2020-01' } as const;
    expect(results(stdout)).toEqual([
      { ok: true, index: 0, answer: refundCurve({ ...request, used: true }, options) },
    ]);
  });

  it('reports malformed facts', async () => {
    const { status, stderr } = await run(['curve', ...facts, 'from=2024-12-31', 'policy=x']);
    expect(status).toBe(1);
    expect(stderr).toContain('options.policy: expected one of');
    expect(stderr).toContain('options.from: expected the day of the purchase');
  });
});

it('shows the id of a policy of one’s own with what would disturb the terminal escaped', async () => {
  const ours = { basedOn: 'partner-center-2018-05', id: '\u001b[31mo\n\u202es' };
  const policies = [{ ...ours, feeRate: '0.5' }, ours, 'azure-2020-07'];
  const asked = ['compare', ...facts, 'canceledOn=2025-07-02'];
  const compared = await run([...asked, `policies:=${JSON.stringify(policies)}`]);
  const shown = '\\u{1b}[31mo\\u{a}\\u{202e}s';
  const [, row, notQuoted] = compared.stdout.split('\n');
  expect(row).toMatch(/^\\u\{1b\}\[31mo\\u\{a\}\\u\{202e\}s +3,008\.22 {2}USD/);
  expect(notQuoted).toBe(`${shown}not quoted: its document does not state the fee`);
  const curve = await run(['curve', ...facts, `policy:=${JSON.stringify(policies[0])}`]);
  expect(curve.stdout.split('\n')[0]).toBe(`USD, ${shown}`);
  expect((compared.stdout + curve.stdout).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

describe('--as-of', () => {
  it('uses the partner policy of that day', async () => {
    const { stdout } = await run(['quote', '--as-of', '2018-10-31', '--explain'], ndjson(record));
    const quote = quoteRefund(record, { policy: 'partner-center-2018-10' });
    expect(results(stdout)).toMatchObject([{ quote: JSON.parse(JSON.stringify(quote)) }]);
    const settled = await run(['settle', '--as-of=2019-01-01'], ndjson(record));
    expect(results(settled.stdout)).toMatchObject([
      { quote: { policy: 'partner-center-2018-11' } },
    ]);
    const swapped = await run(['exchange', '--as-of=2018-06-01'], ndjson(exchange));
    expect(results(swapped.stdout)).toMatchObject([
      { quote: { policy: 'partner-center-2018-05' } },
    ]);
  });

  it.each([
    [['quote', '--as-of', '2020-01-01', '--policy', 'azure-2020-01'], 'cannot be used together'],
    [['quote', '--as-of', '2018-05-10'], 'partner-rules: --as-of: expected 2018-05-11'],
    [['quote', '--as-of', '2020-02-30'], '--as-of: expected a day and time that exist'],
    [['settle', '--as-of', 'foo'], 'partner-rules: --as-of: expected a day as YYYY-MM-DD'],
    [['quote', '--as-of', '2018-06-01'], '--as-of: feeRate: expected the early termination fee'],
    [
      ['market', 'KR', '--as-of', '2020-01-01'],
      '--as-of cannot be used with market (see partner-rules help market)',
    ],
  ])('refuses %j', async (argv, problem) => {
    expect(await problemOf(argv)).toContain(problem);
  });

  it('leaves a ledger unchanged if a policy is wrong', async () => {
    const at = folder({ ledgers: '' });
    const argv = ['settle', '--as-of', 'x', '--ledger', at('ledgers')];
    expect(await problemOf(argv)).toContain('--as-of: expected a day');
  });
});
