import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LedgerLock } from '../../../src/cli/ledger/ledger-lock.ts';
import { loadSqlite } from '../../../src/cli/ledger/sqlite.ts';
import { folder, ndjson, record, results, run } from '../run.ts';

const entry = {
  id: 'CR-1',
  policy: 'partner-center-2020-08',
  facts: '20095 v2 paid 0.00 10386.41 11802.74 12000.00 USD P1Y 20089 new 1 - Upfront 1 1 - - - -',
};
const ledger = {
  customerId: 'contoso',
  lastDay: '2025-01-07',
  days: [{ on: '2025-01-07', usd: '10386.41', canceledUsd: '11802.74' }],
  ids: [entry],
};
/** The same as version 0.1.0 wrote it. */
const oldFacts = '20095 0.00 12000.00 USD P1Y 20089 new 1 -';
const oldLedger = {
  ...ledger,
  days: [{ on: '2025-01-07', usd: '10386.41' }],
  ids: [{ ...entry, facts: oldFacts }],
};
const faulty = { ...ledger, customerId: 'fabrikam', lastDay: null };

function on(path: string, action: string, ...words: readonly string[]) {
  return run(['ledger', action, '--ledger', path, ...words]);
}

function settle(path: string, ...records: readonly object[]) {
  return run(['settle', '--ledger', path], ndjson(...records));
}

const own = { basedOn: 'partner-center-2020-08', id: 'own', feeRate: '0.1' };

/** The name of a policy in ledgers. */
async function ownKey(policy: string, path: string): Promise<string> {
  await run(['settle', '--policy', policy, '--ledger', path], ndjson(record));
  return JSON.parse(readFileSync(path, 'utf8')).ids[0].policy;
}

/** Writes a ledger into a file or a database. */
async function keep(path: string, kept: object): Promise<void> {
  const file = path.endsWith('.db') ? `${path}.ndjson` : path;
  writeFileSync(file, ndjson(kept));
  if (file !== path) expect((await on(path, 'import', file)).status).toBe(0);
}

describe('ledger import and export', () => {
  it('move ledgers from a file to a database and back, byte for byte', async () => {
    const text = ndjson(ledger, { ...oldLedger, customerId: '\u0000 대한민국' });
    const at = folder({ 'l.ndjson': text });
    expect(await on(at('l.db'), 'import', at('l.ndjson'))).toEqual({
      status: 0,
      stdout: '2 customers imported\n',
      stderr: '',
    });
    expect((await on(at('l.db'), 'export')).stdout).toBe(text);
    expect((await on(at('l.ndjson'), 'export')).stdout).toBe(text);
    const again = await settle(at('l.db'), record);
    expect(results(again.stdout)).toMatchObject([{ repeated: true }]);
  });

  it.each([
    ['a malformed ledger', ndjson(ledger, faulty), /l\.ndjson, line 2: days\[0\]\.on: expected /],
    [
      'a customer that comes twice',
      ndjson(ledger, ledger),
      /customer contoso has a ledger already/,
    ],
    ['text that is no JSON', `${ndjson(ledger)}{`, /l\.ndjson, line 2: expected a ledger as JSON/],
  ])('import nothing of a file with %s', async (_, text, problem) => {
    const at = folder({ 'l.ndjson': text });
    const { status, stdout, stderr } = await on(at('l.db'), 'import', at('l.ndjson'));
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(problem);
    expect((await on(at('l.db'), 'export')).stdout).toBe('\n');
  });

  it('import nothing beside a customer that the database has', async () => {
    const at = folder({ 'l.ndjson': ndjson({ ...ledger, customerId: 'other' }, ledger) });
    await settle(at('l.db'), record);
    const before = await on(at('l.db'), 'export');
    expect((await on(at('l.db'), 'import', at('l.ndjson'))).status).toBe(3);
    expect(await on(at('l.db'), 'export')).toEqual(before);
  });

  it('import into databases only', async () => {
    const at = folder({ 'l.ndjson': ndjson(ledger) });
    const { status, stderr } = await on(at('other.ndjson'), 'import', at('l.ndjson'));
    expect(status).toBe(3);
    expect(stderr).toContain('import fills a database: expected a name that ends in .db, got ');
    expect(readdirSync(at('.'))).toEqual(['l.ndjson']);
  });

  it('export more than is written at once', async () => {
    const at = folder();
    const records = Array.from({ length: 900 }, (_, n) => ({ ...record, customerId: `c${n}` }));
    await settle(at('l.db'), ...records);
    const { stdout } = await on(at('l.db'), 'export');
    expect(stdout.length).toBeGreaterThan(1 << 17);
    expect(results(stdout)).toHaveLength(900);
  });

  it('export no malformed ledger', async () => {
    const at = folder({ 'l.ndjson': ndjson(ledger, faulty) });
    const { status, stdout, stderr } = await on(at('l.ndjson'), 'export');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('l.ndjson, line 2: days[0].on: ');
  });
});

