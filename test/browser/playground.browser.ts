import { get } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { refundCurve } from '../../src/index.ts';
import { launchChromium } from './chromium.ts';
import { type Server, startServer } from './server.ts';

// The page in a real Chromium. After every test: nothing on the console, no request to another host.

let server: Server;
let browser: Browser;
const open: Page[] = [];
const faults: string[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launchChromium();
});

afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(faults.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  server?.stop();
});

/** Opens the page on a question. */
async function ask(
  question: Readonly<Record<string, string>> = {},
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  open.push(page);
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { origin } = new URL(server.address);
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) {
      faults.push(`request: ${request.url()}`);
    }
  });
  const asked = new URLSearchParams(question).toString();
  await page.goto(asked === '' ? server.address : `${server.address}#${asked}`);
  await page.locator('#verdict:not(:empty)').waitFor();
  return page;
}

const verdictOf = (page: Page): Promise<string> => page.locator('#verdict').innerText();

/** Waits until the verdict is this one, as it follows what is typed a moment later. */
const answers = (page: Page, verdict: string | RegExp): Promise<void> =>
  expect.poll(() => verdictOf(page), { timeout: 5_000 }).toMatch(verdict);

const bought = { paid: '12000.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01' };
const halfTime = { ...bought, canceledOn: '2025-07-02', used: 'true' };
const asked = { ...bought, canceledOn: '2025-01-07', used: 'false' };
const wrong = {
  paid: '12,000',
  currency: 'EUR',
  term: 'P2Y',
  purchasedOn: '2025-02-29',
  canceldOn: '2025-03-01',
  policy: 'partner-center-2018-05',
};

describe('the answer', () => {
  it.each([
    [{ ...bought, canceledOn: '2025-01-01', used: 'false' }, 'The refund is 12,000.00 USD'],
    [{ ...bought, canceledOn: '2025-01-06', used: 'false' }, 'The refund is 12,000.00 USD'],
    [{ ...bought, canceledOn: '2025-01-06', used: 'true' }, 'The refund is 11,835.62 USD'],
    [asked, 'The refund is 10,386.41 USD'],
    [halfTime, 'The refund is 5,294.47 USD'],
    [{ ...halfTime, canceledOn: '2025-12-31' }, 'The refund is 28.93 USD'],
    [{ ...halfTime, canceledOn: '2026-01-01' }, 'No refund is possible'],
    [{ ...halfTime, paid: '120000.00' }, '50,000.00 USD.*2,944.65'],
    [{ ...halfTime, paid: '120000.00', consumedRefunds: '48000.00' }, '2,000.00 USD.*50,944.65'],
    [{ ...halfTime, paid: '120000.00', currency: 'EUR', usdRate: '1.1' }, '45,454.54 EUR'],
    [{ ...halfTime, product: 'RedHat' }, 'No refund is possible'],
    [{ ...halfTime, policy: 'azure-2020-02' }, '6,016.44 USD'],
  ])('to %o is: %s', async (question, verdict) => {
    expect(await verdictOf(await ask(question))).toMatch(new RegExp(verdict));
  });

  it('explains itself', async () => {
    const page = await ask(asked);
    const text = await page.locator('#explanation').innerText();
    expect(text).toContain('12,000.00 × 359 ÷ 365 = 11,802.74 (RES-3; 359 of 365 days remain)');
    expect(await page.locator('#explanation h3').count()).toBeGreaterThan(3);
  });

  it('follows what is typed, and stands in the address, which asks the same again', async () => {
    const page = await ask();
    await answers(page, /10,386\.41/);
    await page.getByLabel('Cancelled on').fill('2025-07-02');
    await page.getByLabel('Yes').check();
    await answers(page, /5,294\.47/);
    await page.getByLabel('Policy').selectOption('azure-2020-02');
    await answers(page, /6,016\.44/);
    const again = await ask(
      Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1))),
    );
    expect(await verdictOf(again)).toBe(await verdictOf(page));
    expect(again.url()).toBe(page.url());
  });

  it('follows the address where only that changes', async () => {
    const page = await ask(asked);
    await page.goto(`${server.address}#${new URLSearchParams(halfTime)}`);
    await answers(page, /5,294\.47/);
  });

  it('is a live region', async () => {
    const page = await ask(asked);
    const verdict = page.getByRole('status');
    expect(await verdict.getAttribute('aria-live')).toBe('polite');
    expect(await verdict.innerText()).toContain('10,386.41');
  });

  it('asks for a rate only beside another currency', async () => {
    const page = await ask(asked);
    const rate = page.getByLabel('Rate');
    expect(await rate.isVisible()).toBe(false);
    await page.getByLabel('Currency', { exact: true }).fill('EUR');
    await rate.fill('1.1');
    await answers(page, /10,386\.41 EUR/);
    await page.getByLabel('Currency', { exact: true }).fill('USD');
    await answers(page, /no answer yet.*Rate/);
    await rate.fill('');
    await answers(page, /10,386\.41 USD/);
    await page.getByLabel('Currency', { exact: true }).focus();
    await expect.poll(() => rate.isVisible()).toBe(false);
  });
});

