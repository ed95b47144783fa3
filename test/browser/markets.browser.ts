import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { decideMarket } from '../../src/index.ts';
import { answers, ask, useSite } from './pages.ts';

useSite();

/** The page of markets with its map in view. */
async function withMap(question = {}, options: Parameters<typeof ask>[2] = {}): Promise<Page> {
  const page = await ask('markets', question, options);
  await page.locator('.map').scrollIntoViewIfNeeded();
  await page.locator('#map [data-code]').first().waitFor({ state: 'attached' });
  return page;
}

const market = (code: string): string => `#map [data-code=${code}]`;

/** The class of every market on the map, by its code. */
const coloursOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(
    `Object.fromEntries([...document.querySelectorAll('#map [data-code]')].map((place) => [place.dataset.code, place.getAttribute('class')]))`,
  );

function stateOf(code: string, asOf?: string): string {
  const { allowed, notes, newest } = decideMarket(code, asOf === undefined ? undefined : { asOf });
  if (notes.includes('other-page-disagrees')) return 'disputed';
  if (newest !== null && newest.allowed !== allowed) return 'disputed';
  return allowed ? 'unlisted' : 'refused';
}

describe('the map of markets', () => {
  it('has all 250 markets, each in the colour of its answer', async () => {
    const page = await withMap();
    const colours = await coloursOf(page);
    expect(Object.keys(colours).length).toBe(250);
    for (const [code, colour] of Object.entries(colours)) {
      expect([code, colour]).toEqual([code, stateOf(code)]);
    }
  });

  it('is coloured by the list of the day, as is the list', async () => {
    const page = await withMap({ market: 'KR', asOf: '2018-10-01' });
    const colours = await coloursOf(page);
    expect(colours['KR']).toBe('refused');
    for (const [code, colour] of Object.entries(colours)) {
      expect([code, colour]).toEqual([code, stateOf(code, '2018-10-01')]);
    }
    expect(await page.locator('#count-refused').innerText()).toBe('18');
    expect(await page.locator('#markets-refused li').count()).toBe(18);
    expect(await page.locator('#markets-unlisted li').count()).toBe(232);
  });

  it('draws every market inside the picture', async () => {
    const page = await withMap();
    const outside = `[...document.querySelectorAll('#map [data-code]')].filter((place) => {
      const box = place.getBoundingClientRect();
      const map = document.querySelector('#map svg').getBoundingClientRect();
      return !(box.width > 0 && box.left >= map.left - 2 && box.right <= map.right + 2
        && box.top >= map.top - 2 && box.bottom <= map.bottom + 2);
    }).map((place) => place.dataset.code)`;
    expect(await page.evaluate(outside)).toEqual([]);
    expect(await page.locator('#map svg').innerHTML()).not.toMatch(/NaN|Infinity/);
  });

  it('answers for the market that is clicked, and marks it', async () => {
    const page = await withMap();
    await page.locator(`${market('BR')} path`).click();
    await answers(page, /Brazil/);
    expect(await page.locator(market('BR')).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('#map [aria-pressed=true]').count()).toBe(1);
    expect(await page.locator('#map-name').innerText()).toBe('Brazil: Microsoft’s pages disagree');
    expect(new URL(page.url()).hash).toBe('#market=BR');
    await page.locator('#map-in').click();
    await page.locator('#map-in').click();
    await page.locator(`${market('LU')} path`).click();
    await answers(page, /Luxembourg/);
  });

  it('is one stop of the Tab key; arrow keys move, Enter chooses', async () => {
    const page = await withMap({ market: 'FR' });
    expect(await page.locator('#map [data-code][tabindex="0"]').count()).toBe(1);
    await page.locator('#map-in').focus();
    await page.keyboard.press('Tab');
    const current = (): Promise<string> =>
      page.evaluate('document.activeElement.dataset.code ?? document.activeElement.id');
    expect(await current()).toBe('FR');
    await page.keyboard.press('ArrowRight');
    expect(await current()).toBe('CH');
    expect(await page.locator('#map .ring > *').count()).toBeGreaterThan(0);
    expect(await page.locator('#map-name').innerText()).toMatch(/^Switzerland: /);
    await page.keyboard.press('Enter');
    await answers(page, /Switzerland/);
    expect(await current()).toBe('CH');
    await page.keyboard.press('Tab');
    expect(await current()).toBe('markets-filter');
    await page.keyboard.press('Shift+Tab');
    expect(await current()).toBe('CH');
  });

  it('lets the arrow keys reach every market', async () => {
    const page = await withMap({ market: 'KR' });
    const reached = await page.evaluate<string[]>(`(() => {
      const reached = new Set(['KR']);
      for (const code of reached) {
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          const place = document.querySelector('#map [data-code=' + code + ']');
          place.focus();
          place.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          reached.add(document.activeElement.dataset.code);
        }
      }
      return [...reached];
    })()`);
    const all = Object.keys(await coloursOf(page));
    expect(all.filter((code) => !reached.includes(code))).toEqual([]);
  });

  it('says each market and its answer to a screen reader, in the language of the page', async () => {
    const page = await withMap({}, { lang: 'ko' });
    expect(await page.getByRole('button', { name: '부탄: 판매하지 않음' }).count()).toBe(1);
    expect(await page.getByRole('group', { name: '시장 지도' }).count()).toBe(1);
    const names = await page
      .locator('#map [data-code]')
      .evaluateAll((places) => places.map((place) => place.getAttribute('aria-label')));
    for (const name of names) expect(name).toMatch(/[가-힣].*: .*[가-힣]/);
  });

  it('is loaded only when it comes into view', async () => {
    const page = await ask('markets', {}, { viewport: { width: 375, height: 667 } });
    const loaded = (): Promise<number> =>
      page.evaluate(
        `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('markets.json')).length`,
      );
    expect(await loaded()).toBe(0);
    await page.locator('.map').scrollIntoViewIfNeeded();
    await expect.poll(loaded).toBe(1);
  });

  it('is as wide as the screen lets it, and wider inside its frame when enlarged', async () => {
    for (const width of [375, 768, 1280, 1920]) {
      const page = await withMap({}, { viewport: { width, height: 900 } });
      const widths = (): Promise<number[]> =>
        page.evaluate(
          `[document.documentElement.scrollWidth - document.documentElement.clientWidth, document.querySelector('#map svg').clientWidth / document.querySelector('#map').clientWidth]`,
        );
      expect(await widths()).toEqual([0, 1]);
      await page.locator('#map-in').click();
      expect(await widths()).toEqual([0, 2]);
      await page.locator('#map-in').click();
      expect(await widths()).toEqual([0, 4]);
      expect(await page.locator('#map-in').getAttribute('aria-disabled')).toBe('true');
    }
  });
});