describe.each(['l.db', 'l.ndjson'])('a ledger named %s', (name) => {
  it('is shown with the limit on its last day, or on another one', async () => {
    const at = folder();
    await settle(at(name), record);
    const { status, stdout } = await on(at(name), 'show', 'contoso');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      ledger,
      faults: [],
      day: '2025-01-07',
      limit: {
        max: '50000.00',
        consumed: '10386.41',
        available: '39613.59',
        givenBack: [{ on: '2026-01-07', usd: '10386.41' }],
      },
      forgotten: [],
    });
    const later = await on(at(name), 'show', 'contoso', '--on', '2026-01-07');
    expect(JSON.parse(later.stdout)).toMatchObject({
      day: '2026-01-07',
      limit: { consumed: '0.00' },
    });
    const without = await on(at(name), 'show', 'contoso', '--policy', 'azure-2024-12');
    expect(JSON.parse(without.stdout)).toMatchObject({ limit: { max: expect.any(String) } });
  });

  it.each([
    [
      ['contoso', '--on', '2025-01-06'],
      /--on: expected 2025-01-07, the customer's last settled day/,
    ],
    [['contoso', '--on', 'today'], /--on: expected a day/],
    [['fabrikam'], /l\.\w+ has no customer fabrikam/],
  ])('is not shown for %j', async (words, problem) => {
    const at = folder();
    await settle(at(name), record);
    const { status, stdout, stderr } = await on(at(name), 'show', ...words);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(problem);
  });

  it('is found in order', async () => {
    const at = folder();
    await settle(at(name), record, { ...record, customerId: 'fabrikam' });
    expect(await on(at(name), 'check')).toEqual({
      status: 0,
      stdout: '2 customers, 2 entries: no fault\n',
      stderr: '',
    });
  });

  it('loses one entry and keeps the reason, so that the record can be settled again', async () => {
    const at = folder();
    const second = { ...record, id: 'CR-2', canceledOn: '2025-01-08', paid: '1000.00' };
    const late = { ...record, id: 'CR-9', canceledOn: '2025-12-30' };
    await settle(at(name), record, second, late, { ...record, customerId: 'fabrikam' });
    const { status, stdout } = await on(at(name), 'forget', 'contoso', 'CR-9', '--reason', 'typo');
    expect(status).toBe(0);
    const { forgotten, ledger: after } = JSON.parse(stdout);
    expect(forgotten).toMatchObject({ customerId: 'contoso', id: 'CR-9', reason: 'typo' });
    expect(forgotten.forgottenAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    const shown = JSON.parse((await on(at(name), 'show', 'contoso')).stdout);
    expect(shown.ledger).toEqual(after);
    expect(shown.forgotten).toEqual([forgotten]);
    expect(after).toMatchObject({ lastDay: '2025-01-08', ids: [{ id: 'CR-1' }, { id: 'CR-2' }] });
    expect(JSON.parse((await on(at(name), 'show', 'fabrikam')).stdout).forgotten).toEqual([]);

    const twin = folder();
    await settle(twin(name), record, second, { ...record, customerId: 'fabrikam' });
    expect((await on(at(name), 'export')).stdout).toBe((await on(twin(name), 'export')).stdout);
    const right = await settle(at(name), { ...late, canceledOn: '2025-01-09' });
    expect(results(right.stdout)).toMatchObject([{ ok: true, id: 'CR-9' }]);
  });

  it('loses its last entry', async () => {
    const at = folder();
    await settle(at(name), record);
    const { stdout } = await on(at(name), 'forget', 'contoso', 'CR-1', '--reason', 'test');
    expect(JSON.parse(stdout).ledger).toEqual({ ...ledger, lastDay: null, days: [], ids: [] });
    expect(JSON.parse((await on(at(name), 'show', 'contoso')).stdout)).toMatchObject({
      day: null,
      limit: null,
    });
  });

  it('loses an earlier entry of a day, and one that used nothing', async () => {
    const at = folder();
    const policy = ['--policy', 'azure-2020-07'];
    const over = { ...record, id: 'CR-3', paid: '90000.00' };
    const input = ndjson(record, { ...record, id: 'CR-2', product: 'SapHana' }, over);
    await run(['settle', ...policy, '--ledger', at(name)], input);
    for (const id of ['CR-3', 'CR-1']) {
      expect((await on(at(name), 'forget', 'contoso', id, '--reason', 'test')).status).toBe(0);
    }
    const { ledger: after } = JSON.parse((await on(at(name), 'show', 'contoso')).stdout);
    expect(after).toMatchObject({ lastDay: '2025-01-07', ids: [{ id: 'CR-2' }] });
    expect(after.days).toHaveLength(1);
  });

  it('loses one of two entries of a day, as if it had never come', async () => {
    const at = folder();
    const second = { ...record, id: 'CR-2', paid: '1000.00' };
    await settle(at(name), record, second);
    const { stdout } = await on(at(name), 'forget', 'contoso', 'CR-2', '--reason', 'test');
    expect(JSON.parse(stdout)).toMatchObject({ ledger, forgotten: { usd: '865.53' } });
    expect(results((await on(at(name), 'export')).stdout)).toEqual([ledger]);
  });

  it('loses an entry of an earlier day than the last, which stays', async () => {
    const at = folder();
    await settle(at(name), record, { ...record, id: 'CR-2', canceledOn: '2025-01-09' });
    const { stdout } = await on(at(name), 'forget', 'contoso', 'CR-1', '--reason', 'test');
    expect(JSON.parse(stdout)).toMatchObject({
      ledger: { lastDay: '2025-01-09', days: [{ on: '2025-01-09' }], ids: [{ id: 'CR-2' }] },
    });
  });

  it('loses no entry of version 0.1.0 under a policy that states no fee', async () => {
    const at = folder({ 'own.json': ndjson(own) });
    const policy = await ownKey(at('own.json'), at('new.ndjson'));
    await keep(at(name), { ...oldLedger, ids: [{ ...entry, policy, facts: oldFacts }] });
    const words = ['--reason', 'test', '--policy', 'partner-center-2018-05'];
    const { status, stdout, stderr } = await on(at(name), 'forget', 'contoso', 'CR-1', ...words);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('policy');
  });

  it('loses an entry of a policy of one’s own without that policy', async () => {
    const at = folder({ 'own.json': ndjson(own) });
    await run(['settle', '--policy', at('own.json'), '--ledger', at(name)], ndjson(record));
    const { stdout } = await on(at(name), 'forget', 'contoso', 'CR-1', '--reason', 'test');
    expect(JSON.parse(stdout)).toMatchObject({ ledger: { lastDay: null, days: [], ids: [] } });
  });

  it('loses an entry of version 0.1.0', async () => {
    const at = folder();
    await keep(at(name), oldLedger);
    const { stdout } = await on(at(name), 'forget', 'contoso', 'CR-1', '--reason', 'test');
    expect(JSON.parse(stdout)).toMatchObject({
      forgotten: { facts: oldFacts, usd: '10386.41' },
      ledger: { lastDay: null, days: [], ids: [] },
    });
  });

  it('loses an entry of version 0.1.0 and of a policy of one’s own with that policy only', async () => {
    const at = folder({
      'own.json': ndjson(own),
      'other.json': ndjson({ ...own, feeRate: '0.2' }),
    });
    const policy = await ownKey(at('own.json'), at('new.ndjson'));
    const days = [{ on: '2025-01-07', usd: '10622.47' }];
    await keep(at(name), { ...oldLedger, days, ids: [{ ...entry, policy, facts: oldFacts }] });
    const forget = ['forget', 'contoso', 'CR-1', '--reason', 'test'] as const;
    for (const words of [[], ['--policy', at('other.json')]]) {
      const { status, stderr } = await on(at(name), ...forget, ...words);
      expect(stderr).toMatch(
        /CR-1 was answered under the policy own [0-9a-f]+: name its file with --policy/,
      );
      expect(status).toBe(3);
    }
    const { status, stdout } = await on(at(name), ...forget, '--policy', at('own.json'));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ledger: { lastDay: null, days: [] } });
  });

  it('loses no entry that used more than the ledger has', async () => {
    const at = folder({ 'own.json': ndjson(own) });
    const policy = await ownKey(at('own.json'), at('new.ndjson'));
    const days = [{ on: '2025-01-07', usd: '10622.46' }];
    await keep(at(name), { ...oldLedger, days, ids: [{ ...entry, policy, facts: oldFacts }] });
    const forget = ['forget', 'contoso', 'CR-1', '--reason', 'test'] as const;
    const { status, stderr } = await on(at(name), ...forget, '--policy', at('own.json'));
    expect(status).toBe(3);
    expect(stderr).toContain(
      'the entry CR-1 has 10622.47 USD refunded and 10622.47 USD cancelled, but the ledger has 10622.46 and 10622.46 on 2025-01-07',
    );
  });

  it.each([
    ['fabrikam', 'CR-1', 'has no customer fabrikam'],
    ['contoso', 'CR-2', 'customer contoso has no entry with the id CR-2'],
  ])('loses nothing of %s %s', async (customer, id, problem) => {
    const at = folder();
    await settle(at(name), record);
    const before = await on(at(name), 'export');
    const forgetting = await on(at(name), 'forget', customer, id, '--reason', 'test');
    expect(forgetting).toMatchObject({ status: 3, stdout: '' });
    expect(forgetting.stderr).toContain(problem);
    expect(await on(at(name), 'export')).toEqual(before);
  });
});

