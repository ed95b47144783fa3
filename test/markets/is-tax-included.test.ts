import { describe, expect, it } from 'vitest';
import { isTaxIncluded } from '../../src/markets/index.ts';
import { impostors, issuesOf, junk } from './hostile.ts';
import { isoMarkets } from './iso.ts';

describe('isTaxIncluded', () => {
  it('is true for Australia and Brazil alone', () => {
    const codes = isoMarkets.map(({ code }) => code);
    expect(codes.filter((code) => isTaxIncluded(code))).toEqual(['AU', 'BR']);
  });

  it('is true for Brazil alone, if reservations are bought', () => {
    const codes = isoMarkets.map(({ code }) => code);
    const offer = 'reservations';
    expect(codes.filter((code) => isTaxIncluded(code, { offer }))).toEqual(['BR']);
    expect(isTaxIncluded('AU', { offer: 'software' })).toBe(true);
    const unknown = () => isTaxIncluded('AU', { offer: 'azure' as never });
    expect(issuesOf(unknown)).toMatchObject([
      { path: ['options', 'offer'], code: 'unknown-value' },
    ]);
  });

  it.each(['Australia', '오스트레일리아', '호주', 'aus', 'Brazil', '브라질', 'BRA'])(
    'knows %s',
    (text) => {
      expect(isTaxIncluded(text)).toBe(true);
    },
  );

  it.each(['Austria', '오스트리아', 'KR', 'US', 'NZ'])('tells %s from them', (text) => {
    expect(isTaxIncluded(text)).toBe(false);
  });

  it.each(impostors)('refuses %j', (text) => {
    expect(issuesOf(() => isTaxIncluded(text))[0]?.code).toBe('unknown-value');
  });

  it.each(junk)('refuses %s', (_, value) => {
    expect(issuesOf(() => isTaxIncluded(value as string))[0]?.code).toBe('wrong-type');
  });
});
