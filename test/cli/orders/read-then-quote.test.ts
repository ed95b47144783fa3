import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, ndjson, results, run } from '../run.ts';

const samples = fileURLToPath(new URL('../../interop/samples/', import.meta.url));
const set = ['used=true', 'canceledOn=2025-07-02', 'quantity=10', 'paid=12000', 'currency=USD'];
const known = set.flatMap((fact) => ['--set', fact]);
const names = readdirSync(samples)
  .filter((name) => name !== 'expected.json')
  .sort();

interface Line {
  readonly ok: boolean;
  readonly id?: string;
  readonly issues?: readonly { readonly message: string }[];
  readonly quote?: { readonly refund: string };
}

/** What a person looks at in results. */
function figuresIn(stdout: string): object[] {
  return (results(stdout) as Line[]).map(({ ok, id, quote, issues }) => ({
    ...{ ok, id, refund: quote?.refund, issues: issues?.map(({ message }) => message) },
  }));
}

describe('quote of the lines of read', () => {
  it.each(names)('gives the refunds of %s itself', async (name) => {
    const direct = await run(['quote', `${samples}${name}`, ...known]);
    if (direct.status === 2) return;
    const read = await run(['read', `${samples}${name}`]);
    const piped = await run(['quote', ...known], read.stdout);
    const refunds = (stdout: string) =>
      figuresIn(stdout).filter((one) => (one as { ok: boolean }).ok);
    expect(refunds(piped.stdout)).toEqual(refunds(direct.stdout));
  });

  it('keeps the source and the facts that were set while reading', async () => {
    const file = `${samples}mca-purchase.csv`;
    const read = await run(['read', file, '--set', 'used=true', '--set', 'canceledOn=2025-07-02']);
    const { status, stdout, stderr } = await run(['quote'], read.stdout);
    expect(status).toBe(0);
    expect(stderr).toBe(
      'partner-rules: standard input: facts of partner-rules read, one JSON record a line\n',
    );
    expect(results(stdout)).toMatchObject([
      { ok: true, source: { file, row: 2, type: 'reservation-transactions' } },
    ]);
  });

  it('joins the transactions of an order again', async () => {
    const file = `${samples}mca-partly-refunded.csv`;
    const direct = await run(['quote', file, ...known]);
    const piped = await run(['quote', ...known], (await run(['read', file])).stdout);
    expect(results(piped.stdout)).toEqual(results(direct.stdout));
  });

  it('takes the instalment and the day of purchase that were set for monthly payments', async () => {
    const file = `${samples}mca-recurring.csv`;
    const argv = ['--set', 'used=true', '--set', 'canceledOn=2025-07-02'];
    const earliest = [...argv, '--set', 'purchasedOn=earliest'];
    const direct = await run(['quote', file, ...earliest]);
    const piped = await run(['quote', ...earliest], (await run(['read', file])).stdout);
    expect(results(piped.stdout)).toEqual(results(direct.stdout));
    const day = ['--set', 'purchasedOn=2025-01-01'];
    const read = await run(['read', file, ...argv, ...day]);
    const withDay = await run(['quote'], read.stdout);
    expect(results(withDay.stdout)).toEqual(
      results((await run(['quote', file, ...argv, ...day])).stdout),
    );
  });

  it('passes on the issues of records that could not be read, and quotes nothing of their order', async () => {
    const rows = `Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term
900,OneTime,USD,2025-01-01,Purchase,10,O-1,P1Y
x,OneTime,USD,2025-03-01,Refund,3,O-1,P1Y
`;
    const at = folder({ 't.csv': rows });
    const direct = await run(['quote', at('t.csv'), ...known]);
    const piped = await run(['quote', ...known], (await run(['read', at('t.csv')])).stdout);
    expect(piped.status).toBe(1);
    expect(results(piped.stdout)).toEqual(results(direct.stdout));
  });

  it('is read again as it was', async () => {
    const read = await run(['read', `${samples}mca-partly-refunded.csv`]);
    const again = await run(['read'].concat('-'), read.stdout);
    expect(results(again.stdout)).toEqual(results(read.stdout));
  });

  it('reads lines that were collected in an array, and skips those about missing facts', async () => {
    const read = await run(['read', `${samples}mca-purchase.csv`]);
    const array = JSON.stringify(results(read.stdout), undefined, 1);
    const { stdout } = await run(['quote', ...known], array);
    expect(figuresIn(stdout)).toMatchObject([{ ok: true }]);
  });

  it.each([
    [{ ok: false, source: { file: 'a', row: 1, type: 'facts' } }, 'issues: expected'],
    [{ ok: true, source: { file: 'a', row: 1, type: 'facts' } }, 'issues: expected'],
    [
      { ok: true, source: { file: 'a', row: 1, type: 'nonsense' } },
      'source: expected no such field',
    ],
    [
      { ok: true, source: { file: 'a', row: 0.5, type: 'facts' } },
      'source: expected no such field',
    ],
    [{ ok: true, source: 7 }, 'source: expected no such field'],
    [{ ok: 1 }, 'ok: expected no such field'],
  ])('does not take %j for a line of read that can be quoted', async (line, message) => {
    const { status, stdout } = await run(['quote'], ndjson(line));
    expect(status).toBe(1);
    expect(JSON.stringify(figuresIn(stdout))).toContain(message);
  });
});