it('loses nothing of a malformed ledger, whose place is named', async () => {
  const at = folder({ l: ndjson(ledger, faulty) });
  await settle(at('l.db'), record);
  const database = new (await loadSqlite()).DatabaseSync(at('l.db'));
  database.exec("UPDATE customers SET days = '[7]'");
  database.close();
  for (const [name, place] of [
    ['l', 'l, line 2: days[0].on: '],
    ['l.db', 'l.db, customer contoso: days[0]: '],
  ] as const) {
    const { status, stdout, stderr } = await on(
      at(name),
      'forget',
      'contoso',
      'CR-1',
      ...['--reason', 'test'],
    );
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain(place);
  }
});

describe('ledger check', () => {
  it('tells every fault of a file', async () => {
    const at = folder({ l: ndjson(ledger, faulty, ledger, 5) });
    const { status, stdout } = await on(at('l'), 'check');
    expect(status).toBe(1);
    expect(stdout).toMatch(/l, line 2: days\[0\]\.on: expected .*\n/);
    expect(stdout).toMatch(/l, line 3: customer contoso comes twice\n/);
    expect(stdout).toMatch(/l, line 4: expected an object.*\n/);
    expect(stdout).toMatch(/\n1 customer, 2 entries: 3 faults\n$/);
  });

  it('tells every fault of a database, and shows the customer as it is', async () => {
    const at = folder();
    await settle(at('l.db'), record);
    const { DatabaseSync } = await loadSqlite();
    const database = new DatabaseSync(at('l.db'));
    database.exec("UPDATE customers SET last_day = 'never'");
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const sql = "SELECT rootpage AS page FROM sqlite_schema WHERE name = 'answers_by_day'";
    const page = database.prepare(sql).get()?.['page'] as number;
    database.close();
    const bytes = readFileSync(at('l.db'));
    // The number of entries in the index.
    writeFileSync(at('faulty.db'), bytes.fill(0, (page - 1) * 4_096 + 3, (page - 1) * 4_096 + 5));
    const { status, stdout } = await on(at('faulty.db'), 'check');
    expect(status).toBe(1);
    expect(stdout).toMatch(/faulty\.db: .*index answers_by_day/);
    expect(stdout).toMatch(/faulty\.db, customer contoso: lastDay: expected .*\n/);
    const shown = await on(at('faulty.db'), 'show', 'contoso');
    expect(shown.status).toBe(1);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      ledger: { lastDay: 'never' },
      faults: [expect.stringContaining('lastDay: expected ')],
      limit: null,
    });
  });
});

