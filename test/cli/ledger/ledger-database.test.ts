import fs, {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { LedgerLock } from '../../../src/cli/ledger/ledger-lock.ts';
import { type Database, loadSqlite } from '../../../src/cli/ledger/sqlite.ts';
import { main } from '../../../src/cli/main.ts';
import { createSettlement, type RefundLedger } from '../../../src/reservations/index.ts';
import { folder, ndjson, record, results, run } from '../run.ts';

const { DatabaseSync } = await loadSqlite();

function withDatabase<T>(path: string, use: (database: Database) => T): T {
  const database = new DatabaseSync(path, { timeout: 1 });
  try {
    return use(database);
  } finally {
    database.close();
  }
}

/** A copy without what SQLite has only in its log, and without the log. */
function copyOf(path: string): string {
  withDatabase(path, (database) => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  copyFileSync(path, `${path}.copy.db`);
  return `${path}.copy.db`;
}

async function settle(ledger: string, ...records: readonly unknown[]) {
  return run(['settle', '--ledger', ledger], ndjson(...records));
}

async function ledgersIn(ledger: string): Promise<RefundLedger[]> {
  const { stdout, stderr } = await run(['ledger', 'export', '--ledger', ledger]);
  expect(stderr).toBe('');
  return results(stdout) as RefundLedger[];
}

/** As the library itself would go on from them: forgotten entries removed, the rest in order. */
function inForce(ledgers: readonly RefundLedger[]): RefundLedger[] {
  const kept = [...createSettlement({ ledgers }).ledgers()];
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  return kept.map((ledger) => ({ ...ledger, ids: [...ledger.ids].sort(byId) }));
}

/** Numbers from 0 up to, and without, 1: the same ones for a seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Cancellations over some years: repeats, edited repeats, days out of order, refusals far ahead. */
function recordsOf(seed: number, count: number): object[] {
  const random = randomOf(seed);
  const below = (most: number) => Math.floor(random() * most);
  const day = (offset: number) =>
    new Date(Date.UTC(2021, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
  let now = 400;
  return Array.from({ length: count }, (_, n) => {
    now += below(30);
    const isAhead = below(9) === 0;
    const canceled = now + (isAhead ? 700 : 0) - (below(9) === 0 ? 3 : 0);
    return {
      id: `CR-${below(3) === 0 ? below(n + 1) : n}`,
      customerId: `customer-${below(4)}`,
      paid: isAhead ? '900000.00' : `${1_000 + below(30_000)}.00`,
      currency: 'USD',
      term: 'P1Y',
      purchasedOn: day(canceled - below(300)),
      canceledOn: day(canceled),
      used: below(2) === 0,
    };
  });
}

describe('settle with a database', () => {
  it.each([
    ['partner-center-2020-08', 1],
    ['partner-center-2020-08', 2],
    ['azure-2020-07', 3],
    ['azure-2020-07', 4],
  ])(
    'answers as with a file, however the records come in runs: %s, seed %i',
    async (policy, seed) => {
      const at = folder();
      const records = recordsOf(seed, 240);
      for (let from = 0; from < records.length; ) {
        const size = 1 + ((from * 7 + seed) % 37);
        const input = ndjson(...records.slice(from, from + size));
        // Now and then under another policy.
        const used = from % 5 === 4 ? 'partner-center-2020-08' : policy;
        const argv = ['settle', '--policy', used, '--ledger'];
        const database = await run([...argv, at('l.db')], input);
        expect(database).toEqual(await run([...argv, at('l.ndjson')], input));
        from += size;
      }
      const [stored, kept] = [await ledgersIn(at('l.db')), await ledgersIn(at('l.ndjson'))];
      expect(inForce(stored)).toEqual(inForce(kept));
      expect(await run(['ledger', 'check', '--ledger', at('l.db')])).toMatchObject({ status: 0 });
      // What is forgotten does not stay for ever.
      expect(stored.flatMap(({ ids }) => ids).length).toBeLessThan(170);
    },
  );

  it('prints the stored answers when a run is repeated', async () => {
    const at = folder();
    const records = Array.from({ length: 40 }, (_, n) => ({
      ...{ ...record, id: `CR-${n}`, customerId: `customer-${n % 3}`, paid: '9000.00' },
      ...(n % 7 === 0 ? { used: 'no' } : {}),
    }));
    const first = results((await settle(at('l.db'), ...records)).stdout) as { ok: boolean }[];
    const second = results((await settle(at('l.db'), ...records)).stdout);
    const repeated = first.map((one) => (one.ok ? { ...one, repeated: true } : one));
    expect(second).toEqual(repeated);
  });

  it('keeps names apart that SQLite would take for the same', async () => {
    const at = folder();
    const names = ['a\u0000b', 'a\u0000c', 'a', '\ud800', '\ud801', '\ufffd', '"a"', '"', 'A'];
    const records = names.flatMap((customerId) =>
      names.map((id) => ({ ...record, id, customerId, paid: '10.00' })),
    );
    expect((await settle(at('l.db'), ...records)).status).toBe(0);
    const stored = await ledgersIn(at('l.db'));
    expect(stored.map(({ customerId }) => customerId)).toEqual(names);
    for (const { ids } of stored) expect(ids.map(({ id }) => id)).toEqual(names);
  });

  it('prints results only once they are kept, and keeps the batches before a failure', async () => {
    const at = folder();
    const keptAtPrint: number[] = [];
    const stdout = Object.assign(new PassThrough(), { isTTY: false });
    stdout._write = (_chunk, _encoding, done) => {
      const sql = 'SELECT count(*) AS count FROM answers';
      keptAtPrint.push(
        withDatabase(at('l.db'), (it) => it.prepare(sql).get())?.['count'] as number,
      );
      done(keptAtPrint.length < 2 ? null : Object.assign(new Error('EPIPE'), { code: 'EPIPE' }));
    };
    const chunks = ['a', 'b', 'c'].map((id) => Buffer.from(ndjson({ ...record, id })));
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    const argv = ['settle', '--ledger', at('l.db')];
    expect(await main(argv, { stdin: Readable.from(chunks), stdout, stderr })).toBe(141);
    expect(keptAtPrint).toEqual([1, 2]);
    const rerun = await settle(at('l.db'), ...['a', 'b', 'c'].map((id) => ({ ...record, id })));
    expect(results(rerun.stdout)).toMatchObject([{ repeated: true }, { repeated: true }, {}]);
  });

  it('shows what every customer has left, in a table', async () => {
    const at = folder();
    await settle(at('l.db'), { ...record, customerId: 'other' });
    const argv = ['settle', '--format', 'table', '--ledger', at('l.db')];
    const { stdout } = await run(argv, ndjson(record));
    expect(stdout).toMatch(/\nother +2025-01-07 +10,386\.41 +39,613\.59/);
    expect(stdout).toMatch(/\ncontoso +2025-01-07 +10,386\.41 +39,613\.59/);
  });

  it('is for its owner only', async () => {
    const at = folder();
    await settle(at('l.db'), record);
    for (const name of readdirSync(at('.'))) {
      expect(name).toMatch(/^l\.db(-wal|-shm)?$/);
      expect(statSync(at(name)).mode & 0o777).toBe(0o600);
    }
  });

  it('recognizes a database by its first bytes, whatever its name', async () => {
    const at = folder();
    await settle(at('l.db'), record);
    renameSync(copyOf(at('l.db')), at('ledgers'));
    expect(results((await settle(at('ledgers'), record)).stdout)).toMatchObject([
      { repeated: true },
    ]);
  });
});

describe('a database that cannot be used', () => {
  it.each([
    ['another program', 'PRAGMA application_id = 7', 'is a database of another program'],
    [
      'a later version',
      'PRAGMA user_version = 2',
      'was written by a later version of partner-rules (schema 2, expected 1)',
    ],
    ['no version', 'PRAGMA user_version = 0', 'has no known schema (0)'],
    ['other tables', 'DROP TABLE answers', 'could not be used (SQLite: no such table: answers)'],
  ])('is refused when it is of %s', async (_, sql, problem) => {
    const at = folder();
    await settle(at('l.db'), record);
    withDatabase(at('l.db'), (database) => database.exec(sql));
    expect(await settle(at('l.db'), record)).toEqual({
      status: 3,
      stdout: '',
      stderr: `partner-rules: ${at('l.db')} ${problem}\n`,
    });
  });

  it.each([
    ['is no database', (path: string) => writeFileSync(path, '{"customerId":"contoso"}\n')],
    ['is cut off', (path: string) => truncateSync(path, 8_192)],
    ['is cut off to nothing', (path: string) => truncateSync(path, 0)],
    [
      'is overwritten in part',
      (path: string) => {
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(0xa5, 4_096, 8_192));
      },
    ],
  ])('is refused when it %s', async (_, spoil) => {
    const at = folder();
    await settle(at('l.db'), record);
    const path = copyOf(at('l.db'));
    spoil(path);
    const before = readFileSync(path);
    const { status, stdout, stderr } = await settle(path, record);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/copy\.db (is (no SQLite database|damaged|empty)|could not be used)/);
    expect(readFileSync(path)).toEqual(before);
  });

  it.each([
    [
      'a customer',
      'UPDATE customers SET days = \'[{"on":"2025-01-07","usd":"x"}]\'',
      'days[0].usd',
    ],
    ['text that is no JSON', "UPDATE customers SET days = '['", 'JSON'],
    ['an entry', "UPDATE answers SET facts = 'x'", 'ids[0].facts'],
  ])('is refused with the customer of a malformed row: %s', async (_, sql, problem) => {
    const at = folder();
    await settle(at('l.db'), record);
    withDatabase(at('l.db'), (database) => database.exec(sql));
    const { status, stdout, stderr } = await settle(at('l.db'), { ...record, id: 'CR-2' });
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('contoso: ');
    expect(stderr).toContain(problem);
    // Other customers are served.
    expect((await settle(at('l.db'), { ...record, customerId: 'other' })).status).toBe(0);
  });

  it('is refused when another program writes for longer than the wait', async () => {
    const at = folder();
    await settle(at('l.db'), record);
    const argv = ['settle', '--wait', '0.1', '--ledger', at('l.db')];
    const database = new DatabaseSync(at('l.db'));
    database.exec('BEGIN IMMEDIATE');
    const { status, stdout, stderr } = await run(argv, ndjson(record));
    database.close();
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('is locked by another program: wait longer with --wait SECONDS');
    expect((await run(argv, ndjson(record))).status).toBe(0);
  });

  it('is refused once another file has taken its place', async () => {
    const at = folder();
    await settle(at('l.db'), record);
    await settle(at('new.db'), record);
    async function* meanwhile() {
      yield Buffer.from(ndjson({ ...record, id: 'CR-2' }));
      while (printed === '') await setTimeout(1);
      renameSync(at('new.db'), at('l.db'));
      yield Buffer.from(ndjson({ ...record, id: 'CR-3' }));
    }
    const stdout = Object.assign(new PassThrough(), { isTTY: false });
    let printed = '';
    stdout.on('data', (chunk) => {
      printed += String(chunk);
    });
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    const argv = ['settle', '--ledger', at('l.db')];
    expect(await main(argv, { stdin: Readable.from(meanwhile()), stdout, stderr })).toBe(3);
    expect(String(stderr.read())).toContain('l.db was replaced meanwhile by another program');
    expect(results(printed)).toMatchObject([{ id: 'CR-2' }]);
  });

  it('is refused once it was removed', async () => {
    const at = folder();
    await settle(at('l.db'), record);
    async function* meanwhile() {
      rmSync(at('l.db'));
      yield Buffer.from(ndjson({ ...record, id: 'CR-2' }));
    }
    const stdout = Object.assign(new PassThrough(), { isTTY: false });
    const stderr = Object.assign(new PassThrough(), { isTTY: false });
    const argv = ['settle', '--ledger', at('l.db')];
    expect(await main(argv, { stdin: Readable.from(meanwhile()), stdout, stderr })).toBe(3);
    expect(String(stderr.read())).toContain('l.db was replaced meanwhile by another program');
    expect(stdout.read()).toBe(null);
  });

  it('is used as it is if another run has made it first', async () => {
    const at = folder();
    await settle(at('first.db'), record);
    const lock = await LedgerLock.acquire(at('l.db'), 0);
    const settling = settle(at('l.db'), record);
    await setTimeout(250);
    renameSync(copyOf(at('first.db')), at('l.db'));
    lock.release();
    expect(results((await settling).stdout)).toMatchObject([{ repeated: true }]);
  });

  it('is not made anew when only its log is left', async () => {
    const at = folder({ 'l.db-wal': 'what was settled' });
    const { status, stdout, stderr } = await settle(at('l.db'), record);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('l.db is gone, but');
    expect(readdirSync(at('.'))).toEqual(['l.db-wal']);
  });
});

describe.each(['l.db', 'l.ndjson'])('a ledger named %s', (name) => {
  it('is refused when it has several names', async () => {
    const at = folder();
    await settle(at(name), record);
    linkSync(at(name), at('other'));
    for (const one of [name, 'other']) {
      const { status, stdout, stderr } = await settle(at(one), { ...record, id: 'CR-2' });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('has several names (hard links)');
    }
  });

  it('is refused when it is a directory', async () => {
    const at = folder();
    mkdirSync(at(name));
    const { status, stdout, stderr } = await settle(at(name), record);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`expected a file of ledgers, got ${at(name)}, which is not a file`);
  });

  it('is refused, and locked no more, when it cannot be written', async () => {
    const at = folder();
    await settle(at(name), record);
    const before = readdirSync(at('.'));
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    vi.spyOn(fs, 'accessSync').mockImplementation(() => {
      throw denied;
    });
    syncBuiltinESMExports();
    const { status, stdout, stderr } = await settle(at(name), { ...record, id: 'CR-2' });
    vi.mocked(fs.accessSync).mockRestore();
    syncBuiltinESMExports();
    expect(status).toBe(name === 'l.db' ? 3 : 2);
    expect({ stdout, stderr }).toEqual({
      stdout: '',
      stderr: 'partner-rules: EACCES: permission denied\n',
    });
    expect(readdirSync(at('.'))).toEqual(before);
  });

  it('answers a line that is no record', async () => {
    const at = folder();
    const lines = `{"id":1,"id":2}\n{\n${ndjson(record)}`;
    const { status, stdout } = await run(['settle', '--ledger', at(name)], lines);
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      { ok: false, line: 1, issues: [{ path: ['id'], code: 'duplicate' }] },
      { ok: false, line: 2, issues: [{ code: 'malformed-json' }] },
      { ok: true, id: 'CR-1' },
    ]);
  });

  it('is left alone when the policy states no fee', async () => {
    const at = folder();
    const argv = ['settle', '--policy', 'partner-center-2018-05', '--ledger', at(name)];
    const { status, stdout, stderr } = await run(argv, ndjson(record));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^partner-rules: --policy partner-center-2018-05: /);
    expect((await settle(at(name), record)).status).toBe(0);
  });

  it('takes no record without an id', async () => {
    const at = folder();
    const { id: _, ...nameless } = record;
    const { status, stdout } = await settle(at(name), nameless, { ...nameless, used: 1 });
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      { ok: false, customerId: 'contoso', issues: [{ path: ['id'], code: 'missing-field' }] },
      {
        ok: false,
        issues: [{ path: ['used'] }, { path: ['id'] }],
      },
    ]);
    expect(await ledgersIn(at(name))).toEqual([]);
  });

  it('takes no record of a later day than it may', async () => {
    const at = folder();
    const argv = ['settle', '--not-after', '2025-01-07', '--ledger', at(name)];
    const late = { ...record, id: 'CR-2', canceledOn: '2025-01-08' };
    const { status, stdout } = await run(argv, ndjson(late, record));
    expect(status).toBe(1);
    expect(results(stdout)).toMatchObject([
      {
        ok: false,
        issues: [
          {
            path: ['canceledOn'],
            code: 'out-of-order',
            message: 'canceledOn: expected a day up to 2025-01-07 (--not-after), got "2025-01-08"',
          },
        ],
      },
      { ok: true },
    ]);
  });

  it('is kept without a word when the run is quiet', async () => {
    const at = folder();
    const argv = ['settle', '--quiet', '--ledger', at(name)];
    expect(await run(argv, ndjson(record))).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await ledgersIn(at(name))).toMatchObject([{ lastDay: '2025-01-07' }]);
    expect((await run(argv, ndjson(5))).status).toBe(1);
  });
});

describe('the options of ledgers', () => {
  it.each([
    [['settle', '--wait', '1'], '--wait can be used only with --ledger'],
    [['settle', '--quiet'], '--quiet can be used only with --ledger'],
    [
      ['quote', '--not-after', '2025-01-01'],
      '--not-after can be used only with settle, not with quote',
    ],
    [['market', '--quiet'], '--quiet can be used only with settle, not with market'],
    [['settle', '--reason', 'x'], '--reason can be used only with ledger, not with settle'],
    [['settle', '--ledger', 'x', '--wait', '-1'], "Option '--wait' argument is ambiguous"],
    [
      ['settle', '--ledger', 'x', '--wait', '1e3'],
      '--wait: expected seconds from 0 to 86400, got "1e3"',
    ],
    [['settle', '--ledger', 'x', '--wait', '86401'], 'seconds from 0 to 86400, got "86401"'],
    [['settle', '--not-after', '2025-02-30'], '--not-after: expected a day and time that exist'],
  ])('are refused in %j', async (argv, problem) => {
    const { status, stdout, stderr } = await run(argv);
    expect(stderr).toContain(problem);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
