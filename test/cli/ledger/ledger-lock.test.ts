import { spawnSync } from 'node:child_process';
import fs, {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Failure } from '../../../src/cli/io/problem.ts';
import { LedgerLock } from '../../../src/cli/ledger/ledger-lock.ts';
import { ownIdentity } from '../../../src/cli/ledger/process-identity.ts';
import { folder } from '../run.ts';

/** The claim that a run has written beside a lock. */
function readClaim(path: string): string {
  const name = readdirSync(path).find((one) => one.startsWith('ledger.lock.'));
  return join(path, name as string);
}

/** What a lock says of a process that has ended. */
function deadIdentity() {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return { ...ownIdentity(), token: 'dead', pid };
}

describe('LedgerLock', () => {
  it('names its process, and is gone once it is released', async () => {
    const at = folder();
    const lock = await LedgerLock.acquire(at('ledger'), 0);
    expect(JSON.parse(readFileSync(at('ledger.lock'), 'utf8'))).toEqual({
      ...ownIdentity(),
      token: expect.any(String),
    });
    expect(readdirSync(at('.'))).toEqual(['ledger.lock']);
    lock.check();
    lock.release();
    expect(readdirSync(at('.'))).toEqual([]);
  });

  it('refuses a second run at once, and lets it in when it waits', async () => {
    const at = folder();
    const first = await LedgerLock.acquire(at('ledger'), 0);
    const refused = LedgerLock.acquire(at('ledger'), 0);
    await expect(refused).rejects.toBeInstanceOf(Failure);
    await expect(refused).rejects.toThrow(
      `ledger is in use by another run, process ${process.pid} on `,
    );
    await expect(LedgerLock.acquire(at('ledger'), 0.15)).rejects.toThrow(
      'is in use by another run',
    );
    const second = LedgerLock.acquire(at('ledger'), 30);
    setTimeout(() => first.release(), 50);
    (await second).check();
  });

  it('takes over the lock of a dead process, and the claims of dead processes', async () => {
    const at = folder({ 'ledger.lock': JSON.stringify(deadIdentity()) });
    writeFileSync(at('ledger.lock.dead-claim'), JSON.stringify(deadIdentity()));
    writeFileSync(at('ledger.lock.cut-off'), '{"tok');
    utimesSync(at('ledger.lock.cut-off'), 1, 1);
    const elsewhere = { ...ownIdentity(), token: 'far', host: 'elsewhere' };
    writeFileSync(at('ledger.lock.elsewhere'), JSON.stringify(elsewhere));
    const lock = await LedgerLock.acquire(at('ledger'), 0);
    lock.check();
    lock.release();
    expect(readdirSync(at('.'))).toEqual(['ledger.lock.elsewhere']);
  });

  it.each([
    ['a process that is alive', () => ownIdentity()],
    ['a claim that is being written', () => undefined],
  ])('gives way to %s and takes over the same lock', async (_, identity) => {
    const at = folder({ 'ledger.lock': JSON.stringify(deadIdentity()) });
    const claim = { ...identity(), token: 'other' };
    writeFileSync(at('ledger.lock.other'), identity() === undefined ? '' : JSON.stringify(claim));
    const second = LedgerLock.acquire(at('ledger'), 0);
    let isIn = false;
    second.then(() => {
      isIn = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isIn).toBe(false);
    rmSync(at('ledger.lock.other'));
    (await second).check();
  });

  it('gives up when another process claims the lock for too long', async () => {
    const at = folder({ 'ledger.lock': JSON.stringify(deadIdentity()) });
    writeFileSync(at('ledger.lock.other'), JSON.stringify({ ...ownIdentity(), token: 'other' }));
    vi.useFakeTimers();
    try {
      const refused = expect(LedgerLock.acquire(at('ledger'), 0)).rejects.toThrow(
        'ledger is about to be used by another run: try again',
      );
      await vi.advanceTimersByTimeAsync(10_000);
      await refused;
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['of another host', { ...ownIdentity(), token: 't', host: 'elsewhere', pid: 2 ** 30 }],
    ['that is no lock', 'something else'],
    ['that is other JSON', '{"token":7}'],
    ['that is empty', ''],
  ])('never takes a lock %s', async (_, content) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const at = folder({ 'ledger.lock': text });
    await expect(LedgerLock.acquire(at('ledger'), 0)).rejects.toThrow(/is in use by another run/);
    expect(readFileSync(at('ledger.lock'), 'utf8')).toBe(text);
    expect(readdirSync(at('.'))).toEqual(['ledger.lock']);
  });

  it('notices that somebody removed it, and removes no lock of another run', async () => {
    const at = folder();
    const lock = await LedgerLock.acquire(at('ledger'), 0);
    rmSync(at('ledger.lock'));
    expect(() => lock.check()).toThrow('ledger.lock was removed while it was in use');
    await LedgerLock.acquire(at('ledger'), 0);
    lock.release();
    expect(existsSync(at('ledger.lock'))).toBe(true);
  });

  it('throws what the system says if no lock can be made', async () => {
    await expect(LedgerLock.acquire(folder()('no/ledger'), 0)).rejects.toThrow('ENOENT');
    meanwhile('linkSync', () => fail('EPERM'));
    await expect(LedgerLock.acquire(folder()('ledger'), 0)).rejects.toThrow('EPERM');
  });

  it('leaves nothing behind if the disk is full', async () => {
    const at = folder();
    meanwhile('fsyncSync', () => fail('ENOSPC'));
    const acquiring = LedgerLock.acquire(at('ledger'), 0);
    await expect(acquiring).rejects.toBeInstanceOf(Failure);
    await expect(acquiring).rejects.toThrow(/could not be written completely \(ENOSPC\)$/);
    expect(readdirSync(at('.'))).toEqual([]);
  });
});

/** Does something just before the next call of a function of `node:fs`, as another process might. */
function meanwhile(
  name: 'linkSync' | 'fsyncSync' | 'renameSync' | 'readdirSync',
  before: () => void,
) {
  const original = fs[name] as (...args: unknown[]) => unknown;
  const spy = vi.spyOn(fs, name);
  const restore = () => {
    spy.mockRestore();
    syncBuiltinESMExports();
  };
  spy.mockImplementationOnce(((...args: unknown[]) => {
    restore();
    before();
    return original(...args);
  }) as never);
  syncBuiltinESMExports();
  onTestFinished(restore);
}

function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}