describe('an issue', () => {
  it('stands at its field, all of them at once', async () => {
    const page = await ask(wrong);
    const shown = await page
      .locator('.issue:visible')
      .evaluateAll((places: { id: string }[]) => places.map(({ id }) => id));
    expect(shown).toEqual([
      ...['paid-issue', 'usdRate-issue', 'term-issue', 'purchasedOn-issue', 'canceledOn-issue'],
      ...['used-issue', 'policy-issue', 'other-issues'],
    ]);
    expect(await page.locator('#purchasedOn-issue').innerText()).toContain('2025-02-29');
    expect(await page.locator('#other-issues').innerText()).toContain('canceldOn');
    expect(await verdictOf(page)).toMatch(/^There is no answer yet/);
    expect(await page.locator('#explanation').innerText()).toBe('');
    expect(await page.locator('#curve').isVisible()).toBe(false);
  });

  it.each([
    ['paid', '12,000', 'an amount in USD'],
    ['currency', 'usd', 'did you mean "USD"?'],
    ['purchasedOn', '2025-02-29', 'that exist'],
    ['canceledOn', '2024-12-31', '2025-01-01'],
    ['consumedRefunds', '-1', 'an amount in USD'],
  ])('of %s is what describes that field', async (name, value, said) => {
    const page = await ask(asked);
    const field = page.locator(`[name="${name}"]`);
    expect(await field.getAttribute('aria-invalid')).toBe('false');
    await field.fill(value);
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const issue = page.locator(`#${name}-issue`);
    expect(await issue.innerText()).toContain(said);
    expect((await field.getAttribute('aria-describedby'))?.split(' ')).toContain(`${name}-issue`);
    await field.fill(name === 'consumedRefunds' ? '' : ({ ...asked }[name] ?? ''));
    await expect.poll(() => issue.isVisible()).toBe(false);
    expect(await field.getAttribute('aria-invalid')).toBe('false');
  });

  it('is told in Korean too', async () => {
    const page = await ask({ ...wrong, lang: 'ko' });
    for (const text of await page.locator('.issue:visible').allInnerTexts()) {
      expect(text).toMatch(/[가-힣]/);
    }
  });

  it.each([
    ['__proto__', '1', '__proto__: expected no such field'],
    ['constructor', '1', 'constructor: expected no such field'],
    ['billingPlan', 'Quarterly', 'Upfront'],
  ])('is told of what the address alone says: %s=%s', async (name, value, said) => {
    const page = await ask(Object.fromEntries([...Object.entries(asked), [name, value]]));
    expect(await page.locator('#other-issues').innerText()).toContain(said);
    expect(page.url()).toContain(`${name}=${value}`);
  });

  it.each([
    ['term', 'P2Y'],
    ['product', 'Redhat'],
    ['policy', 'constructor'],
  ])('stands at a list that does not offer what the address says: %s=%s', async (name, value) => {
    const page = await ask({ ...asked, [name]: value });
    expect(await page.locator(`#${name}`).inputValue()).toBe(value);
    expect(await page.locator(`#${name}-issue`).isVisible()).toBe(true);
    await page.locator('#lang').selectOption('ko');
    expect(await page.locator(`#${name}`).inputValue()).toBe(value);
    expect(await page.locator(`#${name}-issue`).innerText()).toMatch(/[가-힣]/);
  });

  it('cannot put anything but text into the page', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const page = await ask({ ...asked, paid: markup, product: markup, [markup]: markup });
    expect(await page.locator('#paid-issue').innerText()).toContain('<img');
    expect(await page.locator('img').count()).toBe(0);
  });
});

