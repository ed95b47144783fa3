import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { families } from '../../docs/site/src/menu.js';
import { address, answers, ask, forgive, overflowOf, sentenceOf, useSite, visit } from './pages.ts';

useSite();

const WIDTHS = [375, 768, 1280, 1920];
const languages = ['en', 'ko'] as const;
const questions = families.flatMap(({ id }) => languages.map((lang) => [id, lang] as const));

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
      expect([width, await overflowOf(page)]).toEqual([width, 0]);
    }
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
    expect(await page.locator('#no-curve').innerText()).toBe('Nothing is refunded on any day.');
    expect(await page.locator('#curve').isVisible()).toBe(false);
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
  it('are in Korean, and those that are not say so', async () => {
    for (const path of [
      'guide/',
      'guide/csv/',
      'interpretations/r-fee/',
      'rulebook/',
      'trust/',
      'notebooks/portfolio/',
    ]) {
      const page = await visit(`ko/${path}`);
      expect(await page.locator('h1').innerText()).toMatch(/[가-힣]/);
      expect(await page.locator('main').innerText()).not.toMatch(/번역되지|사용할 수 없습니다/);
    }
    const page = await visit('ko/reference/roles/');
    expect(await page.locator('main').innerText()).toMatch(/번역/);
  });
});