describe('a lock that changes while it is tried', () => {
  const alive = () => JSON.stringify({ ...ownIdentity(), token: 'alive' });

  it('is taken if it was released after it was met', async () => {
    const at = folder();
    meanwhile('linkSync', () => fail('EEXIST'));
    (await LedgerLock.acquire(at('ledger'), 0)).check();
  });

  it.each(['readdirSync', 'renameSync'] as const)(
    'belongs to the run that took over a dead one just before %s',
    async (step) => {
      const at = folder({ 'ledger.lock': JSON.stringify(deadIdentity()) });
      meanwhile(step, () => {
        if (step === 'readdirSync') writeFileSync(at('ledger.lock'), alive());
        else writeFileSync(readClaim(at('.')), alive());
      });
      await expect(LedgerLock.acquire(at('ledger'), 0)).rejects.toThrow('is in use by another run');
      expect(readFileSync(at('ledger.lock'), 'utf8')).toBe(alive());
    },
  );

  it('is taken over past a claim that was withdrawn while the folder was read', async () => {
    const at = folder({ 'ledger.lock': JSON.stringify(deadIdentity()) });
    const names = readdirSync(at('.'));
    const spy = vi.spyOn(fs, 'readdirSync');
    spy.mockReturnValueOnce([...names, 'ledger.lock.withdrawn'] as never);
    syncBuiltinESMExports();
    const lock = await LedgerLock.acquire(at('ledger'), 0);
    spy.mockRestore();
    syncBuiltinESMExports();
    lock.check();
  });
});