describe('the keyboard', () => {
  const order = ['lang', 'paid', 'currency', 'term', 'purchasedOn', 'canceledOn', 'used=false'];
  order.push('consumedRefunds', 'product', 'policy', 'table-title');
  const focused = `(({ id, name, value, localName }) =>
    id || (name ? name + '=' + value : localName))(document.activeElement)`;

  it('goes through every control in their order, there and back, and out again', async () => {
    const page = await ask(asked);
    const visit = async (key: string, count: number): Promise<string[]> => {
      const visited: string[] = [];
      for (let i = 0; i < count; i += 1) {
        await page.keyboard.press(key);
        visited.push(await page.evaluate(focused));
      }
      return visited;
    };
    expect(await visit('Tab', order.length)).toEqual(order);
    expect(await visit('Shift+Tab', order.length - 1)).toEqual(order.slice(0, -1).reverse());
    expect(await visit('Tab', order.length)).toEqual([...order.slice(1), 'body']);
  });

  it('is enough to ask', async () => {
    const page = await ask(asked);
    const tab = async (times: number): Promise<void> => {
      for (let i = 0; i < times; i += 1) await page.keyboard.press('Tab');
    };
    await tab(2);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('120000.00');
    await tab(4);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2025-07-02');
    await tab(1);
    await page.keyboard.press('ArrowRight');
    await answers(page, /50,000\.00/);
    await tab(1);
    await page.keyboard.type('48000');
    await answers(page, /2,000\.00/);
    await tab(3);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('table').isVisible()).toBe(true);
    await tab(1);
    expect(await page.evaluate(focused)).toBe('table');
  });

  it('always shows where it is', async () => {
    const page = await ask(asked);
    for (const name of order) {
      await page.keyboard.press('Tab');
      const outline = 'getComputedStyle(document.activeElement).outline';
      expect(`${name}: ${await page.evaluate(outline)}`).toMatch(/solid 3px/);
    }
  });
});

describe('the language', () => {
  it('is the browser’s at first, then the one that is chosen, and is kept in the address', async () => {
    const page = await ask(asked, { locale: 'ko-KR' });
    expect(await page.evaluate('document.documentElement.lang')).toBe('ko');
    expect(await verdictOf(page)).toBe('환불액은 10,386.41 USD이며 파트너에게 지급됩니다.');
    await page.locator('#lang').selectOption('en');
    await answers(page, 'The refund is 10,386.41 USD, paid to the partner.');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(page.url()).toContain('lang=en');
  });

  it('is Korean all over', async () => {
    const page = await ask({ ...asked, lang: 'ko' });
    expect(await page.title()).toMatch(/[가-힣]/);
    await page.locator('summary').click();
    const places =
      '[data-text], option:checked, h3, svg title, svg desc, caption, thead th, #jumps li';
    for (const place of await page.locator(places).all()) {
      const text = (await place.textContent()) ?? '';
      if (!/^(English|partner-center-2020-08)/.test(text)) expect(text).toMatch(/[가-힣]/);
    }
  });

  it('has every text in both', async () => {
    const page = await ask();
    const keys = (lang: string): string => `import('./texts.js').then(({ texts }) => {
      const { issues, ...words } = texts.${lang};
      return JSON.stringify(words, (_, value) => typeof value === 'object' ? value : typeof value);
    })`;
    expect(await page.evaluate(keys('ko'))).toBe(await page.evaluate(keys('en')));
  });
});

