import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const paths = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine, installed from Debian where there is none. */
export function launchChromium(): Promise<Browser> {
  if (!paths.some(existsSync)) install();
  const executablePath = paths.find(existsSync);
  if (executablePath === undefined) throw new Error('No Chromium: name one as CHROMIUM.');
  return chromium.launch({ executablePath, args: flags });
}

function install(): void {
  const options = { stdio: 'inherit' } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}
