import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export const program = '/usr/sbin/nats-server';

/** Starts a server of one's own on a free port, with everything that it writes in a directory. */
export async function startNats(directory) {
  const child = spawn(
    program,
    [
      ...['--jetstream', '--store_dir', directory],
      ...['--addr', '127.0.0.1', '--port', '-1', '--ports_file_dir', directory],
      ...['--log', `${directory}/log`],
    ],
    { stdio: 'ignore' },
  );
  process.prependOnceListener('exit', () => child.kill('SIGKILL'));
  const ports = `${directory}/nats-server_${child.pid}.ports`;
  for (let tries = 0; !existsSync(ports); tries += 1) {
    if (tries > 200 || child.exitCode !== null) throw new Error('nats-server does not start');
    await wait(50);
  }
  const { nats } = JSON.parse(readFileSync(ports, 'utf8'));
  return {
    address: nats[0],
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
