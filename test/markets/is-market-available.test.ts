import { describe, expect, it, vi } from 'vitest';
import { isMarketAvailable } from '../../src/markets/index.ts';
import { impostors, issuesOf, junk } from './hostile.ts';

describe('isMarketAvailable', () => {
  it.each([
    ['KR', true],
    ['South Korea', true],
    ['US', true],
    ['HK', true],
    ['MO', true],
    ['TW', true],
    ['CN', false],
    ['SZ', false],
    ['Swaziland', false],
    ['Eswatini', false],
    ['SX', false],
    ['MF', false],
    ['CG', false],
    ['CD', false],
    ['XK', false],
    ['Georgia', true],
    ['South Georgia and South Sandwich Islands', false],
    ['Nigeria', true],
    ['Niger', false],
    ['Dominican Republic', true],
    ['Dominica', false],
  ])('of %s is %s', (text, answer) => {
    expect(isMarketAvailable(text)).toBe(answer);
  });

  it('finds a code as it is written, without another text', () => {
    const toLowerCase = vi.spyOn(String.prototype, 'toLowerCase');
    isMarketAvailable('KR');
    const { calls } = toLowerCase.mock;
    toLowerCase.mockRestore();
    expect(calls).toEqual([]);
  });

  it.each(['south korea', 'SOUTH KOREA', '대한민국'])(
    'finds %s without taking it apart',
    (name) => {
      const normalize = vi.spyOn(String.prototype, 'normalize');
      isMarketAvailable(name);
      const { calls } = normalize.mock;
      normalize.mockRestore();
      expect(calls).toEqual([]);
    },
  );

  it.each(impostors)('refuses %j', (text) => {
    expect(issuesOf(() => isMarketAvailable(text))[0]?.code).toBe('unknown-value');
  });

  it.each(junk)('refuses %s', (_, value) => {
    expect(issuesOf(() => isMarketAvailable(value as string))[0]?.code).toBe('wrong-type');
  });

  it('reports missing facts', () => {
    const [issue] = issuesOf(() => (isMarketAvailable as () => unknown)());
    expect(issue).toMatchObject({ path: ['market'], code: 'missing-field' });
  });
});
