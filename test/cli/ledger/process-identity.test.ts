import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { hostname } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { isDead, ownIdentity } from '../../../src/cli/ledger/process-identity.ts';

describe('ownIdentity', () => {
  it('leaves empty what a system without /proc cannot say', () => {
    const none = () => {
      throw Object.assign(new Error('none'), { code: 'ENOENT' });
    };
    vi.spyOn(fs, 'readFileSync').mockImplementation(none);
    vi.spyOn(fs, 'readlinkSync').mockImplementation(none);
    syncBuiltinESMExports();
    const identity = ownIdentity();
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    const unknown = { machine: '', boot: '', namespace: '', started: '' };
    expect(identity).toEqual({ host: hostname(), pid: process.pid, ...unknown });
  });
});

const linux = { machine: 'm', boot: 'b', namespace: 'n', started: '1' };
const own = { ...ownIdentity(), ...linux };

describe('isDead', () => {
  it('sees that this process is alive', () => {
    expect(isDead(ownIdentity(), ownIdentity())).toBe(false);
  });

  it('sees that a process has ended, and that its number was given to another one', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    await once(child, 'spawn');
    const identity = { ...ownIdentity(), pid: child.pid as number };
    expect(isDead({ ...identity, started: '' }, ownIdentity())).toBe(false);
    if (ownIdentity().started !== '') {
      expect(isDead({ ...identity, started: '1' }, ownIdentity())).toBe(true);
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(isDead(identity, ownIdentity())).toBe(true);
    expect(isDead({ ...identity, started: '' }, ownIdentity())).toBe(true);
  });

  it('takes a process of the same machine before its last start for dead', () => {
    expect(isDead({ ...own, boot: 'before' }, own)).toBe(true);
  });

  it.each([
    ['of another host', { host: 'elsewhere' }],
    ['of another machine of the same name', { machine: 'other' }],
    ['of another machine of the same name and another start', { machine: 'other', boot: 'other' }],
    ['of another container', { namespace: 'other' }],
  ])('takes a process %s for alive, whatever its number', (_, difference) => {
    expect(isDead({ ...own, pid: 2 ** 30, ...difference }, own)).toBe(false);
  });

  it('takes a process after another start for alive if the machine has no name', () => {
    const nameless = { ...own, machine: '' };
    expect(isDead({ ...nameless, boot: 'other' }, nameless)).toBe(false);
  });
});
