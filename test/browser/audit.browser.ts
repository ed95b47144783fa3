import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { families } from '../../docs/site/src/menu.js';
import { ask, useSite, visit } from './pages.ts';

// What is the same in every browser, and so tried in one: accessibility by axe, the policy of the pages, the weight of the scripts.

useSite();

const MOST_SCRIPT = 150_000;
const questions = families.flatMap(({ id }) =>
  (['en', 'ko'] as const).map((lang) => [id, lang] as const),
);

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
});
