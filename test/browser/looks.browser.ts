import { describe, expect, it } from 'vitest';
import { ask, useSite } from './pages.ts';

useSite();

describe.each(['light', 'dark'] as const)('the colours in the %s', (colorScheme) => {
  it('set texts and lines apart from their ground', async () => {
    const page = await ask('refund', {}, { colorScheme });
    const colour = async (variable: string): Promise<number> => {
      const style = 'getComputedStyle(document.documentElement)';
      const hex = await page.evaluate<string>(`${style}.getPropertyValue('--${variable}')`);
      const whole = hex.trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
      const [r = 0, g = 0, b = 0] = [1, 3, 5]
        .map((at) => Number.parseInt(whole.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = async (one: string, other: string): Promise<number> => {
      const [dim = 0, bright = 0] = [await colour(one), await colour(other)].sort((a, b) => a - b);
      return (bright + 0.05) / (dim + 0.05);
    };
    expect((await colour('ground')) > 0.5).toBe(colorScheme === 'light');
    for (const [text, ground] of [
      ...['ground', 'panel', 'soft', 'warn-soft'].flatMap((ground) =>
        ['text', 'quiet'].map((text) => [text, ground] as const),
      ),
      ...[
        ['warn', 'ground'],
        ['warn', 'panel'],
        ['accent', 'ground'],
        ['on-accent', 'accent'],
      ],
    ] as [string, string][]) {
      expect([text, ground, (await contrast(text, ground)) >= 4.5]).toEqual([text, ground, true]);
    }
    for (const ground of ['ground', 'panel', 'soft']) {
      expect([ground, (await contrast('edge', ground)) >= 3]).toEqual([ground, true]);
    }
  });
});