describe('the curve', () => {
  const curve = refundCurve({
    ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01', used: false },
  });

  it('has a title, a description, axes with units, and its jumps marked and told', async () => {
    const page = await ask(asked);
    const plot = page.getByRole('img', { name: 'Refund by day of cancellation, in USD' });
    const describedBy = await plot.getAttribute('aria-describedby');
    expect(await page.locator(`#${describedBy}`).textContent()).toMatch(
      /^From 12,000\.00 USD on 2025-01-01 to 0\.00 USD on 2026-01-01\. It jumps: 2025-01-07/,
    );
    const texts = await plot.locator('text').allTextContents();
    expect(texts).toEqual(
      expect.arrayContaining(['Refund (USD)', 'Days since the purchase (UTC days)', '15,000']),
    );
    expect(await plot.locator('circle.number').count()).toBe(curve.jumps.length);
    expect(await page.locator('#jumps li').allInnerTexts()).toEqual([
      '2025-01-07 (day 6): from 12,000.00 to 10,386.41, by −1,613.59, since the days without a fee, or of full credit, are over.',
      '2026-01-01 (day 365): from 28.93 to 0.00, by −28.93, since the term has ended.',
    ]);
  });

  it('says the same in a table', async () => {
    const page = await ask(asked);
    await page.locator('summary').click();
    const rows = await page.locator('tbody tr').all();
    const shown = curve.days.map(({ on }) => on).filter((on) => /-01$|01-0[67]$|12-31$/.test(on));
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(shown);
    for (const row of rows) {
      const [on, since, ...amounts] = await row.locator('th, td').allInnerTexts();
      const day = curve.days.find((day) => day.on === on);
      expect(Number(since)).toBe(day?.sincePurchase);
      expect(amounts.slice(0, 4).map((amount) => amount.replaceAll(',', ''))).toEqual([
        ...[day?.credit, day?.fee, day?.refund, day?.withheld],
      ]);
    }
  });

  it('needs no day of cancellation', async () => {
    const { canceledOn: _, ...facts } = asked;
    const page = await ask(facts);
    expect(await page.locator('#curve').isVisible()).toBe(true);
    expect(await page.locator('#canceledOn-issue').isVisible()).toBe(true);
  });

  it('draws every point inside the plot, under every policy and term', async () => {
    const page = await ask(asked);
    const ids: string[] = await page
      .locator('#policy option')
      .evaluateAll((options: { value: string }[]) => options.map(({ value }) => value));
    expect(ids.length).toBe(16);
    for (const policy of ids.slice(1)) {
      for (const [paid, term] of [
        ['0', 'P1Y'],
        ['120000', 'P5Y'],
        ['999999999999999', 'P3Y'],
      ] as const) {
        const question = { ...asked, policy, paid, term };
        await page.goto(`${server.address}#${new URLSearchParams(question)}`);
        await page.waitForFunction(`location.hash.includes('lang=')`);
        const outside = `[...document.querySelectorAll('svg *')].filter((part) => {
          const box = part.getBoundingClientRect();
          const plot = document.querySelector('svg').getBoundingClientRect();
          return !(box.left >= plot.left - 1 && box.right <= plot.right + 1 && box.top >= plot.top - 1
            && box.bottom <= plot.bottom + 1) && !['title', 'desc'].includes(part.localName);
        }).map((part) => part.outerHTML.slice(0, 120))`;
        expect(await page.evaluate(outside)).toEqual([]);
        expect(await page.locator('svg').innerHTML()).not.toMatch(/NaN|Infinity/);
      }
    }
  });
});