describe('readers of a ledger', () => {
  it('need no lock', async () => {
    const at = folder();
    await settle(at('l'), record);
    const lock = await LedgerLock.acquire(at('l'), 0);
    for (const argv of [['check'], ['export'], ['show', 'contoso']] as const) {
      expect(await on(at('l'), ...(argv as [string]))).toMatchObject({ status: 0, stderr: '' });
    }
    const forget = await on(at('l'), 'forget', 'contoso', 'CR-1', '--reason', 'test');
    expect(forget.stderr).toContain('is in use by another run');
    expect(forget.status).toBe(3);
    lock.release();
  });

  it('read a database while another process writes', async () => {
    const at = folder();
    await settle(at('l.db'), record);
    const { DatabaseSync } = await loadSqlite();
    const database = new DatabaseSync(at('l.db'));
    database.exec('BEGIN IMMEDIATE');
    database.exec("UPDATE customers SET last_day = 'never'");
    expect((await on(at('l.db'), 'check')).stdout).toBe('1 customer, 1 entry: no fault\n');
    database.exec('ROLLBACK');
    database.close();
  });
});

describe('the arguments of ledger', () => {
  it.each([
    [
      [],
      'ledger: expected one of import, export, show, check, forget, got nothing (see partner-rules help ledger)',
    ],
    [['drop'], 'ledger: expected one of import, export, show, check, forget, got "drop"'],
    [['exprt'], 'got "exprt" (did you mean "export"?)'],
    [['show', '--ledger', 'l'], 'expected ledger show --ledger LEDGER CUSTOMER, got ""'],
    [['check', 'x', '--ledger', 'l'], 'expected ledger check --ledger LEDGER, got "x"'],
    [['check'], 'ledger check: --ledger is missing'],
    [['check', '--ledger', 'no-such'], 'there is no ledger '],
    [
      ['check', '--ledger', 'l', '--on', '2025-01-01'],
      '--on can be used only with ledger show, not with ledger check',
    ],
    [
      ['check', '--ledger', 'l', '--reason', 'x'],
      '--reason can be used only with ledger forget, not with ledger check',
    ],
    [['forget', '--ledger', 'l', 'c', 'i'], 'ledger forget: --reason is missing'],
    [
      ['forget', '--ledger', 'l', 'c', 'i', '--reason', ' '],
      '--reason: expected a text that is not blank',
    ],
    [
      ['check', '--ledger', 'l', '--policy', 'x'],
      'a policy can be used only with ledger show and forget, not with ledger check',
    ],
    [
      ['check', '--ledger', 'l', '--format', 'x'],
      '--format cannot be used with ledger (see partner-rules help ledger)',
    ],
    [
      ['show', '--ledger', 'l', 'c', '--policy', 'x', '--as-of', 'y'],
      '--policy and --as-of cannot be used together',
    ],
  ])('are refused in %j', async (argv, problem) => {
    const { status, stdout, stderr } = await run(['ledger', ...argv]);
    expect(stderr).toContain(problem);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

it('keeps the reasons of removals next to a ledger file, for its owner', async () => {
  const at = folder({ l: ndjson(ledger) });
  await on(at('l'), 'forget', 'contoso', 'CR-1', '--reason', 'one');
  expect(results(readFileSync(at('l.forgotten'), 'utf8'))).toMatchObject([{ reason: 'one' }]);
  writeFileSync(at('l'), ndjson(ledger));
  await on(at('l'), 'forget', 'contoso', 'CR-1', '--reason', 'two');
  expect(results(readFileSync(at('l.forgotten'), 'utf8'))).toMatchObject([{}, { reason: 'two' }]);
  expect(existsSync(at('l.lock'))).toBe(false);
});
