import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The identity of a process, which no other has, also after a restart of it or of its host. */
export interface ProcessIdentity {
  readonly host: string;
  /** Of the operating system's installation; empty if the system has none. */
  readonly machine: string;
  /** Of the running kernel; empty if the system has none. */
  readonly boot: string;
  /** Processes see each other only within one; empty if the system has none. */
  readonly namespace: string;
  readonly pid: number;
  /** In the system's own unit; empty if it is unknown. */
  readonly started: string;
}

/** Reads what the system says about itself and this process. */
export function ownIdentity(): ProcessIdentity {
  return {
    host: hostname(),
    machine: textIn('/etc/machine-id'),
    boot: textIn('/proc/sys/kernel/random/boot_id'),
    namespace: namespaceOf('self'),
    pid: process.pid,
    started: stateOf('self')?.started ?? '',
  };
}

/** Returns whether the process of an identity surely runs no more. If in doubt, it runs. */
export function isDead(other: ProcessIdentity, own: ProcessIdentity): boolean {
  const isRebooted = other.boot !== '' && own.boot !== '' && other.boot !== own.boot;
  // Hosts may have the same name; only the same machine, started anew, has lost all its processes.
  if (isRebooted) return own.machine !== '' && isSameHost(other, own);
  if (!canSeeEachOther(other, own)) return false;
  if (other.started === '' || own.started === '') return !answersSignals(other.pid);
  const state = stateOf(String(other.pid));
  return state === undefined || state.isOver || state.started !== other.started;
}

function isSameHost(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.host === other.host && one.machine === other.machine;
}

/** Returns whether two processes see the same processes, so that each can tell whether the other is dead. */
export function canSeeEachOther(one: ProcessIdentity, other: ProcessIdentity): boolean {
  const names = ['host', 'machine', 'boot', 'namespace'] as const;
  return names.every((name) => one[name] === other[name]);
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function namespaceOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return '';
  }
}

interface ProcessState {
  readonly started: string;
  /** True if it has ended and only waits for its parent to notice. */
  readonly isOver: boolean;
}

/** From `/proc`; none if there is no such process. */
function stateOf(pid: string): ProcessState | undefined {
  // The program's name, in parentheses, may contain anything.
  const [, rest] = /^.*\) (.*)$/s.exec(textIn(`/proc/${pid}/stat`)) ?? [];
  if (rest === undefined) return undefined;
  const fields = rest.split(' ');
  return { started: fields[19] as string, isOver: /^[ZXx]$/.test(fields[0] as string) };
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
