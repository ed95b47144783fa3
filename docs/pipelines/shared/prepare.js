import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Makes a fresh clone ready to run a pipeline: builds partner-rules, installs the packages of the
 * pipeline's folder, and the Debian package of its server. What is there is left as it is.
 */
export function prepare(folder, { debianPackage, program }) {
  if (!existsSync(`${root}/node_modules`)) run(root, 'npm', 'ci', '--no-audit', '--no-fund');
  run(root, 'npm', 'run', '--silent', 'build');
  const at = fileURLToPath(folder);
  if (!existsSync(`${at}/node_modules`)) run(at, 'npm', 'ci', '--no-audit', '--no-fund');
  if (existsSync(program)) return;
  const asRoot = process.getuid() === 0 ? [] : ['sudo'];
  run(root, ...asRoot, 'apt-get', 'update');
  run(root, ...asRoot, 'apt-get', 'install', '-y', '--no-install-recommends', debianPackage);
}

function run(cwd, command, ...args) {
  process.stdout.write(`$ ${command} ${args.join(' ')}\n`);
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
