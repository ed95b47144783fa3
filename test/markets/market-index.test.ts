import { afterEach, describe, expect, it, vi } from 'vitest';
import { document } from './document.ts';

// A fresh copy of the room, whose index is not made yet.
async function freshRoom(): Promise<typeof import('../../src/markets/index.ts')> {
  vi.resetModules();
  return await import('../../src/markets/index.ts');
}

afterEach(() => {
  vi.restoreAllMocks();
  // Nor may a test file that comes after this one get a room that was made under a mock.
  vi.resetModules();
});

describe('the index of markets', () => {
  it('is built once, so that no look-up changes anything', async () => {
    const normalize = vi.spyOn(String.prototype, 'normalize');
    const { isMarketAvailable } = await freshRoom();
    const calls = normalize.mock.calls.length;
    expect(calls).toBeGreaterThan(0);
    isMarketAvailable('KR');
    isMarketAvailable('CN');
    expect(normalize).toHaveBeenCalledTimes(calls);
  });

  it('needs no Intl, and finds exact names without decomposition', async () => {
    vi.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string) {
      return String(this);
    });
    vi.stubGlobal('Intl', undefined);
    try {
      const { parseMarket } = await freshRoom();
      const named = document.flatMap(({ name, nameKo, code }) =>
        [name, nameKo, code].map((text) => ({ text, code })),
      );
      for (const { text, code } of named) {
        for (const form of [text, text.toUpperCase(), ` ${text}.`]) {
          const parsed = parseMarket(form);
          expect([form, parsed.ok && parsed.value]).toEqual([form, code]);
        }
      }
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
