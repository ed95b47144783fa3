import { describe, expect, it } from 'vitest';
import { type MarketCode, parseMarket } from '../../src/markets/index.ts';
import { marketKey, terseMarketKey } from '../../src/markets/market-key.ts';
import { foreignCodes, marketTable } from '../../src/markets/names.ts';
import { document } from './document.ts';
import { isoMarkets } from './iso.ts';

const rows = marketTable
  .trim()
  .split('\n')
  .map((row) => ({
    code: row.slice(0, 2),
    alpha3: row.slice(3, 6),
    names: row.slice(7).split('|'),
  }));

const read = (text: string): MarketCode | undefined => {
  const parsed = parseMarket(text);
  return parsed.ok ? parsed.value : undefined;
};

describe('the table of markets', () => {
  it('has the codes of ISO 3166-1 and XK, each once and in order', () => {
    expect(isoMarkets).toHaveLength(250);
    expect(rows.map(({ code, alpha3 }) => [code, alpha3])).toEqual(
      isoMarkets.map(({ code, alpha3 }) => [code, alpha3]),
    );
    expect(rows.map(({ code }) => code)).toEqual(rows.map(({ code }) => code).sort());
  });

  it('has a code, an alpha-3 code, an English name and a Korean name', () => {
    for (const row of marketTable.trim().split('\n')) {
      expect(row).toMatch(/^[A-Z]{2} [A-Z]{3} [^|가-힣]+\|[^|]*[가-힣][^|]*(\|[^|]+)*$/u);
      expect(row).toBe(row.normalize('NFC'));
      expect(row).not.toMatch(/ {2}| \||\| | $/);
    }
  });

  it('has no key for two markets', () => {
    const owners = new Map<string, string>();
    const claim = (key: string, code: string) => {
      expect(key).not.toBe('');
      expect([key, owners.get(key) ?? code]).toEqual([key, code]);
      owners.set(key, code);
    };
    for (const { code, alpha3, names } of rows) {
      const listed = document.filter((entry) => entry.code === code);
      const all = [...names, ...listed.flatMap(({ name, nameKo }) => [name, nameKo])];
      const turned = all
        .map((name) => name.split(', '))
        .flatMap(([last, first]) => (first === undefined ? [] : [`${first} ${last}`]));
      for (const name of [...all, ...turned]) {
        claim(marketKey(name), code);
        claim(terseMarketKey(name), code);
      }
      claim(code.toLowerCase(), code);
      claim(alpha3.toLowerCase(), code);
    }
    expect(owners.size).toBeGreaterThan(1_000);
  });

  it('has no name of two Latin letters except codes', () => {
    for (const { code, names } of rows) {
      for (const name of names) {
        const key = marketKey(name);
        if (/^[a-z]{1,2}$/.test(key)) expect(key).toBe(code.toLowerCase());
      }
    }
  });

  it('suggests markets for unknown codes', () => {
    for (const [foreign, code] of foreignCodes) {
      expect([foreign, read(foreign)]).toEqual([foreign, undefined]);
      expect([code, read(code)]).toEqual([code, code]);
    }
  });
});

describe('CLDR names', () => {
  const languages = ['en', 'en-GB', 'en-AU', 'ko'];
  const styles = ['long', 'short', 'narrow'] as const;

  for (const language of languages) {
    it.each(styles)(`of this Node find their markets: ${language}, %s`, (style) => {
      const names = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
      for (const { code } of isoMarkets) {
        const name = names.of(code);
        // Two letters are a code and nothing else.
        const expected = name === 'UK' ? undefined : code;
        expect([name, read(`${name}`)]).toEqual([name, expected]);
      }
    });
  }

  it.each([
    ['Congo (DRC)', 'CD'],
    ['Congo (Republic)', 'CG'],
    ['Ivory Coast', 'CI'],
    ['Cabo Verde', 'CV'],
    ['Czech Republic', 'CZ'],
    ['Falkland Islands (Islas Malvinas)', 'FK'],
    ['Swaziland', 'SZ'],
    ['East Timor', 'TL'],
    ['Turkey', 'TR'],
    ['콩고 민주 공화국', 'CD'],
    ['콩고 공화국', 'CG'],
    ['아이보리 코스트', 'CI'],
    ['포클랜드 제도(말비나스 군도)', 'FK'],
    ['스와질란드', 'SZ'],
    ['터키', 'TR'],
  ])('of older or other versions: %s is %s', (name, code) => {
    expect(read(name)).toBe(code);
  });
});
