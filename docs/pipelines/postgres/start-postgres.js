import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Starts a cluster of one's own, with all its files and its socket in a directory. */
export async function startPostgres(directory) {
  const programs = newestPrograms();
  const user = unprivilegedUser();
  chownSync(directory, user.uid, user.gid);
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const options = { ...user, cwd: directory, env, stdio: 'ignore' };
  const data = ['-D', `${directory}/data`];

  const cluster = [...data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8'];
  execFileSync(`${programs}/initdb`, cluster, options);
  // It listens at a socket in the directory: no port, hence none that is taken.
  const listening = ['-k', directory, '-c', 'listen_addresses='];
  const server = spawn(`${programs}/postgres`, [...data, ...listening], options);
  process.prependOnceListener('exit', () => server.kill('SIGQUIT')); // at once
  const isReady = () => spawnSync(`${programs}/pg_isready`, ['--host', directory]).status === 0;
  for (let tries = 0; !isReady(); tries += 1) {
    if (tries > 200 || server.exitCode !== null) throw new Error('postgres does not start');
    await wait(50);
  }
  return {
    address: `postgres://postgres@/postgres?host=${directory}`,
    async stop() {
      const exit = once(server, 'exit');
      server.kill('SIGINT'); // ends the connections, then itself
      await exit;
    },
  };
}

/** Debian puts the programs of each version into a folder of their own. */
function newestPrograms() {
  const root = '/usr/lib/postgresql';
  const versions = readdirSync(root).filter((name) => existsSync(`${root}/${name}/bin/initdb`));
  const newest = Math.max(...versions.map(Number));
  return `${root}/${newest}/bin`;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its Debian package made. */
function unprivilegedUser() {
  const uid = process.getuid();
  if (uid !== 0) return { uid, gid: process.getgid() };
  const id = (option) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
