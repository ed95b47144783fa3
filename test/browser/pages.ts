import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type BrowserName, launch } from './browsers.ts';
import { type Server, startServer } from './server.ts';

// The site in a real browser. After every test: nothing on the console (so no breach of the Content-Security-Policy), no failed
// request, and none to another host.

export type Question = Readonly<Record<string, string>>;

/** The browser of this run. */
const browserName = (process.env['BROWSER'] ?? 'chromium') as BrowserName;

let server: Server;
let browser: Browser;
const open: Page[] = [];
const faults: string[] = [];

/** Starts the server and the browser for the tests of a file. */
export function useSite(): void {
  beforeAll(async () => {
    server = await startServer();
    browser = await launch(browserName);
  });
  afterEach(async () => {
    for (const page of open.splice(0)) await page.context().close();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
  });
}

/** Faults that a test makes on purpose. */
export function forgive(pattern: RegExp): void {
  faults.splice(0, faults.length, ...faults.filter((fault) => !pattern.test(fault)));
}

export const address = (): string => server.address;

/** Opens a page of the site, by its path. */
export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-US',
    ...(browserName === 'chromium' ? { permissions: ['clipboard-read', 'clipboard-write'] } : {}),
    ...options,
  });
  const page = await context.newPage();
  open.push(page);
  page.on('console', (message) => {
    if (message.type() !== 'log') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { origin } = new URL(server.address);
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url())) {
      faults.push(`request: ${request.url()}`);
    }
  });
  await page.goto(`${server.address}${path}`);
  return page;
}

/** Opens a question, with these facts or with its first example, and waits for the answer. */
export async function ask(
  family: string,
  question: Question = {},
  options: BrowserContextOptions & { readonly lang?: string } = {},
): Promise<Page> {
  const { lang, ...context } = options;
  const hash = new URLSearchParams(question).toString();
  const path = `${lang === 'ko' ? 'ko/' : ''}try/${family}/${hash === '' ? '' : `#${hash}`}`;
  const page = await visit(path, context);
  await page.locator('#sentence:not(:empty)').waitFor();
  return page;
}

export const sentenceOf = (page: Page): Promise<string> => page.locator('#sentence').innerText();

/** Waits until the verdict is this one, as it follows what is typed a moment later. */
export const answers = (page: Page, sentence: string | RegExp): Promise<void> =>
  expect.poll(() => sentenceOf(page), { timeout: 5_000 }).toMatch(sentence);

/** How much wider than its window the page is. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