describe('everybody can use it', () => {
  const narrow = { viewport: { width: 360, height: 740 } };
  const dark = { colorScheme: 'dark' } as const;

  it.each([
    ['light', asked, {}],
    ['dark', asked, dark],
    ['Korean', { ...asked, lang: 'ko' }, {}],
    ['issues', wrong, {}],
    ['Korean issues in the dark', { ...wrong, lang: 'ko' }, dark],
    ['narrow', asked, narrow],
    ['narrow, dark, refused', { ...asked, product: 'RedHat', lang: 'ko' }, { ...narrow, ...dark }],
  ])('axe finds nothing: %s', async (_, question, options) => {
    const page = await ask(question, options);
    if (await page.locator('summary').isVisible()) await page.locator('summary').click();
    await page.evaluate(axe.source);
    const found = await page.evaluate<{ violations: { id: string }[]; passes: { id: string }[] }>(
      'axe.run(document)',
    );
    expect(found.violations).toEqual([]);
    expect(found.passes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['color-contrast', 'label', 'aria-valid-attr-value']),
    );
  });

  it.each([
    ['light', {}],
    ['dark', dark],
  ])('texts and lines stand out from their ground: %s', async (name, options) => {
    const page = await ask(asked, options);
    const colour = async (variable: string): Promise<number> => {
      const style = 'getComputedStyle(document.documentElement)';
      const hex = await page.evaluate<string>(`${style}.getPropertyValue('--${variable}')`);
      const [r = 0, g = 0, b = 0] = [1, 3, 5]
        .map((at) => Number.parseInt(hex.trim().slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = async (one: string, other: string): Promise<number> => {
      const [dim = 0, bright = 0] = [await colour(one), await colour(other)].sort((a, b) => a - b);
      return (bright + 0.05) / (dim + 0.05);
    };
    expect((await colour('page')) > 0.5).toBe(name === 'light');
    for (const ground of ['page', 'panel']) {
      for (const text of ['text', 'quiet', 'issue']) {
        expect(await contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      }
      for (const line of ['accent', 'edge']) {
        expect(await contrast(line, ground)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('nothing is wider than a narrow screen', async () => {
    for (const question of [asked, wrong, { ...asked, lang: 'ko' }]) {
      const page = await ask(question, narrow);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    }
  });
});

describe('the server', () => {
  /** The path goes out as it stands here, with its dots. */
  const status = (path: string): Promise<number | undefined> => {
    const { hostname, port, pathname } = new URL(server.address);
    return new Promise((resolve, reject) => {
      const asked = get({ hostname, port, path: path.replace('HOME/', pathname) }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.once('error', reject);
    });
  };

  it('serves its own files, and no other', async () => {
    expect(await status('/')).toBe(302);
    expect(await status('HOME/')).toBe(200);
    expect(await status('HOME/playground.js?1')).toBe(200);
    const others = ['/package.json', '/.git', '/dist/cli.js/', '/dist/', '/src/index.ts'];
    others.push('/dist/../package.json', '/dist/%2e%2e/package.json', '/dist/..%2fpackage.json');
    others.push('/dist//etc/passwd', '//etc/passwd', '/docs/apps/README.md', '/dist/iife.js');
    for (const path of others) expect(`${path}: ${await status(path)}`).toBe(`${path}: 404`);
  });

  it('listens to this machine alone', async () => {
    expect(new URL(server.address).hostname).toBe('127.0.0.1');
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outer) {
      const port = Number(new URL(server.address).port);
      const failed = await new Promise((resolve) => {
        const socket = connect(port, address, () => resolve(socket.destroy() && false));
        socket.once('error', () => resolve(true));
      });
      expect(failed).toBe(true);
    }
  });
});
