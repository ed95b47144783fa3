// What comes with the package: known vulnerabilities, licences and install scripts of what it needs, its
// bill of materials, and whether it works as other package managers install it. A line for each check;
// ends with 1 where one fails. Needs `npm --prefix test/managers ci`.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyProject, expect, expectRefund, pack, root } from './packed.js';

/** Licences that ask nothing of a program but to name its authors. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];
const LEVELS = ['critical', 'high', 'moderate', 'low', 'info'];
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall'];

const { version } = readJson(join(root, 'package.json'));
const temporary = mkdtempSync(join(tmpdir(), 'partner-rules-supply-'));

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Every package of a lock file, the project itself apart. */
function packagesOf(lock) {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, facts]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      isOfRun: facts.dev !== true && facts.devOptional !== true,
      ...facts,
    }));
}

function named(packages) {
  return packages.map(({ name, version }) => `${name}@${version}`).sort();
}

/** What npm answers as JSON. It exits with 1 where it found something, too. */
function askNpm(...args) {
  const { stdout } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

function checkVulnerabilities(what, levels, ...args) {
  const { message, metadata } = askNpm('audit', '--json', ...args);
  if (metadata === undefined) {
    console.log(`--  vulnerabilities ${what}: not known, the registry does not tell (${message})`);
    return;
  }
  const counts = levels.map((level) => `${level} ${metadata.vulnerabilities[level]}`).join(', ');
  const none = levels.map((level) => `${level} 0`).join(', ');
  expect(`vulnerabilities ${what} (${levels.join(', ')}): none`, counts, none);
}

/** Whether a licence, or one of those that may be chosen, is permissive. */
function isPermissive(licence = 'unknown') {
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return choices.some((choice) => PERMISSIVE.includes(choice));
}

function checkLicences(what, packages, isRefused) {
  const times = {};
  for (const { license = 'unknown' } of packages) times[license] = (times[license] ?? 0) + 1;
  const counts = Object.entries(times)
    .sort(([, a], [, b]) => b - a)
    .map((entry) => entry.join(' '));
  const others = packages.filter(({ license }) => !isPermissive(license));
  const list = others.map(({ name, license }) => `${name} (${license ?? 'unknown'})`).join(', ');
  if (isRefused) expect(`licences ${what} are permissive`, list, '');
  console.log(`    ${packages.length} packages ${what}: ${counts.join(', ')}`);
  if (list !== '') console.log(`    not among the permissive: ${list}`);
}

function checkInstallScripts(folder, packages) {
  const withScripts = packages.filter(({ name, hasInstallScript }) => {
    const { scripts = {} } = readJson(join(folder, 'node_modules', name, 'package.json'));
    return hasInstallScript || INSTALL_SCRIPTS.some((script) => Object.hasOwn(scripts, script));
  });
  expect('no install scripts in what a user gets', named(withScripts).join(), '');
}

function checkBillOfMaterials(packages) {
  const file = join(temporary, 'sbom.json');
  const bill = askNpm('sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev');
  writeFileSync(file, JSON.stringify(bill));
  const { bomFormat, metadata, components } = readJson(file);
  expect('the bill of materials is of CycloneDX', bomFormat, 'CycloneDX');
  const purl = `pkg:npm/partner-rules@${version}`;
  expect('the bill of materials is of this package', metadata.component.purl, purl);
  expect(
    'the bill of materials names what the lock file has at run time, and nothing else',
    named(components).join(),
    named(packages).join(),
  );
}

/** How other package managers add a tarball, run a script and run a command. */
const managers = [
  {
    name: 'npm',
    add: (tarball) => ['npm', 'install', '--no-audit', '--no-fund', tarball],
    node: (script) => [process.execPath, script],
    run: (command) => ['npm', 'exec', '--', command],
  },
  manager('pnpm 10', 'pnpm/bin/pnpm.cjs', {
    add: (tarball, folder) => ['add', '--store-dir', join(folder, '.store'), tarball],
    run: (command) => ['exec', command],
  }),
  manager('yarn 1', 'yarn/bin/yarn.js', {
    add: (tarball, folder) => ['add', '--cache-folder', join(folder, '.cache'), `file:${tarball}`],
    run: (command) => ['--silent', 'run', command],
  }),
  manager('yarn 4, node_modules', '@yarnpkg/cli-dist/bin/yarn.js', {
    files: { '.yarnrc.yml': yarnSettings('node-modules'), 'yarn.lock': '' },
    add: (tarball) => ['add', `partner-rules@file:${tarball}`],
    run: (command) => ['run', command],
  }),
  manager("yarn 4, Plug'n'Play", '@yarnpkg/cli-dist/bin/yarn.js', {
    files: { '.yarnrc.yml': yarnSettings('pnp'), 'yarn.lock': '' },
    add: (tarball) => ['add', `partner-rules@file:${tarball}`],
    node: (script) => ['node', script],
    run: (command) => ['run', command],
  }),
];

function manager(name, path, { files, add, node, run }) {
  const program = join(root, 'test/managers/node_modules', path);
  const own = (args) => [process.execPath, program, ...args];
  return {
    name,
    files,
    add: (tarball, folder) => own(add(tarball, folder)),
    node: (script) => (node === undefined ? [process.execPath, script] : own(node(script))),
    run: (command) => own(run(command)),
  };
}

/** Without a word to anybody, and nothing kept outside the project. */
function yarnSettings(linker) {
  return [
    `nodeLinker: ${linker}`,
    'globalFolder: ./.yarn/global',
    'enableGlobalCache: false',
    'enableTelemetry: false',
    'enableImmutableInstalls: false',
    '',
  ].join('\n');
}

function checkManager({ name, files = {}, add, node, run }, tarball) {
  const folder = join(temporary, name.replaceAll(/\W/g, '-'));
  const execute = emptyProject(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  execute(...add(tarball, folder));
  expectRefund(folder, 'partner-rules', (script) => execute(...node(script)), `${name}: `);
  const told = execute(...run('partner-rules'), '--version');
  expect(`${name}: the command answers`, told, version);
  return folder;
}

try {
  const locked = packagesOf(readJson(join(root, 'package-lock.json')));
  const ofRun = locked.filter(({ isOfRun }) => isOfRun);
  expect(
    'every package of the lock file has a hash',
    locked.every((one) => one.integrity),
    true,
  );
  checkVulnerabilities('at run time', LEVELS, '--omit', 'dev');
  checkVulnerabilities('in development', LEVELS.slice(0, 2));
  checkLicences(
    'in development',
    locked.filter(({ isOfRun }) => !isOfRun),
    false,
  );
  checkLicences('at run time', ofRun, true);
  checkBillOfMaterials(ofRun);

  const tarball = pack(temporary);
  for (const one of managers) {
    const folder = checkManager(one, tarball);
    if (one.name !== 'npm') continue;
    const installed = packagesOf(readJson(join(folder, 'package-lock.json')));
    checkLicences('that a user gets', installed, true);
    checkInstallScripts(folder, installed);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
