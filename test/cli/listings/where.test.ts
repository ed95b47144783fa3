import { describe, expect, it } from 'vitest';
import { portalTasks, whereTo } from '../../../src/places/index.ts';
import { run } from '../run.ts';

const failed = (message: string) => ({
  status: 2,
  stdout: '',
  stderr: `partner-rules: ${message}\n`,
});

describe('where', () => {
  it('shows the way to a task, and its source', async () => {
    expect(await run(['where', 'software.cancel'])).toEqual({
      status: 0,
      stdout: `Partner Center > Customers > (customer) > Software > (product): select “Cancel”; then Partner Center > Cancel purchase: select “Submit”
“Sell software subscriptions through the CSP program”, 2020-06-18, section: Cancel a purchase
`,
      stderr: '',
    });
  });

  it('shows every way, and the source once', async () => {
    const { stdout } = await run(['where', 'reservations.refund']);
    const [first, second, source, ...more] = stdout.split('\n');
    expect(first).toContain('select “Refund”; then Azure portal');
    expect(second).toContain('select “Manage”; then Azure portal');
    expect(source).toMatch(/^“Manage, cancel, exchange or refund/);
    expect(more).toEqual(['']);
  });

  it('shows it in Korean with the labels of the Korean portal', async () => {
    const { stdout } = await run(['where', 'get-server-keys', '--locale', 'ko']);
    expect(stdout.split('\n')[0]).toBe('Microsoft 365 관리 센터 > 청구 > 제품, ‘소프트웨어’');
  });

  it('says when nothing is clicked', async () => {
    expect((await run(['where', 'keep-the-software'])).stdout).toBe(
      'Nothing is clicked for this.\n',
    );
  });

  it('lists every task', async () => {
    const { stdout } = await run(['where']);
    const names = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
    expect(names).toEqual(portalTasks);
  });

  it('writes a line of JSON for each task', async () => {
    const { stdout } = await run(['where', '--format', 'ndjson']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual(portalTasks.map((task) => ({ task, where: whereTo(task) })));
    const one = await run(['where', 'billing.view', '--format', 'ndjson']);
    expect(JSON.parse(one.stdout)).toEqual({
      task: 'billing.view',
      where: whereTo('billing.view'),
    });
  });

  it('suggests the task that was meant, and refuses what it does not take', async () => {
    const { status, stderr } = await run(['where', 'software.cancl']);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('(did you mean "software.cancel"?), got "software.cancl"'),
    ]);
    expect(await run(['where', 'software.cancel', 'software.buy'])).toEqual(
      failed('where: expected at most one TASK, got also "software.buy"'),
    );
    expect(await run(['where', '--format', 'json'])).toEqual(
      failed('unknown format "json": expected one of text, ndjson'),
    );
    expect(await run(['where', '--format', 'ndjson', '--locale', 'ko'])).toEqual(
      failed('--locale can be used only with explain or --format text, not with ndjson'),
    );
  });
});
