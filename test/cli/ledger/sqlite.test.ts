import { describe, expect, it, vi } from 'vitest';
import { Failure } from '../../../src/cli/io/problem.ts';
import { hasWalFix, loadSqlite, withSqlite } from '../../../src/cli/ledger/sqlite.ts';

describe('hasWalFix', () => {
  it.each([
    ['3.44.5', false],
    ['3.44.6', true],
    ['3.45.1', false],
    ['3.50.6', false],
    ['3.50.7', true],
    ['3.51.0', false],
    ['3.51.2', false],
    ['3.51.3', true],
    ['3.54.1', true],
    ['4.0.0', true],
  ])('knows whether SQLite %s has it: %s', (version, has) => {
    expect(hasWalFix(version)).toBe(has);
  });
});

describe('loadSqlite', () => {
  const own = vi.spyOn(process, 'getBuiltinModule');

  /** A module whose database has a version. */
  const sqlite = (version: string) =>
    class {
      prepare() {
        return { get: () => ({ version }) };
      }
      close() {}
    };

  it('prefers the SQLite of Node itself', async () => {
    const module = { DatabaseSync: sqlite('3.54.1') };
    own.mockReturnValueOnce(module as never);
    expect(await loadSqlite()).toBe(module);
  });

  it('says nothing of a SQLite that Node calls experimental', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    own.mockImplementationOnce(() => {
      process.emitWarning('SQLite is an experimental feature');
      return { DatabaseSync: sqlite('3.54.1') } as never;
    });
    await loadSqlite();
    expect(warn).not.toHaveBeenCalled();
    expect(process.emitWarning).toBe(warn);
    warn.mockRestore();
  });

  it('takes the installed package if Node has none, or one that may lose records', async () => {
    own.mockReturnValueOnce(undefined as never);
    expect(await loadSqlite()).toHaveProperty('DatabaseSync');
    const old = { DatabaseSync: sqlite('3.47.2') };
    own.mockReturnValueOnce(old as never);
    expect(await loadSqlite()).not.toBe(old);
  });

  it.each(['none', '3.45.1'])('says what to install if there is only %s', async (version) => {
    vi.doMock('@photostructure/sqlite', () => {
      if (version === 'none') throw new Error('not found');
      return { DatabaseSync: sqlite(version) };
    });
    own.mockReturnValueOnce(undefined as never);
    const loading = loadSqlite();
    await expect(loading).rejects.toBeInstanceOf(Failure);
    await expect(loading).rejects.toThrow('install the package @photostructure/sqlite');
    vi.doUnmock('@photostructure/sqlite');
  });
});

describe('withSqlite', () => {
  const fail = (error: Error): never => {
    throw error;
  };

  it.each([
    [5, 'is locked by another program: wait longer with --wait SECONDS'],
    [261, 'is locked by another program: wait longer with --wait SECONDS'],
    [6, 'is locked by another program: wait longer with --wait SECONDS'],
    [8, 'can be read only'],
    [778, 'could not be read or written'],
    [11, 'is damaged'],
    [13, 'could not be written, because the disk is full'],
    [14, 'could not be opened'],
    [26, 'is no SQLite database'],
    [1, 'could not be used'],
  ])('explains the code %i', (errcode, problem) => {
    const error = Object.assign(new Error('said'), { errcode });
    const run = () => withSqlite('/l.db', () => fail(error));
    expect(run).toThrow(new Failure(`/l.db ${problem} (SQLite: said)`));
  });

  it('throws any other error on', () => {
    const error = new TypeError('a bug');
    expect(() => withSqlite('/l.db', () => fail(error))).toThrow(error);
  });
});
