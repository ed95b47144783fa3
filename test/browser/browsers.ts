import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium, firefox } from 'playwright-core';

/** The browsers of the tests, as Debian has them. */
export type BrowserName = 'chromium' | 'firefox';

const programs = {
  chromium: {
    paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser'],
    debianPackage: 'chromium',
    launch: (executablePath: string) => chromium.launch({ executablePath, args: flags }),
  },
  firefox: {
    paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    debianPackage: 'firefox-esr',
    // The channel of an unpatched Firefox, which is driven by WebDriver BiDi.
    launch: (executablePath: string) =>
      firefox.launch({ executablePath, channel: 'moz-firefox', firefoxUserPrefs }),
  },
};

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

/** Nothing is fetched from Mozilla, and the clipboard needs no click of a person. */
const firefoxUserPrefs = {
  'app.normandy.enabled': false,
  'browser.region.network.url': '',
  'dom.events.testing.asyncClipboard': true,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': '',
};

/** Starts a browser of this machine, installed from Debian where there is none. */
export function launch(name: BrowserName): Promise<Browser> {
  const { paths, debianPackage, launch } = programs[name];
  const named = process.env[name.toUpperCase()];
  const all = named === undefined ? paths : [named];
  if (!all.some(existsSync)) install(debianPackage);
  const path = all.find(existsSync);
  if (path === undefined) throw new Error(`No ${name}: name one as ${name.toUpperCase()}.`);
  return launch(path);
}

function install(name: string): void {
  const options = { stdio: 'inherit' } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
}
