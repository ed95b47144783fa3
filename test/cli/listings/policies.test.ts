import { describe, expect, it } from 'vitest';
import { refundPolicyVersions, softwarePolicyVersions } from '../../../src/index.ts';
import { results, run } from '../run.ts';

/** What a wrong command says. */
async function problemOf(argv: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await run(argv);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  return stderr;
}

describe('policies', () => {
  it('lists every policy with its dates and notes', async () => {
    const versions = [...refundPolicyVersions, ...softwarePolicyVersions];
    const told = versions.map(({ policy, from, until, notes }) => {
      const span = until === null ? `since ${from}` : `from ${from} until ${until}`;
      return `${policy.id.padEnd(24)}${span}\n${notes.map((note) => `  ${note}\n`).join('')}`;
    });
    expect(await run(['policies'])).toEqual({ status: 0, stdout: told.join(''), stderr: '' });
  });

  it('draws all versions of all sources on one time axis', async () => {
    const { stdout } = await run(['policies', '--timeline']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(
      'day         partner-center azure          azure-service  software       ',
    );
    expect(stdout).toContain(`2020-01-24  │              ●                             │
  azure-2020-01
`);
    expect(stdout).toContain('\n  azure-2020-02: no fee\n');
    expect(stdout).toContain(
      '\n  software-2019-12: perpetualCredit: full; subscriptionCredit: pro-rated\n',
    );
    expect(stdout).toContain(
      '\n  software-2021-02: linkDays: not stated; linkDownloads: not stated\n',
    );
    const days = lines.filter((line) => /^\d/.test(line)).map((line) => line.slice(0, 10));
    expect(days).toEqual([...new Set(days)].sort());
    const versions = [...refundPolicyVersions, ...softwarePolicyVersions];
    for (const { policy } of versions)
      expect(stdout).toMatch(new RegExp(`^  ${policy.id}(:|$)`, 'm'));

    const json = (await run(['policies', '--timeline', '--format', 'ndjson'])).stdout;
    expect(results(json)).toHaveLength(versions.length);
    expect(results(json)[0]).toEqual({
      source: 'partner-center',
      id: 'partner-center-2018-05',
      from: '2018-05-11',
      until: '2018-10-12',
      changes: [],
    });
    expect(await problemOf(['policies', 'azure-2020-01', '--timeline'])).toContain(
      'expected no ID',
    );
    expect(await problemOf(['roles', '--timeline'])).toContain(
      '--timeline can be used only with policies',
    );
  });

  it('shows one policy in full', async () => {
    expect(
      (await run(['policies', 'partner-center-2018-05'])).stdout,
    ).toBe(`partner-center-2018-05  from 2018-05-11 until 2018-10-12
  First seen in public on 2018-05-25. The fee has no stated size: derive a policy with a feeRate to quote refunds.
  source                partner-center
  title                 Manage Azure reservations on behalf of your customers
  url                   https://learn.microsoft.com/partner-center/azure-reservations-manage
  lastVerified          2026-11-21
  document              reservations-2018
  windowDays            none
  dayWithoutRow         none
  fullCreditWhenUnused  false
  feeRate               none
  limitUsd              50000.00
  limitWindow           365-days
  limitCounts           refund
  overLimit             clip
  rounding              half-even
  exchangeMinimum       credit
  priceBasis            paid
  exchangeWindow        pro-rated
  nonReturnable         none
  nonExchangeable       none
  exchangeEnd           none
  payee                 customer
`);
    expect((await run(['policies', 'partner-center-2020-08'])).stdout).toContain(
      '  nonReturnable         SuseLinux, RedHat\n',
    );
  });

  it('writes the policies as NDJSON', async () => {
    const all = await run(['policies', '--format', 'ndjson']);
    expect(results(all.stdout)).toEqual([...refundPolicyVersions, ...softwarePolicyVersions]);
    const one = await run(['policies', 'azure-2020-01', '--format=ndjson']);
    expect(results(one.stdout)).toEqual([
      refundPolicyVersions.find(({ policy }) => policy.id === 'azure-2020-01'),
    ]);
  });

  it.each([
    [
      ['policies', '__proto__'],
      `unknown policy "__proto__": expected one of ${[...refundPolicyVersions, ...softwarePolicyVersions].map(({ policy }) => policy.id).join(', ')}\n`,
    ],
    [['policies', 'a', 'b', 'c'], 'expected at most one ID, got also "b" "c"'],
    [['policies', '--format', 'table'], 'unknown format "table": expected one of text, ndjson'],
    [
      ['policies', '--explain'],
      '--explain can be used only with quote, settle, exchange, not with policies',
    ],
  ])('refuses %j', async (argv, problem) => {
    expect(await problemOf(argv)).toContain(problem);
  });
});
