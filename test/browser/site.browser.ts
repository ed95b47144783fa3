import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { families } from '../../docs/site/src/menu.js';
import { address, answers, ask, forgive, sentenceOf, useSite, visit } from './pages.ts';

useSite();

const WIDTHS = [375, 768, 1280, 1920];
const MOST_SCRIPT = 150_000;
const languages = ['en', 'ko'] as const;
const questions = families.flatMap(({ id }) => languages.map((lang) => [id, lang] as const));

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{
    violations: { id: string; nodes: { html: string }[] }[];
  }>('axe.run(document)');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** Types something that is no fact into every field. */
const fillWrongly = `for (const control of document.querySelectorAll('#question input[type=text], #question .cell input:not([type=date])')) {
  control.value = '12,000';
  control.dispatchEvent(new Event('input', { bubbles: true }));
}`;

describe.each(questions)('the question %s in %s', (id, lang) => {
  it('is answered at every width, with the verdict in view, and nothing wider than the screen', async () => {
    const page = await ask(id, {}, { lang });
    expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
    expect(await page.locator('#verdict').getAttribute('data-tone')).not.toBe('issue');
    if (lang === 'ko') expect(await sentenceOf(page)).toMatch(/[가-힣]/);
    for (const width of WIDTHS) {
      const height = width === 375 ? 667 : 900;
      await page.setViewportSize({ width, height });
      const box = await page.locator('#sentence').boundingBox();
      expect([width, (box?.y ?? height) + (box?.height ?? 0) <= height]).toEqual([width, true]);
      const wide = await page.evaluate('document.documentElement.scrollWidth');
      expect([width, wide]).toEqual([width, width]);
    }
  });

  it('has nothing that axe finds: filled, empty, and with issues', async () => {
    const page = await ask(id, {}, { lang, viewport: { width: 1280, height: 900 } });
    for (const details of await page.locator('.ask details').all()) {
      if (await details.isVisible()) await details.locator('summary').click();
    }
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 375, height: 812 });
    await page.evaluate(`location.hash = 'policy='`);
    await page.waitForTimeout(200);
    expect(await violationsOf(page)).toEqual([]);
    await page.evaluate(fillWrongly);
    await page.waitForTimeout(200);
    if (await page.locator('#question input[type=text]').count()) {
      await expect.poll(() => page.locator('#verdict').getAttribute('data-tone')).toBe('issue');
    }
    expect(await violationsOf(page)).toEqual([]);
  });

  it('answers every example', async () => {
    const page = await ask(id, {}, { lang });
    const examples = await page.locator('button[data-example]').all();
    for (const example of examples) {
      await example.click();
      expect(await page.locator('#verdict').getAttribute('data-tone')).not.toBe('issue');
      expect(await page.locator('.issue:visible').count()).toBe(0);
    }
  });
});

describe.each(families.map(({ id }) => id))('the page of %s', (id) => {
  it('has at most 150 kB of script', async () => {
    const page = await ask(id);
    await page.waitForLoadState('networkidle');
    const loaded = await page.evaluate<string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))`,
    );
    // The service worker's own script is no part of the page.
    const scripts = loaded.filter((name) => !name.endsWith('/worker.js'));
    expect(scripts.length).toBeGreaterThan(3);
    let total = 0;
    for (const script of new Set(scripts)) {
      const body = await (await fetch(script)).arrayBuffer();
      total += gzipSync(new Uint8Array(body), { level: 9 }).length;
    }
    expect(total).toBeLessThanOrEqual(MOST_SCRIPT);
  });
});

describe('five tasks of a new user, from the first page', () => {
  const from = async (task: string | RegExp): Promise<Page> => {
    const page = await visit('');
    await page.getByRole('main').getByRole('link', { name: task }).first().click();
    await page.locator('#sentence:not(:empty)').waitFor();
    return page;
  };

  it('how much is refunded', async () => {
    const page = await from('How much is refunded?');
    await page.getByLabel('Price paid').fill('24000.00');
    await answers(page, 'The refund is 12,032.88 USD, paid to the partner.');
  });

  it('why it was denied', async () => {
    const page = await from('Why was it denied?');
    await answers(page, /not returnable|cannot be returned|No refund/);
    expect(await page.locator('#explanation').innerText()).toMatch(/Why not, and what to do next/);
  });

  it('whether Kim may do it', async () => {
    const page = await from('May Kim do this?');
    await page.getByLabel('Sales agent').uncheck();
    await page.getByLabel('Helpdesk agent').check();
    await page.getByLabel('Task', { exact: true }).selectOption('software.cancel');
    await answers(page, /^No/);
    await page.getByLabel('Admin agent').check();
    await answers(page, /^Yes/);
  });

  it('whether reservations are sold in Bhutan', async () => {
    const page = await from('Can we sell reservations in Bhutan?');
    await answers(page, /Bhutan/);
    expect(await page.locator('#figure').innerText()).toBe('No');
  });

  it('which of 20 reservations to return', async () => {
    const page = await from(/Which of these 20/);
    await page.getByRole('button', { name: 'Which of these 20?' }).click();
    await answers(page, /returns from/);
    expect(await page.locator('#rows-candidates fieldset').count()).toBe(20);
    expect(await page.locator('#calendar tbody tr').count()).toBeGreaterThan(3);
  });
});

describe('the search', () => {
  it.each([
    ['', '12 %', /12 %/],
    ['', 'RefundLimitExceeded', /RefundLimitExceeded/],
    ['ko/', '수수료', /수수료/],
    ['ko/', 'RefundLimitExceeded', /RefundLimitExceeded/],
  ])('finds, from %o, %s', async (path, words, found) => {
    const page = await visit(path);
    await page.locator('button[data-open-modal]').click();
    await page.locator('dialog input').fill(words);
    const results = page.locator('.pagefind-ui__results');
    await expect.poll(() => results.innerText(), { timeout: 10_000 }).toMatch(found);
  });
});

describe('without a network', () => {
  it('answers a question that was never opened', async () => {
    const page = await visit('');
    await page.waitForFunction(
      `navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)`,
    );
    await page.context().setOffline(true);
    await page.goto(`${address()}ko/try/refund/`);
    await page.locator('#sentence:not(:empty)').waitFor();
    expect(await sentenceOf(page)).toMatch(/6,016\.44 USD/);
    forgive(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  });
});

describe('the pages', () => {
  it.each([
    '',
    'ko/',
    'guide/',
    'ko/guide/',
    'rulebook/',
    'notebooks/one-refund/',
    'reference/roles/',
  ])('have nothing that axe finds, and allow themselves alone: %s', async (path) => {
    const page = await visit(path);
    expect(await violationsOf(page)).toEqual([]);
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    const content = (await policy.getAttribute('content')) ?? '';
    expect(content).toMatch(/^default-src 'none'/);
    expect(content).not.toMatch(/unsafe-inline|https?:|\*/);
    expect(await page.locator('[style]').evaluateAll((list) => list.length)).toBe(0);
  });

  it('say on a page without Korean that it is in English', async () => {
    const page = await visit('ko/rulebook/');
    expect(await page.locator('main').innerText()).toMatch(/번역/);
    expect(await (await visit('ko/guide/')).locator('main').innerText()).not.toMatch(
      /사용할 수 없습니다/,
    );
  });
});