describe('the list of markets', () => {
  it('has the markets of the map, and finds them by every name', async () => {
    const page = await ask('markets');
    expect(await page.locator('#markets li[data-code]').count()).toBe(250);
    const shown = (): Promise<string[]> =>
      page.locator('#markets li[data-code]:visible').allInnerTexts();
    for (const [words, found] of [
      ['bhutan', /^Bhutan\s*BT$/],
      ['대한민국', /^South Korea\s*KR$/],
      ['luxem', /^Luxembourg\s*LU$/],
    ] as const) {
      await page.locator('#markets-filter').fill(words);
      await expect.poll(shown).toEqual([expect.stringMatching(found)]);
    }
    await page.locator('#markets-filter').fill('no such');
    await page.locator('#markets-none').waitFor();
    expect(await shown()).toEqual([]);
  });

  it('answers for a market that is chosen, with the verdict in view', async () => {
    const page = await ask('markets', {}, { viewport: { width: 375, height: 667 } });
    const button = page.locator('#markets li[data-code=YE] button');
    await button.click();
    await answers(page, /Yemen/);
    expect(await button.getAttribute('aria-current')).toBe('true');
    await expect
      .poll(async () => ((await page.locator('#sentence').boundingBox())?.y ?? -1) >= 0)
      .toBe(true);
  });
});
